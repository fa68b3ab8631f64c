"""The words of a statement, cut from its article so that no denied or reported claim stands bare."""

from __future__ import annotations

import re

from briefing.dossier.catalogue import Catalogue
from briefing.model import Span, Statement

LONGEST_GAP = 30
"""Code points between a source and its cue (adverbs, negations) that are taken along; more is another clause."""

_NEGATIVE_SOURCE = re.compile(r"(?:neither|nor|no|none|nobody|not|few|hardly)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;]|:(?=\s)|\.(?=\s*$)|[\"“”]")
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}
_LOOSE = " \n\t,;:–—-"


def words_of_statement(catalogue: Catalogue, statement: Statement) -> str:
    """Return the stretch of the article from the word of saying to the end of what is said, on one line.

    What stands between the speaker and that word is kept, for a ``never`` may stand there; where the speaker comes last
    (``"...," Liu said``), so is the speaker. It is the whole sentence where less could be read amiss: what another
    reports, what nobody known says, what a source such as ``neither side`` does, and a denial or a negated claim of
    which the word of saying is not at hand.
    """
    found = statement.evidence.sentence
    if _needs_whole_sentence(catalogue, statement):
        return one_line(catalogue.text(statement.document, found))
    cue, content = _within(statement.cue, found), _within(statement.content, found)
    source = _within(statement.source, found)
    start = min(span.start for span in (*cue, *content))
    end = max(span.end for span in (*cue, *content))
    first_source, last_source = min(source, default=None), max(source, default=None)
    if last_source is not None and last_source.end <= start <= last_source.end + LONGEST_GAP:
        start = last_source.end
    elif first_source is not None and first_source.start > start:
        end = _end_of_clause(catalogue, statement.document, max(end, *(span.end for span in source)), found)
    return _stretch(catalogue, statement.document, Span(start, end), found)


def _end_of_clause(catalogue: Catalogue, document: str, start: int, sentence: Span) -> int:
    """Return where a clause ends that names the speaker last: ``..., Liu told reporters in Beijing``."""
    text = catalogue.documents[document].text
    found = _CLAUSE_END.search(text, start, sentence.end)
    return found.start() if found else sentence.end


def one_line(words: str) -> str:
    """Return words with every run of white space as one space."""
    return " ".join(words.split())


def _within(spans: tuple[Span, ...], sentence: Span) -> list[Span]:
    return [span for span in spans if sentence.start <= span.start and span.end <= sentence.end]


def _needs_whole_sentence(catalogue: Catalogue, statement: Statement) -> bool:
    if statement.actor is None or statement.reported_by is not None:
        return True
    found = statement.evidence.sentence
    cue, content = _within(statement.cue, found), _within(statement.content, found)
    source = _within(statement.source, found)
    if not content or any(_NEGATIVE_SOURCE.match(catalogue.text(statement.document, span)) for span in source):
        return True
    if not statement.negated and statement.kind != "deny":
        return False
    begin = min(span.start for span in (*cue, *content))
    far = all(not 0 <= begin - span.end <= LONGEST_GAP for span in source) and min(source, default=found).start < begin
    return not cue or min(cue).start > min(content).start or far


def _stretch(catalogue: Catalogue, document: str, span: Span, sentence: Span) -> str:
    """Return a stretch of a sentence without loose signs at its ends, its quotation marks in pairs."""
    text = catalogue.documents[document].text
    words = text[span.start : span.end].strip(_LOOSE)
    for opening, closing in _QUOTES.items():
        before = text[sentence.start : span.start].rstrip(_LOOSE)
        after = text[span.end : sentence.end].lstrip(",.")
        if opening == closing:
            if words.count(opening) % 2 and after.startswith(closing):
                words += text[span.end : sentence.end].partition(closing)[0] + closing
            elif words.count(opening) % 2 and before.endswith(opening):
                words = opening + words
        elif words.count(opening) > words.count(closing) and after.startswith(closing):
            words += text[span.end : sentence.end].partition(closing)[0] + closing
        elif words.count(opening) < words.count(closing) and before.endswith(opening):
            words = opening + words
    return one_line(words)
