"""Longest match of table forms against tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from briefing.knowledge.tokens import Token, normal, tokenize

Table = Literal["state", "organisation", "instrument", "holder", "office", "ministry", "place", "word"]
Form = Literal["name", "abbreviation", "adjective", "demonym", "capital", "seat"]


class Entry(NamedTuple):
    """One reading of a form: the table it stands in, the id there, and what sort of form it is."""

    table: Table
    id: str
    form: Form


class Match(NamedTuple):
    """Tokens ``first`` up to but not including ``last``, and every entry that has this form."""

    first: int
    last: int
    entries: tuple[Entry, ...]


def keys_of(form: str) -> set[tuple[str, ...]]:
    """Return the token sequences by which a form is found: an initial at its end (``U. S.``) is cut in two ways."""
    alone = [normal(token.text) for token in tokenize(form)]
    going_on = [normal(token.text) for token in tokenize(f"{form} x")][:-1]
    return {tuple(alone), tuple(going_on)} - {()}


class Matcher:
    """A dictionary of token sequences, entered by their first token; case matters, apostrophes do not."""

    def __init__(self, forms: Iterable[tuple[str, Entry]]) -> None:
        sequences: dict[tuple[str, ...], list[Entry]] = {}
        for form, entry in forms:
            for key in keys_of(form):
                known = sequences.setdefault(key, [])
                if entry not in known:
                    known.append(entry)
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]] = {}
        for key in sorted(sequences, key=len, reverse=True):
            self._by_first.setdefault(key[0], []).append((key, tuple(sequences[key])))

    def match(self, tokens: Sequence[Token]) -> list[Match]:
        """Return the longest matches from left to right, none overlapping another."""
        return self.match_words([normal(token.text) for token in tokens])

    def match_words(self, words: Sequence[str]) -> list[Match]:
        """Return the longest matches in words that are normal forms already."""
        found: list[Match] = []
        position = 0
        while position < len(words):
            hit = self._at(words, position)
            if hit is None:
                position += 1
            else:
                found.append(hit)
                position = hit.last
        return found

    def _at(self, words: Sequence[str], position: int) -> Match | None:
        for key, entries in self._by_first.get(words[position], ()):
            last = position + len(key)
            if tuple(words[position:last]) == key:
                return Match(position, last, entries)
        return None
