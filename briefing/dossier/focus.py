"""What is tied to what: the view of a briefing from one actor, dispute or agenda item."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.dossier.catalogue import Catalogue, Item, Sentence, sentence_of
from briefing.model import Actor, Evidence
from briefing.record import record


@record(frozen=True, slots=True)
class Tied:
    """Ids of the actors, disputes and agenda items that are tied to one item, itself among them."""

    actors: frozenset[str]
    disputes: frozenset[str]
    agenda: frozenset[str]


def tied_to(catalogue: Catalogue, item: Item) -> Tied:
    """Return what is tied to an actor, a dispute or an agenda item.

    An actor is tied to the disputes in which it is a party or takes a position (a person or a body also to those that
    are named in one sentence with it or with its agenda), to the agenda items in which it takes part and to those who
    take part too; a state also to its own people and bodies and to the parties of its disputes. A dispute is tied to
    its parties and to those who take a position on it, an agenda item to its participants, and both to what shares a
    sentence with them.
    """
    if item.kind == "actor":
        return _tied_to_actor(catalogue, item.id)
    if item.kind == "dispute":
        return _tied_to_dispute(catalogue, item.id)
    return _tied_to_agenda(catalogue, item.id)


def _sentences(evidence: Iterable[Evidence]) -> set[Sentence]:
    return {sentence_of(found) for found in evidence}


def _dispute_sentences(catalogue: Catalogue, dispute: str) -> set[Sentence]:
    found = _sentences(catalogue.disputes[dispute].evidence)
    return found | _sentences(said.evidence for said in catalogue.positions_on(dispute))


def _with_states(catalogue: Catalogue, actors: Iterable[str]) -> frozenset[str]:
    found = set(actors)
    states = {_country_of(catalogue.actors[actor]) for actor in found if actor in catalogue.actors}
    return frozenset(actor for actor in found | states if actor in catalogue.actors)


def _country_of(actor: Actor) -> str:
    return (actor.country or actor.id).lower()


def _tied_to_actor(catalogue: Catalogue, actor: str) -> Tied:
    agenda = catalogue.agenda_with(actor)
    said = catalogue.said_by(actor)
    known = catalogue.actors.get(actor)
    is_state = known is not None and known.kind == "state"
    named = set() if is_state else _sentences(catalogue.sentences_of(Item("actor", actor)))
    if not is_state:
        named |= {sentence for item in agenda for sentence in _sentences(item.evidence)}
    disputes = {dispute for statement in said for dispute in statement.disputes}
    for dispute in catalogue.briefing.disputes:
        if actor in dispute.parties or not named.isdisjoint(_dispute_sentences(catalogue, dispute.id)):
            disputes.add(dispute.id)
    actors = {actor} | {participant for item in agenda for participant in item.participants}
    if is_state:
        actors |= {other.id for other in catalogue.briefing.actors if _country_of(other) == actor}
        for topic in disputes & catalogue.disputes.keys():
            actors |= _voices(catalogue, topic)
    return Tied(_with_states(catalogue, actors), frozenset(disputes), frozenset(item.id for item in agenda))


def _voices(catalogue: Catalogue, dispute: str) -> set[str]:
    voices = {statement.actor for statement in catalogue.positions_on(dispute) if statement.actor is not None}
    return voices | set(catalogue.disputes[dispute].parties)


def _tied_to_dispute(catalogue: Catalogue, dispute: str) -> Tied:
    own = _dispute_sentences(catalogue, dispute)
    disputes = {other for other in catalogue.disputes if not own.isdisjoint(_dispute_sentences(catalogue, other))}
    agenda = {item.id for item in catalogue.briefing.agenda if not own.isdisjoint(_sentences(item.evidence))}
    return Tied(
        _with_states(catalogue, _voices(catalogue, dispute)), frozenset(disputes | {dispute}), frozenset(agenda)
    )


def _tied_to_agenda(catalogue: Catalogue, key: str) -> Tied:
    item = catalogue.agenda[key]
    own = _sentences(item.evidence)
    disputes = {dispute for dispute in catalogue.disputes if not own.isdisjoint(_dispute_sentences(catalogue, dispute))}
    people = {actor for actor in item.participants if actor in catalogue.actors and _is_person(catalogue, actor)}
    agenda = {
        other.id
        for other in catalogue.briefing.agenda
        if not own.isdisjoint(_sentences(other.evidence))
        or (item.instrument is not None and other.instrument == item.instrument)
        or not people.isdisjoint(other.participants)
    }
    return Tied(_with_states(catalogue, item.participants), frozenset(disputes), frozenset(agenda | {key}))


def _is_person(catalogue: Catalogue, actor: str) -> bool:
    return catalogue.actors[actor].kind == "person"
