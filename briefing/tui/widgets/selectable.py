"""Text that can be selected with the mouse, in a widget that paints its own lines."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection
from textual.strip import Strip

from briefing.tui.look import look_of
from briefing.tui.paint import Painted


class Selectable(Painted):
    """Lines of text of which some are in view; what is selected is kept by its place in the text."""

    ALLOW_SELECT = True

    def first_line(self) -> int:
        """Return which line of the text is the first in view."""
        raise NotImplementedError

    def plain_lines(self) -> Sequence[str]:
        """Return all lines as they are painted, with what stands before the text."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Return one painted line that knows its place in the text, the selected stretch of it marked."""
        strip = super().render_line(y)
        line = self.first_line() + y
        selection = self.text_selection
        span = selection.get_span(line) if selection is not None else None
        if span is not None:
            start, end = span[0], strip.cell_length if span[1] < 0 else span[1]
            marked = Segment.apply_style(strip.crop(start, end), post_style=self._selection_style())
            strip = Strip.join([strip.crop(0, start), Strip(marked), strip.crop(end, strip.cell_length)])
        return strip.apply_offsets(0, line)

    def _selection_style(self) -> Style:
        return look_of(self).palette.style("text", "selected")

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected words without the blanks before them."""
        words = selection.extract("\n".join(self.plain_lines()))
        return "\n".join(line.strip() for line in words.splitlines()), "\n"
