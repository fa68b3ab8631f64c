"""The detail pane: what is known of the selected item, and its statements and sentences."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from briefing.dossier.cards import card_of, summary_of, weight_line
from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.passages import Passage, newest_passage, passage_of_evidence, passage_of_statement
from briefing.tui.cells import SEPARATOR
from briefing.tui.panes.card import CardView
from briefing.tui.panes.entries import SentenceEntry, StatementEntry, entry_rows, fact_rows
from briefing.tui.widgets.heading import Heading
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.rows import NO_ROWS


class DetailPane(Vertical):
    """Heading, card and entries of one item."""

    def __init__(self) -> None:
        super().__init__(id="detail")
        self.heading = Heading("4 Detail")
        self.card = CardView()
        self.entries = RowList(id="entries", says_more=True)
        self._catalogue: Catalogue | None = None
        self._item: Item | None = None
        self._narrow = False
        self._closer = False

    def compose(self) -> ComposeResult:
        """Put the heading above card and entries."""
        yield self.heading
        with Horizontal(id="detail-body"):
            yield self.card
            yield self.entries

    def fit(self, *, narrow: bool) -> None:
        """Show entries below one another in full width, or beside the card."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.entries.beside = not narrow
            self._fill(keep=True)

    def show(self, catalogue: Catalogue, item: Item) -> None:
        """Show an item; the selected entry is kept where the item is the same as before."""
        keep = item == self._item
        self._catalogue, self._item = catalogue, item
        self._fill(keep=keep)

    def show_nothing(self, title: str = "4 Detail") -> None:
        """Show no item."""
        self._catalogue = self._item = None
        self.heading.show(title)
        self.card.show(())
        self.entries.show(NO_ROWS)

    def _fill(self, *, keep: bool) -> None:
        if self._catalogue is None or self._item is None:
            return
        catalogue, item = self._catalogue, self._item
        summary = weight_line(catalogue, item) if self._narrow else SEPARATOR.join(summary_of(catalogue, item))
        self.heading.show(f"4 {catalogue.title(item)}", summary)
        facts = card_of(catalogue, item) if item.kind != "dispute" else []
        self.card.display = bool(facts) and not self._narrow
        self.card.show(facts)
        above = fact_rows(facts) if self._narrow else []
        rows = entry_rows(
            catalogue, item, columns=not facts and not self._narrow, gap=0 if self._narrow else 1, above=above
        )
        self.entries.show(rows, keep=keep)

    def look(self, *, closer: bool) -> None:
        """Look at the selected entry, or at the item as a whole."""
        self._closer = closer

    def passage(self) -> Passage | None:
        """Return the passage of the entry that is looked at, else where the item's newest evidence stands."""
        if self._catalogue is None or self._item is None:
            return None
        entry = self.entries.selected_row if self._closer else None
        if isinstance(entry, StatementEntry):
            return passage_of_statement(self._catalogue, entry.statement)
        if isinstance(entry, SentenceEntry):
            return passage_of_evidence(self._catalogue, self._item, entry.evidence)
        return newest_passage(self._catalogue, self._item)
