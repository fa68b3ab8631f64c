"""The brief: one page on a briefing in the order in which analysts read, every line quoted or named with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Generic, TypeVar

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.disagreements import disagreements_of
from briefing.dossier.leads import Lead, leads_of
from briefing.dossier.lists import ActorGroup, DisputeRow, actor_groups, dispute_rows, participants_of
from briefing.dossier.sides import Side, sides_of
from briefing.dossier.versions import Disagreement
from briefing.model import AgendaItem, AgendaKind, DateInterval, Document, Evidence, Status
from briefing.record import record

Line_co = TypeVar("Line_co", covariant=True)
Found = TypeVar("Found")

MOST_SOURCES = 3
"""How many sources a line names at most, newest first."""


@record(frozen=True, slots=True)
class Limits:
    """How many lines of each part fit on a page; ``sides`` and ``positions`` count for one dispute and one side."""

    leads: int = 3
    parties: int = 5
    people: int = 3
    disputes: int = 4
    sides: int = 4
    positions: int = 1
    instruments: int = 5
    next: int = 5
    disagreements: int = 3


PAGE = Limits()


@record(frozen=True, slots=True)
class Part(Generic[Line_co]):
    """What a part of the brief shows, and how many lines there would be of it in all."""

    lines: tuple[Line_co, ...]
    total: int


@record(frozen=True, slots=True)
class PersonLine:
    """A person with the newest role and where that was read."""

    id: str
    name: str
    role: str | None
    sources: tuple[Evidence, ...]


@record(frozen=True, slots=True)
class PartyLine:
    """A state or a body, and its people; ``sources`` are where it is named."""

    id: str | None
    name: str
    people: Part[PersonLine]
    sources: tuple[Evidence, ...]


@record(frozen=True, slots=True)
class DisputePart:
    """A dispute with its sides; ``positions`` is how many there are on it in all."""

    id: str
    name: str
    sides: Part[Side]
    positions: int


@record(frozen=True, slots=True)
class InstrumentLine:
    """A treaty, agreement, resolution or law."""

    id: str
    name: str
    sources: tuple[Evidence, ...]


@record(frozen=True, slots=True)
class NextLine:
    """What is under way, to come, or on the table; ``participants`` are short names."""

    id: str
    kind: AgendaKind
    title: str
    status: Status
    date: DateInterval | None
    place: str | None
    participants: tuple[str, ...]
    sources: tuple[Evidence, ...]


@record(frozen=True, slots=True)
class Source:
    """A document that the brief cites, by its number."""

    number: int
    document: Document


@record(frozen=True, slots=True)
class Brief:
    """One page on a briefing.

    ``narrowed`` are the filters that hold, in words. ``first`` and ``last`` are the days that its documents span, null
    where none is dated; ``documents`` is how many there are, ``sources`` those that the page cites.
    """

    as_of: date | None
    as_of_basis: str
    narrowed: tuple[str, ...]
    documents: int
    first: date | None
    last: date | None
    bottom_line: tuple[Lead, ...]
    parties: Part[PartyLine]
    disputes: Part[DisputePart]
    instruments: Part[InstrumentLine]
    next: Part[NextLine]
    disagreements: Part[Disagreement]
    sources: tuple[Source, ...]


def brief_of(catalogue: Catalogue, limits: Limits = PAGE) -> Brief:
    """Return the brief on a briefing. Nothing in it is generated: its words are the articles' and their names."""
    briefing = catalogue.briefing
    days = [document.published for document in briefing.documents if document.published is not None]
    bottom_line = leads_of(catalogue, limits.leads)
    parties = _parties(catalogue, limits)
    disputes = _disputes(catalogue, limits)
    instruments = _instruments(catalogue, limits)
    upcoming = _next(catalogue, limits)
    disagreements = _part(disagreements_of(catalogue), limits.disagreements, lambda found: found)
    cited = {evidence.document for evidence in _cited(bottom_line, parties, disputes, instruments, upcoming)}
    cited |= {version.evidence.document for found in disagreements.lines for version in found.versions}
    return Brief(
        as_of=briefing.as_of,
        as_of_basis=briefing.as_of_basis,
        narrowed=briefing.narrowed,
        documents=len(briefing.documents),
        first=min(days, default=None),
        last=max(days, default=None),
        bottom_line=bottom_line,
        parties=parties,
        disputes=disputes,
        instruments=instruments,
        next=upcoming,
        disagreements=disagreements,
        sources=tuple(
            Source(catalogue.number(document.id), document) for document in briefing.documents if document.id in cited
        ),
    )


def _part(found: Sequence[Found], most: int, line: Callable[[Found], Line_co]) -> Part[Line_co]:
    return Part(tuple(line(one) for one in found[:most]), len(found))


def _sources(catalogue: Catalogue, item: Item) -> tuple[Evidence, ...]:
    """Return the first evidence of each of the newest documents that name an item."""
    firsts: dict[str, Evidence] = {}
    for evidence in catalogue.sentences_of(item):
        firsts.setdefault(evidence.document, evidence)
    return tuple(firsts.values())[:MOST_SOURCES]


def _parties(catalogue: Catalogue, limits: Limits) -> Part[PartyLine]:
    """Return states and bodies with their people: those that stand in a dispute first, then by mentions."""
    standing = {party for dispute in catalogue.briefing.disputes for party in dispute.parties}

    def stands_apart(group: ActorGroup) -> bool:
        return group.head is None or group.head.id not in standing

    def line(group: ActorGroup) -> PartyLine:
        people = [row.id for row in group.members if row.kind == "person"]
        head = group.head.id if group.head else None
        return PartyLine(
            id=head,
            name=group.name or "",
            people=_part(people, limits.people, lambda person: _person(catalogue, person)),
            sources=_sources(catalogue, Item("actor", head)) if head else (),
        )

    groups = [
        group
        for group in actor_groups(catalogue)
        if group.name is not None and (group.head is not None or any(row.kind == "person" for row in group.members))
    ]
    return _part(sorted(groups, key=stands_apart), limits.parties, line)


def _person(catalogue: Catalogue, key: str) -> PersonLine:
    actor, sources = catalogue.actors[key], _sources(catalogue, Item("actor", key))
    giver = actor.roles[-1].from_document if actor.roles else None
    of_role = tuple(evidence for evidence in actor.evidence if evidence.document == giver)
    return PersonLine(key, actor.name, actor.role, of_role[:1] or sources[:1])


def _disputes(catalogue: Catalogue, limits: Limits) -> Part[DisputePart]:
    def line(row: DisputeRow) -> DisputePart:
        sides = sides_of(catalogue, row.id, limits.positions)
        return DisputePart(row.id, row.name, _part(sides, limits.sides, lambda side: side), row.positions)

    return _part([row for row in dispute_rows(catalogue) if row.positions], limits.disputes, line)


def _instruments(catalogue: Catalogue, limits: Limits) -> Part[InstrumentLine]:
    ordered = sorted(catalogue.briefing.instruments, key=lambda found: (-len(found.evidence), found.name))
    return _part(
        ordered,
        limits.instruments,
        lambda found: InstrumentLine(found.id, found.name, _sources(catalogue, Item("instrument", found.id))),
    )


def _next(catalogue: Catalogue, limits: Limits) -> Part[NextLine]:
    ahead = [item for item in catalogue.briefing.agenda if catalogue.status(item) != "past"]
    ahead.sort(key=lambda item: _when(item, catalogue.status(item)))
    return _part(
        ahead,
        limits.next,
        lambda item: NextLine(
            id=item.id,
            kind=item.kind,
            title=item.title,
            status=catalogue.status(item),
            date=item.date,
            place=item.place,
            participants=tuple(participants_of(catalogue, item)),
            sources=_sources(catalogue, Item("agenda", item.id)),
        ),
    )


def _when(item: AgendaItem, status: Status) -> tuple[bool, bool, date, date, str]:
    """Return the key that sorts by day: what is under way first, what has no date last."""
    later = status != "under_way"
    if item.date is None:
        return (True, later, date.max, date.max, item.title)
    return (False, later, item.date.start, item.date.end, item.title)


def _cited(
    leads: Iterable[Lead],
    parties: Part[PartyLine],
    disputes: Part[DisputePart],
    instruments: Part[InstrumentLine],
    upcoming: Part[NextLine],
) -> Iterator[Evidence]:
    yield from (lead.evidence for lead in leads)
    for party in parties.lines:
        yield from party.sources
        for person in party.people.lines:
            yield from person.sources
    for dispute in disputes.lines:
        yield from (position.evidence for side in dispute.sides.lines for position in side.positions.lines)
    yield from (evidence for instrument in instruments.lines for evidence in instrument.sources)
    yield from (evidence for line in upcoming.lines for evidence in line.sources)
