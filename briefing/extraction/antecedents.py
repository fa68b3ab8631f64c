"""Antecedents: whom ``he``, ``they``, ``the two countries`` can mean, by who was named before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.extraction.annotations import Annotations, Reference
from briefing.extraction.organisations import is_army
from briefing.model import ActorKind

_REACH = 3
"""How many sentences back a pronoun looks."""
_FEMININE = frozenset({"queen", "princess", "madam", "sheikha", "baroness"})
_MASCULINE = frozenset({"king", "prince", "emir", "sultan", "pope", "ayatollah", "imam"})
_A_PAIR = 2
_MOST_BETWEEN = 5
_MOST_BEFORE_SUBJECT = 4
LEADERS = frozenset({"president", "minister", "chancellor", "premier", "king", "leader"})


class Antecedents:
    """Who has been named so far, sentence by sentence; :meth:`enter` tells which sentence is read."""

    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self.by_sentence = [annotations.references_in(*s.span) for s in annotations.sentences]
        self.sentence = 0
        self.pair: list[str] = []
        self.pair_sentence = 0
        self.group: list[str] = []
        self.pronouns = self._pronouns_by_title()
        """Who is ``he`` and who is ``she``, as far as titles and earlier pronouns tell."""
        self.counts: Counter[str] = Counter()

    def enter(self, number: int) -> None:
        """Go on to a sentence."""
        self.sentence = number
        self._set_side_by_side(number)
        self.group = self._joined(self.by_sentence[number - 1]) or self.group if number else []

    def add(self, reference: Reference) -> None:
        """Add what a word of the sentence was found to mean."""
        self.by_sentence[self.sentence].append(reference)

    def before(self, index: int) -> Iterator[Reference]:
        """Yield references before a token: in its sentence from the first, then sentence by sentence back."""
        start = self.annotations.tokens[index].start
        inside = self.annotations.quotation_at(start)
        for number in range(self.sentence, max(-1, self.sentence - 1 - _REACH), -1):
            for reference in sorted(self.by_sentence[number]):
                if reference.end <= start and self.annotations.quotation_at(reference.start) == inside:
                    yield reference

    def person(self, index: int, pronoun: str) -> str | None:
        """Return whom ``he`` means: a subject of the nearest sentence that names a person, else the first named."""
        near: list[Reference] = []
        for reference in self.before(index):
            if reference.kind != "person" or self.pronouns.get(reference.actor, pronoun) != pronoun:
                continue
            if near and self.annotations.sentence_at(near[0].start) != self.annotations.sentence_at(reference.start):
                break
            near.append(reference)
        subjects = [r for r in near if self._acts(r)]
        so_called = [r for r in near if self.pronouns.get(r.actor) == pronoun]
        return next((r.actor for r in (*so_called, *subjects, *near)), None)

    def acts_on(self, word: str) -> bool:
        """Tell whether ``it`` before a word does something: no ``it is clear that``."""
        speech, grammar = self.annotations.knowledge.speech, self.annotations.grammar
        return word in speech.verbs or (word in speech.auxiliaries and word not in grammar.forms_of_be)

    def _acts(self, reference: Reference) -> bool:
        """Tell whether a reference is directly followed by a verb."""
        index = self.annotations.token_at(reference.end)
        if index >= len(self.annotations.lowers):
            return False
        speech, lower = self.annotations.knowledge.speech, self.annotations.lowers[index]
        return lower in speech.verbs or lower in speech.auxiliaries

    def thing(self, index: int) -> list[str]:
        """Return what ``it`` means: the subject of the nearest sentence that names a state or body, else the first."""
        near: list[Reference] = []
        for reference in self.before(index):
            if near and self.annotations.sentence_at(near[0].start) != self.annotations.sentence_at(reference.start):
                break
            if reference.kind != "person":
                near.append(reference)
        return next(([r.actor] for r in (*(r for r in near if self._acts(r)), *near)), [])

    def those_before(self, index: int) -> list[str]:
        """Return whom ``they`` means: a people named in the sentence, else those the last sentence joined."""
        start = self.annotations.tokens[index].start
        here = [r for r in self.by_sentence[self.sentence] if r.end <= start]
        people = [r.actor for r in here if r.rule == "demonym"]
        if people:
            return people[-1:]
        persons = list(dict.fromkeys(r.actor for r in sorted(here) if r.kind == "person"))
        return (
            self._joined(here)
            or (persons if len(persons) == 2 else [])
            or self._body_at_head(here)
            or self.group
            or self._single_before()
        )

    def _body_at_head(self, here: Sequence[Reference]) -> list[str]:
        """Return the group of states that heads the sentence: ``The E3 told the Council that they ...``."""
        heads = [r for r in sorted(here)[:1] if r.kind == "organisation" and self._heads_sentence(r)]
        known = self.annotations.knowledge.organisations
        return [r.actor for r in heads if r.actor in known and known[r.actor].kind == "international"]

    def _single_before(self) -> list[str]:
        """Return the body that heads the sentence before: it may go on as ``they``."""
        if not self.sentence:
            return []
        heads = sorted(self.by_sentence[self.sentence - 1])[:1]
        return [r.actor for r in heads if r.kind == "organisation" and self._acts(r) and self._heads_sentence(r)]

    def _joined(self, references: Sequence[Reference]) -> list[str]:
        """Return the actors at the head of a sentence that one phrase means together or that ``and`` joins."""
        references = sorted(references)
        if not references or not self._heads_sentence(references[0]):
            return []
        chain: list[str] = []
        previous: Reference | None = None
        for reference in references:
            if previous is None or self._joins(previous, reference):
                chain.append(reference.actor)
                previous = reference
            else:
                break
        return list(dict.fromkeys(chain)) if len(set(chain)) > 1 else []

    def _heads_sentence(self, reference: Reference) -> bool:
        sentence = self.annotations.sentence_at(reference.start)
        return self.annotations.token_at(reference.start) - sentence.first <= _MOST_BEFORE_SUBJECT

    def _joins(self, one: Reference, other: Reference) -> bool:
        if (one.start, one.end) == (other.start, other.end):
            return True
        between = self.annotations.document.text[one.end : other.start]
        words = between.replace(",", " ").split()
        return ("and" in words and len(words) <= _MOST_BETWEEN) or (not words and "," in between)

    def _last(self, kind: ActorKind, count: int) -> list[str]:
        """Return the actors of a kind named last, nearest sentence first, at most ``count``."""
        found: list[str] = []
        for number in range(self.sentence, max(-1, self.sentence - 1 - 2 * _REACH), -1):
            for reference in self.by_sentence[number]:
                if reference.kind == kind and reference.actor not in found:
                    found.append(reference.actor)
            if len(found) >= count:
                return found[:count]
        return found if len(found) == count else []

    def state(self) -> list[str]:
        """Return the state named last as an actor; one whose adjective goes before a person's title is not."""
        for number in range(self.sentence, max(-1, self.sentence - 1 - 2 * _REACH), -1):
            for reference in self.by_sentence[number]:
                if reference.kind == "state" and reference.rule not in {"adjective of a state", "demonym"}:
                    return [reference.actor]
        return self._last("state", 1)

    def heads_clause(self, index: int, high: int) -> bool:
        """Tell whether ``the`` and one noun begin a sentence, or a verb follows them."""
        first = self.annotations.sentences[self.sentence].first
        return index - first <= 1 or (index + 2 < high and self.acts_on(self.annotations.lowers[index + 2]))

    def author(self, index: int) -> list[str]:
        """Return the body whose resolution or communique is spoken of: the international one named last."""
        known = self.annotations.knowledge.organisations
        for reference in self.before(index):
            body = known.get(reference.actor)
            if body is not None and body.kind in {"international", "government"}:
                return [reference.actor]
        return []

    def _set_side_by_side(self, number: int) -> None:
        """Keep the states that a sentence joins (``the United States and Russia``) for ``the two countries``."""
        named = [r for r in self.by_sentence[number] if self._is_power(r)]
        for reference in named:
            known = self.annotations.knowledge.organisations.get(reference.actor)
            mediator = known is not None and known.kind == "international"
            self.counts[reference.actor] += 1 if mediator else 2
        text = self.annotations.document.text
        for one, other in pairwise(named):
            between = text[one.end : other.start].strip().lower()
            if one.actor != other.actor and between in {"and", ",", "-", "–", "and the", "’s and", "and its"}:
                self.pair, self.pair_sentence = [one.actor, other.actor], number

    def _is_power(self, reference: Reference) -> bool:
        """Tell whether a reference can be one of two sides: a state or an international body."""
        known = self.annotations.knowledge.organisations.get(reference.actor)
        if known is None:
            return reference.kind == "state"
        return is_army(known) or known.kind in {"international", "armed_group"}

    def states(self, count: int) -> list[str]:
        """Return the states joined last, if just now or if they are the ones most spoken of, else the latter."""
        most = [actor for actor, _ in self.counts.most_common(count)] if count == _A_PAIR else []
        fresh = self.sentence - self.pair_sentence <= 1
        if count == len(self.pair) and (fresh or set(self.pair) <= {a for a, _ in self.counts.most_common(count + 1)}):
            return self.pair
        return most if len(most) == count else []

    def two(self, count: int) -> list[str]:
        """Return whom ``the two`` means: the persons named last, where they are so many, else the states."""
        return self._last("person", count) or self.states(count)

    def persons(self, noun: str, count: int) -> list[str]:
        """Return the persons whom ``the two presidents`` or ``the leaders`` means: by title, else those named last."""
        wanted = LEADERS if noun in {"leaders", "heads", "men", "women"} else {noun.removesuffix("s")}
        found: list[str] = []
        for number in range(self.sentence, -1, -1):
            for reference in self.by_sentence[number]:
                actor = self.annotations.actors[reference.actor]
                titles = {word for title in actor.titles for word in title.lower().split()}
                if actor.kind == "person" and titles & wanted and actor.id not in found:
                    found.append(actor.id)
            if len(found) >= count:
                return found[:count]
        return self._last("person", count)

    def body(self, noun: str, index: int) -> list[str]:
        """Return the body that ``the ministry`` or ``the council`` means: the one named last with that noun."""
        for reference in self.before(index):
            actor = self.annotations.actors[reference.actor]
            names = [actor.name, *actor.aliases]
            if actor.kind == "organisation" and (
                any(noun in name.lower().split() for name in names) or self._organ_of(reference, noun)
            ):
                return [actor.id]
        return []

    def _organ_of(self, reference: Reference, noun: str) -> bool:
        """Tell whether a body is named as having an organ: ``the governing board of the agency``."""
        index = self.annotations.token_at(reference.start)
        before = [word for word in self.annotations.lowers[max(0, index - 3) : index] if word != "the"]
        return before[-2:] == [noun, "of"]

    def _pronouns_by_title(self) -> dict[str, str]:
        told = {}
        feminine = self.annotations.knowledge.feminine_names
        for actor in self.annotations.actors.values():
            words = {word.lower() for title in actor.titles for word in title.split()}
            if actor.kind != "person":
                continue
            first = actor.name.split()[0]
            if first in feminine or any(w.endswith("woman") or w in _FEMININE for w in words):
                told[actor.id] = "she"
            elif any(w in _MASCULINE or w.endswith("sman") for w in words):
                told[actor.id] = "he"
        return told
