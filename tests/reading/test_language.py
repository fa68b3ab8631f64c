from pathlib import Path

import pytest

from briefing.model import Skipped
from briefing.reading.documents import read_data, read_text

ROOT = Path(__file__).parents[2]
ARTICLES = sorted(
    file
    for folder in ("seeds", "tests/quality/articles")
    for file in (ROOT / folder).iterdir()
    if file.suffix in {".txt", ".md"}
)
NEWS = {
    file.stem: file.read_text(encoding="utf-8").strip() for file in sorted((ROOT / "tests/reading/languages").iterdir())
}
"""Language -> a piece of news in it."""
UNNAMED = ("Bulgarian", "Indonesian", "Swedish")
"""Languages whose small words are not known."""
NAMED = tuple(language for language in NEWS if language not in UNNAMED)
ENGLISH = """\
The foreign minister said on Thursday in Dublin that the negotiations on the nuclear programme will be resumed next week
in Vienna. He added that the government is waiting for practical steps before the sanctions are lifted. According to a
diplomatic source the Europeans have not yet agreed with Washington on the timetable, but a meeting is to be held soon.
"""


def reason(text: str, path: str = "a.txt") -> str | None:
    """Return why a text is not read, or null where it is."""
    document, skipped = read_data(text.encode(), path)
    if document is not None:
        assert not skipped
        return None
    (line,) = skipped
    assert line.path == path
    return line.reason


@pytest.mark.parametrize("language", NAMED)
def test_text_in_another_language_is_not_read_and_the_language_is_named(language: str) -> None:
    assert reason(NEWS[language]) == f"not in English ({language})"


@pytest.mark.parametrize("language", UNNAMED)
def test_language_that_is_not_clear_is_not_named(language: str) -> None:
    assert reason(NEWS[language]) == "not in English"


def test_text_in_capitals_is_told_too() -> None:
    assert reason(NEWS["French"].upper()) == "not in English (French)"
    assert reason(NEWS["Russian"].upper()) == "not in English (Russian)"
    assert reason(ENGLISH.upper()) is None


def test_russian_read_as_western_letters_is_not_english() -> None:
    data = NEWS["Russian"].encode("cp1251")
    assert read_data(data, "a.txt") == (None, (Skipped("a.txt", "not in English"),))


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.name)
def test_english_news_is_read_whole_and_paragraph_by_paragraph(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for piece in (text, text.upper(), *text.split("\n\n")):
        assert reason(piece) in {None, "empty"}


def test_text_full_of_foreign_names_is_read() -> None:
    members = (
        "Jean-Yves Le Drian, Arancha González Laya, Jean Asselborn, Luigi Di Maio, Augusto Santos Silva, Heiko Maas, "
        "Abdul Aziz bin Abdul Rahman al-Mahmoud, Nguyễn Xuân Phúc, Ursula von der Leyen, Josep Borrell i Fontelles "
    )
    assert reason(f"The ministers who met in Luxembourg were {members * 5}and others.") is None
    names = "Élysée Quai d'Orsay Conseil des ministres de la République Comité de la Défense nationale " * 4
    assert reason(f"{ENGLISH}\n{names}") is None


def test_list_of_names_and_title_case_lines_are_read() -> None:
    assert reason("Sergey Lavrov, Foreign Minister, Russia\nJean-Yves Le Drian, Minister, France\n" * 30) is None
    assert reason("Kremlin Vows Response As Washington Slaps Sanctions On Moscow\n" * 30) is None


def test_transcript_is_read() -> None:
    lines = "QUESTION: Will you go to Geneva?\n\nMR. PRICE: We will. I don’t have anything to say about that, Matt.\n\n"
    assert reason(lines * 10) is None


@pytest.mark.parametrize("language", NEWS)
def test_english_that_quotes_another_language_is_read(language: str) -> None:
    assert reason(f"{ENGLISH}\n“{NEWS[language]}”\n\n{ENGLISH}") is None
    assert reason(f"{NEWS[language]}\n\n{ENGLISH}") is None


@pytest.mark.parametrize("language", NEWS)
def test_other_language_that_quotes_english_is_not_read(language: str) -> None:
    assert reason(f"{NEWS[language] * 4} “We are not there yet, and it is up to them.”") is not None


@pytest.mark.parametrize("language", NEWS)
def test_short_text_is_read(language: str) -> None:
    assert reason(NEWS[language][:60]) is None


def test_number_of_words_that_makes_a_text_long() -> None:
    assert reason("mot " * 39) is None
    assert reason("mot " * 40) == "not in English"


def test_front_matter_does_not_count_and_is_not_told_of() -> None:
    front = "---\ntitle: The minister said that it was the end of the talks\ntags: {of: the}\n---\n"
    assert reason(front + NEWS["Italian"], "a.md") == "not in English (Italian)"


def test_standard_input_is_told_too() -> None:
    assert reason(NEWS["German"], "-") == "not in English (German)"


def test_only_the_beginning_decides() -> None:
    assert reason(ENGLISH * 100 + NEWS["Spanish"] * 1_000) is None
    assert reason(NEWS["Spanish"] * 100 + ENGLISH * 1_000) == "not in English (Spanish)"


def test_text_at_hand_is_read_whatever_its_language() -> None:
    assert read_text(NEWS["French"]).text == NEWS["French"]
