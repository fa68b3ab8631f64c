"""Text in any script as lower-case ASCII words that remember where they stood.

Case, accents and punctuation go; scripts other than Latin are written in Latin letters. A word knows its script,
because how a name was spelled decides how it may sound (see :mod:`briefing.search.spelling`).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from briefing.search.rules import transcription

Script = Literal[
    "latin", "greek", "cyrillic", "caucasian", "hebrew", "arabic", "indic", "han", "hangul", "kana", "thai", "other"
]

_SCRIPTS: tuple[tuple[int, Script], ...] = (
    (0x0000, "latin"),
    (0x0370, "greek"),
    (0x0400, "cyrillic"),
    (0x0530, "caucasian"),
    (0x0590, "hebrew"),
    (0x0600, "arabic"),
    (0x0700, "other"),
    (0x0750, "arabic"),
    (0x0780, "other"),
    (0x08A0, "arabic"),
    (0x0900, "indic"),
    (0x0E00, "thai"),
    (0x0E80, "other"),
    (0x10A0, "caucasian"),
    (0x1100, "other"),
    (0x1C80, "caucasian"),
    (0x1CC0, "other"),
    (0x1E00, "latin"),
    (0x1F00, "greek"),
    (0x2000, "latin"),
    (0x2E80, "han"),
    (0x3040, "kana"),
    (0x3400, "han"),
    (0xA000, "other"),
    (0xAC00, "hangul"),
    (0xD7B0, "other"),
    (0xF900, "han"),
    (0xFB00, "latin"),
    (0xFB1D, "hebrew"),
    (0xFB50, "arabic"),
    (0xFE00, "latin"),
    (0xFE70, "arabic"),
    (0xFF00, "latin"),
    (0xFF66, "kana"),
    (0xFFA0, "other"),
    (0x20000, "han"),
    (0x40000, "other"),
)
"""First code point of each range, and its script."""
_RANGE_STARTS = [start for start, _ in _SCRIPTS]

# Where anyascii writes a letter otherwise than names are written in English, or loses a sound that tells names apart.
_LETTERS = {
    "ё": "e",
    "є": "ye",
    "ї": "yi",
    "ћ": "c",
    "ђ": "dj",
    "џ": "dj",
    "ј": "y",
    "љ": "ly",
    "њ": "ny",
    "ў": "u",
    "ь": "",
    "ъ": "",
    "ا": "a",
    "آ": "a",
    "أ": "a",
    "إ": "i",
    "ع": "a",
    "ى": "a",
    "ة": "a",
    "ؤ": "w",
    "ئ": "y",
    "ء": "",
    "א": "a",
    "ע": "a",
    "ב": "b",
    "ו": "w",
    "ח": "h",
    "פ": "p",
    "ף": "p",
    "ւ": "u",
    "υ": "u",
    "ύ": "u",
    "χ": "kh",
    "ー": "",
}
# What an accented Latin letter sounds like where its bare letter misleads; the bare letter is what people type.
_ACCENTS = {
    "č": "ch",
    "ć": "ch",
    "ç": "s",
    "š": "sh",
    "ś": "sh",
    "ş": "sh",
    "ș": "sh",
    "ž": "zh",
    "ż": "zh",
    "ź": "zh",
    "ř": "rzh",
    "đ": "dj",
    "ğ": "",
    "ñ": "ny",
    "ń": "n",
    "ţ": "ts",
    "ț": "ts",
    "ä": "e",
    "æ": "e",
    "ö": "oe",
    "ø": "oe",
    "ü": "ue",
    "å": "o",
}
_FOREIGN_IN_HEBREW = {"ג": "j", "ז": "zh", "צ": "ch"}
_GERESH = re.compile("([גזצ])['’׳]")
_THAI_VOWEL_FIRST = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
_OWN_VOWEL = ("VIRAMA", "AL-LAKUNA")
_WORD = re.compile(r"[0-9a-z]+(?:['`][0-9a-z]+)*")
_APOSTROPHES = frozenset("'`’‘ʼʻʹʺʿʾ´ˈ׳\u00ad\u0640\u200d")


class Word(NamedTuple):
    """A folded word and where it stands.

    ``spoken`` is the word as its accents say it (``vuchich`` for ``Vučić``), the same as ``text`` where they say
    nothing. ``start`` and ``end`` are code points of the text.
    """

    text: str
    spoken: str
    start: int
    end: int
    script: Script


def words(text: str) -> list[Word]:
    """Return the words of a text in order; a possessive ``'s`` is not part of its word.

    A name in Chinese or Korean signs without a blank is read as family and given name; :func:`undivided` is not.
    """
    found = undivided(text)
    if len(found) == 1 and found[0].script in ("han", "hangul"):
        return _family_name_first(text, found[0])
    return found


def plain_words(text: str) -> list[str]:
    """Return what :func:`words` does of an ASCII text, but only how the words are spelled."""
    found: list[str] = _WORD.findall(text.lower())
    if "'" in text or "`" in text:
        return [word.removesuffix("'s").replace("'", "").replace("`", "") for word in found]
    return found


def undivided(text: str) -> list[Word]:
    """Return the words of a text as blanks and punctuation part them."""
    if not text.isascii():
        return _words_of_any_script(text)
    found = []
    for match in _WORD.finditer(text.lower()):
        written = match.group().removesuffix("'s")
        word = written.replace("'", "").replace("`", "")
        found.append(Word(word, word, match.start(), match.start() + len(written), "latin"))
    return found


def _words_of_any_script(text: str) -> list[Word]:
    found: list[Word] = []
    start: int | None = None
    for position, character in enumerate(text):
        inside = character.isalnum() or (not character.isascii() and unicodedata.category(character) in ("Mn", "Mc"))
        if start is None and inside:
            start = position
        elif start is not None and not inside and character not in _APOSTROPHES:
            found += _word(text, start, position)
            start = None
    if start is not None:
        found += _word(text, start, len(text))
    return found


def _word(text: str, start: int, end: int) -> Iterable[Word]:
    raw = text[start:end]
    if len(raw) > 2 and raw[-1] in "sS" and raw[-2] in "'’":
        raw = raw[:-2]
    if raw.isascii():
        letters = "".join(filter(str.isalnum, raw.lower()))
        yield Word(letters, letters, start, start + len(raw), "latin")
        return
    script = script_of(raw[0])
    if script == "arabic" and raw.startswith("ال") and len(raw) > 3:
        yield Word("al", "al", start, start + 2, script)
        start, raw = start + 2, raw[2:]
    if script == "thai":
        raw = _THAI_VOWEL_FIRST.sub(r"\2\1", raw).replace("อเ", "เ").replace("อแ", "แ").replace("อโ", "โ")
    letters = "".join(map(letters_of, raw))
    if script == "indic":
        spoken = "".join(_with_inherent_vowels(raw))
    else:
        spoken = "".join(map(_spoken, _GERESH.sub(lambda found: _FOREIGN_IN_HEBREW[found.group(1)], raw)))
    if letters:
        yield Word(letters, spoken, start, start + len(raw), script)


def _family_name_first(text: str, word: Word) -> list[Word]:
    """Return a name written without a blank as family and given name: one sign of two or three, two of four.

    Given names are one word in Chinese as written in Latin letters, and a word a syllable in Korean.
    """
    size = word.end - word.start
    if not 2 <= size <= 4:
        return [word]
    cut = word.start + (2 if size == 4 else 1)
    cuts = [word.start, cut, *(range(cut + 1, word.end) if word.script == "hangul" else ()), word.end]
    return [part for start, end in pairwise(cuts) for part in _word(text, start, end)]


def _with_inherent_vowels(raw: str) -> Iterator[str]:
    """Yield the letters of an Indic word with the vowel of each consonant that has no sign of another or of none."""
    for place, character in enumerate(raw):
        letters = letters_of(character)
        yield letters
        if unicodedata.category(character) != "Lo" or not letters or letters[-1] in "aeiou":
            continue
        follows = [sign for sign in raw[place + 1 : place + 3] if not unicodedata.name(sign, "").endswith("SIGN NUKTA")]
        if (
            follows
            and not unicodedata.name(follows[0], "").endswith(_OWN_VOWEL)
            and " VOWEL SIGN " not in (unicodedata.name(follows[0], ""))
        ):
            yield "a"


@lru_cache(maxsize=8192)
def letters_of(character: str) -> str:
    """Return the lower-case ASCII letters and digits that a character is written with, possibly none."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    lower = character.lower()
    known = _LETTERS.get(lower)
    if known is not None:
        return known
    from anyascii import anyascii  # noqa: PLC0415 - costs 25 ms, and most texts never need it

    return re.sub(r"[^0-9a-z]", "", anyascii(lower).lower())


def _spoken(character: str) -> str:
    said = _ACCENTS.get(character.lower())
    if said is None and script_of(character) == "han":
        said = transcription().get(character)
    return letters_of(character) if said is None else said


@lru_cache(maxsize=8192)
def script_of(character: str) -> Script:
    """Return the script that a character belongs to."""
    return _SCRIPTS[bisect_right(_RANGE_STARTS, ord(character)) - 1][1]
