"""How everything looks just now: palette and signs, owned by the application, asked for by every widget."""

from __future__ import annotations

import re
from collections.abc import Mapping

from textual.app import App
from textual.content import Content
from textual.theme import Theme
from textual.widget import Widget

from briefing.tui.contrast import reduced
from briefing.tui.glyphs import UNICODE, Glyphs, plain_signs
from briefing.tui.ink import Palette
from briefing.tui.themes import COLOURS, ThemeFile, Themes
from briefing.untrusted.cleaning import clean_line

_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff\U000e0000-\U000e007f]")
_PILED_MARKS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff\ufe20-\ufe2f]{3})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
MOST_WORDS = 400
"""Characters that a toast or a tooltip holds at most."""

_BLANKS = {ord("\t"): " ", ord("\n"): " "}


class Look:
    """Signs and styles, and the one door through which text from outside reaches the screen."""

    def __init__(self, glyphs: Glyphs, palette: Palette) -> None:
        self.glyphs = glyphs
        self.palette = palette
        self._plain = plain_signs(glyphs)

    def words(self, text: str) -> str:
        """Return a text as one harmless line: no control, nothing invisible, in signs that the terminal can show."""
        line = clean_line(text.translate(_BLANKS))
        return self._plain(_PILED_MARKS.sub(r"\1", _INVISIBLE.sub("", line)))

    def content(self, text: str) -> Content:
        """Return a text, bounded, for the framework's own widgets, which take a plain string for markup."""
        return Content(self.bounded(text))

    def bounded(self, text: str) -> str:
        """Return a text as one harmless line of at most :data:`MOST_WORDS` characters."""
        return clean_line(self.words(text[: MOST_WORDS * 2]), MOST_WORDS)


def textual_theme(file: ThemeFile, *, few_colours: bool = False) -> Theme:
    """Return a theme for Textual; with ``few_colours`` brought down to the 256 that the terminal has."""
    values = dict(file.values)
    if few_colours and not file.ansi:
        values |= reduced({name: values[name] for name in COLOURS})
    return Theme(
        name=file.name,
        primary=values["accent"],
        accent=values["accent"],
        foreground=values["foreground"],
        background=values["background"],
        surface=values["surface"],
        panel=values["panel"],
        success=values["success"],
        warning=values["warning"],
        error=values["error"],
        dark=file.dark,
        ansi=file.ansi,
        variables={**values, **_framework_variables(values)},
    )


def _framework_variables(values: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of Textual's own widgets that we use, in the colours of a theme."""
    return {
        "input-cursor-background": values["accent"],
        "input-cursor-foreground": values["on-accent"],
        "input-cursor-text-style": "none",
        "input-selection-background": values["block-cursor-background"],
        "input-selection-foreground": values["block-cursor-foreground"],
        "screen-selection-background": values["block-cursor-background"],
        "screen-selection-foreground": values["block-cursor-foreground"],
    }


class LookApp(App[int]):
    """An application that owns a look, and shows toasts in it."""

    def __init__(self, themes: Themes, theme: str, glyphs: Glyphs = UNICODE) -> None:
        """Make an application that knows some themes and begins with one of them."""
        super().__init__()
        self.themes = themes
        self._glyphs = glyphs
        self._look: tuple[str, Look] | None = None
        few_colours = self.console.color_system == "256"
        for file in themes.by_name.values():
            self.register_theme(textual_theme(file, few_colours=few_colours))
        self._begin_with(themes.named(theme))

    def _begin_with(self, theme: ThemeFile) -> None:
        """Have a theme from the start: to change it would read all styles a second time at the first paint.

        Of a theme like Textual's first one, dark and in colours of its own, nothing but the variables differs.
        """
        if theme.dark and not theme.ansi:
            self.set_reactive(LookApp.theme, theme.name)
            self.stylesheet.set_variables(self.get_css_variables())
        else:
            self.theme = theme.name

    @property
    def look(self) -> Look:
        """The look of the current theme."""
        if self._look is None or self._look[0] != self.theme:
            self._look = (self.theme, Look(self._glyphs, Palette(self.get_css_variables())))
        return self._look[1]

    def toast(self, text: str, *, warning: bool = False) -> None:
        """Show a short message for a few seconds; ``text`` may hold words from outside."""
        self.notify(self.look.bounded(text), severity="warning" if warning else "information", markup=False)


def look_of(widget: Widget) -> Look:
    """Return the look of the application that a widget belongs to."""
    app = widget.app
    assert isinstance(app, LookApp)
    return app.look
