"""A sentence as pieces between commas and connectives, with its verbs and names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from briefing.extraction.agenda.verbs import BREAKS, PREPOSITIONS, Verb, VerbReader
from briefing.extraction.agenda.words import word_set
from briefing.extraction.annotations import Annotations, Reference, SentenceTokens
from briefing.model import Tense

_OPENERS = word_set(
    "that which who whom whose where when while because although though whereas if unless whether as but"
)
_NOT_BEFORE_OPENERS = PREPOSITIONS | word_set("such well as so of to")
_DATELINE_SIGNS = word_set("— – - --")
_DATELINE_REACH = 16
_APPOSITION_REACH = 10


def _after_dateline(annotations: Annotations, sentence: SentenceTokens) -> int:
    """Return the first token after ``GENEVA, Oct 16 (Reuters) -``, or that of the sentence."""
    if sentence.block != "body":
        return sentence.first
    for index in range(sentence.first, min(sentence.last, sentence.first + _DATELINE_REACH)):
        word = annotations.words[index]
        if word in _DATELINE_SIGNS and not annotations.joined(index):
            last = index + 1
            while last < sentence.last and annotations.words[last] in _DATELINE_SIGNS:
                last += 1
            return last if last < sentence.last else sentence.first
        if word[0].islower():
            return sentence.first
    return sentence.first


class Named(NamedTuple):
    """A reference with its tokens."""

    first: int
    last: int
    reference: Reference


class Clauses:
    """One sentence, cut and read."""

    def __init__(self, annotations: Annotations, sentence: SentenceTokens) -> None:
        self.annotations = annotations
        self.sentence = sentence
        self.first, self.last = _after_dateline(annotations, sentence), sentence.last
        self.headline = sentence.block == "headline"
        self._lowers = annotations.lowers

    @cached_property
    def segments(self) -> list[int]:
        """The number of the piece that holds each token."""
        return list(self._segments())

    def in_verb(self, index: int) -> bool:
        """Tell whether a token belongs to a verb or its auxiliaries."""
        return index in self._verb_tokens

    def segment(self, index: int) -> int:
        """Return the number of the piece that holds a token."""
        return self.segments[index - self.first]

    def piece_start(self, index: int) -> int:
        """Return the first token of the piece that holds a token."""
        start = index
        while start > self.first and self.segment(start - 1) == self.segment(index):
            start -= 1
        return start

    def piece_end(self, index: int) -> int:
        """Return the token after the piece that holds a token."""
        end = index + 1
        while end < self.last and self.segment(end) == self.segment(index):
            end += 1
        return end

    def opens_piece(self, index: int) -> bool:
        """Tell whether a token stands at the beginning of a clause: of its sentence, or of a piece that is no list."""
        start = self.piece_start(index)
        return start == self.first or self._lowers[start] in _OPENERS or index - start <= 1

    def opens_clause(self, index: int) -> bool:
        """Tell whether a token is a small word that begins another clause: ``that``, ``which``."""
        return self._lowers[index] in _OPENERS and (
            index == self.first or self.segment(index) != self.segment(index - 1)
        )

    @cached_property
    def verbs(self) -> dict[int, Verb]:
        """The verbs by the index of their first token, in order."""
        return VerbReader(self.annotations, self.first, self.last, headline=self.headline).read()

    @cached_property
    def named(self) -> list[Named]:
        """The references of the sentence."""
        token_at = self.annotations.token_at
        references = self.annotations.references_in(*self.sentence.span)
        return [Named(token_at(r.start), token_at(r.end - 1) + 1, r) for r in references]

    @cached_property
    def _verb_tokens(self) -> frozenset[int]:
        return frozenset(index for verb in self.verbs.values() for index in range(verb.group, verb.last))

    @cached_property
    def first_tense(self) -> Tense | None:
        """The tense of the first verb that has one."""
        return next((verb.tense for verb in self.verbs.values() if verb.tense), None)

    def tense_before(self, index: int) -> Tense | None:
        """Return the tense of the nearest verb before a token that has one."""
        before = [verb for verb in self.verbs.values() if verb.first < index and verb.tense and verb.mood == "fact"]
        return before[-1].tense if before else None

    def relative_verb(self, index: int) -> Verb | None:
        """Return the verb of the clause that ``which`` or ``that`` opens after the piece of a token.

        Without them too: ``the next round, due to be held in May``, ``the election, announced for June``.
        """
        piece = self.segment(index)
        for at in range(index + 1, self.last):
            if self.segment(at) != piece and self._lowers[at] != ",":
                relative = self._lowers[at] == "which" or (
                    self._lowers[at] == "that" and at == index + 1 and not self._speaks_before(index)
                )
                if relative:
                    return self.verb_after(at)
                verb = self.verbs.get(self._verb_of_group.get(at, -1))
                behind_comma = at > index + 1 and self._lowers[at - 1] == ","
                return verb if behind_comma and verb is not None and verb.inflection == "ed" else None
        return None

    def _speaks_before(self, index: int) -> bool:
        """Tell whether ``that`` gives what is said: ``said at a summit that it was late``."""
        verb = self.verb_before(index)
        return verb is not None and self._lowers[verb.first] in self.annotations.knowledge.speech.verbs

    def verb_before(self, index: int, reach: int = 40) -> Verb | None:
        """Return the nearest verb that ends at or before a token, in the same piece."""
        for at in range(index - 1, max(self.first, index - reach) - 1, -1):
            if self.segment(at) != self.segment(index):
                return None
            verb = self.verbs.get(at)
            if verb is not None and verb.last <= index:
                return verb
        return None

    def verb_after(self, index: int, reach: int = 25) -> Verb | None:
        """Return the first verb at or after a token, in the same piece or past the commas of a list of names."""
        resumed = self._behind_apposition(index)
        for at in range(index, min(self.last, index + reach)):
            if at == resumed:
                return self.verbs[self._verb_of_group[at]]
            if resumed is None and at > index and self.segment(at) != self.segment(at - 1) and not self._lists_on(at):
                return None
            if at in self.verbs:
                return self.verbs[at]
        return None

    def _behind_apposition(self, index: int) -> int | None:
        """Return where the verb begins behind an apposition: ``the next conference, COP27, | will be held``."""
        commas = [at for at in range(index, min(self.last, index + _APPOSITION_REACH)) if self._lowers[at] == ","]
        if len(commas) != 2 or commas[0] - index > 1 or any(at in self.verbs for at in range(index, commas[1])):
            return None
        return commas[1] + 1 if commas[1] + 1 in self._verb_of_group else None

    @cached_property
    def _verb_of_group(self) -> dict[int, int]:
        return {verb.group: first for first, verb in self.verbs.items()}

    def _lists_on(self, index: int) -> bool:
        """Tell whether a new piece only goes on with a list: ``of Britain, France and Germany``."""
        if self._lowers[index] == ",":
            return index + 1 < self.last and self.annotations.words[index + 1][0].isupper()
        return self._lowers[index - 1] == "," and self.annotations.words[index][0].isupper()

    def _segments(self) -> Iterator[int]:
        number = 0
        for index in range(self.first, self.last):
            lower = self._lowers[index]
            before = self._lowers[index - 1] if index > self.first else ""
            if lower in BREAKS or before in BREAKS or (lower in _OPENERS and before not in _NOT_BEFORE_OPENERS):
                number += 1
            yield number
