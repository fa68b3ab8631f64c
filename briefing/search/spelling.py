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
    tz s
    ts s
    c(?=[eiy]) s
    c k
    ^wh v
    w v
    ou u
    oo u
    of$ ov
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
    ^hs sh
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
    ^g k
    ^bag$ park
    ^bak$ park
    ^pak$ park
    g$ k
    ^i$ lee
    ^yi$ lee
    ^rhee$ lee
    ^ri$ lee
    ^choe$ choi
    ^no$ roh
    ^noh$ roh
    ^yu$ yoo
    ^ryu$ yoo
    ^im$ lim
    ^rim$ lim
    ^jeong$ jung
    ^chung$ jeong
    ^u$ woo
    ^seo$ suh
    ^jo$ cho
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
_PINYIN = Rules("""
    zh zh
    ch ch
    c ts
    q ch
    x sh
    ^yi i
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
_HEBREW = Rules("""
    s sh
    p f
    b v
    w v
""")
_INDIC = Rules("""
    s sh
    c ch
    v b
    y j
""")

_READINGS: dict[Script, tuple[Rules, ...]] = {
    "latin": (_OTHER_LANGUAGE, _GERMAN, _FRENCH, _SLAVIC, _KOREAN),
    "greek": (_GREEK,),
    "cyrillic": (_CYRILLIC_FOREIGN, _CYRILLIC_H, _CYRILLIC_EASTERN),
    "han": (_PINYIN,),
    "hangul": (_KOREAN, _HANGUL_FOREIGN),
    "hebrew": (_HEBREW,),
    "indic": (_INDIC,),
}
SCRIPTS_WITHOUT_VOWELS: frozenset[Script] = frozenset({"arabic", "hebrew", "indic"})

_ARABIC_ARTICLES = ("al", "el", "ul", "as", "ash", "ad", "ar", "at", "an", "az", "bin", "ibn", "ben")
ARTICLES = frozenset((*_ARABIC_ARTICLES, "de", "da", "del", "di", "la", "le", "von", "van", "der"))
"""Words of names that are often left out or written otherwise."""
SMALL_WORDS = frozenset(("of", "the", "and", "for", "on", "in", "de", "la", "des", "du", "et"))
"""Words that give no letter to an abbreviation."""

_DOUBLED = re.compile(r"(.)\1+")
_DOUBLED_CONSONANT = re.compile(r"([^aeiou])\1+")
_SILENT_H = re.compile(r"h(?=[bcdfgjklmnpqrstvwxz]|$)")
_NASAL = re.compile(r"n[gk](?![aeiou])")
_WITHOUT_VOWELS = str.maketrans("", "", "aeiou")
_WRITTEN_ALIKE = str.maketrans("bdgqvzxj", "ptkkfssk", "aeiou")
_ALIKE = str.maketrans("bdgvzjxc", "ptkfssss", "aeiouh")


class Sound(NamedTuple):
    """One way a word may be said: its sounds, its skeleton, and how many of the sounds are consonants."""

    sounds: str
    skeleton: str
    consonants: int


def sounds(word: str) -> str:
    """Return the sounds of a folded word, in the English way of spelling names."""
    said = _SOUNDS(_DOUBLED_CONSONANT.sub(r"\1", word))
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
    """Return the consonants of a folded word as a script without vowels writes them, voiced or not."""
    vowels = word[:1] + word[1:].replace("w", "u").replace("y", "i")
    return _DOUBLED.sub(r"\1", _SOUNDS(vowels).translate(_WRITTEN_ALIKE))


def spellings(word: str, spoken: str, script: Script) -> tuple[str, ...]:
    """Return how English might spell a word of a query, the most likely first."""
    found = [word, spoken, *(rules(spoken) for rules in _READINGS.get(script, ()))]
    if script in SCRIPTS_WITHOUT_VOWELS:
        found.append(spoken[:1] + spoken[1:].replace("w", "u"))
    return tuple(dict.fromkeys(found))


def sound(spelling: str) -> Sound:
    """Return how a folded word is said."""
    said = sounds(spelling)
    return Sound(said, skeleton(said), len(said.translate(_WITHOUT_VOWELS)))


def known_readings(word: str, spoken: str) -> tuple[Sound, ...]:
    """Return the ways a word of an indexed text may be said: fewer than for a query, since each takes memory."""
    return tuple(dict.fromkeys(map(sound, (word, spoken, _OTHER_LANGUAGE(spoken)))))
