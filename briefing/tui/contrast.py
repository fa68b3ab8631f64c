"""How well one colour reads on another, and themes brought down to 256 colours so that they still read well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from rich.color import Color, ColorSystem

LEAST = 4.5
"""The contrast that WCAG 2.1 asks of text (level AA)."""


class Rgb(NamedTuple):
    """A colour, each channel 0-255."""

    red: int
    green: int
    blue: int


TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("foreground", "text-strong", "text-muted") for ground in ("background", "surface")),
    *((text, "evidence-background") for text in ("foreground", "text-strong", "text-muted")),
    *((text, "block-cursor-blurred-background") for text in ("foreground", "text-strong", "text-muted")),
    *((stance, "background") for stance in ("stance-ask", "stance-for", "stance-against")),
    *((stance, "block-cursor-blurred-background") for stance in ("stance-ask", "stance-for", "stance-against")),
    *((sign, "background") for sign in ("accent", "success", "warning", "error")),
    ("accent", "surface"),
    ("on-accent", "accent"),
    ("mention-foreground", "mention-background"),
    ("mention-current-foreground", "mention-current-background"),
    ("foreground", "panel"),
)
"""Every text and what it stands on."""

ROW_PAIRS: tuple[tuple[str, str], ...] = (
    ("block-cursor-foreground", "block-cursor-background"),
    ("cursor-muted", "block-cursor-background"),
)
"""The texts of the selected row."""


def rgb(colour: str) -> Rgb:
    """Return the channels of ``#rrggbb`` or ``#rgb``."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return Rgb(int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16))


def ratio(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio of WCAG 2.1, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


@cache
def _asked_by_shown() -> Mapping[Rgb, Rgb]:
    """Return the colours of the cube and the greys, each with the colour for which rich shows it.

    Rich has the last word, and moves some greys; what it never shows is left out.
    """
    cube = [Rgb(*Color.from_ansi(number).get_truecolor()) for number in range(16, 232)]
    greys = [Rgb(level, level, level) for level in (round(step / 25 * 255) for step in range(26))]
    return {in_256_colours(colour): colour for colour in (*greys, *cube)}


def in_256_colours(colour: Rgb) -> Rgb:
    """Return what a terminal of 256 colours shows for a colour."""
    reduced = Color.from_rgb(*colour).downgrade(ColorSystem.EIGHT_BIT)
    return Rgb(*reduced.get_truecolor())


def reduced(values: Mapping[str, str]) -> dict[str, str]:
    """Return colours by name as the nearest of 256 colours that keep the contrast of text.

    What text stands on takes the nearest colour; a text then takes the nearest that reads well on all it stands on.
    """
    pairs = (*TEXT_PAIRS, *ROW_PAIRS)
    texts = {text for text, _ in pairs}
    found = {name: _nearest(rgb(value), ()) for name, value in values.items() if name not in texts}
    for name in sorted(texts & values.keys(), key=_texts_of_texts_last):
        grounds = [found[ground] for text, ground in pairs if text == name]
        found[name] = _nearest(rgb(values[name]), grounds)
    asked = _asked_by_shown()
    return {name: "#{:02x}{:02x}{:02x}".format(*asked[found[name]]) for name in values}


def _texts_of_texts_last(name: str) -> tuple[bool, str]:
    return (name == "on-accent", name)


def _nearest(colour: Rgb, grounds: Iterable[Rgb]) -> Rgb:
    by_distance = sorted(_asked_by_shown(), key=lambda candidate: _distance(candidate, colour))
    grounds = tuple(grounds)
    readable = (candidate for candidate in by_distance if all(ratio(candidate, ground) >= LEAST for ground in grounds))
    return next(readable, by_distance[0])


def _distance(one: Rgb, other: Rgb) -> int:
    """Return how unlike two colours are; a grey is no good stand-in for a colour."""
    colourfulness = (max(one) - min(one)) - (max(other) - min(other))
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) + colourfulness**2


def lowest(values: Mapping[str, str], pairs: tuple[tuple[str, str], ...]) -> float:
    """Return the lowest contrast among pairs of names of colours."""
    return min(ratio(rgb(values[text]), rgb(values[ground])) for text, ground in pairs)
