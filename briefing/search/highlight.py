"""The letters of a text that answer a query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from briefing.search.alignment import Pair
from briefing.search.folding import Word, letters_of
from briefing.search.similarity import QueryWord

Range = tuple[int, int]


def highlight(
    text: str, named: Sequence[Word], question: Sequence[QueryWord], pairs: Sequence[Pair]
) -> tuple[Range, ...]:
    """Return what to highlight in a text, given its words and the pairs found: ordered ranges of code points."""
    found: list[Range] = []
    for pair in pairs:
        found += _in_word(text, named[pair.named], question[pair.asked].text)
    return tuple(_merged(sorted(found)))


def _in_word(text: str, word: Word, typed: str) -> Iterator[Range]:
    """Yield the letters of a word that were typed, or the whole word where they are too few to recognise it by."""
    places = [place for place in range(word.start, word.end) for _ in letters_of(text[place])]
    blocks = [block for block in Indel.editops(typed, word.text).as_matching_blocks() if block.size]
    same = sum(block.size for block in blocks)
    begun = word.text.startswith(typed)
    if len(places) != len(word.text) or (2 * same < len(word.text) and not begun):
        yield word.start, word.end
        return
    for block in blocks:
        yield places[block.b], places[block.b + block.size - 1] + 1


def _merged(ranges: Sequence[Range]) -> Iterator[Range]:
    start, end = -1, -1
    for low, high in ranges:
        if low <= end:
            end = max(end, high)
            continue
        if end > start:
            yield start, end
        start, end = low, high
    if end > start:
        yield start, end
