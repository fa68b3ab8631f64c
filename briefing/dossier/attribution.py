"""Words with their attribution, ready to be pasted: ``"..." - State Department, AP, 23 Jul 2021``."""

from __future__ import annotations

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.dates import day_month_year
from briefing.dossier.passages import Passage
from briefing.model import Evidence, Statement

_QUOTES = '"“”„«»'
_GAP = " … "


def quote_statement(catalogue: Catalogue, statement: Statement) -> str:
    """Return a statement with its attribution.

    Quoted words are the speaker's, and so attributed. A denial, a negated or a reported claim, and anything that is
    told in the publisher's words, is the whole sentence, for its sense lies in what stands around the claim.
    """
    own_words = statement.quoted and not statement.negated and statement.kind != "deny"
    if not own_words or statement.actor is None or statement.reported_by is not None:
        return quote_evidence(catalogue, statement.evidence)
    pieces = [_bare(catalogue.text(statement.document, span)) for span in statement.content]
    return _line(
        _GAP.join(pieces).removesuffix(","), catalogue.name(statement.actor), source_line(catalogue, statement.document)
    )


def quote_evidence(catalogue: Catalogue, evidence: Evidence) -> str:
    """Return the sentence of a piece of evidence with publisher and date."""
    sentence = _one_line(catalogue.text(evidence.document, evidence.sentence))
    return _line(sentence, source_line(catalogue, evidence.document))


def words_of(catalogue: Catalogue, passage: Passage) -> str:
    """Return the words of a passage with their attribution: its statement, else its sentence."""
    statement = catalogue.statements.get(passage.statement or "")
    if statement is not None:
        return quote_statement(catalogue, statement)
    sentence = _one_line(catalogue.text(passage.document, passage.sentence))
    return _line(sentence, source_line(catalogue, passage.document))


def source_line(catalogue: Catalogue, document: str) -> str:
    """Return ``AP, 23 Jul 2021``; the article's title stands in for an unknown publisher, ``undated`` for the day."""
    found = catalogue.documents[document]
    day = "undated" if found.published is None else day_month_year(found.published)
    return f"{found.publisher or found.title or found.path}, {day}"


def _line(words: str, *sources: str) -> str:
    return f'"{words}" - {", ".join(sources)}'


def _bare(words: str) -> str:
    words = _one_line(words).strip()
    inner = words.strip(_QUOTES).strip()
    return inner if not any(sign in inner for sign in _QUOTES) else words


def _one_line(words: str) -> str:
    return " ".join(words.split())
