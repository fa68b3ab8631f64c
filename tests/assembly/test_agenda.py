"""One agenda item for one event that several documents tell of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date, timedelta

from briefing.assembly.agenda import merge_agenda
from briefing.knowledge.loader import load
from briefing.model import Actor, AgendaItem, DateInterval, Document, Evidence, Span
from tests.growth import assert_linear

ACTORS = (
    Actor("per", "state", "Peru", country="PER"),
    Actor("chl", "state", "Chile", country="CHL"),
    Actor("anna-berg", "person", "Anna Berg", country="PER"),
)
WEDNESDAY = date(2021, 7, 28)


def document(name: str, published: date | None) -> Document:
    digest = hashlib.sha256(name.encode()).hexdigest()
    return Document(name, "text", digest, name, name, published, None, None, None, (), ())


def item(
    source: str, *participants: str, when: DateInterval | None = None, place: str | None = None, title: str = "Talks"
) -> AgendaItem:
    evidence = (Evidence(source, 0, 4, Span(0, 4), "meeting: noun"),)
    return AgendaItem(f"{source}-1", "meeting", title, when, "to_come", place, participants, None, evidence)


def day(when: date) -> DateInterval:
    return DateInterval(when, when, "day", "that day")


NEWER, OLDER = document("newer", date(2021, 7, 24)), document("older", date(2021, 7, 20))
WEEK = DateInterval(date(2021, 7, 26), date(2021, 8, 1), "week", "next week")


def merge(*items: AgendaItem, documents: tuple[Document, ...] = (NEWER, OLDER)) -> tuple[AgendaItem, ...]:
    return merge_agenda(items, actors=ACTORS, documents=documents, knowledge=load())


def test_the_newest_words_the_finest_date_and_the_oldest_id_are_kept() -> None:
    (merged,) = merge(
        item("newer", "per", "anna-berg", when=day(WEDNESDAY), place="Geneva", title="Border talks"),
        item("older", "per", "chl", when=WEEK, place="Switzerland"),
    )
    assert (merged.title, merged.id, merged.date) == ("Border talks", "older-1", day(WEDNESDAY))
    assert merged.participants == ("per", "anna-berg", "chl")
    assert [evidence.document for evidence in merged.evidence] == ["newer", "older"]


def test_an_older_but_finer_date_wins_over_a_coarse_one() -> None:
    (merged,) = merge(item("newer", "per", "chl", when=WEEK), item("older", "per", "chl", when=day(WEDNESDAY)))
    assert merged.date == day(WEDNESDAY)


def test_two_items_of_one_document_stay_two() -> None:
    assert len(merge(item("newer", "per", when=day(WEDNESDAY)), item("newer", "per", when=day(WEDNESDAY)))) == 2


def test_other_days_stay_apart_and_come_in_order() -> None:
    later, sooner = day(WEDNESDAY + timedelta(30)), day(WEDNESDAY)
    merged = merge(
        item("newer", "per", "chl"), item("newer", "per", "chl", when=later), item("older", "per", when=sooner)
    )
    assert [found.date for found in merged] == [sooner, later, None]


def test_undated_tellings_are_one_only_in_the_same_days() -> None:
    old = document("old", date(2021, 3, 1))
    tellings = [item(name, "per", "chl") for name in ("newer", "older", "old")]
    merged = merge(*tellings, documents=(NEWER, OLDER, old))
    assert sorted(len(found.evidence) for found in merged) == [1, 2]


def test_an_undated_telling_does_not_join_a_dated_one() -> None:
    assert len(merge(item("newer", "per", "chl"), item("older", "per", "chl", when=day(WEDNESDAY)))) == 2


def test_merging_is_linear() -> None:
    def merging(count: int) -> Callable[[], object]:
        items = [
            item(f"d{number}", "per", "chl", when=day(date(1990, 1, 1) + timedelta(number * 3)))
            for number in range(count)
        ]
        return lambda: merge_agenda(items, actors=ACTORS, documents=())

    assert_linear(merging, 700)
