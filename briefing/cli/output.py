"""Printing: results to standard output, complaints to standard error one line each, everything cleaned."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model import Span
from briefing.untrusted.cleaning import clean_line


class Emphasised(NamedTuple):
    """A text with spans that stand out, bold and underlined, where standard output is a terminal for people."""

    text: str
    spans: Sequence[Span]


Line = str | Sequence[str | Emphasised]


class Stop(Exception):  # noqa: N818 - an end, not always an error
    """Ends the command with an exit code, after complaints, if any."""

    def __init__(self, code: int, *complaints: str) -> None:
        self.code = code
        self.complaints = complaints
        super().__init__(*complaints)


def never_fail_to_encode() -> None:
    """Make standard output replace what its encoding cannot say."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def complain(message: str) -> None:
    """Write one line to standard error, whole, however long."""
    if sys.stderr is not None:
        sys.stderr.write(f"briefing: {clean_line(message)}\n")


def say(*lines: Line) -> None:
    """Write lines to standard output."""
    for line in lines:
        pieces = (line,) if isinstance(line, str) else line
        sys.stdout.write("".join(_shown(piece) for piece in pieces) + "\n")


def say_exactly(text: str) -> None:
    """Write a text that is clean already, as UTF-8 and with LF on every platform."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))


def say_pieces(pieces: Iterable[str | bytes]) -> None:
    """Write the pieces of a text as :func:`say_exactly` does, each as it comes; some are encoded already."""
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece if isinstance(piece, bytes) else piece.encode("utf-8"))


def _shown(piece: str | Emphasised) -> str:
    if isinstance(piece, str):
        return clean_line(piece)
    pieces, at = [], 0
    for start, end in piece.spans if _is_styled() else ():
        pieces += [clean_line(piece.text[at:start]), "\x1b[1;4m", clean_line(piece.text[start:end]), "\x1b[0m"]
        at = end
    return "".join([*pieces, clean_line(piece.text[at:])])


def _is_styled() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
