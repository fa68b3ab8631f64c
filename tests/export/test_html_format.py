import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import html5lib
import pytest

from briefing.export.html_format import render_html
from briefing.model import Briefing
from tests import factories
from tests.dossier.articles import catalogue_of
from tests.export.hostile import HOSTILE, hostile_briefing

DISAGREEING = "Russia will hold the Zapad-2021 exercise on September 10-16, 2021 with {} troops."
ELEMENTS = {"html", "head", "meta", "title", "style", "body", "header", "main", "section", "article", "footer"}
ELEMENTS |= {"h1", "h2", "h3", "p", "span", "div", "ul", "li", "strong", "b", "q", "time", "a"}
ELEMENTS |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}


def parsed(briefing: Briefing, *, with_text: bool = False) -> Any:
    """Return the tree of the page, having failed on any parse error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse("".join(render_html(briefing, with_text)))


def elements(tree: Any, *names: str) -> Iterator[Any]:
    yield from (element for element in tree.iter() if element.tag in names)


def text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.fixture(scope="module")
def page() -> Any:
    return parsed(factories.briefing())


def test_page_is_free_of_parse_errors_and_self_contained(page: Any) -> None:
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= ELEMENTS
    attributes = {name for element in page.iter() for name in element.attrib}
    assert not attributes & {"src", "srcset", "action", "background", "data", "poster"}
    assert "url(" not in text_of(next(elements(page, "style")))
    policy = next(meta for meta in elements(page, "meta") if meta.get("http-equiv"))
    assert "default-src 'none'" in policy.get("content")


def test_headings_go_down_one_level_at_a_time_in_the_order_of_analysts(page: Any) -> None:
    headings = [(int(found.tag[1]), text_of(found)) for found in elements(page, "h1", "h2", "h3")]
    assert headings[0] == (1, "Brief as of Friday 23 July 2021")
    assert [re.sub(r" \d+ of \d+$", "", text) for level, text in headings if level == 2] == [
        "Bottom line",
        "Parties and people",
        "Disputes, each side in its own words",
        "Instruments",
        "What comes next",
        "Where sources disagree",
        "Sources",
    ]
    levels = [level for level, _ in headings]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_page_is_accessible(page: Any) -> None:
    (root,) = elements(page, "html")
    assert root.get("lang") == "en"
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(section.get("aria-labelledby") in ids for section in elements(page, "section"))
    for table in elements(page, "table"):
        assert all(cell.get("scope") in {"row", "col"} for cell in elements(table, "th"))
    assert len(list(elements(page, "main"))) == len(list(elements(page, "header"))) == 1


def test_every_link_leads_to_a_place_on_the_page(page: Any) -> None:
    ids = {f"#{element.get('id')}" for element in page.iter() if element.get("id")}
    links = [link.get("href") for link in elements(page, "a")]
    assert len(links) > 15
    assert set(links) <= ids


def test_every_line_has_its_source(page: Any) -> None:
    (main,) = elements(page, "main")
    for section in elements(main, "section"):
        if section.get("aria-labelledby") in {"sources", "disagreements"}:
            continue
        rows = [
            row for row in elements(section, "tr", "li") if not list(elements(row, "ul")) and "Who" not in text_of(row)
        ]
        assert rows
        assert all(list(elements(row, "a")) for row in rows)


def test_a_denial_reads_as_one_and_kind_is_told_in_words(page: Any) -> None:
    row = next(row for row in elements(page, "tr") if "directed at Russia" in text_of(row))
    assert text_of(row) == "NATO Ndeny denies that its missile defense is directed at Russia [4]"


def test_light_dark_and_paper_have_a_style(page: Any) -> None:
    style = text_of(next(elements(page, "style")))
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style
    assert any(meta.get("name") == "color-scheme" for meta in elements(page, "meta"))


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_text_colour_is_readable_on_its_paper(page: Any) -> None:
    style = text_of(next(elements(page, "style")))
    palettes = [
        dict(re.findall(r"--([a-z]+): (#[0-9a-f]+);", block)) for block in re.findall(r":root \{(.*?)\}", style)
    ]
    assert len(palettes) == 3
    for palette in palettes:
        colours = {name: value if len(value) == 7 else "#" + value[1:] * 2 for name, value in palette.items()}
        for paper in ("paper", "tint"):
            ground = luminance(colours[paper])
            for name in ("ink", "strong", "muted", "accent", "ask", "for", "against"):
                dark, light = sorted((ground, luminance(colours[name])))
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (name, paper, palette)


def test_disagreement_stands_side_by_side() -> None:
    catalogue = catalogue_of(
        ("2021-04-16", DISAGREEING.format("12,800")), ("2021-04-20", DISAGREEING.format("200,000"))
    )
    page = parsed(catalogue.briefing)
    (versions,) = [found for found in elements(page, "ul") if found.get("class") == "versions"]
    assert [text_of(next(elements(one, "strong"))) for one in versions] == ["200,000 troops", "12,800 troops"]


def test_empty_briefing_is_a_page_too() -> None:
    page = parsed(Briefing(None, "unknown"))
    assert text_of(next(elements(page, "h1"))) == "Brief as of ?"


def test_articles_are_in_it_when_asked_for() -> None:
    (article, *_) = elements(parsed(factories.briefing(), with_text=True), "article")
    assert "Cyberattacks and Ukraine are likely to come up as well." in text_of(article)


@pytest.mark.parametrize("with_text", [False, True])
def test_hostile_text_is_text(with_text: bool) -> None:
    page = parsed(hostile_briefing(), with_text=with_text)
    assert {element.tag for element in page.iter()} <= ELEMENTS
    assert not {name for element in page.iter() for name in element.attrib if name.startswith("on")}
    assert {link.get("href")[0] for link in elements(page, "a")} == {"#"}
    (main,) = elements(page, "main")
    assert "<script>alert(1)</script>" in text_of(main)
    assert HOSTILE.split("\n", maxsplit=1)[0] in text_of(main)
