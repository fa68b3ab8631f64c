"""The entries of the detail pane: statements and sentences, in the words of the articles."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.dossier.cards import Fact
from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.dates import day_month_year
from briefing.dossier.kinds import LETTERS
from briefing.dossier.notes import speaker_of, topics_of
from briefing.dossier.passages import entries_of, parted
from briefing.model import Evidence, Span, Statement
from briefing.record import record
from briefing.tui.cells import cut, fit_members, fit_parts, fits, width_of, wrap
from briefing.tui.ink import Role, kind_roles
from briefing.tui.paint import Piece, Pieces, blank, column, spread
from briefing.tui.widgets.rows import Frame, LabelRow, Row, Rows

PROSE_WIDTH = 72
"""Cells that running text takes at most."""
ACTOR_WIDTH = 15
KIND_WIDTH = 9
QUOTE_WIDTH = 2
SOURCE_WIDTH = 17
NARROW_ACTOR_WIDTH = 16
MOST_LINES = 6
FACT_WIDTH = 11
MOST_FACTS = 3
NARROW_FACTS = frozenset({"role", "met", "meets", "will meet", "when", "where", "who"})


def styled(text: str, line: Span, marks: Sequence[Span], inside: Role, outside: Role) -> Pieces:
    """Return one line of a text, in one role inside of some marks, which are in order, and in another outside."""
    pieces: list[Piece] = []
    at = line.start
    for mark in marks:
        if mark.start >= line.end:
            break
        start, end = max(mark.start, line.start), min(mark.end, line.end)
        if start >= end:
            continue
        pieces += [Piece(text[at:start], outside), Piece(text[start:end], inside)]
        at = end
    return (*pieces, Piece(text[at : line.end], outside))


def prose(
    text: str,
    sentence: Span,
    marks: Sequence[Span],
    width: int,
    roles: tuple[Role, Role],
    most: int = MOST_LINES,
) -> list[Pieces]:
    """Return a sentence in at most so many lines, its marks in the first role and the rest in the second.

    Of a longer sentence only the lines from its first mark on are kept, with an ellipsis for what is left out.
    """
    inside, outside = roles
    lines = wrap(text, sentence.start, sentence.end, width)
    first = next((number for number, line in enumerate(lines) if marks and line.end > marks[0].start), 0)
    start = first if first >= most - 1 else 0
    kept = lines[start : start + most]
    painted = [styled(text, line, marks, inside, outside) for line in kept]
    if start:
        painted[0] = (Piece("… ", outside), *painted[0])
    if start + most < len(lines):
        painted[-1] = (*painted[-1], Piece(" …", outside))
    return painted


class _Entry:
    """What statement and sentence have in common."""

    __slots__ = ("_catalogue", "gap", "key")

    def __init__(self, catalogue: Catalogue, key: str, gap: int) -> None:
        self._catalogue = catalogue
        self.key = key
        self.gap = gap

    def _number(self, document: str) -> str:
        return f"[{self._catalogue.number(document)}]"

    def _day(self, document: str) -> str:
        return day_month_year(self._catalogue.published(document))

    def tip(self) -> str:
        """Return nothing: an entry shows all it has."""
        return ""


class StatementEntry(_Entry):
    """A statement: who, which kind, whether quoted, the sentence with the claim in it, when and where from."""

    __slots__ = ("_columns", "_own", "statement")

    def __init__(self, catalogue: Catalogue, statement: Statement, *, columns: bool, own: bool, gap: int) -> None:
        """Make the entry.

        With ``columns`` all stands side by side, else the sentence below the rest. With ``own`` it stands among its
        speaker's, and names the dispute in the speaker's place.
        """
        super().__init__(catalogue, statement.id, gap)
        self.statement = statement
        self._columns = columns
        self._own = own

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the statement's lines."""
        return self._side_by_side(frame) if self._columns else self._stacked(frame)

    def _prose(self, width: int) -> list[Pieces]:
        statement = self.statement
        text = self._catalogue.documents[statement.document].text
        return prose(text, statement.evidence.sentence, parted(statement.content), width, ("strong", "muted"))

    def _speaker(self, width: int) -> str:
        actor = self.statement.actor
        name = self._catalogue.name(actor) if actor else speaker_of(self._catalogue, self.statement)
        if actor and not fits(name, width):
            name = self._catalogue.short(actor)
        return cut(name, width)

    def _remark(self) -> str:
        reporter = self.statement.reported_by
        return f"says {self._catalogue.short(reporter)}" if reporter else ""

    def _side_by_side(self, frame: Frame) -> Sequence[Pieces]:
        statement = self.statement
        letter, kind = kind_roles(statement.kind)
        width = min(PROSE_WIDTH, frame.width - ACTOR_WIDTH - KIND_WIDTH - QUOTE_WIDTH - SOURCE_WIDTH)
        body = self._prose(width)
        name = f" {statement.kind}".ljust(KIND_WIDTH - 1)
        quoted = name + (frame.glyphs.quoted if statement.quoted else "")
        heads: list[Pieces] = [
            (
                *column(self._speaker(ACTOR_WIDTH - 1), "bold", ACTOR_WIDTH),
                Piece(LETTERS[statement.kind], letter),
                *column(quoted, kind, KIND_WIDTH + QUOTE_WIDTH - 1),
            )
        ]
        remark, negated = self._remark(), "  negated" if statement.negated else ""
        if remark or negated:
            cells = (*column(cut(remark, ACTOR_WIDTH - 1), "muted", ACTOR_WIDTH), Piece(negated, "muted"))
            rest = QUOTE_WIDTH + KIND_WIDTH - width_of(negated)
            heads.append((*cells, blank(rest)))
        indent = (blank(ACTOR_WIDTH + KIND_WIDTH + QUOTE_WIDTH),)
        source = Piece(f"{self._day(statement.document)} {self._number(statement.document)}", "muted")
        lines: list[Pieces] = []
        for number in range(max(len(body), len(heads))):
            head = heads[number] if number < len(heads) else indent
            words = body[number] if number < len(body) else ()
            line = (*head, *words)
            lines.append(spread(line, (source,), frame.width) if number == 0 else line)
        return lines

    def _stacked(self, frame: Frame) -> Sequence[Pieces]:
        statement = self.statement
        letter, kind = kind_roles(statement.kind)
        source = f"{self._day(statement.document)} {self._number(statement.document)}"
        remarks = [self._remark(), "negated" if statement.negated else "", frame.glyphs.quoted * statement.quoted]
        remark = "".join(f" · {part}" for part in remarks if part)
        label = (Piece(LETTERS[statement.kind], letter), Piece(f" {statement.kind}", kind), Piece(remark, "muted"))
        if self._own:
            taken = 2 + len(statement.kind) + width_of(remark)
            topics = fit_members(topics_of(self._catalogue, statement), frame.width - taken - width_of(source) - 4)
            head: Pieces = (*label, Piece(f"  {topics}", "muted"))
        else:
            head = (*column(self._speaker(NARROW_ACTOR_WIDTH - 1), "bold", NARROW_ACTOR_WIDTH), *label)
        return [spread(head, (Piece(source, "muted"),), frame.width), *self._prose(min(PROSE_WIDTH, frame.width))]


class SentenceEntry(_Entry):
    """A sentence that names an item, with the item's places in it marked, and where it is from."""

    __slots__ = ("_marks", "evidence")

    def __init__(self, catalogue: Catalogue, evidence: Evidence, marks: Sequence[Span], gap: int) -> None:
        super().__init__(catalogue, f"{evidence.document}:{evidence.start}", gap)
        self.evidence = evidence
        self._marks = marks

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the sentence's lines and the line of its source."""
        found = self.evidence
        document = self._catalogue.documents[found.document]
        width = min(PROSE_WIDTH, frame.width)
        body = prose(document.text, found.sentence, parted(self._marks), width, ("mention-bold", "text"))
        number = self._number(found.document)
        block = next((block.kind for block in document.blocks if block.start <= found.start < block.end), "body")
        day = self._day(found.document)
        publisher = f"{cut(document.publisher, 24)}, {day}" if document.publisher else day
        source = fit_parts([publisher, block, f"rule {found.rule}"], frame.width - width_of(number) - 2)
        return [*body, spread((Piece(source, "muted"),), (Piece(number, "muted"),), frame.width)]


@record(frozen=True, slots=True)
class FactRow(LabelRow):
    """One line of a card where there is no room for the card: a label and its values."""

    values: tuple[str, ...] = ()

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line."""
        words = fit_members(self.values, frame.width - FACT_WIDTH)
        return ((*column(self.text, "muted", FACT_WIDTH), Piece(words)),)


def fact_rows(facts: Sequence[Fact]) -> list[FactRow]:
    """Return those facts of a card that matter most, a line each."""
    rows = []
    for fact in facts:
        if fact.label in NARROW_FACTS:
            values = [", ".join(part for part in (value.text, *value.remarks) if part) for value in fact.values]
            rows.append(FactRow(fact.label, values=tuple(values)))
    return rows[:MOST_FACTS]


def entry_rows(catalogue: Catalogue, item: Item, *, columns: bool, gap: int, above: Sequence[LabelRow] = ()) -> Rows:
    """Return what stands above, an item's statements and the other sentences that name it.

    Statements and sentences are made as they come into view.
    """
    entries = entries_of(catalogue, item)
    statements, sentences = entries.statements, entries.sentences
    own = item.kind == "actor"
    said = len(above) + (1 if statements and own else 0)
    named = said + len(statements)
    first_sentence = named + (1 if sentences else 0)

    def make(position: int) -> Row:
        if position < len(above):
            return above[position]
        if position < said:
            return LabelRow("said")
        if position < named:
            statement = statements[position - said]
            return StatementEntry(catalogue, statement, columns=columns and not own, own=own, gap=gap)
        if position < first_sentence:
            return LabelRow("named in")
        found = sentences[position - first_sentence]
        places = catalogue.places_in(item, found.document, found.sentence)
        return SentenceEntry(catalogue, found, places, gap)

    fixed = [*range(said), *range(named, first_sentence)]
    return Rows(first_sentence + len(sentences), make, fixed)
