"""What has been read, kept so that it need not be read again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Protocol

from briefing.model import DisputeDefinition, Document, Findings
from briefing.version import __version__


class Library(Protocol):
    """Findings by key; :func:`key_of` makes the keys."""

    def get(self, key: str) -> Findings | None:
        """Return what was put under a key, or null."""

    def put(self, key: str, findings: Findings) -> None:
        """Keep findings under a key."""


class MemoryLibrary:
    """A library that lasts as long as the program runs."""

    def __init__(self) -> None:
        self._findings: dict[str, Findings] = {}

    def get(self, key: str) -> Findings | None:
        """Return what was put under a key, or null."""
        return self._findings.get(key)

    def put(self, key: str, findings: Findings) -> None:
        """Keep findings under a key."""
        self._findings[key] = findings


def key_of(document: Document, disputes: Sequence[DisputeDefinition], tables: str) -> str:
    """Return a name for all that the findings of a document depend on, in hex digits; ``tables`` names the tables."""
    read = (document.text_sha256, document.published, document.dateline, document.publisher, document.blocks)
    what = (__version__, tables, read, tuple(disputes))
    return hashlib.sha256(repr(what).encode()).hexdigest()
