"""What the measurements give: rows of a table, each with its goal where there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import median
from typing import NamedTuple


class Row(NamedTuple):
    """One figure with what it is measured beside, and whether it reaches its goal; null where it has none."""

    what: str
    figure: str
    goal: str = ""
    holds: bool | None = None


def interleaved(rounds: int, ways: Sequence[Callable[[], float]]) -> list[float]:
    """Return the median of each way, one after another in every round, so that a slow moment meets all of them."""
    taken = [[way() for way in ways] for _ in range(rounds)]
    return [median(of_one) for of_one in zip(*taken, strict=True)]


def share(taken: Iterable[float], part: float) -> float:
    """Return the value below which that part of the values lies."""
    ordered = sorted(taken)
    return ordered[round(part * (len(ordered) - 1))]


def print_table(title: str, rows: Iterable[Row]) -> None:
    """Print the rows of one measurement."""
    print(f"\n{title}")
    for row in rows:
        verdict = "" if row.holds is None else "holds" if row.holds else "MISSED"
        print(f"  {row.what:<58} {row.figure:>26}  {row.goal:<22} {verdict}".rstrip())
