"""What the program says about each article on its own, and how that agrees with the annotation."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from briefing.api import extract, read_text
from briefing.assembly.assemble import assemble
from briefing.config.loading import shipped_settings
from briefing.export.json_format import render_json
from briefing.knowledge.loader import load
from tests.quality.articles import Annotated
from tests.quality.evidence import evidence_problems
from tests.quality.scoring import score_article
from tests.quality.tally import Tally


class Result(NamedTuple):
    """What came of scoring a set: all counts, those of each article, and evidence that leads nowhere."""

    total: Tally
    by_article: dict[str, Tally]
    problems: list[str]


def exported(text: str, file_name: str) -> dict[str, Any]:
    """Return what ``briefing export --format json`` says about one article, by the shipped tables and disputes."""
    document = read_text(text, path=file_name)
    disputes = shipped_settings().disputes
    briefing = assemble([document], [extract(document, disputes=disputes)], disputes=disputes, knowledge=load())
    export: dict[str, Any] = json.loads("".join(render_json(briefing)))
    return export


def score(articles: Iterable[Annotated], dated: bool = False) -> Result:
    """Score articles, each on its own.

    With ``dated`` the name of each file is made to begin with the article's real day, where that is known.
    """
    total, by_article, problems = Tally(), {}, []
    for article in articles:
        day = article.gold.get("published_meta") if dated else None
        text = article.path.read_bytes().decode("utf-8")
        export = exported(text, f"{day}-{article.path.name}" if day else article.path.name)
        tally = score_article(article.name, article.gold, export, dated)
        total.add(tally)
        by_article[article.name] = tally
        problems += [f"{article.name}: {problem}" for problem in evidence_problems(export)]
    return Result(total, by_article, problems)
