"""What the stages of extraction hand to one another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.knowledge.matcher import Match
from briefing.knowledge.tables import Knowledge
from briefing.knowledge.tokens import Token
from briefing.model import ActorKind, BlockKind, Document, Evidence, Span


class SentenceTokens(NamedTuple):
    """A sentence with its range of tokens (``first`` up to but not including ``last``) and the block it stands in."""

    span: Span
    first: int
    last: int
    block: BlockKind


class Reference(NamedTuple):
    """A place where an actor is named (a name) or meant (``he``, ``both sides``: then one reference an actor)."""

    start: int
    end: int
    kind: ActorKind
    actor: str
    rule: str
    named: bool


class InstrumentMention(NamedTuple):
    """A place where an instrument is named."""

    start: int
    end: int
    instrument: str
    rule: str


@dataclass(slots=True)
class DraftActor:
    """An actor while a document is being read; titles in the order of reading, aliases verbatim."""

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    aliases: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    speaks_for: str | None = None
    """Id of the state that a government body speaks for."""


@dataclass(slots=True)
class Annotations:
    """A document with what has been found in it so far; each stage fills its own lists, sorted by offset."""

    document: Document
    knowledge: Knowledge
    tokens: list[Token]
    sentences: list[SentenceTokens]
    matches: list[Match] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    actors: dict[str, DraftActor] = field(default_factory=dict)
    instruments: list[InstrumentMention] = field(default_factory=list)

    def references_in(self, start: int, end: int) -> list[Reference]:
        """Return the references that begin in a range of code points."""
        low = bisect_left(self.references, start, key=lambda reference: reference.start)
        high = bisect_left(self.references, end, key=lambda reference: reference.start)
        return self.references[low:high]

    def instruments_in(self, start: int, end: int) -> list[InstrumentMention]:
        """Return the instruments named in a range of code points."""
        return [mention for mention in self.instruments if start <= mention.start < end]

    def sentence_at(self, offset: int) -> SentenceTokens:
        """Return the sentence that holds an offset."""
        return self.sentences[max(0, bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1)]

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """Return evidence for a range, with the sentence in which it begins."""
        return Evidence(self.document.id, start, end, self.sentence_at(start).span, rule)
