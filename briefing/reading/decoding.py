"""From the bytes of a file to text."""

from __future__ import annotations

import codecs
import os
import re
from pathlib import Path

from briefing.reading.discovery import irregularity, os_reason

MAX_BYTES = 5_000_000
"""Default bound on the size of a file."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


class UnreadableError(Exception):
    """Bytes or a file that cannot be read as text; the message is the reason in words for people."""


def read_bytes(file: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the bytes of a regular file.

    It is opened without waiting and looked at once open, so that a pipe or device put in its place after it was
    found cannot hold the program up. Raises :class:`UnreadableError`.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(file, flags), "rb") as stream:
            reason = irregularity(os.fstat(stream.fileno()).st_mode)
            data = b"" if reason else stream.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise UnreadableError(os_reason(error)) from None
    if reason:
        raise UnreadableError(reason)
    return data


def decode(data: bytes, max_bytes: int = MAX_BYTES) -> str:
    """Return the text of ``data`` without its byte order mark.

    Read are UTF-8, UTF-16 and UTF-32 with a byte order mark, UTF-8 without, and Windows-1252 where it is not valid
    UTF-8. Raises :class:`UnreadableError` for empty, oversized, binary and undecodable data.
    """
    if len(data) > max_bytes:
        raise UnreadableError(f"larger than {_size(max_bytes)}")
    text = _marked(data)
    if text is None:
        text = _unmarked(data)
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise UnreadableError("empty")
    return text


def _marked(data: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise UnreadableError(f"undecodable: not {encoding.upper()}, as its byte order mark says") from None
    return None


def _unmarked(data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        # Eight-bit text has hardly any control characters, compressed data has one byte in nine.
        if b"\0" in data or _share_of_controls(data.decode("latin-1")) > 0.05:
            raise UnreadableError("binary") from None
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            raise UnreadableError("undecodable: neither UTF-8 nor Windows-1252") from None
    # A stray NUL is damage, many are a format; escape sequences are text to be cleaned, not a reason to refuse.
    if text.count("\0") * 100 > len(text) or _share_of_controls(text) > 0.3:
        raise UnreadableError("binary")
    return text


def _share_of_controls(text: str) -> float:
    return sum(1 for _ in _CONTROLS.finditer(text)) / max(1, len(text))


def _size(number: int) -> str:
    for unit, factor in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if number >= factor:
            return f"{number / factor:.3g} {unit}"
    return f"{number} bytes"
