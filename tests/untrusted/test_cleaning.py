import pytest

from briefing.untrusted.cleaning import clean_line, clean_text


def test_line_ends_become_lf() -> None:
    assert clean_text("a\r\nb\rc\nd\r\r\ne") == "a\nb\nc\nd\n\ne"


def test_each_control_character_becomes_one_replacement() -> None:
    controls = [chr(code) for code in [*range(0x20), *range(0x7F, 0xA0)] if chr(code) not in "\t\n\r"]
    assert clean_text("".join(controls)) == "\ufffd" * len(controls)


def test_each_bidirectional_control_becomes_one_replacement() -> None:
    bidi = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    assert clean_text(f"x{bidi}y") == "x" + "\ufffd" * 9 + "y"


def test_tab_newline_and_invisible_marks_stay() -> None:
    text = "a\tb\nc\u200ed\u00a0e\u200bf\u2028g"
    assert clean_text(text) == text


def test_printable_rest_of_an_escape_sequence_stays() -> None:
    assert clean_text("\x1b]52;c;aGk=\x07 said") == "\ufffd]52;c;aGk=\ufffd said"


def test_lone_surrogates_are_replaced_so_that_the_text_can_be_encoded() -> None:
    assert clean_text("a\ud800b\udcffc").encode() == "a\ufffdb\ufffdc".encode()


def test_cleaning_twice_changes_nothing() -> None:
    once = clean_text("a\r\n\x00\u202e\x9b31m")
    assert clean_text(once) == once


def test_a_line_has_no_line_end_and_no_tab() -> None:
    assert clean_line("a\nb\r\nc\td\u2028e\u2029f") == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"


@pytest.mark.parametrize(
    ("text", "limit", "keep_ends", "expected"),
    [
        ("abcdef", 6, False, "abcdef"),
        ("abcdefg", 6, False, "abcde…"),
        ("abcdefghij", 7, True, "abc…hij"),
        ("abcdefghij", 6, True, "abc…ij"),
        ("abcdefghij", 1, True, "…"),
        ("abcdefghij", 2, True, "a…"),
    ],
)
def test_a_long_line_is_shortened(text: str, limit: int, keep_ends: bool, expected: str) -> None:
    assert clean_line(text, limit, keep_ends=keep_ends) == expected
