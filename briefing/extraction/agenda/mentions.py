"""Places in a sentence that speak of an event: by a verb (``will meet``) or by a noun (``Wednesday's talks``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.verbs import PREPOSITIONS, Mood, Verb
from briefing.extraction.agenda.words import word_set
from briefing.extraction.times import TimeExpression
from briefing.knowledge.events import EventNoun, VerbSense
from briefing.model import AgendaKind, DateInterval, Tense

_DETERMINERS = word_set("a an the this that these those its his her their our")
_DEFINITE = word_set("the this that these those")
_PHRASE_ENDS = word_set("of in on at by for with to from during after before and or as about that")
_UNREAL_BEFORE = word_set("no any without such every each possible potential")
_UNREAL_GOVERNORS = word_set(
    "return path ready prospect prospects possibility call calls called calling need hopes hope offer openness favor",
    "favour willingness readiness push demand demands appeal way chance chances",
)
_MODIFIER_REACH = 8
_OBJECT_REACH = 12
_PRONOUN_OBJECTS = word_set("it them")
_SPOKEN = frozenset({"speak", "talk"})
_GERUNDS_AS_ADJECTIVES = word_set(
    "ongoing upcoming coming working opening closing concluding meeting planning parting standing"
)
_SCHEDULED = word_set("scheduled rescheduled planned slated postponed moved fixed announced expected")
_ANNOUNCING = word_set("schedule plan arrange announce call expect set agree propose postpone")
_AHEAD = word_set("ahead forward upcoming")
_BEHIND = word_set("after following")
_CUE_REACH = 3
_HELD_REACH = 6
_NO_OBJECT_BETWEEN = word_set("in on at by for with to from during after before and about that as over into")
_REPORTS = word_set("statement statements readout remarks summary transcript communique communiqué outcome outcomes")
_ON_INSTRUMENTS = frozenset({"treaty", "deadline", "vote"})
_INSTRUMENT_REACH = 600
"""How many characters back the name to which ``it`` or ``the treaty`` points may stand."""
_ACTS = frozenset({"treaty", "vote"})
_SELF = word_set("i we he she")
_CALL_BEFORE = word_set("a the his her their this that recent 's s")
_CALL_AFTER = word_set("with between on today yesterday , . last this that in earlier")
_MILITARY = word_set(
    "military joint naval live-fire fire combined annual air army missile nuclear planned large-scale",
    "scale defense defence the these command-post trilateral war snap",
)


@dataclass(slots=True)
class EventMention:
    """One place that speaks of an event, and what stands around it. Tokens ``first`` to ``last`` are its words."""

    clauses: Clauses
    kind: AgendaKind
    first: int
    last: int
    verb: Verb | None
    by_verb: bool
    tense: Tense | None
    mood: Mood
    determiner: str = ""
    act: str = ""
    """What is done, as a verb's base form or a noun: tells signing a treaty from leaving it."""
    times: list[TimeExpression] = field(default_factory=list)
    date: DateInterval | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    instrument: str | None = None
    title: str = ""
    certain: bool = False
    """Whether it is worth an item without a date or parties."""

    @property
    def definite(self) -> bool:
        """Whether the words point back to an event already spoken of."""
        return not self.by_verb and self.determiner in _DEFINITE

    @property
    def word(self) -> str:
        """What tells one sort of event from another, in lower case: a verb's base form or the head of a phrase."""
        return self.act.split()[0] if self.by_verb else self.clauses.annotations.lowers[self.last - 1]


def find_mentions(clauses: Clauses) -> list[EventMention]:
    """Return the mentions of events in a sentence, in order."""
    by_verb = list(_by_verb(clauses))
    by_noun = [noun for noun in _by_noun(clauses) if not any(_tells_of(verb, noun) for verb in by_verb)]
    return sorted([*by_verb, *by_noun], key=lambda mention: (mention.first, mention.last))


def find_instrument(mention: EventMention) -> str | None:
    """Return the instrument that a mention is about: the nearest in its sentence, or that to which ``it`` points."""
    if mention.kind not in _ON_INSTRUMENTS:
        return None
    annotations, span = mention.clauses.annotations, mention.clauses.sentence.span
    here = annotations.tokens[mention.first].start
    named = annotations.instruments_in(*span)
    if named:
        return min(named, key=lambda instrument: abs(instrument.start - here)).instrument
    lowers = annotations.lowers[mention.clauses.first : mention.clauses.last]
    pointing = any(
        lower == "it" or (lower in _DEFINITE and after in {"treaty", "agreement", "accord", "pact"})
        for lower, after in pairwise(lowers)
    )
    before = annotations.instruments_in(span.start - _INSTRUMENT_REACH, span.start) if pointing else []
    return before[-1].instrument if before else None


def _tells_of(verb: EventMention, noun: EventMention) -> bool:
    """Tell whether a noun only repeats what a verb before it does: ``signed the law on withdrawal``."""
    clauses = verb.clauses
    if verb.last > noun.first or clauses.segment(verb.first) != clauses.segment(noun.first):
        return False
    if verb.kind in _ACTS and noun.kind in _ACTS:
        return True
    between = clauses.annotations.lowers[verb.last : noun.first]
    return verb.kind == noun.kind and (verb.kind == "visit" or (verb.kind == "meeting" and "for" in between))


def _by_verb(clauses: Clauses) -> Iterator[EventMention]:
    for verb in clauses.verbs.values():
        sense = verb.sense("event")
        if sense is None or sense.kind is None:
            yield from _delegation(clauses, verb)
            continue
        if _has_object(clauses, verb, sense) and (sense.lemma != "be" or _is_whereabouts(clauses, verb)):
            yield EventMention(
                clauses,
                sense.kind,
                verb.first,
                verb.last,
                verb,
                True,
                verb.tense,
                verb.mood,
                act=sense.phrase,
            )


def _delegation(clauses: Clauses, verb: Verb) -> Iterator[EventMention]:
    """Yield the journey of who ``will lead the delegation to ...``."""
    lowers = clauses.annotations.lowers
    if not verb.senses or verb.senses[0].lemma not in {"lead", "head"}:
        return
    for index in range(verb.last, min(clauses.last - 1, verb.last + _OBJECT_REACH)):
        if lowers[index] == "delegation" and lowers[index + 1] == "to":
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
    needed = table.objects.get(sense.kind) if sense.kind else None
    if needed is None or sense.phrase in table.free_verbs:
        return True
    if sense.lemma in table.person_objects:
        return _acts_on_person(clauses, verb.last)
    if sense.lemma in _SPOKEN and clauses.annotations.lowers[verb.last : verb.last + 1] == ["to"]:
        return _acts_on_person(clauses, verb.last + 1)
    if sense.lemma in table.pronoun_objects:
        needed |= _PRONOUN_OBJECTS
    annotations = clauses.annotations
    tokens = annotations.tokens
    if verb.passive or sense.lemma in table.subject_objects:
        low, high = max(clauses.piece_start(verb.group), verb.group - _OBJECT_REACH), verb.group
    else:
        low, high = verb.last, min(clauses.last, verb.last + _OBJECT_REACH)
    if annotations.instruments_in(tokens[low].start, tokens[min(high, len(tokens) - 1)].start):
        return True
    for index in range(low, high):
        lower = annotations.lowers[index]
        if lower in needed:
            return True
        if lower in {";", "that", "which", "who", "—"} or (index in clauses.verbs and index != verb.first):
            return False
    return False


def _acts_on_person(clauses: Clauses, index: int) -> bool:
    """Tell whether a person by name stands there, and nothing that is said of him: ``called Berg a friend``."""
    lowers = clauses.annotations.lowers
    for one in clauses.named:
        titles = all(clauses.annotations.words[at][0].isupper() for at in range(index, one.first))
        if one.reference.kind == "person" and index <= one.first and titles:
            after = lowers[one.last] if one.last < clauses.last else "."
            return not (after in _DETERMINERS or after[0].isdigit() or after in {'"', "“"})
    return False


def _is_whereabouts(clauses: Clauses, verb: Verb) -> bool:
    """Tell whether ``be in`` says where a person will be."""
    before = verb.group - 1
    annotations = clauses.annotations
    if before >= clauses.first and annotations.lowers[before] in _SELF:
        return True
    if annotations.lowers[verb.group] in {f"{word}'ll" for word in _SELF}:
        return True
    end = annotations.tokens[before].end if before >= clauses.first else -1
    return any(r.end == end and r.kind == "person" for r in annotations.references_in(*clauses.sentence.span))


def _by_noun(clauses: Clauses) -> Iterator[EventMention]:
    annotations = clauses.annotations
    index = clauses.first
    while index < clauses.last:
        noun = _noun_at(clauses, index)
        if noun is None:
            index += 1
            continue
        last = index + len(noun.words)
        if _stands_alone(clauses, index, last, noun):
            mention = _noun_mention(clauses, index, last, noun)
            made = annotations.lowers[last - 1] in annotations.knowledge.events.made_nouns
            if mention.verb is not None or not made:
                yield mention
        index = last


def _reaches(clauses: Clauses, last: int, start: int) -> bool:
    """Tell whether a noun phrase is the object of a verb: nothing between them, or ``the first round of``."""
    annotations = clauses.annotations
    between = range(last, start)
    if len(between) > _HELD_REACH or any(annotations.lowers[i] in _NO_OBJECT_BETWEEN for i in between):
        return False
    return not between or not any(
        annotations.tokens[last].start <= r.start < annotations.tokens[start].start
        for r in annotations.references_in(*clauses.sentence.span)
    )


def _noun_at(clauses: Clauses, index: int) -> EventNoun | None:
    annotations = clauses.annotations
    for noun in annotations.knowledge.events.nouns.get(annotations.lowers[index], ()):
        last = index + len(noun.words)
        if last <= clauses.last and tuple(annotations.lowers[index:last]) == noun.words:
            return noun
    return None


def _stands_alone(clauses: Clauses, first: int, last: int, noun: EventNoun) -> bool:
    """Tell whether a noun is an event here, and not a verb, a part of a name or an epithet of another noun."""
    annotations, table = clauses.annotations, clauses.annotations.knowledge.events
    lowers = annotations.lowers
    before = lowers[first - 1] if first > clauses.first else ""
    after = lowers[last] if last < clauses.last else ""
    if first in clauses.verbs or before in table.epithets or after in table.epithet_of:
        return False
    match = annotations.cover[first]
    if match is not None and any(entry.table == "organisation" for entry in match.entries):
        return False
    if after == "-" and annotations.joined(last):
        return False
    word = noun.words[-1]
    if noun.words == ("call",):
        return before in _CALL_BEFORE and after in _CALL_AFTER
    if noun.kind == "exercise":
        named = before[:1].isdigit() or annotations.words[first - 1][0].isupper()
        return after != "of" and (word not in {"exercise", "drill"} or before in _MILITARY or named)
    return not (word == "round" and after == "of")


def _noun_mention(clauses: Clauses, first: int, last: int, noun: EventNoun) -> EventMention:
    annotations = clauses.annotations
    start, determiner = _phrase_start(clauses, first)
    verb, tense, mood = _governed(clauses, start, last, determiner)
    words = set(annotations.lowers[start:first])
    table = annotations.knowledge.events
    if tense is None and words & table.future_words:
        tense = "to_come"
    elif tense is None and (words & table.past_words or _is_reported(clauses, start)):
        tense = "past"
    return EventMention(clauses, noun.kind, start, last, verb, False, tense, mood, determiner, act=noun.act)


def _is_reported(clauses: Clauses, start: int) -> bool:
    """Tell whether a headline or a caption says that the event is over: ``Readout of ...``, ``speaks during ...``."""
    if clauses.sentence.block == "caption":
        return True
    return clauses.headline and any(lower in _REPORTS for lower in clauses.annotations.lowers[clauses.first : start])


def _phrase_start(clauses: Clauses, head: int) -> tuple[int, str]:
    """Return where the modifiers of a noun begin, and the determiner before them."""
    annotations = clauses.annotations
    lowers = annotations.lowers
    start = head
    while start > max(clauses.first, head - _MODIFIER_REACH):
        before = lowers[start - 1]
        if before in _DETERMINERS:
            return start, before
        if before == "'s":
            return start, "'s"
        if before == "and" and not _joins_modifiers(clauses, start - 1):
            break
        if before != "and" and (
            _is_gerund(clauses, start - 1) or before in _PHRASE_ENDS or (start - 1) in clauses.verbs
        ):
            break
        if not (before[0].isalnum() or before == "-") or clauses.segment(start - 1) != clauses.segment(head):
            break
        start -= 1
    while lowers[start] == "-":
        start += 1
    return start, ""


def _is_gerund(clauses: Clauses, index: int) -> bool:
    """Tell whether a word before a noun acts on it and does not describe it: ``of pursuing dialogue``."""
    lowers = clauses.annotations.lowers
    if not lowers[index].endswith("ing") or lowers[index] in _GERUNDS_AS_ADJECTIVES or index == clauses.first:
        return False
    before = lowers[index - 1]
    paired = before == "and" and any(lower.endswith("ing") for lower in lowers[max(clauses.first, index - 4) : index])
    return paired or before in PREPOSITIONS | {"of", "to"}


def _joins_modifiers(clauses: Clauses, index: int) -> bool:
    """Tell whether ``and`` joins two modifiers of one noun: ``strategic and arms control talks``."""
    lowers = clauses.annotations.lowers
    before = lowers[index - 1] if index > clauses.first else ""
    if index - 2 >= clauses.first and lowers[index - 2] in _DETERMINERS:
        return True
    return before.endswith(("ic", "al", "ary", "ory", "ive", "ry", "ity")) and before.islower()


def _governed(clauses: Clauses, start: int, last: int, determiner: str) -> tuple[Verb | None, Tense | None, Mood]:
    """Return the verb that holds an event or tells how it goes, with the tense and mood it lends to the noun."""
    lowers = clauses.annotations.lowers
    anchor = start - 1 if determiner else start
    before = lowers[anchor - 1] if anchor > clauses.first else ""
    beyond = lowers[anchor - 2] if anchor - 1 > clauses.first else ""
    if determiner == "" and set(lowers[max(clauses.first, start - 1) : last]) & _UNREAL_BEFORE:
        return None, None, "wish"
    if before in {"of", "to", "for", "from"} and beyond in _UNREAL_GOVERNORS:
        return None, "to_come", "aim"
    holding = clauses.verb_before(anchor)
    if holding is not None and not _reaches(clauses, holding.end, anchor):
        holding = None
    if lowers[last - 1] in clauses.annotations.knowledge.events.made_nouns:
        made = holding if holding is not None and holding.sense("making") and not holding.passive else None
        return (made, made.tense, made.mood) if made else (None, None, "wish")
    held = holding.sense("holding") if holding is not None and not holding.passive else None
    if holding is not None and held is not None and holding.inflection != "ing":
        return holding, "to_come" if held.lemma in _ANNOUNCING else holding.tense, holding.mood
    happening = clauses.verb_after(last) if last < clauses.last else None
    if happening is None:
        happening = clauses.relative_verb(last - 1)
    subject = happening is not None and clauses.piece_start(anchor) == anchor
    if happening is not None and (
        subject or happening.sense("happening") or happening.passive or happening.tense == "to_come"
    ):
        if happening.passive and lowers[happening.first] in _SCHEDULED:
            return happening, "to_come", happening.mood
        return happening, happening.tense, happening.mood
    if holding is not None and held is not None:
        return holding, holding.tense, holding.mood
    cues = set(lowers[max(clauses.first, anchor - _CUE_REACH) : anchor])
    if cues & _AHEAD:
        return None, "to_come", "fact"
    if cues & _BEHIND and clauses.tense_before(clauses.last) == "past":
        return None, "past", "fact"
    return None, None, "fact"
