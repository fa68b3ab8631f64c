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
    if form.replace(" ", "").isalpha():  # most forms are plain words, and there are thousands
        return {tuple(form.split())}
    alone = tuple(normal(token.text) for token in tokenize(form))
    if not form.endswith("."):
        return {alone} - {()}
    return {alone, tuple(normal(token.text) for token in tokenize(f"{form} x"))[:-1]}


class Matcher:
    """A dictionary of token sequences, entered by their first token; case matters, apostrophes do not."""

    def __init__(self, forms: Iterable[tuple[str, Entry]]) -> None:
        sequences: dict[tuple[str, ...], list[Entry]] = {}
        for form, entry in forms:
            for key in keys_of(form):
                known = sequences.setdefault(key, [])
                if entry not in known:
                    known.append(entry)
        self._entries = {key: tuple(entries) for key, entries in sequences.items()}
        lengths: dict[str, set[int]] = {}
        for key in sequences:
            lengths.setdefault(key[0], set()).add(len(key))
        self._lengths = {first: sorted(several, reverse=True) for first, several in lengths.items()}

    def match(self, tokens: Sequence[Token]) -> list[Match]:
        """Return the longest matches from left to right, none overlapping another."""
        return self.match_words([normal(token.text) for token in tokens])

    def match_words(self, words: Sequence[str]) -> list[Match]:
        """Return the longest matches in words that are normal forms already."""
        found: list[Match] = []
        free = 0
        known = self._lengths
        for position, word in enumerate(words):
            if position < free or word not in known:
                continue
            hit = self._at(words, position)
            if hit is not None:
                found.append(hit)
                free = hit.last
        return found

    def _at(self, words: Sequence[str], position: int) -> Match | None:
        for length in self._lengths[words[position]]:
            key = tuple(words[position : position + length])
            entries = self._entries.get(key)
            if entries is not None:  # at the end of the words the key is shorter than the length
                return Match(position, position + len(key), entries)
        return None
