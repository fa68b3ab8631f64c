"""When two tellings of an event are one event."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.knowledge.loader import load
from briefing.model import AgendaItem, DateInterval
from briefing.same_event import Party, finer, may_be_same, same_event, same_place

PARTIES = {
    "per": Party("per", person=False),
    "chl": Party("chl", person=False),
    "anna-berg": Party("per", person=True),
    "luis-prado": Party("per", person=True),
    "pablo-ruiz": Party("chl", person=True),
}
WEEK = DateInterval(date(2021, 7, 26), date(2021, 8, 1), "week", "next week")
DAY = DateInterval(date(2021, 7, 28), date(2021, 7, 28), "day", "Wednesday")
JUNE = DateInterval(date(2021, 6, 1), date(2021, 6, 30), "month", "last month")
YEAR = DateInterval(date(2021, 1, 1), date(2021, 12, 31), "year", "2021")


def telling(
    *participants: str,
    kind: str = "meeting",
    when: DateInterval | None = None,
    place: str | None = None,
    tense: str | None = None,
    instrument: str | None = None,
) -> AgendaItem:
    return AgendaItem("x", kind, "x", when, tense, place, participants, instrument)  # type: ignore[arg-type]


def same(one: AgendaItem, other: AgendaItem) -> bool:
    forth, back = (same_event(a, b, PARTIES, load()) for a, b in ((one, other), (other, one)))
    assert forth == back
    return forth


def test_a_finer_day_and_a_city_tell_of_the_same_talks() -> None:
    assert same(telling("per", "chl", when=WEEK, place="Switzerland"), telling("per", when=DAY, place="Geneva"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (telling("per", "chl", when=DAY), telling("per", "chl", when=JUNE)),
        (telling("per", "chl", when=DAY), telling("per", "chl", when=DAY, kind="visit")),
        (telling("per", when=DAY, place="Geneva"), telling("per", when=DAY, place="Vienna")),
        (telling("anna-berg", "chl", when=DAY), telling("luis-prado", "chl", when=DAY)),
        (telling("per", "chl", tense="past"), telling("per", "chl", tense="to_come")),
        (telling("per", when=DAY, instrument="a"), telling("per", when=DAY, instrument="b")),
        (telling(when=DAY), telling(when=DAY)),
        (telling("per"), telling("per")),
        (telling("per", when=YEAR), telling("per", when=YEAR)),
        (
            telling("anna-berg", when=WEEK, place="Peru", kind="visit"),
            telling("anna-berg", when=DAY, place="Lima", kind="visit"),
        ),
    ],
)
def test_what_contradicts_or_tells_too_little_stays_apart(one: AgendaItem, other: AgendaItem) -> None:
    assert not same(one, other)


def test_an_undated_telling_is_the_same_where_both_sides_agree() -> None:
    assert same(telling("per", "chl"), telling("anna-berg", "pablo-ruiz", when=DAY))


def test_persons_may_stand_for_their_states() -> None:
    assert may_be_same(telling("anna-berg"), telling("per"), PARTIES, None)
    assert not may_be_same(telling("anna-berg"), telling("chl"), PARTIES, None)


def test_places() -> None:
    assert same_place("Geneva", "Geneva, Switzerland", None)
    assert same_place("Geneva", "Switzerland", load())
    assert not same_place("Geneva", "Switzerland", None)
    assert not same_place("Geneva", "Bern", load())


def test_the_finer_date_wins() -> None:
    assert finer(WEEK, DAY) is DAY
    assert finer(DAY, WEEK) is DAY
    assert finer(None, WEEK) is WEEK
    assert finer(YEAR, JUNE) is JUNE
