"""Cues: the verb groups with which an actor says, wants, denies something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.extraction.annotations import Annotations, SentenceTokens
from briefing.knowledge.speech import OBJECT, Cue, Speech

_WIDEST_GAP = 3
_LONGEST_OBJECT = 16
_TIGHT = frozenset({"it", "clear", "out", "upon", "that"})


_ADVERBS = frozenset(
    {"again", "today", "yesterday", "once", "more", "itself", "himself", "herself", "themselves", "ourselves"}
)
_NO_ADVERBS = frozenset({"ally", "assembly", "family", "monopoly", "only", "reply", "supply"})


class VerbGroup(NamedTuple):
    """A cue where it stands: tokens ``first`` (auxiliaries included) up to ``last`` (particles included).

    ``verb`` is the token of the verb itself.
    """

    first: int
    last: int
    verb: int
    cue: Cue
    inflection: str
    negated: bool
    passive: bool


def find_cues(annotations: Annotations, sentence: SentenceTokens) -> list[VerbGroup]:
    """Return the verb groups of a sentence from left to right."""
    return list(_scan(annotations, sentence))


def _scan(annotations: Annotations, sentence: SentenceTokens) -> Iterator[VerbGroup]:
    speech, lowers = annotations.knowledge.speech, annotations.lowers
    index = sentence.first
    while index < sentence.last:
        if lowers[index] not in speech.cue_words:
            index += 1
            continue
        group = _adjective_at(annotations, sentence, index, speech) or _verb_at(annotations, sentence, index, speech)
        if group is None:
            group = _noun_at(annotations, sentence, index, speech)
        if group is None and lowers[index] == "according" and _follows(annotations, index + 1, sentence.last, ("to",)):
            group = VerbGroup(index, index + 2, index, _ACCORDING, "ed", negated=False, passive=False)
        if group is None:
            index += 1
        else:
            yield group
            index = group.last


def _noun_at(annotations: Annotations, sentence: SentenceTokens, index: int, speech: Speech) -> VerbGroup | None:
    """Return a noun that reports: a possessor before it, and what is claimed after it (``Tehran's denial that``)."""
    kind = speech.nouns.get(annotations.lowers[index])
    if kind is None or index == sentence.first:
        return None
    owned = annotations.lowers[index - 1] in {"'s", "'"}
    last = index + 1
    while last < sentence.last and annotations.lowers[last] in annotations.grammar.forms_of_be | {"has", "have"}:
        last += 1
    predicative = last > index + 1 and annotations.lowers[last : last + 1] in (["that"], ["to"])
    if not (owned or (predicative and _adjective_of_state(annotations, index - 1))):
        return None
    links = _NOUN_LINKS if kind != "state" else ("that",)
    if not predicative and annotations.lowers[index + 1 : index + 2] not in [[link] for link in links]:
        return None
    cue = Cue(annotations.lowers[index], kind, frozenset({"that", "to", "np"}), ())
    return VerbGroup(index, last if predicative else index + 1, index, cue, NOUN, negated=False, passive=False)


def _adjective_of_state(annotations: Annotations, index: int) -> bool:
    """Tell whether a token is a state's adjective: ``the Russian position is that ...``."""
    token = annotations.tokens[index]
    return any(r.rule == "adjective of a state" for r in annotations.references_in(token.start, token.end))


NOUN = "noun"
"""The inflection of a cue that is no verb."""
_NOUN_LINKS = ("that", "to", "for", "on", "of")
_ACCORDING = Cue("according to", "state", frozenset({"quote", "that"}), ("to",))


def _follows(annotations: Annotations, index: int, high: int, rest: tuple[str, ...]) -> bool:
    return _end_of(annotations, index, high, rest) is not None


def _end_of(annotations: Annotations, index: int, high: int, rest: tuple[str, ...]) -> int | None:
    """Return where the further words of a cue end, or null where they do not follow.

    Before a noun adjectives may stand: ``expressed its serious concern``, ``raised U.S. objections``.
    """
    if rest[:1] == (OBJECT,):
        return _end_behind_object(annotations, index, high, rest[1:])
    particle = bool(rest) and (rest[0] in _TIGHT or rest[0] in annotations.grammar.prepositions)
    gap = _WIDEST_GAP if rest and not particle else 0
    if particle:
        index = _behind_adverbs(annotations, index, high)
    for first in range(index, min(index + gap, high) + 1):
        if tuple(annotations.lowers[first : first + len(rest)]) == rest and first + len(rest) <= high:
            return first + len(rest)
        if first < high and not _may_stand_between(annotations, first):
            return None
    return None


def _end_behind_object(annotations: Annotations, index: int, high: int, rest: tuple[str, ...]) -> int | None:
    """Return where the words behind an object end: ``holds the group and its sponsors | responsible``."""
    for first in range(index, min(index + _LONGEST_OBJECT, high)):
        if tuple(annotations.lowers[first : first + len(rest)]) == rest:
            return first + len(rest)
        if annotations.lowers[first] in annotations.grammar.finite_auxiliaries or annotations.words[first] in {
            ";",
            ":",
        }:
            return None
    return None


def _behind_adverbs(annotations: Annotations, index: int, high: int) -> int:
    """Return where a particle may stand behind adverbs: ``appealed directly to``, ``called again on``."""
    words, auxiliaries = annotations.words, annotations.knowledge.speech.auxiliaries
    while index < high:
        word = words[index]
        weekday = (
            word == "on" and index + 1 < high and words[index + 1] in auxiliaries and words[index + 1][0].isupper()
        )
        if weekday:
            index += 2
        elif _is_adverb(annotations, index) or word in _ADVERBS or (word in auxiliaries and word[0].isupper()):
            index += 1
        else:
            break
    return index


def _may_stand_between(annotations: Annotations, index: int) -> bool:
    lower = annotations.lowers[index]
    if (
        lower in {"its", "his", "her", "their", "our", "the", "a", "an", "'s", "-"}
        or annotations.cover[index] is not None
    ):
        return True
    return lower.isalpha() and lower not in annotations.knowledge.naming.function_words


def _verb_at(annotations: Annotations, sentence: SentenceTokens, index: int, speech: Speech) -> VerbGroup | None:
    words, lowers = annotations.words, annotations.lowers
    lower = lowers[index]
    if words[index][0].isupper() and index != sentence.first:
        return None
    readings = (*_stances_at(annotations, sentence, index, speech), *speech.verbs.get(lower, ()))
    if not readings:
        return None
    before = lowers[index - 1] if index > sentence.first else ""
    if annotations.cover[index] is not None or any(_hyphenated(annotations, at) for at in (index - 1, index + 1)):
        return None
    if before in annotations.grammar.words_before_nouns and not _means_somebody(annotations, index - 1):
        return None
    first = _auxiliaries_before(annotations, sentence, index)
    auxiliaries = lowers[first:index]
    for cue, inflection in readings:
        if not _follows(annotations, index + 1, sentence.last, cue.rest):
            continue
        if inflection == "base" and not _base_is_verb(annotations, sentence, index, auxiliaries):
            continue
        if inflection == "s" and not _third_person_is_verb(annotations, sentence, first):
            continue
        agent = lowers[index + 1 : index + 2] == ["by"]
        being = any(word in annotations.grammar.forms_of_be for word in auxiliaries)
        passive = inflection == "ed" and (being or agent)
        last = _end_of(annotations, index + 1, sentence.last, cue.rest) or index + 1
        negated = any(word in speech.negations for word in auxiliaries)
        return VerbGroup(first, last, index, cue, inflection, negated, passive)
    return None


def _hyphenated(annotations: Annotations, index: int) -> bool:
    """Tell whether a hyphen joins a word to the next one: ``state-sponsored``."""
    return annotations.words[index : index + 1] == ["-"] and annotations.joined(index)


def _means_somebody(annotations: Annotations, index: int) -> bool:
    """Tell whether a word that mostly goes before a noun ends a phrase for actors: ``the two agreed``."""
    token = annotations.tokens[index]
    return any(r.end == token.end and not r.named for r in annotations.references_in(token.start - 8, token.end))


def _stances_at(
    annotations: Annotations, sentence: SentenceTokens, index: int, speech: Speech
) -> Iterator[tuple[Cue, str]]:
    """Yield the stance to which a light verb lends its form: ``voiced its deep concern``."""
    inflection = speech.light_verbs.get(annotations.lowers[index])
    if inflection is None:
        return
    for last in range(index + 1, min(index + 2 + _WIDEST_GAP, sentence.last)):
        stance = speech.stances.get(annotations.lowers[last])
        if stance is not None:
            further = _joined_stance(annotations, last + 1, sentence.last, speech)
            yield stance._replace(rest=tuple(annotations.lowers[last:further])), inflection
            return
        if not _may_stand_between(annotations, last):
            return


def _joined_stance(annotations: Annotations, index: int, high: int, speech: Speech) -> int:
    """Return where a stance ends with the one that ``and`` joins to it: ``dissatisfaction and firm opposition``."""
    if annotations.lowers[index : index + 1] != ["and"]:
        return index
    for last in range(index + 1, min(index + 2 + _WIDEST_GAP, high)):
        if annotations.lowers[last] in speech.stances:
            return last + 1
        if not _may_stand_between(annotations, last):
            break
    return index


def _base_is_verb(annotations: Annotations, sentence: SentenceTokens, index: int, auxiliaries: list[str]) -> bool:
    """Tell whether a base form is a verb and no noun: after a modal, or after a subject in the plural."""
    if any(word in annotations.grammar.words_before_base_forms for word in auxiliaries):
        return True
    before = annotations.lowers[index - len(auxiliaries) - 1] if index - len(auxiliaries) > sentence.first else ""
    if before in {"we", "they", "i", "you", "who", "and", "that"}:
        return True
    if before in {"both", "two"} and _means_somebody(annotations, index - len(auxiliaries) - 1):
        return True
    if _joined_actors_before(annotations, sentence, index - len(auxiliaries)):
        return True
    return _is_plural(before) or _plural_before_place(annotations, index - len(auxiliaries))


def _is_plural(lower: str) -> bool:
    return lower.endswith("s") and not lower.endswith(("ss", "'s")) and lower not in {"u.s.", "us"}


def _plural_before_place(annotations: Annotations, index: int) -> bool:
    """Tell whether a plural and where it sits go before a verb: ``the authorities in Beijing | maintain``."""
    linked = index > 2 and annotations.lowers[index - 2] in {"in", "of", "from"}
    return linked and annotations.words[index - 1][0].isupper() and _is_plural(annotations.lowers[index - 3])


def _joined_actors_before(annotations: Annotations, sentence: SentenceTokens, index: int) -> bool:
    """Tell whether a verb follows two actors joined by ``and``: ``The Philippines and Vietnam insist``."""
    if index <= sentence.first:
        return False
    end = annotations.tokens[index - 1].end
    near = [r for r in annotations.references_in(max(sentence.span.start, end - 60), end) if r.end == end]
    return bool(near) and "and" in annotations.lowers[max(sentence.first, index - 6) : index]


def _third_person_is_verb(annotations: Annotations, sentence: SentenceTokens, first: int) -> bool:
    """Tell whether a form such as ``claims`` is a verb: an actor, a pronoun or a comma stands before it."""
    if first == sentence.first:
        return False
    before = annotations.lowers[first - 1]
    if before in {",", ")", "who", "which", "it", "he", "she", "and", "that", "also", "”", '"'}:
        return True
    naming = annotations.knowledge.naming
    start, end = annotations.tokens[first - 1].start, annotations.tokens[first - 1].end
    near = annotations.references_in(max(0, start - 60), end)
    return any(r.end == end and r.rule != "adjective of a state" for r in near) or (
        before in naming.person_nouns | naming.body_nouns | naming.government_nouns | naming.state_nouns
    )


def _auxiliaries_before(annotations: Annotations, sentence: SentenceTokens, index: int) -> int:
    speech, lowers = annotations.knowledge.speech, annotations.lowers
    first = index
    while first > sentence.first and (
        annotations.words[first - 1] in speech.auxiliaries
        or lowers[first - 1] in speech.negations
        or _is_adverb(annotations, first - 1)
    ):
        first -= 1
    while (
        first < index
        and lowers[first] in {"on", "all", "each", "both", "to"}
        and annotations.words[first + 1] not in speech.auxiliaries
    ):
        if lowers[first] == "to":
            break
        first += 1
    return first


def _is_adverb(annotations: Annotations, index: int) -> bool:
    """Tell whether a word is an adverb by its ending; a name (``Italy``, ``Assembly``) or a noun is none."""
    word = annotations.words[index]
    return word.endswith("ly") and word[0].islower() and word not in _NO_ADVERBS and annotations.cover[index] is None


def _adjective_at(annotations: Annotations, sentence: SentenceTokens, index: int, speech: Speech) -> VerbGroup | None:
    lowers = annotations.lowers
    readings = speech.adjectives.get(lowers[index])
    if readings is None:
        return None
    first = _auxiliaries_before(annotations, sentence, index)
    if first > sentence.first and lowers[first - 1] in annotations.grammar.forms_of_be:
        first = _auxiliaries_before(annotations, sentence, first - 1)
    auxiliaries = lowers[first:index]
    if not any(word in annotations.grammar.forms_of_be for word in auxiliaries):
        return None
    for cue in readings:
        if _follows(annotations, index + 1, sentence.last, cue.rest):
            negated = any(word in speech.negations for word in auxiliaries)
            return VerbGroup(first, index + 1 + len(cue.rest), index, cue, "ed", negated, passive=False)
    return None
