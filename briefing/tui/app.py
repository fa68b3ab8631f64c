"""The application: it opens one screen over another on what was read."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import BindingType

from briefing import paths
from briefing.config.settings import Settings
from briefing.dossier.passages import Passage
from briefing.memory.notebook import Notebook
from briefing.model import Briefing
from briefing.tui import keys
from briefing.tui.commands import View
from briefing.tui.messages import Wanted
from briefing.tui.preferring import Reread
from briefing.tui.reading import Load, ReadingApp, Watch
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.view import ViewScreen
from briefing.tui.themes import load_themes
from briefing.tui.views import make_view, toggle_view, view_of
from briefing.tui.window_title import WindowTitle, names_of

if TYPE_CHECKING:
    from briefing.lookup import Found
    from briefing.tui.screens.search import SearchScreen


class BriefingApp(ReadingApp):
    """The dashboard and what lies over it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/dashboard.tcss"]
    """The first screen's too: Textual loads the styles only of screens that are pushed."""
    TITLE = "briefing"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("app")

    def __init__(self, *given: Any, **named: Any) -> None:
        """Make the application of what :class:`ReadingApp` takes."""
        super().__init__(*given, **named)
        self._window = WindowTitle(None, self.look.bounded)

    @on(events.Mount)
    def _begin_to_name_the_window(self) -> None:
        self._window = WindowTitle.of(self._driver, self.look.bounded)
        self.screen_change_signal.subscribe(self, lambda _: self._name_window())
        self._name_window()

    @on(events.Unmount)
    def _give_the_name_back(self) -> None:
        self._window.end()

    @on(Dashboard.FocusChanged)
    def _name_window(self) -> None:
        """Name what is looked at: an overlay takes its name from what lies below."""
        seen = next((screen for screen in reversed(self.screen_stack) if view_of(screen)), None)
        seeds, focus = names_of(self.settings.seeds), ""
        if self._shelf is not None and self._dashboard.in_focus is not None:
            focus = self._shelf.catalogue.title(self._dashboard.in_focus)
        article: str | None = getattr(seen, "title_text", None)  # the reader's, which is not imported to ask for it
        if article is not None:
            self._window.show(article, "briefing")
        else:
            view = view_of(seen) if isinstance(seen, ViewScreen) else None
            self._window.show(view or "", focus, seeds, "briefing")

    def get_default_screen(self) -> Dashboard:
        """Open on the dashboard."""
        return self._dashboard

    def action_view(self, name: View) -> None:
        """Open a view of the whole briefing or of what is in focus, or close it."""
        if self._shelf is not None:
            catalogue, start = self._shelf.catalogue, self._dashboard.selected_item
            focus, news = self._dashboard.in_focus, self._news
            toggle_view(self, name, lambda: make_view(name, self.keymap, catalogue, focus, start, news))

    @on(ViewScreen.FocusWanted)
    def _focus(self, event: ViewScreen.FocusWanted) -> None:
        self._dashboard.focus_on(event.item)
        self._show_views()

    @on(ViewScreen.ListWanted)
    def _list(self, event: ViewScreen.ListWanted) -> None:
        if self._shelf is not None:
            from briefing.tui.screens.statements import Statements

            statements = Statements(self.keymap, self._shelf.catalogue, event.title, event.statements)
            statements.take_news(self._news)
            self.push_screen(statements)

    def action_export(self) -> None:
        """Write the briefing, or what is in focus, to a file."""
        from briefing.tui.screens.export import ExportScreen

        if self._shelf is not None and not self.is_refused("export"):
            self.push_screen(ExportScreen(self.keymap, self._shelf.catalogue, self._dashboard.in_focus))

    def action_help(self) -> None:
        """Show the keys."""
        from briefing.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.keymap, view_of(self.screen) or ""))

    def action_tour(self) -> None:
        """Show the dashboard in five steps."""
        from briefing.tui.screens.tour import TourScreen

        self._dashboard.hide_hint()
        self.push_screen(TourScreen(self.keymap))

    def action_skipped(self) -> None:
        """Show what was skipped and why."""
        from briefing.tui.screens.skipped import SkippedScreen

        self.push_screen(SkippedScreen(self.keymap, self._skipped, self._problems))

    def action_palette(self) -> None:
        """Choose among the commands that work here."""
        live = {
            active.binding.id: active
            for active in self.screen.active_bindings.values()
            if active.enabled and active.binding.id is not None
        }

        def carry_out(command: str | None) -> None:
            if command is not None:
                self.call_next(self.run_action, live[command].binding.action, live[command].node)

        from briefing.tui.screens.palette import PaletteScreen

        self.push_screen(PaletteScreen(self.keymap, frozenset(live)), carry_out)

    @on(Dashboard.SearchWanted)
    def _search(self) -> None:
        if self._shelf is not None:
            from briefing.tui.screens.search import SearchScreen

            search = SearchScreen(self.keymap, lambda: self._searchable, self.settings.search_limit)
            self.push_screen(search, lambda found: self._go_to(search, found))

    def _go_to(self, search: SearchScreen, found: Found | None) -> None:
        if found is None:
            return
        from briefing.tui.screens.found_rows import item_of

        item = item_of(found)
        if item is not None and item.kind != "instrument":
            self._dashboard.go_to(item)
            return
        passage = search.passage_of(found)
        if passage is not None:
            self._open_reader(passage)

    def _open_reader(self, passage: Passage) -> None:
        if self._shelf is not None:
            from briefing.tui.screens.reader import Reader

            self.push_screen(Reader(self.keymap, self._shelf.catalogue, passage))

    @on(Wanted)
    def _wanted(self, event: Wanted) -> None:
        if self._shelf is None:
            return
        catalogue, passage = self._shelf.catalogue, event.passage
        if passage.document not in catalogue.documents:
            return
        if event.wish == "read":
            self._open_reader(passage)
        elif event.wish == "why":
            from briefing.tui.screens.why import WhyScreen

            self.push_screen(WhyScreen(self.keymap, catalogue, passage))
        elif event.wish == "copy":
            from briefing.dossier.attribution import words_of

            self.copy_to_clipboard(words_of(catalogue, passage))
        else:
            self.edit(catalogue.documents[passage.document], passage.sentence.start)


def run(
    settings: Settings,
    load: Load,
    known: Briefing | None = None,
    watch: Watch | None = None,
    reread: Reread | None = None,
    notebook: Notebook | None = None,
) -> int:
    """Open the dashboard, on what is known if anything; return the exit code: 0, or 130 after ctrl+c from outside."""
    themes = load_themes([paths.shipped_themes(), paths.user_themes()])
    app = BriefingApp(settings, load, themes, known, watch, reread, notebook)
    return app.run() or 0
