"""Statements without a verb of saying: quotations beside their speaker, and what is in an issuer's own voice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from briefing.extraction.annotations import Annotations, Reference, SentenceTokens
from briefing.extraction.claims import Draft
from briefing.extraction.contents import Content
from briefing.extraction.kinds import kind_of, stance_signs
from briefing.extraction.quotes import Quotation
from briefing.extraction.sources import Source
from briefing.extraction.subjects import Subjects
from briefing.model import Span

_FEWEST_TOKENS = 5
_HEADLINES = 3
_UNDERTAKING = frozenset({"will", "shall", "commits", "undertakes", "agrees"})
_LISTING = frozenset({"the", "and", ","})
_FRAMEWORKS = frozenset({"framework", "arrangement"})


class UncuedStatements:
    """Finds statements that no cue introduces."""

    def __init__(self, annotations: Annotations, subjects: Subjects) -> None:
        self.annotations = annotations
        self.subjects = subjects
        self.voices = subjects.voices

    def continued(self, sentence: SentenceTokens, last: Draft) -> Iterator[Draft]:
        """Yield a quotation that follows a statement in its paragraph without a source of its own."""
        quotation = self.annotations.quotation_at(sentence.span.start + 1)
        text = self.annotations.document.text
        if quotation is None or not last.groups:
            return
        apart = text[last.sentence.span.start : sentence.span.start].count("\n\n")
        if apart > 1 or (apart and not self._is_whole_paragraph(quotation, last)):
            return
        if any(p.start <= quotation.inner.start < p.end for p in last.content.pieces):
            return
        if "quote" not in last.groups[-1].cue.takes or quotation.outer.start > sentence.span.start:
            return
        content = Content((quotation.inner,), quoted=True)
        kind, negated = kind_of(self.annotations, last.groups, content, last.source.actors)
        yield last._replace(
            sentence=sentence,
            content=content,
            kind=kind,
            negated=negated,
            rule="quotation continued from the sentence before",
        )

    def _is_whole_paragraph(self, quotation: Quotation, last: Draft) -> bool:
        """Tell whether a quotation fills its paragraph, behind one person's quoted words: it goes on with them."""
        block = self.annotations.block_at(quotation.outer.start)
        persons = [actor for actor in last.source.actors if self.annotations.actors[actor].kind == "person"]
        if block is None or len(persons) != 1 or not last.content.quoted:
            return False
        return (block.start, block.end) == (quotation.outer.start, quotation.outer.end)

    def after_its_speaker(self, sentence: SentenceTokens, before: SentenceTokens | None) -> Iterator[Draft]:
        """Yield a quotation without a cue, in the paragraph whose sentence before has a person for its subject."""
        quotation = self.annotations.quotation_at(sentence.span.start + 1)
        if quotation is None or before is None or quotation.outer.start != sentence.span.start:
            return
        text = self.annotations.document.text
        source = self.subjects.of_sentence(before)
        if source is None or "\n\n" in text[before.span.start : sentence.span.start]:
            return
        if any(self.annotations.actors[actor].kind == "person" for actor in source.actors):
            yield self._claim(sentence, source, Content((quotation.inner,), quoted=True), "quotation after its speaker")

    def behind_colon(self, sentence: SentenceTokens) -> Iterator[Draft]:
        """Yield a quotation that a sentence about a person leads up to: ``Zelensky was blunt: "..."``."""
        quotation = next((q for q in self.annotations.quotations if sentence.span.start < q.outer.start), None)
        if quotation is None or quotation.outer.start >= sentence.span.end:
            return
        before = self.annotations.token_at(quotation.outer.start - 1) - 1
        source = self.subjects.of_sentence(sentence)
        if source is None or self.annotations.words[before] != ":":
            return
        if any(self.annotations.actors[actor].kind == "person" for actor in source.actors):
            yield self._claim(sentence, source, Content((quotation.inner,), quoted=True), "quotation behind a colon")

    def undertaking(self, sentence: SentenceTokens) -> Iterator[Draft]:
        """Yield what the text of a deal says that its parties will do: ``China will purchase ...``."""
        lowers = self.annotations.lowers
        first = sentence.first + (2 if lowers[sentence.first + 1 : sentence.first + 2] == [","] else 0)
        if not self._tells_a_deal or first >= sentence.last:
            return
        parties: list[Reference] = []
        behind = first
        for reference in self.annotations.references_in(self.annotations.tokens[first].start, sentence.span.end):
            between = lowers[behind : self.annotations.token_at(reference.start)]
            if reference.kind == "person" or not _LISTING.issuperset(between):
                break
            parties.append(reference)
            behind = self.annotations.token_at(reference.end)
        if not parties or lowers[behind] not in _UNDERTAKING:
            return
        source = Source(first, behind, tuple(dict.fromkeys(party.actor for party in parties)))
        content = Content((Span(self.annotations.tokens[behind].start, sentence.span.end),), quoted=False)
        yield Draft(sentence, source, (), content, "agree", False, None, "undertaking in the text of a deal")

    def own_voice(self, sentence: SentenceTokens) -> Iterator[Draft]:
        """Yield what a sentence says in the voice of its speaker's turn, or of the statement's issuer."""
        turn = self.voices.turn_at(sentence.span.start)
        speakers = self.voices.speaking_at(sentence.span.start)
        start = max(sentence.span.start, turn.start) if turn is not None else sentence.span.start
        first = self.annotations.token_at(start)
        if not speakers or sentence.last - first < _FEWEST_TOKENS or self.annotations.words[sentence.last - 1] == "?":
            return
        named = self.annotations.references_in(*sentence.span)
        if turn is None and named and named[0].kind == "person":
            return
        source = Source(first, first + 1, speakers)
        rule = "turn of a speaker" if turn is not None else "claim in an issued statement"
        yield self._claim(sentence, source, Content((Span(start, sentence.span.end),), quoted=turn is not None), rule)

    @cached_property
    def _tells_a_deal(self) -> bool:
        """Whether what follows is the text of a deal: issued, or a fact sheet, under a headline that names the deal."""
        deals = self.annotations.knowledge.events.made_nouns | _FRAMEWORKS
        for sentence in self.annotations.sentences[:_HEADLINES]:
            words = self.annotations.lowers[sentence.first : sentence.last]
            issued = bool(self.voices.issuers) or words[:2] == ["fact", "sheet"]
            if sentence.block == "headline" and issued and not deals.isdisjoint(words):
                return True
        return False

    def _claim(self, sentence: SentenceTokens, source: Source, content: Content, rule: str) -> Draft:
        """Return a statement without a cue: its kind is what its own words are a sign of."""
        first, last = self.annotations.token_at(content.pieces[0].start), sentence.last
        kind = stance_signs(self.annotations, first, last) or "state"
        return Draft(sentence, source, (), content, kind, negated=False, reported_by=None, rule=rule)
