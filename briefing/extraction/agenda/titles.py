"""Short titles of events, from the words of the text and the names of who takes part."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.words import word_set
from briefing.extraction.annotations import Annotations

_MOST_WORDS = 9
_ENDS = word_set(
    "in at on as where which who that when while because after before until since to by for from amid",
    'during following through within said , ; : . — – ( " “ ”',
)
_COMPLEMENTS = word_set("with between of on")
_MOST_NAMES = 3


def title_of(mention: EventMention) -> str:
    """Return a title for the event that a mention speaks of."""
    if mention.title:
        return mention.title
    return _by_verb(mention) if mention.by_verb else _by_noun(mention)


def _by_verb(mention: EventMention) -> str:
    annotations = mention.clauses.annotations
    verb = mention.verb
    assert verb is not None
    who = _names(mention)
    sense = verb.sense("event")
    if mention.tense == "to_come" and sense is not None and not verb.passive:
        does = f"to {sense.phrase}"
    elif verb.passive:
        does = ("to be " if mention.tense == "to_come" else "") + annotations.text(verb.first, verb.last)
    else:
        does = annotations.text(verb.first, verb.last)
    rest = _rest(mention, verb.last)
    return _clean(" ".join(part for part in (who, does, rest) if part))


def _by_noun(mention: EventMention) -> str:
    annotations = mention.clauses.annotations
    first = _without_times(mention)
    phrase = annotations.text(first, mention.last)
    lowers = annotations.lowers
    rest = ""
    if mention.last < mention.clauses.last and lowers[mention.last] in _COMPLEMENTS:
        rest = _rest(mention, mention.last + 1)
        rest = f"{lowers[mention.last]} {rest}" if rest else ""
    if not rest and mention.last - first <= 1:
        names = _named(annotations, mention.participants[:_MOST_NAMES])
        rest = f"of {names}" if names else f"in {mention.place}" if mention.place else ""
    return _clean(f"{phrase} {rest}")


def _without_times(mention: EventMention) -> int:
    """Return where the noun's modifiers begin once the dates before them are left out."""
    tokens = mention.clauses.annotations.tokens
    first = mention.first
    for time in mention.times:
        while first < mention.last - 1 and time.start <= tokens[first].start < time.end:
            first += 1
    while first < mention.last - 1 and not tokens[first].text[0].isalnum():
        first += 1
    return first


def _names(mention: EventMention) -> str:
    verb = mention.verb
    annotations = mention.clauses.annotations
    if verb is None:
        return ""
    before = annotations.tokens[verb.group].start
    low = mention.clauses.sentence.span.start
    subjects = {r.actor for r in annotations.references_in(low, before)}
    return _named(annotations, [actor for actor in mention.participants if actor in subjects][:_MOST_NAMES])


def _named(annotations: Annotations, actors: Sequence[str]) -> str:
    names = [annotations.actors[actor].name for actor in actors]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _rest(mention: EventMention, first: int) -> str:
    """Return the words from a token up to where, when or why, and no more than a few."""
    clauses = mention.clauses
    annotations = clauses.annotations
    starts = {time.start for time in mention.times}
    last = first
    while last < clauses.last and last - first < _MOST_WORDS:
        lower = annotations.lowers[last]
        if lower in _ENDS or annotations.tokens[last].start in starts or clauses.in_verb(last):
            break
        last += 1
    while last > first and annotations.lowers[last - 1] in {"the", "a", "an", "and", "of", "with", "'s", "between"}:
        last -= 1
    return annotations.text(first, last) if last > first else ""


def _clean(title: str) -> str:
    words = " ".join(title.split())
    return words[:1].upper() + words[1:]
