"""Texts as word ids, and for each word the texts that have it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from math import log

from briefing.search.folding import Word
from briefing.search.vocabulary import Vocabulary

MOST_GATHERED = 6000
LEAST_WEIGHT = 0.35


class Corpus:
    """Entries numbered from 0, in two stages: :meth:`add` every one, then :meth:`seal` before any question."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self._words = array("I")
        self._starts = array("I", [0])
        self._postings: list[array[int]] = []

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._starts) - 1

    def add(self, found: Iterable[Word]) -> None:
        """Take an entry with these words."""
        self._words.extend([self.vocabulary.add(word) for word in found])
        self._starts.append(len(self._words))

    def seal(self) -> None:
        """Build the keys."""
        self.vocabulary.seal()
        self._postings = [array("I") for _ in self.vocabulary.texts]
        for entry in range(len(self)):
            for id_ in dict.fromkeys(self.words_of(entry)):
                self._postings[id_].append(entry)

    def words_of(self, entry: int) -> Sequence[int]:
        """Return the word ids of an entry in order."""
        return self._words[self._starts[entry] : self._starts[entry + 1]]

    def length(self, entry: int) -> int:
        """Return the number of words of an entry."""
        return self._starts[entry + 1] - self._starts[entry]

    def frequency(self, id_: int) -> int:
        """Return how many entries have a word."""
        return len(self._postings[id_])

    def weight(self, id_: int) -> float:
        """Return what a word counts, from 0 to 1: the rarer, the more it tells."""
        size = max(2, len(self))
        return max(LEAST_WEIGHT, log(1 + size / self.frequency(id_)) / log(1 + size))

    def gather(self, meant: Sequence[Mapping[int, float]]) -> dict[int, float]:
        """Return the entries that have words of a query, each with a rough score.

        ``meant`` holds, for each word of the query, the known words it may mean and their nearness. The rarest
        is looked up first; frequent words only add to what is found once there is much of it.
        """
        scores: dict[int, float] = {}
        for near in sorted(meant, key=lambda near: sum(map(self.frequency, near))):
            for entry, score in self._with_words(near, scores).items():
                scores[entry] = scores.get(entry, 0.0) + score
        return scores

    def _with_words(self, near: Mapping[int, float], known: Mapping[int, float]) -> dict[int, float]:
        found: dict[int, float] = {}
        gathered = 0
        for id_, nearness in sorted(near.items(), key=lambda item: -item[1]):
            entries: Iterable[int] = self._postings[id_]
            score = nearness * nearness * self.weight(id_)
            if gathered > MOST_GATHERED:
                entries = [entry for entry in entries if entry in known]
            for entry in entries:
                if score > found.get(entry, 0.0):
                    found[entry] = score
            gathered += self.frequency(id_)
        return found
