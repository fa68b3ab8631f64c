"""Words with which the news speaks of events, compiled from ``events.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from briefing.knowledge.speech import inflections
from briefing.model import AgendaKind

Inflection = Literal["base", "s", "ed", "ing"]
VerbUse = Literal[
    "event",
    "holding",
    "making",
    "happening",
    "intending",
    "wishing",
    "refusing",
    "proposing",
    "lasting",
    "granting",
    "other",
]


_RARE = 5
"""From this length on a word behind a verb is rarer than the verb."""
_PERIODS = frozenset({"hour", "hours", "day", "days", "week", "weeks", "month", "months"})


class EventNoun(NamedTuple):
    """The words of an event noun and the kind of event."""

    words: tuple[str, ...]
    kind: AgendaKind
    act: str
    """The verb of the same event where it has one: ``extend`` for ``extension``."""


class VerbSense(NamedTuple):
    """One use of a verb form: its first word's lemma, the words that follow it, and the kind where it is an event."""

    use: VerbUse
    lemma: str
    rest: tuple[str, ...]
    inflection: Inflection
    kind: AgendaKind | None = None

    @property
    def phrase(self) -> str:
        """The whole verb in its base form."""
        return " ".join((self.lemma, *self.rest))


@dataclass(frozen=True, slots=True)
class Events:
    """The compiled table; all words are lower case."""

    nouns: Mapping[str, tuple[EventNoun, ...]]
    """First word -> nouns that begin with it, longest first."""
    verbs: Mapping[str, tuple[VerbSense, ...]]
    """Verb form -> its senses, longest first, event before holding before happening."""
    objects: Mapping[AgendaKind, frozenset[str]]
    """Kind -> what its verbs act on where they are events; ``treaty`` is always there."""
    free_verbs: frozenset[str]
    pronoun_objects: frozenset[str]
    subject_objects: frozenset[str]
    alike: Mapping[str, str]
    """Word -> the group of words that may mean one event."""
    person_objects: frozenset[str]
    receiving: frozenset[str]
    guests: frozenset[str]
    nouns_ahead: frozenset[str]
    made_nouns: frozenset[str]
    """The last words of nouns that are an event only where a verb says that they were made."""
    dated_only: frozenset[str]
    epithet_of: frozenset[str]
    epithets: frozenset[str]
    sent: frozenset[str]
    signs: frozenset[str]
    """Words of which one stands in every sentence that tells of an event without a date."""
    future_words: frozenset[str]
    past_words: frozenset[str]


def events(table: Mapping[str, Any]) -> Events:
    """Compile the table; raise ValueError for a kind that does not exist."""
    for kind in (*table["nouns"], *table["verbs"], *table["objects"]):
        if kind not in get_args(AgendaKind):
            raise ValueError(f"events.yaml: unknown kind {kind!r}")
    return Events(
        nouns=_nouns(table["nouns"], table["acts"]),
        verbs=_verbs(table),
        objects={"treaty": frozenset(), **{kind: frozenset(words) for kind, words in table["objects"].items()}},
        free_verbs=frozenset(table["free_verbs"]),
        pronoun_objects=frozenset(table["pronoun_objects"]),
        subject_objects=frozenset(table["subject_objects"]),
        alike={word: group for group, words in table["alike"].items() for word in words},
        person_objects=frozenset(table["person_objects"]),
        receiving=frozenset(table["receiving"]),
        guests=frozenset(table["guests"]),
        nouns_ahead=frozenset(table["nouns_ahead"]),
        made_nouns=frozenset(noun.replace("-", " ").split()[-1] for noun in table["made_nouns"]),
        dated_only=frozenset(table["dated_only"]),
        epithet_of=frozenset(table["epithet_of"]),
        epithets=frozenset(table["epithets"]),
        sent=frozenset(table["sent"]),
        signs=_signs(table),
        future_words=frozenset(table["future_words"]),
        past_words=frozenset(table["past_words"]),
    )


def _signs(table: Mapping[str, Any]) -> frozenset[str]:
    """Return the rarest word of each event: the last of a noun, a verb's own forms or the longest word behind it."""
    signs = {noun.replace("-", " ").split()[-1] for nouns in table["nouns"].values() for noun in nouns}
    verbs = [verb for verbs in table["verbs"].values() for verb in verbs if verb not in table["dated_only"]]
    for verb in (*verbs, *table["proposing"]):
        lemma, *rest = verb.replace("-", " ").split()
        longest = max(rest, key=len, default="")
        if len(longest) >= _RARE:
            signs.add(longest)
        else:
            signs.update(_forms(lemma, table["irregular"]))
    return frozenset(signs | _PERIODS | set(table["sent"]))


def _nouns(groups: Mapping[AgendaKind, Sequence[str]], acts: Mapping[str, str]) -> Mapping[str, tuple[EventNoun, ...]]:
    found: dict[str, list[EventNoun]] = {}
    for kind, nouns in groups.items():
        for noun in nouns:
            words = tuple(noun.replace("-", " - ").split())
            found.setdefault(words[0], []).append(EventNoun(words, kind, acts.get(noun, noun)))
    return {first: tuple(sorted(nouns, key=lambda noun: -len(noun.words))) for first, nouns in found.items()}


def _verbs(table: Mapping[str, Any]) -> Mapping[str, tuple[VerbSense, ...]]:
    found: dict[str, list[VerbSense]] = {}
    rows: list[tuple[VerbUse, AgendaKind | None, Iterable[str]]] = [
        *(("event", kind, verbs) for kind, verbs in table["verbs"].items()),
        ("holding", None, table["holding"]),
        ("making", None, table["making"]),
        ("happening", None, table["happening"]),
        ("lasting", None, table["lasting"]),
        ("granting", None, table["granting"]),
        ("proposing", None, table["proposing"]),
        ("intending", None, table["intending"]),
        ("wishing", None, table["wishing"]),
        ("refusing", None, table["refusing"]),
        ("other", None, table["other_verbs"]),
    ]
    for use, kind, verbs in rows:
        for verb in verbs:
            lemma, *rest = verb.replace("-", " - ").split()
            for form, inflection in _forms(lemma, table["irregular"]).items():
                found.setdefault(form, []).append(VerbSense(use, lemma, tuple(rest), inflection, kind))
    return {form: tuple(sorted(senses, key=lambda sense: -len(sense.rest))) for form, senses in found.items()}


def _forms(lemma: str, irregular: Mapping[str, Sequence[str]]) -> Mapping[str, Inflection]:
    """Return the forms of a verb; one that is both its past and its base (``set``) counts as the past."""
    forms = irregular[lemma] if lemma in irregular else list(inflections(lemma))
    found: dict[str, Inflection] = {lemma: "base"}
    for form in forms:
        found[form] = _inflection(form)
    return found


def _inflection(form: str) -> Inflection:
    if form.endswith("ing"):
        return "ing"
    return "s" if form in {"are", "am"} or (form.endswith("s") and form != "was") else "ed"
