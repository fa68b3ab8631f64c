"""Numbers of things in a sentence: how many of what, and what is done to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model import Span
from briefing.record import record

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_UNITS += [f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBERS = {word: number for number, word in enumerate(_UNITS, 1)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

STEM = 5
FARTHEST_WORD = 60
"""Code points before a number in which a hedge or a verb belongs to it."""

_ABOUT = ("about", "almost", "around", "approximately", "close to", "nearly", "roughly", "some")
_AT_LEAST = ("at least", "more than", "over", "no fewer than", "no less than")
_AT_MOST = ("at most", "up to", "fewer than", "less than", "under", "no more than")
_HEDGE = "|".join(sorted((*_ABOUT, *_AT_LEAST, *_AT_MOST), key=len, reverse=True))
_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS[:9])}))?|{'|'.join(_UNITS)}|dozen)"
_QUANTITY = re.compile(
    rf"(?:\b(?P<hedge>{_HEDGE}) )?(?<![\w.,$€£-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{_WORDS})"
    rf"(?:[ -](?P<scale>{'|'.join(_SCALES)}))?(?P<between>(?: [A-Za-z][\w.'’-]*){{0,3}}?)"
    r" (?P<noun>people|troops|personnel|percent|[a-z-]{3,}[a-rt-z]s)\b"
)
_BEFORE = re.compile(r"[\w'’-]+")
_WEAK = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "are", "its", "of", "on", "or", "that", "the"}
_WEAK |= {"their", "them", "to", "was", "were", "with"}

_TIMES = {"seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries", "times"}
_ROLES = {"sides", "leaders", "countries", "nations", "states", "presidents", "parties", "ministers"}
_UNCOUNTED = _TIMES | _ROLES | {"rounds", "points", "others", "things", "ways", "reasons"}
"""What is counted in any article, whatever the event."""


@record(frozen=True, slots=True)
class Quantity:
    """How many of what a sentence tells, with the place of the words in the document's text.

    ``least`` and ``most`` are the bounds within which the number lies (``more than 100``: 100 and infinity); ``verb``
    is the stem of the word before it, empty where there is none.
    """

    span: Span
    least: float
    most: float
    noun: str
    verb: str


def quantities_in(text: str, sentence: Span) -> Iterator[Quantity]:
    """Yield the quantities that a sentence tells, in the order of reading; spans of time are none."""
    for found in _QUANTITY.finditer(text, sentence.start, sentence.end):
        noun = found["noun"].lower()
        if noun in _UNCOUNTED or _names_a_year(found):
            continue
        near = max(sentence.start, found.start() - FARTHEST_WORD)
        before = [word.lower() for word in _BEFORE.findall(text, near, found.start())]
        least, most = _bounds(_value(found["number"].lower(), found["scale"]), found["hedge"])
        yield Quantity(Span(found.start(), found.end()), least, most, noun, _verb(before[-5:]))


def contradict(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities of one thing cannot both be right."""
    return one.most < other.least or other.most < one.least


def _names_a_year(found: re.Match[str]) -> bool:
    return found["scale"] is None and re.fullmatch("(?:19|20)\\d\\d", found["number"]) is not None


def _value(number: str, scale: str | None) -> float:
    if number[0].isdigit():
        value = float(number.replace(",", ""))
    elif number == "dozen":
        value = 12
    else:
        tens, _, unit = number.partition("-")
        value = _NUMBERS[tens] + _NUMBERS.get(unit, 0)
    return value * _SCALES.get(scale or "", 1)


def _bounds(value: float, hedge: str | None) -> tuple[float, float]:
    if hedge in _AT_LEAST:
        return value, float("inf")
    if hedge in _AT_MOST:
        return 0, value
    return (value * 0.9, value * 1.1) if hedge else (value, value)


def _verb(before: list[str]) -> str:
    """Return the stem of the nearest word before a number that is no article or preposition."""
    word = next((word for word in reversed(before) if word not in _WEAK and word.isalpha()), "")
    return re.sub(r"(?:ing|ed|es|s|e)$", "", word)[:STEM]
