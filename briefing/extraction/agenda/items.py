"""From mentions of events to agenda items: one item for one event."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.titles import title_of
from briefing.extraction.agenda.worth import is_set, is_worth_an_item
from briefing.extraction.annotations import Annotations
from briefing.knowledge.calendar import absolute_dates
from briefing.knowledge.tables import Knowledge
from briefing.model import AgendaItem, AgendaKind, DateInterval, Evidence, Tense
from briefing.same_event import Party, finer, may_be_same, same_event, same_interval, same_words, shared_sides

_MOST_COMPARED = 60
"""How many of the latest items of a kind a mention is compared with: keeps a long document linear."""
_ACTS = frozenset({"treaty", "deadline", "other", "vote"})
_BALLOTS = frozenset({"vote", "adopt", "pass", "approve"})
"""What is done by one and the same vote."""
_SHORT_VISIT = 4
"""Days of a visit that may stand for the days of a meeting during it."""
_MET = frozenset({"meeting", "summit"})


@dataclass(slots=True)
class Draft:
    """An agenda item while a document is being read."""

    kind: AgendaKind
    date: DateInterval | None = None
    tense: Tense | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    instrument: str | None = None
    mentions: list[EventMention] = field(default_factory=list)

    def add(self, mention: EventMention) -> None:
        """Take in what another mention of the same event says; a finer date and a longer place win."""
        date = finer(self.date, mention.date)
        if date is mention.date and mention.date is not None and mention.tense:
            self.tense = mention.tense
        self.date = date
        self.tense = self.tense or mention.tense
        if mention.place and (self.place is None or self._is_better_place(mention.place)):
            self.place = mention.place
        self.participants = tuple(dict.fromkeys((*self.participants, *mention.participants)))
        self.instrument = self.instrument or mention.instrument
        self.mentions.append(mention)

    def _is_better_place(self, place: str) -> bool:
        """Tell whether a place says more than ours: more words of the same, or the city where ours is its state."""
        ours = self.place or ""
        return len(place) > len(ours) if same_words(place, ours) else ours in self._states()

    def _states(self) -> set[str]:
        knowledge = self.mentions[0].clauses.annotations.knowledge
        return {name for state in knowledge.states.values() for name in (state.name, state.short)}


def gather(annotations: Annotations, mentions: Iterable[EventMention]) -> list[Draft]:
    """Return one draft for each event: first of the mentions that tell of one, then those that point back join them."""
    parties, knowledge = _parties_of(annotations), annotations.knowledge
    drafts: dict[AgendaKind, list[Draft]] = {}
    waiting = []
    for mention in mentions:
        if mention.mood == "denied" or (mention.mood == "wish" and not is_set(mention)):
            continue
        pointing = (mention.definite or mention.clauses.headline) and not mention.times
        if pointing or not is_worth_an_item(mention):
            waiting.append(mention)
        else:
            known = drafts.setdefault(mention.kind, [])
            told = (d for d in reversed(known[-_MOST_COMPARED:]) if _is_told_again(d, mention, parties, knowledge))
            _add(mention, next(told, None), known)
    for mention in waiting:
        known = drafts.setdefault(mention.kind, [])
        draft = _meant(mention, known[-_MOST_COMPARED:], parties, knowledge)
        if draft is not None or is_worth_an_item(mention):
            _add(mention, draft, known)
    found = [draft for known in drafts.values() for draft in known]
    _date_by_visit(found, parties)
    _date_by_date_line(found, annotations)
    return found


def to_item(draft: Draft, annotations: Annotations) -> AgendaItem:
    """Return the finished item with its evidence in order of the text."""
    evidence: dict[tuple[int, int], Evidence] = {}
    for mention in sorted(draft.mentions, key=lambda mention: (mention.first, mention.last)):
        start, end = annotations.tokens[mention.first].start, annotations.tokens[mention.last - 1].end
        rule = f"{draft.kind}: {'verb' if mention.by_verb else 'limit' if mention.certain else 'noun'}"
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


def _parties_of(annotations: Annotations) -> Mapping[str, Party]:
    found = {}
    for actor in annotations.actors.values():
        side = actor.speaks_for or (actor.country.lower() if actor.country else actor.id)
        found[actor.id] = Party(side, actor.kind == "person")
    return found


def _add(mention: EventMention, draft: Draft | None, known: list[Draft]) -> None:
    if draft is None:
        draft = Draft(mention.kind)
        known.append(draft)
    draft.add(mention)


def _is_told_again(draft: Draft, mention: EventMention, parties: Mapping[str, Party], knowledge: Knowledge) -> bool:
    """Tell whether a mention that stands on its own tells of an event already told of."""
    if not _is_same_act(draft, mention):
        return False
    same_days = same_interval(draft.date, mention.date)
    if mention.certain and same_days:
        return draft.date is not None or any(other.title == mention.title for other in draft.mentions)
    same_word = any(other.word == mention.word for other in draft.mentions)
    if any(other.clauses.headline and _are_alike(other, mention) for other in draft.mentions):
        return may_be_same(draft, mention, parties, knowledge)
    if same_word and draft.date is not None and same_days and not mention.participants:
        return may_be_same(draft, mention, parties, knowledge)
    if not same_event(draft, mention, parties, knowledge):
        return False
    both_dated = draft.date is not None and mention.date is not None
    return both_dated or any(_are_alike(other, mention) for other in draft.mentions)


def _meant(
    mention: EventMention, drafts: Sequence[Draft], parties: Mapping[str, Party], knowledge: Knowledge
) -> Draft | None:
    """Return the event that ``the talks``, ``this meeting`` or a headline means: the nearest that fits."""
    sole = sum(any(other.word == mention.word for other in draft.mentions) for draft in drafts) == 1
    nobody = replace(mention, participants=(), tense=None if sole else mention.tense)
    fitting = []
    for draft in drafts:
        same_word = any(other.word == mention.word for other in draft.mentions)
        alike = same_word or any(_are_alike(other, mention) for other in draft.mentions)
        if not _is_same_act(draft, mention) or (_looks_ahead(mention) and draft.tense == "past"):
            continue
        if _is_told_before(mention, draft):
            continue
        if not may_be_same(draft, nobody if mention.definite and same_word else mention, parties, knowledge):
            continue
        if mention.clauses.headline or (alike and (mention.definite or shared_sides(draft, mention, parties) > 1)):
            distance = min(abs(other.first - mention.first) for other in draft.mentions)
            fitting.append((not same_word and not mention.clauses.headline, distance, draft))
    return min(fitting, key=lambda fit: fit[:2])[2] if fitting else None


def _is_same_act(draft: Draft, mention: EventMention) -> bool:
    """Tell whether the same is done: a treaty is signed once and left another time."""
    if mention.kind not in _ACTS or not mention.act:
        return True
    return any(other.act == mention.act or {other.act, mention.act} <= _BALLOTS for other in draft.mentions)


def _are_alike(one: EventMention, other: EventMention) -> bool:
    """Tell whether two words may mean one event: ``the discussions`` for talks, not for a debate."""
    alike = one.clauses.annotations.knowledge.events.alike
    first, second = (alike.get(mention.word, mention.word) for mention in (one, other))
    met = one.by_verb or other.by_verb
    return first == second or one.kind != "meeting" or (met and {first, second} <= _MET)


def _is_told_before(mention: EventMention, draft: Draft) -> bool:
    """Tell whether a definite event of the past stands before the first word of one to come: no name for it yet."""
    first = min(other.first for other in draft.mentions)
    past = mention.clauses.tense_before(mention.first) == "past" and mention.tense != "to_come"
    return past and draft.tense == "to_come" and mention.first < first and not mention.clauses.headline


def _looks_ahead(mention: EventMention) -> bool:
    """Tell whether a present verb tells of an event that is not over: ``This meeting follows ...``."""
    verb = mention.verb
    return mention.tense is None and verb is not None and verb.inflection in {"s", "base"}


def _date_by_visit(drafts: Iterable[Draft], parties: Mapping[str, Party]) -> None:
    """Give an undated meeting the days of the visit in which it falls: the same persons at the same place."""
    drafts = list(drafts)
    visits = [draft for draft in drafts if draft.kind == "visit" and draft.place and _is_short(draft.date)]
    visits = visits[:_MOST_COMPARED]
    for draft in drafts:
        if draft.kind == "meeting" and draft.date is None and draft.place is not None:
            for visit in visits:
                there = same_words(visit.place or "", draft.place) and visit.tense == draft.tense
                if there and shared_sides(visit, draft, parties):
                    draft.date = visit.date
                    break


def _is_short(date: DateInterval | None) -> bool:
    return date is not None and (date.end - date.start).days < _SHORT_VISIT


def _date_by_date_line(drafts: Iterable[Draft], annotations: Annotations) -> None:
    """Give the undated event that a readout tells first the day of its date line.

    Under a dateline, which makes it a news story, only where the headline names the event.
    """
    document = annotations.document
    lines = [document.text[block.start : block.end] for block in document.blocks if block.kind == "date"]
    days = [(found.date, line[found.start : found.end]) for line in lines for found in absolute_dates(line)]
    body = next((sentence for sentence in annotations.sentences if sentence.block == "body"), None)
    if len(days) != 1 or days[0][0] != document.published or body is None:
        return
    for draft in drafts:
        opens = any(body.first <= mention.first < body.last for mention in draft.mentions)
        headed = document.dateline is None or any(mention.clauses.headline for mention in draft.mentions)
        if opens and headed and draft.kind == "meeting" and draft.date is None and draft.tense == "past":
            draft.date = DateInterval(days[0][0], days[0][0], "day", days[0][1])


def _speaker(draft: Draft) -> EventMention:
    """Return the mention whose words make the title: below the headline the first that is dated, else the first."""
    body = [mention for mention in draft.mentions if not mention.clauses.headline] or draft.mentions
    ordered = sorted(body, key=lambda mention: mention.first)
    return min(ordered, key=lambda mention: (not is_worth_an_item(mention), not mention.times))
