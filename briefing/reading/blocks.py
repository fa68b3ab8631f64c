"""Telling the parts of an article apart: headline, byline, date line, dateline, caption, body and credit."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.knowledge.tables import Knowledge
from briefing.model import Block, BlockKind, Span
from briefing.reading.dateline import find_dateline
from briefing.reading.paragraph_kinds import (
    is_abbreviated,
    is_byline,
    is_caption,
    is_credit,
    is_date_line,
    is_place_line,
    is_stopped,
)
from briefing.reading.paragraphs import paragraphs

_LONGEST_HEADLINE = 300
_MOST_HEADLINE_WORDS = 40
_LONGEST_TOP = 12
"""How many paragraphs above the body can be other than body."""


def one_line(text: str, start: int, end: int) -> str:
    """Return a piece of a text on one line, without white space around it."""
    return " ".join(text[start:end].split())


def blocks(text: str, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the blocks of a cleaned text in order; what stands between them has no words."""
    spans = paragraphs(text)
    found: list[Block] = []
    in_top = True
    for position, span in enumerate(spans):
        kind: BlockKind
        words = _words(text, span)
        if _is_marked_heading(text, span):
            kind = "headline"
        elif in_top and position < _LONGEST_TOP:
            kind = _kind_in_top(
                words, found, knowledge, after=_words(text, spans[position + 1]) if position + 1 < len(spans) else ""
            )
        else:
            kind = _kind_below(words, knowledge, is_last=position + 2 >= len(spans))
        in_top = in_top and kind != "body"
        found.append(Block(kind, span.start, span.end))
    return tuple(found)


def _words(text: str, span: Span) -> str:
    return one_line(text, span.start, span.end).strip("*_ ")


def _kind_in_top(words: str, above: Sequence[Block], knowledge: Knowledge, *, after: str) -> BlockKind:
    kinds = [block.kind for block in above]
    kind = _kind_by_words(words, knowledge)
    dateline = find_dateline(words, 0, len(words), knowledge) if kind is None else None
    if dateline is not None:
        kind = "body" if words[dateline.end :].strip() else "dateline"
    if kind is None and is_date_line(words, knowledge, as_headline="headline" not in kinds):
        kind = "date"
    if kind is None and is_byline(words, knowledge):
        kind = "byline"
    if kind is None and "headline" in kinds and is_place_line(words):
        kind = "dateline"
    if kind is None and after and _is_headline(words) and ("headline" not in kinds or _is_deck(words, kinds)):
        kind = "credit" if _is_rubric(words, after, knowledge) else "headline"
    return kind or "body"


def _kind_below(words: str, knowledge: Knowledge, *, is_last: bool) -> BlockKind:
    kind = _kind_by_words(words, knowledge)
    if kind is None and is_last and is_date_line(words, knowledge):
        kind = "date"
    return kind or "body"


def _kind_by_words(words: str, knowledge: Knowledge) -> BlockKind | None:
    if is_credit(words):
        return "credit"
    return "caption" if is_caption(words, knowledge) else None


def _is_headline(words: str) -> bool:
    if len(words) > _LONGEST_HEADLINE or len(words.split()) > _MOST_HEADLINE_WORDS:
        return False
    return not is_stopped(words) or is_abbreviated(words) or words.endswith(("?", "!"))


def _is_rubric(words: str, after: str, knowledge: Knowledge) -> bool:
    """Tell whether a line such as ``World`` or ``Middle East`` is the name of a section above the headline."""
    return (
        len(words.split()) <= 2 and len(after.split()) >= 4 and _is_headline(after) and not _is_label(after, knowledge)
    )


def _is_label(words: str, knowledge: Knowledge) -> bool:
    if _kind_by_words(words, knowledge) is not None or is_date_line(words, knowledge) or is_byline(words, knowledge):
        return True
    return find_dateline(words, 0, len(words), knowledge) is not None


def _is_deck(words: str, kinds: Sequence[BlockKind]) -> bool:
    return kinds[-1] == "headline" and kinds.count("headline") == 1 and len(words.split()) >= 4


def _is_marked_heading(text: str, span: Span) -> bool:
    return "#" in text[text.rfind("\n", 0, span.start) + 1 : span.start]
