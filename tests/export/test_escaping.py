import html

import pytest
from markdown_it import MarkdownIt

from briefing.export.escaping import csv_cell, html_text, ical_text, markdown_text, plain_line, plain_text, xml_text
from tests.export.hostile import HOSTILE, TEXTS

RICHEST = MarkdownIt("gfm-like", {"html": True, "linkify": True, "typographer": False})
INERT = {"paragraph_open", "paragraph_close", "inline", "text", "text_special", "softbreak"}


def kinds_of(markdown: str) -> set[str]:
    tokens = RICHEST.parse(markdown)
    return {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}


@pytest.mark.parametrize("text", [*TEXTS, HOSTILE, "a\udc80"])
def test_plain_text_has_no_controls_and_noncharacters(text: str) -> None:
    plain = plain_text(text)
    assert all(sign in "\n\t" or sign.isprintable() or ord(sign) in {0x2028, 0x2029, 0x200D} for sign in plain)
    assert "\ufffe" not in plain
    assert "\n" not in plain_line(text)
    plain.encode("utf-8")


@pytest.mark.parametrize("escape", [html_text, xml_text])
@pytest.mark.parametrize("text", [*TEXTS, HOSTILE])
def test_markup_is_text(escape: object, text: str) -> None:
    assert callable(escape)
    escaped = escape(text)
    assert not set(escaped) & set("<>\"'")
    assert html.unescape(escaped) == plain_line(text)


@pytest.mark.parametrize("text", [*TEXTS, HOSTILE, "+ a", "12) b", "# c", ": d", "=== e", "    indented"])
def test_markdown_is_text_and_links_are_inert(text: str) -> None:
    for place in ("{}", "- {}", "a {}", "## {}"):
        kinds = kinds_of(place.format(markdown_text(text)))
        assert kinds <= INERT | {"bullet_list_open", "list_item_open", "bullet_list_close", "list_item_close"} | {
            "heading_open",
            "heading_close",
        }


def test_markdown_says_what_the_text_says() -> None:
    text = plain_line(HOSTILE).strip()
    (_, inline, _) = RICHEST.parse(markdown_text(HOSTILE))
    said = "".join(child.content for child in inline.children or ())
    assert " ".join(said.replace("\u2060", "").split()) == " ".join(text.split())


def test_markdown_leaves_ordinary_words_as_they_are() -> None:
    text = "The U.S. and Russia, he said, met at 3.30 p.m. (see above): yes!"
    assert markdown_text(text) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "'=1", '"=1', "\uff1d1"])
def test_formula_is_text(text: str) -> None:
    assert csv_cell(text).startswith("'")


@pytest.mark.parametrize("text", ["Russia", "1,550", "a=b", "“-”", ""])
def test_ordinary_cell_is_as_it_is(text: str) -> None:
    assert csv_cell(text) == text


def test_calendar_text_is_one_line() -> None:
    assert ical_text("a;b,c\\d\ne\u2028f") == "a\\;b\\,c\\\\d\\ne\\nf"
