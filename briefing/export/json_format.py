"""A briefing as JSON, the machine-readable contract ``briefing/1``, which ``docs/briefing-1.schema.json`` describes.

Each item stands on a line of its own, and is written as it is made: a large briefing repeats a sentence for each piece
of evidence in it, and is many times as large in JSON as in memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from briefing.export.content import Content
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
_Fields = dict[str, Any]
"""An item's keys and values; a value that is an iterator is a list, of which one entry at a time is made."""


def render_json(briefing: Briefing, with_text: bool = False) -> Iterator[str]:
    """Yield the briefing as JSON, one item a line, in pieces."""
    export = _Export(briefing, with_text)
    opening = "{"
    for key, value in export.data():
        yield f"{opening}{_compact(key)}: "
        opening = ",\n"
        if isinstance(value, Iterator):
            yield from _list(value)
        else:
            yield _compact(value)
    yield "}\n"


class _Export:
    def __init__(self, briefing: Briefing, with_text: bool) -> None:
        self._briefing = briefing
        self._with_text = with_text
        self._content = Content(briefing)

    def data(self) -> Iterator[tuple[str, Any]]:
        """Yield the keys with their values; a list is an iterator of items."""
        briefing, content = self._briefing, self._content
        yield "format", FORMAT
        yield "generator", f"briefing {__version__}"
        yield "as_of", _day(briefing.as_of)
        yield "as_of_basis", briefing.as_of_basis
        yield "documents", map(self._document, content.documents)
        yield "actors", map(self._actor, content.actors)
        yield "statements", map(self._statement, content.statements)
        yield "instruments", map(self._instrument, content.instruments)
        yield "disputes", map(self._dispute, content.disputes)
        yield "agenda", map(self._agenda_item, content.agenda)
        yield "skipped", ({"path": clean_line(path), "reason": clean_line(why)} for path, why in content.skipped)

    def _document(self, document: Document) -> _Fields:
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

    def _actor(self, actor: Actor) -> _Fields:
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

    def _statement(self, statement: Statement) -> _Fields:
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

    def _instrument(self, instrument: Instrument) -> _Fields:
        return {
            "id": instrument.id,
            "name": instrument.name,
            "aliases": sorted(instrument.aliases),
            "evidence": self._all(instrument.evidence),
        }

    def _dispute(self, dispute: Dispute) -> _Fields:
        return {
            "id": dispute.id,
            "name": dispute.name,
            "parties": sorted(dispute.parties),
            "positions": (
                {
                    "statement": statement.id,
                    "actor": statement.actor,
                    "kind": statement.kind,
                    "plover": PLOVER[statement.kind],
                    "evidence": self._one(evidence),
                }
                for statement in self._content.positions_on(dispute)
                for evidence in (statement.evidence, *statement.further)
            ),
            "evidence": self._all(dispute.evidence),
        }

    def _agenda_item(self, item: AgendaItem) -> _Fields:
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

    def _all(self, evidence: Iterable[Evidence]) -> Iterator[_Fields]:
        return map(self._one, self._content.in_order(evidence))

    def _one(self, evidence: Evidence) -> _Fields:
        return {
            "document": evidence.document,
            "start": evidence.start,
            "end": evidence.end,
            "text": self._content.words(evidence),
            "sentence_start": evidence.sentence.start,
            "sentence": self._content.sentence(evidence),
            "rule": evidence.rule,
        }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _list(items: Iterator[_Fields]) -> Iterator[str]:
    """Yield a list with one item a line: greppable, and quicker than indenting."""
    separator = "[\n"
    for item in items:
        yield separator
        yield from _item(item)
        separator = ",\n"
    yield "[]" if separator == "[\n" else "\n]"


def _item(fields: _Fields) -> Iterator[str]:
    opening = "{"
    for key, value in fields.items():
        yield f"{opening}{_compact(key)}: "
        opening = ", "
        if isinstance(value, Iterator):
            yield "["
            yield from (f"{', ' if number else ''}{_compact(entry)}" for number, entry in enumerate(value))
            yield "]"
        else:
            yield _compact(value)
    yield "}"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
