"""Statements and sentences as lines of plain text, each with where it stands."""

from __future__ import annotations

from briefing.dossier.attribution import source_line
from briefing.dossier.catalogue import Catalogue, Item
from briefing.model import Evidence, Statement


def statement_heading(catalogue: Catalogue, statement: Statement) -> str:
    """Return who states it and how, so that a denied, negated or reported claim is never shown bare."""
    assert statement.actor is not None
    speaker = catalogue.name(statement.actor)
    reporter = f", says {catalogue.name(statement.reported_by)}" if statement.reported_by else ""
    words = [f"not {statement.kind}" if statement.negated else statement.kind]
    words += ["quoted"] if statement.quoted else []
    words += [catalogue.title(Item("dispute", dispute)) for dispute in statement.disputes]
    return f"{speaker}{reporter}: {', '.join(words)}"


def sentence_of(catalogue: Catalogue, evidence: Evidence) -> str:
    """Return the sentence of a piece of evidence on one line."""
    return " ".join(catalogue.text(evidence.document, evidence.sentence).split())


def sentence_line(catalogue: Catalogue, evidence: Evidence) -> str:
    """Return the sentence of a piece of evidence, indented, with publisher and day."""
    return f"  {sentence_of(catalogue, evidence)} - {source_line(catalogue, evidence.document)}"
