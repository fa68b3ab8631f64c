"""Roles of text and what they look like in a theme: the one place where a role becomes a colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from rich.style import Style

from briefing.dossier.kinds import LEANS
from briefing.model import StatementKind
from briefing.record import record

Tone = Literal["plain", "surface", "selected", "shown", "hover", "evidence"]
"""What a line stands on: the page, an overlay, the selected row here, one in another pane, the one under the mouse."""

Role = Literal[
    "text",
    "strong",
    "bold",
    "muted",
    "muted-bold",
    "italic",
    "label",
    "title",
    "key",
    "accent",
    "accent-bold",
    "bar",
    "bar-elsewhere",
    "rule",
    "heavy-rule",
    "chip",
    "match",
    "mention",
    "mention-bold",
    "mention-current",
    "ask",
    "ask-bold",
    "for",
    "for-bold",
    "against",
    "against-bold",
    "error",
    "warning",
]


@record(frozen=True, slots=True)
class Ink:
    """How a role is written: a colour by its name in the theme, and the form of the letters.

    ``quiet`` text stays quiet on the selected row; ``own`` ink keeps its colours there.
    """

    colour: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    background: str | None = None
    form: str | None = None
    quiet: bool = False
    own: bool = False


INKS: Mapping[Role, Ink] = {
    "text": Ink("foreground"),
    "strong": Ink("text-strong", form="strong-text-style"),
    "bold": Ink("text-strong", bold=True),
    "muted": Ink("text-muted", quiet=True),
    "muted-bold": Ink("text-muted", bold=True, quiet=True),
    "italic": Ink("foreground", italic=True),
    "label": Ink("text-muted", italic=True, quiet=True),
    "title": Ink("text-strong", bold=True),
    "key": Ink("text-strong", bold=True),
    "accent": Ink("accent"),
    "accent-bold": Ink("accent", bold=True),
    "bar": Ink("accent", own=True),
    "bar-elsewhere": Ink("text-muted", own=True),
    "rule": Ink("border-blurred", quiet=True),
    "heavy-rule": Ink("border"),
    "chip": Ink("on-accent", bold=True, background="accent", form="chip-text-style", own=True),
    "match": Ink("accent", bold=True, underline=True),
    "mention": Ink("mention-foreground", background="mention-background", form="mention-text-style", own=True),
    "mention-bold": Ink(
        "mention-foreground", bold=True, background="mention-background", form="mention-text-style", own=True
    ),
    "mention-current": Ink(
        "mention-current-foreground",
        bold=True,
        background="mention-current-background",
        form="mention-current-text-style",
        own=True,
    ),
    "ask": Ink("stance-ask"),
    "ask-bold": Ink("stance-ask", bold=True),
    "for": Ink("stance-for"),
    "for-bold": Ink("stance-for", bold=True),
    "against": Ink("stance-against"),
    "against-bold": Ink("stance-against", bold=True),
    "error": Ink("error", bold=True),
    "warning": Ink("warning"),
}

_BACKGROUNDS: Mapping[Tone, str] = {
    "plain": "background",
    "surface": "surface",
    "selected": "block-cursor-background",
    "shown": "block-cursor-blurred-background",
    "hover": "surface",
    "evidence": "evidence-background",
}
_FORMS: Mapping[Tone, str] = {
    "selected": "block-cursor-text-style",
    "shown": "block-cursor-blurred-text-style",
}
_ANSI = "ansi_"


def kind_roles(kind: StatementKind | None) -> tuple[Role, Role]:
    """Return the roles of a kind's letter and of its name."""
    lean = "none" if kind is None else LEANS[kind]
    roles: Mapping[str, tuple[Role, Role]] = {
        "ask": ("ask-bold", "ask"),
        "for": ("for-bold", "for"),
        "against": ("against-bold", "against"),
        "none": ("muted-bold", "muted"),
    }
    return roles[lean]


class Palette:
    """The styles of one theme, made from its variables as they are asked for."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        self._styles: dict[tuple[Role, Tone], Style] = {}

    def style(self, role: Role, tone: Tone) -> Style:
        """Return the style of a role on a line of some tone."""
        known = self._styles.get((role, tone))
        if known is None:
            known = self._styles[role, tone] = self._make(INKS[role], tone)
        return known

    def _make(self, ink: Ink, tone: Tone) -> Style:
        colour = ink.colour
        if tone == "selected" and not ink.own:
            colour = "cursor-muted" if ink.quiet else "block-cursor-foreground"
        forms = {word for name in (ink.form, None if ink.own else _FORMS.get(tone)) for word in self._form(name)}
        return Style(
            color=self._colour(colour),
            bgcolor=self._colour(ink.background or _BACKGROUNDS[tone]),
            bold=ink.bold or "bold" in forms,
            italic=ink.italic or "italic" in forms,
            underline=ink.underline or "underline" in forms,
            reverse="reverse" in forms,
        )

    def _form(self, name: str | None) -> list[str]:
        return self._variables.get(name, "").split() if name else []

    def _colour(self, name: str) -> str:
        value = self._variables[name]
        return value.removeprefix(_ANSI) if value.startswith(_ANSI) else value
