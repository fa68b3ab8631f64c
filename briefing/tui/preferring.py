"""Choices made in the dashboard: kept in the program's own file, told when something goes over them, and followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual import on

from briefing.config.preferences import PreferencesError, keep
from briefing.config.settings import ConfigError, Settings
from briefing.tui.handing_out import HandingOutApp
from briefing.tui.keys import Keymap
from briefing.tui.messages import Chosen, ThemesWanted

Reread = Callable[[], Settings]
"""Reads the configuration again, with the options the program was called with; raises ``ConfigError``."""


class PreferringApp(HandingOutApp):
    """An application that keeps what is chosen in it, and goes on with that."""

    settings: Settings
    keymap: Keymap
    reread: Reread | None = None

    def take_settings(self, settings: Settings) -> None:
        """Go on with other settings."""
        raise NotImplementedError

    def prefer(self, choices: Mapping[str, Any]) -> str | None:
        """Keep choices by key (``theme``, ``keys.help``) and follow them; return what is wrong, if anything."""
        problem = self._keep(choices)
        if problem is None and self.reread is not None:
            try:
                self.take_settings(self.reread())
            except ConfigError as error:
                problem = error.problems[0]
        return problem

    def _keep(self, choices: Mapping[str, Any]) -> str | None:
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

    def action_settings(self) -> None:
        """Show what can be chosen."""
        from briefing.tui.screens.settings import SettingsScreen  # noqa: PLC0415 - not for the first paint

        self.push_screen(SettingsScreen(self.keymap, self.settings))

    @on(Chosen)
    def _chosen(self, message: Chosen) -> None:
        problem = self.prefer(message.choices)
        (key,) = message.choices
        over = said_over(self.settings, key)
        if problem is None and over:
            problem = f"kept, and {over} goes before it in this run"
        self._show_settings(problem)

    def _show_settings(self, problem: str | None = None) -> None:
        from briefing.tui.screens.settings import SettingsScreen  # noqa: PLC0415

        for screen in self.screen_stack:
            if isinstance(screen, SettingsScreen):
                screen.show(self.settings, self.keymap, problem)

    def action_theme(self) -> None:
        """Choose a theme."""
        from briefing.tui.screens.theme_picker import ThemePicker  # noqa: PLC0415

        picker = ThemePicker(self.keymap, list(self.themes.by_name.values()), self.theme)
        self.push_screen(picker, self._theme_chosen)

    @on(ThemesWanted)
    def _themes_wanted(self) -> None:
        self.action_theme()

    def _theme_chosen(self, name: str | None) -> None:
        if name is None:
            return
        problem = self.prefer({"theme": name})
        self.theme = name  # also where something goes over what was chosen: it was chosen now
        over = said_over(self.settings, "theme")
        if problem:
            self.toast(f"theme {name}: {problem}", warning=True)
        else:
            self.toast(f"theme {name} is kept" + (f"; {over} goes before it at the next start" if over else ""))
        self._show_settings()


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
