import time

import pytest
from rich.cells import cell_len

from briefing.model import Span
from briefing.tui import cells
from briefing.tui.cells import cut, cut_at_word, cut_path, fit_members, fit_parts, head, width_of, wrap
from briefing.tui.glyphs import UNICODE
from briefing.tui.widgets.heading import heading_line


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Strategic talks", 15, "Strategic talks"),
        ("Count non-strategic missiles in new talks", 36, "Count non-strategic missiles in new…"),
        ("Talks, then more", 8, "Talks…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
        ("", 5, ""),
        ("anything", 0, ""),
    ],
)
def test_titles_are_cut_at_a_word(text: str, width: int, expected: str) -> None:
    assert cut_at_word(text, width) == expected


def test_only_so_many_lines_are_made_as_are_wanted() -> None:
    assert wrap("one two three", 0, 13, 5) == [Span(0, 3), Span(4, 7), Span(8, 13)]
    assert wrap("one two three", 0, 13, 5, 2) == [Span(0, 3), Span(4, 7)]


def test_names_are_cut_at_the_cell() -> None:
    assert cut("Joseph R. Biden", 10) == "Joseph R.…"
    assert cut("Biden", 5) == "Biden"
    assert cut("会談の日程", 5) == "会談…"


def test_lists_drop_whole_members() -> None:
    members = ["US", "South Korea", "Japan"]
    assert fit_members(members, 30) == "US · South Korea · Japan"
    assert fit_members(members, 19) == "US · South Korea +1"
    assert fit_members(members, 10) == "US +2"
    assert fit_members(["South Korea"], 6) == "South…"
    assert fit_members([], 6) == ""


def test_parts_of_a_line_are_dropped_whole_from_the_end() -> None:
    assert fit_parts(["AP, 23 Jul 2021", "body", "rule name"], 24) == "AP, 23 Jul 2021 · body"
    assert fit_parts(["AP, 23 Jul 2021", "body"], 9) == "AP, 23…"


def test_paths_are_cut_in_the_middle_and_keep_the_file_name() -> None:
    assert cut_path("clips/2021/07/scan-04.txt", 20) == "clips/2…/scan-04.txt"
    assert cut_path("a/b.txt", 20) == "a/b.txt"
    assert cut_path("folder/a-very-long-file-name.txt", 12) == "a-very-long…"


def test_width_counts_cells_and_not_characters() -> None:
    assert width_of("“Talks” – …") == 11
    assert width_of("会談") == 4
    assert width_of("e\u0301") == 1


def test_a_head_is_bounded_even_where_nothing_has_width() -> None:
    assert len(head("\u0301" * 100_000, 10)) <= 40
    assert head("会談の", 5) == "会談"


def lines(text: str, width: int) -> list[str]:
    return [text[span.start : span.end] for span in wrap(text, 0, len(text), width)]


def test_text_is_wrapped_at_blanks() -> None:
    assert lines("The two sides expect to explore", 12) == ["The two", "sides expect", "to explore"]
    assert lines("one\ntwo   three", 7) == ["one\ntwo", "three"]
    assert lines("", 7) == [""]
    assert lines("exactly ten", 11) == ["exactly ten"]


def test_a_word_without_blanks_is_wrapped_at_the_cell() -> None:
    assert lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert lines("会談の日程", 4) == ["会談", "の日", "程"]


def test_wrapped_lines_lose_no_word_and_fit() -> None:
    text = "Deputy Foreign Minister “Сергей Рябков” — 会談 — will meet, e\u0301tc. " * 20
    for width in (1, 2, 3, 7, 30, 72):
        spans = wrap(text, 0, len(text), width)
        assert "".join(text[span.start : span.end] for span in spans).replace(" ", "") == text.replace(" ", "")
        assert all(cell_len(text[span.start : span.end]) <= max(2, width) for span in spans)


def test_only_the_asked_stretch_is_wrapped() -> None:
    assert wrap("one two three", 4, 7, 10) == [Span(4, 7)]


@pytest.mark.parametrize("text", ["x" * 500_000, "word " * 100_000, "会" * 250_000, "e\u0301" * 250_000])
def test_wrapping_takes_time_that_grows_with_the_text_alone(text: str) -> None:
    begin = time.thread_time()
    wrap(text, 0, len(text), 72)
    assert time.thread_time() - begin < 3


def test_of_a_text_that_is_much_too_long_only_the_beginning_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = []

    def measure(text: str) -> int:
        measured.append(len(text))
        return cell_len(text)

    monkeypatch.setattr(cells, "cell_len", measure)
    text = "会談 " * 20_000
    assert cells.fit_members([text, text], 20).endswith("… +1")
    assert cells.fit_parts([text, text], 20).endswith("…")
    assert cells.cut(text, 20).endswith("…")
    assert max(measured) <= 80
    heading_line(text, text, 80, UNICODE)
    assert max(measured) <= 320
