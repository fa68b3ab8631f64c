"""Which verb holds an event that a noun names, or tells how it goes, and the tense and mood it lends to the noun."""

from __future__ import annotations

from typing import NamedTuple

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.mentions import DETERMINERS
from briefing.extraction.agenda.verbs import Mood, Verb
from briefing.extraction.agenda.words import word_set
from briefing.model import AgendaKind, Tense

_UNREAL_BEFORE = word_set("no any without such every each possible potential")
_MEANS = word_set("through via")
_UNREAL_GOVERNORS = word_set(
    "return path ready prospect prospects possibility call calls called calling need hopes hope offer openness favor",
    "favour willingness readiness push demand demands appeal way chance chances",
)
_SCHEDULED = word_set("scheduled planned slated fixed announced expected prepared arranged set")
_MOVED = word_set("postponed rescheduled moved delayed cancelled canceled")
_ANNOUNCING = word_set("schedule plan arrange announce call expect set agree propose")
CANCELLING = frozenset({"call off", "cancel", "postpone", "delay", "put off", "push back"})
_MOVED_REACH = 8
_AHEAD = word_set("ahead forward upcoming")
_BEHIND = word_set("after following")
_CLAUSE_OPENERS = word_set("that as when while where after before because although though if but and")
_GOING_ON = word_set("underway ongoing afoot")
_TWO_WORDS_GOING_ON = frozenset({("under", "way"), ("in", "progress")})
_RUNS = word_set("begin start collapse end")
"""What an agreement or a truce does that is in force: ``The ceasefire began on Sunday``."""
_CUE_REACH = 3
_JUDGED_WITHIN = 7
_HELD_REACH = 6
_AGREED_REACH = 4
_APPOSITION_REACH = 5
_NO_OBJECT_BETWEEN = word_set("in on at by for with to from during after before and about that as over into")


class Governed(NamedTuple):
    """A verb, if there is one, and the tense and mood of the event."""

    verb: Verb | None
    tense: Tense | None
    mood: Mood


class Governing:
    """What stands around an event noun whose words are the tokens ``start`` to ``last``, without its determiner."""

    def __init__(self, clauses: Clauses, start: int, last: int, determiner: str, kind: AgendaKind) -> None:
        self.clauses, self.start, self.last, self.determiner, self.kind = clauses, start, last, determiner, kind
        self.lowers = clauses.annotations.lowers
        self.anchor = start - 1 if determiner else start
        self.holding = self._holding()

    def read(self) -> Governed:
        """Return what governs the noun."""
        unreal = self._unreal()
        if unreal is not None:
            return unreal
        if self.kind == "deadline":
            return Governed(self.clauses.verb_before(self.anchor), None, "fact")
        holding = self.holding
        if self.lowers[self.last - 1] in self.clauses.annotations.knowledge.events.made_nouns:
            return self._made()
        if holding is not None and self._is_judged(holding):
            return Governed(None, holding.tense, "fact")
        held = holding.sense("holding") if holding is not None and not holding.passive else None
        if holding is not None and held is not None and holding.inflection != "ing":
            ahead = held.phrase in _ANNOUNCING and "had" not in self.lowers[holding.group : holding.first]
            tense = "to_come" if ahead or self._is_before(holding) else holding.tense
            moved = {"to", "until"} & set(self.lowers[self.last : self.last + _MOVED_REACH])
            if held.phrase in CANCELLING:
                tense = "to_come" if moved else None
            return Governed(holding, tense, holding.mood)
        told = self._told()
        if told is not None:
            return told
        if holding is not None and held is not None:
            return Governed(holding, holding.tense, holding.mood)
        return Governed(None, self._tense_of_cues(), "fact")

    def _is_before(self, verb: Verb) -> bool:
        """Tell whether a present verb stands behind ``before``: ``days before the president begins a trip``."""
        start = self.clauses.piece_start(verb.group)
        between = self.lowers[start : verb.group]
        return verb.tense is None and verb.inflection == "s" and "before" in between

    def _unreal(self) -> Governed | None:
        """Read what no event is: ``no talks``, ``through talks``, ``the hope of talks``."""
        lowers, first, anchor = self.lowers, self.clauses.first, self.anchor
        before = lowers[anchor - 1] if anchor > first else ""
        beyond = lowers[anchor - 2] if anchor - 1 > first else ""
        if before in _MEANS or (
            self.determiner == "" and set(lowers[max(first, self.start - 1) : self.last]) & _UNREAL_BEFORE
        ):
            return Governed(None, None, "wish")
        if before in {"of", "to", "for", "from"} and beyond in _UNREAL_GOVERNORS:
            return Governed(None, "to_come", "aim")
        return None

    def _holding(self) -> Verb | None:
        """Return the verb whose object the noun is, also in apposition to it: ``opened Balikatan, their exercise``."""
        clauses = self.clauses
        verb = clauses.verb_before(self.anchor)
        if verb is not None:
            return verb if self._reaches(verb.end) else None
        comma = self.anchor - 1
        if self.determiner in DETERMINERS and comma > clauses.first and self.lowers[comma] == ",":
            verb = clauses.verb_before(comma - 1, _APPOSITION_REACH)
            words = clauses.annotations.words[verb.end : comma] if verb is not None else []
            if verb is not None and verb.sense("holding") and words and all(word[0].isupper() for word in words):
                return verb
        return None

    def _reaches(self, end: int) -> bool:
        """Tell whether the noun is the object of a verb: nothing between them, or ``the first round of``."""
        annotations, anchor = self.clauses.annotations, self.anchor
        between = range(end, anchor)
        agreed = self.lowers[end - 1].startswith("agree") and self.lowers[anchor - 1] in {"to", "on"}
        if agreed and len(between) <= _AGREED_REACH:
            return True
        if len(between) > _HELD_REACH or any(self.lowers[i] in _NO_OBJECT_BETWEEN for i in between):
            return False
        return not between or not any(
            annotations.tokens[end].start <= r.start < annotations.tokens[anchor].start
            for r in annotations.references_in(*self.clauses.sentence.span)
        )

    def _made(self) -> Governed:
        """Read who makes an agreement: ``announced a ceasefire``, ``a truce brokered by Norway``."""
        holding, behind = self.holding, self._participle()
        if behind is not None and behind.sense("making"):
            return Governed(behind, "past", "fact")
        if holding is not None and holding.sense("making") and not holding.passive:
            return Governed(holding, holding.tense, holding.mood)
        verb = self._happening()
        course = verb.sense("happening") if verb is not None else None
        if verb is not None and course is not None and course.lemma in _RUNS and verb.mood == "fact":
            return Governed(verb, verb.tense, verb.mood)
        return Governed(None, None, "wish")

    def _told(self) -> Governed | None:
        """Read the verb behind the noun: ``the talks will resume``, ``talks held in Bonn``, ``which begins``."""
        participle = self._participle()
        if participle is not None:
            planned = {self.lowers[participle.first], self.lowers[participle.first - 1]} & _SCHEDULED
            return Governed(participle, "to_come" if planned else "past", "fact")
        verb = self._happening()
        if verb is None:
            return None
        if not (self._is_subject() or verb.sense("happening") or verb.passive or verb.tense == "to_come"):
            return None
        if self.lowers[verb.first] in _MOVED:
            behind = self.lowers[verb.last : verb.last + 1]
            return Governed(verb, "to_come" if behind in (["to"], ["until"], ["for"]) else None, verb.mood)
        if verb.inflection == "ed" and (verb.passive or verb.group == verb.first) and self._is_scheduled(verb):
            return Governed(verb, "to_come", verb.mood)
        if verb.tense is None and self._goes_on(verb):
            return Governed(verb, "under_way", verb.mood)
        return Governed(verb, verb.tense, verb.mood)

    def _is_scheduled(self, verb: Verb) -> bool:
        return self.lowers[verb.first] in _SCHEDULED

    def _happening(self) -> Verb | None:
        """Return the verb of which the noun may be the subject: none where it is the object of another."""
        clauses, last = self.clauses, self.last
        holding = self.holding
        is_object = holding is not None and not (holding.passive or self._is_of_speech(holding))
        verb = None
        if not is_object and last < clauses.last and not clauses.opens_clause(last):
            verb = clauses.verb_after(last)
        return verb or clauses.relative_verb(last - 1)

    def _participle(self) -> Verb | None:
        """Return a participle right behind the noun that says that it was or will be held: ``talks held in Bonn``."""
        verb = self.clauses.verb_after(self.last, 1) if self.last < self.clauses.last else None
        if verb is None or verb.group != verb.first or verb.inflection != "ed":
            return None
        return verb if any(sense.use in {"holding", "making"} for sense in verb.senses) else None

    def _is_subject(self) -> bool:
        """Tell whether the noun phrase opens its clause, but for ``that`` or ``as``, or what is said."""
        start = self.clauses.piece_start(self.anchor)
        if start == self.anchor or (start + 1 == self.anchor and self.lowers[start] in _CLAUSE_OPENERS):
            return True
        return self.holding is not None and self._is_of_speech(self.holding)

    def _is_of_speech(self, verb: Verb) -> bool:
        return self.lowers[verb.first] in self.clauses.annotations.knowledge.speech.verbs

    def _is_judged(self, verb: Verb) -> bool:
        """Tell whether an event is only called something: ``called the meeting useful``."""
        evaluations = self.clauses.annotations.knowledge.speech.evaluations
        return self.lowers[verb.first].startswith("call") and any(
            lower in evaluations for lower in self.lowers[self.last : self.last + _JUDGED_WITHIN]
        )

    def _goes_on(self, verb: Verb) -> bool:
        """Tell whether a present verb says that the event is going on: ``the talks are under way``."""
        after = self.lowers[verb.last : verb.last + 2]
        return bool(after) and (after[0] in _GOING_ON or tuple(after) in _TWO_WORDS_GOING_ON)

    def _tense_of_cues(self) -> Tense | None:
        """Return the tense that the words before a noun phrase tell: ``ahead of``, ``after``."""
        cues = set(self.lowers[max(self.clauses.first, self.anchor - _CUE_REACH) : self.anchor])
        if cues & _AHEAD:
            return None if self.clauses.tense_before(self.anchor) == "past" else "to_come"
        return "past" if cues & _BEHIND and self.clauses.tense_before(self.clauses.last) == "past" else None
