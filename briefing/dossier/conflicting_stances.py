"""Stances that two documents give to one actor on one thing, one for it and one against."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.versions import Disagreement, newest_first, version, words_in
from briefing.model import Statement, StatementKind

STANCE_REACH = 14
"""Days; who says something else after longer may have changed the mind."""
MOST_COMPARED = 50
LIKENESS = 0.6
"""The part of the words of two contents, all taken together, that is in both where they are about one thing."""
FEWEST_SHARED = 3

_FOR: frozenset[StatementKind] = frozenset({"support", "offer", "agree", "state"})
_AGAINST: frozenset[StatementKind] = frozenset({"oppose", "deny"})
_Dated = Sequence[tuple[int, Statement]]
"""Statements newest first, each after the negative of its day's ordinal."""


def conflicting_stances(catalogue: Catalogue) -> Iterator[Disagreement]:
    """Yield the pairs of statements of one actor in documents of the same days that contradict."""
    for actor in catalogue.briefing.actors:
        dated = [
            (-day.toordinal(), statement)
            for statement in catalogue.said_by(actor.id)
            if statement.reported_by is None and (day := catalogue.published(statement.document)) is not None
        ]
        against = [(when, statement) for when, statement in dated if statement.kind in _AGAINST]
        yield from _of_actor(catalogue, actor.id, against, [one for one in dated if one[1].kind in _FOR])


def _of_actor(catalogue: Catalogue, actor: str, against: _Dated, in_favour: _Dated) -> Iterator[Disagreement]:
    told: set[str] = set()
    for when, statement in against:
        for other in islice(_nearby(when, statement, in_favour), MOST_COMPARED):
            if other.id not in told and _on_the_same(catalogue, statement, other):
                told.add(other.id)
                yield _of_statements(catalogue, actor, statement, other)
                break


def _of_statements(catalogue: Catalogue, actor: str, *statements: Statement) -> Disagreement:
    told = (version(catalogue, one.kind, one.evidence) for one in statements)
    return Disagreement("stance", catalogue.name(actor), newest_first(catalogue, *told), Item("actor", actor))


def _nearby(when: int, statement: Statement, statements: _Dated) -> Iterator[Statement]:
    """Yield those of the statements, which stand newest first, that are of other documents of the same days."""
    first = bisect_left(statements, when - STANCE_REACH, key=lambda dated: dated[0])
    for day, other in islice(statements, first, None):
        if day > when + STANCE_REACH:
            return
        if other.document != statement.document:
            yield other


def _on_the_same(catalogue: Catalogue, one: Statement, other: Statement) -> bool:
    mine, theirs = (
        words_in(" ".join(catalogue.text(statement.document, span) for span in statement.content))
        for statement in (one, other)
    )
    shared = len(mine & theirs)
    return shared >= FEWEST_SHARED and shared >= LIKENESS * len(mine | theirs)
