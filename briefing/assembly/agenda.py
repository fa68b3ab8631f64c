"""One agenda item for one event that many documents tell of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing.knowledge.tables import Knowledge
from briefing.model import Actor, AgendaItem, Document
from briefing.same_event import Party, finer, same_event

_UNDATED_REACH = timedelta(14)
"""Undated tellings are one event only in documents of the same fortnight."""
_MOST_COMPARED = 100
"""How many items of one kind and month are compared: keeps a large library linear."""
_Bucket = tuple[object, ...]


@dataclass(slots=True, eq=False)
class _Merged:
    """An item and those that were found to be the same, in the order of their documents."""

    item: AgendaItem
    documents: set[str]

    def add(self, part: AgendaItem) -> None:
        """Take in an item; what came first wins, a finer date or a longer place excepted."""
        first = self.item
        better = finer(first.date, part.date)
        dated = part if better is not first.date else first
        self.documents |= {evidence.document for evidence in part.evidence}
        self.item = replace(
            first,
            id=part.id,
            date=better,
            tense=dated.tense or first.tense or part.tense,
            place=max((first.place, part.place), key=lambda place: len(place or "")),
            participants=tuple(dict.fromkeys((*first.participants, *part.participants))),
            instrument=first.instrument or part.instrument,
            evidence=(*first.evidence, *part.evidence),
        )


def merge_agenda(
    items: Sequence[AgendaItem],
    *,
    actors: Sequence[Actor],
    documents: Sequence[Document],
    knowledge: Knowledge | None = None,
) -> tuple[AgendaItem, ...]:
    """Return the items of many documents with one item for each event, in order of date, undated last.

    ``items`` come newest document first and name merged actors. What the newest says wins; the id is the oldest's,
    so that a new document does not change it. Two items of one document are never made one here.
    """
    parties = {
        actor.id: Party(actor.country.lower() if actor.country else actor.id, actor.kind == "person")
        for actor in actors
    }
    published = {document.id: document.published for document in documents}
    buckets: dict[_Bucket, list[_Merged]] = {}
    merged: list[_Merged] = []
    for item in items:
        keys = list(_buckets(item, parties))
        near = [known for key in keys for known in buckets.get(key, [])[-_MOST_COMPARED:]]
        mine = {evidence.document for evidence in item.evidence}
        same = next(
            (
                known
                for known in near
                if not known.documents & mine
                and (item.date or _close(item, known.item, published))
                and same_event(known.item, item, parties, knowledge)
            ),
            None,
        )
        if same is None:
            same = _Merged(item, mine)
            merged.append(same)
        else:
            same.add(item)
        for key in keys:
            bucket = buckets.setdefault(key, [])
            if same not in bucket[-_MOST_COMPARED:]:
                bucket.append(same)
    return tuple(sorted((known.item for known in merged), key=_in_order))


def _buckets(item: AgendaItem, parties: Mapping[str, Party]) -> Iterator[_Bucket]:
    """Yield the months in which an item falls, or the sides of an undated one: only what shares one is compared."""
    if item.date is None:
        yield from ((item.kind, side) for side in {parties[p].side if p in parties else p for p in item.participants})
        return
    first, last = (day.year * 12 + day.month for day in (item.date.start, item.date.end))
    yield from ((item.kind, month) for month in range(first, min(last, first + 12) + 1))


def _close(one: AgendaItem, other: AgendaItem, published: Mapping[str, date | None]) -> bool:
    """Tell whether the documents of two undated items are of the same days."""
    mine, theirs = published.get(one.evidence[0].document), published.get(other.evidence[0].document)
    return mine is not None and theirs is not None and abs(mine - theirs) <= _UNDATED_REACH


def _in_order(item: AgendaItem) -> tuple[date, date, str, str]:
    if item.date is None:
        return date.max, date.max, item.title, item.id
    return item.date.start, item.date.end, item.title, item.id
