import pytest

from briefing.knowledge.tokens import normal, tokenize


def texts(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Russia's team", ["Russia", "'s", "team"]),
        ("Russia’s team", ["Russia", "’s", "team"]),
        ("the U.S. team", ["the", "U.S.", "team"]),
        ("in the U.S.", ["in", "the", "U.S."]),
        ("the U.S.'s team", ["the", "U.S.", "'s", "team"]),
        ("U.S.-China talks", ["U.S.", "-", "China", "talks"]),
        ("anti-Pyongyang", ["anti", "-", "Pyongyang"]),
        ("St. Petersburg, Mr. Orlov", ["St.", "Petersburg", ",", "Mr.", "Orlov"]),
        ("Donald J. Trump", ["Donald", "J.", "Trump"]),
        ("Sana'a and N'Djamena", ["Sana'a", "and", "N'Djamena"]),
        ("It ended.", ["It", "ended", "."]),
        ("at 10:30, 1,550 men", ["at", "10:30", ",", "1,550", "men"]),
        ("don't", ["don't"]),
        ("", []),
    ],
)
def test_text_is_cut_into_words_and_signs(text: str, tokens: list[str]) -> None:
    assert texts(text) == tokens


def test_offsets_count_in_the_whole_text() -> None:
    text = "Oslo. Кремль said “no”."
    for token in tokenize(text, 6, len(text)):
        assert text[token.start : token.end] == token.text
        assert token.start >= 6
    assert tokenize(text, 6, 12)[0].text == "Кремль"


def test_nothing_but_blanks_is_lost() -> None:
    text = "“U.S.”—he said—won’t [sic] pay $5 (€4) to the DPRK’s “Dear Leader”…\u202e_x_"
    kept = "".join(texts(text))
    assert kept == "".join(text.split())


def test_apostrophes_are_made_straight_for_the_tables() -> None:
    assert normal("O’Brien") == normal("O`Brien") == "O'Brien"
    assert normal("O'Brien") == "O'Brien"
