"""The thumb of a longer view: a thin bar that shows which part is seen."""

from __future__ import annotations


def thumb_range(total: int, visible: int, top: int, height: int) -> range:
    """Return the lines of a view of some height on which the thumb stands; none where all is visible.

    ``total``, ``visible`` and ``top`` are counted in the same units, rows or lines.
    """
    if visible >= total or height < 1:
        return range(0)
    length = max(1, height * visible // total)
    hidden = max(1, total - visible)
    start = min((height - length) * top // hidden, height - length)
    return range(start, start + length)
