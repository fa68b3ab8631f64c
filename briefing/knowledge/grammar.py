"""Small words of English grammar, by the part they play when statements are read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """The groups of ``grammar.yaml``, which says what each is for."""

    adjunct_openers: frozenset[str]
    clause_words: frozenset[str]
    finite_auxiliaries: frozenset[str]
    forms_of_be: frozenset[str]
    no_content: frozenset[str]
    prepositions: frozenset[str]
    unknown_speakers: frozenset[str]
    words_before_base_forms: frozenset[str]
    words_before_nouns: frozenset[str]
