"""A saved index: numbers and strings in one file as they stand in memory, behind a header that tells where.

A file is a signature, the length and checksum of the header, the header in JSON, and the buffers. Nothing in it is
run, and nothing is copied when it is read.
"""

from __future__ import annotations

import json
import struct
import sys
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

from briefing.search.aliases import Aliases
from briefing.search.corpus import Corpus
from briefing.search.postings import Numbers, Postings, Strings
from briefing.search.segment import Segment
from briefing.search.vocabulary import Vocabulary

SIGNATURE = b"briefing names 1"
"""The number is raised with every change of the format, or of what is computed from a name."""
_PREFIX = struct.Struct(f"<{len(SIGNATURE)}sIII")
_ALIGNMENT = 8


class DamagedIndexError(ValueError):
    """A file that is no saved index, or none that this version can read: it must be built anew."""


def write(path: Path, segments: list[Segment], rest: Mapping[str, Any]) -> None:
    """Write segments and whatever else is plain data; OSError where the file cannot be written.

    The file is put in place when it is complete, so that a reader never sees half of it.
    """
    buffers: list[memoryview] = []
    ends = 0

    def placed(numbers: Numbers | memoryview) -> list[int]:
        nonlocal ends
        buffer = memoryview(array("I", numbers) if isinstance(numbers, range) else numbers).cast("B")  # type: ignore[arg-type]
        buffers.append(buffer)
        place = [ends, buffer.nbytes]
        ends += buffer.nbytes + -buffer.nbytes % _ALIGNMENT
        return place

    tables = [{name: placed(buffer) for name, buffer in _buffers(segment).items()} for segment in segments]
    check = 0
    for buffer in buffers:
        check = crc32(bytes(-buffer.nbytes % _ALIGNMENT), crc32(buffer, check))
    header = json.dumps(
        {
            "byteorder": sys.byteorder,
            "size": ends,
            "segments": [
                {"first": segment.first, "at": table} for segment, table in zip(segments, tables, strict=True)
            ],
            "rest": rest,
        }
    ).encode()
    header += b" " * (-(len(header) + _PREFIX.size) % _ALIGNMENT)
    unfinished = path.with_name(path.name + ".part")
    with unfinished.open("wb") as file:
        file.write(_PREFIX.pack(SIGNATURE, len(header), crc32(header), check))
        file.write(header)
        for buffer in buffers:
            file.write(buffer)
            file.write(bytes(-buffer.nbytes % _ALIGNMENT))
    unfinished.replace(path)


def read(path: Path) -> tuple[list[tuple[int, Mapping[str, memoryview]]], dict[str, Any]]:
    """Return for each segment its first position and its buffers, and the rest; DamagedIndexError names the file."""
    data = memoryview(path.read_bytes())
    if len(data) < _PREFIX.size or data[: len(SIGNATURE)] != SIGNATURE:
        raise DamagedIndexError(f"{path}: expected a list of names saved by this version; save it anew")
    _, length, header_check, check = _PREFIX.unpack_from(data)
    start = _PREFIX.size + length
    header_bytes, body = data[_PREFIX.size : start], data[start:]
    if len(header_bytes) != length or crc32(header_bytes) != header_check or crc32(body) != check:
        raise DamagedIndexError(f"{path}: the saved list of names is damaged; save it anew")
    header = json.loads(bytes(header_bytes))
    if header["byteorder"] != sys.byteorder:
        raise DamagedIndexError(f"{path}: saved on a machine with another order of bytes; save it anew")
    segments: list[tuple[int, Mapping[str, memoryview]]] = [
        (one["first"], {name: body[at : at + size] for name, (at, size) in one["at"].items()})
        for one in header["segments"]
    ]
    rest: dict[str, Any] = header["rest"]
    return segments, rest


def restored(first: int, buffers: Mapping[str, memoryview], aliases: Aliases) -> Segment:
    """Return a segment made of the buffers that :func:`read` returned."""

    def numbers(name: str) -> memoryview:
        return buffers[name].cast("I")

    def strings(name: str) -> Strings:
        return Strings(buffers[name], numbers(name + " starts"))

    def postings(name: str) -> Postings:
        return Postings(numbers(name + " starts"), numbers(name))

    texts = strings("texts")
    vocabulary = Vocabulary(
        strings("words"), strings("forms"), numbers("by sounds"), postings("by skeleton"), postings("by piece")
    )
    corpus = Corpus(vocabulary, numbers("entries"), numbers("entries starts"), postings("with word"))
    positions = numbers("positions") if "positions" in buffers else range(len(texts))
    return Segment(first, texts, corpus, positions, postings("by key"), aliases)


def _buffers(segment: Segment) -> dict[str, Numbers | memoryview]:
    corpus = segment.corpus
    vocabulary = corpus.vocabulary
    texts = segment.texts if isinstance(segment.texts, Strings) else Strings.of(segment.texts)
    found: dict[str, Numbers | memoryview] = {
        "by sounds": vocabulary.by_sounds,
        "entries": corpus.words,
        "entries starts": corpus.starts,
    }
    for name, strings in (("texts", texts), ("words", vocabulary.texts), ("forms", vocabulary.forms)):
        found |= {name: strings.data, name + " starts": strings.starts}
    for name, postings in (
        ("by skeleton", vocabulary.by_skeleton),
        ("by piece", vocabulary.by_piece),
        ("with word", corpus.postings),
        ("by key", segment.by_key),
    ):
        found |= {name: postings.numbers, name + " starts": postings.starts}
    if not isinstance(segment.positions, range):
        found["positions"] = segment.positions
    return found
