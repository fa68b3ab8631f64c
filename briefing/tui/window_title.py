"""The title of the terminal's window: what is looked at, so that one window is told from another."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from textual.driver import Driver

from briefing.untrusted.cleaning import clean_line

MOST_CHARACTERS = 100
_KEEP, _GIVE_BACK = "\x1b[22;2t", "\x1b[23;2t"
"""Keep the title that was there, and take it again (xterm; others pass over it)."""
_WITHOUT = frozenset({"dumb", "linux"})
"""Terminals that have no title, and may print what sets it."""


class WindowTitle:
    """Sets the title where the terminal has one, and gives back the one before at the end."""

    def __init__(self, write: Callable[[str], object] | None, clean: Callable[[str], str]) -> None:
        """Set titles with ``write``; nowhere where that is null. ``clean`` makes a text from outside one safe line."""
        self._write = write
        self._clean = clean
        self._shown = ""

    @classmethod
    def of(cls, driver: Driver | None, clean: Callable[[str], str]) -> WindowTitle:
        """Return the title of the window that a driver draws in."""
        possible = driver is not None and not (driver.is_headless or driver.is_web) and has_title(os.environ)
        return cls(driver.write if possible and driver is not None else None, clean)

    def show(self, *parts: str) -> None:
        """Show what is looked at, the nearest first; empty parts are left out."""
        words = [self._clean(part) for part in parts if part]
        title = " - ".join(clean_line(word, MOST_CHARACTERS) for word in words)
        if self._write is not None and title != self._shown:
            self._write(("" if self._shown else _KEEP) + f"\x1b]2;{title}\x07")
            self._shown = title

    def end(self) -> None:
        """Give back the title that was there before."""
        if self._write is not None and self._shown:
            self._write(f"\x1b]2;\x07{_GIVE_BACK}")
            self._shown = ""


def has_title(environment: Mapping[str, str]) -> bool:
    """Tell whether the terminal's window has a title."""
    return os.name == "nt" or environment.get("TERM", "dumb") not in _WITHOUT


def names_of(seeds: Sequence[Path]) -> str:
    """Return the last names of files and folders in a few words: ``articles``, ``articles and 2 others``."""
    names = [seed.name or str(seed) for seed in seeds]
    others = len(names) - 1
    return f"{names[0]} and {others} other{'s' if others > 1 else ''}" if others > 0 else "".join(names)
