"""Coming back to the dashboard as it was left, as far as what was looked at is there again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from briefing.dossier.catalogue import Catalogue, Item, ItemKind
from briefing.memory.remembered import Session
from briefing.tui.panes.list_pane import ListPane


class ComingBack:
    """What is still to be taken up of a session: reading may bring it late, or never."""

    def __init__(self, session: Session, panes: Sequence[ListPane]) -> None:
        """Take up the selections at once; each list finds its row when it comes."""
        self._panes = panes
        self._focus = _item(session.focus)
        self._entry = session.entry
        self._begun = False
        self._item_key = ""
        self.list = session.list if 0 <= session.list < len(panes) else 0
        self.pane = session.pane
        for number, pane in enumerate(panes):
            name = pane.list.id or ""
            key = session.selected.get(name)
            if key is not None:
                pane.list.prefer(key)
                if number == self.list:
                    self._item_key = key

    def focus_in(self, catalogue: Catalogue) -> Item | None:
        """Return what was in focus, as soon as it is there; null before and afterwards."""
        if self._focus is None or catalogue.thing(self._focus) is None:
            return None
        focus, self._focus = self._focus, None
        return focus

    def entry_of(self, item: Item) -> str | None:
        """Return the entry that was selected in the detail of an item, once; null for another item."""
        if item.id != self._item_key:
            return None
        entry, self._entry = self._entry, None
        return entry

    def begin_with_rows(self) -> bool:
        """Begin in another list, now that all is read, where the one that was left has no rows; tell whether, once."""
        with_rows = [number for number, pane in enumerate(self._panes) if pane.list.selected_key is not None]
        moves = not self._begun and bool(with_rows) and self.list not in with_rows
        self._begun = True
        if moves:
            self.list, self.pane = with_rows[0], with_rows[0] + 1
        return moves


def _item(named: tuple[str, str] | None) -> Item | None:
    if named is None:
        return None
    kind: ItemKind | None = next((kind for kind in get_args(ItemKind) if kind == named[0]), None)
    return None if kind is None else Item(kind, named[1])
