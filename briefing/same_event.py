"""When two tellings of an event are one event.

Two tellings are one where nothing in them contradicts (kind, days, place, parties, instrument) and something that
tells events apart agrees. Used within a document and between documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from briefing.knowledge.matcher import Match
from briefing.knowledge.tables import Knowledge
from briefing.knowledge.tokens import tokenize
from briefing.model import AgendaKind, DateInterval, Precision, Tense

FINENESS: tuple[Precision, ...] = ("day", "range", "week", "month", "quarter", "year")
"""The precisions of a date, finest first."""

_TELLS_APART = frozenset({"day", "range", "week"})


class Party(NamedTuple):
    """Whom an actor stands for: a state's id, or its own; and whether it is a person."""

    side: str
    person: bool


class Telling(Protocol):
    """What is compared: an agenda item, or one place in a document that speaks of an event."""

    @property
    def kind(self) -> AgendaKind:
        """The kind of event."""

    @property
    def date(self) -> DateInterval | None:
        """The days in which it falls."""

    @property
    def tense(self) -> Tense | None:
        """The tense in which it is told."""

    @property
    def place(self) -> str | None:
        """Where it takes place."""

    @property
    def participants(self) -> tuple[str, ...]:
        """Ids of the actors that take part."""

    @property
    def instrument(self) -> str | None:
        """Id of the instrument it is about."""


def may_be_same(one: Telling, other: Telling, parties: Mapping[str, Party], knowledge: Knowledge | None) -> bool:
    """Tell whether nothing in two tellings contradicts."""
    if one.kind != other.kind or (one.instrument and other.instrument and one.instrument != other.instrument):
        return False
    if one.date and other.date:
        if not overlap(one.date, other.date):
            return False
    elif {one.tense, other.tense} == {"past", "to_come"}:
        return False
    if one.place and other.place:
        exact = one.kind == "visit"
        if not (same_words(one.place, other.place) if exact else same_place(one.place, other.place, knowledge)):
            return False
    return _parties_agree(one, other, parties)


def same_event(one: Telling, other: Telling, parties: Mapping[str, Party], knowledge: Knowledge | None) -> bool:
    """Tell whether two tellings are one event."""
    if not may_be_same(one, other, parties, knowledge):
        return False
    shared = shared_sides(one, other, parties)
    placed = bool(one.place and other.place)
    bound = bool(one.instrument and one.instrument == other.instrument)
    if one.date and other.date and {one.date.precision, other.date.precision} <= _TELLS_APART:
        return shared > 0 or placed or bound
    return bound or shared > 1 or (shared > 0 and placed)


def overlap(one: DateInterval, other: DateInterval) -> bool:
    """Tell whether two intervals share a day."""
    return one.start <= other.end and other.start <= one.end


def same_interval(one: DateInterval | None, other: DateInterval | None) -> bool:
    """Tell whether two dates are the same days, or neither is known, whatever the words."""
    if one is None or other is None:
        return one is other
    return (one.start, one.end) == (other.start, other.end)


def shared_sides(one: Telling, other: Telling, parties: Mapping[str, Party]) -> int:
    """Return how many sides take part in both tellings."""
    return len(_sides(one, parties) & _sides(other, parties))


def same_place(one: str, other: str, knowledge: Knowledge | None) -> bool:
    """Tell whether two places may be one: the same words, a part of the other, or a city and its state.

    The last as far as tables are at hand.
    """
    first, second = ([part.strip() for part in place.casefold().split(",")] for place in (one, other))
    if same_words(one, other) or (len(first) == 1 and first[0] in second) or (len(second) == 1 and second[0] in first):
        return True
    if knowledge is None:
        return False
    here, there = dict(_places(one, knowledge)), dict(_places(other, knowledge))
    states = {state for state, whole in here.items() if whole or there.get(state)}
    return bool(states & there.keys())


def same_words(one: str, other: str) -> bool:
    """Tell whether one place only adds words to the other: ``Baku`` and ``Baku, Azerbaijan``."""
    first, second = one.casefold().split(","), other.casefold().split(",")
    return first[0].strip() == second[0].strip() and (len(first) == 1 or len(second) == 1 or first[1] == second[1])


def finer(one: DateInterval | None, other: DateInterval | None) -> DateInterval | None:
    """Return the date that says more; the first where both say as much."""
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda found: (FINENESS.index(found.precision), (found.end - found.start).days))


def _sides(telling: Telling, parties: Mapping[str, Party]) -> set[str]:
    return {parties[actor].side if actor in parties else actor for actor in telling.participants}


def _persons(telling: Telling, parties: Mapping[str, Party]) -> set[str]:
    return {actor for actor in telling.participants if actor in parties and parties[actor].person}


def _parties_agree(one: Telling, other: Telling, parties: Mapping[str, Party]) -> bool:
    """Tell whether two sets of participants may be of one event: a side in common, and no other persons for it."""
    if not one.participants or not other.participants:
        return True
    mine, theirs = _persons(one, parties), _persons(other, parties)
    if mine and theirs and not mine & theirs:
        return False
    return shared_sides(one, other, parties) > 0


def _places(text: str, knowledge: Knowledge) -> Iterator[tuple[str, bool]]:
    """Yield the states in which a text's places lie, and whether it names the whole state."""
    for match in knowledge.matcher.match(tokenize(text)):
        yield from _states_of(match, knowledge)


def _states_of(match: Match, knowledge: Knowledge) -> Iterator[tuple[str, bool]]:
    for entry in match.entries:
        if entry.table == "state":
            yield entry.id, entry.form != "capital"
        elif entry.table == "place" and (country := knowledge.places[entry.id].country):
            yield country, False
