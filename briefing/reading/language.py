"""Telling a text that is not in English, by its script and by the share of small words of each language.

Small words (articles, prepositions, pronouns ...) are a third of English prose and hardly any of another language's.
Words with a capital are not counted, so that foreign names do not make a text foreign. What is doubtful (short, or
in part in another language) passes for English: a text read in vain costs less than one that is lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

_LOOKED_AT = 20_000
"""Code points from the beginning that decide: some three thousand words."""
_FEWEST_WORDS = 40
_FEWEST_LETTERS = 200
_LEAST_ENGLISH = 0.1
"""Least share of English small words; single sentences of news are above 0.17, other languages below 0.06."""
_LEAST_NAMED = 0.06
_CLEARLY = 1.5
"""A language is named where it has this many times the small words of the next."""
_OTHER_SCRIPTS = 0.75
"""Share of letters that are not Latin, from which on a text is not English whatever the rest of it is."""
_KANA = 0.05
"""Least share of kana in Japanese, the rest of which is written with Chinese characters."""

_WORD = re.compile(r"[^\W\d_]+")

_SMALL_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "English": "the of and to that with for from by which this these those been were would could should their they "
        "them there its it his her she you your our have has had are be not but at as or if when who what than into "
        "about after before because while where said says during between against under also",
        "French": "le la les des du de et est une dans que qui sur avec aux ce sont pas il elle ses pour par été d l",
        "German": "der das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus dass",
        "Spanish": "el la los las de y en que del se un una con por para su lo como más pero fue ha sus este según",
        "Portuguese": "os dos de em que um uma com não é ao à para por foi são mais pelo pela ou como das",
        "Italian": "il di che la e della del un una con è gli le da si nel sono dei delle alla ha dal anche più",
        "Dutch": "de het een zijn niet te voor aan ook bij naar heeft wordt worden deze hij zich tot werd",
        "Polish": "w z się nie że jest od przez oraz dla jak ale są które który która przed został będzie także",
        "Romanian": "și în la de pe din cu să nu este sunt pentru care prin un o au fost mai ale lui că",
        "Turkish": "ve bir bu için da de ile olarak daha olan gibi kadar çok sonra ancak değil ise en tarafından",
        "Russian": "и что как это из к для его был также о он но которые только они были если чтобы после было",
        "Ukrainian": "і та що до як це від для є про його але також щодо які який під або щоб цього він",
        "Arabic": "في من على إلى أن التي الذي هذا عن مع بين هذه كما ما بعد لا قال وقال",
        "Persian": "در به از که این را با است برای آن یک های می خود تا شد کرد",
    }.items()
}
"""Without those that two share: "in", "on" and "a" tell nothing of English, nor "per" and "al" of Italian, for English
news are full of them; and languages that are not named here (Bulgarian, Afrikaans) must not pass for those that are."""
_WRITTEN = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "HANGUL": "Korean",
    "GREEK": "Greek",
    "HEBREW": "Hebrew",
    "THAI": "Thai",
    "GEORGIAN": "Georgian",
    "ARMENIAN": "Armenian",
}
"""Languages that their script tells, by the word with which Unicode's names of its letters begin."""


def why_not_english(text: str) -> str | None:
    """Return ``not in English``, with the language in brackets where it is clear; null for a text that is to be read.

    Only the beginning is looked at, so that time and memory are bounded.
    """
    words = Counter(_WORD.findall(text, 0, _LOOKED_AT))
    letters = _letters(words)
    small = _without_names(words)
    shares = _shares(small)
    english = shares.pop("English")
    others = letters.total() - letters["LATIN"]
    if others < max(_FEWEST_LETTERS, _OTHER_SCRIPTS * letters.total()) and (
        small.total() < _FEWEST_WORDS or english >= max(_LEAST_ENGLISH, max(shares.values()) / 2)
    ):
        return None
    language = _WRITTEN.get(_script(letters)) or _clearest(shares)
    return f"not in English ({language})" if language else "not in English"


def _letters(words: Counter[str]) -> Counter[str]:
    """Return how many letters of each script there are."""
    found: Counter[str] = Counter()
    for word, times in words.items():
        if word.isascii():
            found["LATIN"] += times * len(word)
        else:
            for letter in word:
                found[unicodedata.name(letter, "").partition(" ")[0]] += times
    return found


def _script(letters: Counter[str]) -> str:
    """Return the script that most letters are of; kana stands for all of Japanese."""
    kana = letters["HIRAGANA"] + letters["KATAKANA"]
    script = max(letters, key=letters.__getitem__)
    return "HIRAGANA" if script == "CJK" and kana > _KANA * (kana + letters["CJK"]) else script


def _without_names(words: Counter[str]) -> Counter[str]:
    """Return the words in lower case, without those that only begin with a capital."""
    found: Counter[str] = Counter()
    for word, times in words.items():
        if not word[0].isupper() or word.isupper():
            found[word.lower()] += times
    return found


def _shares(words: Counter[str]) -> dict[str, float]:
    """Return how great a part of all words the small words of each language are."""
    total = max(1, words.total())
    return {language: sum(words[word] for word in small) / total for language, small in _SMALL_WORDS.items()}


def _clearest(shares: Mapping[str, float]) -> str | None:
    """Return the language whose small words there are, where there are hardly any of another."""
    first, second = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    return first if shares[first] >= max(_LEAST_NAMED, _CLEARLY * shares[second]) else None
