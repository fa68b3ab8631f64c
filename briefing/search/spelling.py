"""How names sound however they are spelled: keys and readings made with the rules of ``spellings.txt``.

A word becomes *sounds*: one sign a sound, the same for ``Riabkov`` and ``Ryabkov``. Sounds without their vowels, with
voiced and voiceless consonants as one, are the *skeleton*: the same for ``Gaddafi`` and ``Qadhafi``. The *frame* is
what a script that leaves vowels out keeps of a word, and the *outline* what scripts of syllables keep, in which ``r``
and ``l``, or ``b`` and ``v``, may be one. A spelling that belongs to another tradition than the English one
(``Rjabkow``, ``Chong-un``, ``hs`` of Wade and Giles) has further *readings*.

The rules are those of the usual transliteration standards (BGN/PCGN, ISO 9, DIN 1460, Wade-Giles, pinyin,
McCune-Reischauer, Revised Romanization of Korean) and of newspaper spelling in English, German, French and Polish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.search.folding import Script
from briefing.search.rules import listed, tables, unlisted

_READINGS: dict[Script, tuple[str, ...]] = {
    "latin": ("other_language", "german", "french", "slavic", "korean", "wade_giles"),
    "greek": ("greek", "greek_foreign"),
    "cyrillic": ("cyrillic_foreign", "cyrillic_h", "cyrillic_eastern", "cyrillic_eastern_hard", "cyrillic_korean"),
    "han": ("pinyin", "cantonese"),
    "hangul": ("korean", "hangul_foreign"),
    "kana": ("kana",),
    "thai": ("thai",),
    "hebrew": ("hebrew",),
    "indic": ("indic",),
}
_HEARD = ("other_language", "english", "heard_in_french", "heard_in_spanish")
SCRIPTS_WITHOUT_VOWELS: frozenset[Script] = frozenset({"arabic", "hebrew"})
SCRIPTS_OF_SYLLABLES: frozenset[Script] = frozenset({"han", "hangul", "kana", "thai", "other"})
"""Scripts that write foreign names syllable by syllable, with sounds missing or added."""

_ARABIC_ARTICLES = ("al", "el", "ul", "as", "ash", "ad", "ar", "at", "an", "az", "bin", "ibn", "ben")
ARTICLES = frozenset((*_ARABIC_ARTICLES, "de", "da", "del", "di", "la", "le", "von", "van", "der"))
"""Words of names that are often left out or written otherwise."""
SMALL_WORDS = frozenset(("of", "the", "and", "for", "on", "in", "de", "la", "des", "du", "et"))
"""Words that give no letter to an abbreviation."""

_VOWELS = "aeiou"
_CONSONANTS = "bcdfghjklmnpqrstvwxyz"
_REDUCED = "fklmnprst"
_DOUBLED = re.compile(r"(.)\1")
_NASAL = re.compile(r"n[gk](?![aeiou])")
_WITHOUT_VOWELS = str.maketrans("", "", _VOWELS)
_WRITTEN_ALIKE = str.maketrans("bdgqvzxj", "ptkkfssk", _VOWELS)
_ALIKE = str.maketrans("bdgvzjxc", "ptkfssss", "aeiouh")
_OUTLINED_ALIKE = str.maketrans("bdgfvwzjxcrq", "ptkpppsssslk", "aeiouh")


class Sound(NamedTuple):
    """One way a word may be said: its sounds, its skeleton, and how many of the sounds are consonants."""

    sounds: str
    skeleton: str
    consonants: int

    @property
    def outline(self) -> str:
        """What scripts of syllables keep of it."""
        return outline(self.sounds)


def all_sounds(words: Sequence[str]) -> list[str]:
    """Return the sounds of folded words, in the English way of spelling names."""
    text = listed(words)
    for letter in _CONSONANTS:
        text = text.replace(letter * 2, letter)
    text = tables()["sounds"](text)
    for letter in (*_CONSONANTS.replace("h", ""), "\n"):
        text = text.replace("h" + letter, letter)
    for letter in _VOWELS + _CONSONANTS:
        text = text.replace(letter * 2, letter)
    return unlisted(text)


def all_frames(words: Sequence[str]) -> list[str]:
    """Return the consonants of folded words as a script without vowels writes them, voiced or not."""
    text = listed(words).replace("\nw", "\nv").replace("w", "u").replace("y", "i")
    text = tables()["sounds"](text).translate(_WRITTEN_ALIKE)
    for letter in _CONSONANTS:
        text = text.replace(letter * 2, letter)
    return unlisted(text)


def sounds(word: str) -> str:
    """Return the sounds of one folded word."""
    return all_sounds([word])[0]


def frame(word: str) -> str:
    """Return the frame of one folded word."""
    return all_frames([word])[0]


def skeleton(said: str) -> str:
    """Return the consonants of some sounds, alike ones as one; a vowel at the beginning is ``a``."""
    return _beginning(said) + consonants(said)


@lru_cache(maxsize=1 << 12)
def consonants(said: str) -> str:
    """Return the skeleton without a vowel or breath at the beginning, fit for joining."""
    return _reduced_one(said, _ALIKE)


@lru_cache(maxsize=1 << 12)
def outline(said: str) -> str:
    """Return the consonants of some sounds as scripts of syllables tell them apart."""
    return _reduced_one(said, _OUTLINED_ALIKE)


def all_skeletons(said: Sequence[str]) -> list[str]:
    """Return the skeleton of each."""
    return list(map(str.__add__, map(_beginning, said), all_consonants(said)))


def all_consonants(said: Sequence[str]) -> list[str]:
    """Return the consonants of each."""
    return _reduced(said, _ALIKE)


def all_outlines(said: Sequence[str]) -> list[str]:
    """Return the outline of each."""
    return _reduced(said, _OUTLINED_ALIKE)


def _beginning(said: str) -> str:
    return "a" if said[:1] in _VOWELS else "h" if said[0] == "h" else ""


def _reduced_one(said: str, alike: dict[int, int | None]) -> str:
    """Return what :func:`_reduced` does of one, in less time."""
    if "ng" in said or "nk" in said:
        said = _NASAL.sub("n", said)
    return _DOUBLED.sub(r"\1", said.translate(alike))


def _reduced(said: Sequence[str], alike: dict[int, int | None]) -> list[str]:
    text = listed(said)
    for vowel in _VOWELS:
        text = text.replace("ng" + vowel, "nG" + vowel).replace("nk" + vowel, "nK" + vowel)
    text = text.replace("ng", "n").replace("nk", "n").lower().translate(alike)
    for letter in _REDUCED:
        text = text.replace(letter * 2, letter)
    return unlisted(text)


def spellings(word: str, spoken: str, script: Script) -> tuple[str, ...]:
    """Return how English might spell a word of a query, the most likely first."""
    # What Chinese signs stand for in foreign names is not what they are called.
    one = listed([word if script == "han" else spoken])
    rewritten = (unlisted(tables()[name](one))[0] for name in _READINGS.get(script, ()))
    found = [word, spoken, *rewritten]
    if script in SCRIPTS_WITHOUT_VOWELS:
        found.append(spoken[:1] + spoken[1:].replace("w", "u"))
    return tuple(dict.fromkeys(found))


def sound(spelling: str) -> Sound:
    """Return how a folded word is said."""
    return heard(sounds(spelling))


@lru_cache(maxsize=1 << 14)
def heard(said: str) -> Sound:
    """Return sounds with what follows from them."""
    return Sound(said, skeleton(said), len(said.translate(_WITHOUT_VOWELS)))


def known_readings(words: Sequence[str], spoken: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the sounds of words of indexed texts: fewer readings than for a query, since each takes memory."""
    one = listed(spoken)
    heard_otherwise = [all_sounds(unlisted(tables()[name](one))) for name in _HEARD]
    read = zip(all_sounds(words), all_sounds(spoken), *heard_otherwise, strict=True)
    return [tuple(dict.fromkeys((first, *filter(None, others)))) for first, *others in read]
