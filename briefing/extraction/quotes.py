"""Quotations: the pairs of quotation marks in a document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from briefing.model import Document, Span

_CLOSING = "”»"
_ANY_OPENING = re.compile('[“«„"]')
_STRAIGHT = re.compile('"')
_CURLY = re.compile(f"[{_CLOSING}]")
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
    while (opening := _ANY_OPENING.search(text, position)) is not None:
        start = opening.start()
        end = _closing(text, start, ends)
        stop = end - 1 if text[end - 1] in _CLOSING + '"' and end - 1 > start else end
        yield Quotation(Span(start, end), Span(start + 1, stop))
        position = max(end, start + 1)


def _closing(text: str, start: int, ends: list[int]) -> int:
    """Return the end of the quotation that opens at ``start``, its closing mark included."""
    sign = text[start]
    closing = _STRAIGHT if sign == '"' else _CURLY
    where = bisect_right(ends, start)
    limit = min(ends[where] if where < len(ends) else len(text), start + _LONGEST)
    while True:
        found = closing.search(text, start + 1, limit)
        if found is not None:
            return found.end()
        goes_on = where + 1 < len(ends) and text[limit : ends[where + 1]].lstrip()[:1] == sign
        if not goes_on or limit - start >= _LONGEST:
            return limit
        start, where = text.index(sign, limit), where + 1
        limit = min(ends[where], start + _LONGEST)
