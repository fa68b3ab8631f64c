"""What a search answers."""

from __future__ import annotations

from typing import NamedTuple

MOST_TYPED = 500
MOST_WORDS = 40
"""How many code points and words of a query are read: whoever pastes an article does not wait for it."""


class Hit(NamedTuple):
    """A text that answers a query: its position, a score from 0 to 100 (an exact match), and what to highlight.

    ``spans`` are half-open ranges of code points of the text, in order.
    """

    position: int
    score: float
    spans: tuple[tuple[int, int], ...]
