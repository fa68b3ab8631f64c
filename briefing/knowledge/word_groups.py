"""Tables that are groups of words and nothing more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import TypeVar

from briefing.knowledge.grammar import Grammar
from briefing.knowledge.naming import Naming

Groups = TypeVar("Groups", Grammar, Naming)


def word_groups(kind: type[Groups], table: Mapping[str, Sequence[str]]) -> Groups:
    """Return a table's groups as sets; raise KeyError for a group that the table lacks."""
    return kind(**{group.name: frozenset(table[group.name]) for group in fields(kind)})
