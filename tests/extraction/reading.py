"""Short articles through the doors of reading and extraction, for the tests of each stage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.config.loading import shipped_settings
from briefing.extraction.extract import extract
from briefing.knowledge.loader import load
from briefing.model import Actor, Document, Findings, Span, Statement
from briefing.reading.documents import read_text

DAY = date(2021, 7, 23)


def findings_of(text: str, published: date | None = DAY) -> Findings:
    """Return what an article with a plain headline above ``text`` says."""
    return extract(document_of(text, published), load(), shipped_settings().disputes)


def document_of(text: str, published: date | None = DAY) -> Document:
    return read_text(f"The day in short\n\n{text}\n", published=published, path="article.txt")


def persons(text: str) -> dict[str, Actor]:
    """Return the persons of a text by name."""
    return {actor.name: actor for actor in findings_of(text).actors if actor.kind == "person"}


def states(text: str) -> set[str]:
    """Return the ids of the states of a text."""
    return {actor.id for actor in findings_of(text).actors if actor.kind == "state"}


def organisations(text: str) -> set[str]:
    """Return the names of the organisations of a text."""
    return {actor.name for actor in findings_of(text).actors if actor.kind == "organisation"}


def statements(text: str) -> list[tuple[str | None, str, str]]:
    """Return actor, kind and content of each statement of a text."""
    document = document_of(text)
    found = extract(document, load(), shipped_settings().disputes)
    return [(s.actor, s.kind, words(document, s.content)) for s in found.statements]


def only_statement(text: str) -> Statement:
    """Return the one statement of a text."""
    (statement,) = findings_of(text).statements
    return statement


def words(document: Document, spans: Sequence[Span]) -> str:
    """Return the words of spans, pieces parted by a bar."""
    return " | ".join(document.text[span.start : span.end] for span in spans)
