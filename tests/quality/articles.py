"""The annotated articles."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

EXTRA_VARIABLE = "BRIEFING_QUALITY_EXTRA"
ROOT = Path(__file__).parent
GOLD = ROOT / "gold"
FOLDERS = {"seeds": ROOT.parent.parent / "seeds", "articles": ROOT / "articles"}
"""Our own annotated articles, by the name that floors and reports call them; their annotations are all in GOLD."""


class Annotated(NamedTuple):
    """An article's file and its annotation (see README.md for the form)."""

    path: Path
    gold: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The file's name without its ending, the same for article and annotation."""
        return self.path.stem


def articles_in(folder: Path, gold: Path = GOLD) -> list[Annotated]:
    """Return the articles of a folder that are annotated, in the order of their names."""
    found = []
    for path in sorted(folder.glob("*.*")):
        annotation = gold / f"{path.stem}.json"
        if path.suffix in {".txt", ".md"} and annotation.exists():
            found.append(Annotated(path, json.loads(annotation.read_text(encoding="utf-8"))))
    return found


def extra_articles() -> tuple[str, list[Annotated]] | None:
    """Return the set in the folder that BRIEFING_QUALITY_EXTRA names, with its name, or null without one.

    The folder holds ``articles/`` and ``gold/``. Raises FileNotFoundError where there is nothing annotated.
    """
    given = os.environ.get(EXTRA_VARIABLE)
    if not given:
        return None
    folder = Path(given)
    articles = articles_in(folder / "articles", folder / "gold")
    if not articles:
        raise FileNotFoundError(f"{EXTRA_VARIABLE}: {folder}: no annotated article in articles/ and gold/")
    return folder.resolve().name, articles
