"""Verbs, adjectives and nouns with which actors take a stand, compiled from ``speech.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args

from briefing.model import StatementKind

_VOWELS = "aeiou"
OBJECT = "..."
"""Stands in a cue for an object of any length: ``hold ... responsible``."""
SHAPES = frozenset({"quote", "that", "that!", "to", "np", "name", "deal", "contested"})


class Cue(NamedTuple):
    """How a verb or adjective reports: its base form, the kind of statement and what it takes."""

    lemma: str
    kind: StatementKind
    takes: frozenset[str]
    rest: tuple[str, ...]
    """The words that follow the inflected one: ``for`` of ``call for``."""


class Sign(NamedTuple):
    """Words in the content that sharpen a plain statement into another kind."""

    words: tuple[str, ...]
    kind: StatementKind


@dataclass(frozen=True, slots=True)
class Speech:
    """The compiled table. Verb forms are lower case; each maps to the cues it may be, longest first."""

    verbs: Mapping[str, tuple[tuple[Cue, str], ...]]
    """Form -> (cue, inflection), inflection one of ``base``, ``s``, ``ed``, ``ing``."""
    light_verbs: Mapping[str, str]
    """Form -> inflection of the verbs that only lend a noun of ``stances`` their form: ``voiced concern``."""
    stances: Mapping[str, Cue]
    cue_words: frozenset[str]
    """Every word with which a cue may begin."""
    adjectives: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, StatementKind]
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    signs: tuple[Sign, ...]
    after_no: Mapping[str, StatementKind]
    """What follows a negation -> the stance, where it is no denial."""
    evaluations: Mapping[str, StatementKind]
    """What something is called -> how the speaker stands to it."""
    agreements: frozenset[str]
    """Nouns for what is signed, adopted or reached."""
    arrangements: frozenset[str]
    """Verbs after ``will`` that tell of the agenda only."""
    reprisals: frozenset[str]
    """Verbs behind ``ready to`` that make an offer a threat: retaliate."""
    silences: frozenset[str]
    """Verbs behind ``declined to`` that take no stance: comment."""
    encounters: frozenset[str]
    """Verbs of coming together, behind which an infinitive tells what for."""
    contention: frozenset[str]
    """Words that tell that something is contested."""


def inflections(verb: str) -> dict[str, str]:
    """Return the regular English forms of a verb: third person, past and gerund."""
    if verb.endswith("e"):
        past, gerund = verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        past, gerund = verb[:-1] + "ied", verb + "ing"
    else:
        past, gerund = verb + "ed", verb + "ing"
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    return {third: "s", past: "ed", gerund: "ing"}


def _irregular(forms: list[str]) -> dict[str, str]:
    return {form: "ing" if form.endswith("ing") else "s" if form.endswith("s") else "ed" for form in forms}


def _forms(verb: str, irregular: Mapping[str, list[str]]) -> dict[str, str]:
    known = irregular.get(verb)
    return {verb: "base"} | (_irregular(known) if known else inflections(verb))


def _cues(rows: Mapping[str, str]) -> Iterator[tuple[str, Cue]]:
    for phrase, meaning in rows.items():
        kind, *takes = meaning.split()
        first, *rest = phrase.split()
        if kind not in get_args(StatementKind) or not SHAPES.issuperset(takes):
            raise ValueError(f"speech.yaml: {phrase}: unknown kind or shape in {meaning!r}")
        yield first, Cue(phrase, kind, frozenset(takes), tuple(rest))  # type: ignore[arg-type] # checked above


def speech(table: Mapping[str, Any]) -> Speech:
    """Compile the table; raise ValueError for a kind or a shape that does not exist."""
    verbs: dict[str, list[tuple[Cue, str]]] = {}
    for first, cue in _cues(table["verbs"]):
        for form, inflection in _forms(first, table["irregular"]).items():
            verbs.setdefault(form, []).append((cue, inflection))
    light_verbs: dict[str, str] = {}
    for verb in table["light_verbs"]:
        light_verbs |= _forms(verb, table["irregular"])
    adjectives: dict[str, list[Cue]] = {}
    for first, cue in _cues(table["adjectives"]):
        adjectives.setdefault(first, []).append(cue)
    return Speech(
        verbs={form: tuple(sorted(cues, key=lambda c: -len(c[0].rest))) for form, cues in verbs.items()},
        adjectives={form: tuple(sorted(cues, key=lambda c: -len(c.rest))) for form, cues in adjectives.items()},
        light_verbs=light_verbs,
        cue_words=frozenset({*verbs, *light_verbs, *adjectives, *table["nouns"], "according"}),
        stances={noun: cue._replace(rest=(noun,)) for noun, cue in _cues(table["stances"])},
        nouns=dict(table["nouns"]),
        auxiliaries=frozenset(table["auxiliaries"]),
        negations=frozenset(table["negations"]),
        after_no={word: kind for kind, words in table["after_no"].items() for word in words},
        evaluations={word: kind for kind, words in table["evaluations"].items() for word in words},
        agreements=frozenset(table["agreements"]),
        arrangements=frozenset(table["arrangements"]),
        reprisals=frozenset(table["reprisals"]),
        silences=frozenset(table["silences"]),
        encounters=frozenset(table["encounters"]),
        contention=frozenset(table["contention"]),
        signs=tuple(
            Sign(tuple(words.split()), kind) for kind, group in table["content_signs"].items() for words in group
        ),
    )
