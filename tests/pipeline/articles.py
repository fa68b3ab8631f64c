"""Many small articles, and a library file for them."""

from __future__ import annotations

from pathlib import Path

STATES = ("Russia", "France", "Spain", "China", "Japan", "Norway", "Kenya", "Peru")


def write_articles(folder: Path, count: int) -> None:
    """Write so many articles, each of another day."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        one, other = STATES[number % 8], STATES[(number // 8) % 8]
        text = f"{one} warns {other}\n\nGENEVA, 2021 — {one} warned {other} on matter {number}.\n"
        (folder / f"2021-{number % 12 + 1:02}-{number % 28 + 1:02}-{number}.txt").write_text(text, encoding="utf-8")
