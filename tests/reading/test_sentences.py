import pytest

from briefing.model import Span
from briefing.reading.sentences import MAX_LENGTH, split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. President spoke.|He lives in the U.S.|The talks go on.",
        "The U. N. envoy spoke.|He left.",
        "Talks at 5 p.m. Wednesday failed.|They ended at 5 a.m.|The next day it rained.",
        "WASHINGTON, D.C. — The two sides met.|They parted.",
        "Gen. Mark A. Milley spoke.|Sens. J. D. Roe and J.D. Doe agreed.",
        "A report by E. Aboo and S. Lavrov came.|It was short.",
        "On Jan. 5 they met.|See No. 5 of Art. 3.|Sept. 11 is near.",
        "Was it so?|No.|We did not agree.",
        "It cost 3.5 million.|In 2021.|15 people came.",
        "He works for Acme Inc.|The firm declined.",
        "Acme Inc. President Bob Roe spoke.",
        "They met in St. Petersburg.|He lives on Downing St.|The house is black.",
        "So do I.|Then he left.|World War I.|The war ended.",
        "Lt. Gen. Roe and Dr. Doe met Mr. Foe.",
        "al-Assad spoke.|al-Assad left.",
    ],
)
def test_full_stops(text: str) -> None:
    assert sentences(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        '"We want peace."|He said so.',
        "“We want peace.”|“Nobody else does,” Liu said.",
        "“Peace,” Liu said, urging Manila to talk.|It declined.",
        '"They did.|We will", said the agency.|It gave no details.',
        "“Will it work?” Biden asked.|“Who did this?” he said.",
        '"Why?"|The answer came.',
        "He said: 'Go.'|She went.",
        "It was a “quasi-state of war”.|The report came later.",
        "(He was there.)|[It is so.]|That is all.",
        "He left.”|“They stayed.",
        "It is agreed.[1]|The rest is not.[2][3]|Now they wait.",
    ],
)
def test_quotes_and_brackets_belong_to_the_sentence_they_close(text: str) -> None:
    assert sentences(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "Stop!|Why not?!|Because.",
        "“We … will go.”|They went.",
        "Wait... I know it.",
        "They waited ...|The talks failed.",
        "Talks on the region .|The Council met .",
        'He described it as"threatening" to all.|They left.',
        "Q Thank you.|THE PRESIDENT: Yes.|Q What now?",
    ],
)
def test_other_signs_and_noise(text: str) -> None:
    assert sentences(text.replace("|", " ")) == text.split("|")


def test_a_missing_blank_is_no_hindrance() -> None:
    assert sentences("They ended the talks.The minister left.”Others stayed on.") == [
        "They ended the talks.",
        "The minister left.”",
        "Others stayed on.",
    ]


def test_items_of_a_numbered_list() -> None:
    assert sentences("1. Stop the war.\n2. Open the ports.") == ["1. Stop the war.", "2. Open the ports."]


def test_a_headline_needs_no_full_stop() -> None:
    assert sentences("Sides to hold talks\n\nThe two sides will meet.") == [
        "Sides to hold talks",
        "The two sides will meet.",
    ]


def test_a_line_end_within_a_sentence() -> None:
    assert sentences("The sides met in the\nU.S. They parted.\nThey met\nagain.") == [
        "The sides met in the\nU.S.",
        "They parted.",
        "They met\nagain.",
    ]


def test_blanks_and_invisible_marks_around_are_left_out() -> None:
    assert split("\u200e They\u00a0met.\u00a0\u200e ") == [Span(2, 11)]


def test_a_piece_of_a_text_is_cut_with_the_offsets_of_the_whole() -> None:
    text = "One. They met. They parted. Four."
    assert split(text, 5, 27) == [Span(5, 14), Span(15, 27)]


@pytest.mark.parametrize("text", ["", " \n ", "...", "* * *", "___", "###", '"" ""'])
def test_without_a_word_there_is_no_sentence(text: str) -> None:
    assert split(text) == []


def test_sentences_are_bounded_and_cut_between_words() -> None:
    text = "word " * 1000
    found = split(text)
    assert len(found) == 3
    assert all(end - start <= MAX_LENGTH for start, end in found)
    assert all(text[start:end].split() == ["word"] * len(text[start:end].split()) for start, end in found)


def test_a_word_longer_than_the_bound_is_cut_and_nothing_is_lost() -> None:
    text = "x" * (2 * MAX_LENGTH + 1)
    assert split(text) == [Span(0, MAX_LENGTH), Span(MAX_LENGTH, 2 * MAX_LENGTH), Span(2 * MAX_LENGTH, len(text))]


def test_a_title_in_capitals_ends_no_sentence() -> None:
    text = "MR. EARNEST:  Good afternoon. I thank MS. PSAKI."
    assert [text[s.start : s.end] for s in split(text, 0, len(text))] == [
        "MR. EARNEST:  Good afternoon.",
        "I thank MS. PSAKI.",
    ]
