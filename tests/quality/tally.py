"""Counting what was found, missed and false, and the figures that follow from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

CATEGORIES = ("persons", "states", "organisations", "instruments", "disputes", "positions", "agenda")
AGREEMENTS = (
    "full name",
    "role",
    "country",
    "parties",
    "position kind",
    "position dispute",
    "agenda kind",
    "agenda status",
    "agenda date",
)
"""Accuracies, 0 to 1 an item, over the items of a category that were found."""


class Miss(NamedTuple):
    """Something that an article's annotation and its export do not agree on."""

    article: str
    category: str
    what: str
    detail: str


@dataclass(slots=True)
class Tally:
    """Counts a category. What is optional in an annotation counts neither when found nor when missed."""

    found: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    agreements: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    misses: list[Miss] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add the counts of another tally to these."""
        self.found += other.found
        self.false += other.false
        self.missed += other.missed
        for agreement, values in other.agreements.items():
            self.agreements[agreement] += values
        self.misses += other.misses

    def match_names(
        self,
        article: str,
        category: str,
        wanted: Mapping[str, Set[str]],
        got: Mapping[str, Set[str]],
        *,
        ignored: Set[str] = frozenset(),
        optional: Set[str] = frozenset(),
    ) -> dict[str, str]:
        """Count items that match by any shared name, each once, and return whom each wanted one was matched with."""
        pairs: dict[str, str] = {}
        left = dict(got)
        for key, names in wanted.items():
            partner = next((other for other, others in left.items() if names & others), None)
            if partner is not None:
                pairs[key] = partner
                del left[partner]
                self.found[category] += key not in optional
            elif key not in optional:
                self.miss(article, category, key)
        for key, names in left.items():
            if not names & ignored:
                self.invent(article, category, key)
        return pairs

    def miss(self, article: str, category: str, detail: str) -> None:
        """Count something that is annotated and was not found."""
        self.missed[category] += 1
        self.misses.append(Miss(article, category, "missed", detail))

    def invent(self, article: str, category: str, detail: str) -> None:
        """Count something that was found and is not annotated."""
        self.false[category] += 1
        self.misses.append(Miss(article, category, "false", detail))

    def agree(self, agreement: str, value: float) -> None:
        """Count how far a found item agrees with its annotation, 0 to 1."""
        self.agreements[agreement].append(value)

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1 a category and the accuracies, in per cent with one decimal."""
        figures: dict[str, float] = {}
        for category in CATEGORIES:
            found = self.found[category]
            precision = found / max(1, found + self.false[category])
            recall = found / max(1, found + self.missed[category])
            together = precision + recall
            figures[f"{category} P"] = round(100 * precision, 1)
            figures[f"{category} R"] = round(100 * recall, 1)
            figures[f"{category} F1"] = round(200 * precision * recall / together, 1) if together else 0.0
        for agreement in AGREEMENTS:
            values = self.agreements[agreement]
            if values:
                figures[f"{agreement} acc"] = round(100 * sum(values) / len(values), 1)
        return figures
