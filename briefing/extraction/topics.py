"""Where the terms of the configured disputes stand in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.knowledge.tokens import normal, tokenize
from briefing.model import DisputeDefinition


class Topic(NamedTuple):
    """A term of a dispute at a place in the text."""

    dispute: str
    start: int
    end: int


class _Phrase(NamedTuple):
    pattern: re.Pattern[str]
    stem: str
    """Lower-case letters that any text with the phrase contains: a cheap test before the pattern."""


class _Term(NamedTuple):
    dispute: str
    phrases: tuple[_Phrase, ...]


class TopicFinder:
    """The terms of all disputes, compiled."""

    def __init__(self, disputes: Sequence[DisputeDefinition]) -> None:
        self._terms = [
            _Term(dispute.id, tuple(_phrase(part) for part in term.split(" + ")))
            for dispute in disputes
            for term in dispute.terms
        ]

    def find(self, text: str, offset: int = 0) -> list[Topic]:
        """Return the topics of one sentence; ``offset`` is where it begins in the document."""
        lower = normal(text.lower())
        found: dict[str, Topic] = {}
        for term in self._terms:
            if term.dispute in found or not all(phrase.stem in lower for phrase in term.phrases):
                continue
            hits = [phrase.pattern.search(lower) for phrase in term.phrases]
            if all(hits) and hits[0] is not None:
                found[term.dispute] = Topic(term.dispute, offset + hits[0].start(), offset + hits[0].end())
        return sorted(found.values(), key=lambda topic: (topic.start, topic.dispute))


def _phrase(words: str) -> _Phrase:
    pieces: list[str] = []
    tokens = [normal(token.text.lower()) for token in tokenize(words.strip())]
    for token in tokens:
        if token == "*":
            pieces[-1] = pieces[-1].removesuffix("s?") + r"\w*"
            continue
        ending = "s?" if token[-1].isalnum() and token != "'s" and not token.endswith("s") else ""
        pieces.append(re.escape(token) + ending)
    joined = r"[\s\-‐‑]*".join(pieces)
    left = r"(?<!\w)" if tokens[0][0].isalnum() else ""
    return _Phrase(re.compile(rf"{left}{joined}(?!\w)"), max((t for t in tokens if t != "*"), key=len))


@lru_cache(maxsize=8)
def topic_finder(disputes: tuple[DisputeDefinition, ...]) -> TopicFinder:
    """Return the compiled terms of a configuration, once a configuration."""
    return TopicFinder(disputes)
