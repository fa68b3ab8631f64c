"""The lines of the brief as rows, each of which leads to its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.dossier import dates
from briefing.dossier.brief import Brief, Part
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.kinds import LETTERS
from briefing.dossier.lists import when_of
from briefing.dossier.passages import Passage, passage_of_statement
from briefing.dossier.sides import Position
from briefing.export import brief_words as words
from briefing.model import Document, Evidence, Span, StatementKind
from briefing.record import record
from briefing.tui.cells import SEPARATOR, cut, fit_members, fits, width_of, wrap
from briefing.tui.ink import Role, kind_roles
from briefing.tui.paint import Piece, Pieces, blank, column, pieces_width, spread
from briefing.tui.widgets.rows import Frame, LabelRow, Row, TitleRow

LABEL_WIDTH = 16
KIND_WIDTH = 11
DAY_WIDTH = 13
VALUE_WIDTH = 17
SOURCE_DAY_WIDTH = 10
PROSE_WIDTH = 72
MOST_LINES = 5


@record(frozen=True, slots=True)
class NameRow(LabelRow):
    """The name of a dispute, or of a thing on which sources disagree."""

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line in bold."""
        return ((Piece(cut(self.text, frame.width), "bold"),),)


@record(frozen=True, slots=True)
class BriefRow:
    """A line of the brief: a label, a kind, the words, a remark below them, and the numbers of its sources."""

    key: str
    passage: Passage
    text: str
    numbers: str
    label: str = ""
    label_width: int = 0
    kind: StatementKind | None = None
    remark: str = ""
    role: Role = "text"
    gap: int = 0
    label_role: Role = "bold"

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the words wrapped beside label and kind, the numbers at the end of the last line."""
        left: list[Piece] = []
        if self.label_width:
            left += column(cut(self.label, self.label_width - 1), self.label_role, self.label_width)
        if self.kind is not None:
            letter, word = kind_roles(self.kind)
            left += [Piece(LETTERS[self.kind], letter), *column(f" {self.kind}", word, KIND_WIDTH - 1)]
        indent = blank(pieces_width(left))
        number = Piece(self.numbers, "muted")
        room = min(PROSE_WIDTH, frame.width - pieces_width(left) - width_of(self.numbers) - 1)
        body: list[Pieces] = [(piece,) for piece in self._wrapped(self.text, self.role, room)]
        if self.remark:
            body += [(piece,) for piece in self._wrapped(self.remark, "muted", room)]
        lines = [(*(left if place == 0 else (indent,)), *line) for place, line in enumerate(body)]
        return [*lines[:-1], spread(lines[-1], (number,), frame.width)]

    def _wrapped(self, text: str, role: Role, room: int) -> list[Piece]:
        text = text.replace(SEPARATOR, "\u00a0· ")
        lines = wrap(text, 0, len(text), room, MOST_LINES + 1)
        pieces = [Piece(text[line.start : line.end], role) for line in lines[:MOST_LINES]]
        if len(lines) > MOST_LINES:
            pieces[-1] = Piece(f"{cut(pieces[-1].text, room - 2)} …", role)
        return pieces

    def tip(self) -> str:
        """Return nothing: the row says what it has."""
        return ""


class BriefRows:
    """The parts of a brief as rows; sources have the numbers that they have everywhere in the dashboard."""

    def __init__(self, catalogue: Catalogue, brief: Brief) -> None:
        self._catalogue = catalogue
        self._brief = brief

    def main(self) -> list[Row]:
        """Return the bottom line, the disputes and where sources disagree."""
        return _parted([self._bottom_line(), self._disputes(), self._disagreements()])

    def aside(self) -> list[Row]:
        """Return what comes next, parties, instruments and sources."""
        return _parted([self._next(), self._parties(), self._instruments(), self._sources()])

    def all(self) -> list[Row]:
        """Return all parts in the order of the page."""
        return _parted(
            [
                self._bottom_line(),
                self._parties(),
                self._disputes(),
                self._instruments(),
                self._next(),
                self._disagreements(),
                self._sources(),
            ]
        )

    def _bottom_line(self) -> Iterator[Row]:
        yield TitleRow(words.BOTTOM_LINE)
        for number, lead in enumerate(self._brief.bottom_line):
            last = number + 1 == len(self._brief.bottom_line)
            yield self._row(f"lead:{number}", lead.text, [lead.evidence], role="strong", gap=0 if last else 1)

    def _disputes(self) -> Iterator[Row]:
        part = self._brief.disputes
        yield TitleRow(words.DISPUTES, count=words.count_of(part))
        for number, dispute in enumerate(part.lines):
            yield from [LabelRow()] if number else []
            yield NameRow(dispute.name)
            for side in dispute.sides.lines:
                for position in side.positions.lines:
                    statement = self._catalogue.statements[position.statements[0]]
                    yield BriefRow(
                        f"position:{dispute.id}:{statement.id}",
                        passage_of_statement(self._catalogue, statement),
                        position.words,
                        self._numbers([position.evidence]),
                        label=self._speakers(position),
                        label_width=LABEL_WIDTH,
                        kind=position.kind,
                    )
            yield from _more(dispute.sides)

    def _speakers(self, position: Position) -> str:
        """Return who takes a position, in full where that fits, else in short."""
        names = SEPARATOR.join(position.speakers)
        if fits(names, LABEL_WIDTH - 1):
            return names
        speakers = [self._catalogue.statements[one].actor or "" for one in position.statements]
        return fit_members([self._catalogue.short(speaker) for speaker in speakers], LABEL_WIDTH - 1)

    def _disagreements(self) -> Iterator[Row]:
        part = self._brief.disagreements
        yield TitleRow(words.DISAGREEMENTS, count=words.count_of(part))
        if not part.lines:
            yield LabelRow(words.NO_DISAGREEMENT)
        for number, found in enumerate(part.lines):
            yield NameRow(f"{found.subject} ({words.ABOUT[found.about]})")
            for place, version in enumerate(found.versions):
                yield self._row(
                    f"version:{number}:{place}",
                    version.sentence,
                    [version.evidence],
                    label=version.value,
                    width=DAY_WIDTH,
                )

    def _next(self) -> Iterator[Row]:
        part = self._brief.next
        yield TitleRow(words.NEXT, count=words.count_of(part))
        for line in part.lines:
            text = ", ".join([line.title, *words.remarks_on(line)])
            item = self._catalogue.agenda[line.id]
            when = when_of(item, self._brief.as_of) if item.date else words.when_of(line)
            yield self._row(f"next:{line.id}", text, line.sources, label=when, width=DAY_WIDTH)

    def _parties(self) -> Iterator[Row]:
        part = self._brief.parties
        yield TitleRow(words.PARTIES, count=words.count_of(part))
        for number, party in enumerate(part.lines):
            if party.sources:
                yield self._row(f"party:{number}", party.name, party.sources, role="bold")
            else:
                yield NameRow(party.name)
            for person in party.people.lines:
                if person.sources:
                    yield self._row(
                        f"person:{person.id}", person.name, person.sources, width=2, remark=person.role or ""
                    )
            yield from _more(party.people)

    def _instruments(self) -> Iterator[Row]:
        part = self._brief.instruments
        yield TitleRow(words.INSTRUMENTS, count=words.count_of(part))
        for line in part.lines:
            yield self._row(f"instrument:{line.id}", line.name, line.sources)

    def _sources(self) -> Iterator[Row]:
        yield TitleRow(words.SOURCES)
        for source in self._brief.sources:
            document = source.document
            day = dates.newest_day(document.published, self._brief.as_of)
            number = f"[{self._catalogue.number(document.id)}]"
            also = f"also in {', '.join(document.also_in)}" if document.also_in else ""
            yield BriefRow(
                f"source:{document.id}",
                _beginning(document),
                document.title or document.path,
                number,
                label=f"{day:>{SOURCE_DAY_WIDTH - 2}}",
                label_width=SOURCE_DAY_WIDTH,
                label_role="muted",
                remark=also,
            )

    def _row(
        self,
        key: str,
        text: str,
        evidence: Sequence[Evidence],
        *,
        label: str = "",
        width: int = 0,
        remark: str = "",
        role: Role = "text",
        gap: int = 0,
    ) -> BriefRow:
        passage = _passage(text, evidence[0])
        return BriefRow(key, passage, text, self._numbers(evidence), label, width, None, remark, role, gap)

    def _numbers(self, evidence: Iterable[Evidence]) -> str:
        numbers = sorted({self._catalogue.number(found.document) for found in evidence})
        return " ".join(f"[{number}]" for number in numbers)


def _passage(name: str, evidence: Evidence) -> Passage:
    whole = Span(evidence.start, evidence.end) == evidence.sentence
    mentions = () if whole else (Span(evidence.start, evidence.end),)
    return Passage(evidence.document, name, mentions, 0, evidence.sentence, evidence.rule)


def _beginning(document: Document) -> Passage:
    first = document.sentences[0] if document.sentences else Span(0, 0)
    return Passage(document.id, document.title or document.path, (), 0, first, "source of the brief")


def _more(part: Part[object]) -> Iterator[Row]:
    if more := words.more_of(part):
        yield LabelRow(more)


def _parted(parts: Iterable[Iterable[Row]]) -> list[Row]:
    """Return the rows of parts with a blank one between them; a part that has no more than its title is left out."""
    rows: list[Row] = []
    for part in map(list, parts):
        if len(part) > 1:
            rows += [*([LabelRow()] if rows else []), *part]
    return rows
