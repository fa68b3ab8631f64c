"""Events told by a noun: ``Wednesday's talks``, ``a September 3 deadline``, ``held its annual drills``."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.governing import Governing
from briefing.extraction.agenda.mentions import DETERMINERS, EventMention
from briefing.extraction.agenda.verbs import PREPOSITIONS
from briefing.extraction.agenda.words import word_set
from briefing.knowledge.calendar import month_number
from briefing.knowledge.events import EventNoun

_PHRASE_ENDS = word_set("of in on at by for with to from during after before and or as about that up off out down")
_MODIFIER_REACH = 8
_WITH_REACH = 8
_GERUNDS_AS_ADJECTIVES = word_set(
    "ongoing upcoming coming working opening closing concluding meeting planning parting standing"
)
_REPORTS = word_set("statement statements readout remarks summary transcript communique communiqué outcome outcomes")
_CALL_BEFORE = word_set("a the his her their this that recent 's s")
_CALL_AFTER = word_set("with between on today yesterday , . last this that in earlier")
_MILITARY = word_set(
    "military joint naval yearly live-fire fire combined annual air army missile nuclear planned large-scale",
    "scale defense defence the these command-post trilateral war snap",
)


def by_noun(clauses: Clauses) -> Iterator[EventMention]:
    """Yield the events that the nouns of a sentence tell of, in order."""
    annotations = clauses.annotations
    index = clauses.first
    while index < clauses.last:
        noun = _noun_at(clauses, index) if annotations.lowers[index] in annotations.knowledge.events.nouns else None
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


def _noun_at(clauses: Clauses, index: int) -> EventNoun | None:
    annotations = clauses.annotations
    for noun in annotations.knowledge.events.nouns[annotations.lowers[index]]:
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
    if first in clauses.verbs or after in table.epithet_of:
        return False
    if before in table.epithets and not _is_held_with(clauses, last):
        return False
    match = annotations.cover[first]
    if match is not None and any(entry.table == "organisation" for entry in match.entries):
        return False
    if after == "-" and annotations.joined(last):
        return False
    word = noun.words[-1]
    month = annotations.words[first][0].isupper() and month_number(annotations.words[first]) is not None
    if month or _acts_on(clauses, first, last):
        return False
    if noun.words == ("call",):
        return before in _CALL_BEFORE and after in _CALL_AFTER
    if noun.kind == "exercise":
        named = before[:1].isdigit() or annotations.words[first - 1][0].isupper()
        return after != "of" and (word not in {"exercise", "drill"} or before in _MILITARY or named)
    return not (word == "round" and after == "of")


def _is_held_with(clauses: Clauses, last: int) -> bool:
    """Tell whether a person by name takes part: ``a news conference in Oslo with Prime Minister Anna Berg``."""
    lowers = clauses.annotations.lowers
    with_ = next((at for at in range(last, min(clauses.last, last + _WITH_REACH)) if lowers[at] == "with"), None)
    return with_ is not None and any(
        one.reference.kind == "person" and 0 < one.first - with_ <= _WITH_REACH for one in clauses.named
    )


def _acts_on(clauses: Clauses, first: int, last: int) -> bool:
    """Tell whether ``gathering`` or ``meeting`` is a gerund with an object: ``accused of gathering separatists``."""
    lowers = clauses.annotations.lowers
    before = lowers[first - 1] if first > clauses.first else ""
    after = lowers[last] if last < clauses.last else ""
    bare = before in PREPOSITIONS | {"of"} and after.endswith("s") and after.isalpha()
    return lowers[first].endswith("ing") and bare


def _noun_mention(clauses: Clauses, first: int, last: int, noun: EventNoun) -> EventMention:
    annotations = clauses.annotations
    start, determiner = _phrase_start(clauses, first)
    verb, tense, mood = Governing(clauses, start, last, determiner, noun.kind).read()
    words = set(annotations.lowers[start:first])
    table = annotations.knowledge.events
    if tense is None and words & table.future_words:
        tense = "to_come"
    elif tense is None and (words & table.past_words or _is_reported(clauses)):
        tense = "past"
    return EventMention(clauses, noun.kind, start, last, verb, False, tense, mood, determiner, act=noun.act)


def _is_reported(clauses: Clauses) -> bool:
    """Tell whether a headline or a caption says that the event is over: ``Readout of ...``, ``speaks during ...``."""
    if clauses.sentence.block == "caption":
        return True
    return clauses.headline and not _REPORTS.isdisjoint(clauses.annotations.lowers[clauses.first : clauses.last])


def _phrase_start(clauses: Clauses, head: int) -> tuple[int, str]:
    """Return where the modifiers of a noun begin, and the determiner before them."""
    annotations = clauses.annotations
    lowers = annotations.lowers
    start = head
    while start > max(clauses.first, head - _MODIFIER_REACH):
        before = lowers[start - 1]
        if before in DETERMINERS:
            return start, before
        if before == "'s":
            return start, "'s"
        if before == "and" and not _joins_modifiers(clauses, start - 1):
            break
        if before != "and" and (
            _is_gerund(clauses, start - 1) or _ends_phrase(clauses, start - 1) or clauses.in_verb(start - 1)
        ):
            break
        if not (before[0].isalnum() or before == "-") or clauses.segment(start - 1) != clauses.segment(head):
            break
        start -= 1
    while lowers[start] == "-":
        start += 1
    return start, ""


def _ends_phrase(clauses: Clauses, index: int) -> bool:
    """Tell whether a small word parts two phrases, and does not belong to a word of its own: ``in-person``."""
    return clauses.annotations.lowers[index] in _PHRASE_ENDS and not (
        clauses.annotations.words[index + 1] == "-" and clauses.annotations.joined(index + 1)
    )


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
    if index - 2 >= clauses.first and lowers[index - 2] in DETERMINERS:
        return True
    return before.endswith(("ic", "al", "ary", "ory", "ive", "ry", "ity")) and before.islower()
