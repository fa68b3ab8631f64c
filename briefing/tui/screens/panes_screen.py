"""The panes of the dashboard: where they stand at each size of the terminal, and how one goes from one to another."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from briefing.tui import keys
from briefing.tui.layout import LEAST_HEIGHT, LEAST_WIDTH, Layout, lay_out
from briefing.tui.panes.detail import DetailPane
from briefing.tui.panes.list_pane import ListPane
from briefing.tui.panes.source import SourcePane
from briefing.tui.widgets.bars import FooterBar, HeaderBar, NoticeBar
from briefing.tui.widgets.first_hint import FirstHint
from briefing.tui.widgets.heading import TabHeading
from briefing.tui.widgets.remark import Remark

LISTS = ("actors", "disputes", "agenda")
DETAIL, SOURCE = 4, 5


class PanesScreen(Screen[None]):
    """Three lists, a detail and a source, between header and footer; what they show is not its business."""

    def __init__(self, keymap: keys.Keymap) -> None:
        """Make empty panes."""
        super().__init__()
        self.keymap = keymap
        self._list = 0
        self._layout = lay_out(80, 24)
        self._header = HeaderBar()
        self._panes = [ListPane(number, name.capitalize(), name) for number, name in enumerate(LISTS, 1)]
        self._tabs = TabHeading([pane.title_text for pane in self._panes], id="tabs")
        self._detail = DetailPane()
        self._source = SourcePane()
        self._notice = NoticeBar()
        self._hint = FirstHint()
        self._footer = FooterBar()

    def compose(self) -> ComposeResult:
        """Put header, panes, notice and footer below one another."""
        yield self._header
        with Horizontal(id="body"):
            with Vertical(id="block"):
                yield self._tabs
                with Horizontal(id="lists"):
                    yield from self._panes
                yield self._detail
            yield self._source
        yield Remark(
            f"briefing needs {LEAST_WIDTH} columns and {LEAST_HEIGHT} rows: please make the terminal larger.",
            id="too-small",
        )
        yield self._notice
        yield self._hint
        yield self._footer

    def hint_at(self, *commands: tuple[str, str]) -> None:
        """Name some commands to who is here for the first time, with what they do."""
        self._hint.show([(self.keymap.shown(command), does) for command, does in commands])

    def hide_hint(self) -> None:
        """Show the line for who is here for the first time no more."""
        self._hint.show(())

    def _pane_number(self) -> int:
        """Return the number of the pane in which the keys work."""
        if self.focused is self._detail.entries:
            return DETAIL
        return SOURCE if self.focused is self._source.article else self._list + 1

    def _go_to_pane(self, number: int) -> None:
        if number <= len(LISTS):
            self._list = number - 1
            for pane in self._panes:
                pane.set_class(pane is self._panes[self._list], "-shown")
            self._panes[self._list].list.focus()
        elif number == DETAIL:
            self._detail.entries.focus()
        elif self._layout.wide:
            self._source.article.focus()

    def mark_pane(self) -> None:
        """Mark the heading of the pane in which the keys now work."""
        number = self._pane_number()
        for at, pane in enumerate(self._panes, 1):
            pane.heading.activate(at == number)
            pane.set_class(at == self._list + 1, "-shown")
        self._detail.heading.activate(number == DETAIL)
        self._source.heading.activate(number == SOURCE)
        self._show_tabs()

    def _show_tabs(self) -> None:
        self._tabs.show(self._list, self._panes[self._list].count, active=self._pane_number() <= len(LISTS))

    def _show_source(self) -> None:
        """Show the source of what is looked at, where there is room for it."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Lay the panes out for the terminal's size."""
        self._fit()

    def _fit(self) -> None:
        size = self.app.size
        before, self._layout = self._layout, lay_out(size.width, size.height)
        self._apply(self._layout)
        if self._pane_number() == SOURCE and not self._layout.wide:
            self._go_to_pane(self._list + 1)
        if self._layout.wide != before.wide:
            self._show_source()

    def _apply(self, layout: Layout) -> None:
        self.set_class(layout.narrow, "-narrow")
        self.set_class(layout.wide, "-wide")
        self.set_class(not layout.tall, "-low")
        self.set_class(layout.too_small, "-too-small")
        self.query_one("#lists").styles.height = layout.list_rows - (1 if layout.narrow else 0)
        for pane in self._panes:
            pane.list.beside = not layout.narrow
        self._detail.fit(narrow=layout.narrow)

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        count = SOURCE if self._layout.wide else DETAIL
        self._go_to_pane((self._pane_number() - 1 + step) % count + 1)

    def action_pane(self, number: int) -> None:
        """Go to a pane by its number."""
        self._go_to_pane(number)

    @on(TabHeading.Chosen)
    def _tab_chosen(self, event: TabHeading.Chosen) -> None:
        self._go_to_pane(event.tab + 1)
