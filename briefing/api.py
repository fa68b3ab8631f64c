"""The two Python doors: a text becomes a document, a document becomes findings."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.config.loading import shipped_settings
from briefing.extraction.extract import extract as extract_with
from briefing.knowledge.loader import load
from briefing.knowledge.tables import Knowledge
from briefing.model import DisputeDefinition, Document, Findings
from briefing.reading.documents import read_text

__all__ = ["extract", "read_text"]


def extract(
    document: Document,
    *,
    knowledge: Knowledge | None = None,
    disputes: Sequence[DisputeDefinition] | None = None,
) -> Findings:
    """Return what a document says, by the shipped tables and disputes unless others are given.

    Raises :class:`briefing.config.settings.ConfigError` where the shipped ``config.yaml`` is damaged.
    """
    if disputes is None:
        disputes = shipped_settings().disputes
    return extract_with(document, knowledge or load(), disputes)
