"""A briefing as tables of comma-separated values (RFC 4180), one a kind, UTF-8, with a row of headers each.

Lists of ids are parted by spaces, lists of names and places by ``; ``. A cell that a spreadsheet would take for a
formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from briefing.export.content import Content
from briefing.export.escaping import csv_cell
from briefing.model import PLOVER, Briefing, Evidence, Span, status_of

Cell = str | int | bool | date | None
Row = Sequence[Cell]

TABLES: Mapping[str, tuple[str, ...]] = {
    "documents": (
        *("id", "title", "published", "published_basis", "dateline", "publisher", "path", "also_in"),
        *("url", "text_sha256", "characters", "text"),
    ),
    "actors": ("id", "kind", "name", "aliases", "role", "country", "mentions"),
    "roles": ("actor", "title", "document"),
    "statements": (
        *("id", "document", "actor", "actor_name", "kind", "plover", "quoted", "negated", "reported_by", "disputes"),
        *("source", "cue", "content", "start", "end", "sentence", "rule"),
    ),
    "instruments": ("id", "name", "aliases", "mentions"),
    "disputes": ("id", "name", "parties", "positions", "mentions"),
    "positions": ("dispute", "statement", "actor", "actor_name", "kind", "plover", "negated", "document", "sentence"),
    "agenda": (
        *("id", "kind", "status", "title", "start", "end", "precision", "basis"),
        *("place", "participants", "instrument", "mentions"),
    ),
    "evidence": ("of", "id", "document", "start", "end", "text", "sentence_start", "sentence", "rule"),
    "skipped": ("path", "reason"),
}
"""The tables and their columns; ``evidence`` holds that of actors, instruments, disputes and agenda items (``of``)."""


class _Echo:
    """Hands back what is written to it, so that a row need not be kept."""

    def write(self, text: str) -> str:
        """Return the text."""
        return text


def render_csv(briefing: Briefing, with_text: bool = False) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield each table's file name and its lines, which end in CR LF."""
    tables = _Tables(briefing, with_text)
    for name, columns in TABLES.items():
        yield f"{name}.csv", _lines(columns, tables.rows(name))


def _lines(columns: Row, rows: Iterable[Row]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield str(writer.writerow(columns))
    for row in rows:
        yield str(writer.writerow([_cell(cell) for cell in row]))


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat() if isinstance(cell, date) else csv_cell(cell) if isinstance(cell, str) else str(cell)


class _Tables:
    def __init__(self, briefing: Briefing, with_text: bool) -> None:
        self._briefing = briefing
        self._with_text = with_text
        self._content = Content(briefing)

    def rows(self, name: str) -> Iterator[Row]:
        """Return the rows of a table."""
        rows: Mapping[str, Callable[[], Iterator[Row]]] = {
            "documents": self._documents,
            "actors": self._actors,
            "roles": self._roles,
            "statements": self._statements,
            "instruments": self._instruments,
            "disputes": self._disputes,
            "positions": self._positions,
            "agenda": self._agenda,
            "evidence": self._evidence,
            "skipped": lambda: iter(self._content.skipped),
        }
        return rows[name]()

    def _documents(self) -> Iterator[Row]:
        for one in self._content.documents:
            yield (
                *(one.id, one.title, one.published, one.published_basis, one.dateline, one.publisher, one.path),
                *(_names(sorted(one.also_in)), one.url, one.text_sha256, len(one.text)),
                one.text if self._with_text else None,
            )

    def _actors(self) -> Iterator[Row]:
        for one in self._content.actors:
            names = _names(sorted(one.aliases))
            yield one.id, one.kind, one.name, names, one.role, one.country, len(one.evidence)

    def _roles(self) -> Iterator[Row]:
        for one in self._content.actors:
            yield from ((one.id, role.title, role.from_document) for role in one.roles)

    def _statements(self) -> Iterator[Row]:
        for one in self._content.statements:
            found = one.evidence
            yield (
                *(one.id, one.document, one.actor, self._name(one.actor), one.kind, PLOVER[one.kind], one.quoted),
                *(one.negated, one.reported_by, _ids(one.disputes)),
                *(self._pieces(one.document, spans) for spans in (one.source, one.cue, one.content)),
                *(found.start, found.end, self._content.sentence(found), found.rule),
            )

    def _instruments(self) -> Iterator[Row]:
        for one in self._content.instruments:
            yield one.id, one.name, _names(sorted(one.aliases)), len(one.evidence)

    def _disputes(self) -> Iterator[Row]:
        for one in self._content.disputes:
            positions = sum(1 for _ in self._content.positions_on(one))
            yield one.id, one.name, _ids(one.parties), positions, len(one.evidence)

    def _positions(self) -> Iterator[Row]:
        for dispute in self._content.disputes:
            for one in self._content.positions_on(dispute):
                yield (
                    *(dispute.id, one.id, one.actor, self._name(one.actor), one.kind, PLOVER[one.kind], one.negated),
                    *(one.document, self._content.sentence(one.evidence)),
                )

    def _agenda(self) -> Iterator[Row]:
        for one in self._content.agenda:
            day = one.date
            interval = (day.start, day.end, day.precision, day.basis) if day else (None,) * 4
            yield (
                *(one.id, one.kind, status_of(one, self._briefing.as_of), one.title, *interval),
                *(one.place, _ids(one.participants), one.instrument, len(one.evidence)),
            )

    def _evidence(self) -> Iterator[Row]:
        content = self._content
        for actor in content.actors:
            yield from self._evidence_of("actor", actor.id, actor.evidence)
        for instrument in content.instruments:
            yield from self._evidence_of("instrument", instrument.id, instrument.evidence)
        for dispute in content.disputes:
            yield from self._evidence_of("dispute", dispute.id, dispute.evidence)
        for item in content.agenda:
            yield from self._evidence_of("agenda", item.id, item.evidence)

    def _evidence_of(self, kind: str, key: str, evidence: Iterable[Evidence]) -> Iterator[Row]:
        for one in self._content.in_order(evidence):
            yield (
                *(kind, key, one.document, one.start, one.end, self._content.words(one)),
                *(one.sentence.start, self._content.sentence(one), one.rule),
            )

    def _name(self, actor: str | None) -> str | None:
        return self._content.names.get(actor or "")

    def _pieces(self, document: str, spans: Iterable[Span]) -> str:
        return " … ".join(self._content.text(document, span) for span in spans)


def _ids(ids: Iterable[str]) -> str:
    return " ".join(sorted(ids))


def _names(names: Iterable[str]) -> str:
    return "; ".join(names)
