from briefing.reading.copies import Copies, resemblance, sketch

WORDS = [f"word{number}" for number in range(300)]
TEXT = " ".join(WORDS)


def changed(*places: int) -> str:
    return " ".join("other" if at in places else word for at, word in enumerate(WORDS))


def test_a_text_resembles_itself_wholly_and_another_not_at_all() -> None:
    assert resemblance(sketch(TEXT), sketch(TEXT.upper())) == 1.0
    assert resemblance(sketch(TEXT), sketch(" ".join(reversed(WORDS)))) == 0.0


def test_a_few_words_changed_make_no_other_text() -> None:
    copies = Copies()
    assert copies.original_of("first", sketch(TEXT)) is None
    assert copies.original_of("second", sketch(changed(10, 200))) == "first"
    assert copies.original_of("third", sketch(changed(*range(0, 300, 10)))) is None


def test_short_texts_are_never_copies() -> None:
    copies = Copies()
    assert copies.original_of("first", sketch("Talks went on.")) is None
    assert copies.original_of("second", sketch("Talks went on.")) is None


def test_a_copy_is_found_among_many() -> None:
    copies = Copies()
    for number in range(500):
        assert copies.original_of(str(number), sketch(" ".join(f"{word}x{number}" for word in WORDS))) is None
    assert copies.original_of("copy", sketch(" ".join(f"{word}x77" for word in WORDS[3:]))) == "77"
