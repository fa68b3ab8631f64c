"""Reading in a worker: the application owns what was read, and what is new in it, and shows it on the dashboard."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rich.console import RenderableType
from textual import on, work
from textual.worker import get_current_worker

from briefing.config.settings import STANDARD_INPUT, Settings
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.news import NO_NEWS
from briefing.memory.notebook import Notebook
from briefing.memory.remembered import Session
from briefing.model import Briefing, Skipped
from briefing.tui import glyphs, keys
from briefing.tui.messages import (
    Failed,
    FilterWanted,
    Loaded,
    NewsReady,
    Progressed,
    Searchable,
    SearchReady,
    SeedsChanged,
)
from briefing.tui.past import Past
from briefing.tui.preferring import PreferringApp, Reread
from briefing.tui.screens.dashboard import Dashboard, Reading
from briefing.tui.screens.view import ViewScreen
from briefing.tui.shelf import Shelf
from briefing.tui.themes import Themes

if TYPE_CHECKING:
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


class ReadingApp(PreferringApp):
    """An application that reads, and reads again when seeds, filters or settings change."""

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

    def on_mount(self) -> None:
        """Show what is known, or begin to read."""
        if self._known is None:
            self.action_reload()
        else:
            self._loaded(Loaded(Shelf.of(self._known)))

    def on_ready(self) -> None:
        """Begin with what the first frame, which stands now, did not wait for."""
        _collect_again()
        if self._watch is not None:
            self.set_timer(WATCH_SECONDS, self._begin_to_watch)
        if self._known is not None and self._shelf is not None:
            shelf, self._known = self._shelf, None
            self._look_for_news(shelf.catalogue)
            self.set_timer(SEARCHABLE_SECONDS, lambda: self._make_searchable(shelf))

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

    # With a description, since the one that the framework makes tells of everything in a shelf.
    @work(thread=True, exclusive=True, exit_on_error=False, group="news", description="news")
    def _look_for_news(self, catalogue: Catalogue) -> None:
        self.post_message(NewsReady(catalogue, self._past.news_of(catalogue)))

    @work(thread=True, exclusive=True, exit_on_error=False, group="read", description="search")
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
        from briefing.tui.screens.reader import Reader  # noqa: PLC0415 - not for the first paint

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
        from briefing.tui.screens.search import SearchScreen  # noqa: PLC0415 - not for the first paint

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
        from briefing.tui.screens.filters import FilterScreen  # noqa: PLC0415 - not for the first paint

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

    def _show_views(self) -> None:
        """Let the views that are open show what the dashboard shows."""
        for screen in self.screen_stack:
            if isinstance(screen, ViewScreen) and self._shelf is not None:
                screen.show(self._shelf.catalogue, self._dashboard.in_focus)


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
    from briefing.lookup import Lookup, known_aliases  # noqa: PLC0415 - nor is the search

    return Searchable(shelf.catalogue, Lookup(shelf.catalogue.briefing, known_aliases()))


def _names_of(seeds: Sequence[Path]) -> list[str]:
    return [str(seed) for seed in seeds if seed != STANDARD_INPUT]


def _problems_of(settings: Settings, themes: Themes, keymap: keys.Keymap) -> Sequence[str]:
    problem = themes.problem_with(settings.theme)
    return (*settings.notices, *themes.problems, *([problem] if problem else []), *keymap.problems)
