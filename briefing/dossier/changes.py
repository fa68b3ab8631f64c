"""What is new since a person looked last, and what moved, with the evidence that says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.dates import long_interval
from briefing.dossier.kinds import LEANS
from briefing.dossier.lasting_names import LastingNames, known_actor, stances_of, told_date
from briefing.dossier.moves import moves_of
from briefing.dossier.news import News, news_of
from briefing.memory.remembered import Remembered
from briefing.model import Actor, AgendaItem, DateInterval, Evidence, Precision, Statement
from briefing.record import record

About = Literal["actor", "position", "agenda"]
Moved = Literal["date", "role", "stance"]


@record(frozen=True, slots=True)
class Change:
    """Something that is new, or of which something ``moved``: what it ``was``, where it was there, and is ``now``.

    ``item`` is the actor or the agenda item; of a position it is who speaks, ``statement`` is what is said, and
    ``dispute`` on what. ``evidence`` says so.
    """

    about: About
    item: Item
    evidence: Evidence
    moved: Moved | None = None
    was: str = ""
    now: str = ""
    statement: Statement | None = None
    dispute: str | None = None


def changes_of(names: LastingNames, before: Remembered) -> list[Change]:
    """Return what moved, then new actors, new positions and what is new on the agenda, each newest first.

    Something has moved only where a document that was not there says so: looking at a part of the articles, or with
    other rules, moves nothing.
    """
    catalogue, news = names.catalogue, news_of(names, before)
    moved = [*_dates(names, before, news), *_roles(catalogue, before), *_stances(names, before)]
    told = {change.item for change in moved if change.about == "agenda"}
    new: list[Change] = [
        Change("actor", Item("actor", actor.id), catalogue.sentences_of(Item("actor", actor.id))[0])
        for actor in catalogue.briefing.actors
        if actor.id in news.actors and actor.evidence
    ]
    new += [
        Change("position", Item("actor", said.actor), said.evidence, statement=said)
        for said in catalogue.briefing.statements
        if said.id in news.statements and said.actor is not None
    ]
    new += [
        Change("agenda", Item("agenda", item.id), catalogue.sentences_of(Item("agenda", item.id))[0])
        for item in catalogue.briefing.agenda
        if item.id in news.agenda and item.evidence and Item("agenda", item.id) not in told
    ]
    kinds: tuple[About, ...] = ("actor", "position", "agenda")

    def order(change: Change) -> tuple[int, int, int]:
        return (kinds.index(change.about), *catalogue.order(change.evidence))

    return [*sorted(moved, key=order), *sorted(new, key=order)]


def _dates(names: LastingNames, before: Remembered, news: News) -> Iterator[Change]:
    """Yield the agenda items that have another date now, and the new ones that a known one was moved to."""
    catalogue = names.catalogue
    for item in catalogue.briefing.agenda:
        known = next((before.agenda[name] for name in names.agenda[item.id] if name in before.agenda), None)
        fresh = _in_new_document(item.evidence, before)
        if known is not None and fresh is not None and known.told != told_date(item):
            yield _date_moved(item, _interval(known.told), fresh)
    for key, move in moves_of(catalogue).items():
        item = catalogue.agenda[key]
        fresh = _in_new_document(item.evidence, before)
        if move.later and key in news.agenda and move.other not in news.agenda and fresh is not None:
            yield _date_moved(item, catalogue.agenda[move.other].date, fresh)


def _date_moved(item: AgendaItem, was: DateInterval | None, evidence: Evidence) -> Change:
    words = (long_interval(was), long_interval(item.date))
    return Change("agenda", Item("agenda", item.id), evidence, "date", *words)


def _roles(catalogue: Catalogue, before: Remembered) -> Iterator[Change]:
    for actor in catalogue.briefing.actors:
        known = known_actor(before, actor)
        role = actor.role
        if known is None or not known.told or not role or actor.roles[-1].from_document in before.documents:
            continue
        was, now = known.told.casefold(), role.casefold()
        if was not in now and now not in was:
            yield Change("actor", Item("actor", actor.id), _role_evidence(catalogue, actor), "role", known.told, role)


def _role_evidence(catalogue: Catalogue, actor: Actor) -> Evidence:
    """Return where the newest role stands: the sentence that gives it, else one of its document that names whom."""
    role = actor.roles[-1]
    there = [one for one in catalogue.sentences_of(Item("actor", actor.id)) if one.document == role.from_document]
    words = role.title.casefold()
    giving = [one for one in there if words in catalogue.text(one.document, one.sentence).casefold()]
    return next(iter((*giving, *there, *actor.evidence)))


def _stances(names: LastingNames, before: Remembered) -> Iterator[Change]:
    """Yield the newest positions that lean to another side than the newest one before them did."""
    for name, said in stances_of(names.catalogue).items():
        known = before.stances.get(name)
        if known is None or said.actor is None or said.document in before.documents:
            continue
        lean = next((LEANS[kind] for kind in LEANS if kind == known.told), None)
        if lean is not None and lean != LEANS[said.kind]:
            speaker, dispute = Item("actor", said.actor), name.partition(":")[0]
            yield Change("position", speaker, said.evidence, "stance", known.told, said.kind, said, dispute)


def _in_new_document(evidence: tuple[Evidence, ...], before: Remembered) -> Evidence | None:
    return next((found for found in evidence if found.document not in before.documents), None)


_PRECISIONS: tuple[Precision, ...] = ("day", "week", "month", "quarter", "year", "range")


def _interval(told: str) -> DateInterval | None:
    """Return a date as it was told; null where none was, or what was kept is no date."""
    start, _, rest = told.partition("/")
    end, _, precision = rest.partition("/")
    known = next((one for one in _PRECISIONS if one == precision), None)
    try:
        return None if known is None else DateInterval(date.fromisoformat(start), date.fromisoformat(end), known, "")
    except ValueError:
        return None
