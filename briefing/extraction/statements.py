"""Statements: who says, wants, denies ... what, put together from cues, sources and contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.extraction.annotations import Annotations, SentenceTokens
from briefing.extraction.claims import Draft
from briefing.extraction.contents import Content, content_of
from briefing.extraction.cues import NOUN, VerbGroup, find_cues
from briefing.extraction.echoes import echoes
from briefing.extraction.kinds import kind_of
from briefing.extraction.quotes import Quotation
from briefing.extraction.sources import Source
from briefing.extraction.subjects import Subjects
from briefing.extraction.uncued import UncuedStatements
from briefing.extraction.voices import Voices
from briefing.model import Span, StatementKind

_MOST_BEFORE_SUBJECT = 4
_MOST_BEFORE_OWN_VERB = 4
_SUBJECTS_AGAIN = frozenset({"that", "they", "it", "he", "she", "we"})
_OPEN_QUESTIONS = (["whether"], ["if"], ["unless"])
"""What follows one of these is not said to be so: ``asked whether he would accept``."""
_POSSIBLY = frozenset({"could", "may", "might"})
_WITHOUT_STATEMENTS = frozenset({"date", "byline", "credit"})


def find_statements(annotations: Annotations) -> list[Draft]:
    """Return the statements of a document in the order of the text."""
    return list(_StatementFinder(annotations).run())


class _StatementFinder:
    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self.subjects = Subjects(annotations, Voices(annotations))
        self.uncued = UncuedStatements(annotations, self.subjects)

    def run(self) -> Iterator[Draft]:
        before: SentenceTokens | None = None
        for sentence in self.annotations.sentences:
            if sentence.block in _WITHOUT_STATEMENTS:
                continue
            found = [echo for draft in self._sentence(sentence) for echo in echoes(self.annotations, sentence, draft)]
            if not found:
                found = list(self.uncued.behind_colon(sentence))
            if not found and self.subjects.last is not None:
                found = list(self.uncued.continued(sentence, self.subjects.last))
            if not found:
                found = list(self.uncued.after_its_speaker(sentence, before))
            others = any(draft.source.actors or self._heads(sentence, draft) for draft in found)
            if sentence.block == "body" and not others:
                found += list(self.uncued.undertaking(sentence)) or self.uncued.own_voice(sentence)
            yield from found
            self.subjects.remember(found)
            before = sentence

    def _heads(self, sentence: SentenceTokens, draft: Draft) -> bool:
        """Tell whether somebody else, though nobody known, is the subject of the sentence: ``Officials maintain``."""
        naming, grammar = self.annotations.knowledge.naming, self.annotations.grammar
        words = set(self.annotations.lowers[draft.source.first : draft.source.last])
        somebody = words & (naming.government_nouns | naming.person_nouns | grammar.unknown_speakers)
        return draft.source.first - sentence.first <= _MOST_BEFORE_SUBJECT and bool(somebody)

    def _sentence(self, sentence: SentenceTokens) -> list[Draft]:
        drafts: list[Draft] = []
        groups = find_cues(self.annotations, sentence)
        position = 0
        while position < len(groups):
            chain = self._chain(groups, position)
            position += len(chain)
            draft = self._draft(sentence, chain, drafts, groups[position:])
            if draft is None and len(chain) > 1:
                draft = self._draft(sentence, chain[:1], drafts, groups[position:])
            if draft is None:
                continue
            if drafts and self._goes_on(drafts[-1].source, draft.source):
                drafts[-1] = self._cut(drafts[-1], chain[0], draft.source)
            drafts.append(draft)
        return drafts

    def _draft(
        self,
        sentence: SentenceTokens,
        chain: tuple[VerbGroup, ...],
        before: Sequence[Draft],
        following: Sequence[VerbGroup],
    ) -> Draft | None:
        quotation = self.annotations.quotation_at(self.annotations.tokens[chain[0].verb].start)
        if quotation is not None and not self._speaks_here(quotation):
            if self.annotations.tokens[chain[0].first].start != quotation.inner.start:
                return None
            quotation = None  # the words quoted begin with the verb: N "commended the parties"
        last = before[-1].source if before else None
        source = self.subjects.source(sentence, chain[0], last, quotation)
        if source is None or self.annotations.lowers[source.first - 1 : source.first] in _OPEN_QUESTIONS:
            return None
        if self._is_neither(sentence, source):
            return None
        around = self._around(before, chain[0])
        if around is not None and self._not_only(around, chain[0]):
            return None
        if chain[0].inflection == NOUN and (around is not None or self._in_object(before, chain[0])):
            return None
        goes_on = last is not None and self._goes_on(last, source)
        if around is not None and not goes_on and not self._stands_alone(around, source):
            return None
        content = content_of(self.annotations, sentence, chain, source)
        if content is None or self._is_silent(chain[-1], content) or self._is_possible(chain[0]):
            return None
        reporter = self._carrier(around, source) if around is not None else None
        kind, negated = kind_of(self.annotations, chain, content, self._own(source))
        if kind == "state" and not negated and not content.quoted:
            kind, negated = self._own_stance(following, content, source) or (kind, negated)
        if negated and kind == "state" and not content.quoted:
            return None
        return Draft(sentence, source, chain, content, kind, negated, reporter, _rule(chain[-1], content))

    def _is_silent(self, group: VerbGroup, content: Content) -> bool:
        """Tell whether somebody only says nothing: ``declined to comment on the attack``."""
        first = self.annotations.token_at(content.pieces[0].start)
        silences = self.annotations.knowledge.speech.silences
        infinitive = self.annotations.lowers[first : first + 1] == ["to"]
        return group.cue.kind == "oppose" and infinitive and self.annotations.lowers[first + 1] in silences

    def _is_possible(self, group: VerbGroup) -> bool:
        """Tell whether something may be said and has not been: ``Iran could agree to limits``."""
        words = set(self.annotations.lowers[group.first : group.verb])
        return not words.isdisjoint(_POSSIBLY) and not group.negated

    def _own_stance(
        self, following: Sequence[VerbGroup], content: Content, source: Source
    ) -> tuple[StatementKind, bool] | None:
        """Return the stance that a speaker reports as their own side's: ``Lavrov said Russia rejects``."""
        if not following or not source.actors:
            return None
        group = following[0]
        start, end = content.pieces[-1].start, self.annotations.tokens[group.first].start
        between = self.annotations.document.text[start:end].lower().split()
        references = self.annotations.references_in(start, end)
        named = {reference.actor for reference in references}
        beside = any(self.annotations.token_at(reference.end) == group.first for reference in references)
        subjects = beside and named <= self._own(source)
        subjects = subjects or between[-1:] in (["it"], ["they"], ["he"], ["she"])
        if not subjects or len(between) > _MOST_BEFORE_OWN_VERB or group.passive or group.cue.kind == "state":
            return None
        own = content._replace(pieces=(Span(end, max(end + 1, content.pieces[-1].end)),))
        return kind_of(self.annotations, (group,), own, self._own(source))

    def _own(self, source: Source) -> set[str]:
        """Return the actors of a source and the states they speak for."""
        drafts = [self.annotations.actors[actor] for actor in source.actors]
        states = {draft.country.lower() for draft in drafts if draft.country and draft.kind == "person"}
        return {*source.actors, *states, *(draft.speaks_for for draft in drafts if draft.speaks_for)}

    def _goes_on(self, one: Source, other: Source) -> bool:
        """Tell whether a source goes on speaking: ``urged A and rejected B``, ``urged A, and it rejected B``."""
        if one is other:
            return True
        before = self.annotations.lowers[other.first - 1 : other.first]
        again = other.last - other.first == 1 and self.annotations.lowers[other.first] in _SUBJECTS_AGAIN
        return one.actors == other.actors and again and before in (["and"], ["but"])

    def _cut(self, draft: Draft, following: VerbGroup, source: Source) -> Draft:
        """End a statement's content where the next verb of the same subject begins."""
        index = following.first if source is draft.source else source.first
        while index > 0 and self.annotations.lowers[index - 1] in {"and", "but", "or", ",", "then", "also"}:
            index -= 1
        end = self.annotations.tokens[index - 1].end
        last = draft.content.pieces[-1]
        if draft.content.quoted or not last.start < end < last.end:
            return draft
        pieces = (*draft.content.pieces[:-1], Span(last.start, end))
        return draft._replace(content=Content(pieces, quoted=False))

    def _speaks_here(self, quotation: Quotation) -> bool:
        """Tell whether a cue inside a quotation belongs to a document that is one long quoted statement."""
        return quotation.outer.end - quotation.outer.start > len(self.annotations.document.text) / 2

    def _chain(self, groups: Sequence[VerbGroup], position: int) -> tuple[VerbGroup, ...]:
        """Join to a plain saying the cue of the same actor that sharpens it: ``have said they will insist``."""
        chain = [groups[position]]
        for following in groups[position + 1 :]:
            between = self.annotations.lowers[chain[-1].last : following.first]
            if chain[-1].cue.kind != "state" or len(between) > 2 or not set(between) <= _SUBJECTS_AGAIN:
                break
            chain.append(following)
        return tuple(chain)

    def _around(self, before: Sequence[Draft], group: VerbGroup) -> Draft | None:
        """Return the statement of the same sentence inside whose content a cue stands."""
        start = self.annotations.tokens[group.verb].start
        return next((d for d in before if any(p.start <= start < p.end for p in d.content.pieces)), None)

    def _in_object(self, before: Sequence[Draft], group: VerbGroup) -> bool:
        """Tell whether a noun stands between a verb and the clause that it takes: ``rejected N's claim | that``."""
        start = self.annotations.tokens[group.first].start
        return (
            bool(before)
            and bool(before[-1].groups and before[-1].source.actors)
            and (
                self.annotations.tokens[before[-1].groups[-1].last - 1].end
                <= start
                < before[-1].content.pieces[-1].start
            )
        )

    def _is_neither(self, sentence: SentenceTokens, source: Source) -> bool:
        """Tell whether a source says nothing of the kind: ``Neither Hanoi nor Kuala Lumpur has endorsed``."""
        words = self.annotations.lowers[max(sentence.first, source.first - 1) : source.last]
        return not {"neither", "none", "nobody"}.isdisjoint(words)

    def _not_only(self, around: Draft, group: VerbGroup) -> bool:
        """Tell whether a verb is the second of a pair within what is said: ``not only endangered ... but raised``."""
        first = self.annotations.token_at(around.content.pieces[0].start)
        words = self.annotations.lowers[first : group.first]
        return any(pair == ("not", "only") for pair in pairwise(words))

    def _stands_alone(self, around: Draft, source: Source) -> bool:
        """Tell whether a claim inside another's words is a statement of its own.

        ``A says that B claims`` is A's statement about B, never B's, and what A denies doing is not done; but what
        a news agency or an unnamed document says that B said is B's.
        """
        if set(around.source.actors) & set(source.actors):
            return False
        if not around.source.actors or self.annotations.lowers[source.first : source.last] in (["we"], ["i"]):
            return True
        if not self._reports(around) or self._comments(source):
            return True
        return self._carrier(around, source) is not None

    def _reports(self, around: Draft) -> bool:
        """Tell whether a statement gives words or a clause with ``that``, and no mere object of a stance."""
        first = self.annotations.token_at(around.content.pieces[0].start)
        takes = around.groups[-1].cue.takes
        return "quote" in takes or ("that" in takes and self.annotations.lowers[first] == "that")

    def _comments(self, source: Source) -> bool:
        """Tell whether a claim stands in a relative clause, the reporter's own: ``talks, which Tehran rejects``."""
        return self.annotations.lowers[source.first - 1] in {"which", "who", "whom", "as"}

    def _carrier(self, around: Draft, source: Source) -> str | None:
        """Return the news medium that reports a statement of somebody else, or null."""
        if set(around.source.actors) & set(source.actors):
            return None
        return next((actor for actor in around.source.actors if self._is_medium(actor)), None)

    def _is_medium(self, actor: str) -> bool:
        known = self.annotations.knowledge.organisations.get(actor)
        return known is not None and known.kind == "medium"


def _rule(group: VerbGroup, content: Content) -> str:
    shape = "quotation" if content.quoted else "clause"
    return f"actor + {group.cue.lemma} + {shape}"
