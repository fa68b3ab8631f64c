"""The kinds of statement as they are shown: a letter each, in one fixed order, and which way they lean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from briefing.model import Statement, StatementKind

Lean = Literal["ask", "for", "against", "none"]

LETTERS: Mapping[StatementKind, str] = {
    "demand": "D",
    "support": "S",
    "oppose": "O",
    "accuse": "A",
    "deny": "N",
    "offer": "F",
    "threaten": "T",
    "agree": "G",
    "state": "E",
}
"""The letter of each kind, in the order in which kinds are listed."""

LEANS: Mapping[StatementKind, Lean] = {
    "demand": "ask",
    "support": "for",
    "offer": "for",
    "agree": "for",
    "oppose": "against",
    "accuse": "against",
    "deny": "against",
    "threaten": "against",
    "state": "none",
}
"""Whether a kind asks for something, is for something, against it, or none of these."""


def count_kinds(statements: Iterable[Statement]) -> tuple[tuple[StatementKind, int], ...]:
    """Return how many statements there are of each kind that occurs, in the order of :data:`LETTERS`."""
    counts = Counter(statement.kind for statement in statements)
    return tuple((kind, counts[kind]) for kind in LETTERS if counts[kind])
