"""Words that tell what a capitalised name is, and where a name begins and ends."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Naming:
    """The groups of ``naming.yaml``, which says what each is for."""

    body_heads: frozenset[str]
    body_heads_with_of: frozenset[str]
    not_bodies: frozenset[str]
    instrument_heads: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    government_nouns: frozenset[str]
    place_prepositions: frozenset[str]
    place_nouns: frozenset[str]
    function_words: frozenset[str]
    person_nouns: frozenset[str]
    body_nouns: frozenset[str]
    document_nouns: frozenset[str]
    state_nouns: frozenset[str]
    pair_nouns: frozenset[str]
    inquiry_nouns: frozenset[str]
    pair_person_nouns: frozenset[str]
