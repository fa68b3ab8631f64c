"""Finding time expressions in a text, and the dates they mean.

Only words that name days are read: a duration (``for two years``), a time of day and a bare number are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from briefing.extraction.intervals import Anchor, Fixed, Reading, Stepped, YearlyMonths, a_day
from briefing.extraction.time_patterns import PATTERNS
from briefing.extraction.time_readings import GAP
from briefing.model import DateInterval

Relation = Literal["on", "by", "until", "since", "after", "before", "within"]


class TimeExpression(NamedTuple):
    """Words that name days: where they stand, how the event lies to those days, and what they say.

    ``start`` is that of the relation's word where it is another than ``on``: ``until 2026``.
    """

    start: int
    end: int
    relation: Relation
    reading: Reading


_RELATIONS: dict[str, Relation] = {
    "by": "by",
    "no later than": "by",
    "until": "until",
    "till": "until",
    "through": "until",
    "since": "since",
    "after": "after",
    "before": "before",
    "ahead of": "before",
    "prior to": "before",
}
_HOUR = rf"(?:midnight|noon|dawn|sunset|\d{{1,2}}(?::\d\d)?{GAP}?[ap]\.?m\.?)(?:{GAP}on)?{GAP}"
_RELATION = re.compile(rf"\b({'|'.join(_RELATIONS)}){GAP}(?:the{GAP})?(?:{_HOUR})?\Z", re.IGNORECASE)
_LOOK_BACK = 34
_KEY_REACH = 60
"""More code points than the words of an expression before or after its key."""


def find_times(text: str, start: int = 0, end: int | None = None) -> list[TimeExpression]:
    """Return the time expressions in ``text[start:end]`` in order, the longest where several begin together."""
    stop = len(text) if end is None else end
    near = _Near(text, start, stop)
    found = [
        (match.start(), -match.end(), order, reading)
        for order, pattern in enumerate(PATTERNS)
        for low, high in near.stretches(pattern.keys)
        for match in pattern.shape.finditer(text, low, high)
        if (reading := pattern.read(match)) is not None
    ]
    expressions: list[TimeExpression] = []
    free = start
    for first, negative_last, _, reading in sorted(found, key=lambda item: item[:3]):
        if first >= free:
            free = -negative_last
            expressions.append(_expression(text, first, free, reading))
    return expressions


class _Near:
    """The stretches of a text in which a pattern may be found: around its keys, those that touch joined."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self._text, self._lower, self._start, self._stop = text, text.lower(), start, stop
        self._known: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        self._places: dict[str, list[int]] = {}
        self._shifted = len(self._lower) != len(text)  # a letter that has another length in lower case

    def stretches(self, keys: tuple[str, ...]) -> list[tuple[int, int]]:
        """Return the stretches for some keys, in order."""
        if keys not in self._known:
            self._known[keys] = [(self._start, self._stop)] if self._shifted else list(self._around(keys))
        return self._known[keys]

    def _around(self, keys: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        low = high = self._start
        for place in sorted(place for key in keys for place in self._find(key)):
            if place - _KEY_REACH > high:
                if high > low:
                    yield low, high
                low = place - _KEY_REACH
            high = min(place + _KEY_REACH, self._stop)
        if high > low:
            yield low, high

    def _find(self, key: str) -> list[int]:
        if key not in self._places:
            places = self._places[key] = []
            text = self._lower if key == key.lower() else self._text
            place = text.find(key, self._start, self._stop)
            while place >= 0:
                places.append(place)
                place = text.find(key, place + 1, self._stop)
        return self._places[key]


def date_of(expression: TimeExpression, text: str, anchor: Anchor) -> DateInterval | None:
    """Return the days an expression of ``text`` means, seen from an anchor; null where they cannot be told."""
    days = expression.reading.days(anchor)
    return DateInterval(*days, " ".join(text[expression.start : expression.end].split())) if days else None


def _expression(text: str, start: int, end: int, reading: Reading) -> TimeExpression:
    stop = end + (text[end : end + 2] in {"'s", "’s"}) * 2
    before = _RELATION.search(text[max(0, start - _LOOK_BACK) : start])
    if before is None:
        within = text[start:end].casefold().startswith("within")
        return TimeExpression(start, stop, "within" if within else "on", reading)
    relation = _RELATIONS[" ".join(before[1].casefold().split())]
    if relation in {"by", "until", "before"}:
        last_day = _to_its_last_day(reading)
        relation = "by" if relation == "before" and last_day is not reading else relation
        reading = last_day
    return TimeExpression(start - len(before[0]), stop, relation, reading)


def _to_its_last_day(reading: Reading) -> Reading:
    """Return the reading of ``the end of March`` after ``by``: a limit is a day, not a stretch of days."""
    if isinstance(reading, Stepped | YearlyMonths) and reading.part == "end":
        return replace(reading, part="last day")
    if isinstance(reading, Fixed) and reading.part == "end":
        return Fixed(a_day(reading.fixed.end))
    return reading
