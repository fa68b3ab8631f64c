"""What the program says about each article on its own, and how that agrees with the annotation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from briefing import pipeline
from briefing.config.loading import shipped_settings
from briefing.config.settings import Settings
from briefing.export.json_format import render_json
from tests.quality.articles import Annotated
from tests.quality.evidence import evidence_problems
from tests.quality.scoring import score_article
from tests.quality.tally import Tally


class Result(NamedTuple):
    """What came of scoring a set: all counts, those of each article, and evidence that leads nowhere."""

    total: Tally
    by_article: dict[str, Tally]
    problems: list[str]


def exported(path: Path) -> dict[str, Any]:
    """Return what ``briefing export --format json`` says about one file alone, under the shipped configuration."""
    briefing = pipeline.build(replace(_settings(), seeds=(path,)))
    export: dict[str, Any] = json.loads(render_json(briefing))
    return export


@cache
def _settings() -> Settings:
    return shipped_settings()


def score(articles: list[Annotated], dated: bool = False) -> Result:
    """Score articles, each on its own.

    With ``dated`` each file is given a name that begins with the article's real day, where that is known.
    """
    total, by_article, problems = Tally(), {}, []
    for article, export in _exports(articles, dated):
        tally = score_article(article.name, article.gold, export, dated)
        total.add(tally)
        by_article[article.name] = tally
        problems += [f"{article.name}: {problem}" for problem in evidence_problems(export)]
    return Result(total, by_article, problems)


def _exports(articles: list[Annotated], dated: bool) -> Iterator[tuple[Annotated, dict[str, Any]]]:
    with TemporaryDirectory() as scratch:
        for article in articles:
            path = article.path
            day = article.gold.get("published_meta")
            if dated and day:
                path = Path(scratch) / f"{day}-{article.path.name}"
                path.write_bytes(article.path.read_bytes())
            yield article, exported(path)
