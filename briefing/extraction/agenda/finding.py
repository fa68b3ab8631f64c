"""All places in a sentence that speak of an event, by verb or by noun."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.extraction.agenda.ballots import find_ballots
from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.noun_mentions import by_noun
from briefing.extraction.agenda.verb_mentions import by_ellipsis, by_verb

_ACTS = frozenset({"treaty", "vote"})


def find_mentions(clauses: Clauses) -> list[EventMention]:
    """Return the mentions of events in a sentence, in order."""
    told = list(by_verb(clauses))
    told += by_ellipsis(clauses, told)
    named = [noun for noun in by_noun(clauses) if not any(_tells_of(verb, noun) for verb in told)]
    told += find_ballots(clauses, told)
    told = [verb for verb in told if not _opens_another(verb, [*told, *named])]
    return sorted([*told, *named], key=lambda mention: (mention.first, mention.last))


def _opens_another(verb: EventMention, mentions: Iterable[EventMention]) -> bool:
    """Tell whether ``agreed`` only leads to the event that was agreed on: ``agreed on Tuesday to open talks``."""
    return verb.act == "agree" and any(
        (other.first >= verb.last or (other is not verb and other.verb is verb.verb))
        and other.mood not in {"wish", "denied"}
        for other in mentions
    )


def _tells_of(verb: EventMention, noun: EventMention) -> bool:
    """Tell whether a noun only repeats what a verb does: ``signed the law on withdrawal``, ``the truce expires``."""
    clauses = verb.clauses
    if verb.act == "agree":
        return False
    if verb.verb is noun.verb and verb.kind in _ACTS | {"deadline"} and noun.kind in _ACTS:
        return True
    if verb.last > noun.first or clauses.segment(verb.first) != clauses.segment(noun.first):
        return False
    if verb.kind in _ACTS and noun.kind in _ACTS:
        return True
    between = clauses.annotations.lowers[verb.last : noun.first]
    return verb.kind == noun.kind and (verb.kind == "visit" or (verb.kind == "meeting" and "for" in between))
