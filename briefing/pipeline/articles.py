"""One file to what it says: the work that is done for each article, here or in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.extraction.extract import extract
from briefing.knowledge.tables import Knowledge
from briefing.library.keys import digest_of
from briefing.library.records import KeptReading
from briefing.model import DisputeDefinition, Document, Findings, Skipped
from briefing.reading.copies import sketch
from briefing.reading.decoding import UnreadableError, read_bytes
from briefing.reading.documents import read_data
from briefing.untrusted.cleaning import clean_line


class Article(NamedTuple):
    """What came of a file, and a name for its bytes; null where there were none to be had."""

    reading: KeptReading
    content: bytes | None


def read_article(file: Path, path: str, max_bytes: int, knowledge: Knowledge) -> Article:
    """Read a file that is shown under a path."""
    try:
        data = read_bytes(file, max_bytes)
    except UnreadableError as error:
        return Article(KeptReading(None, (Skipped(clean_line(path), str(error)),), ()), None)
    return Article(read_bytes_of(data, path, max_bytes, knowledge, str(file)), digest_of(data))


def read_bytes_of(data: bytes, path: str, max_bytes: int, knowledge: Knowledge, file: str | None = None) -> KeptReading:
    """Read bytes that are shown under a path; ``file`` is null where they come from no file."""
    document, skipped = read_data(data, path, max_bytes, file=file, knowledge=knowledge)
    return KeptReading(document, skipped, tuple(sketch(document.text)) if document else ())


def understand(document: Document, knowledge: Knowledge, disputes: Sequence[DisputeDefinition]) -> Findings | Skipped:
    """Return what a document says; why it was skipped where a rule stumbles, which must not cost all other articles."""
    try:
        return extract(document, knowledge, disputes)
    except Exception as error:  # whatever it is, it is that of one article
        reason = f"not understood: {type(error).__name__}: {clean_line(str(error), 100)}"
        return Skipped(document.path, reason)
