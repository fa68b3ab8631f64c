"""Where an event takes place and who takes part, as the words around it say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.words import word_set
from briefing.extraction.annotations import Annotations, Reference

_PLACE_PREPOSITIONS = word_set("in at near outside")
_GOAL_PREPOSITIONS = word_set("to in into for at")
_NOT_ACTING = word_set("in at to from near into over on about against toward towards of")
_TOPIC_BEGINS = word_set(
    "on about over regarding concerning that amid as because after before despite where when while",
    "focused focusing aimed discuss ahead following since until which",
)
_INSIDE_TITLE = word_set("of for and 's the - ’s")
_PERSON_REACH = 8
_MOST_PARTICIPANTS = 12
_PLACE_WORDS = 5


class Named(NamedTuple):
    """A reference with its tokens."""

    first: int
    last: int
    reference: Reference


def add_surroundings(mention: EventMention) -> None:
    """Set the place, the participants and the instrument of a mention."""
    clauses = mention.clauses
    annotations = clauses.annotations
    named = [
        Named(annotations.token_at(r.start), annotations.token_at(r.end - 1) + 1, r)
        for r in annotations.references_in(*clauses.sentence.span)
    ]
    place = _place(mention)
    mention.place = _text(annotations, place) if place else None
    taken = set(range(*place)) if place else set()
    acting = [one for one in named if one.first not in taken and not _in_title(annotations, one, named)]
    found = [*_subjects(mention, acting), *_inside(mention, acting), *_objects(mention, acting)]
    mention.participants = tuple(dict.fromkeys(one.reference.actor for one in found))[:_MOST_PARTICIPANTS]
    low, high = annotations.tokens[clauses.first].start, annotations.tokens[clauses.last - 1].end
    if mention.kind in {"treaty", "deadline", "vote"}:
        instruments = annotations.instruments_in(low, high)
        here = annotations.tokens[mention.first].start
        nearest = min(instruments, key=lambda instrument: abs(instrument.start - here), default=None)
        mention.instrument = nearest.instrument if nearest else None


def _text(annotations: Annotations, tokens: tuple[int, int]) -> str:
    return " ".join(annotations.text(*tokens).split())


# where


def _place(mention: EventMention) -> tuple[int, int] | None:
    """Return the tokens of the place: the goal of a visit, a city before the noun, or what follows ``in`` or ``at``."""
    clauses = mention.clauses
    lowers = clauses.annotations.lowers
    if mention.kind == "visit":
        start = mention.last
        if lowers[mention.last - 1] in _GOAL_PREPOSITIONS or mention.by_verb:
            place = _place_at(clauses, start, lists=True)
            if place is not None:
                return place
    if not mention.by_verb:
        for index in range(mention.first, mention.last):
            if _is_city(clauses.annotations, index):
                return _place_at(clauses, index)
    wanted = _PLACE_PREPOSITIONS | (_GOAL_PREPOSITIONS if mention.kind == "visit" else frozenset())
    for index in range(mention.last, min(clauses.last - 1, mention.last + 30)):
        if index in clauses.verbs and not _only_brings(clauses, index, mention):
            break
        if lowers[index] in wanted:
            place = _place_at(clauses, index + 1, lists=mention.kind == "visit")
            if place is not None:
                return place
        if lowers[index] in {";", "that"}:
            break
    return _place_before(mention)


def _only_brings(clauses: Clauses, index: int, mention: EventMention) -> bool:
    return mention.verb is not None and clauses.verbs[index].first == mention.verb.first


def _place_before(mention: EventMention) -> tuple[int, int] | None:
    """Return a place that opens the sentence or its piece: ``In Seoul on Friday she met``."""
    clauses = mention.clauses
    lowers = clauses.annotations.lowers
    begin = clauses.piece_start(mention.verb.group if mention.verb else mention.first)
    if lowers[begin] == "where":
        for index in range(begin - 1, clauses.first - 1, -1):
            if lowers[index] in {"in", "at", "to", "visit"}:
                return _place_at(clauses, index + 1)
    piece = clauses.segment(begin)
    for index in range(clauses.first, mention.first - 1):
        near = clauses.segment(index) == piece or index == clauses.first
        if near and lowers[index] in {"in", "at"}:
            place = _place_at(clauses, index + 1)
            if place is not None:
                return place
    return None


def _place_at(clauses: Clauses, index: int, *, lists: bool = False) -> tuple[int, int] | None:
    """Return the tokens of a place that begins at a token: a known one, or capitalised words that name no actor."""
    annotations = clauses.annotations
    lowers, words = annotations.lowers, annotations.words
    start = index + 1 if index < clauses.last and lowers[index] in {"the", "both"} else index
    last = _known_place(annotations, start) or _unknown_place(clauses, start)
    if last is None or last > clauses.last:
        return None
    while last + 1 < clauses.last and (lowers[last] == "," or (lists and lowers[last] == "and")):
        after = last + 1 + (lists and lowers[last + 1] == "and")
        further = _known_place(annotations, after) if after < clauses.last else None
        if further is None:
            break
        last = further
    return (start, last) if words[start] else None


def _known_place(annotations: Annotations, index: int) -> int | None:
    match = annotations.cover[index] if index < len(annotations.cover) else None
    if match is None or match.first != index:
        return None
    forms = {(entry.table, entry.form) for entry in match.entries}
    here = any(
        table == "place" or (table == "state" and form in {"name", "capital", "abbreviation"}) for table, form in forms
    )
    return match.last if here else None


def _unknown_place(clauses: Clauses, index: int) -> int | None:
    annotations = clauses.annotations
    last = index
    while last < clauses.last and last - index < _PLACE_WORDS and annotations.words[last][0].isupper():
        last += 1
    if last == index or annotations.words[index] in annotations.knowledge.capitalised_words:
        return None
    start = annotations.tokens[index].start
    end = annotations.tokens[last - 1].end
    if any(r.named and r.kind != "state" for r in annotations.references_in(start, end)):
        return None
    if last - index == 1 and annotations.words[index].isupper():
        return None
    return last


def _is_city(annotations: Annotations, index: int) -> bool:
    match = annotations.cover[index]
    if match is None:
        return False
    return any(
        entry.table == "place" or (entry.table == "state" and entry.form == "capital") for entry in match.entries
    ) and not any(
        r.named for r in annotations.references_in(annotations.tokens[index].start, annotations.tokens[index].end)
    )


# who


def _in_title(annotations: Annotations, one: Named, named: Iterable[Named]) -> bool:
    """Tell whether a state stands in the title of a person: ``South Korean Vice Minister Choi``."""
    if one.reference.kind == "person":
        return False
    for other in named:
        if other.reference.kind == "person" and 0 <= other.first - one.last <= _PERSON_REACH:
            between = range(one.last, other.first)
            if all(annotations.words[i][0].isupper() or annotations.lowers[i] in _INSIDE_TITLE for i in between):
                return True
    return False


def _subjects(mention: EventMention, named: list[Named]) -> Iterator[Named]:
    """Yield who stands before the verb that is or holds the event."""
    clauses = mention.clauses
    verb = mention.verb
    if verb is None or (verb.first > mention.first and not mention.by_verb) or (verb.passive and mention.by_verb):
        if mention.determiner in {"their", "his", "her", "its"}:
            yield from _before(clauses, mention.first, named)
        return
    yield from _before(clauses, verb.group, named)


def _before(clauses: Clauses, index: int, named: list[Named]) -> Iterator[Named]:
    lowers = clauses.annotations.lowers
    low = _clause_start(clauses, index)
    found = [
        one for one in named if low <= one.first and one.last <= index and lowers[one.first - 1] not in _NOT_ACTING
    ]
    yield from found


def _clause_start(clauses: Clauses, index: int) -> int:
    """Return where the clause of a verb begins: after the nearest verb before it."""
    low = clauses.first
    for at in range(index - 1, clauses.first - 1, -1):
        if at in clauses.verbs:
            low = at
            break
    return low + 1 if low in clauses.verbs else low


def _inside(mention: EventMention, named: list[Named]) -> Iterator[Named]:
    if not mention.by_verb:
        low = mention.first - 2 if mention.determiner == "'s" else mention.first
        yield from (one for one in named if low <= one.first < mention.last)


def _objects(mention: EventMention, named: list[Named]) -> Iterator[Named]:
    """Yield who stands after the event with ``with``, ``between``, ``of``, or as the object of its verb."""
    clauses = mention.clauses
    lowers = clauses.annotations.lowers
    open_ = mention.by_verb and mention.kind in {"meeting", "visit"}
    for index in range(mention.last, clauses.last):
        if (
            lowers[index] in _TOPIC_BEGINS
            or lowers[index] == ";"
            or (index in clauses.verbs and (mention.verb is None or index != mention.verb.first))
        ):
            return
        if lowers[index] in {"with", "between", "of", "by", "among", "and", ","}:
            open_ = open_ or lowers[index] not in {"and", ","}
        if lowers[index] in _NOT_ACTING - {"of"}:
            open_ = False
        if open_:
            yield from (one for one in named if one.first == index)
