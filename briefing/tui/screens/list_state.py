"""What a list's heading counts, and what the list says where it has no rows."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.dossier.catalogue import Catalogue, Item
from briefing.record import record
from briefing.tui import empty
from briefing.tui.keys import Keymap
from briefing.tui.shelf import Narrowed


@record(frozen=True, slots=True)
class ListState:
    """What there is to be listed: a catalogue or none yet, what is in focus, and whether reading goes on."""

    catalogue: Catalogue | None
    focus: Item | None
    reading: bool

    def count(self, narrowed: Narrowed | None) -> str:
        """Return what stands at the right end of a list's heading."""
        if narrowed is None:
            return ""
        if self.reading:
            return f"{narrowed.total:,} so far"
        if self.focus is None:
            return f"{narrowed.total:,}"
        if not narrowed.shown and self.catalogue:
            return f"focus: {self.catalogue.title(self.focus)}"
        return f"{narrowed.shown:,} of {narrowed.total:,}"

    def empty(self, name: str, keymap: Keymap, seeds: Sequence[str]) -> empty.Paragraphs:
        """Return what the list of a name says where it has no rows."""
        if self.reading:
            return empty.reading()
        if self.catalogue is None or not self.catalogue.documents:
            if name != "actors":
                return ()
            filters = self.catalogue.briefing.narrowed if self.catalogue else ()
            if filters:
                return empty.nothing_fits(filters, keymap.shown("filter"))
            skipped = len(self.catalogue.briefing.skipped) if self.catalogue else 0
            if skipped:
                return empty.nothing_readable(skipped, keymap.shown("skipped"), keymap.shown("reload"))
            return empty.nothing_read(seeds, keymap.shown("reload"))
        if self.focus is not None:
            return empty.nothing_tied(self.catalogue.title(self.focus), keymap.shown("back"))
        return {"actors": empty.no_actors, "disputes": empty.no_disputes, "agenda": empty.no_agenda}[name]()
