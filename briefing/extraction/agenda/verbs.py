"""The verbs of a sentence with their tense and mood, told from auxiliaries and from what governs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from briefing.extraction.agenda.words import word_set
from briefing.extraction.annotations import Annotations
from briefing.knowledge.events import Inflection, VerbSense, VerbUse
from briefing.model import Tense

Mood = Literal["fact", "offer", "aim", "wish", "denied"]
"""A fact or a plan, a proposal, an infinitive whose standing is open, a wish or possibility, a denial."""

_MODALS = word_set("will shall 'll wo sha")
_UNREAL = word_set("could might may should must can cannot")
_BE = word_set("is are was were be been being am 're 'm")
_PAST = word_set("was were had has have did been 've")
_DUE = word_set("due set scheduled expected planned slated likely about going poised supposed")
_AUXILIARIES = _MODALS | _UNREAL | _BE | _PAST | _DUE | word_set("to do does would having able not never n't")
_BEFORE_BASE = word_set("to do does did would") | _UNREAL
_ADVERBS = word_set(
    "also then now again already soon later earlier today yesterday tomorrow both all each first just still once even"
    " therefore instead twice together"
)
_ORDERS = word_set("first each both all")
"""Adverbs that more often describe a noun: ``their first call``."""
_NO_ADVERBS = word_set("family ally italy july early")
_PLURALS = word_set(
    "calls plans offers demands hopes requests attempts needs orders appeals votes visits tours drills signs"
    " stops ends opens deals runs covers breaks falls sets proposals attacks strikes leads closes issues changes moves"
)
_RARELY_VERBS = word_set("state")
_ADJECTIVES = word_set("opening closing concluding coming leading following ongoing united starting beginning")
_BEFORE_VERBS = _MODALS | _UNREAL | word_set("would to")
_NEGATIONS = word_set("not never cannot without neither nor")
_PRONOUNS = word_set("he she it they we you i who which that there")
_NOUN_BEFORE = word_set("a an the its his her their our my your this these those any no 's such of")
PREPOSITIONS = word_set(
    "in on at by for with from into under over during after before since until between against about as per via"
    " behind toward towards near within without beyond among amid despite around upon onto across following"
)
BREAKS = word_set(', ; : ( ) [ ] — – " “ ”')
_NO_BASE = _AUXILIARIES | _ADVERBS | _NOUN_BEFORE | _PRONOUNS | PREPOSITIONS | word_set("of and or but if then only so")
_CONTRACTIONS = ("n't", "'ll", "'ve", "'re")
_PERIODS = word_set("year month week night summer winter spring autumn fall time")
_CHANCES = word_set("opportunity chance honour honor pleasure privilege able")
_GOVERNOR_REACH = 8
_PARTICIPLE_ENDING = 4


class Verb(NamedTuple):
    """A verb in a sentence: its tokens, the first of its group, its senses, tense and mood."""

    first: int
    last: int
    group: int
    senses: tuple[VerbSense, ...]
    inflection: Inflection
    tense: Tense | None
    mood: Mood
    passive: bool
    finite: bool = True
    """Whether it makes a clause: no infinitive and no gerund."""
    due: bool = False
    """Told from the past what was to come then: ``had been due to expire``."""

    @property
    def end(self) -> int:
        """The token after the verb and the small words that belong to it: ``engage in``."""
        return self.first + 1 + max((len(s.rest) for s in self.senses if s.use in {"event", "holding"}), default=0)

    def sense(self, use: VerbUse) -> VerbSense | None:
        """Return the sense of a use, or null."""
        return next((sense for sense in self.senses if sense.use == use), None)


class VerbReader:
    """Reads the verbs of the tokens ``first`` up to ``last``; in a headline the present tense tells what is done."""

    def __init__(self, annotations: Annotations, first: int, last: int, *, headline: bool) -> None:
        self.annotations = annotations
        self.first, self.last, self.headline = first, last, headline
        self._lowers, self._words = annotations.lowers, annotations.words
        self._verbs = annotations.knowledge.events.verbs
        self._speech = annotations.knowledge.speech.verbs
        self._nouns = annotations.knowledge.events.nouns
        tokens = annotations.tokens
        self._reference_ends = {r.end for r in annotations.references_in(tokens[first].start, tokens[last - 1].end)}

    def read(self) -> dict[int, Verb]:
        """Return the verbs by the index of their first token, in order."""
        found: dict[int, Verb] = {}
        free = self.first
        for index in self._candidates():
            verb = self._verb_at(index, found) if index >= free else None
            if verb is not None:
                for auxiliary in range(verb.group, index):
                    found.pop(auxiliary, None)
                found[index] = verb
                free = verb.last
        return found

    def _candidates(self) -> Iterator[int]:
        """Yield the tokens that may be verbs: known ones, any in ``-ed``, and what follows a modal verb."""
        verbs, speech, before = self._verbs, self._speech, ""
        for index, lower in enumerate(self._lowers[self.first : self.last], self.first):
            if (
                lower in verbs
                or lower in speech
                or (lower[-2:] == "ed" and len(lower) > _PARTICIPLE_ENDING)
                or (before in _BEFORE_VERBS and self._is_after_modal(index))
            ):
                yield index
            before = lower

    def _is_after_modal(self, index: int) -> bool:
        """Tell whether an unknown word is a verb because ``will`` or, in a headline, ``to`` stands before it."""
        lower, before = self._lowers[index], self._lowers[index - 1]
        if not lower.isalpha() or self._words[index][0].isupper() or lower in _NO_BASE:
            return False
        if before != "to":
            return True
        if index - 1 == self.first or lower in self._nouns:
            return False
        named = self.annotations.tokens[index - 2].end in self._reference_ends
        return (self.headline and named) or (self._lowers[index - 2] in _DUE and not self._is_cause(index))

    def _is_cause(self, index: int) -> bool:
        """Tell whether ``due to`` names a cause: ``due to climate change``, and not ``due to inspect the plant``."""
        after = self._lowers[index + 1] if index + 1 < self.last else "."
        acts = after in _NOUN_BEFORE | PREPOSITIONS or not after.isalpha() or self._words[index + 1][0].isupper()
        return self._lowers[index - 2] == "due" and not (acts and self._lowers[index - 3] in _BE)

    @cached_property
    def _reports(self) -> bool:
        """Whether somebody says in this sentence what others will do: ``officials would meet, she said``."""
        return any(
            lower in self._speech and lower.endswith(("ed", "id", "ld", "ys", "es"))
            for lower in self._lowers[self.first : self.last]
        )

    def _verb_at(self, index: int, found: dict[int, Verb]) -> Verb | None:
        lower = self._lowers[index]
        senses = self._senses(index)
        inflection = senses[0].inflection if senses else self._guess(lower)
        if inflection is None or not self._is_verb(index, lower, inflection, found):
            return None
        group = index
        while group > self.first and self._in_group(group - 1):
            group -= 1
        last = index + 1 + max((len(sense.rest) for sense in senses if sense.use == "event"), default=0)
        words = self._lowers[group:index]
        auxiliary = next((word for word in reversed(words) if word in _AUXILIARIES), "")
        if inflection == "ed" and (auxiliary in _BEFORE_BASE or auxiliary in _MODALS):
            inflection = "base"
        tense, mood = self._tense_and_mood(group, index, words, inflection, found)
        passive = inflection == "ed" and auxiliary in _BE
        due = tense == "past" and "to" in words and words[0] != "to" and not passive
        finite = inflection != "ing" if not words else words[0] not in {"to", "being", "having"}
        return Verb(index, last, group, senses, inflection, tense, mood, passive, finite, due)

    def _senses(self, index: int) -> tuple[VerbSense, ...]:
        """Return the senses of a form whose further words follow it, an object of up to two words between."""
        found = []
        for sense in self._verbs.get(self._lowers[index], ()):
            end = index + 1 + len(sense.rest)
            if end > self.last or tuple(self._lowers[index + 1 : end]) != sense.rest:
                continue
            infinitive = sense.rest[-1:] == ("to",) and end < self.last and self._lowers[end] in self._verbs
            if not infinitive or sense.use != "event":
                found.append(sense)
        longest = max((len(sense.rest) for sense in found if sense.use == "event"), default=0)
        return tuple(sense for sense in found if sense.use != "event" or len(sense.rest) == longest)

    def _guess(self, lower: str) -> Inflection | None:
        """Return the inflection of a verb that the tables of events do not know: one of speech, or any in ``-ed``."""
        if lower in self._verbs:
            return self._verbs[lower][0].inflection
        if lower in self._speech:
            inflection = self._speech[lower][0][1]
            return inflection if inflection in {"base", "s", "ed", "ing"} else None  # type: ignore[return-value] # checked
        return "ed"

    def _is_verb(self, index: int, lower: str, inflection: Inflection, found: Iterable[int]) -> bool:
        if self._is_adjective(index, lower):
            return False
        word, before = self._words[index], self._lowers[index - 1] if index > self.first else ""
        if word[0].isupper() and index > self.first and not self.headline and before not in {'"', "“"}:
            return False
        if before in _NOUN_BEFORE or (before == "-" and self.annotations.joined(index)):
            return False
        grouped = before in _AUXILIARIES or before.endswith(_CONTRACTIONS)
        named = index > self.first and self.annotations.tokens[index - 1].end in self._reference_ends
        subject = named or before in _PRONOUNS
        match inflection:
            case "ing":
                return lower not in self._nouns or self._is_gerund(index, before)
            case "ed":
                epithet = self._is_epithet(index, lower)
                return grouped or subject or not (epithet or before in PREPOSITIONS)
            case "base" if lower in _RARELY_VERBS:
                return grouped or before in _PRONOUNS
            case "base":
                plural = before.endswith("s") and before.isalpha() and before not in _AUXILIARIES
                after_adverb = before in _ADVERBS - _ORDERS or before.endswith("ly")
                return grouped or subject or plural or after_adverb or self._is_predicate(index)
        if lower in self._nouns or lower in _PLURALS or lower not in self._verbs:
            return subject or before.endswith("ly") or before == "also" or self._does(index, lower, before)
        return before not in PREPOSITIONS | {",", "and", "or", ""} or (
            before == "," and self._resumes(index - 1, found)
        )

    def _does(self, index: int, lower: str, before: str) -> bool:
        """Tell whether an event or a body does what the next word times: ``the exercise | runs until``."""
        after = self._lowers[index + 1] if index + 1 < self.last else ""
        acts = before in self._nouns or before in self.annotations.knowledge.naming.body_nouns
        return acts and lower not in self._nouns and (after in PREPOSITIONS or after == "until")

    def _is_adjective(self, index: int, lower: str) -> bool:
        """Tell whether a form that may be a verb is none here: ``the coming week``, ``last Monday``."""
        before = self._lowers[index - 1] if index > self.first else ""
        if lower == "last" and index + 1 < self.last:
            return self._lowers[index + 1] in _PERIODS or self._words[index + 1][0].isupper()
        return (lower in _ADJECTIVES and before not in _BE) or (lower == "left" and self._is_enclosed(index))

    def _is_epithet(self, index: int, lower: str) -> bool:
        """Tell whether a participle describes the noun behind it: ``the armed drills``, ``elected lawmakers were``."""
        after = self._lowers[index + 1 : index + 3]
        if lower not in self._verbs:
            return bool(after) and after[0] in self._nouns
        return len(after) > 1 and after[0].endswith("s") and after[1] in _BE | _PAST and after[0].isalpha()

    def _resumes(self, comma: int, found: Iterable[int]) -> bool:
        """Tell whether a comma closes an insertion: ``the truce, which was prolonged, | expires``."""
        opened = next((at for at in range(comma - 1, self.first, -1) if self._lowers[at] == ","), None)
        if opened is None:
            return False
        waits = not any(at < opened for at in found)
        return self._lowers[opened + 1] in {"which", "who", "whose"} or waits

    def _is_enclosed(self, index: int) -> bool:
        """Tell whether a word stands between commas, as ``left`` does in captions."""
        return 0 < index < self.last - 1 and self._lowers[index - 1] == "," and self._lowers[index + 1] == ","

    def _has_subject(self, index: int) -> bool:
        """Tell whether a verb without auxiliaries follows its subject, and not another verb it is coordinated with."""
        before = self._lowers[index - 1] if index > self.first else ""
        named = index > self.first and self.annotations.tokens[index - 1].end in self._reference_ends
        return named or before in _PRONOUNS or before.endswith("s") or self._is_predicate(index)

    def _is_gerund(self, index: int, before: str) -> bool:
        """Tell whether ``meeting`` is a verb: after a preposition or ``is``, before whom one meets."""
        after = index + 1
        if before in _BE:
            return True
        opens = before == "" or before in PREPOSITIONS | {",", "and"}
        whom = after < self.last and (self._lowers[after] == "with" or self._words[after][0].isupper())
        return opens and whom and not (self.headline and before == "")

    def _is_predicate(self, index: int) -> bool:
        """Tell whether a base form after a place tells how an event goes: ``the talks in Geneva come as ...``."""
        capitalised = index > self.first and self._words[index - 1][0].isupper()
        return capitalised and any(sense.use == "happening" for sense in self._verbs.get(self._lowers[index], ()))

    def _in_group(self, index: int) -> bool:
        lower = self._lowers[index]
        if lower.endswith(_CONTRACTIONS):
            return True
        adverb = lower in _ADVERBS or (lower.endswith("ly") and lower not in _NO_ADVERBS)
        return (lower in _AUXILIARIES or adverb) and self._words[index][0].islower()

    def _tense_and_mood(
        self, group: int, index: int, words: Sequence[str], inflection: Inflection, found: dict[int, Verb]
    ) -> tuple[Tense | None, Mood]:
        if any(word in _NEGATIONS or word.endswith("n't") for word in words):
            return None, "denied"
        given = set(words)
        if given & _MODALS or any(word.endswith("'ll") for word in words):
            return "to_come", "fact"
        if given & _UNREAL:
            return None, "wish"
        if "would" in given:
            return ("to_come", "fact") if self._reports else (None, "wish")
        if given & _DUE and inflection != "ing":
            return ("past" if given & {"was", "were", "had", "been"} else "to_come"), "fact"
        if "to" in given:
            return self._infinitive(group, words, found)
        if given & _PAST:
            return "past", "fact"
        if given & _BE:
            return ("under_way", "fact") if inflection == "ing" else (None, "fact")
        return self._bare(index, inflection, found)

    def _infinitive(self, group: int, words: Sequence[str], found: dict[int, Verb]) -> tuple[Tense | None, Mood]:
        """Read ``to meet``: what stands before it says whether it is planned, wished or done."""
        if words[0] in _BE:
            return ("past" if words[0] in {"was", "were"} else "to_come"), "fact"
        if self.headline and (group == self.first or self.annotations.tokens[group - 1].end in self._reference_ends):
            return "to_come", "fact"
        governor = self._governor(group, found)
        if governor is None:
            return "to_come", "aim"
        if governor.mood in {"denied", "wish"} or governor.sense("refusing"):
            return None, "denied" if governor.sense("refusing") else governor.mood
        if governor.sense("proposing"):
            return "to_come", "offer"
        if governor.sense("intending"):
            return "to_come", "fact"
        if governor.sense("wishing"):
            return None, "wish"
        goes = governor.sense("event")
        had = governor.tense == "past" and self._lowers[group - 1] in _CHANCES
        if governor.last == group or had or (goes is not None and goes.kind in {"visit", "meeting"}):
            return governor.tense, governor.mood
        return "to_come", "aim"

    def _governor(self, group: int, found: dict[int, Verb]) -> Verb | None:
        for at in range(group - 1, max(self.first, group - _GOVERNOR_REACH) - 1, -1):
            if at in found:
                return found[at]
            if self._lowers[at] in BREAKS:
                return None
        return None

    def _bare(self, index: int, inflection: Inflection, found: dict[int, Verb]) -> tuple[Tense | None, Mood]:
        """Read a verb without auxiliaries: past, present, or a gerund that shares the tense of what governs it."""
        if inflection == "ed":
            return "past", "fact"
        if inflection == "ing":
            governor = self._governor(index, found)
            if governor is not None and governor.sense("refusing"):
                return None, "denied"
            if governor is not None and (governor.sense("wishing") or governor.mood != "fact"):
                return None, "wish"
            if governor is not None and governor.sense("proposing"):
                return "to_come", "offer"
            return (governor.tense if governor else None), "fact"
        if self.headline:
            return "past", "fact"
        governor = self._governor(index, found) if "that" in self._lowers[max(self.first, index - 4) : index] else None
        if governor is not None and governor.sense("proposing"):
            return "to_come", "offer"
        if governor is not None and governor.sense("wishing") and inflection == "base":
            return None, "wish"
        if inflection == "base" and not self._has_subject(index):
            twin = next((verb for verb in reversed(found.values()) if verb.inflection == "base"), None)
            return (twin.tense, twin.mood) if twin else (None, "wish")
        return None, "fact"
