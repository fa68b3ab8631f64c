"""The rows of the three lists: actors by state, disputes, agenda."""

from __future__ import annotations

from datetime import date

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.dates import distance, newest_day, short_interval
from briefing.dossier.kinds import count_kinds
from briefing.model import Actor, AgendaItem, Dispute, StatementKind, Status
from briefing.record import record

MEETINGS = frozenset({"meeting", "visit", "exercise"})
"""Kinds of agenda item of which the place belongs to the news, so that an unknown one is shown as such."""

STATUS_ORDER: tuple[Status, ...] = ("to_come", "under_way", "undated", "past")


@record(frozen=True, slots=True)
class ActorRow:
    """One actor: how often it is named or meant, and a person's newest role."""

    id: str
    name: str
    kind: str
    role: str | None
    mentions: int


@record(frozen=True, slots=True)
class ActorGroup:
    """A state or a body with the people and organisations that belong to it.

    ``head`` is null where the documents do not name the state itself; ``name`` is null for those of no known state.
    """

    name: str | None
    head: ActorRow | None
    members: tuple[ActorRow, ...]

    @property
    def mentions(self) -> int:
        """How often the group's actors are named or meant, all together."""
        return (self.head.mentions if self.head else 0) + sum(member.mentions for member in self.members)


@record(frozen=True, slots=True)
class DisputeRow:
    """One dispute: short names of its parties, its positions counted by kind, and the day of its newest evidence."""

    id: str
    name: str
    parties: tuple[str, ...]
    kinds: tuple[tuple[StatementKind, int], ...]
    positions: int
    newest: date | None


@record(frozen=True, slots=True)
class AgendaRow:
    """One agenda item: when it falls, how far off that is, where, and short names of who takes part.

    ``place`` is ``place ?`` where one is to be expected and not known, else empty.
    """

    id: str
    title: str
    status: Status
    when: str
    distance: str
    place: str
    participants: tuple[str, ...]


def _actor_row(actor: Actor) -> ActorRow:
    return ActorRow(actor.id, actor.name, actor.kind, actor.role, len(actor.evidence))


def _group_key(actor: Actor) -> str | None:
    if actor.kind == "state":
        return actor.id
    if actor.country is not None:
        return actor.country.lower()
    return actor.id if actor.kind == "organisation" else None


def actor_groups(catalogue: Catalogue) -> list[ActorGroup]:
    """Return the actors by state: groups by mentions, in them persons by mentions, then organisations.

    An organisation of no state is a group of its own; persons of no known state come last, together.
    """
    grouped: dict[str | None, list[Actor]] = {}
    for actor in catalogue.briefing.actors:
        grouped.setdefault(_group_key(actor), []).append(actor)
    groups = [_group(catalogue, key, actors) for key, actors in grouped.items()]
    return sorted(groups, key=lambda group: (group.name is None, -group.mentions, group.name or ""))


def _group(catalogue: Catalogue, key: str | None, actors: list[Actor]) -> ActorGroup:
    head = next((actor for actor in actors if actor.id == key), None)
    members = sorted(
        (actor for actor in actors if actor is not head),
        key=lambda actor: (actor.kind != "person", -len(actor.evidence), actor.name),
    )
    name = None if key is None else head.name if head else catalogue.state_name(key.upper())
    return ActorGroup(name, _actor_row(head) if head else None, tuple(_actor_row(member) for member in members))


def dispute_rows(catalogue: Catalogue) -> list[DisputeRow]:
    """Return the disputes, those with most positions first, then those with most evidence."""
    ordered = sorted(
        catalogue.briefing.disputes,
        key=lambda dispute: (-len(catalogue.positions_on(dispute.id)), -len(dispute.evidence), dispute.name),
    )
    return [_dispute_row(catalogue, dispute) for dispute in ordered]


def _dispute_row(catalogue: Catalogue, dispute: Dispute) -> DisputeRow:
    positions = catalogue.positions_on(dispute.id)
    sources = {found.document for found in dispute.evidence} | {said.document for said in positions}
    days = [day for day in map(catalogue.published, sources) if day is not None]
    return DisputeRow(
        id=dispute.id,
        name=dispute.name,
        parties=tuple(catalogue.short(party) for party in catalogue.parties(dispute)),
        kinds=count_kinds(positions),
        positions=len(positions),
        newest=max(days, default=None),
    )


def agenda_rows(catalogue: Catalogue) -> list[AgendaRow]:
    """Return the agenda: what is to come in the order of its days, what is under way, proposals, then what is past.

    What is past begins with the latest; within a group, items of an unknown day come last.
    """
    ordered = sorted(catalogue.briefing.agenda, key=lambda item: _agenda_order(catalogue, item))
    return [_agenda_row(catalogue, item) for item in ordered]


def _agenda_order(catalogue: Catalogue, item: AgendaItem) -> tuple[int, bool, int, int, str]:
    status = catalogue.status(item)
    if item.date is None:
        return (STATUS_ORDER.index(status), True, 0, 0, item.title)
    start, end = item.date.start.toordinal(), item.date.end.toordinal()
    days = (-end, -start) if status == "past" else (start, end)
    return (STATUS_ORDER.index(status), False, *days, item.title)


def _agenda_row(catalogue: Catalogue, item: AgendaItem) -> AgendaRow:
    as_of = catalogue.briefing.as_of
    return AgendaRow(
        id=item.id,
        title=item.title,
        status=catalogue.status(item),
        when=when_of(item, as_of),
        distance=distance(item.date, as_of),
        place=place_of(item),
        participants=tuple(participants_of(catalogue, item)),
    )


def when_of(item: AgendaItem, as_of: date | None) -> str:
    """Return when an item falls, in at most eleven characters; of a deadline that runs for a while, its last day."""
    if item.kind == "deadline" and item.date is not None and item.date.precision == "range":
        return f"by {newest_day(item.date.end, as_of)}"
    return short_interval(item.date, as_of)


def place_of(item: AgendaItem) -> str:
    """Return where an item takes place, ``place ?`` where that is to be expected and not known, else nothing."""
    return item.place or ("place ?" if item.kind in MEETINGS else "")


def participants_of(catalogue: Catalogue, item: AgendaItem) -> list[str]:
    """Return short names of an item's states and bodies, or of its persons where there are none of those."""
    known = [catalogue.actors[actor] for actor in item.participants if actor in catalogue.actors]
    states = [actor for actor in known if actor.kind == "state"]
    bodies = [actor for actor in known if actor.kind == "organisation" and actor.country is None]
    return sorted(catalogue.short(actor.id) for actor in (states + bodies or known))
