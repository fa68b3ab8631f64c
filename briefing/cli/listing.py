"""The three lists as plain text, for where there is no terminal to draw a dashboard on."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.cli.output import say
from briefing.dossier import dates
from briefing.dossier.cards import counted
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.lists import ActorRow, actor_groups, agenda_rows, dispute_rows
from briefing.model import Briefing

WHEN_WIDTH = 13


def say_lists(briefing: Briefing) -> None:
    """Print actors, disputes and agenda."""
    catalogue = Catalogue(briefing)
    read = counted(len(briefing.documents), "document")
    say(f"as of {dates.as_of_day(briefing.as_of)}, {briefing.as_of_basis}, {read}")
    if briefing.narrowed:
        say(f"only articles {', '.join(briefing.narrowed)}")
    say("", f"Actors ({len(briefing.actors)})", *_actors(catalogue))
    say("", f"Disputes ({len(briefing.disputes)})", *_disputes(catalogue))
    say("", f"Agenda ({len(briefing.agenda)})", *_agenda(catalogue))


def _actors(catalogue: Catalogue) -> Iterator[str]:
    for group in actor_groups(catalogue):
        yield f"  {group.name or 'of no known state'} ({group.mentions})"
        for member in group.members:
            yield f"    {_actor(member)}"


def _actor(row: ActorRow) -> str:
    return f"{row.name}{', ' + row.role if row.role else ''} ({row.mentions})"


def _disputes(catalogue: Catalogue) -> Iterator[str]:
    for row in dispute_rows(catalogue):
        parties = f": {', '.join(row.parties)}" if row.parties else ""
        yield f"  {row.name}{parties} ({counted(row.positions, 'position')})"


def _agenda(catalogue: Catalogue) -> Iterator[str]:
    for row in agenda_rows(catalogue):
        about = ", ".join(part for part in (row.place, " - ".join(row.participants)) if part)
        yield f"  {row.when:>{WHEN_WIDTH}}  {row.title}{' (' + about + ')' if about else ''}"
