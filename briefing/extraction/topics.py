"""Where the terms of the configured disputes stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    key: str
    """The longest word of the phrase in lower case, or its beginning where the word ends in ``*``."""
    prefix: bool


class _Term(NamedTuple):
    dispute: str
    phrases: tuple[_Phrase, ...]


class TopicFinder:
    """The terms of all disputes, compiled and entered by the key of their first phrase."""

    def __init__(self, disputes: Sequence[DisputeDefinition]) -> None:
        self._by_word: dict[str, list[_Term]] = {}
        self._by_prefix: list[_Term] = []
        for dispute in disputes:
            for words in dispute.terms:
                term = _Term(dispute.id, tuple(_phrase(part) for part in words.split("+")))
                if term.phrases[0].prefix:
                    self._by_prefix.append(term)
                else:
                    self._by_word.setdefault(term.phrases[0].key, []).append(term)

    def find(self, text: str, offset: int = 0) -> list[Topic]:
        """Return the topics of one sentence, each dispute once; ``offset`` is where it begins in the document."""
        lower = normal(text.lower())
        found: dict[str, Topic] = {}
        for term in self._candidates(lower):
            if not all(phrase.key in lower for phrase in term.phrases[1:]):
                continue
            hits = [phrase.pattern.search(lower) for phrase in term.phrases]
            if not all(hits) or hits[0] is None:
                continue
            topic = Topic(term.dispute, offset + hits[0].start(), offset + hits[0].end())
            known = found.get(term.dispute)
            if known is None or topic.start < known.start:
                found[term.dispute] = topic
        return sorted(found.values(), key=lambda topic: (topic.start, topic.dispute))

    def _candidates(self, lower: str) -> Iterator[_Term]:
        for word in set(_WORD.findall(lower)):
            yield from self._by_word.get(word, ())
            if word.endswith("s"):
                yield from self._by_word.get(word[:-1], ())
        yield from (term for term in self._by_prefix if term.phrases[0].key in lower)


_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")


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
    key = max((token for token in tokens if token not in {"*", "'s"}), key=len)
    prefix = "*" in tokens and tokens.index(key) + 1 < len(tokens) and tokens[tokens.index(key) + 1] == "*"
    return _Phrase(re.compile(rf"{left}{joined}(?!\w)"), key, prefix)


@lru_cache(maxsize=8)
def topic_finder(disputes: tuple[DisputeDefinition, ...]) -> TopicFinder:
    """Return the compiled terms of a configuration, once a configuration."""
    return TopicFinder(disputes)
