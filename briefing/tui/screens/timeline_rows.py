"""The rows of the timeline: agenda items and statements by day, what was said on a dispute by week and month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from briefing.dossier import dates
from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.claims import claim_of
from briefing.dossier.kinds import LETTERS, count_kinds
from briefing.dossier.lists import participants_of, place_of, when_of
from briefing.dossier.moves import Move
from briefing.dossier.notes import topics_of
from briefing.dossier.timeline import (
    Point,
    Scale,
    Stretch,
    Timeline,
    Told,
    first_day,
    gap_between,
    name_of,
    stretches_of,
    told_in,
)
from briefing.model import AgendaItem, Statement
from briefing.record import record
from briefing.tui.cells import cut, cut_at_word, fit_members, width_of
from briefing.tui.ink import Role, kind_roles
from briefing.tui.paint import Piece, Pieces, blank, column, pieces_width, spread
from briefing.tui.panes.list_rows import kinds_pieces, where_line
from briefing.tui.widgets.rows import Frame, LabelRow, Row, Rows

DATE_WIDTH = 10
"""Cells of the days; an eleventh is borrowed from the gap."""
SIGN_WIDTH = 5
KIND_WIDTH = 11
ACTOR_WIDTH = 12
WIDE_ACTOR_WIDTH = 20
TOPIC_WIDTH = 20
MOST_MAIN = 84
"""Cells that titles and words take where the place or the topics need the rest."""
MOST_TOPIC = 50
"""Cells of the place or the topics, from which on titles and words take more again."""
REMARK_WIDTH = 9
NARROW_REMARK_WIDTH = 7
NUMBER_WIDTH = 5
NARROW = 96
"""Cells of a row below which the place or the topics are left out."""


@record(frozen=True, slots=True)
class Columns:
    """How wide the columns of a row are."""

    main: int
    topic: int
    remark: int
    actor: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """Return the columns for a row of some cells."""
        topic = 0 if width < NARROW else TOPIC_WIDTH
        remark = REMARK_WIDTH if topic else NARROW_REMARK_WIDTH
        room = width - DATE_WIDTH - SIGN_WIDTH - KIND_WIDTH - remark - NUMBER_WIDTH
        main = min(room - topic, max(MOST_MAIN, room - MOST_TOPIC))
        return cls(main, room - main if topic else 0, remark, ACTOR_WIDTH if main < MOST_MAIN else WIDE_ACTOR_WIDTH)


class _AxisRow:
    """What all rows of the axis share: the day, written once and at the top of the view, and the line with signs."""

    __slots__ = ("_catalogue", "_day", "_first", "gap", "key")

    def __init__(self, catalogue: Catalogue, key: str, day: str, first: bool) -> None:
        """Make a row of a day, as it is called, which is or is not the first of that day."""
        self._catalogue = catalogue
        self.key = key
        self.gap = 0
        self._day = day
        self._first = first

    def _left(self, frame: Frame, sign: str, role: Role) -> Pieces:
        name = self._day if self._first or frame.top else ""
        day = Piece(f"{name:>{DATE_WIDTH}}", "title" if frame.selected else "text")
        return (day, blank(DATE_WIDTH + 2 - width_of(day.text)), Piece(sign, role), blank(2))

    def _number(self, document: str) -> Piece:
        return Piece(f"{f'[{self._catalogue.number(document)}]':>{NUMBER_WIDTH}}", "muted")

    def tip(self) -> str:
        """Return nothing: the row says what it has."""
        return ""


class AgendaPoint(_AxisRow):
    """An agenda item: kind, title, where and who, how far off or whether it moved, source."""

    __slots__ = ("_item", "_point")

    def __init__(self, catalogue: Catalogue, point: Point, item: AgendaItem, day: str, first: bool) -> None:
        super().__init__(catalogue, item.id, day, first)
        self._point = point
        self._item = item

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the item's line, and below it the other date of one that moved."""
        item, widths, move = self._item, Columns.of(frame.width), self._point.move
        status = self._catalogue.status(item)
        sign = frame.glyphs.past if status in {"past", "under_way"} else frame.glyphs.to_come
        title = cut_at_word(item.title, widths.main - 2)
        left = [
            *self._left(frame, sign, "accent"),
            *column(item.kind, "muted", KIND_WIDTH),
            *column(title, "bold", widths.main),
        ]
        evidence = self._catalogue.sentences_of(Item("agenda", item.id))
        number = self._number(evidence[0].document) if evidence else blank(NUMBER_WIDTH)
        remark = "moved" if move else "under way" if status == "under_way" else self._distance(item)
        if widths.topic:
            free = widths.topic + (0 if remark else widths.remark) - 1
            where = where_line(place_of(item), participants_of(self._catalogue, item), free)
            left += column(where, "muted", widths.topic)
        right = (Piece(cut(remark, widths.remark), "warning" if move else "muted"), number)
        lines = [spread(left, right, frame.width)]
        if move is not None:
            indent = blank(DATE_WIDTH + SIGN_WIDTH + KIND_WIDTH)
            lines.append((indent, Piece(self._moved(move), "muted")))
        return lines

    def _distance(self, item: AgendaItem) -> str:
        return dates.distance(item.date, self._catalogue.briefing.as_of)

    def _moved(self, move: Move) -> str:
        other = self._catalogue.agenda[move.other]
        number = self._catalogue.number(move.evidence.document)
        return f"{'was' if move.later else 'now'} {dates.long_interval(other.date)} [{number}]"


class SaidPoint(_AxisRow):
    """A statement: kind, who, the words, the disputes, source."""

    __slots__ = ("statement",)

    def __init__(self, catalogue: Catalogue, statement: Statement, day: str, first: bool) -> None:
        super().__init__(catalogue, statement.id, day, first)
        self.statement = statement

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line."""
        statement, widths = self.statement, Columns.of(frame.width)
        letter, kind = kind_roles(statement.kind)
        claim = claim_of(self._catalogue, statement)
        lead = f"{claim.lead} " if claim.lead else ""
        room = widths.main - widths.actor - 2 + (0 if widths.topic else widths.remark)
        words = cut_at_word(lead + claim.words, room)
        actor = cut(self._catalogue.short(statement.actor or ""), widths.actor - 1)
        left = [
            *self._left(frame, frame.glyphs.rail, "rule"),
            Piece(LETTERS[statement.kind], letter),
            *column(f" {statement.kind}", kind, KIND_WIDTH - 1),
            *column(actor, "text", widths.actor),
            Piece(words[: len(lead)], "label"),
            Piece(words[len(lead) :], "strong"),
        ]
        if widths.topic:
            fill = blank(DATE_WIDTH + SIGN_WIDTH + KIND_WIDTH + widths.main - pieces_width(left))
            topics = fit_members(topics_of(self._catalogue, statement), widths.topic + widths.remark - 1)
            left += [fill, Piece(topics, "muted")]
        return [spread(left, (self._number(statement.document),), frame.width)]


class ToldPoint(_AxisRow):
    """What was said on one dispute in a week or a month: how much of which kinds, by whom."""

    __slots__ = ("told", "when")

    def __init__(self, catalogue: Catalogue, told: Told, key: str, when: str) -> None:
        """Make the row; ``when`` is what the week or month is called."""
        super().__init__(catalogue, key, when, first=False)
        self.told = told
        self.when = when

    @property
    def title(self) -> str:
        """The dispute's name."""
        return self._catalogue.title(Item("dispute", self.told.dispute)) if self.told.dispute else "on no dispute"

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line."""
        widths, statements = Columns.of(frame.width), self.told.statements
        kinds = count_kinds(statements)
        name = cut_at_word(self.title, 24)
        left = [
            *self._left(frame, frame.glyphs.rail, "rule"),
            *column("said", "muted", KIND_WIDTH),
            *column(name, "text" if self.told.dispute else "label", 26),
        ]
        room = widths.main - 26
        while kinds and sum(2 + len(str(number)) for _, number in kinds) - 1 > room:
            kinds = kinds[:-1]
        left += kinds_pieces(kinds)
        if widths.topic:
            speakers = dict.fromkeys(self._catalogue.short(one.actor or "") for one in statements)
            fill = blank(DATE_WIDTH + SIGN_WIDTH + KIND_WIDTH + widths.main - pieces_width(left))
            left += [fill, Piece(fit_members(list(speakers), widths.topic + widths.remark - 1), "muted")]
        return [spread(left, (Piece(f"{len(statements):,}", "muted"),), frame.width)]


@record(frozen=True, slots=True)
class GapRow(LabelRow):
    """How long nothing happens."""

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line, with the sign of a gap on the axis."""
        return ((blank(DATE_WIDTH + 2), Piece(frame.glyphs.gap, "rule"), blank(2), Piece(self.text, "label")),)


@record(frozen=True, slots=True)
class StretchRow(LabelRow):
    """The name of a week or a month."""

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line."""
        day = Piece(f"{self.text:>{DATE_WIDTH}}", "label")
        return ((day, blank(DATE_WIDTH + 2 - width_of(day.text)), Piece(frame.glyphs.rail, "rule")),)


@record(frozen=True, slots=True)
class AsOfRow(LabelRow):
    """The line of the as-of date."""

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line."""
        rule = frame.glyphs.heavy_rule
        left = (Piece(rule * (DATE_WIDTH + 4), "heavy-rule"), Piece(f" {self.text} ", "accent-bold"))
        return ((*left, Piece(rule * (frame.width - pieces_width(left)), "heavy-rule")),)


def timeline_rows(catalogue: Catalogue, timeline: Timeline, scale: Scale, *, agenda_only: bool) -> Rows:
    """Return the rows of a timeline: gaps and the as-of line between them, what has no date at the end."""
    if agenda_only:
        points = tuple(point for point in timeline.points if point.item is not None)
        undated = tuple(point for point in timeline.undated if point.item is not None)
        timeline = Timeline(timeline.as_of, points, undated)
    rows: list[Row] = []
    line = AsOfRow(f"as of {dates.as_of_day(timeline.as_of)}") if timeline.as_of and timeline.points else None
    before = None
    for stretch in stretches_of(timeline, scale):
        if before is not None and (gap := gap_between(before, stretch)):
            rows.append(GapRow(gap))
        if stretch.ahead and line is not None:
            rows.append(line)
            line = None
        if scale != "day" and (before is None or before.first != stretch.first):
            rows.append(StretchRow(name_of(stretch, scale, timeline.as_of)))
        before = stretch
        rows.extend(_stretch_rows(catalogue, stretch, scale, timeline.as_of))
    if line is not None:
        rows.append(line)
    if timeline.undated:
        rows += [*([LabelRow()] if rows else []), LabelRow("no date")]
        rows += [_point_row(catalogue, point, dates.UNKNOWN, True) for point in timeline.undated]
    return Rows.of(rows)


def key_at(catalogue: Catalogue, point: Point, scale: Scale) -> str:
    """Return the key of the row in which a point is shown."""
    if point.item is not None:
        return point.item.id
    assert point.statement is not None
    if scale == "day" or point.day is None:
        return point.statement.id
    known = (dispute for dispute in point.statement.disputes if dispute in catalogue.disputes)
    return _told_key(first_day(point.day, scale), point.ahead, next(known, None))


def _told_key(first: date, ahead: bool, dispute: str | None) -> str:
    return f"{first}:{ahead}:{dispute}"


def _stretch_rows(catalogue: Catalogue, stretch: Stretch, scale: Scale, as_of: date | None) -> Iterator[Row]:
    """Yield the rows of a stretch: by day every statement, else what was said on each dispute below the agenda."""
    day = ""
    for point in stretch.points:
        if point.item is not None or scale == "day":
            own = when_of(point.item, as_of) if point.item else dates.short_day(point.day, as_of)
            yield _point_row(catalogue, point, own, own != day)
            day = own
    if scale != "day":
        for told in told_in(catalogue, stretch):
            yield ToldPoint(
                catalogue, told, _told_key(stretch.first, stretch.ahead, told.dispute), name_of(stretch, scale, as_of)
            )


def _point_row(catalogue: Catalogue, point: Point, day: str, first: bool) -> Row:
    if point.item is not None:
        return AgendaPoint(catalogue, point, point.item, day, first)
    assert point.statement is not None
    return SaidPoint(catalogue, point.statement, day, first)
