"""The distinct words of the indexed texts, and the ones that a word of a query may mean.

Whatever is fuzzy happens here, on each distinct word once: words are found by their beginning, by their skeleton, by
the beginning of their sounds and by the three-letter pieces of their sounds; only what these keys bring is compared.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from briefing.search.folding import Word
from briefing.search.similarity import QueryWord, begun
from briefing.search.spelling import Sound, frame, known_readings

LEAST_NEARNESS = 0.62
MOST_BEGUN = 400
MOST_BY_PIECES = 50
MOST_COMPARED = 60


class Vocabulary:
    """Distinct words with dense ids, in two stages: :meth:`add` every word, then :meth:`seal` before any question."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.sounds: list[tuple[Sound, ...]] = []
        self._ids: dict[str, int] = {}
        self._spoken: dict[int, str] = {}

    def add(self, word: Word) -> int:
        """Return the id of a word, new or known."""
        known = self._ids.get(word.text)
        if known is None:
            known = self._ids[word.text] = len(self.texts)
            self.texts.append(word.text)
        if word.spoken != word.text:
            self._spoken[known] = word.spoken
        return known

    def seal(self) -> None:
        """Build the keys."""
        self.sounds = [known_readings(text, self._spoken.get(id_, text)) for id_, text in enumerate(self.texts)]
        self._by_text = _Sorted((text, id_) for id_, text in enumerate(self.texts))
        self._by_sounds = _Sorted((said[0].sounds, id_) for id_, said in enumerate(self.sounds))
        self._by_skeleton: dict[str, array[int]] = {}
        self._by_piece: dict[str, array[int]] = {}
        for id_, said in enumerate(self.sounds):
            for skeleton in {sound.skeleton for sound in said}:
                self._by_skeleton.setdefault(skeleton, array("I")).append(id_)
            for piece in {piece for sound in said for piece in _pieces(sound.sounds)}:
                self._by_piece.setdefault(piece, array("I")).append(id_)

    def near(self, word: QueryWord) -> dict[int, float]:
        """Return the ids of the words that a word of a query may mean, each with its nearness."""
        found: dict[int, float] = {}
        if word.unfinished:
            for id_ in self._by_text.beginning_with(word.text, MOST_BEGUN):
                found[id_] = begun(word.text, self.texts[id_])
        elif word.text in self._ids:
            found[self._ids[word.text]] = 1.0
        for id_ in self._worth_comparing(word):
            nearness = word.nearness(self.texts[id_], self.sounds[id_])
            if nearness >= LEAST_NEARNESS and nearness > found.get(id_, 0):
                found[id_] = nearness
        return found

    def _worth_comparing(self, word: QueryWord) -> Iterable[int]:
        candidates: set[int] = set()
        for reading in word.readings:
            candidates.update(self._by_skeleton.get(reading.skeleton, ()))
            if word.unfinished:
                candidates.update(self._by_sounds.beginning_with(reading.sounds, MOST_COMPARED))
        for reading in word.readings[:3]:
            counts: Counter[int] = Counter()
            for piece in _pieces(reading.sounds):
                counts.update(self._by_piece.get(piece, ()))
            candidates.update(id_ for id_, count in counts.most_common(MOST_BY_PIECES) if count > 1)
        if len(candidates) <= MOST_COMPARED:
            return candidates
        if word.frames:
            written = {id_: frame(self.texts[id_]) for id_ in candidates}
            return {id_ for mine in word.frames for id_ in _nearest(mine, written)}
        said = {id_: self.sounds[id_][0].sounds for id_ in candidates}
        return {id_ for reading in word.readings[:3] for id_ in _nearest(reading.sounds, said)}


class _Sorted:
    """Keys in order, with the id of each."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        ordered = sorted(pairs)
        self._keys = [key for key, _ in ordered]
        self._ids = array("I", [id_ for _, id_ in ordered])

    def beginning_with(self, prefix: str, most: int) -> Sequence[int]:
        low = bisect_left(self._keys, prefix)
        high = bisect_left(self._keys, prefix + "\x7f", low)
        return self._ids[low : min(high, low + most)]


def _nearest(wanted: str, choices: dict[int, str]) -> set[int]:
    best = process.extract(wanted, choices, scorer=JaroWinkler.similarity, limit=MOST_COMPARED // 2)
    return {id_ for _, _, id_ in best}


def _pieces(said: str) -> list[str]:
    padded = f"^{said}$"
    return [padded[start : start + 3] for start in range(max(1, len(padded) - 2))]
