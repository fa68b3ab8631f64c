from collections.abc import Callable
from functools import partial

import pytest

from briefing.knowledge.matcher import Entry, Matcher
from briefing.knowledge.tokens import tokenize
from tests.growth import assert_linear

CHINA, TAIWAN = Entry("state", "chn", "name"), Entry("state", "twn", "name")
AMERICA, KOREA = Entry("state", "usa", "name"), Entry("state", "prk", "capital")
FORMS = [
    ("China", CHINA),
    ("People's Republic of China", CHINA),
    ("Republic of China", TAIWAN),
    ("U.S.", AMERICA),
    ("U. S.", AMERICA),
    ("American", AMERICA),
    ("Pyongyang", KOREA),
    ("Latin American", Entry("word", "Latin American", "name")),
]


def found(text: str, forms: list[tuple[str, Entry]] = FORMS) -> list[tuple[str, str]]:
    tokens = tokenize(text)
    return [
        (text[tokens[match.first].start : tokens[match.last - 1].end], match.entries[0].id)
        for match in Matcher(forms).match(tokens)
    ]


def test_the_longest_form_wins() -> None:
    text = "the People's Republic of China and the Republic of China"
    assert found(text) == [("People's Republic of China", "chn"), ("Republic of China", "twn")]


def test_a_phrase_that_names_nobody_hides_the_state_in_it() -> None:
    assert found("Latin American leaders") == [("Latin American", "Latin American")]
    assert found("American leaders") == [("American", "usa")]


def test_apostrophes_are_alike_and_case_is_not() -> None:
    assert found("People’s Republic of China") == [("People’s Republic of China", "chn")]
    assert found("fine china, an american") == []


@pytest.mark.parametrize(
    "text",
    [
        "the U.S. team",
        "in the U.S.",
        "in the U.S. He left.",
        "U.S.-led",
        "(U.S.)",
        "the U.S.'s",
        "“U.S.”",
        "the U.S., too",
    ],
)
def test_an_abbreviation_is_found_wherever_it_stands(text: str) -> None:
    assert found(text) == [("U.S.", "usa")]


@pytest.mark.parametrize("text", ["the U. S. team", "in the U. S.", "the U. S., too", "U. S.-led", "(U. S.)"])
def test_an_abbreviation_with_blanks_is_found_wherever_it_stands(text: str) -> None:
    assert found(text) == [("U. S.", "usa")]


def test_hyphens_part_words() -> None:
    assert found("U.S.-China talks") == [("U.S.", "usa"), ("China", "chn")]
    assert found("anti-Pyongyang posters") == [("Pyongyang", "prk")]


def test_a_form_does_not_match_inside_a_word() -> None:
    assert found("Chinatown, Indochina, Americanisation") == []


def test_all_readings_of_a_form_are_kept_once() -> None:
    other = Entry("place", "China", "name")
    (match,) = Matcher([("China", CHINA), ("China", other), ("China", CHINA)]).match(tokenize("China"))
    assert match.entries == (CHINA, other)


def test_a_short_form_at_the_end_of_the_words_ends_there() -> None:
    forms = [("China", CHINA), ("China Foreign Ministry", Entry("organisation", "ministry", "name"))]
    (match,) = Matcher(forms).match(tokenize("China"))
    assert (match.first, match.last) == (0, 1)


def test_an_empty_matcher_finds_nothing() -> None:
    assert Matcher([]).match(tokenize("China")) == []
    assert found("") == []


def test_many_forms_with_one_first_word_cost_no_more() -> None:
    def matching(count: int) -> Callable[[], object]:
        forms = [(f"United Body{number}", Entry("organisation", str(number), "name")) for number in range(count)]
        return partial(Matcher(forms).match, tokenize("United " * count))

    assert_linear(matching, 10_000)
