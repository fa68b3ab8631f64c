"""The same wire copy in several files: near-duplicates, told by a sketch of their words.

A text's shingles are its runs of five words, without case and signs; its sketch is the smallest of their hashes, and
two sketches tell how much of their shingles two texts share (A. Broder, On the resemblance and containment of
documents, 1997).
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Sequence
from heapq import nsmallest

_WORD = re.compile(r"\w+")
_SHINGLE = 5
_SKETCH = 64
_KEYS = 8
"""Hashes of a sketch under which it is found: alike texts share one of the smallest almost surely."""
_FEWEST_WORDS = 40
"""In a shorter text a few words make too much of a difference, and too little."""
_ALIKE = 0.85
"""The share of shingles from which on two texts are one copy: a few words changed, a paragraph cut."""
_STANDING = 16
"""A hash that so many different texts share is that of words which stand under many articles, and tells nothing."""

Sketch = Sequence[int]


def sketch(text: str) -> Sketch:
    """Return the smallest hashes of a text's shingles in order; none for a text of too few words."""
    words = _WORD.findall(text.lower())
    if len(words) < _FEWEST_WORDS:
        return ()
    shingles = {zlib.crc32(" ".join(words[at : at + _SHINGLE]).encode()) for at in range(len(words) - _SHINGLE + 1)}
    return tuple(nsmallest(_SKETCH, shingles))


def resemblance(one: Sketch, other: Sketch) -> float:
    """Return the share of shingles, 0 to 1, that two texts have in common, as far as their sketches tell."""
    both = set(one) & set(other)
    smallest = nsmallest(_SKETCH, set(one) | set(other))
    return sum(value in both for value in smallest) / len(smallest) if smallest else 0.0


class Copies:
    """Texts seen so far, by their sketches."""

    def __init__(self) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._by_hash: dict[int, list[str]] = {}

    def original_of(self, key: str, mine: Sketch) -> str | None:
        """Return the key of a text seen before of which that with this sketch is a copy, else remember it for null."""
        lists = (self._by_hash.get(value, ()) for value in mine[:_KEYS])
        candidates = dict.fromkeys(other for known in lists if len(known) < _STANDING for other in known)
        for other in candidates:
            if other == key or resemblance(mine, self._sketches[other]) >= _ALIKE:
                return other
        if mine:
            self._sketches[key] = array("I", mine)
            for value in mine[:_KEYS]:
                known = self._by_hash.setdefault(value, [])
                if len(known) < _STANDING:
                    known.append(key)
        return None
