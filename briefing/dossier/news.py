"""What was not there when a person looked last."""

from __future__ import annotations

from briefing.dossier.lasting_names import LastingNames, known_actor
from briefing.memory.remembered import Remembered
from briefing.record import record


@record(frozen=True, slots=True)
class News:
    """Ids of what was not there before; a dispute is new where a position on it is."""

    actors: frozenset[str] = frozenset()
    disputes: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    agenda: frozenset[str] = frozenset()


NO_NEWS = News()


def news_of(names: LastingNames, before: Remembered | None) -> News:
    """Return what was not there before; nothing where there is no before."""
    if before is None:
        return NO_NEWS
    catalogue = names.catalogue
    fresh = {
        statement
        for statement, of_disputes in names.positions.items()
        if any(name not in before.positions for name in of_disputes)
    }
    disputes = {
        dispute
        for statement in fresh
        for dispute, name in zip(catalogue.statements[statement].disputes, names.positions[statement], strict=True)
        if name not in before.positions
    }
    return News(
        actors=frozenset(actor.id for actor in catalogue.briefing.actors if known_actor(before, actor) is None),
        disputes=frozenset(disputes),
        statements=frozenset(fresh),
        agenda=frozenset(
            item for item, told in names.agenda.items() if all(name not in before.agenda for name in told)
        ),
    )
