"""Measuring, cutting and wrapping text in terminal cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len

from briefing.model import Span

ELLIPSIS = "…"
SEPARATOR = " · "

_UNUSUAL = re.compile(
    "[^\x00-\u02ff\u0370-\u0482\u048a-\u0590\u05c8-\u05ff\u2000-\u200a\u2010-\u2027\u2030-\u205f\u2070-\u20cf"
    "\u2100-\u2319\u2400-\u25fc\u25ff-\u2613\u27c0-\u2b1a\u2b56-\u2e7f]"
)
"""Characters that may take no cell or two; text without any of these takes a cell a character.

Said by what it is not, the few, since each character that is named takes time when this is compiled.
"""

_SPACE = re.compile(r"\s")
_BREAKS = frozenset(" \n\t")
"""Where a line may end; not at a no-break space, which is white space too."""


def width_of(text: str) -> int:
    """Return how many cells a text takes."""
    return cell_len(text) if _UNUSUAL.search(text) else len(text)


def head(text: str, width: int) -> str:
    """Return the longest beginning of a text that fits into a number of cells; bounded even where nothing has width."""
    text = text[: max(0, width) * 4]
    if not _UNUSUAL.search(text):
        return text[: max(0, width)]
    taken = 0
    for position, character in enumerate(text):
        taken += cell_len(character)
        if taken > width:
            return text[:position]
    return text


def cut(text: str, width: int) -> str:
    """Return a name cut at the cell, with an ellipsis where something is lost."""
    return text if fits(text, width) else head(text, width - 1).rstrip() + ELLIPSIS if width > 0 else ""


def cut_at_word(text: str, width: int) -> str:
    """Return a title or prose cut at the end of a word, then an ellipsis; at the cell where one word is too long."""
    if fits(text, width):
        return text
    kept = head(text, width)
    word_end = max((found.start() for found in _SPACE.finditer(kept)), default=0)
    kept = kept[:word_end].rstrip(" ,;:.–-")
    return kept + ELLIPSIS if kept and width_of(kept) < width else cut(text, width)


def fits(text: str, width: int) -> bool:
    """Return whether a text fits, without measuring one that is much too long."""
    return len(text) <= max(0, width) * 4 and width_of(text) <= width


def fit_members(members: Sequence[str], width: int, separator: str = SEPARATOR) -> str:
    """Return a list with as many whole members as fit, and how many were dropped: ``US · South Korea +1``."""
    for count in range(min(len(members), width), 0, -1):
        rest = len(members) - count
        line = separator.join(members[:count]) + (f" +{rest}" if rest else "")
        if fits(line, width):
            return line
    if not members:
        return ""
    rest = len(members) - 1
    tail = f" +{rest}" if rest else ""
    return cut(members[0], width - len(tail)) + tail


def fit_parts(parts: Sequence[str], width: int, separator: str = SEPARATOR) -> str:
    """Return as many whole parts as fit, those that matter most first; the first one cut where not even that fits."""
    for count in range(len(parts), 1, -1):
        line = separator.join(parts[:count])
        if fits(line, width):
            return line
    return cut_at_word(parts[0], width) if parts else ""


def cut_path(path: str, width: int) -> str:
    """Return a path cut in the middle, keeping the file name as long as that fits."""
    if fits(path, width):
        return path
    folder, slash, name = path.rpartition("/")
    room = width - width_of(name) - len(slash) - 1
    if slash and room > 0:
        return head(folder, room) + ELLIPSIS + slash + name
    return ELLIPSIS + name if fits(name, width - 1) else cut(name, width)


def wrap(text: str, start: int, end: int, width: int, most: int | None = None) -> list[Span]:
    """Return the lines of ``text[start:end]`` in a number of cells, broken at blanks, else at the cell.

    White space at a break belongs to no line; a single line end is a blank. Where no more than ``most`` lines are
    wanted, the rest is not looked at. Time grows with the length of what is.
    """
    lines: list[Span] = []
    width = max(1, width)
    plain = not _UNUSUAL.search(text, start, end)
    while start < end and (most is None or len(lines) < most):
        start = _skip_blanks(text, start, end)
        if start == end:
            break
        stop = min(start + width, end) if plain else start + max(1, len(head(text[start : start + width * 4], width)))
        stop = min(stop, end)
        if stop < end and text[stop] not in _BREAKS:
            stop = _last_break(text, start, stop) or stop
        lines.append(Span(start, _trim(text, start, stop)))
        start = stop
    return lines or [Span(start, start)]


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _trim(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return stop


def _last_break(text: str, start: int, stop: int) -> int | None:
    at = max(text.rfind(" ", start, stop), text.rfind("\n", start, stop), text.rfind("\t", start, stop))
    return at if at > start else None
