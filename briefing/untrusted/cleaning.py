"""Making text from outside harmless: no control character and no bidirectional control survives."""

from __future__ import annotations

import re
from functools import cache

REPLACEMENT = "\ufffd"
ELLIPSIS = "…"

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_UNSAFE_IN_LINE = re.compile(f"[{_CONTROLS}\t\n\u2028\u2029]")
_LINE_END = re.compile(r"\r\n?")


@cache
def _unsafe() -> re.Pattern[str]:
    """Return the pattern of what no text may hold; compiled where something is read, which most starts do not."""
    return re.compile(f"[{_CONTROLS}]")


def unify_line_ends(text: str) -> str:
    """Return a text whose line ends, CRLF and CR among them, are all LF."""
    return _LINE_END.sub("\n", text) if "\r" in text else text


def clean_text(raw: str) -> str:
    """Return a text of lines that is safe to keep, measure and show.

    CRLF and CR become LF; then each C0 control but tab and newline, DEL, each C1 control, each bidirectional
    control (U+202A-202E, U+2066-2069) and each lone surrogate becomes one U+FFFD. The printable rest of an
    escape sequence stays text.
    """
    return _unsafe().sub(REPLACEMENT, unify_line_ends(raw))


def clean_line(text: str, limit: int | None = None, *, keep_ends: bool = False) -> str:
    """Return a file name, message or other short text from outside as one safe line.

    Besides what :func:`clean_text` replaces, tabs and line ends become U+FFFD. A text longer than ``limit`` code
    points is shortened to it with an ellipsis: at its end, or in its middle where ``keep_ends`` asks to keep both.
    """
    line = _UNSAFE_IN_LINE.sub(REPLACEMENT, unify_line_ends(text))
    if limit is None or len(line) <= limit:
        return line
    kept = max(0, limit - len(ELLIPSIS))
    tail = kept // 2 if keep_ends else 0
    return line[: kept - tail] + ELLIPSIS + line[len(line) - tail :]
