"""Stances that two documents give to one actor on one thing, one for it and one against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.versions import Disagreement, newest_first, version, words_in
from briefing.dossier.wording import words_of_statement
from briefing.model import Statement, StatementKind

STANCE_REACH = timedelta(14)
"""Who says something else after longer may have changed the mind."""
MOST_COMPARED = 50
LIKENESS = 0.6
"""The part of the words of two contents, all taken together, that is in both where they are about one thing."""
FEWEST_SHARED = 3

_FOR: frozenset[StatementKind] = frozenset({"support", "offer", "agree", "state"})
_AGAINST: frozenset[StatementKind] = frozenset({"oppose", "deny"})


def conflicting_stances(catalogue: Catalogue) -> Iterator[Disagreement]:
    """Yield the pairs of statements of one actor in documents of the same days that contradict."""
    for actor in catalogue.briefing.actors:
        statements = [
            statement
            for statement in catalogue.said_by(actor.id)
            if statement.reported_by is None and statement.kind in _FOR | _AGAINST
        ]
        yield from _of_actor(catalogue, actor.id, statements)


def _of_actor(catalogue: Catalogue, actor: str, statements: Sequence[Statement]) -> Iterator[Disagreement]:
    told: set[str] = set()
    for statement in statements:
        if statement.kind not in _AGAINST:
            continue
        for other in _nearby(catalogue, statement, statements):
            if other.kind in _FOR and other.id not in told and _on_the_same(catalogue, statement, other):
                told.add(other.id)
                yield _of_statements(catalogue, actor, statement, other)
                break


def _of_statements(catalogue: Catalogue, actor: str, *statements: Statement) -> Disagreement:
    told = (version(catalogue, words_of_statement(catalogue, one), one.evidence) for one in statements)
    return Disagreement("stance", catalogue.name(actor), newest_first(catalogue, *told), Item("actor", actor))


def _nearby(catalogue: Catalogue, statement: Statement, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements of other documents of the same days, at most :data:`MOST_COMPARED`."""
    day = catalogue.published(statement.document)
    near = (
        other
        for other in statements
        if other.document != statement.document
        and day is not None
        and (their := catalogue.published(other.document)) is not None
        and abs(day - their) <= STANCE_REACH
    )
    return islice(near, MOST_COMPARED)


def _on_the_same(catalogue: Catalogue, one: Statement, other: Statement) -> bool:
    mine, theirs = (
        words_in(" ".join(catalogue.text(statement.document, span) for span in statement.content))
        for statement in (one, other)
    )
    shared = len(mine & theirs)
    return shared >= FEWEST_SHARED and shared >= LIKENESS * len(mine | theirs)
