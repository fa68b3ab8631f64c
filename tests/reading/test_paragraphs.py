import pytest

from briefing.reading.paragraphs import paragraphs


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


WRAPPED = """\
Parliament backs treaty after a long debate that went on into the early
morning

WARSAW, Poland (AP) — Lawmakers in the lower chamber voted on Thursday to
back the treaty, which the government in Warsaw says it needs to defend
the country. The vote was 231 to 180.
The foreign minister, speaking in parliament before the vote, said that
the treaty would bind us to our friends. He declined to say when the
president would sign it.
"""


def test_empty_lines_part_paragraphs() -> None:
    assert found("One.\n\n\nTwo.\n \u00a0\nThree.\n\u200e\nFour.") == ["One.", "Two.", "Three.", "Four."]


def test_line_ends_part_paragraphs_where_lines_are_long() -> None:
    first, second = "They met in the old town. " * 10, "They parted without a word. " * 10
    assert found(f"Talks fail\n{first}\n{second}") == ["Talks fail", first.strip(), second.strip()]


def test_short_lines_stay_apart() -> None:
    text = "Ned Roe, Spokesperson\nJune 11, 2021\nThe embassy said so. " + "It was right to do so. " * 10
    assert [piece[:12] for piece in found(text)] == ["Ned Roe, Spo", "June 11, 202", "The embassy "]


def test_lines_broken_at_a_width_are_joined() -> None:
    pieces = found(WRAPPED)
    assert [piece.split()[0] for piece in pieces] == ["Parliament", "WARSAW,", "The"]
    assert pieces[1].endswith("231 to 180.")


def test_a_line_that_goes_on_with_a_small_letter_is_joined() -> None:
    assert found("They met in\nthe old town.\nThey parted.") == ["They met in\nthe old town.", "They parted."]


@pytest.mark.parametrize("sign", ["- ", "* ", "• ", "– "])
def test_signs_of_lists_are_left_out(sign: str) -> None:
    assert found(f"They agreed:\n{sign}to meet\n{sign}to talk") == ["They agreed:", "to meet", "to talk"]


def test_heading_and_quotation_signs_are_left_out() -> None:
    assert found("# Talks open\n## What next\n> They met.") == ["Talks open", "What next", "They met."]


def test_numbers_of_a_list_stay() -> None:
    assert found("1. Stop the war\n2. Open the ports") == ["1. Stop the war", "2. Open the ports"]


@pytest.mark.parametrize("rule", ["###", "___", "* * *", "---", "“”"])
def test_a_line_without_words_is_no_paragraph(rule: str) -> None:
    assert found(f"One.\n\n{rule}\n\nTwo.") == ["One.", "Two."]


def test_an_empty_text_has_none() -> None:
    assert found("") == []
