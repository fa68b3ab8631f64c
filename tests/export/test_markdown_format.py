import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from briefing.export.markdown_format import render_markdown
from briefing.model import Briefing
from tests import factories
from tests.dossier.articles import catalogue_of
from tests.export.hostile import hostile_briefing

HEADINGS = [
    "Bottom line",
    "Parties and people",
    "Disputes, each side in its own words",
    "Instruments",
    "What comes next",
    "Where sources disagree",
    "Sources",
]


@pytest.fixture(scope="module")
def brief() -> str:
    return "".join(render_markdown(factories.briefing()))


def headings(markdown: str) -> list[str]:
    tokens = MarkdownIt().parse(markdown)
    return [tokens[place + 1].content for place, token in enumerate(tokens) if token.type == "heading_open"]


def test_parts_stand_in_the_order_of_analysts(brief: str) -> None:
    found = headings(brief)
    assert found[0] == "Brief as of Friday 23 July 2021"
    assert [re.sub(r" \(.*", "", heading) for heading in found if heading in HEADINGS or "(" in heading] == HEADINGS


def test_header_names_documents_and_period(brief: str) -> None:
    assert "4 documents · 3 Feb – 23 Jul 2021 · seen from the newest document" in brief


def test_filters_that_hold_are_told(brief: str) -> None:
    assert "narrowed" not in brief
    narrowed = replace(factories.briefing(), narrowed=("since 2021-02-01", "publisher AP"))
    assert "newest document · narrowed: since 2021-02-01, publisher AP\n" in "".join(render_markdown(narrowed))


def test_a_position_is_put_as_it_was_taken(brief: str) -> None:
    assert r"- **NATO**, deny: denies that its missile defense is directed at Russia \[4\]" in brief


def test_every_line_of_the_brief_has_a_source_that_is_listed(brief: str) -> None:
    body, sources = brief.split("## Sources")
    listed = set(re.findall(r"^- \\\[(\d+)\\\]", sources, re.M))
    lines = [line for line in body.splitlines() if re.match(r" *- ", line) and not line.endswith("more*")]
    assert len(lines) > 15
    for line in lines:
        numbers = re.findall(r"\\\[(\d+)\\\]", line)
        assert numbers, line
        assert set(numbers) <= listed


def test_disagreement_stands_side_by_side() -> None:
    text = "Russia will hold the Zapad-2021 exercise on September 10-16, 2021 with {} troops."
    catalogue = catalogue_of(("2021-04-16", text.format("12,800")), ("2021-04-20", text.format("200,000")))
    brief = "".join(render_markdown(catalogue.briefing))
    assert "- Zapad-2021 exercise (number):\n  - **200,000 troops**: " in brief
    assert "\n  - **12,800 troops**: " in brief


def test_empty_briefing_is_a_brief_that_says_so() -> None:
    brief = "".join(render_markdown(Briefing(None, "unknown")))
    assert headings(brief) == ["Brief as of ?", "Where sources disagree"], "a part without a line is left out"
    assert "0 documents" in brief


def test_articles_are_in_it_when_asked_for(brief: str) -> None:
    sentence = "Cyberattacks and Ukraine are likely to come up as well."
    assert sentence not in brief
    assert sentence in "".join(render_markdown(factories.briefing(), True))


def test_hostile_text_is_text() -> None:
    markdown = "".join(render_markdown(hostile_briefing(), True))
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": True}).parse(markdown)
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert not {kind for kind in kinds if re.match("html|link|image|code|fence|table|s_|ordered|blockquote|hr", kind)}
    assert len(headings(markdown)) == len(HEADINGS) + 3
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", markdown)
