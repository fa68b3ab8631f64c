"""What the stages of extraction hand to one another, and its beginning: tokens and table matches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.extraction.quotes import Quotation, find_quotations
from briefing.knowledge.grammar import Grammar
from briefing.knowledge.matcher import Match
from briefing.knowledge.tables import Knowledge
from briefing.knowledge.tokens import Token, normal, tokenize
from briefing.model import ActorKind, Block, BlockKind, Document, Evidence, Span


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
    """Id of the state that a government body speaks for, or of the international body that a person serves."""


@dataclass(slots=True)
class Annotations:
    """A document with what has been found in it so far; each stage fills its own lists, sorted by offset."""

    document: Document
    knowledge: Knowledge
    tokens: list[Token]
    words: list[str]
    """The tokens' normal forms (straight apostrophes)."""
    lowers: list[str]
    """The same in lower case."""
    ends: list[int]
    """Where each token ends."""
    sentences: list[SentenceTokens]
    starts: list[int]
    """Where each sentence begins."""
    matches: list[Match] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    cover: list[Match | None] = field(default_factory=list)
    """For each token the match that covers it."""
    references: list[Reference] = field(default_factory=list)
    actors: dict[str, DraftActor] = field(default_factory=dict)
    instruments: list[InstrumentMention] = field(default_factory=list)

    @property
    def grammar(self) -> Grammar:
        """The small words of English grammar."""
        return self.knowledge.grammar

    def text(self, first: int, last: int) -> str:
        """Return the words of the tokens ``first`` up to but not including ``last``, verbatim."""
        return self.document.text[self.tokens[first].start : self.tokens[last - 1].end]

    def joined(self, index: int) -> bool:
        """Tell whether a token follows the one before it without a blank."""
        return index > 0 and self.tokens[index - 1].end == self.tokens[index].start

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that ends after an offset."""
        return bisect_right(self.ends, offset)

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the quotation between whose marks an offset lies."""
        position = bisect_right(self.quotations, offset, key=lambda quotation: quotation.outer.start) - 1
        if position < 0:
            return None
        quotation = self.quotations[position]
        return quotation if quotation.inner.start <= offset < quotation.inner.end else None

    def references_in(self, start: int, end: int) -> list[Reference]:
        """Return the references that begin in a range of code points."""
        low = bisect_left(self.references, start, key=lambda reference: reference.start)
        high = bisect_left(self.references, end, key=lambda reference: reference.start)
        return self.references[low:high]

    def instruments_in(self, start: int, end: int) -> list[InstrumentMention]:
        """Return the instruments named in a range of code points."""
        return [mention for mention in self.instruments if start <= mention.start < end]

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds an offset."""
        position = bisect_right(self.document.blocks, offset, key=lambda block: block.start) - 1
        return self.document.blocks[position] if position >= 0 else None

    def sentences_in(self, start: int, end: int) -> list[SentenceTokens]:
        """Return the sentences that begin in a range of code points."""
        return self.sentences[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def sentence_at(self, offset: int) -> SentenceTokens:
        """Return the sentence that holds an offset."""
        return self.sentences[max(0, bisect_right(self.starts, offset) - 1)]

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """Return evidence for a range, with the sentence in which it begins."""
        return Evidence(self.document.id, start, end, self.sentence_at(start).span, rule)


def annotate(document: Document, knowledge: Knowledge) -> Annotations:
    """Cut a document's sentences into tokens and match the tables against each sentence."""
    tokens: list[Token] = []
    sentences: list[SentenceTokens] = []
    matches: list[Match] = []
    blocks = iter(document.blocks)
    block = next(blocks, None)
    for span in document.sentences:
        while block is not None and block.end <= span.start:
            block = next(blocks, None)
        first = len(tokens)
        tokens.extend(tokenize(document.text, span.start, span.end))
        sentences.append(SentenceTokens(span, first, len(tokens), block.kind if block else "body"))
    words = [normal(token.text) for token in tokens]
    for sentence in sentences:
        matches.extend(
            Match(match.first + sentence.first, match.last + sentence.first, match.entries)
            for match in knowledge.matcher.match_words(words[sentence.first : sentence.last])
        )
    cover: list[Match | None] = [None] * len(tokens)
    for match in matches:
        cover[match.first : match.last] = [match] * (match.last - match.first)
    return Annotations(
        document,
        knowledge,
        tokens,
        words,
        [word.lower() for word in words],
        [token.end for token in tokens],
        sentences,
        [sentence.span.start for sentence in sentences],
        matches,
        find_quotations(document),
        cover,
    )
