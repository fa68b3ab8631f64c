"""The application: it reads in a worker, owns what was read, and opens one screen over another."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar, Protocol

from rich.console import RenderableType
from textual import on, work
from textual.binding import BindingType
from textual.worker import get_current_worker

from briefing import paths
from briefing.config.settings import STANDARD_INPUT, Settings
from briefing.dossier.attribution import words_of
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.news import NO_NEWS
from briefing.dossier.passages import Passage
from briefing.memory.notebook import Notebook
from briefing.memory.remembered import Session
from briefing.model import Briefing, Skipped
from briefing.tui import glyphs, keys
from briefing.tui.commands import View
from briefing.tui.messages import (
    Failed,
    FilterWanted,
    Loaded,
    NewsReady,
    Progressed,
    Searchable,
    SearchReady,
    SeedsChanged,
    Wanted,
)
from briefing.tui.past import Past
from briefing.tui.preferring import PreferringApp, Reread
from briefing.tui.screens.dashboard import Dashboard, Reading
from briefing.tui.screens.found_rows import item_of
from briefing.tui.screens.reader import Reader
from briefing.tui.screens.search import SearchScreen
from briefing.tui.screens.view import ViewScreen
from briefing.tui.shelf import Shelf
from briefing.tui.themes import Themes, load_themes
from briefing.tui.views import make_view, toggle_view, view_of

if TYPE_CHECKING:
    from briefing.lookup import Found
    from briefing.pipeline import Progress

REPAINT_SECONDS = 0.25
"""Progress repaints at most four times a second."""
SEARCHABLE_SECONDS = 0.3
"""The search is made ready a moment after the first paint, so that the first keys need not wait for it."""
WATCH_SECONDS = 1.0
"""Nor for watching the seeds."""


Watch = Callable[[Sequence[Path], threading.Event], Iterator[None]]
"""Yields whenever seeds have changed, until the event is set."""


class Load(Protocol):
    """Reads the seeds, telling its progress, and gives up when it is told to."""

    def __call__(
        self,
        *,
        settings: Settings,
        partial: bool = True,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Briefing:
        """Return the briefing of what the settings want; progress brings what was read so far if ``partial``."""
        ...


class BriefingApp(PreferringApp):
    """The dashboard and what lies over it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/dashboard.tcss"]
    """The first screen's too: Textual loads the styles only of screens that are pushed."""
    TITLE = "briefing"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("app")

    def __init__(
        self,
        settings: Settings,
        load: Load,
        themes: Themes,
        known: Briefing | None = None,
        watch: Watch | None = None,
        reread: Reread | None = None,
        notebook: Notebook | None = None,
    ) -> None:
        """Make the application; ``load`` is called whenever the seeds are to be read again.

        ``known`` is what the first paint shows; where there is none, the application begins with reading. ``watch``
        tells when the seeds have changed; without it they are read again only when that is asked for. ``reread`` reads
        the configuration again when something was chosen. ``notebook`` knows how the dashboard was left.
        """
        super().__init__(themes, settings.theme, glyphs.choose(settings.glyphs))
        self.settings = settings
        self.hands_off = settings.in_browser
        self._load = load
        self._known = known
        self._watch = watch
        self.reread = reread
        self._notebook = notebook
        self._past = Past(notebook, settings.seeds)
        self._session: Session | None = None
        self._news = NO_NEWS
        self._ended = threading.Event()
        self._narrowing = settings.narrowing
        self._publishers: set[str] = set()
        """Whoever published an article that was shown, whatever is filtered now."""
        self.keymap = keys.resolve(settings.keys, settings.origins)
        self._reading = Reading((0, 0))
        self._shelf: Shelf | None = None
        self._searchable: Searchable | None = None
        self._failure: str | None = None
        forgotten = notebook.notices if notebook else ()
        self._standing_problems: Sequence[str] = (*_problems_of(settings, themes, self.keymap), *forgotten)
        self._dashboard = Dashboard(self.keymap, _names_of(settings.seeds), self._past.session)
        if notebook is not None and notebook.is_new:
            self._dashboard.hint_at(("tour", "a tour in five steps"), ("help", "all keys"), ("quit", "quit"))
        if self.keymap.changed:
            self.set_keymap(self.keymap.changed)

    def get_default_screen(self) -> Dashboard:
        """Open on the dashboard."""
        return self._dashboard

    def on_mount(self) -> None:
        """Show what is known, or begin to read."""
        self.call_after_refresh(_collect_again)
        if self._watch is not None:
            self.set_timer(WATCH_SECONDS, self._begin_to_watch)
        if self._known is None:
            self.action_reload()
            return
        shelf, self._known = Shelf.of(self._known), None
        self._loaded(Loaded(shelf))
        self.call_after_refresh(self._look_for_news, shelf.catalogue)
        self.set_timer(SEARCHABLE_SECONDS, lambda: self._make_searchable(shelf))

    # Reading

    def action_reload(self) -> None:
        """Read the seeds again."""
        self._failure = None
        self._reading = Reading((0, 0))
        self._dashboard.show_reading(self._reading, None)
        self._show_problems()
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False, group="read")
    def _read(self) -> None:
        worker = get_current_worker()
        tell = _Teller(self.post_message)
        is_first = self._shelf is None  # a part of what is there must not take the place of all of it
        wanted = replace(self.settings, narrowing=self._narrowing)
        try:
            briefing = self._load(
                settings=wanted, partial=is_first, progress=tell, cancelled=lambda: worker.is_cancelled
            )
            shelf = Shelf.of(briefing)
            self.post_message(Loaded(shelf))
            self.post_message(NewsReady(shelf.catalogue, self._past.news_of(shelf.catalogue)))
            self.post_message(SearchReady(_searchable(shelf)))
        except Exception as error:  # whatever breaks is told, and the keys go on working
            if not worker.is_cancelled:
                self.post_message(Failed(f"{type(error).__name__}: {error}"))

    @work(thread=True, exclusive=True, exit_on_error=False, group="news")
    def _look_for_news(self, catalogue: Catalogue) -> None:
        self.post_message(NewsReady(catalogue, self._past.news_of(catalogue)))

    @work(thread=True, exclusive=True, exit_on_error=False, group="read")
    def _make_searchable(self, shelf: Shelf) -> None:
        self.post_message(SearchReady(_searchable(shelf)))

    def _begin_to_watch(self) -> None:
        """Watch the seeds that hold now, and no others any more."""
        self._ended.set()
        self._ended = threading.Event()
        # No worker of the framework's: it would be waited for at the end.
        threading.Thread(target=self._tell_changes, args=(self.settings.seeds, self._ended), daemon=True).start()

    def _tell_changes(self, seeds: Sequence[Path], ended: threading.Event) -> None:
        assert self._watch is not None
        with suppress(OSError):  # where the system cannot watch the seeds, there is still the key that reads them again
            for _ in self._watch(seeds, ended):
                self.post_message(SeedsChanged())

    def take_settings(self, settings: Settings) -> None:
        """Go on with other settings: theme and keys at once, another as-of date or other seeds by reading."""
        before, self.settings = self.settings, settings
        if settings.theme != before.theme:
            self.theme = self.themes.named(settings.theme).name
        self.keymap = keys.resolve(settings.keys, settings.origins)
        self.set_keymap(self.keymap.changed)
        for screen in self.screen_stack:
            if isinstance(screen, Dashboard | Reader | ViewScreen):
                screen.keymap = self.keymap
        self._standing_problems = _problems_of(settings, self.themes, self.keymap)
        if settings.seeds != before.seeds:
            self._past.leave(self._dashboard.session())
            self._past = Past(self._notebook, settings.seeds)
            self._dashboard.name_seeds(_names_of(settings.seeds))
            self._shelf = None
            if self._watch is not None:
                self._begin_to_watch()
        if (settings.seeds, settings.as_of) != (before.seeds, before.as_of):
            self.action_reload()
        self._dashboard.refresh_bindings()
        self._show_problems()

    @on(SeedsChanged)
    def _seeds_changed(self) -> None:
        self.action_reload()

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End, and note how the dashboard is left while it is there."""
        self._session = self._dashboard.session()
        super().exit(result, return_code, message)

    def on_unmount(self) -> None:
        """Let go of the seeds, and leave what the next run begins with."""
        self._ended.set()
        if self._session is not None:
            self._past.leave(self._session)

    @on(Progressed)
    def _progressed(self, message: Progressed) -> None:
        self._reading = Reading((message.done, message.total))
        self._shelf = message.shelf or self._shelf
        self._dashboard.show_reading(self._reading, message.shelf)

    @on(Loaded)
    def _loaded(self, message: Loaded) -> None:
        self._reading = Reading()
        self._shelf = message.shelf
        self._past.loaded(message.shelf.catalogue)
        documents = message.shelf.catalogue.briefing.documents
        self._publishers.update(document.publisher for document in documents if document.publisher)
        self._dashboard.show_reading(self._reading, message.shelf)
        self._show_problems()
        self._show_views()

    @on(NewsReady)
    def _news_ready(self, message: NewsReady) -> None:
        if self._shelf is None or message.catalogue is not self._shelf.catalogue:
            return
        self._news = message.news
        self._dashboard.show_news(self._news)
        for screen in self.screen_stack:
            if isinstance(screen, ViewScreen):
                screen.take_news(self._news)

    @on(SearchReady)
    def _search_ready(self, message: SearchReady) -> None:
        self._searchable = message.searchable
        for screen in self.screen_stack[-1:]:
            if isinstance(screen, SearchScreen):
                screen.search_again()

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        self._reading = Reading(failed=True)
        self._failure = message.reason
        self._dashboard.show_reading(self._reading, None)
        self._show_problems()

    @property
    def _skipped(self) -> Sequence[Skipped]:
        return self._shelf.catalogue.briefing.skipped if self._shelf else ()

    @property
    def _problems(self) -> Sequence[str]:
        return (*([f"reading broke down: {self._failure}"] if self._failure else []), *self._standing_problems)

    def _show_problems(self) -> None:
        self._dashboard.show_problems(self._skipped, self._problems)

    def action_filter(self) -> None:
        """Choose of what part the articles are wanted."""
        from briefing.tui.screens.filters import FilterScreen

        disputes = {dispute.id: dispute.name for dispute in self.settings.disputes}
        publishers = sorted(self._publishers | set(self._narrowing.publishers), key=str.casefold)
        self.push_screen(FilterScreen(self.keymap, self._narrowing, publishers, disputes))

    @on(FilterWanted)
    def _filter(self, message: FilterWanted) -> None:
        self._narrowing = message.narrowing
        self.action_reload()

    @on(Dashboard.LeftAll)
    def _back_to_all(self) -> None:
        if self._narrowing != self.settings.narrowing:
            self._narrowing = self.settings.narrowing
            self.action_reload()

    # Screens

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

    def _show_views(self) -> None:
        """Let the views that are open show what the dashboard shows."""
        for screen in self.screen_stack:
            if isinstance(screen, ViewScreen) and self._shelf is not None:
                screen.show(self._shelf.catalogue, self._dashboard.in_focus)

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
            search = SearchScreen(self.keymap, lambda: self._searchable, self.settings.search_limit)
            self.push_screen(search, lambda found: self._go_to(search, found))

    def _go_to(self, search: SearchScreen, found: Found | None) -> None:
        if found is None:
            return
        item = item_of(found)
        if item is not None and item.kind != "instrument":
            self._dashboard.go_to(item)
            return
        passage = search.passage_of(found)
        if passage is not None:
            self._open_reader(passage)

    def _open_reader(self, passage: Passage) -> None:
        if self._shelf is not None:
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
            self.copy_to_clipboard(words_of(catalogue, passage))
        else:
            self.edit(catalogue.documents[passage.document], passage.sentence.start)


class _Teller:
    """Passes progress on, not more often than it can be looked at."""

    def __init__(self, post: Callable[[Progressed], object]) -> None:
        self._post = post
        self._next = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.briefing is None and now < self._next and progress.done < progress.total:
            return
        self._next = now + REPAINT_SECONDS
        shelf = Shelf.of(progress.briefing) if progress.briefing else None
        self._post(Progressed(progress.done, progress.total, shelf))


def _collect_again() -> None:
    """Look for garbage again where that was put off until the first paint; what was made till then stays anyway."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _searchable(shelf: Shelf) -> Searchable:
    from briefing.lookup import Lookup, known_aliases

    return Searchable(shelf.catalogue, Lookup(shelf.catalogue.briefing, known_aliases()))


def _names_of(seeds: Sequence[Path]) -> list[str]:
    return [str(seed) for seed in seeds if seed != STANDARD_INPUT]


def _problems_of(settings: Settings, themes: Themes, keymap: keys.Keymap) -> Sequence[str]:
    problem = themes.problem_with(settings.theme)
    return (*settings.notices, *themes.problems, *([problem] if problem else []), *keymap.problems)


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
