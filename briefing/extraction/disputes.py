"""Disputes of a document: what it says is contested, who stands in it, and which statements are positions on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from briefing.extraction.annotations import Annotations, Reference, SentenceTokens
from briefing.extraction.claims import Draft, statement
from briefing.extraction.organisations import is_army
from briefing.extraction.topics import Topic, topic_finder
from briefing.knowledge.tables import Organisation
from briefing.model import Dispute, DisputeDefinition, Evidence, Span, Statement, StatementKind

_CONTENTIOUS_KINDS: frozenset[StatementKind] = frozenset({"demand", "oppose", "accuse", "threaten", "deny"})


_MAIN_SHARE = 0.35
_MEDIATOR = "un"
"""The body whose officials and organs speak on every dispute without being a side of it."""
_FURTHEST_BACK = 5
"""How many sentences back the topic of a text with several may still be the one spoken of."""
_LISTING = frozenset({"differences", "disagreements", "dispute", "disputes", "odds"})
_GREETING = 9
"""Up to how many tokens a plain sentence in a transcript may be a greeting: ``It's good to see you all.``"""
_MOST_PARTIES_TOLD = 2
_SIDED = 2
_NOT_IN_PASSING = 2
_MUCH = 15
"""So much is told of a party that another which is told of once stands beside the dispute."""
"""Of a sentence that names more, the later ones are bystanders."""


_PRIVATE = frozenset(
    {"lawmaker", "journalist", "reporter", "analyst", "activist", "businessman", "blogger", "professor"}
)
"""Last words of what persons are who do not stand for their state."""


def _is_private(title: str) -> bool:
    words = title.lower().split()
    return words[0].startswith(("former", "ex-")) or words[-1] in _PRIVATE


@dataclass(slots=True)
class _Found:
    parties: Counter[str] = field(default_factory=Counter)
    """How much tells that they stand in it: a statement that takes sides counts double."""
    evidence: list[Evidence] = field(default_factory=list)
    shown: set[Span] = field(default_factory=set)
    """The sentences that are evidence already."""
    listed: bool = False
    """Whether a sentence lists it among disputes: ``at odds over``."""
    contested: bool = False
    """Whether a statement takes sides or a sentence tells of contention; one friendly sentence makes no dispute."""

    def standing(self) -> tuple[str, ...]:
        """Return the parties; where much is told of one, those named only in passing are none."""
        most = max(self.parties.values(), default=0)
        least = _NOT_IN_PASSING if most >= _MUCH else 1
        return tuple(party for party, weight in self.parties.items() if weight >= least)

    def take(self, evidence: Evidence) -> None:
        self.evidence.append(evidence)
        self.shown.add(evidence.sentence)


class DisputeReader:
    """Gives the statements of a document their disputes, and the document its disputes."""

    def __init__(self, annotations: Annotations, definitions: Sequence[DisputeDefinition]) -> None:
        self.annotations = annotations
        self.definitions = {definition.id: definition for definition in definitions}
        self.by_party: dict[str, list[str]] = {}
        """Actor -> the disputes of which it is a party by their definition."""
        for definition in definitions:
            for party in definition.parties:
                self.by_party.setdefault(party, []).append(definition.id)
        finder = topic_finder(tuple(definitions))
        text = annotations.document.text
        told = [finder.find(text[s.span.start : s.span.end], s.span.start) for s in annotations.sentences]
        self.termed = {topic.dispute for topics in told for topic in topics}
        """The disputes of which a term of their own stands in the text."""
        self.topics = [self._with_parties(s, topics) for s, topics in zip(annotations.sentences, told, strict=True)]
        self.numbers = {s.span.start: number for number, s in enumerate(annotations.sentences)}
        self.main = self._main_topic()
        self.found: dict[str, _Found] = {}

    def _with_parties(self, sentence: SentenceTokens, topics: list[Topic]) -> list[Topic]:
        """Add the disputes whose own party a contentious sentence names: Ukraine, Taiwan."""
        words = self.annotations.lowers[sentence.first : sentence.last]
        if self.annotations.knowledge.speech.contention.isdisjoint(words):
            return topics
        have = {topic.dispute for topic in topics}
        for reference in self.annotations.references_in(*sentence.span):
            for dispute in self._told_by(reference):
                if dispute not in have:
                    have.add(dispute)
                    topics.append(Topic(dispute, reference.start, reference.end))
        return topics

    def _told_by(self, reference: Reference) -> list[str]:
        """Return the disputes whose own party a reference names, and not only whose it is: ``Syrian fighters``."""
        disputes = self.by_party.get(reference.actor, []) if reference.named else []
        return [d for d in disputes if d in self.termed or reference.rule != "adjective of a state"]

    def _main_topic(self) -> str | None:
        """Return the topic of most sentences that have one or name its own party, the headline counting double."""
        counts: dict[str, int] = {}
        for sentence, topics in zip(self.annotations.sentences, self.topics, strict=True):
            for dispute in {topic.dispute for topic in topics} | self._disputes_of_parties(sentence):
                counts[dispute] = counts.get(dispute, 0) + (2 if sentence.block == "headline" else 1)
        best = max(counts, key=lambda topic: counts[topic], default=None)
        least = max(2, _MAIN_SHARE * sum(counts.values())) if len(counts) > 1 else 1
        return best if best is not None and counts[best] >= least else None

    def _disputes_of_parties(self, sentence: SentenceTokens) -> set[str]:
        named = self.annotations.references_in(*sentence.span)
        return {dispute for reference in named for dispute in self._told_by(reference)}

    def read(self, drafts: Sequence[Draft]) -> tuple[list[Statement], list[Dispute]]:
        """Return the statements, one an actor, and the disputes with their parties and evidence."""
        statements: list[Statement] = []
        taking_sides: dict[tuple[SentenceTokens, tuple[str, ...]], set[str]] = {}
        for draft in drafts:
            if draft.kind != "state":
                taking_sides.setdefault((draft.sentence, draft.source.actors), set()).update(self._disputes_of(draft))
        for draft in drafts:
            beside = taking_sides.get((draft.sentence, draft.source.actors)) if draft.kind == "state" else None
            disputes = self._disputes_of(draft) if beside is None else self._further_disputes(draft, beside)
            for actor in draft.source.actors or (None,):
                takes_part = actor is not None and not self._is_medium(actor)
                made = statement(self.annotations, draft, actor, disputes if takes_part else ())
                statements.append(made)
                if actor is not None and takes_part:
                    for dispute in disputes:
                        self._stand(dispute, actor, draft, made)
        self._told_as_contested()
        self._take_own_parties()
        disputes_found = [
            Dispute(key, self.definitions[key].name, found.standing(), tuple(found.evidence))
            for key, found in self.found.items()
            if key == self.main or len(found.shown) > 1 or (found.contested and (found.listed or key in self.termed))
        ]
        return statements, sorted(disputes_found, key=lambda dispute: dispute.id)

    def _number(self, sentence: SentenceTokens) -> int:
        return self.numbers[sentence.span.start]

    def _disputes_of(self, draft: Draft) -> tuple[str, ...]:
        """Return the topics of a statement: of its content, else of its sentence, else of the text before it."""
        if (draft.kind == "state" and self._arranges(draft)) or self._thanks_listeners(draft):
            return ()
        number = self._number(draft.sentence)
        contentious = draft.kind in _CONTENTIOUS_KINDS
        chosen = self._topics_inside(draft) or (self._named_parties(draft) if contentious else [])
        chosen = chosen or self.topics[number] or [t for t in self._named_parties(draft) if t.dispute in self.termed]
        says_much = draft.content.quoted and draft.sentence.last - draft.sentence.first > _GREETING
        if not chosen and (draft.kind != "state" or draft.groups or says_much):
            chosen = self._topics_before(number)
        elif not chosen:
            chosen = self._topics_of_paragraph(number)
        return tuple(dict.fromkeys(topic.dispute for topic in chosen))

    def _topics_inside(self, draft: Draft) -> list[Topic]:
        """Return the topics that the content of a statement names."""
        pieces = draft.content.pieces
        first = self._number(self.annotations.sentence_at(pieces[0].start))
        last = self._number(self.annotations.sentence_at(pieces[-1].end - 1))
        covered = [topic for topics in self.topics[first : last + 1] for topic in topics]
        return [t for t in covered if any(p.start <= t.start < p.end for p in pieces)]

    def _further_disputes(self, draft: Draft, beside: Collection[str]) -> tuple[str, ...]:
        """Return the topics that a plain statement names itself, beside one that takes sides on others."""
        inside = dict.fromkeys(topic.dispute for topic in self._topics_inside(draft))
        return tuple(dispute for dispute in inside if dispute not in beside) if not self._arranges(draft) else ()

    def _thanks_listeners(self, draft: Draft) -> bool:
        """Tell whether a statement is only polite: ``I thank you for coming``."""
        first = self.annotations.token_at(draft.content.pieces[0].start)
        return bool(draft.groups) and draft.groups[-1].cue.lemma == "thank" and self.annotations.lowers[first] == "you"

    def _arranges(self, draft: Draft) -> bool:
        """Tell whether a plain statement only says who will travel, meet or lead: agenda, and no position."""
        if draft.groups and draft.groups[-1].cue.lemma == "expect":
            return True
        first = self.annotations.token_at(draft.content.pieces[0].start)
        last = self.annotations.token_at(draft.content.pieces[-1].end - 1) + 1
        arrangements = self.annotations.knowledge.speech.arrangements
        return any(
            self.annotations.lowers[index] in {"will", "would", "to"}
            and not arrangements.isdisjoint(self.annotations.lowers[index + 1 : index + 3])
            for index in range(first, last)
        )

    def _named_parties(self, draft: Draft) -> list[Topic]:
        """Return the disputes whose own party the content of a statement names."""
        return [
            Topic(dispute, reference.start, reference.end)
            for piece in draft.content.pieces
            for reference in self.annotations.references_in(piece.start, piece.end)
            for dispute in self._told_by(reference)
        ]

    def _topics_before(self, number: int) -> list[Topic]:
        """Return the topics spoken of before: in the paragraph, else the main one, else those a little further back."""
        here = self.annotations.sentences[number]
        in_paragraph = self._topics_of_paragraph(number)
        if in_paragraph:
            return in_paragraph
        if self.main is not None:
            return [Topic(self.main, here.span.start, here.span.start)]
        further = self.topics[max(0, number - _FURTHEST_BACK) : number]
        return next(filter(None, reversed(further)), [])

    def _take_own_parties(self) -> None:
        """Let those stand in a dispute who do so by its definition, where the document names them."""
        counts = Counter(reference.actor for reference in self.annotations.references if reference.named)
        named = {actor for actor, count in counts.items() if count > 1}  # once may be the topic's name alone
        for key, found in self.found.items():
            for party in (*self.definitions[key].parties, *self.definitions[key].sides):
                if party in named:
                    self._add(found, party, _SIDED)

    def _topics_of_paragraph(self, number: int) -> list[Topic]:
        """Return the topics of the nearest sentence before that has any, within the paragraph."""
        block = self.annotations.block_at(self.annotations.sentences[number].span.start)
        for before in range(number - 1, max(-1, number - 4), -1):
            if block is not None and self.annotations.sentences[before].span.start < block.start:
                break
            if self.topics[before]:
                return self.topics[before]
        return []

    # who stands in it

    def _stand(self, dispute: str, actor: str, draft: Draft, made: Statement) -> None:
        found = self.found.setdefault(dispute, _Found())
        found.take(made.evidence)
        found.contested = found.contested or draft.kind in _CONTENTIOUS_KINDS
        party = self.party(actor)
        if party is not None and not (draft.groups and draft.groups[-1].cue.lemma == "abstain"):
            self._add(found, party, _SIDED if draft.kind in _CONTENTIOUS_KINDS else 1)
        if draft.kind in _CONTENTIOUS_KINDS:
            for other in self._addressed(draft):
                self._add(found, other)

    def _addressed(self, draft: Draft) -> list[str]:
        """Return the states that the content of a contentious statement names first: whom it is about."""
        named: list[str] = []
        for piece in draft.content.pieces:
            for reference in self.annotations.references_in(piece.start, piece.end):
                party = self.party(reference.actor) if not self._opens_title(reference) else None
                index = self.annotations.token_at(reference.start)
                if self.annotations.lowers[index - 1] in {"in", "near", "at", "on"}:
                    continue
                if party is not None and party not in named and not self._is_forum(party):
                    named.append(party)
        return named[:2]

    def _opens_title(self, reference: Reference) -> bool:
        """Tell whether a state's adjective only says whose somebody is: ``the Ukrainian lawmaker``."""
        following = self.annotations.lowers[self.annotations.token_at(reference.end)]
        return reference.rule == "adjective of a state" and following in _PRIVATE

    def _is_medium(self, actor: str) -> bool:
        """Tell whether an actor is a news medium, which reports and takes no position."""
        known = self.annotations.knowledge.organisations.get(actor)
        return known is not None and known.kind == "medium"

    def _is_forum(self, party: str) -> bool:
        """Tell whether a party is an international body, which is spoken of as a place more often than as a side."""
        known = self.annotations.knowledge.organisations.get(party)
        return known is not None and known.kind == "international"

    def party(self, actor: str) -> str | None:
        """Return who stands in a dispute for an actor: a person's or a government body's state, else the actor.

        A former office holder stands for nobody, and neither does a lawmaker or a journalist.
        """
        draft = self.annotations.actors.get(actor)
        if draft is None:
            return None
        if draft.kind == "state":
            return draft.id
        country = draft.country.lower() if draft.country else None
        if draft.titles and all(_is_private(title) for title in draft.titles):
            return None
        if draft.kind == "person":
            return country if country in self.annotations.knowledge.states else self._whole(draft.speaks_for)
        known = self.annotations.knowledge.organisations.get(actor)
        if draft.speaks_for is not None:
            return actor if known is not None and self._fights_at_home(known) else draft.speaks_for
        if known is not None and known.part_of is not None:
            return self._whole(actor)
        return actor if known is not None and known.kind in {"international", "armed_group"} else None

    def _whole(self, body: str | None) -> str | None:
        """Return the body to which an organ belongs, else the body itself; none for the mediator's."""
        known = self.annotations.knowledge.organisations.get(body) if body else None
        whole = known.part_of if known is not None and known.part_of is not None else body
        return whole if whole != _MEDIATOR else None

    def _fights_at_home(self, body: Organisation) -> bool:
        """Tell whether a body is an army against which an armed group of its own state stands in the document."""
        known = self.annotations.knowledge.organisations
        groups = (known[actor] for actor in self.annotations.actors if actor in known)
        return is_army(body) and any(g.kind == "armed_group" and g.country == body.country for g in groups)

    def _members(self, party: str) -> tuple[str, ...]:
        """Return who stands in a dispute for a party: the states of a group that acts through them, else itself."""
        known = self.annotations.knowledge.organisations.get(party)
        return known.members if known is not None and known.members else (party,)

    def _add(self, found: _Found, party: str, weight: int = 1) -> None:
        found.parties.update(dict.fromkeys(self._members(party), weight))

    def _told_as_contested(self) -> None:
        """Take the sentences that tell of a contested topic without quoting anybody on it."""
        for sentence, topics in zip(self.annotations.sentences, self.topics, strict=True):
            if not topics or sentence.block not in {"body", "caption"}:
                continue
            words = set(self.annotations.lowers[sentence.first : sentence.last])
            if not words & self.annotations.knowledge.speech.contention:
                continue
            references = self.annotations.references_in(*sentence.span)
            joined = [r for r in references if r.rule == "states set side by side"]
            named = (self.party(r.actor) for r in joined or references if not self._opens_title(r))
            parties = [party for party in dict.fromkeys(named) if party is not None and party != _MEDIATOR]
            for topic in topics:
                found = self.found.get(topic.dispute)
                if found is None and len(parties) < 2:
                    continue
                found = self.found.setdefault(topic.dispute, _Found())
                found.contested = True
                found.listed = found.listed or not words.isdisjoint(_LISTING)
                others = {p for t in topics if t.dispute != topic.dispute for p in self.definitions[t.dispute].parties}
                for party in [party for party in parties if party not in others][:_MOST_PARTIES_TOLD]:
                    self._add(found, party)
                if sentence.span not in found.shown:
                    found.take(self.annotations.evidence(topic.start, topic.end, "topic told as contested"))
