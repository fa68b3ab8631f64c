"""Floors: figures that must not fall. They are raised when the program gets better and never lowered.

``floors.yaml`` holds a mapping of sets (``seeds``, ``articles``), of how they were read (``as shipped``, ``dated``) and
of figures in per cent, named as by :meth:`tests.quality.tally.Tally.figures`. Precision and recall alone have no floor:
one may be given for the other as long as F1 holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from tests.quality.articles import FOLDERS, articles_in
from tests.quality.running import score

FILE = Path(__file__).parent / "floors.yaml"
MODES = {"as shipped": False, "dated": True}

Figures = dict[str, dict[str, dict[str, float]]]


def floors() -> Figures:
    """Return the floors that are set."""
    loaded: Figures = yaml.safe_load(FILE.read_text(encoding="utf-8")) or {}
    return loaded


def measured() -> Figures:
    """Return the figures of our own sets as the program is now."""
    return {
        name: {mode: _floored(score(articles_in(folder), dated).total.figures()) for mode, dated in MODES.items()}
        for name, folder in FOLDERS.items()
    }


def _floored(figures: Mapping[str, float]) -> dict[str, float]:
    return {figure: value for figure, value in figures.items() if figure.endswith((" F1", " acc"))}


def fallen(wanted: Figures, got: Figures) -> Iterator[str]:
    """Name the figures that are below their floor."""
    for name, modes in wanted.items():
        for mode, figures in modes.items():
            for figure, floor in figures.items():
                now = got[name][mode].get(figure, 0.0)
                if now < floor:
                    yield f"{name}, {mode}: {figure} is {now}, its floor is {floor}"


def raised(old: Figures, now: Figures) -> Figures:
    """Return floors at the figures of now, but where the old floor is higher at that."""
    return {
        name: {mode: _higher(old.get(name, {}).get(mode, {}), figures) for mode, figures in modes.items()}
        for name, modes in now.items()
    }


def _higher(old: Mapping[str, float], now: Mapping[str, float]) -> dict[str, float]:
    return {figure: max(old.get(figure, 0.0), now.get(figure, 0.0)) for figure in {**now, **old}}


def save(new: Figures, file: Path = FILE) -> None:
    """Write floors to ``floors.yaml``; the comments in it, which say why a floor was lowered, stay at its head."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True) if file.exists() else []
    reasons = "".join(line for line in lines if line.startswith("#"))
    file.write_text(reasons + yaml.safe_dump(new, sort_keys=False, allow_unicode=True), encoding="utf-8")
