"""The search: results as one types, grouped by kind, with a preview of the selected one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from briefing.dossier.attribution import source_line
from briefing.dossier.cards import counted, summary_of
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.passages import Passage, newest_passage
from briefing.model import Span
from briefing.tui import keys
from briefing.tui.cells import SEPARATOR, cut_at_word, wrap
from briefing.tui.layout import TALL
from briefing.tui.messages import Searchable
from briefing.tui.paint import Piece, Pieces, spread
from briefing.tui.panes.entries import styled
from briefing.tui.screens.found_rows import GROUPS, FoundRow, found_rows, item_of
from briefing.tui.screens.overlay import Field, Lines, ListOverlay, RuleLine, hint_line
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.rows import NO_ROWS

if TYPE_CHECKING:
    from briefing.lookup import Found

PREVIEW_LINES = 3
LEAST_ROWS = 3
MOST_ROWS = 18


@dataclass
class Searched(Message):
    """What answers a query."""

    query: str
    found: list[Found]
    catalogue: Catalogue


class SearchScreen(ListOverlay["Found"]):
    """A field, what was found, and a preview; the result is what to go to."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["overlay.tcss", "search.tcss"]
    TITLE_TEXT = "Search"

    def __init__(self, keymap: keys.Keymap, searchable: Callable[[], Searchable | None], limit: int) -> None:
        """Make the search; ``searchable`` returns null until all is ready to be searched."""
        super().__init__(keymap, "found")
        self._searchable = searchable
        self._catalogue: Catalogue | None = None
        self._limit = limit
        self._kinds: list[str | None] = [None, *GROUPS]
        self._query = ""
        self._rows = 0
        self._field = Field()
        self._hits = Lines(classes="hits")
        self._preview = Lines(id="preview")
        self._hints = Lines()

    def compose_body(self) -> ComposeResult:
        """Put field, results, preview and keys below one another."""
        prompt = Lines(classes="prompt")
        prompt.show([(Piece("/ ", "accent-bold"),)])
        with Horizontal(classes="field"):
            yield prompt
            yield self._field
            yield self._hits
        yield RuleLine()
        yield self._list
        yield RuleLine()
        yield self._preview
        yield self._hints

    def on_mount(self) -> None:
        """Begin to type."""
        super().on_mount()
        self._field.focus()
        self._show([])

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._query = event.value.strip()
        self._search()

    def search_again(self) -> None:
        """Search for what is typed again: something new was read."""
        self._search()

    def _search(self) -> None:
        searchable = self._searchable()
        if not self._query or searchable is None:
            self._show([])
        else:
            self._look_up(searchable, self._query, self._kinds[0])

    @work(thread=True, exclusive=True, exit_on_error=False, group="search")
    def _look_up(self, searchable: Searchable, query: str, kind: str | None) -> None:
        worker = get_current_worker()
        found = searchable.lookup.search(query, kinds=GROUPS[kind] if kind else None, limit=self._limit)
        if not worker.is_cancelled:
            self.post_message(Searched(query, found, searchable.catalogue))

    @on(Searched)
    def _searched(self, event: Searched) -> None:
        if event.query == self._query:
            self._catalogue = event.catalogue
            self._show(event.found)

    def _show(self, found: list[Found]) -> None:
        kind = self._kinds[0]
        rows = found_rows(self._catalogue, found, kind) if found and self._catalogue else NO_ROWS
        self._list.show(rows, empty=[(Piece(self._remark(), "label"),)], keep=False)
        self._rows = len(rows)
        self._fit()
        hits = counted(len(found), "hit") if self._query else ""
        words = SEPARATOR.join(part for part in (kind or "", hits) if part)
        self._hits.show([spread((), (Piece(words, "muted"), Piece(" ")), self._hits.size.width)])
        self._show_preview()
        self._show_hints()

    def _remark(self) -> str:
        if self._searchable() is None:
            return "still reading: the search follows"
        return "nothing found" if self._query else "a name, a role, a topic, a date, any words"

    def _show_hints(self) -> None:
        hints = [
            (self.keymap.shown("item.open"), "go there"),
            (self.keymap.shown("field.kind"), "next kind"),
            (self.keymap.shown("field.close"), "close"),
        ]
        self._hints.show([(Piece("   "), *hint_line(hints, self._hints.size.width - 3))])

    def _selected(self) -> Found | None:
        row = self._list.selected_row
        return row.found if isinstance(row, FoundRow) else None

    def _show_preview(self) -> None:
        found = self._selected()
        width = self._preview.size.width - 4
        lines: list[Pieces] = []
        if found is not None and self._catalogue is not None and width > 10:
            lines = self._preview_lines(self._catalogue, found, width)
        self._preview.show([(Piece("   "), *pieces) for pieces in lines], grow=False)

    def _preview_lines(self, catalogue: Catalogue, found: Found, width: int) -> list[Pieces]:
        item = item_of(found)
        name = found.label
        about = SEPARATOR.join(summary_of(catalogue, item)) if item else ""
        head = (Piece(cut_at_word(name, width), "bold"), Piece(f"   {about}" if about else "", "muted"))
        passage = self.passage_of(found)
        if passage is None:
            return [head]
        text = catalogue.documents[passage.document].text
        lines = wrap(text, passage.sentence.start, passage.sentence.end, width)
        marks = [mention for mention in passage.mentions if mention.start >= passage.sentence.start]
        body = [styled(text, line, marks, "mention", "text") for line in lines[:PREVIEW_LINES]]
        number = f"[{catalogue.number(passage.document)}]"
        source = (Piece(cut_at_word(source_line(catalogue, passage.document), width - 8), "muted"),)
        return [head, *body, spread(source, (Piece(number, "muted"),), width)]

    def passage_of(self, found: Found) -> Passage | None:
        """Return where something that was found stands."""
        item = item_of(found)
        if item is not None and self._catalogue is not None:
            return newest_passage(self._catalogue, item)
        if found.document is None or found.start is None or found.end is None:
            return None
        sentence = Span(found.start, found.end)
        marks = tuple(Span(found.start + span.start, found.start + span.end) for span in found.spans)
        return Passage(found.document, self._query, marks, 0, sentence, "search")

    def _fit(self) -> None:
        low = self.app.size.height < TALL - 8
        self._preview.display = not low
        self.give_rows(self._list, max(LEAST_ROWS, min(self._rows, MOST_ROWS)), 4 if low else 9)

    def on_resize(self) -> None:
        """Show results and preview in another size."""
        super().on_resize()
        self._fit()
        self._show_preview()
        self._show_hints()

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        if isinstance(event, RowList.Opened):
            self._go()
        else:
            self._show_preview()

    @on(Input.Submitted)
    def _go(self) -> None:
        found = self._selected()
        if found is not None:
            self.dismiss(found)

    def action_next_kind(self) -> None:
        """Search the next kind only."""
        self._kinds.append(self._kinds.pop(0))
        self._search()

    def action_previous_kind(self) -> None:
        """Search the kind before only."""
        self._kinds.insert(0, self._kinds.pop())
        self._search()
