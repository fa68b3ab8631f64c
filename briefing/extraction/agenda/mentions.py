"""A place in a sentence that speaks of an event, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.verbs import Mood, Verb
from briefing.extraction.agenda.words import word_set
from briefing.extraction.times import TimeExpression
from briefing.model import AgendaKind, DateInterval, Tense

DETERMINERS = word_set("a an the this that these those its his her their our")
_DEFINITE = word_set("the this that these those")
_ON_INSTRUMENTS = frozenset({"treaty", "deadline", "vote"})
_INSTRUMENT_REACH = 600
"""How many characters back the name to which ``it`` or ``the treaty`` points may stand."""


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
