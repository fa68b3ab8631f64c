"""Texts as word ids, and for each word the texts that have it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import log

from briefing.search.folding import Word
from briefing.search.postings import Numbers, Postings
from briefing.search.vocabulary import Vocabulary

MOST_GATHERED = 6000
ENOUGH_GATHERED = 3000
LEAST_WEIGHT = 0.35


@lru_cache(maxsize=1 << 12)
def weight(frequency: int, size: int) -> float:
    """Return what a word counts that so many of that many entries have, from 0 to 1: the rarer, the more it tells."""
    size = max(2, size)
    return max(LEAST_WEIGHT, log(1 + size / max(1, frequency)) / log(1 + size))


class Corpus:
    """Entries numbered from 0, each with its words in order."""

    def __init__(self, vocabulary: Vocabulary, words: Numbers, starts: Numbers, postings: Postings) -> None:
        self.vocabulary = vocabulary
        self.words = words
        self.starts = starts
        self.postings = postings

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.starts) - 1

    def words_of(self, entry: int) -> Numbers:
        """Return the word ids of an entry in order."""
        return self.words[self.starts[entry] : self.starts[entry + 1]]

    def length(self, entry: int) -> int:
        """Return the number of words of an entry."""
        return self.starts[entry + 1] - self.starts[entry]

    def frequency(self, text: str) -> int:
        """Return how often entries have a word."""
        id_ = self.vocabulary.id_of(text)
        return 0 if id_ is None else self.postings.count(id_)

    def gather(self, meant: Sequence[Mapping[int, float]], weights: Sequence[Mapping[int, float]]) -> dict[int, float]:
        """Return the entries that have words of a query, each with a rough score.

        ``meant`` holds, for each word of the query, the known words it may mean and their nearness, ``weights`` what
        each of them counts. The rarest is looked up first; frequent words only add to what is found once there is much
        of it.
        """
        scores: dict[int, float] = {}
        order = sorted(range(len(meant)), key=lambda asked: sum(map(self.postings.count, meant[asked])))
        for asked in order:
            for entry, score in self._with_words(meant[asked], weights[asked], scores).items():
                scores[entry] = scores.get(entry, 0.0) + score
        return scores

    def _with_words(
        self, near: Mapping[int, float], weights: Mapping[int, float], known: Mapping[int, float]
    ) -> dict[int, float]:
        found: dict[int, float] = {}
        gathered = 0
        for id_, nearness in sorted(near.items(), key=lambda item: -item[1]):
            entries: Iterable[int] = self.postings[id_]
            score = nearness * nearness * weights[id_]
            if gathered > MOST_GATHERED or len(known) > ENOUGH_GATHERED:
                entries = known.keys() & set(entries)
            for entry in entries:
                if score > found.get(entry, 0.0):
                    found[entry] = score
            gathered += self.postings.count(id_)
        return found


class CorpusBuilder:
    """Takes entries one by one and makes a corpus of them."""

    def __init__(self) -> None:
        self._spoken: dict[str, str] = {}
        self._ids: dict[str, int] = {}
        self._words = array("I")
        self._starts = array("I", [0])

    def add(self, texts: Iterable[str]) -> None:
        """Take an entry with these folded words, spoken as they are spelled."""
        ids = self._ids
        self._words.extend([ids.setdefault(text, len(ids)) for text in texts])
        self._starts.append(len(self._words))

    def add_words(self, found: Sequence[Word]) -> None:
        """Take an entry with these words."""
        self.add([word.text for word in found])
        for word in found:
            if word.spoken != word.text:
                self._spoken[word.text] = word.spoken

    def build(self) -> Corpus:
        """Return the corpus of all entries taken; the builder is spent."""
        ids, self._ids = self._ids, {}
        order = array("I", bytes(4 * len(ids)))
        ordered = sorted(ids)
        for place, text in enumerate(ordered):
            order[ids[text]] = place
        words = array("I", map(order.__getitem__, self._words))
        size = len(ids)
        self._words = array("I")
        ids.clear()
        vocabulary = Vocabulary.of(_spent(ordered), self._spoken)
        postings = Postings.of(words, _entries(self._starts), size)
        return Corpus(vocabulary, words, self._starts, postings)


def _entries(starts: Numbers) -> Iterable[int]:
    for entry in range(len(starts) - 1):
        for _ in range(starts[entry + 1] - starts[entry]):
            yield entry


def _spent(texts: list[str]) -> Iterator[str]:
    """Yield strings and let go of each, since their number decides how much memory is needed at once."""
    texts.reverse()
    while texts:
        yield texts.pop()
