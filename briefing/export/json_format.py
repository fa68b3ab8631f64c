"""A briefing as JSON, the machine-readable contract ``briefing/1``.

``docs/briefing-1.schema.json`` describes it. Equal briefings give equal bytes: documents stand in the order of the
briefing, evidence and statements in the order of their place in it, agenda items by date, everything else by id.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from briefing.model import (
    PLOVER,
    Actor,
    AgendaItem,
    Briefing,
    Dispute,
    Document,
    Evidence,
    Instrument,
    Span,
    Statement,
    status_of,
)
from briefing.untrusted.cleaning import clean_line
from briefing.version import __version__

FORMAT = "briefing/1"


def render_json(briefing: Briefing, with_text: bool = False) -> str:
    """Return the briefing as JSON, one item a line."""
    return _lines(_Export(briefing, with_text).data())


class _Export:
    def __init__(self, briefing: Briefing, with_text: bool) -> None:
        self._briefing = briefing
        self._with_text = with_text
        self._documents = {document.id: document for document in briefing.documents}
        self._order = {document.id: position for position, document in enumerate(briefing.documents)}
        self._actors = {actor.id for actor in briefing.actors}
        self._sentences: dict[tuple[str, Span], str] = {}
        self._statements = sorted(briefing.statements, key=lambda one: (*self._place(one.evidence), one.id))

    def data(self) -> dict[str, Any]:
        briefing = self._briefing
        return {
            "format": FORMAT,
            "generator": f"briefing {__version__}",
            "as_of": _day(briefing.as_of),
            "as_of_basis": briefing.as_of_basis,
            "documents": [self._document(document) for document in briefing.documents],
            "actors": [self._actor(actor) for actor in sorted(briefing.actors, key=_id)],
            "statements": [self._statement(statement) for statement in self._statements],
            "instruments": [self._instrument(one) for one in sorted(briefing.instruments, key=_id)],
            "disputes": [self._dispute(one) for one in sorted(briefing.disputes, key=_id) if one.evidence],
            "agenda": [self._agenda_item(item) for item in sorted(briefing.agenda, key=_by_date)],
            "skipped": [
                {"path": clean_line(path), "reason": clean_line(reason)}
                for path, reason in sorted((skipped.path, skipped.reason) for skipped in briefing.skipped)
            ],
        }

    def _document(self, document: Document) -> dict[str, Any]:
        return {
            "id": document.id,
            "title": document.title,
            "published": _day(document.published),
            "published_basis": document.published_basis,
            "dateline": document.dateline,
            "publisher": document.publisher,
            "path": clean_line(document.path),
            "also_in": sorted(clean_line(path) for path in document.also_in),
            "text_sha256": document.text_sha256,
            "characters": len(document.text),
            "text": document.text if self._with_text else None,
        }

    def _actor(self, actor: Actor) -> dict[str, Any]:
        return {
            "id": actor.id,
            "kind": actor.kind,
            "name": actor.name,
            "aliases": sorted(actor.aliases),
            "role": actor.role,
            "roles": [{"title": role.title, "from_document": role.from_document} for role in actor.roles],
            "country": actor.country,
            "evidence": self._all(actor.evidence),
        }

    def _statement(self, statement: Statement) -> dict[str, Any]:
        return {
            "id": statement.id,
            "actor": statement.actor,
            "kind": statement.kind,
            "plover": PLOVER[statement.kind],
            "quoted": statement.quoted,
            "negated": statement.negated,
            "reported_by": statement.reported_by,
            "disputes": sorted(statement.disputes),
            "source": _spans(statement.source),
            "cue": _spans(statement.cue),
            "content": _spans(statement.content),
            "evidence": self._one(statement.evidence),
        }

    def _instrument(self, instrument: Instrument) -> dict[str, Any]:
        return {
            "id": instrument.id,
            "name": instrument.name,
            "aliases": sorted(instrument.aliases),
            "evidence": self._all(instrument.evidence),
        }

    def _dispute(self, dispute: Dispute) -> dict[str, Any]:
        return {
            "id": dispute.id,
            "name": dispute.name,
            "parties": sorted(dispute.parties),
            "positions": [
                {
                    "statement": statement.id,
                    "actor": statement.actor,
                    "kind": statement.kind,
                    "plover": PLOVER[statement.kind],
                    "evidence": self._one(evidence),
                }
                for statement in self._statements
                for evidence in (statement.evidence, *statement.further)
                if dispute.id in statement.disputes and statement.actor in self._actors
            ],
            "evidence": self._all(dispute.evidence),
        }

    def _agenda_item(self, item: AgendaItem) -> dict[str, Any]:
        interval = item.date
        return {
            "id": item.id,
            "kind": item.kind,
            "status": status_of(item, self._briefing.as_of),
            "title": item.title,
            "date": interval
            and {
                "start": _day(interval.start),
                "end": _day(interval.end),
                "precision": interval.precision,
                "basis": interval.basis,
            },
            "place": item.place,
            "participants": sorted(item.participants),
            "instrument": item.instrument,
            "evidence": self._all(item.evidence),
        }

    def _all(self, evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
        return [self._one(one) for one in sorted(evidence, key=self._place)]

    def _one(self, evidence: Evidence) -> dict[str, Any]:
        text = self._documents[evidence.document].text
        start, end = evidence.sentence
        # One copy of a sentence, however much was read in it.
        sentence = self._sentences.setdefault((evidence.document, evidence.sentence), text[start:end])
        return {
            "document": evidence.document,
            "start": evidence.start,
            "end": evidence.end,
            "text": text[evidence.start : evidence.end],
            "sentence_start": start,
            "sentence": sentence,
            "rule": evidence.rule,
        }

    def _place(self, evidence: Evidence) -> tuple[int, int, int, str]:
        return self._order[evidence.document], evidence.start, evidence.end, evidence.rule


def _id(item: Actor | Instrument | Dispute) -> str:
    return item.id


def _by_date(item: AgendaItem) -> tuple[date, date, str]:
    return (item.date.start, item.date.end, item.id) if item.date else (date.max, date.max, item.id)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _lines(data: Mapping[str, Any]) -> str:
    """Write an object with one of its keys, and one entry of a list, a line: greppable, and quicker than indenting."""
    parts = []
    for key, value in data.items():
        written = _compact(value)
        if isinstance(value, list) and value:
            written = "[\n" + ",\n".join(_compact(entry) for entry in value) + "\n]"
        parts.append(f"{_compact(key)}: {written}")
    return "{" + ",\n".join(parts) + "}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
