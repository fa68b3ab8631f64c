"""Where the panes of the dashboard stand at each size of the terminal."""

from __future__ import annotations

from briefing.record import record

NARROW = 100
"""Columns below which one list is seen at a time."""
WIDE = 160
"""Columns from which the source stands beside the rest."""
TALL = 30
"""Rows from which there are blank rows below the header and above the footer."""
LEAST_WIDTH = 40
LEAST_HEIGHT = 12

MARGIN = 1
GUTTER = 2
BLOCK_WIDTH = 118


@record(frozen=True, slots=True)
class Layout:
    """Cells and rows of the panes; ``list_rows`` includes the heading, widths of 0 mean all that is left."""

    narrow: bool
    wide: bool
    tall: bool
    too_small: bool
    block_width: int
    list_rows: int


def lay_out(width: int, height: int) -> Layout:
    """Return the layout for a terminal of some size.

    Lists take 45 of 100 rows beside their heading, 40 where one is seen at a time; the detail takes the rest.
    """
    narrow, wide, tall = width < NARROW, width >= WIDE, height >= TALL
    content = height - 2 - (2 if tall else 0)
    share = 0.40 if narrow else 0.45
    return Layout(
        narrow=narrow,
        wide=wide,
        tall=tall,
        too_small=width < LEAST_WIDTH or height < LEAST_HEIGHT,
        block_width=BLOCK_WIDTH if wide else width - 2 * MARGIN,
        list_rows=max(3, round(content * share) + 1),
    )
