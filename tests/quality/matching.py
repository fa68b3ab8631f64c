"""When two names are the same name, and two sentences the same sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

SHARED_PART = 30
"""A sentence that another one contains is the same when it is longer than this, in folded characters."""

_POSSESSIVE = re.compile(r"['’`]s\b")
_UNITED_STATES = re.compile(r"\bu\.?\s?s\.?(?=\W|$)")
_PUNCTUATION = re.compile(r"[^\w\s]")
_ARTICLE = re.compile(r"^\s*the\s+")


def folded(text: str | None) -> str:
    """Return a text without case, accents, punctuation, possessives and a leading article; ``U.S.`` is ``us``."""
    decomposed = unicodedata.normalize("NFKD", text or "").casefold()
    plain = "".join(sign for sign in decomposed if unicodedata.combining(sign) == 0)
    plain = _POSSESSIVE.sub("", plain)
    plain = _UNITED_STATES.sub("us", plain)
    plain = _PUNCTUATION.sub(" ", plain)
    return " ".join(_ARTICLE.sub("", plain).split())


def names_of(item: Mapping[str, Any]) -> set[str]:
    """Return the folded name and aliases of an annotated or exported item."""
    return {folded(name) for name in (item["name"], *item.get("aliases", ())) if name}


def same_sentence(one: str, other: str) -> bool:
    """Say whether two texts are the same sentence, cut perhaps at different places."""
    short, long = sorted((folded(one), folded(other)), key=len)
    if not short:
        return False
    return short == long or (len(short) > SHARED_PART and short in long)


def among(sentence: str, sentences: Iterable[str]) -> bool:
    """Say whether a sentence is one of several."""
    return any(same_sentence(sentence, one) for one in sentences)


def overlap(one: set[str], other: set[str]) -> float:
    """Return the Jaccard index of two sets that are not both empty, 0 to 1."""
    return len(one & other) / len(one | other)
