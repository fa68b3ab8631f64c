"""The dashboard: three lists, the detail of what is selected, and its source where the terminal is wide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message

from briefing.dossier.catalogue import Catalogue, Item, ItemKind
from briefing.dossier.focus import tied_to
from briefing.dossier.news import News
from briefing.memory.remembered import Session
from briefing.model import Skipped
from briefing.record import record
from briefing.tui import keys
from briefing.tui.commands import View
from briefing.tui.messages import Wanted, Wish
from briefing.tui.panes.list_pane import ListPane
from briefing.tui.panes.source import SourcePane
from briefing.tui.screens.coming_back import ComingBack
from briefing.tui.screens.header import header_state
from briefing.tui.screens.hints import hints_for
from briefing.tui.screens.list_state import ListState
from briefing.tui.screens.panes_screen import DETAIL, SOURCE, PanesScreen
from briefing.tui.shelf import Narrowed, Shelf
from briefing.tui.widgets.article import ArticleView
from briefing.tui.widgets.row_list import RowList

KINDS: dict[str, ItemKind] = {"actors": "actor", "disputes": "dispute", "agenda": "agenda"}


@record(frozen=True, slots=True)
class Reading:
    """How far reading is: files done of all; null where it is over."""

    progress: tuple[int, int] | None = None
    failed: bool = False


class Dashboard(PanesScreen):
    """The panes, what is selected in them, and the focus that ties them together."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("dashboard")
    AUTO_FOCUS = None
    VIEW: ClassVar[View] = "dashboard"

    class SearchWanted(Message):
        """The search is wanted."""

    class FocusChanged(Message):
        """Something else, or nothing, is in focus."""

    class LeftAll(Message):
        """There was nothing left to go back from: the filters set here are next."""

    def __init__(self, keymap: keys.Keymap, seeds: Sequence[str], session: Session | None = None) -> None:
        """Make an empty dashboard; ``seeds`` are named where there is nothing to read.

        ``session`` is how it was left, and how it begins.
        """
        super().__init__(keymap)
        self._seeds = seeds
        self._shelf: Shelf | None = None
        self._reading = Reading((0, 0))
        self._focus: Item | None = None
        self._coming_back = ComingBack(session or Session(), self._panes)

    def on_mount(self) -> None:
        """Begin in the first list, or where the dashboard was left."""
        self.bindings_updated_signal.subscribe(self, lambda _: self._show_hints())
        self._fit()
        self._go_to_pane(self._coming_back.list + 1)
        if self._coming_back.pane >= DETAIL:
            self._go_to_pane(self._coming_back.pane)
        self._show_all()

    # What is shown

    def show_reading(self, reading: Reading, shelf: Shelf | None) -> None:
        """Show how far reading is, and what was found so far; the selection stays."""
        self._reading = reading
        if shelf is not None:
            self._shelf = shelf
            if self._focus is not None and shelf.catalogue.thing(self._focus) is None:
                self._focus = None
            self._focus = self._focus or self._coming_back.focus_in(shelf.catalogue)
            self.post_message(self.FocusChanged())
            self._show_lists()
            self._begin_with_rows()
            self._show_item()
        elif reading.progress is None:
            self._show_lists()
        self._show_header()

    def _begin_with_rows(self) -> None:
        """Do not begin in a list that has no rows any more."""
        if self._reading.progress is None and self._coming_back.begin_with_rows():
            self._go_to_pane(self._coming_back.pane)

    def session(self) -> Session:
        """Return how the dashboard is left."""
        lists = {pane.list.id or "": pane.list.selected_key for pane in self._panes}
        return Session(
            pane=self._pane_number(),
            list=self._list,
            selected={name: key for name, key in lists.items() if key is not None},
            entry=self._detail.entries.selected_key if self._pane_number() >= DETAIL else None,
            focus=None if self._focus is None else (self._focus.kind, self._focus.id),
        )

    def name_seeds(self, seeds: Sequence[str]) -> None:
        """Name other seeds where there is nothing to read."""
        self._seeds = seeds

    def show_news(self, news: News) -> None:
        """Mark what was not there when the dashboard was last left."""
        for pane, new in zip(self._panes, (news.actors, news.disputes, news.agenda), strict=True):
            pane.list.mark_new(new)
        self._detail.entries.mark_new(news.statements)

    def show_problems(self, skipped: Sequence[Skipped], problems: Sequence[str]) -> None:
        """Show the line for what went wrong, or none."""
        self._notice.show(skipped, problems, self.keymap.shown("skipped"))

    def go_to(self, item: Item) -> None:
        """Select an item in its list, giving up a focus that hides it."""
        pane = next((pane for pane in self._panes if KINDS[pane.list.id or ""] == item.kind), None)
        if pane is None:
            return
        if not pane.list.select(item.id) and self._focus is not None:
            self.focus_on(None)
            pane.list.select(item.id)
        self._go_to_pane(self._panes.index(pane) + 1)
        self._show_item()

    def _show_all(self) -> None:
        self._show_lists()
        self._show_item()
        self._show_header()

    @property
    def _catalogue(self) -> Catalogue | None:
        return self._shelf.catalogue if self._shelf else None

    def _show_header(self) -> None:
        hint = "" if self._pane_number() == SOURCE else f"{self.keymap.shown('back')} shows all"
        self._header.show(header_state(self._catalogue, self._reading.progress, self._focus, hint))

    def _show_lists(self) -> None:
        shelf = self._shelf
        if shelf is not None and self._focus is not None:
            tied = tied_to(shelf.catalogue, self._focus)
            shelf = shelf.only(tied, f"{self.keymap.shown('back')} shows all")
        lists = (shelf.actors, shelf.disputes, shelf.agenda) if shelf else (None, None, None)
        for pane, narrowed in zip(self._panes, lists, strict=True):
            self._show_list(pane, narrowed)
        self._show_tabs()

    def _show_list(self, pane: ListPane, narrowed: Narrowed | None) -> None:
        name = pane.list.id or ""
        rows = narrowed.rows if narrowed else pane.list.rows
        state = ListState(self._catalogue, self._focus, self._reading.progress is not None)
        pane.show(rows, state.count(narrowed), state.empty(name, self.keymap, self._seeds))
        focused = self._focus is not None and KINDS[name] == self._focus.kind
        pane.list.mark(frozenset({self._focus.id} if focused and self._focus else ()))

    @property
    def selected_item(self) -> Item | None:
        """The item that is selected in the list with the keys, or the last one that had them."""
        pane = self._panes[self._list]
        key = pane.list.selected_key
        return None if key is None else Item(KINDS[pane.list.id or ""], key)

    def _show_item(self) -> None:
        item, catalogue = self.selected_item, self._catalogue
        if item is None or catalogue is None:
            self._detail.show_nothing()
        else:
            self._detail.show(catalogue, item)
            entry = self._coming_back.entry_of(item)
            if entry is not None:
                self._detail.entries.select(entry)
        self._show_source()
        self.refresh_bindings()

    def _show_source(self) -> None:
        if self._layout.wide and self._catalogue is not None:
            self._source.show(self._catalogue, self._detail.passage())

    def _show_hints(self) -> None:
        if self.is_current:
            self._footer.show(*hints_for(self, "dashboard", self.keymap))

    def on_descendant_focus(self) -> None:
        """Mark the heading of the pane in which the keys now work, and show what is selected there."""
        focused_list = next((at for at, pane in enumerate(self._panes) if pane.list is self.focused), None)
        if focused_list is not None:
            self._list = focused_list
            self._detail.look(closer=False)
            self._show_item()
        self.mark_pane()
        if self._pane_number() == DETAIL:
            self._look_closer()
        self._show_header()

    # Actions

    def action_toggle_focus(self) -> None:
        """Show only what is tied to the selected item, or everything again."""
        item = self.selected_item
        self.focus_on(None if item == self._focus else item)

    def focus_on(self, item: Item | None) -> None:
        """Show only what is tied to an item, or everything."""
        self._focus = item
        self._show_all()
        self.post_message(self.FocusChanged())

    @property
    def in_focus(self) -> Item | None:
        """The item in focus, or null."""
        return self._focus

    def action_back(self) -> None:
        """Go back one step: from the source to its list, out of the focus, from the detail to its list."""
        if self._pane_number() == SOURCE:
            self._go_to_pane(self._list + 1)
        elif self._focus is not None:
            self.focus_on(None)
        elif self._pane_number() == DETAIL:
            self._go_to_pane(self._list + 1)
        else:
            self.post_message(self.LeftAll())

    def action_search(self) -> None:
        """Ask for the search."""
        self.post_message(self.SearchWanted())

    def action_editor(self) -> None:
        """Ask for the source in an editor."""
        self._want("edit")

    def action_copy(self) -> None:
        """Ask for a copy of what is looked at."""
        self._want("copy")

    def action_why(self) -> None:
        """Ask for the rule that read what is looked at."""
        self._want("why")

    def _want(self, wish: Wish) -> None:
        passage = self._source.article.passage if self._pane_number() == SOURCE else self._detail.passage()
        if passage is not None:
            self.post_message(Wanted(wish, passage))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Switch off what does not work here."""
        if action == "pane" and parameters == (SOURCE,):
            return self._layout.wide
        if action in {"editor", "copy", "why", "toggle_focus"}:
            return self.selected_item is not None
        if action == "search":
            return self._catalogue is not None and bool(self._catalogue.documents)
        return True

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        if isinstance(event, RowList.Opened):
            return
        if event.row_list is self._detail.entries:
            self._look_closer()
        else:
            self._show_item()

    def _look_closer(self) -> None:
        self._detail.look(closer=True)
        self._show_source()

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        if event.row_list is self._detail.entries:
            self._look_closer()
        if self._layout.wide:
            self._go_to_pane(SOURCE)
        else:
            self._want("read")

    @on(SourcePane.Opened)
    def _source_opened(self) -> None:
        self._want("read")

    @on(ArticleView.Moved)
    def _read_on(self) -> None:
        self._source.show_place()
