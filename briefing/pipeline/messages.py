"""How two processes speak: a message is some fields of bytes, each behind its length."""

from __future__ import annotations

from collections.abc import Sequence
from struct import Struct
from typing import IO

_LENGTH = Struct("<I")


def send(stream: IO[bytes], fields: Sequence[bytes]) -> None:
    """Write a message."""
    pieces = [_LENGTH.pack(len(fields))]
    for field in fields:
        pieces += (_LENGTH.pack(len(field)), field)
    stream.write(b"".join(pieces))
    stream.flush()


def receive(stream: IO[bytes]) -> list[bytes]:
    """Return the next message; raise EOFError where the other process has ended."""
    return [_exactly(stream, _length(stream)) for _ in range(_length(stream))]


def _length(stream: IO[bytes]) -> int:
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return int(length)


def _exactly(stream: IO[bytes], count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data
