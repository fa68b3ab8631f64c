"""Drafts of statements, and the statements of the model made from them, one an actor."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.extraction.annotations import Annotations, SentenceTokens
from briefing.extraction.contents import Content
from briefing.extraction.cues import VerbGroup
from briefing.extraction.sources import Source
from briefing.model import Evidence, Span, Statement, StatementKind

_FEWEST_WORDS = 5
"""A sentence of a long quotation with fewer words shows no position of its own."""


class Draft(NamedTuple):
    """A statement before its disputes are known; one a source, with the sentence that shows it."""

    sentence: SentenceTokens
    source: Source
    groups: tuple[VerbGroup, ...]
    content: Content
    kind: StatementKind
    negated: bool
    reported_by: str | None
    rule: str


def statement(annotations: Annotations, draft: Draft, actor: str | None, disputes: Sequence[str]) -> Statement:
    """Return a draft as the statement of one actor."""
    source = draft.source.spans(annotations) if draft.groups else ()
    cue = _cue_spans(annotations, draft.groups)
    text = annotations.document.text
    words = "|".join([*(text[s.start : s.end] for s in cue), actor or "", str(draft.content.pieces[0].start)])
    digest = hashlib.sha256(words.encode()).hexdigest()[:8]
    return Statement(
        id=f"{annotations.document.id}-{digest}",
        document=annotations.document.id,
        actor=actor,
        kind=draft.kind,
        quoted=draft.content.quoted,
        negated=draft.negated,
        reported_by=draft.reported_by,
        disputes=tuple(disputes),
        source=source,
        cue=cue,
        content=draft.content.pieces,
        evidence=_evidence(annotations, draft),
        further=tuple(_further(annotations, draft)),
    )


def _cue_spans(annotations: Annotations, groups: Sequence[VerbGroup]) -> tuple[Span, ...]:
    if not groups:
        return ()
    tokens = annotations.tokens
    first, last = groups[0].first, groups[-1].last
    return (Span(tokens[first].start, tokens[last - 1].end),)


def _evidence(annotations: Annotations, draft: Draft) -> Evidence:
    """Return the evidence: the whole of source, cue and content as far as it lies in the sentence that shows it."""
    shown = draft.sentence.span
    first = draft.content.pieces[0]
    if not shown.start <= first.start < shown.end:
        shown = annotations.sentence_at(first.start).span
    start = max(shown.start, first.start)
    end = min(shown.end, max(first.end, start + 1))
    return Evidence(annotations.document.id, start, end, shown, draft.rule)


def _further(annotations: Annotations, draft: Draft) -> Iterator[Evidence]:
    """Yield the sentences after the first that a quotation holds whole, but for questions and exclamations."""
    if not draft.content.quoted:
        return
    shown = _evidence(annotations, draft).sentence
    for piece in draft.content.pieces:
        for sentence in annotations.sentences_in(piece.start, piece.end):
            span = sentence.span
            if span == shown or span.start < piece.start or sentence.last - sentence.first < _FEWEST_WORDS:
                continue
            if annotations.words[sentence.last - 1] != "?":
                yield Evidence(annotations.document.id, span.start, min(span.end, piece.end), span, draft.rule)
