import pytest

from briefing.search.folding import script_of, words


def texts(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wendy Sherman", ["wendy", "sherman"]),
        ("Kim Jong-un", ["kim", "jong", "un"]),
        ("O'Brien's", ["obrien"]),
        ("Russia’s team", ["russia", "team"]),
        ("Hsi Chin-p'ing", ["hsi", "chin", "ping"]),
        ("Recep Tayyip Erdoğan", ["recep", "tayyip", "erdogan"]),
        ("Straße", ["strasse"]),
        ("Рябков", ["ryabkov"]),
        ("Володимир Зеленський", ["volodimir", "zelenskiy"]),
        ("Αλέξης Τσίπρας", ["alexis", "tsipras"]),
        ("محمد بن سلمان", ["mhmd", "bn", "slman"]),
        ("الأسد", ["al", "asd"]),
        ("习近平", ["xi", "jinping"]),
        ("김정은", ["gim", "jeong", "eun"]),
        ("조 바이든", ["jo", "baideun"]),
        ("プーチン", ["puchin"]),
        ("e\u0301lan", ["elan"]),
        ("", []),
        ("’ – !", []),
        ("\x1b]0;\u202e[/]", ["0"]),
    ],
)
def test_text_becomes_lower_case_latin_words(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text", ["Kim Jong-un", "Володимир Зеленський", "الأسد اليوم", "김정은", "Vučić’s plan", "a — b"]
)
def test_words_know_where_they_stand(text: str) -> None:
    for word in words(text):
        alone = words(text[word.start : word.end])
        assert "".join(part.text for part in alone) == word.text


def test_a_possessive_ending_is_not_part_of_the_word() -> None:
    for text in ("Russia's team", "Russia’s team"):
        word = words(text)[0]
        assert text[word.start : word.end] == "Russia"


def test_accents_tell_how_a_word_is_spoken() -> None:
    word = words("Vučić")[0]

    assert (word.text, word.spoken) == ("vucic", "vuchich")


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("नरेन्द्र", "narendr"),
        ("विजयनगरम्", "vijayanagaram"),
        ("คาซาน", "khasan"),
        ("เบลีซ", "belis"),
        ("Պուատիե", "pouatie"),
        ("普京", "ptin"),
    ],
)
def test_letters_are_spoken_as_their_script_reads_them(text: str, spoken: str) -> None:
    assert "".join(word.spoken for word in words(text)) == spoken


def test_foreign_sounds_in_hebrew_are_marked_by_an_apostrophe() -> None:
    assert words("ג'ו")[0].spoken.startswith("j")


@pytest.mark.parametrize(
    ("character", "script"),
    [
        *[("a", "latin"), ("ş", "latin"), ("Я", "cyrillic"), ("م", "arabic"), ("ש", "hebrew"), ("Ω", "greek")],
        *[
            ("习", "han"),
            ("김", "hangul"),
            ("म", "indic"),
            ("პ", "caucasian"),
            ("プ", "kana"),
            ("ก", "thai"),
            ("አ", "other"),
        ],
    ],
)
def test_a_character_has_a_script(character: str, script: str) -> None:
    assert script_of(character) == script
