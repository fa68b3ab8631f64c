"""Cutting a text into paragraphs, whichever way its lines were broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.model import Span
from briefing.reading.sentences import BLANKS

_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(r"(?:>[ \t]?)*(?:#{1,6}[ \t]+|[•▪◦‣·*–—-][ \t\u00a0]+)?")
"""What Markdown and lists put before the words of a line: it belongs to no block."""

_BEGINS_ITEM = re.compile(r"(?:#{1,6}[ \t]|[•▪◦‣·*-][ \t\u00a0]|\d{1,2}[.)][ \t\u00a0])")
_WORD = re.compile(r"[^\W_]")
_FIRST_WORD = re.compile(r"\S{1,60}")

_LONGEST_WRAPPED = 132
_SHORTEST_WRAPPED = 45
_ENDS = (".", "!", "?", ":", ";", "”", '"', "…")


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of a text in order, without white space, list signs and heading signs around them.

    Empty lines part paragraphs. So do single line ends, unless the text is one whose lines were broken at a fixed
    width, or the next line goes on with a small letter. What has no letter and no digit is no paragraph.
    """
    lines = [_stripped(text, found.start(), found.end()) for found in _LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    joins = _joins(text, lines)
    found: list[Span] = []
    first = 0
    for last in range(1, len(lines) + 1):
        if last == len(lines) or not joins[last - 1]:
            paragraph = _without_marker(text, lines[first].start, lines[last - 1].end)
            if _WORD.search(text, paragraph.start, paragraph.end):
                found.append(paragraph)
            first = last
    return found


def _stripped(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    inner = line.strip(BLANKS)
    begin = start + len(line) - len(line.lstrip(BLANKS))
    return Span(begin, begin + len(inner))


def _without_marker(text: str, start: int, end: int) -> Span:
    marker = _MARKER.match(text, start, end)
    assert marker is not None  # it may be empty
    return Span(marker.end(), end)


def _joins(text: str, lines: Sequence[Span]) -> list[bool]:
    """Tell for each line whether the paragraph goes on in the next."""
    neighbours = [text.count("\n", line.end, after.start) == 1 for line, after in pairwise(lines)]
    reaches = [line.end - line.start + 1 + _first_word(text, after) for line, after in pairwise(lines)]
    width = _wrap_width([line.end - line.start for line in lines], neighbours, reaches)
    return [
        near and not _BEGINS_ITEM.match(text, after.start, after.end) and (reach > width or _goes_on(text, line, after))
        for near, reach, (line, after) in zip(neighbours, reaches, pairwise(lines), strict=True)
    ]


def _first_word(text: str, line: Span) -> int:
    found = _FIRST_WORD.match(text, line.start, line.end)
    return len(found.group()) if found else 0


def _wrap_width(lengths: list[int], neighbours: list[bool], reaches: list[int]) -> float:
    """Return the width at which the lines were broken, infinite where they were not.

    A line broken at a width could not have held the first word of the next: where that holds for most lines that
    have a next one, they were broken.
    """
    inner = [(length, reach) for length, near, reach in zip(lengths, neighbours, reaches, strict=False) if near]
    fitting = sorted(length for length, _ in inner if length <= _LONGEST_WRAPPED)
    if not fitting or sum(fitting) * 2 < sum(length for length, _ in inner):
        return float("inf")
    width = fitting[len(fitting) * 9 // 10]
    broken = sum(1 for _, reach in inner if reach > width)
    return width if width >= _SHORTEST_WRAPPED and broken * 2 >= len(inner) else float("inf")


def _goes_on(text: str, line: Span, after: Span) -> bool:
    return text[after.start].islower() and not text.endswith(_ENDS, line.start, line.end)
