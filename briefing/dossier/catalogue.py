"""A briefing's things by id, with the numbers of its sources and what hangs together, worked out once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from briefing.dossier.names import shipped_state_names, short_name
from briefing.model import Actor, AgendaItem, Briefing, Dispute, Document, Evidence, Instrument, Span, Statement, Status
from briefing.model import status_of as model_status_of

ItemKind = Literal["actor", "dispute", "agenda", "instrument"]


class Item(NamedTuple):
    """Names one thing of a briefing: its kind and its id."""

    kind: ItemKind
    id: str


class Sentence(NamedTuple):
    """Names one sentence: the id of its document and where it begins there."""

    document: str
    start: int


def sentence_of(evidence: Evidence) -> Sentence:
    """Return the sentence that holds a piece of evidence."""
    return Sentence(evidence.document, evidence.sentence.start)


class _Found(NamedTuple):
    """An item's evidence: a piece a sentence, newest first, and where all of it stands, by document."""

    sentences: tuple[Evidence, ...]
    places: Mapping[str, list[Span]]


class Catalogue:
    """Everything of one briefing by id, never changed after building.

    Sources are numbered from 1 in the order of the briefing's documents, newest first. Statements and evidence are
    newest first too, and within a document in the order of reading.
    """

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.documents: Mapping[str, Document] = {document.id: document for document in briefing.documents}
        self.actors: Mapping[str, Actor] = {actor.id: actor for actor in briefing.actors}
        self.disputes: Mapping[str, Dispute] = {dispute.id: dispute for dispute in briefing.disputes}
        self.agenda: Mapping[str, AgendaItem] = {item.id: item for item in briefing.agenda}
        self.instruments: Mapping[str, Instrument] = {found.id: found for found in briefing.instruments}
        self.statements: Mapping[str, Statement] = {statement.id: statement for statement in briefing.statements}
        self._states = briefing.states or shipped_state_names()
        self._numbers = {document.id: number for number, document in enumerate(briefing.documents, 1)}
        self._said: dict[str, list[Statement]] = {}
        self._positions: dict[str, list[Statement]] = {}
        self._statements_in: dict[str, list[Statement]] = {}
        self._agenda_in: dict[str, list[tuple[AgendaItem, Evidence]]] = {}
        self._agenda_with: dict[str, list[AgendaItem]] = {}
        self._found: dict[Item, _Found] = {}
        self._index()

    def _index(self) -> None:
        for statement in sorted(self.briefing.statements, key=lambda said: self.order(said.evidence)):
            self._statements_in.setdefault(statement.document, []).append(statement)
            if statement.actor is not None:
                self._said.setdefault(statement.actor, []).append(statement)
                for dispute in statement.disputes:
                    self._positions.setdefault(dispute, []).append(statement)
        for item in self.briefing.agenda:
            for found in item.evidence:
                self._agenda_in.setdefault(found.document, []).append((item, found))
            for participant in item.participants:
                self._agenda_with.setdefault(participant, []).append(item)

    def _found_of(self, item: Item) -> _Found:
        """Return an item's evidence in order; sorted where it is asked for, since of most items nobody asks."""
        known = self._found.get(item)
        if known is None:
            firsts: dict[Sentence, Evidence] = {}
            places: dict[str, list[Span]] = {}
            for found in sorted(self.evidence_of(item), key=self.order):
                firsts.setdefault(sentence_of(found), found)
                places.setdefault(found.document, []).append(Span(found.start, found.end))
            known = self._found[item] = _Found(tuple(firsts.values()), places)
        return known

    def order(self, evidence: Evidence) -> tuple[int, int]:
        """Return the key that sorts evidence newest first, within a document in the order of reading."""
        return (self.number(evidence.document), evidence.start)

    def number(self, document: str) -> int:
        """Return the number of a source, from 1; one beyond the last for a document that is not there."""
        return self._numbers.get(document, len(self._numbers) + 1)

    def published(self, document: str) -> date | None:
        """Return the day a document was published, or null."""
        found = self.documents.get(document)
        return found.published if found else None

    def text(self, document: str, span: Span) -> str:
        """Return a stretch of a document's text."""
        return self.documents[document].text[span.start : span.end]

    def said_by(self, actor: str) -> list[Statement]:
        """Return what an actor states, newest first."""
        return self._said.get(actor, [])

    def positions_on(self, dispute: str) -> list[Statement]:
        """Return the positions on a dispute, newest first."""
        return self._positions.get(dispute, [])

    def statements_in(self, document: str) -> list[Statement]:
        """Return the statements read in a document, in the order of reading."""
        return self._statements_in.get(document, [])

    def agenda_in(self, document: str) -> list[tuple[AgendaItem, Evidence]]:
        """Return the agenda items read in a document, each with its evidence there."""
        return self._agenda_in.get(document, [])

    def agenda_with(self, actor: str) -> list[AgendaItem]:
        """Return the agenda items in which an actor takes part."""
        return self._agenda_with.get(actor, [])

    def sentences_of(self, item: Item) -> tuple[Evidence, ...]:
        """Return an item's evidence, newest first, one piece a sentence."""
        return self._found_of(item).sentences

    def places_in(self, item: Item, document: str, within: Span | None = None) -> list[Span]:
        """Return where an item's evidence stands in a document, or in a stretch of it, in the order of reading."""
        places = self._found_of(item).places.get(document, [])
        if within is None:
            return places
        first = bisect_left(places, within.start, key=lambda place: place.start)
        return places[first : bisect_left(places, within.end, key=lambda place: place.start)]

    def places_by_document(self, item: Item) -> Mapping[str, list[Span]]:
        """Return where an item's evidence stands, by document."""
        return self._found_of(item).places

    def evidence_of(self, item: Item) -> tuple[Evidence, ...]:
        """Return all of an item's evidence, in the order of the briefing."""
        thing = self.thing(item)
        return thing.evidence if thing else ()

    def thing(self, item: Item) -> Actor | Dispute | AgendaItem | Instrument | None:
        """Return what an item names, or null if the briefing has no such thing."""
        things: Mapping[ItemKind, Mapping[str, Actor | Dispute | AgendaItem | Instrument]] = {
            "actor": self.actors,
            "dispute": self.disputes,
            "agenda": self.agenda,
            "instrument": self.instruments,
        }
        return things[item.kind].get(item.id)

    def title(self, item: Item) -> str:
        """Return what an item is called; its id if the briefing has no such thing."""
        thing = self.thing(item)
        if thing is None:
            return item.id
        return thing.title if isinstance(thing, AgendaItem) else thing.name

    def name(self, actor: str) -> str:
        """Return an actor's canonical name, or the id of one that the briefing does not have."""
        return self.actors[actor].name if actor in self.actors else actor

    def short(self, actor: str) -> str:
        """Return an actor's name for narrow columns, or the id of one that the briefing does not have."""
        return short_name(self.actors[actor], self._states) if actor in self.actors else actor

    def state_name(self, country: str) -> str:
        """Return the name of a country given by its code in either case; the code itself where it is not known."""
        known = self._states.get(country.lower())
        return known.name if known else country

    def status(self, item: AgendaItem) -> Status:
        """Return an agenda item's status, seen from the as-of date."""
        return model_status_of(item, self.briefing.as_of)

    def parties(self, dispute: Dispute) -> list[str]:
        """Return a dispute's parties, those with most positions on it first, then those named most."""
        voices: dict[str, int] = {}
        for statement in self.positions_on(dispute.id):
            assert statement.actor is not None
            voices[statement.actor] = voices.get(statement.actor, 0) + 1
        return sorted(
            dispute.parties,
            key=lambda party: (-voices.get(party, 0), -self.mentions(party), party),
        )

    def mentions(self, actor: str) -> int:
        """Return how often an actor is named or meant."""
        return len(self.actors[actor].evidence) if actor in self.actors else 0
