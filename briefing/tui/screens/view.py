"""What the screens over the dashboard have in common: header, body, footer, and what is wanted of the selection."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.news import NO_NEWS, News
from briefing.dossier.passages import Passage
from briefing.model import Statement
from briefing.tui import keys
from briefing.tui.commands import View
from briefing.tui.layout import NARROW, TALL
from briefing.tui.messages import Wanted, Wish
from briefing.tui.screens.header import header_state
from briefing.tui.screens.hints import hints_for
from briefing.tui.widgets.bars import FooterBar, HeaderBar


class ViewScreen(Screen[None]):
    """A view of a whole briefing, or of what is in focus; escape and its own key take it away."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["view.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("view")
    AUTO_FOCUS = None
    VIEW: ClassVar[View]

    class FocusWanted(Message):
        """Another focus is wanted for all views; null for none."""

        def __init__(self, item: Item | None) -> None:
            super().__init__()
            self.item = item

    class ListWanted(Message):
        """The statements behind a place of the view are wanted as a list."""

        def __init__(self, title: str, statements: tuple[Statement, ...]) -> None:
            super().__init__()
            self.title = title
            self.statements = statements

    def __init__(self, keymap: keys.Keymap, catalogue: Catalogue, focus: Item | None = None) -> None:
        """Make a view of a briefing."""
        super().__init__()
        self.keymap = keymap
        self.catalogue = catalogue
        self.in_focus = focus
        self.news = NO_NEWS
        self._header = HeaderBar()
        self._footer = FooterBar()

    def compose(self) -> ComposeResult:
        """Put header, body and footer below one another."""
        yield self._header
        with Vertical(id="view-body"):
            yield from self.compose_body()
        yield self._footer

    def compose_body(self) -> ComposeResult:
        """Yield what stands between header and footer."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the briefing."""
        self.bindings_updated_signal.subscribe(self, lambda _: self._show_hints())
        self._size_classes()
        self.fill()
        self.show_news()
        self.show_header()

    def take_news(self, news: News) -> None:
        """Take what was not there before."""
        self.news = news
        if self.is_mounted:
            self.show_news()

    def show_news(self) -> None:
        """Mark what was not there before, where there is a place for that."""

    def show(self, catalogue: Catalogue, focus: Item | None) -> None:
        """Show another briefing, or the same with another focus."""
        self.catalogue, self.in_focus = catalogue, focus
        self.fill()
        self.show_header()
        self.refresh_bindings()

    def fill(self) -> None:
        """Show the briefing in the body."""
        raise NotImplementedError

    def remark(self) -> str:
        """Return what the header says of the view."""
        return ""

    def passage(self) -> Passage | None:
        """Return where what is selected stands."""
        raise NotImplementedError

    def show_header(self) -> None:
        """Show what is looked at."""
        state = header_state(self.catalogue, None, self.in_focus, "", view=self.VIEW, remark=self.remark())
        self._header.show(state)

    def _show_hints(self) -> None:
        if self.is_current:
            self._footer.show(*hints_for(self, self.VIEW, self.keymap))

    def on_resize(self) -> None:
        """Set the view for the terminal's size."""
        self._size_classes()

    def _size_classes(self) -> None:
        width, height = self.app.size
        self.set_class(width < NARROW, "-narrow")
        self.set_class(height < TALL, "-low")

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one thing beside another."""
        return self.app.size.width < NARROW

    # Actions

    def action_back(self) -> None:
        """Go back to what was there before."""
        self.dismiss(None)

    def action_editor(self) -> None:
        """Ask for the source in an editor."""
        self.want("edit")

    def action_copy(self) -> None:
        """Ask for a copy of what is selected."""
        self.want("copy")

    def action_why(self) -> None:
        """Ask for the rule that read what is selected."""
        self.want("why")

    def want(self, wish: Wish) -> None:
        """Ask for something of what is selected."""
        passage = self.passage()
        if passage is not None:
            self.post_message(Wanted(wish, passage))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Switch off what needs a selection where there is none."""
        del parameters
        if action in {"editor", "copy", "why"}:
            return self.passage() is not None
        return True
