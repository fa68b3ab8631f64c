"""Proposals on the table: ``Russia proposed resetting the restrictions``, ``offered to send observers``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.verbs import Verb
from briefing.extraction.agenda.words import word_set

_PUT = frozenset({"propose", "put forward", "table"})
_NOTHING_PUT = word_set(". , ; : by in at on for as")


def find_proposals(clauses: Clauses, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield what somebody proposes or offers to do, but for meetings and visits, which are events themselves."""
    if any(mention.mood == "offer" for mention in mentions):
        return
    for verb in clauses.verbs.values():
        sense = verb.sense("proposing")
        if sense is None or verb.mood != "fact" or verb.passive or verb.end >= clauses.last:
            continue
        if sense.phrase in _PUT or (sense.phrase == "offer" and clauses.annotations.lowers[verb.end] == "to"):
            yield from _proposal(clauses, verb, verb.first + 1 + len(sense.rest))


def _proposal(clauses: Clauses, verb: Verb, last: int) -> Iterator[EventMention]:
    lowers = clauses.annotations.lowers
    if last >= clauses.last or lowers[last] in _NOTHING_PUT:
        return
    yield EventMention(clauses, "proposal", verb.first, last, verb, True, "to_come", "fact", act=verb.senses[0].phrase)
