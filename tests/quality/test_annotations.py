"""The annotations say only what stands in their articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import pytest

from briefing.knowledge.loader import load
from briefing.model import AgendaKind, StatementKind
from tests.quality.articles import FOLDERS, GOLD, Annotated, articles_in
from tests.quality.scoring import TOPICS, kinds_of, topics_of

ARTICLES = [article for folder in FOLDERS.values() for article in articles_in(folder)]

every_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)


def body(article: Annotated) -> str:
    text = article.path.read_text(encoding="utf-8")
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text


def sentences(gold: dict[str, Any]) -> Iterator[str]:
    for item in [*gold["positions"], *gold["agenda"]]:
        yield item["sentence"]
        yield from item.get("alt_sentences", [])
    for dispute in gold["disputes"]:
        yield from dispute["evidence"]
    yield from gold["acceptable_sentences"]


def test_every_annotation_has_its_article() -> None:
    assert {article.name for article in ARTICLES} == {path.stem for path in GOLD.glob("*.json")}


def test_every_article_kept_for_scoring_is_annotated() -> None:
    folder = FOLDERS["articles"]
    assert [article.path for article in articles_in(folder)] == sorted(folder.iterdir())


@every_article
def test_every_sentence_stands_in_the_article(article: Annotated) -> None:
    text = body(article)
    assert [sentence for sentence in sentences(dict(article.gold)) if sentence not in text] == []


@every_article
def test_every_name_stands_in_the_article(article: Annotated) -> None:
    gold, text = article.gold, body(article)
    named = [*gold["persons"], *gold["organizations"]]
    names = [name for item in named for name in (item["name"], *item["aliases"])] + list(gold["instruments"])
    assert [name for name in names if name not in text] == []


@every_article
def test_kinds_topics_and_statuses_are_those_the_program_knows(article: Annotated) -> None:
    for position in article.gold["positions"]:
        assert kinds_of(position) <= set(get_args(StatementKind))
    for item in article.gold["agenda"]:
        assert kinds_of(item) <= set(get_args(AgendaKind))
        assert item["status"] in {"past", "ongoing", "upcoming", None}
    for dispute in article.gold["disputes"]:
        assert topics_of(dispute) & TOPICS


@every_article
def test_parties_and_participants_are_annotated_states_persons_or_organisations(article: Annotated) -> None:
    gold = article.gold
    known = {*gold["countries"], *gold["countries_optional"]}
    known |= {item["name"] for item in [*gold["persons"], *gold["organizations"]]}
    parties = {party for dispute in gold["disputes"] for party in dispute["parties"]}
    participants = {participant for item in gold["agenda"] for participant in item["participants"]}
    assert parties | participants <= known


@every_article
def test_states_are_written_as_codes_of_known_states(article: Annotated) -> None:
    codes = {state.code for state in load().states.values()}
    given = {*article.gold["countries"], *article.gold["countries_optional"]}
    given |= {person["country"] for person in article.gold["persons"] if person["country"]}
    assert given <= codes


@every_article
def test_dates_are_days_months_or_years(article: Annotated) -> None:
    for day in (article.gold["published"], article.gold["published_meta"]):
        assert day is None or date.fromisoformat(day).isoformat() == day
    for item in article.gold["agenda"]:
        for when in (item["date"], item["date_meta"]):
            assert when is None or re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", when)
