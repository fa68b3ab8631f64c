"""Events told by a verb: ``will meet``, ``signed the treaty``, ``went to the polls``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.mentions import DETERMINERS, EventMention
from briefing.extraction.agenda.verbs import PREPOSITIONS, Verb
from briefing.extraction.agenda.words import word_set
from briefing.knowledge.events import VerbSense
from briefing.model import AgendaKind, Tense

_OBJECT_REACH = 12
_PRONOUN_OBJECTS = word_set("it them")
_RELATIVES = word_set("which that")
_AFTER_PARTICIPLE = word_set("in on at by today yesterday last earlier between")
_SPOKEN = frozenset({"speak", "talk"})
_TIME_WORDS = word_set("today yesterday again earlier separately")
_SELF = word_set("i we he she")
_WHEREABOUTS = frozenset({"be in", "be here", "come", "return"})
_ACTS = frozenset({"treaty", "vote"})
_GUEST_REACH = 6
_WHO_REACH = 12
_PRONOUNS = word_set("it he she they we")
_AFTER_ELLIPSIS = word_set(". , ; so")
_SENDING = frozenset({"lead", "head", "send", "dispatch"})
_NO_GUESTS = PREPOSITIONS | word_set(", ; : . of to and that 's")
_SECOND_PARTS = word_set("fire")


def by_verb(clauses: Clauses) -> Iterator[EventMention]:
    """Yield the events that the verbs of a sentence tell of, in order."""
    for verb in clauses.verbs.values():
        sense = verb.sense("event")
        kind = _kind(clauses, verb, sense) if sense is not None else None
        if sense is None or kind is None:
            yield from _delegation(clauses, verb)
            continue
        if _describes_noun(clauses, verb, sense):
            continue
        if sense.phrase not in _WHEREABOUTS or _is_whereabouts(clauses, verb):
            tense = verb.tense or _tense_of_gerund(clauses, verb)
            yield EventMention(clauses, kind, verb.first, verb.last, verb, True, tense, verb.mood, act=sense.phrase)


def by_ellipsis(clauses: Clauses, told: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield what was done as said before: ``would leave the treaty, and six months later it did``."""
    lowers = clauses.annotations.lowers
    for verb in clauses.verbs.values():
        after = lowers[verb.last] if verb.last < clauses.last else "."
        if lowers[verb.first] != "did" or lowers[verb.first - 1] not in _PRONOUNS or after not in _AFTER_ELLIPSIS:
            continue
        meant = next((one for one in reversed(told) if one.last <= verb.first and one.tense == "to_come"), None)
        if meant is not None:
            mention = replace(meant, first=verb.first, last=verb.last, verb=verb, tense="past", mood="fact", times=[])
            stop = next(at for at in range(meant.last, verb.first) if not clauses.annotations.words[at][0].isalnum())
            mention.title = clauses.annotations.text(meant.first, stop)
            yield mention


def _kind(clauses: Clauses, verb: Verb, sense: VerbSense) -> AgendaKind | None:
    """Return the kind of event that a verb tells of with what it acts on; what is adopted may be agreed or imposed."""
    if _has_object(clauses, verb, sense):
        return sense.kind
    others: tuple[AgendaKind, ...] = ("treaty", "other") if sense.lemma == "adopt" else ()
    return next((kind for kind in others if _has_object(clauses, verb, sense._replace(kind=kind))), None)


def _describes_noun(clauses: Clauses, verb: Verb, sense: VerbSense) -> bool:
    """Tell whether a participle only says whose a thing is: ``a conference convened by Norway``, ``imposed by it``."""
    lowers = clauses.annotations.lowers
    bare = verb.inflection == "ed" and verb.group == verb.first
    return (
        bare
        and lowers[verb.last : verb.last + 1] == ["by"]
        and (sense.kind == "other" or verb.sense("holding") is not None)
    )


def _tense_of_gerund(clauses: Clauses, verb: Verb) -> Tense | None:
    """Return the tense of a gerund that opens its sentence: ``Speaking by phone with ..., she voiced regret``."""
    if verb.inflection != "ing" or verb.group != clauses.first:
        return None
    return next((other.tense for other in clauses.verbs.values() if other.first > verb.first and other.finite), None)


def _delegation(clauses: Clauses, verb: Verb) -> Iterator[EventMention]:
    """Yield the journey of who ``will lead the delegation to ...`` or is sent: ``will send monitors to ...``."""
    lowers, sent = clauses.annotations.lowers, clauses.annotations.knowledge.events.sent
    if not verb.senses or verb.senses[0].lemma not in _SENDING:
        return
    for index in range(verb.last, min(clauses.last - 2, verb.last + _OBJECT_REACH)):
        goal = clauses.annotations.words[index + 2]
        if lowers[index] in sent and lowers[index + 1] == "to" and (goal[0].isupper() or goal == "the"):
            yield EventMention(
                clauses,
                "visit",
                verb.first,
                index + 2,
                verb,
                by_verb=True,
                tense=verb.tense,
                mood=verb.mood,
                act="lead a delegation to",
            )
            return


def _has_object(clauses: Clauses, verb: Verb, sense: VerbSense) -> bool:
    """Tell whether a verb acts on what makes it an event, or needs nothing of the kind."""
    table = clauses.annotations.knowledge.events
    if verb.passive and sense.kind == "meeting" and sense.rest == ("with",):
        return False
    needed = table.objects.get(sense.kind) if sense.kind else None
    if sense.lemma == "agree":
        after = clauses.annotations.words[verb.last] if verb.last < clauses.last else "."
        return after.isalpha() and after not in DETERMINERS - {"that"} and after not in table.nouns
    if needed is None or sense.phrase in table.free_verbs:
        return True
    if sense.lemma in table.person_objects:
        guests = sense.lemma in table.receiving and _acts_on_guests(clauses, verb.last)
        return guests or _acts_on_person(clauses, verb.last)
    if sense.lemma in _SPOKEN:
        to = next((at for at in _near_behind(clauses, verb) if clauses.annotations.lowers[at] == "to"), None)
        if to is not None:
            return _acts_on_person(clauses, to + 1) or _acts_on_guests(clauses, to + 1)
    if sense.lemma in table.pronoun_objects:
        needed |= _PRONOUN_OBJECTS
    return any(_is_named(clauses, verb, reach, needed) for reach in _object_reaches(clauses, verb, sense))


def _near_behind(clauses: Clauses, verb: Verb) -> range:
    """Return the tokens directly behind a verb, with a word of time between: ``spoke today to``."""
    between = verb.last < clauses.last and clauses.annotations.lowers[verb.last] in _TIME_WORDS
    return range(verb.last, min(clauses.last, verb.last + (2 if between else 1)))


def _object_reaches(clauses: Clauses, verb: Verb, sense: VerbSense) -> Iterator[range]:
    """Yield where the object of a verb may stand: before a passive and a participle, after any other, or both."""
    start = clauses.piece_start(verb.group)
    if start == verb.group and start > clauses.first + 1 and clauses.annotations.words[start - 1] == ",":
        start = clauses.piece_start(start - 2)
    before = range(verb.group - 1, max(start, verb.group - _OBJECT_REACH) - 1, -1)
    subject = verb.passive or sense.lemma in clauses.annotations.knowledge.events.subject_objects
    if not subject:
        yield range(verb.last, min(clauses.last, verb.last + _OBJECT_REACH))
    if subject or (sense.kind in _ACTS | {"other"} and _follows_its_noun(clauses, verb)):
        yield before
    if sense.kind in _ACTS and clauses.annotations.lowers[start] in _RELATIVES:
        yield range(start - 1, max(clauses.first, start - _OBJECT_REACH) - 1, -1)


def _is_named(clauses: Clauses, verb: Verb, reach: range, needed: frozenset[str]) -> bool:
    """Tell whether what a verb needs stands in a range of tokens, before another clause begins."""
    annotations, tokens = clauses.annotations, clauses.annotations.tokens
    if not reach:
        return False
    low, high = min(reach), max(reach) + 1
    if annotations.instruments_in(tokens[low].start, tokens[min(high, len(tokens) - 1)].start):
        return True
    for index in reach:
        lower = annotations.lowers[index]
        if lower in needed or (lower in _SECOND_PARTS and "".join(annotations.lowers[index - 2 : index + 1]) in needed):
            return True
        if lower in {";", "that", "which", "who", "—"} or (index in clauses.verbs and index != verb.first):
            return False
    return False


def _follows_its_noun(clauses: Clauses, verb: Verb) -> bool:
    """Tell whether a participle stands behind what it acts on: ``the memorandum signed in Sochi``."""
    after = clauses.annotations.lowers[verb.last] if verb.last < clauses.last else ""
    counted = after[:1].isdigit()  # "passed 27-21 by the committee"
    return verb.inflection == "ed" and verb.group == verb.first and (counted or after in _AFTER_PARTICIPLE)


def _acts_on_person(clauses: Clauses, index: int) -> bool:
    """Tell whether a person by name stands there, and nothing that is said of him: ``called Berg a friend``."""
    lowers = clauses.annotations.lowers
    for one in clauses.named:
        titles = all(clauses.annotations.words[at][0].isupper() for at in range(index, one.first))
        if one.reference.kind == "person" and index <= one.first and titles:
            after = lowers[one.last] if one.last < clauses.last else "."
            return not (after in DETERMINERS or after[0].isdigit() or after in {'"', "“"})
    return False


def _acts_on_guests(clauses: Clauses, index: int) -> bool:
    """Tell whether persons without a name stand there: ``hosted special envoys from Norway``."""
    lowers, guests = clauses.annotations.lowers, clauses.annotations.knowledge.events.guests
    for at in range(index, min(clauses.last, index + _GUEST_REACH)):
        if lowers[at] in guests:
            return True
        if at in clauses.verbs or lowers[at] in _NO_GUESTS:
            return False
    return False


def _is_whereabouts(clauses: Clauses, verb: Verb) -> bool:
    """Tell whether ``be in`` says where a person will be."""
    before = verb.group - 1
    annotations = clauses.annotations
    if before >= clauses.first and annotations.lowers[before] in _SELF:
        return True
    if annotations.lowers[verb.group] in {f"{word}'ll" for word in _SELF}:
        return True
    start = clauses.piece_start(verb.group)
    if annotations.lowers[start] == "who":
        start = max(clauses.first, start - _WHO_REACH)
    persons = (one for one in clauses.named if one.reference.kind == "person")
    return any(start <= one.first and one.last <= verb.group for one in persons)
