"""What two documents say of one thing, side by side."""

from __future__ import annotations

import re
from typing import Literal

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.wording import one_line
from briefing.model import Evidence
from briefing.record import record

About = Literal["date", "place", "number", "stance"]

_WORD = re.compile(r"\w+")
_ARTICLES_AND_PREPOSITIONS = {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "that"}
_PRONOUNS = {"it", "its", "their", "his", "her"}
_SMALL = _ARTICLES_AND_PREPOSITIONS | _PRONOUNS | {"be", "is", "was", "were", "will", "would", "has"}


@record(frozen=True, slots=True)
class Version:
    """What one document says: the value in a few words, and the sentence that gives it, on one line."""

    value: str
    sentence: str
    evidence: Evidence


@record(frozen=True, slots=True)
class Disagreement:
    """Two or more versions of one thing, newest first; ``item`` is what they are about, where that is one item."""

    about: About
    subject: str
    versions: tuple[Version, ...]
    item: Item | None = None


def version(catalogue: Catalogue, value: str, evidence: Evidence) -> Version:
    """Return what a document says, with the sentence around the evidence."""
    return Version(value, one_line(catalogue.text(evidence.document, evidence.sentence)), evidence)


def newest_first(catalogue: Catalogue, *versions: Version) -> tuple[Version, ...]:
    """Return versions in the order of their documents, newest first."""
    return tuple(sorted(versions, key=lambda one: catalogue.order(one.evidence)))


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text, folded, without small ones."""
    return frozenset(word for word in _WORD.findall(text.casefold()) if word not in _SMALL)
