"""A briefing made ready for the screen: its catalogue and the rows of its lists, whole or narrowed by a focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.focus import Tied
from briefing.dossier.lists import ActorGroup, AgendaRow, DisputeRow, actor_groups, agenda_rows, dispute_rows
from briefing.model import Briefing
from briefing.record import record
from briefing.tui.panes.list_rows import actor_list, agenda_list, dispute_list
from briefing.tui.widgets.rows import LabelRow, Rows


@record(frozen=True, slots=True)
class Narrowed:
    """The rows of one list, how many of all they are, and all."""

    rows: Rows
    shown: int
    total: int


@record(frozen=True, slots=True)
class Shelf:
    """What the panes show of one briefing."""

    catalogue: Catalogue
    _groups: Sequence[ActorGroup]
    _disputes: Sequence[DisputeRow]
    _agenda: Sequence[AgendaRow]
    actors: Narrowed
    disputes: Narrowed
    agenda: Narrowed

    @classmethod
    def of(cls, briefing: Briefing) -> Shelf:
        """Make a briefing ready; takes time that grows with it, so it belongs in a worker."""
        catalogue = Catalogue(briefing)
        groups, disputes, agenda = actor_groups(catalogue), dispute_rows(catalogue), agenda_rows(catalogue)
        actors = len(catalogue.actors)
        return cls(
            catalogue,
            groups,
            disputes,
            agenda,
            Narrowed(actor_list(groups), actors, actors),
            Narrowed(dispute_list(disputes, briefing.as_of), len(disputes), len(disputes)),
            Narrowed(agenda_list(agenda), len(agenda), len(agenda)),
        )

    def only(self, tied: Tied, shows_all: str) -> Shelf:
        """Return what is tied to something; below each list stands how many rows are hidden, and ``shows_all``."""
        groups = [group for group in (_only_members(group, tied.actors) for group in self._groups) if group]
        disputes = [row for row in self._disputes if row.id in tied.disputes]
        agenda = [row for row in self._agenda if row.id in tied.agenda]

        def below(shown: int, total: int) -> list[LabelRow]:
            text = f"{total - shown:,} hidden · {shows_all}"
            return [LabelRow(), LabelRow(text)] if 0 < shown < total else []

        actors = sum(len(group.members) + (group.head is not None) for group in groups)
        return replace(
            self,
            actors=Narrowed(actor_list(groups, below(actors, self.actors.total)), actors, self.actors.total),
            disputes=Narrowed(
                dispute_list(disputes, self.catalogue.briefing.as_of, below(len(disputes), self.disputes.total)),
                len(disputes),
                self.disputes.total,
            ),
            agenda=Narrowed(agenda_list(agenda, below(len(agenda), self.agenda.total)), len(agenda), self.agenda.total),
        )


def _only_members(group: ActorGroup, actors: frozenset[str]) -> ActorGroup | None:
    members = tuple(member for member in group.members if member.id in actors)
    head = group.head if group.head is not None and group.head.id in actors else None
    return replace(group, head=head, members=members) if head or members else None
