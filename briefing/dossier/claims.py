"""A statement's words for a narrow place, in which its end may be lost: no denied or reported claim begins it bare."""

from __future__ import annotations

import re

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.wording import one_line, words_of_statement
from briefing.model import Span, Statement
from briefing.record import record

_SAYING = re.compile(r"(?:say|says|said|tell|tells|told|add|adds|added)", re.IGNORECASE)
"""Words that deny nothing: the denial is in what is said."""


@record(frozen=True, slots=True)
class Claim:
    """The words of a statement, and the remark that goes before them where they alone could be read amiss when cut.

    ``lead`` ends with a colon; it names the reporter, or repeats the word of denial that stands behind the claim.
    """

    lead: str
    words: str


def claim_of(catalogue: Catalogue, statement: Statement) -> Claim:
    """Return the words of a statement, led by what takes them back where that comes late or not at all."""
    return Claim(_lead(catalogue, statement), words_of_statement(catalogue, statement))


def _lead(catalogue: Catalogue, statement: Statement) -> str:
    if statement.reported_by is not None:
        return f"says {catalogue.short(statement.reported_by)}:"
    if statement.kind != "deny" and not statement.negated:
        return ""
    cue = _first(statement.cue, statement)
    content = _first(statement.content, statement)
    if cue is None:
        return "negated:" if statement.negated else "denial:"
    if content is None or cue.start < content.start:
        return ""
    words = " … ".join(one_line(catalogue.text(statement.document, span)) for span in statement.cue)
    return "" if _SAYING.fullmatch(words) else f"{words}:"


def _first(spans: tuple[Span, ...], statement: Statement) -> Span | None:
    sentence = statement.evidence.sentence
    return min((span for span in spans if sentence.start <= span.start < sentence.end), default=None)
