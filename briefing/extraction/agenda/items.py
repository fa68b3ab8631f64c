"""From mentions of events to agenda items: which are worth an item, and one item for one event."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.titles import title_of
from briefing.extraction.agenda.words import word_set
from briefing.extraction.annotations import Annotations
from briefing.knowledge.tables import Knowledge
from briefing.model import AgendaItem, AgendaKind, DateInterval, Evidence, Tense
from briefing.same_event import Party, finer, may_be_same, same_event, shared_sides

_ACTS = frozenset({"treaty", "deadline", "other", "vote"})
_MOST_COMPARED = 60
"""How many of the latest items of a kind a mention is compared with: keeps a long document linear."""
_POINTING = word_set("the this these that those")


@dataclass(slots=True)
class Draft:
    """An agenda item while a document is being read."""

    kind: AgendaKind
    date: DateInterval | None
    tense: Tense | None
    place: str | None
    participants: tuple[str, ...]
    instrument: str | None
    mentions: list[EventMention] = field(default_factory=list)

    def acts_as(self, mention: EventMention) -> bool:
        """Tell whether a mention tells of the same act: a treaty is signed once and left another time."""
        return mention.kind not in _ACTS or not mention.act or any(m.act == mention.act for m in self.mentions)

    def add(self, mention: EventMention) -> None:
        """Take in what another mention of the same event says."""
        date = finer(self.date, mention.date)
        if date is mention.date and mention.date is not None and mention.tense:
            self.tense = mention.tense
        self.date = date
        self.tense = self.tense or mention.tense
        if mention.place and (self.place is None or len(mention.place) > len(self.place)):
            self.place = mention.place
        self.participants = tuple(dict.fromkeys((*self.participants, *mention.participants)))
        self.instrument = self.instrument or mention.instrument
        self.mentions.append(mention)


def parties_of(annotations: Annotations) -> Mapping[str, Party]:
    """Return for each actor of a document whom it stands for."""
    found = {}
    for actor in annotations.actors.values():
        side = actor.speaks_for or (actor.country.lower() if actor.country else actor.id)
        found[actor.id] = Party(side, actor.kind == "person")
    return found


def gather(annotations: Annotations, mentions: Iterable[EventMention]) -> list[Draft]:
    """Return one draft for each event: first of the mentions that carry one, then the others join them."""
    parties = parties_of(annotations)
    knowledge = annotations.knowledge
    drafts: dict[AgendaKind, list[Draft]] = {}
    told = [mention for mention in mentions if mention.mood not in {"wish", "denied"}]
    waiting = []
    for mention in told:
        known = drafts.setdefault(mention.kind, [])
        pointing = (mention.definite or mention.clauses.headline) and not mention.times
        if pointing or not is_worth_an_item(mention):
            waiting.append(mention)
            continue
        draft = next(
            (d for d in reversed(known[-_MOST_COMPARED:]) if _is_told_again(d, mention, parties, knowledge)), None
        )
        if draft is None:
            draft = Draft(mention.kind, None, None, None, (), None)
            known.append(draft)
        draft.add(mention)
    for mention in waiting:
        known = drafts[mention.kind]
        draft = _meant(mention, known[-_MOST_COMPARED:], parties, knowledge)
        if draft is None and is_worth_an_item(mention):
            draft = Draft(mention.kind, None, None, None, (), None)
            known.append(draft)
        if draft is not None:
            draft.add(mention)
    found = [draft for known in drafts.values() for draft in known]
    _date_by_visit(found, parties)
    return found


def _is_told_again(draft: Draft, mention: EventMention, parties: Mapping[str, Party], knowledge: Knowledge) -> bool:
    if not draft.acts_as(mention):
        return False
    if mention.certain and draft.date is not None and draft.date == mention.date:
        return True
    if not same_event(draft, mention, parties, knowledge):
        return False
    if draft.date is not None or mention.date is not None:
        return True
    return any(other.by_verb or other.head == mention.head for other in draft.mentions)


def _date_by_visit(drafts: list[Draft], parties: Mapping[str, Party]) -> None:
    """Give an undated meeting the days of the visit in which it falls: the same persons at the same place."""
    visits = [draft for draft in drafts if draft.kind == "visit" and draft.date and draft.place][:_MOST_COMPARED]
    for draft in drafts:
        if draft.kind == "meeting" and draft.date is None and draft.place is not None:
            place = set(draft.place.split(","))
            host = next(
                (v for v in visits if place & set((v.place or "").split(",")) and shared_sides(v, draft, parties)), None
            )
            if host is not None and host.tense == draft.tense:
                draft.date = host.date


def _meant(
    mention: EventMention, drafts: list[Draft], parties: Mapping[str, Party], knowledge: Knowledge
) -> Draft | None:
    """Return the event that words like ``the talks`` or ``this meeting`` point back to."""
    nobody = replace(mention, participants=())
    fitting = []
    for draft in drafts:
        named_alike = mention.definite and any(other.head == mention.head for other in draft.mentions)
        if not draft.acts_as(mention) or (_looks_ahead(mention) and draft.tense == "past"):
            continue
        if not may_be_same(draft, nobody if named_alike else mention, parties, knowledge):
            continue
        if mention.definite or mention.clauses.headline or shared_sides(draft, mention, parties) > 1:
            fitting.append(draft)
    place = mention.first
    return min(fitting, key=lambda draft: _distance(draft, place, mention.head), default=None)


def _looks_ahead(mention: EventMention) -> bool:
    """Tell whether a present verb tells of an event that is not over: ``This meeting follows ...``."""
    verb = mention.verb
    return mention.tense is None and verb is not None and verb.inflection in {"s", "base"}


def _distance(draft: Draft, at: int, head: str) -> tuple[bool, int]:
    other_word = all(mention.head != head for mention in draft.mentions)
    return other_word, min(abs(mention.first - at) for mention in draft.mentions)


def is_worth_an_item(mention: EventMention) -> bool:
    """Tell whether a mention alone tells of an event: dated, or told of somebody in particular."""
    if mention.mood in {"wish", "denied"} or (mention.mood == "aim" and not mention.times):
        return False
    if mention.certain:
        return True
    dated = bool(mention.times)
    parties = len(mention.participants)
    if mention.kind in {"other", "deadline"}:
        return dated
    if mention.by_verb:
        return _verb_is_worth(mention, dated, parties)
    held = mention.verb is not None and mention.tense is not None
    if mention.kind in {"treaty", "vote"}:
        return dated
    if mention.kind == "exercise":
        return dated or held or mention.place is not None
    planned = held and mention.tense == "to_come" and mention.mood == "fact" and not mention.definite
    return dated or planned or (held and parties > 0) or parties > 1 or (parties > 0 and mention.place is not None)


def _verb_is_worth(mention: EventMention, dated: bool, parties: int) -> bool:
    placed = mention.place is not None
    if mention.act in mention.clauses.annotations.knowledge.events.dated_only and not dated:
        return False
    if mention.tense is None and not dated:
        return False
    match mention.kind:
        case "meeting":
            return parties > 1 or dated or placed
        case "visit":
            return (parties > 0 and placed) or (dated and (parties > 0 or placed))
        case "treaty":
            signed = parties > 1 and mention.act == "sign"
            return dated or signed or (parties > 0 and mention.instrument is not None)
        case "vote":
            return dated or (parties > 0 and mention.tense == "past")
    return dated


def to_item(draft: Draft, annotations: Annotations) -> AgendaItem:
    """Return the finished item with its evidence in order of the text."""
    mentions = sorted(draft.mentions, key=lambda mention: (mention.first, mention.last))
    evidence: dict[tuple[int, int], Evidence] = {}
    for mention in mentions:
        start, end = annotations.tokens[mention.first].start, annotations.tokens[mention.last - 1].end
        rule = f"{draft.kind}: {'verb' if mention.by_verb else 'noun'}"
        evidence.setdefault((start, end), annotations.evidence(start, end, rule))
    title = title_of(_speaker(draft))
    key = hashlib.sha256(f"{draft.kind}\n{title}\n{min(evidence)}".encode()).hexdigest()[:6]
    return AgendaItem(
        id=f"{annotations.document.id}-{key}",
        kind=draft.kind,
        title=title,
        date=draft.date,
        tense=draft.tense,
        place=draft.place,
        participants=draft.participants,
        instrument=draft.instrument,
        evidence=tuple(evidence.values()),
    )


def _speaker(draft: Draft) -> EventMention:
    """Return the mention whose words make the title: below the headline, a noun with modifiers, else the first."""
    body = [mention for mention in draft.mentions if not mention.clauses.headline] or draft.mentions
    return max(
        body, key=lambda mention: (is_worth_an_item(mention), not mention.by_verb and mention.last - mention.first > 1)
    )
