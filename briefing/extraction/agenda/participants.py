"""Who takes part in an event, as the words around it say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing.extraction.agenda.clauses import Clauses, Named
from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.places import Place
from briefing.extraction.agenda.words import word_set
from briefing.extraction.annotations import Annotations

_NOT_ACTING = word_set("in at to from near into over on about against toward towards while as by")
_WHILE = word_set("as while")
_ARTICLES = word_set("the a an this that both")
_TOPIC_BEGINS = word_set(
    "on about over regarding concerning that amid as because after before despite where when while",
    "focused focusing aimed discuss ahead following since until which",
)
_JOINERS = word_set("with between of by among")
_NOT_IN_TITLE = word_set(", . ; :")
_INSIDE_TITLE = word_set("of for and 's the")
_CLAUSE_BEGINS = word_set('that which whom after before as while when where because but ; : — " “ ”')
_CALLS = word_set("call conversation speak talk")
_HIS = word_set("his her its")
_DURING = word_set("in during at after before from")
_SOME = word_set("a an their his her")
_PERSON_REACH = 8
_MOST = 12
_BACK = 3
"""How many verbs back the subject of a verb may stand: ``Sherman, who is travelling ... and will meet``."""


def acting(clauses: Clauses) -> list[Named]:
    """Return the names of a sentence that are not part of a dateline, a title or a parenthesis, in order."""
    annotations = clauses.annotations
    persons = [one for one in clauses.named if one.reference.kind == "person"]
    starts = [person.first for person in persons]

    def in_title(one: Named) -> bool:
        if one.reference.kind == "person":
            return False
        at = bisect_left(starts, one.last)
        return any(_is_title(annotations, one, person) for person in persons[max(0, at - 1) : at + 1])

    return [
        one
        for one in clauses.named
        if one.first >= clauses.first and annotations.lowers[one.first - 1] != "(" and not in_title(one)
    ]


def find_participants(
    mention: EventMention, place: Place | None, named: Sequence[Named], before: Sequence[Named]
) -> tuple[str, ...]:
    """Return the ids of the actors that take part, of the acting names of this sentence and the one before."""
    if place is not None:
        named = [one for one in named if not place.first <= one.first < place.last]
    found = [*_subjects(mention, named, before), *_inside(mention, named), *_objects(mention, named)]
    return tuple(dict.fromkeys(one.reference.actor for one in found))[:_MOST]


def _is_title(annotations: Annotations, one: Named, person: Named) -> bool:
    """Tell whether a state belongs to a person's name: ``South Korean Vice Minister Choi``, ``Xi Jinping of China``."""
    if 0 <= person.first - one.last <= _PERSON_REACH:
        return all(_is_titular(annotations, index) for index in range(one.last, person.first))
    between = annotations.lowers[person.last : one.first]
    return between[:1] == ["of"] and len(between) <= _PERSON_REACH and set(between[1:]) <= _ARTICLES


def _is_titular(annotations: Annotations, index: int) -> bool:
    word = annotations.words[index]
    if word[0].isalnum():
        return word[0].isupper() or annotations.lowers[index] in _INSIDE_TITLE
    return word not in _NOT_IN_TITLE


def _subjects(mention: EventMention, named: Sequence[Named], before: Sequence[Named]) -> Iterator[Named]:
    """Yield who stands before the verb that is or holds the event, owns the noun, or acts while it goes on."""
    clauses, verb = mention.clauses, mention.verb
    lowers = clauses.annotations.lowers
    if verb is not None and verb.first < mention.last and not (verb.passive and mention.by_verb):
        if mention.mood == "offer":
            yield from (one for one in named if one.last <= verb.group and _acts(clauses, one))
        yield from _before(clauses, verb.group, named)
        if verb.inflection == "ing" and verb.group == clauses.first:
            after = (
                one
                for one in named
                if one.first >= verb.last and clauses.segment(one.first) != clauses.segment(verb.last)
            )
            yield from (one for one in [*after][:1] if one.reference.kind == "person")
    elif mention.determiner in _HIS:
        here = [one for one in named if one.last <= mention.first and one.reference.kind == "person"]
        there = [one for one in before if one.reference.kind == "person"]
        yield from here[-1:] or there[:1]
    elif mention.determiner == "their":
        found = _before(clauses, mention.first, named)
        yield from found if len(found) > 1 else _two_before(mention, named, before) or found
    start = mention.first - (1 if mention.determiner else 0)
    if not mention.by_verb and mention.determiner in _SOME and start > clauses.first and lowers[start - 1] in _DURING:
        yield from _acting_in(mention, start, named)


def _two_before(mention: EventMention, named: Sequence[Named], before: Sequence[Named]) -> Sequence[Named]:
    """Return whose ``their meeting`` is: two persons of the sentence, else of the one before, else its first two."""
    here = [one for one in named if one.last <= mention.first and one.reference.kind == "person"]
    there = [one for one in before if one.reference.kind == "person"]
    for persons in (here, there):
        if len({one.reference.actor for one in persons}) > 1:
            return persons[:2]
    return () if here else before[:2]


def _acting_in(mention: EventMention, start: int, named: Sequence[Named]) -> Iterator[Named]:
    """Yield who does something in an event: ``told Putin in a call``, ``In a call with reporters he said``."""
    clauses = mention.clauses
    finite = (verb for verb in reversed(clauses.verbs.values()) if verb.first < start and verb.inflection != "base")
    verb = next(finite, None)
    if verb is not None:
        found = [*_before(clauses, verb.group, named)]
        found += [one for one in named if verb.last <= one.first < start and _acts(clauses, one)]
        persons = [one for one in found if one.reference.kind == "person"]
        yield from persons or found
    elif start - 1 == clauses.first:
        later = [one for one in named if one.first >= mention.last and one.reference.kind == "person"]
        yield from later[: 2 if mention.word in _CALLS else 1]


def _before(clauses: Clauses, index: int, named: Sequence[Named]) -> list[Named]:
    """Return the names between a verb and the one before it; where there are none, those further back."""
    high = index
    for _ in range(_BACK):
        low = next((at for at in range(high - 1, clauses.first - 1, -1) if at in clauses.verbs), clauses.first - 1)
        begin = next((at for at in range(index - 1, low, -1) if clauses.annotations.lowers[at] in _CLAUSE_BEGINS), -1)
        low = max(low, begin)
        found = [one for one in named if low < one.first and one.last <= high and _acts(clauses, one)]
        if found or low < clauses.first or low == begin:
            return found
        high = low
    return []


def _acts(clauses: Clauses, one: Named) -> bool:
    lowers = clauses.annotations.lowers
    at = one.first - 1
    while at >= clauses.first and (lowers[at] in _ARTICLES or lowers[at] == "-"):
        at -= 1
    if at < clauses.first or lowers[at] not in _NOT_ACTING:
        return True
    return lowers[at] in _WHILE and any(verb.group == one.last for verb in clauses.verbs.values())


def _inside(mention: EventMention, named: Sequence[Named]) -> Iterator[Named]:
    if not mention.by_verb:
        low = mention.first - 1 if mention.determiner == "'s" else mention.first
        yield from (one for one in named if low <= one.last - 1 and one.first < mention.last)


def _objects(mention: EventMention, named: Sequence[Named]) -> Iterator[Named]:
    """Yield who stands after the event with ``with``, ``between``, ``of``, or as the object of its verb."""
    clauses = mention.clauses
    lowers = clauses.annotations.lowers
    open_ = mention.by_verb and mention.kind in {"meeting", "visit"}
    starts = {one.first: one for one in named}
    tokens = clauses.annotations.tokens
    dated = {clauses.annotations.token_at(time.start) for time in mention.times}
    for index in range(mention.last, clauses.last):
        if {index, index + 1} & dated or any(time.start <= tokens[index].start < time.end for time in mention.times):
            continue
        if _is_own_participle(mention, index):
            continue  # "talks | led by N and M"
        if lowers[index] in _TOPIC_BEGINS or lowers[index] in {";", '"', "“"} or clauses.in_verb(index):
            return
        if lowers[index] in _JOINERS or (lowers[index] in {"to", "from"} and {mention.word, mention.act} & _CALLS):
            open_ = True
        elif lowers[index] in _NOT_ACTING:
            open_ = False
        if open_ and index in starts and not _speaks(clauses, starts[index]):
            yield starts[index]


def _is_own_participle(mention: EventMention, index: int) -> bool:
    verb = mention.verb
    return verb is not None and not mention.by_verb and verb.first == index and verb.group == index >= mention.last


def _speaks(clauses: Clauses, one: Named) -> bool:
    """Tell whether somebody only reports: ``..., the ministry said``."""
    return any(verb.group == one.last and verb.inflection in {"ed", "s"} for verb in clauses.verbs.values())
