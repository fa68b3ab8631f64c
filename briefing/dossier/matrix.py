"""The positions matrix: who says what on which dispute, disputes down and parties across."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.focus import tied_to
from briefing.dossier.sides import side_of
from briefing.model import ActorKind, Statement, StatementKind
from briefing.record import record

Order = Literal["number", "newest", "name"]
ORDERS: tuple[Order, ...] = ("number", "newest", "name")
"""By how much is said, by what was said last, by name."""

KINDS: tuple[ActorKind, ...] = ("state", "organisation", "person")
"""The order of parties; the people of an opened state stand before its bodies."""


@record(frozen=True, slots=True)
class MatrixRow:
    """A dispute, and how many statements on it there are."""

    id: str
    name: str
    statements: int


@record(frozen=True, slots=True)
class MatrixColumn:
    """A party, and how many statements it has in the matrix.

    A state speaks through all its people and bodies, ``voices``. A column with a ``state`` is one of these voices,
    shown beside the state that was opened. ``short`` is the name for narrow places.
    """

    id: str
    name: str
    short: str
    kind: ActorKind
    statements: int
    voices: frozenset[str]
    state: str | None = None

    @property
    def can_open(self) -> bool:
        """Whether others than the state itself speak for it."""
        return self.kind == "state" and not self.voices <= {self.id}


@record(frozen=True, slots=True)
class Cell:
    """The statements of a party on a dispute, newest first."""

    statements: tuple[Statement, ...]

    @property
    def newest(self) -> Statement:
        """The statement that a cell shows."""
        return self.statements[0]

    @property
    def kind(self) -> StatementKind:
        """The kind of the newest statement."""
        return self.newest.kind


@record(frozen=True, slots=True)
class Matrix:
    """Rows, columns and the cells between them; most pairs have none."""

    rows: tuple[MatrixRow, ...]
    columns: tuple[MatrixColumn, ...]
    cells: Mapping[tuple[str, str], Cell]

    def cell(self, dispute: str, party: str) -> Cell | None:
        """Return what a party says on a dispute, or null."""
        return self.cells.get((dispute, party))


def matrix_of(
    catalogue: Catalogue, order: Order = "number", opened: frozenset[str] = frozenset(), focus: Item | None = None
) -> Matrix:
    """Return the matrix of a briefing: every dispute, and every party that has a position on one.

    States come first, then bodies, then persons of no known state. States in ``opened`` show their people and bodies
    beside them. A ``focus`` leaves the disputes on which it speaks or to which it is tied, and those who speak on them.
    """
    shown = disputes_in_focus(catalogue, focus)
    said = {
        dispute.id: catalogue.positions_on(dispute.id)
        for dispute in catalogue.briefing.disputes
        if shown is None or dispute.id in shown
    }
    key = _KEYS[order]
    rows = [
        MatrixRow(dispute, catalogue.disputes[dispute].name, len(statements)) for dispute, statements in said.items()
    ]
    rows.sort(key=lambda row: (not row.statements, *key(row.statements, _newest(catalogue, said[row.id]), row.name)))
    columns = _columns(catalogue, _by_side(catalogue, said), key, opened)
    return Matrix(tuple(rows), columns, _cells(said, columns))


def disputes_in_focus(catalogue: Catalogue, focus: Item | None) -> frozenset[str] | None:
    """Return the disputes on which an actor speaks, or to which something else is tied; null where nothing is left out.

    A state speaks through its people and bodies too.
    """
    if focus is None:
        return None
    if focus.kind == "dispute":
        return frozenset({focus.id})
    if focus.kind == "agenda":
        return tied_to(catalogue, focus).disputes
    return frozenset(
        dispute
        for dispute in catalogue.disputes
        for statement in catalogue.positions_on(dispute)
        if statement.actor is not None and focus.id in {statement.actor, side_of(catalogue, statement.actor)}
    )


_Key = Callable[[int, int, str], tuple[object, ...]]
_KEYS: Mapping[Order, _Key] = {
    "number": lambda statements, newest, name: (-statements, newest, name.casefold()),
    "newest": lambda statements, newest, name: (newest, -statements, name.casefold()),
    "name": lambda statements, newest, name: (name.casefold(), -statements, newest),
}
"""What is sorted by: how much is said, the number of the newest source (from 1, the newest), the name."""

_Said = Mapping[str, Sequence[Statement]]


def _newest(catalogue: Catalogue, statements: Sequence[Statement]) -> int:
    return min((catalogue.number(statement.document) for statement in statements), default=0)


def _by_side(catalogue: Catalogue, said: _Said) -> dict[str, dict[str, list[Statement]]]:
    """Return what is said, by side and actor; a statement on several disputes counts once."""
    each = {statement.id: statement for statements in said.values() for statement in statements}
    found: dict[str, dict[str, list[Statement]]] = {}
    for statement in each.values():
        assert statement.actor is not None
        side = side_of(catalogue, statement.actor)
        found.setdefault(side, {}).setdefault(statement.actor, []).append(statement)
    return found


def _columns(
    catalogue: Catalogue, by_side: Mapping[str, _Said], key: _Key, opened: frozenset[str]
) -> tuple[MatrixColumn, ...]:
    def ordered(said: _Said, columns: Sequence[MatrixColumn], kinds: Sequence[ActorKind]) -> list[MatrixColumn]:
        return sorted(
            columns,
            key=lambda column: (
                kinds.index(column.kind),
                *key(column.statements, _newest(catalogue, said[column.id]), column.name),
            ),
        )

    said = {side: [one for own in actors.values() for one in own] for side, actors in by_side.items()}
    sides = [_side(catalogue, side, said[side], frozenset(actors)) for side, actors in by_side.items()]
    columns: list[MatrixColumn] = []
    for column in ordered(said, sides, KINDS):
        columns.append(column)
        if column.id in opened and column.can_open:
            own = by_side[column.id]
            voices = [_voice(catalogue, actor, len(own[actor]), column.id) for actor in own if actor != column.id]
            columns.extend(ordered(own, voices, KINDS[::-1]))
    return tuple(columns)


def _side(catalogue: Catalogue, side: str, statements: Sequence[Statement], voices: frozenset[str]) -> MatrixColumn:
    known = catalogue.actors.get(side)
    name = known.name if known else catalogue.state_name(side)
    short = catalogue.short(side) if known else name
    return MatrixColumn(side, name, short, known.kind if known else "state", len(statements), voices)


def _voice(catalogue: Catalogue, actor: str, statements: int, state: str) -> MatrixColumn:
    known = catalogue.actors[actor]
    return MatrixColumn(actor, known.name, catalogue.short(actor), known.kind, statements, frozenset({actor}), state)


def _cells(said: _Said, columns: Iterable[MatrixColumn]) -> dict[tuple[str, str], Cell]:
    columns_of: dict[str, list[str]] = {}
    for column in columns:
        for voice in column.voices:
            columns_of.setdefault(voice, []).append(column.id)
    found: dict[tuple[str, str], list[Statement]] = {}
    for dispute, statements in said.items():
        for statement in statements:
            for column_id in columns_of.get(statement.actor or "", ()):
                found.setdefault((dispute, column_id), []).append(statement)
    return {place: Cell(tuple(statements)) for place, statements in found.items()}
