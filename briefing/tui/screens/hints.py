"""The hints of the footer: the registry's, as far as their keys work here."""

from __future__ import annotations

from collections.abc import Sequence

from textual.screen import Screen

from briefing.tui.commands import HELP_HINT, HINTS, Hint, View
from briefing.tui.keys import Keymap
from briefing.tui.widgets.bars import HintText


def hints_for(screen: Screen[None], view: View, keymap: Keymap) -> tuple[Sequence[HintText], HintText | None]:
    """Return the hints of a screen, and the one for help, leaving out commands without a key that works here."""
    live = {active.binding.id for active in screen.active_bindings.values() if active.enabled}
    texts = (_text(hint, live, keymap) for hint in HINTS[view])
    return [text for text in texts if text is not None], _text(HELP_HINT, live, keymap)


def _text(hint: Hint, live: set[str | None], keymap: Keymap) -> HintText | None:
    keys = [keymap.shown(command) for command in hint.commands if command in live]
    keys = [key for key in keys if key]
    return HintText(" ".join(keys), hint.label, hint.short or hint.label) if keys else None
