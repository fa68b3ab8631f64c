"""The cells of the positions matrix as they are drawn: in a grid, or as a list of the parties of one dispute."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.dossier.cards import counted
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.claims import claim_of
from briefing.dossier.dates import day_month_year, newest_day
from briefing.dossier.kinds import LETTERS
from briefing.dossier.matrix import Cell, Matrix, MatrixColumn
from briefing.dossier.news import NO_NEWS, News
from briefing.model import ActorKind
from briefing.record import record
from briefing.tui.cells import cut, cut_at_word, head, wrap
from briefing.tui.glyphs import Glyphs
from briefing.tui.ink import Role, kind_roles
from briefing.tui.paint import Piece, Pieces, blank, column, spread
from briefing.tui.widgets.rows import Frame, LabelRow, Row, Rows

PARTY_WIDTH = 18
MOST_WORD_LINES = 3
MOST_NAMED = 3

_MEMBERS: dict[ActorKind, Role] = {"person": "text", "organisation": "italic", "state": "bold"}


def name_role(party: MatrixColumn) -> Role:
    """Return how a party is written: those of an opened state as in the list of actors, the others bold."""
    return "bold" if party.state is None else _MEMBERS[party.kind]


def is_new(cell: Cell, news: News) -> bool:
    """Tell whether a statement of a cell was not there before."""
    return any(statement.id in news.statements for statement in cell.statements)


def kind_line(cell: Cell, day: str, width: int, glyphs: Glyphs, *, new: bool = False) -> Pieces:
    """Return ``D demand “ +2    • 23 Jul``: kind, whether quoted, how many more, whether new, when.

    The sign of quotes gives way.
    """
    letter, word = kind_roles(cell.newest.kind)
    more = f"  +{len(cell.statements) - 1}" if len(cell.statements) > 1 else ""
    quoted = f" {glyphs.quoted}" if cell.newest.quoted else ""
    kind = cell.newest.kind
    sign = f"{glyphs.new} " if new else ""
    if 2 + len(kind) + len(quoted) + len(more) + 1 + len(sign) + len(day) > width:
        quoted = ""
    left = (Piece(LETTERS[kind], letter), Piece(f" {kind}", word), Piece(quoted + more, "muted"))
    return spread(left, (Piece(sign, "accent"), Piece(day, "muted")), width)


def claim_lines(catalogue: Catalogue, cell: Cell, width: int, height: int) -> list[Pieces]:
    """Return the newest statement's words in at most so many lines, the last cut at a word; remarks come first."""
    claim = claim_of(catalogue, cell.newest)
    lead = f"{claim.lead} " if claim.lead else ""
    text = lead + claim.words
    lines = wrap(text, 0, len(text), width, height + 1)
    painted: list[Pieces] = []
    for number, line in enumerate(lines[:height]):
        words = text[line.start : line.end]
        if number == height - 1 and len(lines) > height:
            words = cut_at_word(text[line.start : line.start + width * 4], width)
        own = max(0, min(len(lead) - line.start, len(words)))
        painted.append((Piece(words[:own], "label"), Piece(words[own:])))
    return painted


class PositionCells:
    """The matrix as the content of a grid."""

    def __init__(self, catalogue: Catalogue, matrix: Matrix, news: News = NO_NEWS) -> None:
        self._catalogue = catalogue
        self._news = news
        self._matrix = matrix
        self.rows = [row.id for row in matrix.rows]
        self.columns = [party.id for party in matrix.columns]

    def head(self, row: int, width: int) -> Sequence[Pieces]:
        """Return a dispute's name, wrapped where it is long, and how much is said on it."""
        dispute = self._matrix.rows[row]
        lines = wrap(dispute.name, 0, len(dispute.name), width, 2)
        names = [dispute.name[line.start : line.end] for line in lines]
        names = [cut(name, width) for name in names]
        said = counted(dispute.statements, "statement") if dispute.statements else "no statement"
        return [*((Piece(name, "bold"),) for name in names), (Piece(said, "muted"),)]

    def name(self, column: int) -> tuple[str, Role]:
        """Return a party's name."""
        party = self._matrix.columns[column]
        return party.name, name_role(party)

    def cell(self, row: int, column: int, width: int, height: int, glyphs: Glyphs) -> Sequence[Pieces]:
        """Return kind, number, day and words of a cell, a dash for one without statements."""
        found = self._matrix.cell(self.rows[row], self.columns[column])
        if found is None:
            return [(Piece(glyphs.none, "muted"),)]
        day = newest_day(self._catalogue.published(found.newest.document), self._catalogue.briefing.as_of)
        return [
            kind_line(found, day, width, glyphs, new=is_new(found, self._news)),
            *claim_lines(self._catalogue, found, width, height - 1),
        ]


@record(frozen=True, slots=True)
class PartyRow:
    """One party of a dispute with its position."""

    catalogue: Catalogue
    party: MatrixColumn
    cell: Cell
    gap: int = 1

    @property
    def key(self) -> str:
        """The party's id."""
        return self.party.id

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the party's name beside the lines of its cell."""
        width = frame.width - PARTY_WIDTH
        day = day_month_year(self.catalogue.published(self.cell.newest.document))
        indent = "  " if self.party.state else ""
        name = cut(indent + self.party.name, PARTY_WIDTH - 2)
        body = [
            kind_line(self.cell, day, width, frame.glyphs),
            *claim_lines(self.catalogue, self.cell, width, MOST_WORD_LINES),
        ]
        first = column(name, name_role(self.party), PARTY_WIDTH)
        return [(*(first if number == 0 else (blank(PARTY_WIDTH),)), *line) for number, line in enumerate(body)]

    def tip(self) -> str:
        """Return the name in full."""
        return self.party.name


def party_rows(catalogue: Catalogue, matrix: Matrix, dispute: str) -> Rows:
    """Return the parties that have a position on a dispute, and in a remark those that have none."""
    rows: list[Row] = []
    silent: list[str] = []
    for party in matrix.columns:
        cell = matrix.cell(dispute, party.id)
        if cell is not None:
            rows.append(PartyRow(catalogue, party, cell))
        elif party.state is None:
            silent.append(party.name)
    if silent:
        rows.append(LabelRow(f"no position found: {_some(silent)}"))
    return Rows.of(rows)


def _some(names: Sequence[str]) -> str:
    shown = [head(name, 24) for name in names[:MOST_NAMED]]
    rest = len(names) - len(shown)
    return ", ".join(shown) + (f" and {counted(rest, 'other')}" if rest else "")
