"""What exports tell of a briefing, in one order for all formats: equal briefings give equal bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from briefing.model import Actor, AgendaItem, Briefing, Dispute, Document, Evidence, Instrument, Span, Statement


class Content:
    """The things of a briefing in order.

    Documents stand in the order of the briefing, evidence and statements in the order of their place in it, agenda
    items by date, everything else by id. A dispute without evidence is left out.
    """

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.documents = briefing.documents
        self._by_id = {document.id: document for document in briefing.documents}
        self._order = {document.id: position for position, document in enumerate(briefing.documents)}
        self.actors: list[Actor] = sorted(briefing.actors, key=_id)
        self.actor_ids = {actor.id for actor in briefing.actors}
        self.names = {actor.id: actor.name for actor in briefing.actors}
        self.statements: list[Statement] = sorted(
            briefing.statements, key=lambda one: (*self._place(one.evidence), one.id)
        )
        self.instruments: list[Instrument] = sorted(briefing.instruments, key=_id)
        self.disputes: list[Dispute] = sorted((one for one in briefing.disputes if one.evidence), key=_id)
        self.agenda: list[AgendaItem] = sorted(briefing.agenda, key=_by_date)
        self.skipped = sorted((skipped.path, skipped.reason) for skipped in briefing.skipped)

    def in_order(self, evidence: Iterable[Evidence]) -> list[Evidence]:
        """Return evidence in the order of its place in the briefing."""
        return sorted(evidence, key=self._place)

    def positions_on(self, dispute: Dispute) -> Iterator[Statement]:
        """Yield the statements on a dispute whose actor is known."""
        for statement in self.statements:
            if dispute.id in statement.disputes and statement.actor in self.actor_ids:
                yield statement

    def document(self, key: str) -> Document:
        """Return a document by id. Raises :class:`KeyError` where there is none."""
        return self._by_id[key]

    def text(self, document: str, span: Span) -> str:
        """Return a stretch of a document's text."""
        return self._by_id[document].text[span.start : span.end]

    def words(self, evidence: Evidence) -> str:
        """Return the words that a piece of evidence marks."""
        return self._by_id[evidence.document].text[evidence.start : evidence.end]

    def sentence(self, evidence: Evidence) -> str:
        """Return the sentence around a piece of evidence."""
        return self.text(evidence.document, evidence.sentence)

    def _place(self, evidence: Evidence) -> tuple[int, int, int, str]:
        return self._order[evidence.document], evidence.start, evidence.end, evidence.rule


def _id(item: Actor | Instrument | Dispute) -> str:
    return item.id


def _by_date(item: AgendaItem) -> tuple[date, date, str]:
    return (item.date.start, item.date.end, item.id) if item.date else (date.max, date.max, item.id)
