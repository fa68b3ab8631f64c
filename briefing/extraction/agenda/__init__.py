"""Agenda items: events with their dates, places and participants, one item for one event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.dating import attach_times, date_mention, share_times
from briefing.extraction.agenda.finding import find_mentions
from briefing.extraction.agenda.items import gather, to_item
from briefing.extraction.agenda.limits import find_limits
from briefing.extraction.agenda.mentions import EventMention, find_instrument
from briefing.extraction.agenda.participants import acting, find_participants
from briefing.extraction.agenda.places import cities_of, find_place, share_places
from briefing.extraction.agenda.planned import find_planned
from briefing.extraction.agenda.proposals import find_proposals
from briefing.extraction.annotations import Annotations
from briefing.extraction.times import TimeExpression, find_times
from briefing.model import AgendaItem

_READ_BLOCKS = frozenset({"headline", "body", "caption"})


def find_agenda(annotations: Annotations) -> tuple[AgendaItem, ...]:
    """Return the events of a document whose tokens, references and instruments are found, in order of the text."""
    expressions = _expressions(annotations)
    starts = [expression.start for expression in expressions]
    mentions: list[EventMention] = []
    previous: Clauses | None = None
    cities = cities_of(annotations)
    signs = annotations.knowledge.events.signs
    for sentence in annotations.sentences:
        if sentence.block not in _READ_BLOCKS or sentence.first == sentence.last:
            continue
        before, clauses = previous, Clauses(annotations, sentence)
        previous = clauses
        low, high = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
        if low == high and not clauses.headline and signs.isdisjoint(annotations.lowers[clauses.first : clauses.last]):
            continue
        found = _mentions(clauses, expressions[low:high])
        if not found:
            continue
        named, named_before = acting(clauses), acting(before) if before is not None else []
        for mention in found:
            place = find_place(mention, cities)
            mention.place = place.text if place else None
            mention.participants = find_participants(mention, place, named, named_before)
            mention.instrument = find_instrument(mention)
        share_places(found)
        for mention in found:
            date_mention(mention, annotations.document.published, expressions[:high])
        mentions.extend(found)
    items = [to_item(draft, annotations) for draft in gather(annotations, mentions)]
    return tuple(sorted(items, key=lambda item: (item.evidence[0].start, item.evidence[0].end, item.id)))


def _mentions(clauses: Clauses, expressions: Sequence[TimeExpression]) -> list[EventMention]:
    """Return what a sentence tells of events, with the times it gives them."""
    found = find_mentions(clauses)
    attach_times(clauses, found, expressions)
    share_times(clauses, found, expressions)
    found.extend([*find_limits(clauses, found, expressions), *find_proposals(clauses, found)])
    found.extend(find_planned(clauses, found, expressions))
    return found


def _expressions(annotations: Annotations) -> list[TimeExpression]:
    """Return the time expressions of a document but for those inside names of instruments."""
    instruments = [(mention.start, mention.end) for mention in annotations.instruments]
    starts = [start for start, _ in instruments]

    def inside(expression: TimeExpression) -> bool:
        at = bisect_left(starts, expression.start + 1) - 1
        return at >= 0 and expression.end <= instruments[at][1]

    return [found for found in find_times(annotations.document.text) if not inside(found)]
