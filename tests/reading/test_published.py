from datetime import date

import pytest

from briefing.reading.documents import read_text

HEADLINE = "Envoys resume talks in Vienna"
BODY = "Negotiators from Iran met on Tuesday, diplomats said. Talks go on through Wednesday."


def dated(*paragraphs: str, path: str = "article.txt") -> tuple[str | None, str | None]:
    document = read_text("\n\n".join(paragraphs), path=path)
    return (str(document.published) if document.published else None), document.published_basis


def test_front_matter_goes_before_the_text() -> None:
    text = f"---\npublished: 2021-07-20\n---\n{HEADLINE}\n\nJuly 23, 2021\n\n{BODY}"
    assert dated(text, path="2020-01-01-a.md") == ("2021-07-20", "front matter")


def test_a_given_day_goes_before_all() -> None:
    document = read_text("---\npublished: 2021-07-20\n---\nThey met.", published=date(2020, 2, 2), path="a.md")
    assert (document.published, document.published_basis) == (date(2020, 2, 2), "given")


@pytest.mark.parametrize(
    "paragraphs",
    [
        [HEADLINE, "July 23, 2021", BODY],
        ["July 23, 2021", HEADLINE, BODY],
        [HEADLINE, "Friday, 23 July 2021, 20:15 Vienna", BODY],
        [HEADLINE, f"VIENNA, July 23, 2021 — {BODY}"],
        [HEADLINE, f"VIENNA (23 July 2021) – {BODY}"],
        [HEADLINE, BODY, "July 23, 2021"],
        ["Remarks to the press, Vienna, July 23, 2021", BODY],
        ["Spokesperson’s press conference on July 23, 2021", BODY],
    ],
)
def test_a_date_that_the_text_gives(paragraphs: list[str]) -> None:
    assert dated(*paragraphs, path="2020-01-01-a.txt") == ("2021-07-23", "text")


@pytest.mark.parametrize(
    "paragraphs",
    [
        [HEADLINE, "On July 23, 2021, the envoys met."],
        ["Summit held on July 23, 2021", BODY],
        ["Anniversary of the attacks of September 11, 2001", BODY],
        [HEADLINE, f"VIENNA, July 23 (Xinhua) -- {BODY}"],
        [HEADLINE, "Friday, July 23", BODY],
    ],
)
def test_a_date_of_something_else_or_without_a_year_is_none(paragraphs: list[str]) -> None:
    assert dated(*paragraphs) == (None, None)


def test_the_year_of_a_dateline_comes_from_the_file_name() -> None:
    assert dated(HEADLINE, f"VIENNA, July 23 (Xinhua) -- {BODY}", path="2021-07-24-a.txt") == ("2021-07-23", "text")


def test_the_year_of_a_dateline_comes_from_a_notice_of_copyright() -> None:
    assert dated(HEADLINE, f"VIENNA, July 23 (Xinhua) -- {BODY}", "© 2021 The Agency") == ("2021-07-23", "text")


def test_the_year_of_a_dateline_comes_from_the_address() -> None:
    front = "---\nurl: https://example.org/2021/07/a\n---\n"
    assert dated(front + HEADLINE, f"VIENNA, July 23 (Xinhua) -- {BODY}", path="a.md") == ("2021-07-23", "text")


def test_a_year_in_which_the_weekday_is_another_is_not_taken() -> None:
    assert dated(HEADLINE, "Monday, July 23", BODY, "© 2021 The Agency") == (None, None)


def caption(day: str) -> str:
    return f"The envoys meet in Vienna, {day}. (AP Photo/Jane Roe)"


def test_a_caption_with_which_the_text_agrees() -> None:
    assert dated(HEADLINE, caption("Tuesday, July 20, 2021"), BODY) == ("2021-07-20", "caption")


def test_the_newest_caption_with_which_the_text_agrees() -> None:
    captions = [
        caption("Tuesday, July 20, 2021"),
        caption("Wednesday, July 21, 2021"),
        caption("Friday, July 23, 2021"),
    ]
    assert dated(HEADLINE, *captions, BODY) == ("2021-07-21", "caption")


@pytest.mark.parametrize(
    "paragraph",
    [
        caption("Friday, July 23, 2021"),
        caption("Tuesday, July 23, 2021"),
        "FILE - The envoys meet, Tuesday, July 20, 2021. (AP Photo/Jane Roe)",
        "In this Tuesday, July 20, 2021, photo, the envoys meet. (AP Photo/Jane Roe)",
    ],
)
def test_a_caption_of_another_weekday_or_an_older_picture(paragraph: str) -> None:
    assert dated(HEADLINE, paragraph, BODY) == (None, None)


def test_a_caption_goes_before_the_file_name() -> None:
    assert dated(HEADLINE, caption("Tuesday, July 20, 2021"), BODY, path="2021-07-22-a.txt")[1] == "caption"


def test_the_file_name_comes_last() -> None:
    assert dated(HEADLINE, BODY, path="deep/2021-07-22-envoys.txt") == ("2021-07-22", "file name")


@pytest.mark.parametrize("path", ["2021-02-30-a.txt", "2021-07-221.txt", "envoys-2021-07-22.txt", "2021-07-22/a.txt"])
def test_a_file_name_that_begins_with_no_day(path: str) -> None:
    assert dated(HEADLINE, BODY, path=path) == (None, None)
