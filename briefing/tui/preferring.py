"""Choices made in the dashboard: kept in the program's own file, and told when something goes over them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.config.preferences import PreferencesError, keep
from briefing.config.settings import Settings
from briefing.tui.handing_out import HandingOutApp


class PreferringApp(HandingOutApp):
    """An application that keeps what is chosen in it."""

    settings: Settings

    def prefer(self, choices: Mapping[str, Any]) -> str | None:
        """Keep choices by key (``theme``, ``keys.help``); return what is wrong where that cannot be done."""
        file = self.settings.preferences_file
        if self.hands_off:
            return "nothing is kept from the browser"
        if file is None:
            return "not kept: there is no file for it in this run"
        try:
            notice = keep(file, choices)
        except PreferencesError as error:
            return f"not kept: {error}"
        if notice:
            self.toast(notice, warning=True)
        return None

    def prefer_theme(self, name: str) -> None:
        """Keep a theme, and say so."""
        problem = self.prefer({"theme": name})
        over = said_over(self.settings, "theme")
        if problem:
            self.toast(f"theme {name}: {problem}", warning=True)
        else:
            self.toast(f"theme {name} is kept" + (f"; {over} goes before it" if over else ""))


def said_over(settings: Settings, key: str) -> str | None:
    """Return what goes over a choice of this key: an option, a variable, a file that was named; null where none."""
    origin = settings.origins.get(key, "")
    if origin.startswith(("--", "BRIEFING_")):
        return origin
    named = settings.user_file is not None and settings.preferences_file is not None and not _is_own(settings)
    return origin if named and origin.startswith(f"{settings.user_file}:") else None


def _is_own(settings: Settings) -> bool:
    """Tell whether the user's file is the one that is looked for, over which choices go."""
    assert settings.user_file is not None
    assert settings.preferences_file is not None
    return settings.user_file == settings.preferences_file.with_name("config.yaml")
