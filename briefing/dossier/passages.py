"""Where an item leads: a place in an article, with the other places there that name the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.dossier.catalogue import Catalogue, Item, sentence_of
from briefing.model import Evidence, Span, Statement
from briefing.record import record


@record(frozen=True, slots=True)
class Passage:
    """A place in a document: what is looked at there, all of its mentions, and which of them is the current one.

    ``name`` is what the mentions name. ``sentence`` holds the evidence and ``rule`` says what read it; ``statement``
    is the id of the statement, where it is one.
    """

    document: str
    name: str
    mentions: tuple[Span, ...]
    current: int
    sentence: Span
    rule: str
    statement: str | None = None


def parted(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, without those that begin inside an earlier one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def position_of(mentions: Sequence[Span], offset: int) -> int:
    """Return which mention holds an offset, or is the last before it; the first where none is."""
    return max(0, bisect_right(mentions, offset, key=lambda mention: mention.start) - 1)


def passage_of_evidence(catalogue: Catalogue, item: Item, evidence: Evidence) -> Passage:
    """Return the passage of one piece of an item's evidence, among all of the item's evidence in that document."""
    places = catalogue.places_in(item, evidence.document)
    mentions = parted([*places, Span(evidence.start, evidence.end)])
    return Passage(
        document=evidence.document,
        name=catalogue.title(item),
        mentions=mentions,
        current=position_of(mentions, evidence.start),
        sentence=evidence.sentence,
        rule=evidence.rule,
    )


def passage_of_statement(catalogue: Catalogue, statement: Statement) -> Passage:
    """Return the passage of a statement: where its speaker is named in that document, beginning at its source."""
    found = statement.evidence
    source = statement.source[0] if statement.source else Span(found.start, found.end)
    passage = replace(_speaker(catalogue, statement, source), sentence=found.sentence, rule=found.rule)
    return replace(passage, statement=statement.id, current=position_of(passage.mentions, source.end - 1))


def _speaker(catalogue: Catalogue, statement: Statement, source: Span) -> Passage:
    found = statement.evidence
    if statement.actor is None:
        name = catalogue.text(found.document, source)
        return Passage(found.document, name, (source,), 0, found.sentence, found.rule)
    item = Item("actor", statement.actor)
    places = catalogue.places_in(item, found.document)
    named = any(source.start <= place.start < source.end for place in places)
    mentions = parted(places if named else [*places, source])
    return Passage(found.document, catalogue.title(item), mentions, 0, found.sentence, found.rule)


def newest_passage(catalogue: Catalogue, item: Item) -> Passage | None:
    """Return where an item's newest evidence stands; a dispute's newest position goes before other evidence as new."""
    sentences = catalogue.sentences_of(item)
    if item.kind == "dispute":
        positions = catalogue.positions_on(item.id)
        newest = catalogue.number(sentences[0].document) if sentences else None
        if positions and (newest is None or catalogue.number(positions[0].document) <= newest):
            return passage_of_statement(catalogue, positions[0])
    return passage_of_evidence(catalogue, item, sentences[0]) if sentences else None


@record(frozen=True, slots=True)
class Entries:
    """What an item's detail lists, newest first: statements, and the other sentences that name it."""

    statements: Sequence[Statement]
    sentences: Sequence[Evidence]


def entries_of(catalogue: Catalogue, item: Item) -> Entries:
    """Return what an actor said or the positions on a dispute, and the sentences beside them that name the item."""
    statements: Sequence[Statement] = ()
    if item.kind == "actor":
        statements = catalogue.said_by(item.id)
    elif item.kind == "dispute":
        statements = catalogue.positions_on(item.id)
    told = {sentence_of(statement.evidence) for statement in statements}
    sentences = catalogue.sentences_of(item)
    if told:
        sentences = tuple(found for found in sentences if sentence_of(found) not in told)
    return Entries(statements, sentences)
