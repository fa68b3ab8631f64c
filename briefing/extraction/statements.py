"""Statements: who says, wants, denies ... what, put together from cues, sources and contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.extraction.annotations import Annotations, Reference, SentenceTokens
from briefing.extraction.claims import Draft
from briefing.extraction.contents import Content, behind_dateline, content_of
from briefing.extraction.cues import NOUN, VerbGroup, find_cues
from briefing.extraction.echoes import echoes
from briefing.extraction.issuers import issuers_of
from briefing.extraction.kinds import kind_of, stance_signs
from briefing.extraction.phrases import QUOTE_SIGNS
from briefing.extraction.quotes import Quotation
from briefing.extraction.sources import PAPERS, PRONOUNS, Source, source_of
from briefing.extraction.transcripts import Turn, find_turns, turn_at
from briefing.model import Span, StatementKind

_FEWEST_TOKENS = 5
_MOST_BEFORE_SUBJECT = 4
_MOST_BEFORE_OWN_VERB = 4
_SUBJECTS_AGAIN = frozenset({"that", "they", "it", "he", "she", "we"})
_JOINING = frozenset({"and", "but", "or", ",", "then", "while"})
"""Before a verb these tell that it shares the subject of the verb before it."""
_ACCUSING_PAPERS = frozenset({"indictment", "complaint", "lawsuit", "resolution", "statement", "letter"})
_FIRST_PERSON = frozenset({"we", "i"})
_OPEN_QUESTIONS = (["whether"], ["if"], ["unless"])
"""What follows one of these is not said to be so: ``asked whether he would accept``."""
_WITHOUT_STATEMENTS = frozenset({"date", "byline", "credit"})


def find_statements(annotations: Annotations) -> list[Draft]:
    """Return the statements of a document in the order of the text."""
    return list(_StatementFinder(annotations).run())


class _StatementFinder:
    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self.issuers = issuers_of(annotations)
        self.turns = find_turns(annotations)
        self.last: Draft | None = None
        self.unnamed: dict[str, tuple[str, ...]] = {}

    def run(self) -> Iterator[Draft]:
        before: SentenceTokens | None = None
        for sentence in self.annotations.sentences:
            if sentence.block in _WITHOUT_STATEMENTS:
                continue
            found = [echo for draft in self._sentence(sentence) for echo in echoes(self.annotations, sentence, draft)]
            if not found:
                found = list(self._behind_colon(sentence))
            if not found and self.last is not None:
                found = list(self._continued(sentence, self.last))
            if not found:
                found = list(self._after_its_speaker(sentence, before))
            others = any(draft.source.actors or self._heads(sentence, draft) for draft in found)
            if sentence.block == "body" and not others:
                found += self._own_voice(sentence)
            yield from found
            self.last = found[-1] if found else self.last
            for draft in found:
                self._remember_unnamed(draft.source)
                self._remember_paper(draft)
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
        source = self._source(sentence, chain[0], last, quotation)
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
        if content is None:
            return None
        reporter = self._carrier(around, source) if around is not None else None
        kind, negated = kind_of(self.annotations, chain, content, self._own(source))
        if kind == "state" and not negated and not content.quoted:
            kind, negated = self._own_stance(following, content, source) or (kind, negated)
        if negated and kind == "state" and not content.quoted:
            return None
        return Draft(sentence, source, chain, content, kind, negated, reporter, _rule(chain[-1], content))

    def _own_stance(
        self, following: Sequence[VerbGroup], content: Content, source: Source
    ) -> tuple[StatementKind, bool] | None:
        """Return the stance that a speaker reports as their own side's: ``Lavrov said Russia rejects``."""
        if not following or not source.actors:
            return None
        group = following[0]
        start, end = content.pieces[-1].start, self.annotations.tokens[group.first].start
        between = self.annotations.document.text[start:end].lower().split()
        named = {reference.actor for reference in self.annotations.references_in(start, end)}
        subjects = bool(named) and named <= self._own(source)
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

    def _source(
        self, sentence: SentenceTokens, group: VerbGroup, last: Source | None, quotation: Quotation | None
    ) -> Source | None:
        before = self.annotations.lowers[group.first - 1] if group.first > sentence.first else ""
        if before in _FIRST_PERSON and quotation is None:
            turn = turn_at(self.turns, sentence.span.start)
            speakers = self._speakers(turn)
            return Source(group.first - 1, group.first, speakers) if speakers else None
        if self.annotations.lowers[group.first] == "to" and sentence.block != "headline":
            return self._sentence_subject(sentence) if self._encounter_before(sentence, group) else None
        found = source_of(self.annotations, sentence, group)
        if found is not None and self._goes_on_telling(group, found):
            return found._replace(actors=self.last.source.actors if self.last else ())
        if found is not None and not found.actors and self._shares_subject(group, found, last):
            return last
        if found is None and group.inflection == "ing" and self._paper_before(sentence, group):
            return self._sentence_subject(sentence)
        if found is not None and not found.actors:
            return self._same_unnamed(found)
        if found is not None:
            return found
        joined = before in _JOINING and not group.passive
        infinitive = group.inflection == "base" and "to" in self.annotations.lowers[group.first : group.verb]
        threatening = group.inflection == "ing" and group.cue.kind == "threaten"
        if not joined or infinitive or threatening:
            return None
        if last is not None and group.inflection == "base" and group.first == group.verb and before == "and":
            return None  # "said that they must leave and guarantee that ...": a verb of the clause reported
        return last or self._sentence_subject(sentence)

    def _goes_on_telling(self, group: VerbGroup, found: Source) -> bool:
        """Tell whether ``it said`` goes on with who was quoted in the sentence before, and no person."""
        if self.annotations.lowers[found.first : found.last] != ["it"] or "quote" not in group.cue.takes:
            return False
        if self.last is None or not self.last.source.actors or not self.last.groups:
            return False
        begin = self.annotations.tokens[group.verb].start
        sentence = self.annotations.sentence_at(begin)
        if found.first > sentence.first and self.annotations.words[found.first - 1] not in {",", *QUOTE_SIGNS}:
            return False
        between = self.annotations.sentences_in(self.last.sentence.span.end, begin)
        persons = any(self.annotations.actors[actor].kind == "person" for actor in self.last.source.actors)
        return not persons and len(between) <= 1

    def _paper_before(self, sentence: SentenceTokens, group: VerbGroup) -> bool:
        """Tell whether a gerund tells what a paper of the subject says: ``released a statement saying that``."""
        before = self.annotations.lowers[sentence.first : group.first]
        if not _ACCUSING_PAPERS.isdisjoint(before[-1:]):
            return True
        return group.cue.lemma in {"say", "announce", "state"} and not PAPERS.isdisjoint(before)

    def _encounter_before(self, sentence: SentenceTokens, group: VerbGroup) -> bool:
        """Tell whether an infinitive is what somebody met, called or travelled for: ``flew to Kyiv to reject``."""
        before = self.annotations.lowers[sentence.first : group.first]
        return not self.annotations.knowledge.speech.encounters.isdisjoint(before)

    def _shares_subject(self, group: VerbGroup, found: Source, last: Source | None) -> bool:
        """Tell whether a verb after a comma goes on with the subject before: ``raised X, noted Y``."""
        comma = group.first > 0 and self.annotations.words[group.first - 1] == ","
        return comma and last is not None and last.last <= found.first < group.first

    def _same_unnamed(self, source: Source) -> Source:
        """Give ``the spokesperson``, ``the official`` the actors of the one who was quoted under that noun before."""
        noun = self.annotations.lowers[source.last - 1]
        if noun in {"he", "she"} and self.last is not None and self.last.source.actors in self.unnamed.values():
            return source._replace(actors=self.last.source.actors)
        if self.annotations.lowers[source.first] != "the" or source.last - source.first > _MOST_BEFORE_OWN_VERB:
            return source
        return source._replace(actors=self.unnamed.get(noun) or self._just_quoted(source))

    def _just_quoted(self, source: Source) -> tuple[str, ...]:
        """Return the actors of the unnamed official quoted last in the paragraph, whatever noun he goes by."""
        if self.last is None or self.last.source.actors not in self.unnamed.values():
            return ()
        start = self.annotations.tokens[self.last.source.first].start
        between = self.annotations.document.text[start : self.annotations.tokens[source.first].start]
        return () if "\n\n" in between else self.last.source.actors

    def _remember_unnamed(self, source: Source) -> None:
        """Keep for whom an official without a name spoke: ``a Chinese commerce ministry spokesperson``."""
        naming = self.annotations.knowledge.naming
        kinds = {self.annotations.actors[actor].kind for actor in source.actors}
        if not kinds or "person" in kinds:
            return
        nouns = set(self.annotations.lowers[source.first : source.last])
        for noun in nouns & (naming.person_nouns | naming.government_nouns):
            self.unnamed[noun] = source.actors
        if nouns & naming.inquiry_nouns:
            self.unnamed |= dict.fromkeys(naming.inquiry_nouns, source.actors)

    def _remember_paper(self, draft: Draft) -> None:
        """Keep whose statement or report it is that is quoted from later: ``the ministry said in a statement``."""
        words = self.annotations.lowers[draft.source.first : draft.sentence.last]
        for paper in PAPERS & set(words) if draft.source.actors else ():
            article = words[words.index(paper) - 1] if words.index(paper) else ""
            if article in {"a", "an", "joint", "written", "'s"}:
                self.unnamed[paper] = draft.source.actors

    def _sentence_subject(self, sentence: SentenceTokens) -> Source | None:
        """Return the subject of a sentence for a verb that shares it: ``They met and agreed``, ``..., saying``."""
        first = behind_dateline(self.annotations, sentence)
        if self.annotations.lowers[first] in PRONOUNS and not self._means(first):
            return None
        near = self.annotations.references_in(self.annotations.tokens[first].start, sentence.span.end)
        if len(near) > 1 and self._belongs_to_title(*near[:2]):
            near = near[1:]
        if not near or self.annotations.token_at(near[0].start) - first > _MOST_BEFORE_SUBJECT:
            return None
        index = self.annotations.token_at(near[0].start)
        together = [near[0]]
        for reference in near[1:]:
            between = self.annotations.document.text[together[-1].end : reference.start]
            if reference.start != near[0].start and between.strip() not in {"and", ",", ", and"}:
                break
            together.append(reference)
        return Source(
            index, self.annotations.token_at(together[-1].end), tuple(dict.fromkeys(r.actor for r in together))
        )

    def _belongs_to_title(self, one: Reference, other: Reference) -> bool:
        """Tell whether a state's adjective only opens a person's title: ``Norwegian envoy N``."""
        between = self.annotations.document.text[one.end : other.start].split()
        title = one.rule == "adjective of a state" and other.kind == "person"
        return title and len(between) < _MOST_BEFORE_SUBJECT and all(word.isalpha() for word in between)

    def _means(self, index: int) -> bool:
        """Tell whether it is known whom a pronoun means."""
        token = self.annotations.tokens[index]
        return bool(self.annotations.references_in(token.start, token.end))

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

    def _continued(self, sentence: SentenceTokens, last: Draft) -> Iterator[Draft]:
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

    def _after_its_speaker(self, sentence: SentenceTokens, before: SentenceTokens | None) -> Iterator[Draft]:
        """Yield a quotation without a cue, in the paragraph whose sentence before has a person for its subject."""
        quotation = self.annotations.quotation_at(sentence.span.start + 1)
        if quotation is None or before is None or quotation.outer.start != sentence.span.start:
            return
        text = self.annotations.document.text
        source = self._sentence_subject(before)
        if source is None or "\n\n" in text[before.span.start : sentence.span.start]:
            return
        if any(self.annotations.actors[actor].kind == "person" for actor in source.actors):
            yield self._claim(sentence, source, Content((quotation.inner,), quoted=True), "quotation after its speaker")

    def _behind_colon(self, sentence: SentenceTokens) -> Iterator[Draft]:
        """Yield a quotation that a sentence about a person leads up to: ``Zelensky was blunt: "..."``."""
        quotation = next((q for q in self.annotations.quotations if sentence.span.start < q.outer.start), None)
        if quotation is None or quotation.outer.start >= sentence.span.end:
            return
        before = self.annotations.token_at(quotation.outer.start - 1) - 1
        source = self._sentence_subject(sentence)
        if source is None or self.annotations.words[before] != ":":
            return
        if any(self.annotations.actors[actor].kind == "person" for actor in source.actors):
            yield self._claim(sentence, source, Content((quotation.inner,), quoted=True), "quotation behind a colon")

    def _speakers(self, turn: Turn | None) -> tuple[str, ...]:
        """Return whose voice speaks: the turn's, else the issuers'."""
        if turn is None:
            return self.issuers
        return (turn.actor,) if turn.actor is not None else ()

    def _own_voice(self, sentence: SentenceTokens) -> Iterator[Draft]:
        """Yield what a sentence says in the voice of its speaker's turn, or of the statement's issuer."""
        turn = turn_at(self.turns, sentence.span.start)
        speakers = self._speakers(turn)
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

    def _claim(self, sentence: SentenceTokens, source: Source, content: Content, rule: str) -> Draft:
        """Return a statement without a cue: its kind is what its own words are a sign of."""
        first, last = self.annotations.token_at(content.pieces[0].start), sentence.last
        kind = stance_signs(self.annotations, first, last) or "state"
        return Draft(sentence, source, (), content, kind, negated=False, reported_by=None, rule=rule)


def _rule(group: VerbGroup, content: Content) -> str:
    shape = "quotation" if content.quoted else "clause"
    return f"actor + {group.cue.lemma} + {shape}"
