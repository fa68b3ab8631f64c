"""The leads of the articles that matter most: quoted, never generated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.wording import one_line
from briefing.model import Document, Evidence, Span
from briefing.record import record

FEWEST_WORDS = 6
"""A first sentence of fewer (``Good afternoon, everyone.``) tells nothing; nor does one that ends in a colon."""
MONTH = timedelta(30)


@record(frozen=True, slots=True)
class Lead:
    """The first sentence of an article that tells something, on one line, and where it stands."""

    text: str
    evidence: Evidence


def leads_of(catalogue: Catalogue, most: int) -> tuple[Lead, ...]:
    """Return the leads of the newest and most linked documents, newest first, no lead twice.

    An article is linked to another by each actor, dispute, treaty or event that both name. The most linked article
    of the newest day leads; the others are those of the last month with most links, then those of the month before.
    """
    links = _links(catalogue)
    documents = list(catalogue.briefing.documents)
    newest = [document for document in documents if document.published == documents[0].published] if documents else []
    first = max(newest, key=lambda document: links[document.id], default=None)

    def rank(document: Document) -> tuple[bool, int, int]:
        return (document is not first, _months_old(document, newest[0].published), -links[document.id])

    ranked = sorted(documents, key=rank)
    leads: dict[str, Lead] = {}
    for document in ranked:
        lead = lead_of(document)
        if len(leads) < most and lead is not None:
            leads.setdefault(lead.text.casefold(), lead)
    return tuple(
        sorted(
            leads.values(),
            key=lambda lead: (first is None or lead.evidence.document != first.id, catalogue.order(lead.evidence)),
        )
    )


def lead_of(document: Document) -> Lead | None:
    """Return the first sentence of an article's body that tells something, else its headline, else nothing."""
    for sentence in _sentences_in(document, "body"):
        words = one_line(document.text[sentence.start : sentence.end])
        if len(words.split()) >= FEWEST_WORDS and not words.endswith(":"):
            return _lead(document, sentence)
    return next((_lead(document, sentence) for sentence in _sentences_in(document, "headline")), None)


def _months_old(document: Document, newest: date | None) -> int:
    if document.published is None or newest is None:
        return date.max.year
    return (newest - document.published) // MONTH


def _sentences_in(document: Document, kind: str) -> Iterator[Span]:
    blocks = [block for block in document.blocks if block.kind == kind]
    for sentence in document.sentences:
        if any(block.start <= sentence.start < block.end for block in blocks):
            yield sentence


def _lead(document: Document, sentence: Span) -> Lead:
    text = one_line(document.text[sentence.start : sentence.end])
    return Lead(text, Evidence(document.id, sentence.start, sentence.end, sentence, "first sentence"))


def _links(catalogue: Catalogue) -> Counter[str]:
    """Return for each document how many others name a thing that it names, added up over its things."""
    briefing = catalogue.briefing
    things = (
        *(Item("actor", actor.id) for actor in briefing.actors),
        *(Item("dispute", dispute.id) for dispute in briefing.disputes),
        *(Item("instrument", instrument.id) for instrument in briefing.instruments),
        *(Item("agenda", item.id) for item in briefing.agenda),
    )
    links: Counter[str] = Counter()
    for thing in things:
        places = catalogue.places_by_document(thing)
        for document in places:
            links[document] += len(places) - 1
    return links
