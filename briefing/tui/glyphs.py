"""The signs that are drawn, and what stands in for them where a terminal cannot show them."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Callable, Mapping

from rich.cells import cell_len

from briefing.config.settings import Glyphs as GlyphChoice
from briefing.record import record


@record(frozen=True, slots=True)
class Glyphs:
    """One set of signs, each a cell wide."""

    selected: str = "▌"
    selected_elsewhere: str = "▏"
    new: str = "•"
    in_focus: str = "◆"
    past: str = "■"
    to_come: str = "□"
    rail: str = "│"
    gap: str = "┊"
    evidence: str = "┃"
    rule: str = "─"
    heavy_rule: str = "━"
    thumb: str = "▕"
    """Stands beside the numbers of a list, so it keeps to the right of its cell."""
    bars: str = "·▁▂▃▄▅▆▇█"
    """The signs of a diagram, from nothing to most."""
    quoted: str = "“"
    none: str = "–"
    top_left: str = "╭"
    top_right: str = "╮"
    swatch: str = "█"
    ascii: bool = False


UNICODE = Glyphs()
ASCII = Glyphs(
    selected=">",
    selected_elsewhere="|",
    new="*",
    in_focus="#",
    past="@",
    to_come="o",
    rail="|",
    gap=":",
    evidence="!",
    rule="-",
    heavy_rule="=",
    thumb="|",
    bars=".123456789",
    quoted='"',
    none="-",
    top_left="+",
    top_right="+",
    swatch="#",
    ascii=True,
)

_PLAIN = str.maketrans("“”„«»‘’‚‹›·–—‐‑−…•▌▏▕◆■□┃┊─━\u00a0", "\"\"\"\"\"'''''," + "-----~*>||#@o!:-= ")
"""What typographic signs become in ASCII, cell for cell, in the words of articles too."""


def choose(choice: GlyphChoice) -> Glyphs:
    """Return the set to draw with; ``auto`` takes ASCII where the locale is not UTF-8."""
    if choice == "auto":
        return UNICODE if speaks_utf8(os.environ) else ASCII
    return ASCII if choice == "ascii" else UNICODE


def speaks_utf8(environment: Mapping[str, str]) -> bool:
    """Return whether the locale says that the terminal takes UTF-8.

    Python itself turns the C locale into ``C.UTF-8`` (PEP 538), so a locale that somebody set to C is looked for first.
    On Windows the terminal takes UTF-8 whatever the code page.
    """
    if sys.platform == "win32":
        return True
    chosen = environment.get("LC_ALL") or environment.get("LANG") or ""
    return chosen not in {"C", "POSIX"} and _is_utf8(locale.getpreferredencoding(False))


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("-", "").replace("_", "") == "utf8"


def plain_signs(glyphs: Glyphs) -> Callable[[str], str]:
    """Return the function that turns a text into signs the terminal can show, of the same width."""
    if not glyphs.ascii:
        return str
    encoding = locale.getpreferredencoding(False)
    if _is_utf8(encoding):
        return lambda text: text.translate(_PLAIN)
    return lambda text: _encodable(text.translate(_PLAIN), encoding)


def _encodable(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return "".join(character if character.isascii() else "?" * cell_len(character) for character in text)
    return text
