"""Figures as a table for people."""

from __future__ import annotations

from collections.abc import Iterator

from tests.quality.running import Result
from tests.quality.tally import AGREEMENTS, CATEGORIES, Tally


def report(name: str, result: Result, misses: bool) -> Iterator[str]:
    """Yield the lines of a report on one set: a category a line, then the accuracies of what was found."""
    figures = result.total.figures()
    count = len(result.by_article)
    yield f"{name}, {count} article{'' if count == 1 else 's'}"
    yield f"  {'':<18}{'P':>7}{'R':>7}{'F1':>7}{'found':>8}{'false':>7}{'missed':>8}"
    for category in CATEGORIES:
        numbers = "".join(f"{figures[f'{category} {letter}']:>7.1f}" for letter in ("P", "R", "F1"))
        counts = result.total.found[category], result.total.false[category], result.total.missed[category]
        yield f"  {category:<18}{numbers}{counts[0]:>8}{counts[1]:>7}{counts[2]:>8}"
    for agreement in AGREEMENTS:
        values = result.total.agreements[agreement]
        if values:
            yield f"  {agreement:<18}{figures[f'{agreement} acc']:>7.1f}  of {len(values)}"
    for problem in result.problems:
        yield f"  ! {problem}"
    if misses:
        for article, tally in result.by_article.items():
            yield from _article(article, tally)


def _article(name: str, tally: Tally) -> Iterator[str]:
    figures = tally.figures()
    yield ""
    yield f"  {name}: " + ", ".join(f"{category} {figures[f'{category} F1']:.0f}" for category in CATEGORIES)
    for miss in tally.misses:
        yield f"    {miss.what:<8}{miss.category:<17}{miss.detail}"
