"""How near a word of a query is to a known word, from 0 to 1."""

from __future__ import annotations

from rapidfuzz.distance import OSA, JaroWinkler

from briefing.search.folding import Word
from briefing.search.spelling import SCRIPTS_WITHOUT_VOWELS, Sound, frame, readings

OTHER_SPELLING = 0.98
"""The most a word can reach that sounds the same and is spelled otherwise."""
BEGUN = 0.8
"""The least a word reaches that begins with the last, unfinished word of a query."""
INITIAL = 0.9
"""What a single letter reaches against a word that begins with it."""


class QueryWord:
    """A word of a query with all the ways it may be said; ``unfinished`` where a person may still be typing it."""

    def __init__(self, word: Word, *, unfinished: bool) -> None:
        self.text = word.text
        self.unfinished = unfinished
        self.readings = readings(word.text, word.spoken, word.script)
        self.frame = frame(_vowel_letters(word.text)) if word.script in SCRIPTS_WITHOUT_VOWELS else None

    @property
    def is_initial(self) -> bool:
        """Whether this is a single letter, as in ``W. Sherman``."""
        return len(self.text) == 1 and self.text.isalpha()

    def nearness(self, text: str, known: tuple[Sound, ...]) -> float:
        """Return how near a known word is, given how it is spelled and how it may be said."""
        if text == self.text:
            return 1.0
        if len(self.text) == 1 or len(text) == 1:
            return INITIAL if text[0] == self.text[0] else 0.0
        best = max(near(self.text, text), self._said_alike(known))
        if self.frame is not None:
            best = max(best, self._written_alike(text, known))
        if self.unfinished and text.startswith(self.text):
            best = max(best, begun(self.text, text))
        return best

    def _said_alike(self, known: tuple[Sound, ...]) -> float:
        best = 0.0
        for mine in self.readings:
            for theirs in known:
                consonants = 1.0 if mine.skeleton == theirs.skeleton else near(mine.skeleton, theirs.skeleton)
                best = max(best, 0.65 * near(mine.sounds, theirs.sounds) + 0.35 * consonants)
        return OTHER_SPELLING * best

    def _written_alike(self, text: str, known: tuple[Sound, ...]) -> float:
        consonants = near(self.frame or "", frame(_vowel_letters(text)))
        return OTHER_SPELLING * (0.9 * consonants + 0.1 * near(self.readings[-1].sounds, known[0].sounds))


def begun(prefix: str, text: str) -> float:
    """Return how near a word is that begins with what has been typed so far."""
    return BEGUN + (1 - BEGUN) * len(prefix) / len(text)


def near(one: str, other: str) -> float:
    """Return the likeness of two strings: edits count, and more so at the beginning."""
    return (OSA.normalized_similarity(one, other) + JaroWinkler.similarity(one, other)) / 2


def _vowel_letters(word: str) -> str:
    """Return a word with the letters that may stand for vowels written as vowels, but for the first."""
    return word[:1] + word[1:].replace("w", "u").replace("y", "i")
