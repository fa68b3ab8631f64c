"""Names that are found however they are spelled, with a score and the letters that matched."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from zlib import crc32

from briefing.search.aliases import Aliases
from briefing.search.alignment import Alignment, Named, align
from briefing.search.corpus import Corpus
from briefing.search.folding import Word, words
from briefing.search.highlight import highlight
from briefing.search.hit import MOST_TYPED, MOST_WORDS, Hit
from briefing.search.similarity import QueryWord
from briefing.search.spelling import ARTICLES, SMALL_WORDS, consonants

MOST_RANKED = 60
MOST_TURNS = 3
LEAST_SCORE = 1.0
ALIAS = 0.98
"""What a name found by an alias reaches of the score of one that is spelled so."""
INITIALS_SCORE = 58.0
"""The score of a name found by its initials (``MBS``): worth showing, never sure."""


class Index:
    """Names, ready for search; ``aliases`` maps a spelling to others that mean the same (``{"Kyiv": ["Kiev"]}``).

    A name is found by its words in any order, by some of them, by their beginnings, by initials, written together or
    apart, misspelled, and in any script. A score of 60 or more says that the name is likely the one that was meant.
    Safe to use from several threads.
    """

    def __init__(self, texts: Sequence[str], *, aliases: Mapping[str, Sequence[str]] | None = None) -> None:
        self._texts = texts
        self._corpus = Corpus()
        self._positions = array("I")
        self._renamed: dict[int, list[Word]] = {}
        known = Aliases(aliases or {})
        for position, text in enumerate(texts):
            found = words(text)
            self._add(position, found)
            for renamed in known.renamed(found):
                self._renamed[len(self._positions)] = renamed
                self._add(position, renamed)
        self._corpus.seal()
        keys = sorted((key, entry) for entry in range(len(self._positions)) for key in self._keys_of(entry))
        self._keys = array("I", [key for key, _ in keys])
        self._key_entries = array("I", [entry for _, entry in keys])

    def _add(self, position: int, found: Sequence[Word]) -> None:
        self._corpus.add(found)
        self._positions.append(position)

    def _keys_of(self, entry: int) -> set[int]:
        ids = self._corpus.words_of(entry)
        spelled = [self._corpus.vocabulary.texts[id_] for id_ in ids]
        said = [self._corpus.vocabulary.sounds[id_][0].sounds for id_ in ids]
        keys = _written_together(spelled, said)
        letters = "".join(text[0] for text in spelled if text not in SMALL_WORDS)
        if len(letters) > 1:
            keys.add(_initials(letters))
        return keys

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Return the best hits for a query, best first, the earlier text first where scores are equal."""
        typed = words(query[:MOST_TYPED])[:MOST_WORDS]
        if not typed or limit < 1:
            return []
        question = [QueryWord(word, unfinished=word is typed[-1]) for word in typed]
        meant = [
            {} if word.is_initial and len(question) > 1 else self._corpus.vocabulary.near(word) for word in question
        ]
        by_initials = set(self._with_key(_initials(typed[0].text))) if len(typed) == 1 else set()
        ranked: dict[int, tuple[float, int, Alignment]] = {}
        for entry in self._worth_ranking(question, meant) | by_initials:
            found = align(question, meant, self._named(entry))
            score = found.score * (ALIAS if entry in self._renamed else 1.0)
            if entry in by_initials:
                score = max(score, INITIALS_SCORE)
            position = self._positions[entry]
            if score >= LEAST_SCORE and (position not in ranked or score > ranked[position][0]):
                ranked[position] = (score, entry, found)
        best = sorted(ranked.items(), key=lambda item: (-item[1][0], item[0]))[:limit]
        return [Hit(position, score, self._spans(entry, question, found)) for position, (score, entry, found) in best]

    def _named(self, entry: int) -> Named:
        ids = self._corpus.words_of(entry)
        vocabulary = self._corpus.vocabulary
        return Named(
            ids,
            [vocabulary.texts[id_] for id_ in ids],
            [vocabulary.sounds[id_] for id_ in ids],
            [self._corpus.weight(id_) for id_ in ids],
        )

    def _spans(self, entry: int, question: Sequence[QueryWord], found: Alignment) -> tuple[tuple[int, int], ...]:
        position = self._positions[entry]
        named = self._renamed.get(entry) or words(self._texts[position])
        if not found.pairs:
            return ((named[0].start, named[-1].end),)
        return highlight(self._texts[position], named, question, found.pairs)

    def _worth_ranking(self, question: Sequence[QueryWord], meant: Sequence[Mapping[int, float]]) -> set[int]:
        scores = self._corpus.gather(meant)
        initials = {word.text for word in question if word.is_initial}
        if initials:
            spelled = self._corpus.vocabulary.texts
            for entry in scores:
                scores[entry] += 0.3 * len(initials & {spelled[id_][0] for id_ in self._corpus.words_of(entry)})
        best = nlargest(MOST_RANKED, scores, key=lambda entry: scores[entry] - 0.02 * self._corpus.length(entry))
        return {*best, *self._written_alike(question)}

    def _written_alike(self, question: Sequence[QueryWord]) -> Iterable[int]:
        """Return entries that sound like the whole query, wherever words are parted and whichever comes first."""
        for first in range(min(len(question), MOST_TURNS)):
            turned = [*question[first:], *question[:first]]
            spelled = [word.text for word in turned]
            for number in range(max(len(word.readings) for word in question)):
                said = [word.reading(number).sounds for word in turned]
                for key in _written_together(spelled, said):
                    yield from self._with_key(key)

    def _with_key(self, key: int) -> Iterable[int]:
        low = bisect_left(self._keys, key)
        for place in range(low, min(low + MOST_RANKED, len(self._keys))):
            if self._keys[place] != key:
                break
            yield self._key_entries[place]


def _written_together(spelled: Sequence[str], said: Sequence[str]) -> set[int]:
    """Return the keys of words taken as one word, with articles and without; none where there is no consonant."""
    bare = [sounds for text, sounds in zip(spelled, said, strict=True) if text not in ARTICLES]
    joined = {consonants("".join(said)), consonants("".join(bare))}
    return {crc32(key.encode()) for key in joined if key}


def _initials(letters: str) -> int:
    return crc32(b"=" + letters.encode())
