"""Numbers that two documents give for one thing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice, pairwise

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.quantities import Quantity, contradict, quantities_in
from briefing.dossier.sides import side_of
from briefing.dossier.versions import Disagreement, newest_first, version
from briefing.dossier.wording import one_line
from briefing.model import Evidence
from briefing.record import record

NUMBER_REACH = timedelta(1)
"""What one side does on the same day, or the next, is one deed."""
MOST_DOCUMENTS = 2_000
"""In how many of the newest documents numbers are looked for."""


@record(frozen=True, slots=True)
class _Told:
    quantity: Quantity
    evidence: Evidence


def conflicting_numbers(catalogue: Catalogue) -> Iterator[Disagreement]:
    """Yield the numbers that contradict: of things told of one event, and of what one side does on the same days."""
    events: dict[tuple[object, ...], list[_Told]] = {}
    deeds: dict[tuple[object, ...], list[_Told]] = {}
    for document in catalogue.briefing.documents[:MOST_DOCUMENTS]:
        events_here = {found.sentence: item.id for item, found in catalogue.agenda_in(document.id)}
        for sentence in document.sentences:
            for quantity in quantities_in(document.text, sentence):
                told = _Told(quantity, Evidence(document.id, *quantity.span, sentence, "number and noun"))
                if sentence in events_here:
                    events.setdefault((events_here[sentence], quantity.noun), []).append(told)
                doer, counted = _sides_around(catalogue, told.evidence)
                if quantity.verb and doer:
                    deeds.setdefault((doer, quantity.verb, counted, quantity.noun), []).append(told)
    shown: set[Evidence] = set()
    for key, several in events.items():
        yield from _of_quantities(catalogue, several, shown, Item("agenda", str(key[0])))
    for several in deeds.values():
        yield from _of_quantities(catalogue, several, shown, None)


def _of_quantities(
    catalogue: Catalogue, told: Sequence[_Told], shown: set[Evidence], item: Item | None
) -> Iterator[Disagreement]:
    """Yield a disagreement of the first two documents that each give one number, where those contradict."""
    by_document: dict[str, list[_Told]] = {}
    for one in told:
        by_document.setdefault(one.evidence.document, []).append(one)
    clear = [several[0] for several in by_document.values() if len({_value(one) for one in several}) == 1]
    for one, other in pairwise(clear):
        if one.evidence in shown or not contradict(one.quantity, other.quantity):
            continue
        if item is None and not _same_days(catalogue, one, other):
            continue
        shown |= {one.evidence, other.evidence}
        versions = (version(catalogue, _text_of(catalogue, each), each.evidence) for each in (one, other))
        subject = catalogue.title(item) if item else one.quantity.noun
        yield Disagreement("number", subject, newest_first(catalogue, *versions), item)


def _value(told: _Told) -> tuple[float, float]:
    return told.quantity.least, told.quantity.most


def _text_of(catalogue: Catalogue, told: _Told) -> str:
    return one_line(catalogue.text(told.evidence.document, told.quantity.span))


def _same_days(catalogue: Catalogue, one: _Told, other: _Told) -> bool:
    days = [catalogue.published(told.evidence.document) for told in (one, other)]
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= NUMBER_REACH


def _sides_around(catalogue: Catalogue, evidence: Evidence) -> tuple[str | None, str | None]:
    """Return the side named last before a number in its sentence, and the one named among what is counted."""
    mentions = catalogue.briefing.mentions.get(evidence.document, ())
    first = bisect_left(mentions, evidence.sentence.start, key=lambda mention: mention.start)
    doer = counted = None
    for mention in islice(mentions, first, None):
        if mention.start >= evidence.end:
            break
        if mention.start < evidence.start:
            doer = side_of(catalogue, mention.actor)
        else:
            counted = side_of(catalogue, mention.actor)
    return doer, counted
