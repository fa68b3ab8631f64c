"""Actors who say or do the same as the one before: ``Algeria praised it, and so did Jordan``, ``as did Jordan``."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extraction.annotations import Annotations, SentenceTokens
from briefing.extraction.claims import Draft
from briefing.extraction.contents import Content
from briefing.extraction.sources import following_source
from briefing.model import Span

_OPENINGS = frozenset({"so", "as"})
_AFTER = 3
"""How many tokens behind what is said an echo may begin: a comma and ``and``."""


def echoes(annotations: Annotations, sentence: SentenceTokens, draft: Draft) -> Iterator[Draft]:
    """Yield a statement without the actors that echo it, then the statement of those actors; else the statement."""
    opening = _opening(annotations, sentence, draft)
    source = following_source(annotations, sentence, opening + 2, speech=False) if opening is not None else None
    if opening is None or source is None or not source.actors:
        yield draft
        return
    index = opening
    while annotations.lowers[index - 1] in {",", "and"}:
        index -= 1
    last = draft.content.pieces[-1]
    pieces = (*draft.content.pieces[:-1], Span(last.start, min(last.end, annotations.tokens[index - 1].end)))
    said = draft._replace(content=Content(pieces, draft.content.quoted))
    yield said
    yield said._replace(source=source, rule=f"{draft.rule}, echoed")


def _opening(annotations: Annotations, sentence: SentenceTokens, draft: Draft) -> int | None:
    """Return where ``so did`` or ``as did`` stands in the content of a statement, or null."""
    start = draft.content.pieces[-1].start
    end = annotations.token_at(draft.content.pieces[-1].end) + _AFTER
    for index in range(max(annotations.token_at(start), sentence.first) + 2, min(end, sentence.last - 2)):
        if annotations.lowers[index] not in _OPENINGS or annotations.lowers[index - 1] not in {",", "and"}:
            continue
        if annotations.lowers[index + 1] in annotations.grammar.finite_auxiliaries:
            return index
    return None
