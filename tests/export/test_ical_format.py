import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import icalendar
import pytest

from briefing.export.escaping import plain_line
from briefing.export.ical_format import render_ical
from briefing.model import AgendaItem, Briefing, DateInterval, Precision
from tests import factories
from tests.export.hostile import HOSTILE, hostile_briefing


def text_of(briefing: Briefing) -> str:
    return "".join(render_ical(briefing))


def events(briefing: Briefing) -> list[Any]:
    calendar: Any = icalendar.Calendar.from_ical(text_of(briefing))
    found: list[Any] = calendar.walk("VEVENT")
    assert all(not event.errors for event in found)
    return found


def dated(precision: Precision, start: date, end: date, kind: str = "meeting") -> Briefing:
    briefing = factories.briefing()
    item = replace(briefing.agenda[0], date=DateInterval(start, end, precision, "soon"), kind=kind)  # type: ignore[arg-type]
    return replace(briefing, agenda=(item,))


def test_calendar_says_what_it_is() -> None:
    calendar: Any = icalendar.Calendar.from_ical(text_of(factories.briefing()))
    assert (calendar["VERSION"], calendar["CALSCALE"]) == ("2.0", "GREGORIAN")
    assert calendar["PRODID"].startswith("-//briefing//")


def test_every_dated_item_is_an_event_past_ones_too() -> None:
    items = [item for item in factories.briefing().agenda if item.date is not None]
    found = events(factories.briefing())
    assert {str(event["UID"]) for event in found} == {f"{item.id}@briefing" for item in items}
    assert {str(event["X-BRIEFING-STATUS"]) for event in found} == {"past", "to_come"}
    assert any(item.date is None for item in factories.briefing().agenda)


@pytest.mark.parametrize(
    ("precision", "start", "end", "summary"),
    [
        ("day", date(2021, 7, 28), date(2021, 7, 28), "Strategic stability talks"),
        ("week", date(2021, 7, 26), date(2021, 8, 1), "Strategic stability talks (some day, week of 26 Jul 2021)"),
        ("month", date(2021, 7, 1), date(2021, 7, 31), "Strategic stability talks (some day, Jul 2021)"),
        ("quarter", date(2021, 7, 1), date(2021, 9, 30), "Strategic stability talks (some day, Q3 2021)"),
        ("year", date(2026, 1, 1), date(2026, 12, 31), "Strategic stability talks (some day, 2026)"),
        ("range", date(2021, 8, 3), date(2021, 8, 5), "Strategic stability talks (3 – 5 Aug 2021)"),
    ],
)
def test_event_takes_whole_days_and_says_how_well_they_are_known(
    precision: Precision, start: date, end: date, summary: str
) -> None:
    (event,) = events(dated(precision, start, end))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (start, end + timedelta(1))
    assert type(event["DTSTART"].dt) is type(event["DTEND"].dt) is date
    assert str(event["SUMMARY"]) == summary
    assert str(event["X-BRIEFING-PRECISION"]) == precision


def test_deadline_says_by_when() -> None:
    (event,) = events(dated("range", date(2021, 4, 22), date(2021, 5, 1), "deadline"))
    assert str(event["SUMMARY"]).endswith("(by 1 May 2021)")


def test_last_day_there_is_has_no_day_after() -> None:
    (event,) = events(dated("day", date.max, date.max))
    assert "DTEND" not in event


def test_event_leads_to_its_sentence_and_source() -> None:
    event = next(event for event in events(factories.briefing()) if event["SUMMARY"] == "Strategic stability talks")
    assert str(event["LOCATION"]) == "Geneva"
    description = str(event["DESCRIPTION"])
    assert description.startswith("When: Wed 28 Jul 2021, from “on Wednesday”\nWho: ")
    assert "will open strategic stability talks in Geneva on Wednesday. [AP, 23 Jul 2021, talks.txt]" in description


def test_equal_briefings_make_equal_calendars_whatever_the_order() -> None:
    briefing = factories.briefing()
    assert text_of(replace(briefing, agenda=briefing.agenda[::-1])) == text_of(briefing)


def test_uid_stays_when_the_day_moves() -> None:
    before, after = (events(dated("day", day, day))[0] for day in (date(2021, 7, 28), date(2021, 7, 30)))
    assert before["UID"] == after["UID"]


@pytest.mark.parametrize("briefing", [factories.briefing(), hostile_briefing()], ids=["ordinary", "hostile"])
def test_lines_are_folded_between_characters_at_75_octets(briefing: Briefing) -> None:
    raw = text_of(briefing).encode("utf-8")
    assert raw.endswith(b"\r\n")
    lines = raw.removesuffix(b"\r\n").split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert any(len(line) > 70 for line in lines)
    for line in lines:
        assert not re.search(r"[\x00-\x1f\x7f]", line.decode("utf-8"))


def test_hostile_text_is_text() -> None:
    (event,) = events(hostile_briefing())
    assert str(event["SUMMARY"]) == str(event["LOCATION"]) == plain_line(HOSTILE)
    assert text_of(hostile_briefing()).count("\r\nBEGIN:") == 1


def test_empty_agenda_is_an_empty_calendar() -> None:
    assert events(Briefing(None, "unknown")) == []


def test_proposal_is_tentative() -> None:
    item = AgendaItem("a", "proposal", "Talks", DateInterval(date(2021, 8, 1), date(2021, 8, 1), "day", ""))
    (event,) = events(Briefing(None, "unknown", agenda=(item,)))
    assert str(event["STATUS"]) == "TENTATIVE"
