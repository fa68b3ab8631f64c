"""How names sound however they are spelled: rules in tables, one a line, and the keys made with them.

A word becomes *sounds*: one sign a sound, the same for ``Riabkov`` and ``Ryabkov``. Sounds without their vowels, with
voiced and voiceless consonants as one, are the *skeleton*: the same for ``Gaddafi`` and ``Qadhafi``, and for names
written in scripts that leave vowels out. A spelling that belongs to another tradition than the English one
(``Rjabkow``, ``Chong-un``, ``hs`` of Wade and Giles) has further *readings*.

The rules are those of the usual transliteration standards (BGN/PCGN, ISO 9, DIN 1460, Wade-Giles, pinyin,
McCune-Reischauer, Revised Romanization of Korean) and of newspaper spelling in English, German, French and Polish.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.search.folding import Script


class Rules:
    """Lines of ``pattern replacement``, the longest pattern first, applied in one pass from left to right.

    A pattern is letters, with ``^`` for the beginning and ``$`` for the end of the word and ``(?=...)`` for what must
    follow. ``-`` as the replacement removes.
    """

    def __init__(self, table: str) -> None:
        rows = [line.split() for line in table.strip().splitlines()]
        rows.sort(key=lambda row: len(re.sub(r"\(\?.*\)", "", row[0])), reverse=True)
        self._replacements = ["" if row[1] == "-" else row[1] for row in rows]
        self._pattern = re.compile("|".join(f"({row[0]})" for row in rows))

    def __call__(self, word: str) -> str:
        """Return the word rewritten."""
        return self._pattern.sub(lambda match: self._replacements[(match.lastindex or 1) - 1], word)


# Signs of sounds: c as in church, x as in shop, j as in jet and pleasure, h also for kh; the rest as written.
_SOUNDS = Rules("""
    shch x
    szcz x
    tsch c
    tch c
    tsh c
    sch x
    sh x
    sz x
    ch c
    cz c
    dzh j
    dsch j
    dsh j
    dj j
    zh j
    kh h
    gh g
    ph f
    th t
    dh d
    ck k
    cq k
    qu k
    q k
    x ks
    ^x x
    ^hs x
    tz s
    ts s
    c(?=[eiy]) s
    c k
    ^wh v
    w v
    ou u
    oo u
    off$ ov
    ee i
    gu(?=[ei]) g
    iye e
    ye e
    ie e
    ij$ i
    iy i
    yi i
    y i
""")

# What follows rewrites a word of another tradition as English would spell it.
_OTHER_LANGUAGE = Rules("""
    tsch ch
    tch ch
    sch sh
    cz ch
    zh zh
    tz ts
    ch kh
    c(?=[eiy]) ch
    c$ ts
    g(?=[eiy]) j
    j y
    q ch
    x sh
    w u
    z ts
""")
_GERMAN = Rules("""
    tsch ch
    sch sh
    ch kh
    j y
    w v
    z ts
    ^s(?=[aeiou]) z
    ei ai
    eu oi
    ae e
    oe o
    ue u
""")
_FRENCH = Rules("""
    tch ch
    ch sh
    dj j
    j zh
    gu(?=[ei]) g
    qu k
    ou u
    oi ua
    eau o
    au o
    e$ -
""")
_SLAVIC = Rules("""
    szcz shch
    sz sh
    cz ch
    rz zh
    ch kh
    j y
    c ts
    w v
    x kh
""")
_KOREAN = Rules("""
    yeo yo
    eo o
    eu u
    ae e
    oe o
    oo u
    ^lee$ i
    ^rhee$ i
    ^yi$ i
    ^park$ pak
    ^choi$ choe
    ^roh$ no
    ^noh$ no
    ^ryu$ yu
    ^ri$ i
    ^rim$ im
    ^lim$ im
    g k
    d t
    b p
    j ch
    l r
""")
_GREEK = Rules("""
    mp b
    nt d
    gk g
    gg ng
    tz j
    tsh ch
    eu(?=[aeioubdglmnrvz]) ev
    au(?=[aeioubdglmnrvz]) av
    eu ef
    au af
""")
_CYRILLIC_FOREIGN = Rules("""
    dzh j
    ey a
    ay i
    ^yu ju
    ^ya ja
    ^ye je
    ^kh h
    ^g h
    ^u(?=[aeiou]) w
    ks x
    kv qu
""")
_CYRILLIC_H = Rules("""
    g h
""")
# Chinese in Russian letters (Palladius) and Korean (Kontsevich).
_CYRILLIC_EASTERN = Rules("""
    chzh zh
    tsz j
    tsy ci
    si xi
    syu xu
    n$ ng
    nn nn
    khuey hui
    uey ui
    dyk deok
""")
_HANGUL_FOREIGN = Rules("""
    eu -
    eo e
    l r
""")
_INDIC = Rules("""
    c ch
    v b
    y j
""")

_READINGS: dict[Script, tuple[Rules, ...]] = {
    "latin": (_OTHER_LANGUAGE, _GERMAN, _FRENCH, _SLAVIC, _KOREAN),
    "greek": (_GREEK,),
    "cyrillic": (_CYRILLIC_FOREIGN, _CYRILLIC_H, _CYRILLIC_EASTERN),
    "hangul": (_KOREAN, _HANGUL_FOREIGN),
    "indic": (_INDIC,),
}
SCRIPTS_WITHOUT_VOWELS: frozenset[Script] = frozenset({"arabic", "hebrew", "indic"})

_ARABIC_ARTICLES = ("al", "el", "ul", "as", "ash", "ad", "ar", "at", "an", "az", "bin", "ibn", "ben")
ARTICLES = frozenset((*_ARABIC_ARTICLES, "de", "da", "del", "di", "la", "le", "von", "van", "der"))
"""Words of names that are often left out or written otherwise."""
SMALL_WORDS = frozenset(("of", "the", "and", "for", "on", "in", "de", "la", "des", "du", "et"))
"""Words that give no letter to an abbreviation."""

_DOUBLED = re.compile(r"(.)\1+")
_SILENT_H = re.compile(r"h(?=[bcdfgjklmnpqrstvwxz]|$)")
_NASAL = re.compile(r"n[gk](?![aeiou])")
_WRITTEN_CONSONANTS = str.maketrans("pvzj", "bfsg", "aeiou")
_ALIKE = str.maketrans("bdgvzjxc", "ptkfssss", "aeiouh")


class Sound(NamedTuple):
    """One way a word may be said: its sounds, and its skeleton."""

    sounds: str
    skeleton: str


def sounds(word: str) -> str:
    """Return the sounds of a folded word, in the English way of spelling names."""
    said = _SOUNDS(_DOUBLED.sub(r"\1", word))
    return _DOUBLED.sub(r"\1", _SILENT_H.sub("", said))


def skeleton(said: str) -> str:
    """Return the consonants of some sounds, alike ones as one; a vowel at the beginning is ``a``."""
    first = said[:1]
    if first in "aeiou":
        return "a" + consonants(said)
    return "h" + consonants(said) if first == "h" else consonants(said)


def consonants(said: str) -> str:
    """Return the skeleton without a vowel or breath at the beginning, fit for joining."""
    return _DOUBLED.sub(r"\1", _NASAL.sub("n", said).translate(_ALIKE))


def frame(word: str) -> str:
    """Return the consonants of a folded word as a script without vowels writes them."""
    return _DOUBLED.sub(r"\1", _SOUNDS(word).translate(_WRITTEN_CONSONANTS))


def readings(word: str, spoken: str, script: Script) -> tuple[Sound, ...]:
    """Return the ways a word of a query may be said, the most likely first."""
    spellings = [word, spoken, *(rules(spoken) for rules in _READINGS.get(script, ()))]
    if script in SCRIPTS_WITHOUT_VOWELS:
        spellings.append(spoken[:1] + spoken[1:].replace("w", "u"))
    return tuple(Sound(said, skeleton(said)) for said in dict.fromkeys(map(sounds, spellings)))


def known_readings(word: str, spoken: str) -> tuple[Sound, ...]:
    """Return the ways a word of an indexed text may be said: fewer than for a query, since each takes memory."""
    spellings = (word, spoken, _OTHER_LANGUAGE(spoken))
    return tuple(Sound(said, skeleton(said)) for said in dict.fromkeys(map(sounds, spellings)))
