"""The part of a briefing that is tied to one item, as a briefing of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.focus import tied_to
from briefing.dossier.timeline import statements_tied_to
from briefing.model import Actor, AgendaItem, Briefing, Dispute, Instrument

Thing = TypeVar("Thing", Actor, Dispute, AgendaItem, Instrument)


def excerpt_of(catalogue: Catalogue, item: Item) -> Briefing:
    """Return what the documents that name an item say of it and of what is tied to it.

    Evidence in other documents is left out, and so is what has none then; ``narrowed`` says to what it is tied.
    """
    briefing, tied = catalogue.briefing, tied_to(catalogue, item)
    named = set(catalogue.places_by_document(item))
    statements = tuple(statements_tied_to(catalogue, item))
    named |= {statement.document for statement in statements}
    wanted = tied.actors | {name for one in statements for name in (one.actor, one.reported_by) if name is not None}
    actors = _within(named, (actor for actor in briefing.actors if actor.id in wanted))
    known = {actor.id for actor in actors}
    disputes = _within(named, (dispute for dispute in briefing.disputes if dispute.id in tied.disputes))
    agenda = _within(named, (one for one in briefing.agenda if one.id in tied.agenda))
    return replace(
        briefing,
        documents=tuple(document for document in briefing.documents if document.id in named),
        mentions={
            document: tuple(mention for mention in mentions if mention.actor in known)
            for document, mentions in briefing.mentions.items()
            if document in named
        },
        actors=tuple(
            replace(actor, roles=tuple(role for role in actor.roles if role.from_document in named)) for actor in actors
        ),
        statements=statements,
        instruments=_within(named, briefing.instruments),
        disputes=tuple(replace(one, parties=_known(one.parties, known)) for one in disputes),
        agenda=tuple(replace(one, participants=_known(one.participants, known)) for one in agenda),
        skipped=(),
        narrowed=(*briefing.narrowed, f"tied to {catalogue.title(item)}"),
    )


def _within(documents: set[str], things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Return things with their evidence in some documents alone, those that have any."""
    kept = (
        replace(thing, evidence=tuple(found for found in thing.evidence if found.document in documents))
        for thing in things
    )
    return tuple(thing for thing in kept if thing.evidence)


def _known(actors: Iterable[str], known: set[str]) -> tuple[str, ...]:
    return tuple(actor for actor in actors if actor in known)
