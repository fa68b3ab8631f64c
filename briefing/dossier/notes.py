"""What was read in an article, sentence by sentence: the notes in its margin."""

from __future__ import annotations

from typing import Literal

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.lists import place_of, when_of
from briefing.model import Span, Statement, StatementKind
from briefing.record import record


@record(frozen=True, slots=True)
class Note:
    """A statement or an agenda item read at an offset of an article, in a few words.

    ``kind`` is a statement's kind, or null for an agenda item. ``sentence`` is the one it was read in and ``rule`` what
    read it; ``negated`` and ``reported_by`` (a short name) keep a claim from standing bare.
    """

    category: Literal["statement", "agenda"]
    id: str
    document: str
    start: int
    sentence: Span
    text: str
    rule: str
    kind: StatementKind | None = None
    quoted: bool = False
    negated: bool = False
    reported_by: str | None = None


def notes_of(catalogue: Catalogue, document: str) -> list[Note]:
    """Return the statements and agenda items read in a document, in the order of reading."""
    notes = [_statement_note(catalogue, statement) for statement in catalogue.statements_in(document)]
    for item, found in catalogue.agenda_in(document):
        when = when_of(item, catalogue.briefing.as_of)
        text = f"{when} · {place_of(item) or item.title}"
        notes.append(Note("agenda", item.id, document, found.start, found.sentence, text, found.rule))
    return sorted(notes, key=lambda note: (note.start, note.category, note.id))


def _statement_note(catalogue: Catalogue, statement: Statement) -> Note:
    found = statement.evidence
    return Note(
        category="statement",
        id=statement.id,
        document=statement.document,
        start=found.start,
        sentence=found.sentence,
        text=" · ".join([speaker_of(catalogue, statement), *topics_of(catalogue, statement)]),
        rule=found.rule,
        kind=statement.kind,
        quoted=statement.quoted,
        negated=statement.negated,
        reported_by=catalogue.short(statement.reported_by) if statement.reported_by else None,
    )


def speaker_of(catalogue: Catalogue, statement: Statement) -> str:
    """Return a short name of who speaks, or the words for a source that is nobody known, or ``?``."""
    if statement.actor is not None:
        return catalogue.short(statement.actor)
    return " … ".join(catalogue.text(statement.document, span) for span in statement.source) or "?"


def topics_of(catalogue: Catalogue, statement: Statement) -> list[str]:
    """Return the names of a statement's disputes."""
    return [catalogue.disputes[key].name for key in statement.disputes if key in catalogue.disputes]
