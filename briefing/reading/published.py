"""The day on which an article was published, and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from briefing.knowledge.calendar import WEEKDAYS, AbsoluteDate, absolute_dates
from briefing.model import Block
from briefing.reading.dateline import Dateline, PartialDate, partial_date

_FILE_NAME = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_OLD_PICTURE = re.compile(
    r"file\b|.{0,80}\bfile (?:photo|picture|image)|in this [^.]{0,40}\d{4},? (?:\w+ )?(?:photo|image)", re.I
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
_RENDERED = re.compile(r"\b(?:press|conference|briefing|remarks|interview|transcript|readout)\b", re.IGNORECASE)
_LEADING_BLOCKS = 5
_LEADING_CHARACTERS = 4_000


class Published(NamedTuple):
    """A day and its basis: ``front matter``, ``text``, ``caption``, ``file name`` or ``given``; both or neither."""

    day: date | None = None
    basis: str | None = None


def published(
    text: str,
    blocks: Sequence[Block],
    dateline: Dateline | None,
    *,
    front: date | None,
    file_name: str,
    url: str | None,
) -> Published:
    """Return the day of publication from the first of these that gives one.

    The front matter; the text (a date line, the dateline, a date in the byline; a day without a year only where the
    file name, the address, a caption or a notice of copyright gives the year); the caption of a picture, where the
    article speaks of its weekday; a ``YYYY-MM-DD`` at the start of the file name.
    """
    if front is not None:
        return Published(front, "front matter")
    named = _in_file_name(file_name)
    day = _in_text(text, blocks, dateline) or _in_some_year(text, blocks, dateline, named, url)
    if day is not None:
        return Published(day, "text")
    day = _in_captions(text, blocks)
    if day is not None:
        return Published(day, "caption")
    return Published(named, "file name") if named is not None else Published()


def _in_file_name(name: str) -> date | None:
    found = _FILE_NAME.match(name)
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _in_text(text: str, blocks: Sequence[Block], dateline: Dateline | None) -> date | None:
    for block in blocks:
        for found in (
            absolute_dates(text, block.start, block.end) if block.kind in {"headline", "date", "byline"} else ()
        ):
            if block.kind != "headline" or _signs_headline(text, block, found):
                return found.date
    if dateline is not None and dateline.date is not None and dateline.date.year is not None:
        return dateline.date.in_year(dateline.date.year)
    return None


def _signs_headline(text: str, block: Block, found: AbsoluteDate) -> bool:
    """Tell whether a headline ends with the article's own date.

    It is set apart (``Remarks to the press, Geneva, July 23, 2021``) or that of what is rendered (``Press conference
    on July 23, 2021``).
    """
    before = text[block.start : found.start].rstrip()
    is_last = text[found.end : block.end].strip(" )") == ""
    return is_last and (
        before.endswith((",", "(")) or (before.endswith(" on") and _RENDERED.search(before) is not None)
    )


def _in_some_year(
    text: str, blocks: Sequence[Block], dateline: Dateline | None, named: date | None, url: str | None
) -> date | None:
    """Return the day of a date line or dateline without a year, in the first year given elsewhere that it can have."""
    day = next(_days_without_year(text, blocks, dateline), None)
    if day is None:
        return None
    years = _years_elsewhere(text, blocks, named, url)
    return next((found for found in map(day.in_year, years) if found is not None), None)


def _days_without_year(text: str, blocks: Sequence[Block], dateline: Dateline | None) -> Iterator[PartialDate]:
    if dateline is not None and dateline.date is not None:
        yield dateline.date
    for block in blocks:
        found = partial_date(text[block.start : block.end]) if block.kind == "date" else None
        if found is not None:
            yield found


def _years_elsewhere(text: str, blocks: Sequence[Block], named: date | None, url: str | None) -> Iterator[int]:
    if named is not None:
        yield named.year
    yield from map(int, _YEAR.findall(url or ""))
    yield from (day.year for day in _caption_days(text, blocks))
    for block in blocks:
        if block.kind == "credit":
            yield from map(int, _YEAR.findall(text, block.start, block.end))


def _in_captions(text: str, blocks: Sequence[Block]) -> date | None:
    """Return the newest day of a caption whose weekday the beginning of the article names."""
    body = [block for block in blocks if block.kind == "body"][:_LEADING_BLOCKS]
    weekdays = {
        WEEKDAYS[found.group()]
        for block in body
        for found in _WEEKDAY.finditer(text, block.start, min(block.end, block.start + _LEADING_CHARACTERS))
    }
    return max((day for day in _caption_days(text, blocks) if day.weekday() in weekdays), default=None)


def _caption_days(text: str, blocks: Sequence[Block]) -> Iterable[date]:
    """Return the full dates of the captions, but for those of file pictures and those whose weekday is wrong."""
    for block in blocks:
        if block.kind != "caption" or _OLD_PICTURE.match(text, block.start, block.end):
            continue
        for found in absolute_dates(text, block.start, block.end):
            weekday = _WEEKDAY.match(text, found.start, found.end)
            if weekday is None or WEEKDAYS[weekday.group()] == found.date.weekday():
                yield found.date
