"""Dates that moved: an agenda item for which a later document gives another day than an earlier one did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.conflicting_events import conflicting_events
from briefing.model import AgendaItem, Evidence
from briefing.record import record

_TERM = re.compile(r"(?:until|till|through)\b", re.IGNORECASE)
_END_RULES = frozenset({"deadline: verb", "treaty: limit"})
"""Rules that read the end of an instrument: that it expires, lapses or runs out, and until when it lasts."""


@record(frozen=True, slots=True)
class Move:
    """The other date of an agenda item: its id, and whether this one is the ``later`` told, the one that holds.

    ``evidence`` is where the other date stands.
    """

    other: str
    later: bool
    evidence: Evidence


def moves_of(catalogue: Catalogue) -> Mapping[str, Move]:
    """Return the agenda items of which the date moved, and those to which it was moved, by id.

    A date moved where two documents of different days tell of one event but for the day; and where an instrument that
    was to end on one day is to end on a later one, told at the same time or afterwards.
    """
    moves: dict[str, Move] = {}
    for before, after in (*_events(catalogue), *_terms(catalogue)):
        moves.setdefault(after.id, Move(before.id, True, _newest(catalogue, before)))
        moves.setdefault(before.id, Move(after.id, False, _newest(catalogue, after)))
    return moves


def _newest(catalogue: Catalogue, item: AgendaItem) -> Evidence:
    return catalogue.sentences_of(Item("agenda", item.id))[0]


def _events(catalogue: Catalogue) -> Iterator[tuple[AgendaItem, AgendaItem]]:
    """Yield the date of an event as it was told, and as it was told on a later day."""
    told_by = {found: item for item in catalogue.briefing.agenda for found in item.evidence}
    for conflict in conflicting_events(catalogue):
        if conflict.about != "date":
            continue
        for newer, older in pairwise(conflict.versions):
            first, second = (catalogue.published(one.evidence.document) for one in (older, newer))
            if first is not None and second is not None and first < second:
                yield told_by[older.evidence], told_by[newer.evidence]


def _terms(catalogue: Catalogue) -> Iterator[tuple[AgendaItem, AgendaItem]]:
    """Yield the ends of one instrument that follow one another."""
    ends: dict[str, list[AgendaItem]] = {}
    for item in catalogue.briefing.agenda:
        if item.instrument is not None and item.date is not None and item.evidence and _is_end(item):
            ends.setdefault(item.instrument, []).append(item)
    for items in ends.values():
        for before, after in pairwise(sorted(items, key=_day)):
            if (
                before.date
                and after.date
                and before.date.end < after.date.start
                and _told_since(catalogue, before, after)
            ):
                yield before, after


def _day(item: AgendaItem) -> tuple[int, str]:
    return (item.date.start.toordinal() if item.date else 0, item.id)


def _is_end(item: AgendaItem) -> bool:
    return bool(item.date and _TERM.match(item.date.basis)) or any(one.rule in _END_RULES for one in item.evidence)


def _told_since(catalogue: Catalogue, before: AgendaItem, after: AgendaItem) -> bool:
    return _number(catalogue, after.evidence) <= _number(catalogue, before.evidence)


def _number(catalogue: Catalogue, evidence: Iterable[Evidence]) -> int:
    return min(catalogue.number(found.document) for found in evidence)
