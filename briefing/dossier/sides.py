"""The sides of a dispute, each with what it says in the words of the articles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.wording import one_line, words_of_statement
from briefing.model import Evidence, Statement, StatementKind
from briefing.record import record

FEWEST_WORDS = 4
"""Shorter words (``denied it``) give way to longer ones: they say nothing by themselves."""
_WEIGHTS: Mapping[StatementKind, int] = {
    "demand": 0,
    "oppose": 0,
    "offer": 0,
    "deny": 0,
    "agree": 1,
    "support": 1,
    "threaten": 1,
    "accuse": 1,
    "state": 2,
}
SEASON = timedelta(90)
MOST_WEIGHED = 100
"""Of how many of a side's newest statements those that are shown are chosen."""


@record(frozen=True, slots=True)
class Position:
    """What one or several actors say on a dispute, so put that no denied or reported claim stands bare.

    ``speakers`` are full names; ``statements`` are ids, one a speaker.
    """

    speakers: tuple[str, ...]
    kind: StatementKind
    quoted: bool
    words: str
    evidence: Evidence
    statements: tuple[str, ...]


@record(frozen=True, slots=True)
class Positions:
    """The positions of one side that are shown, newest first, and how many it has in all."""

    lines: tuple[Position, ...]
    total: int


@record(frozen=True, slots=True)
class Side:
    """A state with its people and bodies, or a body or person of no state, and what it says on a dispute."""

    id: str
    name: str
    positions: Positions


def sides_of(catalogue: Catalogue, dispute: str, most: int) -> list[Side]:
    """Return the sides that speak on a dispute, those that say most first, each with at most ``most`` positions.

    Of a side's statements one in a further sentence and of a further kind is preferred; of these one of its latest
    quarter of a year; then one that says something by itself; then one cut from its sentence to the whole of it; what
    a side wants, offers, opposes or denies to how it judges others, and that to a mere statement; a government or a
    person to another body of a state; and then the newer. What several sides say together stands with the first.
    """
    statements: dict[str, list[Statement]] = {}
    for statement in catalogue.positions_on(dispute):
        assert statement.actor is not None
        statements.setdefault(side_of(catalogue, statement.actor), []).append(statement)
    ordered = sorted(statements.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    told: set[tuple[object, ...]] = set()
    sides = []
    for side, said in ordered:
        shown = _chosen(catalogue, [one for one in said if _telling(one) not in told], most)
        told |= {_telling(one) for one in shown}
        positions = Positions(tuple(_position(catalogue, dispute, one) for one in shown), len(said))
        sides.append(Side(side, _side_name(catalogue, side), positions))
    return [side for side in sides if side.positions.lines]


def side_of(catalogue: Catalogue, actor: str) -> str:
    """Return the id of the state for which an actor stands, else the actor's own."""
    known = catalogue.actors.get(actor)
    return known.country.lower() if known is not None and known.country else actor


def _side_name(catalogue: Catalogue, side: str) -> str:
    return catalogue.name(side) if side in catalogue.actors else catalogue.state_name(side)


def _telling(statement: Statement) -> tuple[object, ...]:
    """Return what statements share that several actors make together."""
    return (statement.document, statement.kind, statement.cue, statement.content)


def _chosen(catalogue: Catalogue, statements: list[Statement], most: int) -> list[Statement]:
    statements = statements[:MOST_WEIGHED]
    days = [day for one in statements if (day := catalogue.published(one.document)) is not None]
    newest = max(days, default=None)
    words = {one.id: words_of_statement(catalogue, one) for one in statements}
    shown: list[Statement] = []
    while len(shown) < most:
        kinds = {one.kind for one in shown}
        sentences = {(one.document, one.evidence.sentence) for one in shown}
        left = [one for one in statements if all(words[one.id] != words[other.id] for other in shown)]
        if not left:
            break
        shown.append(
            min(
                left,
                key=lambda one: (
                    (one.document, one.evidence.sentence) in sentences,
                    one.kind in kinds,
                    _seasons_old(catalogue, one, newest),
                    _says_little(words[one.id]),
                    words[one.id] == one_line(catalogue.text(one.document, one.evidence.sentence)),
                    _WEIGHTS[one.kind],
                    _is_body_of_state(catalogue, one),
                ),
            )
        )
    return sorted(shown, key=lambda one: catalogue.order(one.evidence))


def _is_body_of_state(catalogue: Catalogue, statement: Statement) -> bool:
    speaker = catalogue.actors.get(statement.actor or "")
    return speaker is not None and speaker.kind == "organisation" and speaker.country is not None


def _seasons_old(catalogue: Catalogue, statement: Statement, newest: date | None) -> int:
    day = catalogue.published(statement.document)
    return date.max.year if day is None or newest is None else (newest - day) // SEASON


def _says_little(words: str) -> bool:
    return len(words.split()) < FEWEST_WORDS


def _position(catalogue: Catalogue, dispute: str, statement: Statement) -> Position:
    together = [
        other
        for other in catalogue.statements_in(statement.document)
        if other.actor is not None and dispute in other.disputes and _telling(other) == _telling(statement)
    ]
    together.sort(key=lambda other: other is not statement)
    return Position(
        speakers=tuple(dict.fromkeys(catalogue.name(str(other.actor)) for other in together)),
        kind=statement.kind,
        quoted=statement.quoted,
        words=words_of_statement(catalogue, statement),
        evidence=statement.evidence,
        statements=tuple(other.id for other in together),
    )
