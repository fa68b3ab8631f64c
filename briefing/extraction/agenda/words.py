"""Small words, as sets."""

from __future__ import annotations


def word_set(*lines: str) -> frozenset[str]:
    """Return the words of lines, parted by blanks."""
    return frozenset(word for line in lines for word in line.split())
