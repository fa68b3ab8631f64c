"""Cards: what is known of one item, as labelled facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.dossier import dates
from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.kinds import LETTERS, count_kinds
from briefing.dossier.lists import place_of, when_of
from briefing.model import Actor, AgendaItem, Dispute, Instrument, Statement, Status
from briefing.record import record

STATUS_WORDS: dict[Status, str] = {
    "to_come": "to come",
    "under_way": "under way",
    "undated": "on the table, no date",
    "past": "past",
}
MAX_BARS = 24
BRIEF = frozenset({"in"})
"""Labels of facts of which each value keeps to one line."""


@record(frozen=True, slots=True)
class Value:
    """One value of a fact, with remarks on it, and the counts of a small diagram that stands before it."""

    text: str
    remarks: tuple[str, ...] = ()
    bars: tuple[int, ...] = ()


@record(frozen=True, slots=True)
class Fact:
    """A label and its values; a value of a ``brief`` fact takes one line even where that cuts it."""

    label: str
    values: tuple[Value, ...]
    brief: bool = False


def card_of(catalogue: Catalogue, item: Item) -> list[Fact]:
    """Return the facts on an item; none where the briefing has no such thing."""
    thing = catalogue.thing(item)
    if isinstance(thing, Actor):
        return _actor_card(catalogue, thing)
    if isinstance(thing, AgendaItem):
        return _agenda_card(catalogue, thing)
    if isinstance(thing, Dispute):
        return _dispute_card(catalogue, thing)
    if isinstance(thing, Instrument):
        return _instrument_card(catalogue, thing)
    return []


def summary_of(catalogue: Catalogue, item: Item) -> list[str]:
    """Return what an item is, in a few words: ``person``, ``United States``, ``4 mentions in 1 document``."""
    thing = catalogue.thing(item)
    if isinstance(thing, Actor):
        country = [catalogue.state_name(thing.country)] if thing.country and thing.kind != "state" else []
        return [thing.kind, *country, mentions_line(catalogue, item)]
    if isinstance(thing, AgendaItem):
        return [thing.kind, STATUS_WORDS[catalogue.status(thing)], mentions_line(catalogue, item)]
    if isinstance(thing, Dispute):
        parties = ", ".join(catalogue.short(party) for party in catalogue.parties(thing))
        return [part for part in ("dispute", parties, weight_line(catalogue, item)) if part]
    return ["instrument", mentions_line(catalogue, item)]


def weight_line(catalogue: Catalogue, item: Item) -> str:
    """Return how much there is of an item: a dispute's ``5 statements``, else ``4 mentions``."""
    if item.kind == "dispute" and (positions := catalogue.positions_on(item.id)):
        return counted(len(positions), "statement")
    return counted(len(catalogue.evidence_of(item)), "mention")


def mentions_line(catalogue: Catalogue, item: Item) -> str:
    """Return ``4 mentions in 1 document``."""
    mentions = counted(len(catalogue.evidence_of(item)), "mention")
    return f"{mentions} in {counted(len(catalogue.places_by_document(item)), 'document')}"


def counted(number: int, word: str) -> str:
    """Return ``1 mention``, ``1,550 mentions``."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def _facts(*facts: tuple[str, Iterable[Value]]) -> list[Fact]:
    kept = [Fact(label, tuple(values), brief=label in BRIEF) for label, values in facts]
    return [fact for fact in kept if fact.values]


def _actor_card(catalogue: Catalogue, actor: Actor) -> list[Fact]:
    item = Item("actor", actor.id)
    unknown = actor.kind == "person"
    country = catalogue.state_name(actor.country) if actor.country else "?"
    said = catalogue.said_by(actor.id)
    return _facts(
        ("role", _roles(catalogue, actor)),
        ("state", [Value(country)] if unknown or (actor.country and actor.kind == "organisation") else []),
        ("also named", [Value(", ".join(actor.aliases))] if actor.aliases else []),
        ("named", [_frequency(catalogue, item)]),
        ("said", _said_on(catalogue, said)),
        ("met", _meetings(catalogue, actor, "past")),
        ("meets", _meetings(catalogue, actor, "under_way")),
        ("will meet", _meetings(catalogue, actor, "to_come")),
        ("party to", _party_to(catalogue, actor, said)),
        ("in", _documents(catalogue, item)),
    )


def _roles(catalogue: Catalogue, actor: Actor) -> list[Value]:
    """Return the roles of a person, newest first, each with the days of the documents that give it."""
    if actor.kind != "person":
        return []
    days: dict[str, list[date | None]] = {}
    for role in actor.roles:
        days.setdefault(role.title, []).append(catalogue.published(role.from_document))
    newest_first = sorted(days, key=lambda title: max(day or date.min for day in days[title]), reverse=True)
    return [Value(title, _given(days[title])) for title in newest_first] or [Value("?")]


def _given(days: Iterable[date | None]) -> tuple[str, ...]:
    """Return ``as of 23 Jul 2021`` for a role, with the first day too where documents of several give it."""
    known = [day for day in days if day is not None]
    if not known:
        return ()
    if min(known) == max(known):
        return (f"as of {dates.day_month_year(known[0])}",)
    return (dates.period(min(known), max(known)),)


def _said(statements: list[Statement]) -> Value:
    if not statements:
        return Value("no statement found")
    return Value(counted(len(statements), "statement"), (_kinds_line(statements),))


def _kinds_line(statements: Iterable[Statement]) -> str:
    return " ".join(f"{LETTERS[kind]}{count}" for kind, count in count_kinds(statements))


def _said_on(catalogue: Catalogue, said: list[Statement]) -> list[Value]:
    """Return on which disputes an actor spoke, those first on which it said most, with kinds of statement and days."""
    topics: dict[str | None, list[Statement]] = {}
    for statement in said:
        known = [dispute for dispute in statement.disputes if dispute in catalogue.disputes]
        for dispute in known or (None,):
            topics.setdefault(dispute, []).append(statement)
    ordered = sorted(topics, key=lambda topic: (topic is None, -len(topics[topic]), topic or ""))
    names = [catalogue.title(Item("dispute", topic)) if topic else "on no dispute" for topic in ordered]
    days = [_days(catalogue, topics[topic]) for topic in ordered]
    values = [
        Value(name, tuple(part for part in (_kinds_line(topics[topic]), when) if part))
        for topic, name, when in zip(ordered, names, days, strict=True)
    ]
    return values or [_said(said)]


def _days(catalogue: Catalogue, statements: list[Statement]) -> str:
    return dates.period_of(catalogue.published(statement.document) for statement in statements)


def _party_to(catalogue: Catalogue, actor: Actor, said: list[Statement]) -> list[Value]:
    """Return the disputes in which an actor stands without a word on them."""
    told = {dispute for statement in said for dispute in statement.disputes}
    silent = [dispute for dispute in catalogue.briefing.disputes if actor.id in dispute.parties]
    return [Value(dispute.name, ("no statement found",)) for dispute in silent if dispute.id not in told]


def _documents(catalogue: Catalogue, item: Item) -> list[Value]:
    """Return the documents that name an item, newest first: number, day, title, where from."""
    named = sorted(catalogue.places_by_document(item), key=catalogue.number)
    values = []
    for key in named:
        document = catalogue.documents[key]
        day = dates.day_month_year(document.published)
        where = (document.publisher,) if document.publisher else ()
        values.append(Value(f"[{catalogue.number(key)}] {day}", (document.title or document.path, *where)))
    return values


def _meetings(catalogue: Catalogue, actor: Actor, status: Status) -> list[Value]:
    """Return with whom an actor met or is to meet, the nearest first, each with day and place.

    A place that is not known is left out: the agenda says so. What has no day is told apart by its title.
    """
    values = []
    meetings = [item for item in catalogue.agenda_with(actor.id) if item.kind in {"meeting", "visit"}]
    latest_first = status == "past"
    unknown = date.min if latest_first else date.max
    meetings.sort(key=lambda item: item.date.start if item.date else unknown, reverse=latest_first)
    for item in meetings:
        if catalogue.status(item) == status:
            others = _others(catalogue, actor, item)
            when = when_of(item, catalogue.briefing.as_of) if item.date else "day ?"
            what = item.title if item.date is None and item.title != others else ""
            values.append(Value(others, tuple(part for part in (when, item.place, what) if part)))
    return values


def _others(catalogue: Catalogue, actor: Actor, item: AgendaItem) -> str:
    own = {actor.id, (actor.country or "").lower()}
    others = [catalogue.actors[other] for other in item.participants if other in catalogue.actors and other not in own]
    persons = [other.name for other in others if other.kind == "person" and other.country != actor.country]
    names = persons or [other.name for other in others if other.kind != "person"] or [item.title]
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _frequency(catalogue: Catalogue, item: Item) -> Value:
    """Return how often an item is named, with a bar a month from the first that names it to the last."""
    times = counted(len(catalogue.evidence_of(item)), "time")
    named = [
        (day, len(places))
        for document, places in catalogue.places_by_document(item).items()
        if (day := catalogue.published(document)) is not None
    ]
    if not named:
        return Value(times)
    first, last = min(day for day, _ in named), max(day for day, _ in named)
    bars = [0] * _months_between(first, last)
    for day, count in named:
        bars[_months_between(first, day) - 1] += count
    if not 1 < len(bars) <= MAX_BARS:
        return Value("", (f"{dates.months(first, last)}, {times}",))
    return Value("", (f"{dates.months(first, last)}, {times}",), tuple(bars))


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _agenda_card(catalogue: Catalogue, item: AgendaItem) -> list[Fact]:
    as_of = catalogue.briefing.as_of
    distance = dates.distance(item.date, as_of)
    basis = f"from “{item.date.basis}”" if item.date and item.date.basis else ""
    when = Value(dates.long_interval(item.date), tuple(part for part in (distance, basis) if part))
    place = place_of(item).removeprefix("place ")
    participants = [Value(catalogue.name(actor), _role(catalogue, actor)) for actor in item.participants]
    instrument = catalogue.instruments.get(item.instrument or "")
    return _facts(
        ("when", [when]),
        ("status", [Value(STATUS_WORDS[catalogue.status(item)])]),
        ("where", [Value(place)] if place else []),
        ("who", participants),
        ("instrument", [Value(instrument.name)] if instrument else []),
    )


def _role(catalogue: Catalogue, actor: str) -> tuple[str, ...]:
    known = catalogue.actors.get(actor)
    return (known.role,) if known and known.role else ()


def _dispute_card(catalogue: Catalogue, dispute: Dispute) -> list[Fact]:
    positions = catalogue.positions_on(dispute.id)
    voices = []
    for party in catalogue.parties(dispute):
        own = [statement for statement in positions if statement.actor == party]
        voices.append(Value(catalogue.name(party), (_kinds_line(own),) if own else ()))
    return _facts(
        ("parties", voices),
        ("said", [_said(positions)]),
        ("named", [_frequency(catalogue, Item("dispute", dispute.id))]),
    )


def _instrument_card(catalogue: Catalogue, instrument: Instrument) -> list[Fact]:
    agenda = [item for item in catalogue.briefing.agenda if item.instrument == instrument.id]
    as_of = catalogue.briefing.as_of
    return _facts(
        ("also named", [Value(", ".join(instrument.aliases))] if instrument.aliases else []),
        ("agenda", [Value(item.title, (when_of(item, as_of),)) for item in agenda]),
        ("named", [_frequency(catalogue, Item("instrument", instrument.id))]),
    )
