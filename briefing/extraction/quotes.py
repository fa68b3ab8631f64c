"""Quotations: the pairs of quotation marks in a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from briefing.model import Document, Span

_OPENING = "“«„"
_CLOSING = "”»"
_LONGEST = 4_000


class Quotation(NamedTuple):
    """A quotation with its marks (``outer``) and without (``inner``); the closing mark may be missing."""

    outer: Span
    inner: Span


def find_quotations(document: Document) -> list[Quotation]:
    """Return the quotations of a document from left to right.

    A quotation may run over several paragraphs when each opens with a mark and only the last closes; an
    opening mark that nothing closes within its paragraph or the next ones ends with its paragraph.
    """
    return list(_scan(document.text, [block.end for block in document.blocks]))


def _scan(text: str, ends: list[int]) -> Iterator[Quotation]:
    position = 0
    while (start := _next_opening(text, position)) is not None:
        end = _closing(text, start, ends)
        stop = end - 1 if text[end - 1] in _CLOSING + '"' and end - 1 > start else end
        yield Quotation(Span(start, end), Span(start + 1, stop))
        position = max(end, start + 1)


def _next_opening(text: str, position: int) -> int | None:
    for index in range(position, len(text)):
        char = text[index]
        if char in _OPENING or char == '"':
            return index
    return None


def _closing(text: str, start: int, ends: list[int]) -> int:
    """Return the end of the quotation that opens at ``start``, its closing mark included."""
    straight = text[start] == '"'
    where = bisect_right(ends, start)
    limit = min(ends[where] if where < len(ends) else len(text), start + _LONGEST)
    while True:
        for index in range(start + 1, limit):
            char = text[index]
            if (straight and char == '"') or (not straight and char in _CLOSING):
                return index + 1
        goes_on = where + 1 < len(ends) and text[limit : ends[where + 1]].lstrip()[:1] == text[start]
        if not goes_on or limit - start >= _LONGEST:
            return limit
        opening = limit + text[limit:].index(text[start])
        start, where = opening, where + 1
        limit = min(ends[where], start + _LONGEST)
