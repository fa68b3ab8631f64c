"""Reading four times as much takes about four times as long, whatever is read."""

from collections.abc import Callable
from functools import partial

import pytest

from briefing.reading.documents import read_data, read_text
from briefing.reading.sentences import MAX_LENGTH
from tests.growth import assert_linear

SIZE = 20_000
HOSTILE: dict[str, Callable[[int], str]] = {
    "a line without a full stop": lambda n: "word " * (n // 5),
    "a single word": lambda n: "x" * n,
    "full stops": lambda n: "a. " * (n // 3),
    "full stops without blanks": lambda n: "." * n + "x",
    "stops, then quotes": lambda n: "." * (n // 2) + '"' * (n // 2) + "x",
    "quotes": lambda n: '"a" ' * (n // 4),
    "opening brackets": lambda n: "a" + "([" * (n // 2),
    "blanks": lambda n: "a." + " " * n + "b",
    "empty lines": lambda n: "a\n\n" * (n // 3),
    "short lines": lambda n: "ab\n" * (n // 3),
    "list signs": lambda n: "- a\n" * (n // 4),
    "quotation signs": lambda n: ">" * n + " a",
    "links": lambda n: "# a" + "[a](" * (n // 4),
    "initials": lambda n: "A. " * (n // 3),
    "capitals before a dash": lambda n: "WASHINGTON, " * (n // 12) + "— a",
    "names": lambda n: "Joe Biden met Putin. " * (n // 21),
    "dates": lambda n: "Friday, July 23, 2021 " * (n // 22),
    "captions": lambda n: "In this photo, July 23, 2021 (AP Photo/x)\n\n" * (n // 43),
    "escape sequences": lambda n: "a\x1b]52;c;x\x07" * (n // 10),
    "front matter never closed": lambda n: "---\n" + "a: b\n" * (n // 5),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_with_the_text(kind: str) -> None:
    read_text("The tables are loaded before the clock runs.")
    assert_linear(lambda size: partial(read_text, HOSTILE[kind](size), path="a.md"), SIZE)


def test_sentences_of_a_line_of_half_a_megabyte_are_bounded() -> None:
    reading = read_data(("the word " * 60_000).encode(), "a.txt")
    assert reading.document is not None
    lengths = [end - start for start, end in reading.document.sentences]
    assert max(lengths) <= MAX_LENGTH
    assert sum(lengths) + len(lengths) == 540_000
