"""Sentences that are found by some of their words, in any spelling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest
from itertools import pairwise
from operator import itemgetter

from briefing.search.alignment import UNLIKE, Pair, likeness
from briefing.search.corpus import CorpusBuilder, weight
from briefing.search.folding import words
from briefing.search.highlight import highlight
from briefing.search.hit import MOST_TYPED, MOST_WORDS, Hit
from briefing.search.similarity import QueryWord

MOST_RANKED = 80
LEAST_SCORE = 1.0
NEIGHBOURS = 3
"""Words of a query that follow each other are expected within this many words of a sentence."""


class SentenceIndex:
    """Sentences, ready for search.

    The score tells how many words of the query a sentence has, how near their spelling is, how rare they are, and
    whether they stand together; 100 is the sentence itself. Safe to use from several threads.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        builder = CorpusBuilder()
        for text in texts:
            builder.add_words(words(text))
        self._corpus = builder.build()

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Return the best hits for a query, best first, the earlier sentence first where scores are equal."""
        typed = words(query[:MOST_TYPED])[:MOST_WORDS]
        if not typed or limit < 1:
            return []
        question = [QueryWord(word, unfinished=word is typed[-1]) for word in typed]
        meant = [self._corpus.vocabulary.near(word) for word in question]
        rough = self._corpus.gather(meant, [{id_: self._weight(id_) for id_ in near} for near in meant])
        ranked = []
        for entry in _likeliest(rough):
            pairs = self._pairs(entry, meant)
            ranked.append((-self._score(entry, question, pairs), entry, pairs))
        ranked.sort()
        return [
            Hit(entry, -score, highlight(self._texts[entry], words(self._texts[entry]), question, pairs))
            for score, entry, pairs in ranked[:limit]
            if -score >= LEAST_SCORE
        ]

    def _pairs(self, entry: int, meant: Sequence[Mapping[int, float]]) -> list[Pair]:
        """Return for each word of a query the nearest word of a sentence: of equals, the one after the last found."""
        ids = self._corpus.words_of(entry)
        pairs: list[Pair] = []
        done: set[int] = set()
        for asked, near in enumerate(meant):
            last = pairs[-1].named if pairs else -1
            candidates = [
                (near[id_], -((named - last - 1) % len(ids)), named)
                for named, id_ in enumerate(ids)
                if named not in done and near.get(id_, 0) > UNLIKE
            ]
            if candidates:
                nearness, _, named = max(candidates)
                pairs.append(Pair(asked, named, nearness))
                done.add(named)
        return pairs

    def _score(self, entry: int, question: Sequence[QueryWord], pairs: Sequence[Pair]) -> float:
        ids = self._corpus.words_of(entry)
        alike = likeness(question, pairs, [self._weight(ids[pair.named]) for pair in pairs])
        together = sum(
            second.asked == first.asked + 1 and 0 < second.named - first.named <= NEIGHBOURS
            for first, second in pairwise(pairs)
        )
        order = together / (len(question) - 1) if len(question) > 1 else 1.0
        covered = min(1.0, len(pairs) / len(ids))
        return 100 * alike * (0.85 + 0.15 * order) * (0.75 + 0.25 * covered)

    def _weight(self, id_: int) -> float:
        return weight(self._corpus.postings.count(id_), len(self._corpus))


def _likeliest(rough: Mapping[int, float]) -> list[int]:
    return [entry for entry, _ in nlargest(MOST_RANKED, rough.items(), key=itemgetter(1))]
