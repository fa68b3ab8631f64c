from itertools import pairwise

import pytest

from briefing.knowledge.loader import load
from briefing.reading.blocks import blocks


def kinds(*paragraphs: str) -> list[str]:
    return [block.kind for block in blocks("\n\n".join(paragraphs), load())]


HEADLINE = "Envoys resume talks in Vienna as deadline nears"
BODY = "Negotiators from Iran and five powers met on Tuesday, diplomats said."


def test_a_wire_story() -> None:
    text = "\n\n".join(
        [
            HEADLINE,
            "By MARTA KEMENY and JOHN DOE",
            "In this photo released by the ministry, the envoys meet. (Foreign Ministry via AP)",
            f"VIENNA (AP) — {BODY}",
            "“We are close,” one said.",
            "___",
            "Associated Press writer Jane Roe in Berlin contributed to this report.",
        ]
    )
    found = blocks(text, load())
    assert [block.kind for block in found] == ["headline", "byline", "caption", "body", "body", "credit"]
    assert text[found[3].start : found[3].end] == f"VIENNA (AP) — {BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "BY JANE ROE, Associated Press",
        "By Jane Roe and Ali al-Hasan in Baghdad",
        "By The Associated Press",
        "Antony J. Blinken, Secretary of State",
        "Ned Price, Department Spokesperson",
        "Office of the Spokesperson",
        "AP Diplomatic Writer",
        "State Department",
        "Summary by the sample desk",
    ],
)
def test_bylines(line: str) -> None:
    assert kinds(HEADLINE, line, BODY) == ["headline", "byline", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "July 19, 2021",
        "Friday, August 21, 2015",
        "December 7, 2021 20:15 Sochi",
        "Published: 23 July 2021, 10:34 GMT",
        "Updated 4:05 PM EDT, July 23, 2021",
        "2021-07-23",
        "Friday, July 23",
        "23 JUL, 09:12",
        "(July 23, 2021)",
        "19:40",
    ],
)
def test_date_lines(line: str) -> None:
    assert kinds(HEADLINE, line, BODY) == ["headline", "date", "body"]


def test_a_date_above_the_headline() -> None:
    assert kinds("July 19, 2021", HEADLINE, BODY) == ["date", "headline", "body"]


def test_a_date_below_the_text() -> None:
    assert kinds(HEADLINE, BODY, BODY, "July 19, 2021") == ["headline", "body", "body", "date"]


@pytest.mark.parametrize(
    "line", ["USS Howard", "Yokosuka, Japan", "The White House", "Washington, D.C.", "VIENNA (AP) —"]
)
def test_place_lines(line: str) -> None:
    assert kinds(HEADLINE, line, BODY) == ["headline", "dateline", "body"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "In this photo provided by the Foreign Ministry, the envoys meet in Seoul, Friday, July 23, 2021.",
        "FILE - In this Feb. 3, 2014 file photo, the envoys meet.",
        "FILE PHOTO: The envoys meet in Vienna",
        "This satellite image provided by a company shows trucks.",
        "Photo: Foreign Ministry",
        "The envoys meet in Vienna, Monday, June 7, 2021. (AP Photo/Jane Roe)",
        "The envoys meet in Vienna. (Jane Roe/Pool Photo via AP)",
        "The envoys meet in Vienna. (Xinhua/Jane Roe)",
        "The envoys meet in Vienna, June 7, 2021. REUTERS/Jane Roe",
        "The envoys meet. (Caption: sample desk)",
        "![The envoys at the table](table.jpg)",
        "Image caption, The envoys at the table",
        "The envoys at the table. Photograph: Jane Roe/Agency",
        "The envoys meet in Vienna, on June 7, 2021 © Jane Roe, AFP",
    ],
)
def test_captions_anywhere(paragraph: str) -> None:
    assert kinds(HEADLINE, paragraph, BODY) == ["headline", "caption", "body"]
    assert kinds(HEADLINE, BODY, paragraph, BODY) == ["headline", "body", "caption", "body"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Reporting by Jane Roe in Vienna; Editing by John Doe",
        "(Reporting by Jane Roe; writing by John Doe)",
        "Additional reporting by Jane Roe",
        "Jane Roe in Berlin contributed to this report.",
        "© 2021 The Agency",
        "Copyright 2021 The Agency. All rights reserved.",
        "Our Standards: The Principles",
        "FOR IMMEDIATE RELEASE",
        "Begin Text.",
        "desk@example.org",
        "END",
    ],
)
def test_credits_anywhere(paragraph: str) -> None:
    assert kinds(HEADLINE, paragraph, BODY) == ["headline", "credit", "body"]
    assert kinds(HEADLINE, BODY, paragraph) == ["headline", "body", "credit"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "In a video released on Tuesday, the president thanked his allies.",
        "In the past, images of the plant were kept secret.",
        "Satellite images show new trucks near the border, analysts said.",
        "By Friday the troops had left.",
        "On July 19, 2021, the envoys met again.",
        "File-sharing services were blocked.",
        "The end of the talks came on Friday.",
        "The envoys meet at noon (10:00 GMT).",
        "The envoys met again on Friday (via Zoom).",
        "Written by experts, the report blames both sides.",
        "Remarks by the minister angered Tehran.",
    ],
)
def test_body_that_looks_like_something_else(paragraph: str) -> None:
    assert kinds(HEADLINE, paragraph, BODY) == ["headline", "body", "body"]
    assert kinds(HEADLINE, BODY, paragraph, BODY) == ["headline", "body", "body", "body"]


def test_a_headline_may_be_missing() -> None:
    assert kinds(BODY, BODY) == ["body", "body"]
    assert kinds(f"VIENNA (AP) — {BODY}", BODY) == ["body", "body"]


@pytest.mark.parametrize(
    "headline", ["Will they talk?", "Envoys leave the U.S.", "Biden Presses Putin, Warns of Sanctions"]
)
def test_headlines(headline: str) -> None:
    assert kinds(headline, BODY) == ["headline", "body"]


def test_a_second_line_of_the_headline() -> None:
    assert kinds(HEADLINE, "Both sides say they want a deal", BODY) == ["headline", "headline", "body"]


def test_the_name_of_a_section_above_the_headline() -> None:
    assert kinds("Middle East", HEADLINE, BODY) == ["credit", "headline", "body"]


@pytest.mark.parametrize(
    "below", ["July 19, 2021", "By Jane Roe", "Envoys meet. (AP Photo/Jane Roe)", f"VIENNA — {BODY}"]
)
def test_a_headline_of_two_words(below: str) -> None:
    assert kinds("Envoys meet", below, BODY)[0] == "headline"


def test_a_single_paragraph_is_body() -> None:
    assert kinds("Envoys resume talks") == ["body"]


def test_a_transcript_is_body() -> None:
    assert kinds(HEADLINE, "THE PRESIDENT: I heard you.", "Q Thank you.", "END") == [
        "headline",
        "body",
        "body",
        "credit",
    ]


def test_markdown() -> None:
    text = (
        f"# Talks open\n\n*By Jane Roe*\n\n{BODY}\n\n## What next\n\n- Iran wants relief.\n- The U.S. wants limits.\n"
    )
    found = blocks(text, load())
    assert [block.kind for block in found] == ["headline", "byline", "body", "headline", "body", "body"]
    assert text[found[3].start : found[3].end] == "What next"
    assert text[found[4].start : found[4].end] == "Iran wants relief."


def test_blocks_are_in_order_and_apart() -> None:
    found = blocks(f"{HEADLINE}\n{BODY}\n\n###\n\n{BODY}\n", load())
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_an_empty_text_has_none() -> None:
    assert blocks("", load()) == ()
