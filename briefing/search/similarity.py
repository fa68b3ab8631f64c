"""How near a word of a query is to a known word, from 0 to 1."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler, LCSseq

from briefing.search.folding import Word
from briefing.search.spelling import (
    SCRIPTS_OF_SYLLABLES,
    SCRIPTS_WITHOUT_VOWELS,
    Sound,
    frame,
    sound,
    spellings,
)

OTHER_SPELLING = 0.98
"""The most a word can reach that sounds the same and is spelled otherwise."""
OTHER_READING = 0.98
"""What is left where a word must be read in another language's way to sound the same."""
MOST_FOR_CONSONANTS = 0.4
FOR_EACH_CONSONANT = 0.1
"""The part of the consonants in how alike words sound: the more of them there are, the more they tell."""
FOR_LETTERS = 0.25
FOR_SOUNDS = 0.1
"""In scripts without vowels, the part of the letters that are written, in order, and of the sounds as they are read."""
MOST_FOR_OUTLINE = 0.55
FOR_EACH_OUTLINED = 0.15
"""The same for the outline of a word in a script of syllables."""
NOTHING = 0.5
"""Words whose sounds and consonants are less alike than this are not compared any further."""
BEGUN = 0.76
"""The least a word reaches that begins with the last, unfinished word of a query."""
INITIAL = 0.9
"""What a single letter reaches against a word that begins with it."""

_VOWELS_ALIKE = str.maketrans("oew", "uiu")
"""Vowels that scripts without them write with one letter."""


class Known(NamedTuple):
    """A word of the indexed texts: how it is spelled, its frame, and how it may be said."""

    text: str
    frame: str
    readings: tuple[Sound, ...]


class QueryWord:
    """A word of a query with all the ways it may be said; ``unfinished`` where a person may still be typing it."""

    def __init__(self, word: Word, *, unfinished: bool) -> None:
        spelled = spellings(word.text, word.spoken, word.script)
        without_vowels = word.script in SCRIPTS_WITHOUT_VOWELS
        self.text = word.text
        self.unfinished = unfinished
        self.readings = tuple(dict.fromkeys(map(sound, spelled)))
        self.frames = tuple(dict.fromkeys(map(frame, spelled))) if without_vowels else ()
        said = (reading.sounds.translate(_VOWELS_ALIKE) for reading in self.readings)
        self.letters = tuple(dict.fromkeys(filter(None, said))) or ("a",)
        self.of_syllables = word.script in SCRIPTS_OF_SYLLABLES
        self.is_loose = without_vowels or self.of_syllables
        self._asked = (word.text, word.spoken, word.script, unfinished)

    def __eq__(self, other: object) -> bool:
        """Whether the same was typed."""
        return isinstance(other, QueryWord) and self._asked == other._asked

    def __hash__(self) -> int:
        """Return a hash of what was typed."""
        return hash(self._asked)

    @property
    def is_initial(self) -> bool:
        """Whether this is a single letter, as in ``W. Sherman``."""
        return len(self.text) == 1 and self.text.isalpha()

    def reading(self, number: int) -> Sound:
        """Return one of the readings, the last where there are not so many."""
        return self.readings[min(number, len(self.readings) - 1)]

    def nearness(self, known: Known) -> float:
        """Return how near a known word is."""
        text = known.text
        if text == self.text:
            return 1.0
        if len(self.text) == 1 or len(text) == 1:
            return self._initial_alike(known)
        if not self.is_loose and self._has_nothing_of(known):
            return 0.0
        best = max(near(self.text, text), self._said_alike(known))
        if self.frames:
            best = max(best, self._written_alike(known))
        if self.of_syllables:
            best = max(best, self._outlined_alike(known))
        if self.unfinished and text.startswith(self.text):
            best = max(best, begun(self.text, text))
        return best

    def _has_nothing_of(self, known: Known) -> bool:
        mine, theirs = self.readings[0], known.readings[0]
        return (
            JaroWinkler.similarity(mine.sounds, theirs.sounds) < NOTHING
            and JaroWinkler.similarity(mine.skeleton, theirs.skeleton) < NOTHING
        )

    def _initial_alike(self, known: Known) -> float:
        text = known.text
        one_letter = len(self.text) == 1 and len(text) == 1
        if not one_letter and any(mine.sounds == theirs.sounds for mine in self.readings for theirs in known.readings):
            return OTHER_SPELLING
        if text[0] != self.text[0]:
            return 0.0
        return begun(self.text, text) if self.unfinished and len(self.text) == 1 else INITIAL

    def _said_alike(self, known: Known) -> float:
        best = 0.0
        for mine in self.readings:
            for theirs in known.readings:
                first = mine is self.readings[0] and theirs is known.readings[0]
                part = 1.0 if first else OTHER_READING
                weight = min(MOST_FOR_CONSONANTS, FOR_EACH_CONSONANT * min(mine.consonants, theirs.consonants))
                alike = (1 - weight) * near(mine.sounds, theirs.sounds)
                if part * (alike + weight) > best:
                    consonants = 1.0 if mine.skeleton == theirs.skeleton else near(mine.skeleton, theirs.skeleton)
                    best = max(best, part * (alike + weight * consonants))
        return OTHER_SPELLING * best

    def _written_alike(self, known: Known) -> float:
        said = known.readings[0].sounds
        consonants = max(near(mine, known.frame) for mine in self.frames)
        vowels = said.translate(_VOWELS_ALIKE)
        letters = max(LCSseq.similarity(mine, vowels) / len(mine) for mine in self.letters)
        return OTHER_SPELLING * (
            (1 - FOR_LETTERS - FOR_SOUNDS) * consonants
            + FOR_LETTERS * letters
            + FOR_SOUNDS * near(self.readings[-1].sounds, said)
        )

    def _outlined_alike(self, known: Known) -> float:
        best = 0.0
        for mine in self.readings:
            for theirs in known.readings:
                weight = min(MOST_FOR_OUTLINE, FOR_EACH_OUTLINED * min(len(mine.outline), len(theirs.outline)))
                alike = weight * near(mine.outline, theirs.outline) + (1 - weight) * near(mine.sounds, theirs.sounds)
                best = max(best, alike)
        return OTHER_SPELLING * best


def begun(prefix: str, text: str) -> float:
    """Return how near a word is that begins with what has been typed so far."""
    return BEGUN + (1 - BEGUN) * len(prefix) / len(text)


def near(one: str, other: str) -> float:
    """Return the likeness of two strings: edits count, and more so at the beginning."""
    return (OSA.normalized_similarity(one, other) + JaroWinkler.similarity(one, other)) / 2
