"""Events that two documents put on different days or in different places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.dates import long_interval
from briefing.dossier.lists import MEETINGS
from briefing.dossier.sides import side_of
from briefing.dossier.versions import About, Disagreement, newest_first, version, words_in
from briefing.dossier.wording import one_line
from briefing.model import AgendaItem, DateInterval, Evidence
from briefing.same_event import overlap, same_place

EVENT_REACH = timedelta(7)
"""Two events further apart are two events."""
TREATY_REACH = timedelta(31)
MOST_COMPARED = 50

_EXACT = frozenset({"day", "range", "week"})
_DATE_WORDS = re.compile(
    r"\b(?:until|through|by|on|in|\d+|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)


def conflicting_events(catalogue: Catalogue) -> Iterator[Disagreement]:
    """Yield the pairs of events of different documents that are one but for the day, or but for the place."""
    dated = sorted(
        (item for item in catalogue.briefing.agenda if item.date is not None and item.evidence),
        key=lambda item: (item.kind, _date(item).start, item.id),
    )
    for place, item in enumerate(dated):
        for other in islice(dated, place + 1, place + 1 + MOST_COMPARED):
            if other.kind != item.kind or _date(other).start - _date(item).start > TREATY_REACH:
                break
            if _documents(item).isdisjoint(_documents(other)):
                yield from _of_pair(catalogue, item, other)


def _of_pair(catalogue: Catalogue, one: AgendaItem, other: AgendaItem) -> Iterator[Disagreement]:
    if _same_but_for_the_date(catalogue, one, other):
        yield _of_items(catalogue, "date", one, other, lambda item: (long_interval(item.date), _date(item).basis))
    elif _same_but_for_the_place(catalogue, one, other):
        yield _of_items(catalogue, "place", one, other, lambda item: (item.place or "", item.place or ""))


def _of_items(
    catalogue: Catalogue,
    about: About,
    one: AgendaItem,
    other: AgendaItem,
    value: Callable[[AgendaItem], tuple[str, str]],
) -> Disagreement:
    """Return a disagreement of two items; ``value`` gives what one says, and the words that say so in its article."""
    told = []
    for item in (one, other):
        said, words = value(item)
        told.append(version(catalogue, said, _telling(catalogue, item, words)))
    ordered = newest_first(catalogue, *told)
    newest = one if ordered[0].evidence in one.evidence else other
    return Disagreement(about, newest.title, ordered, Item("agenda", newest.id))


def _telling(catalogue: Catalogue, item: AgendaItem, words: str) -> Evidence:
    """Return the first evidence of an item in a sentence that has some words, else its first."""
    ordered = sorted(item.evidence, key=catalogue.order)
    having = (found for found in ordered if words in one_line(catalogue.text(found.document, found.sentence)))
    return next(having, ordered[0])


def _date(item: AgendaItem) -> DateInterval:
    assert item.date is not None
    return item.date


def _documents(item: AgendaItem) -> set[str]:
    return {evidence.document for evidence in item.evidence}


def _same_but_for_the_date(catalogue: Catalogue, one: AgendaItem, other: AgendaItem) -> bool:
    first, second = _date(one), _date(other)
    exact = {first.precision, second.precision} <= _EXACT
    if not exact or overlap(first, second) or one.instrument != other.instrument:
        return False
    if one.place and other.place and not same_place(one.place, other.place, None):
        return False
    if one.instrument is None and max(first.start, second.start) - min(first.end, second.end) > EVENT_REACH:
        return False
    titles = _bare_title(catalogue, one), _bare_title(catalogue, other)
    if one.instrument is not None:
        return one.kind in {"treaty", "deadline"} and titles[0] == titles[1]
    placed = bool(one.place and other.place)
    alike = placed or bool(titles[0] and titles[0] == titles[1])
    return alike and _shared(catalogue, one, other) > 1 and _seen_from_one_side(catalogue, one, other)


def _seen_from_one_side(catalogue: Catalogue, one: AgendaItem, other: AgendaItem) -> bool:
    """Tell whether both are told beforehand, or both afterwards: else they may be two rounds of one series."""
    days = [catalogue.published(document) for document in _documents(one) | _documents(other)]
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return False
    before = max(known) <= min(_date(one).start, _date(other).start)
    return before or min(known) >= max(_date(one).end, _date(other).end)


def _same_but_for_the_place(catalogue: Catalogue, one: AgendaItem, other: AgendaItem) -> bool:
    if one.kind not in MEETINGS or not one.place or not other.place or same_place(one.place, other.place, None):
        return False
    first, second = _date(one), _date(other)
    exact = first.precision == second.precision == "day" and first.start == second.start
    return exact and one.instrument == other.instrument and _shared(catalogue, one, other) > 1


def _shared(catalogue: Catalogue, one: AgendaItem, other: AgendaItem) -> int:
    """Return how many sides take part in both, none where each names persons and no one is in both."""
    mine, theirs = (
        {actor for actor in item.participants if actor in catalogue.actors and catalogue.actors[actor].kind == "person"}
        for item in (one, other)
    )
    if mine and theirs and not mine & theirs:
        return 0
    sides = [{side_of(catalogue, actor) for actor in item.participants} for item in (one, other)]
    return len(sides[0] & sides[1])


def _bare_title(catalogue: Catalogue, item: AgendaItem) -> frozenset[str]:
    """Return the words of a title without dates, small words, and the names that are compared by themselves."""
    title = item.title
    instrument = catalogue.instruments.get(item.instrument or "")
    if instrument is not None:
        title = title.replace(instrument.name, " ")
    return words_in(_DATE_WORDS.sub(" ", title))
