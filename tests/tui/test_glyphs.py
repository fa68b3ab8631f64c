import locale
from dataclasses import fields

import pytest

from briefing.tui.glyphs import ASCII, UNICODE, choose, plain_signs, speaks_utf8


def test_a_setting_decides_before_the_locale() -> None:
    assert choose("ascii") is ASCII
    assert choose("unicode") is UNICODE


@pytest.mark.parametrize(
    ("environment", "encoding", "expected"),
    [
        ({"LANG": "de_DE.UTF-8"}, "UTF-8", True),
        ({}, "utf-8", True),
        ({"LANG": "C"}, "utf-8", False),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, "utf-8", False),
        ({"LANG": "de_DE.ISO-8859-1"}, "ISO-8859-1", False),
    ],
)
def test_the_locale_says_whether_the_terminal_takes_utf8(
    environment: dict[str, str], encoding: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locale, "getpreferredencoding", lambda do_setlocale: encoding)
    assert speaks_utf8(environment) is expected


def test_every_sign_of_the_plain_set_is_ascii_and_as_wide_as_the_other() -> None:
    for field in fields(ASCII):
        plain, full = getattr(ASCII, field.name), getattr(UNICODE, field.name)
        if isinstance(plain, str):
            assert plain.isascii()
            if field.name != "bars":
                assert len(plain) == len(full) == 1


def test_words_of_articles_become_plain_of_the_same_width() -> None:
    text = "“Peace” – he said… ‘now’ · Geneva—Bern"
    plain = plain_signs(ASCII)(text)
    assert plain.isascii()
    assert len(plain) == len(text)
    assert plain_signs(UNICODE)(text) == text


def test_what_the_terminal_cannot_encode_becomes_question_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locale, "getpreferredencoding", lambda do_setlocale: "ISO-8859-1")
    assert plain_signs(ASCII)("Zürich") == "Zürich"
    assert plain_signs(ASCII)("Рябков 会") == "?????? ??"
