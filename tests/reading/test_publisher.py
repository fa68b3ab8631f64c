import pytest

from briefing.reading.documents import read_text

HEADLINE = "Envoys resume talks in Vienna"
BODY = "Negotiators from Iran met on Tuesday, diplomats said."


def published_by(*paragraphs: str, path: str = "article.txt") -> str | None:
    return read_text("\n\n".join(paragraphs), path=path).publisher


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([HEADLINE, f"VIENNA (AP) — {BODY}"], "AP"),
        ([HEADLINE, f"VIENNA (Associated Press) — {BODY}"], "AP"),
        ([HEADLINE, f"VIENNA, July 23 (Xinhua) -- {BODY}"], "Xinhua"),
        ([HEADLINE, f"VIENNA (XYZ) — {BODY}"], "XYZ"),
        ([HEADLINE, "By Jane Roe, Associated Press", BODY], "AP"),
        ([HEADLINE, BODY, "Associated Press writer Jane Roe contributed to this report."], "AP"),
        ([HEADLINE, BODY, "© 2021 Reuters. All rights reserved."], "Reuters"),
        ([HEADLINE, "The envoys meet. (Foreign Ministry via AP)", BODY], "AP"),
        ([HEADLINE, "Office of the Spokesperson", BODY], "State Department"),
        ([HEADLINE, "Ned Roe, Department Spokesperson", BODY], "State Department"),
        ([HEADLINE, "Antony J. Blinken, Secretary of State", BODY], "State Department"),
        ([HEADLINE, "U.S. Department of State", BODY], "State Department"),
        ([HEADLINE, BODY], None),
        ([HEADLINE, "The AP reported that the envoys met.", BODY], None),
    ],
)
def test_what_the_text_says(paragraphs: list[str], expected: str | None) -> None:
    assert published_by(*paragraphs) == expected


def test_a_dateline_goes_before_a_picture() -> None:
    assert published_by(HEADLINE, "The envoys meet. (Ministry via AP)", f"VIENNA (Reuters) - {BODY}") == "Reuters"


@pytest.mark.parametrize(
    ("source", "expected"),
    [("Associated Press", "AP"), ("Reuters", "Reuters"), ("Sample Desk", "Sample Desk"), ("'[/] \\e'", "[/] \\e")],
)
def test_front_matter_goes_first(source: str, expected: str) -> None:
    assert published_by(f"---\nsource: {source}\n---\n{HEADLINE}", f"VIENNA (AFP) — {BODY}", path="a.md") == expected
