from datetime import date, timedelta
from itertools import pairwise

import pytest

from briefing.knowledge.holders import country_on, holders_of, title_on
from briefing.knowledge.loader import load
from briefing.knowledge.tables import Holder


def holder(key: str) -> Holder:
    return load().holders[key]


def names(country: str, title: str, day: date | None) -> list[str]:
    return [found.name for found in holders_of(load(), country, title, day)]


@pytest.mark.parametrize(
    ("country", "title", "day", "expected"),
    [
        ("rus", "Foreign Minister", date(2021, 7, 23), ["Sergei Lavrov"]),
        ("rus", "Foreign Minister", date(2001, 1, 1), ["Igor Ivanov"]),
        ("rus", "President", date(2010, 6, 1), ["Dmitry Medvedev"]),
        ("usa", "Secretary of State", date(2016, 5, 1), ["John Kerry"]),
        ("usa", "Secretary of State", date(2021, 7, 23), ["Antony Blinken"]),
        ("usa", "Deputy Secretary of State", date(2021, 7, 23), ["Wendy Sherman"]),
        ("gbr", "Prime Minister", date(2022, 10, 1), ["Liz Truss"]),
        ("chn", "Foreign Minister", date(2023, 3, 1), ["Qin Gang"]),
        ("chn", "Foreign Minister", date(2024, 3, 1), ["Wang Yi"]),
        ("irn", "President", date(2015, 7, 14), ["Hassan Rouhani"]),
        ("ukr", "President", date(2014, 3, 1), []),
        ("kor", "President", date(2017, 4, 1), []),
        ("nato", "Secretary General", date(2014, 9, 30), ["Anders Fogh Rasmussen"]),
        ("european-council", "President of the European Council", date(2016, 6, 24), ["Donald Tusk"]),
        ("iaea", "Director General", date(2005, 8, 12), ["Mohamed ElBaradei"]),
    ],
)
def test_an_office_has_the_holder_of_its_day(country: str, title: str, day: date, expected: list[str]) -> None:
    assert names(country, title, day) == expected


def test_an_office_is_found_in_any_case() -> None:
    assert names("usa", "secretary of state", date(2021, 7, 23)) == ["Antony Blinken"]


def test_a_term_holds_from_its_first_day_to_its_last() -> None:
    first, last = date(2021, 4, 14), date(2023, 7, 28)
    sherman = holder("wendy-sherman")
    held = "Deputy Secretary of State"
    assert [title_on(sherman, day) for day in (first, last)] == [held, held]
    assert title_on(sherman, first - timedelta(days=1)) is None
    assert title_on(sherman, last + timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("key", "day", "expected"),
    [
        ("joe-biden", date(2021, 1, 21), "President"),
        ("joe-biden", date(2012, 1, 1), "Vice President"),
        ("joe-biden", date(2018, 1, 1), None),
        ("dmitry-medvedev", date(2021, 1, 1), "Deputy Chairman of the Security Council"),
        ("mohammed-bin-salman", date(2023, 1, 1), "Crown Prince"),
        ("jan-egeland", date(2006, 11, 18), None),
    ],
)
def test_a_person_has_the_office_of_the_day(key: str, day: date, expected: str | None) -> None:
    assert title_on(holder(key), day) == expected


def test_without_a_day_only_what_holds_on_every_day_is_told() -> None:
    assert title_on(holder("jan-egeland"), None) == "Under-Secretary-General for Humanitarian Affairs"
    assert title_on(holder("vladimir-putin"), None) is None
    assert names("vat", "Secretary of State", None) == ["Pietro Parolin"]
    assert names("usa", "Secretary of State", None) == []


def test_a_person_serves_the_state_or_body_of_the_day() -> None:
    rutte = holder("mark-rutte")
    assert country_on(rutte, date(2020, 1, 1)) == "nld"
    assert country_on(rutte, date(2025, 1, 1)) == "nato"
    assert country_on(holder("donald-tusk"), date(2016, 6, 24)) == "european-council"
    assert country_on(holder("donald-tusk"), None) == "pol"


SINGLE = {
    *("President", "Prime Minister", "Premier", "Chancellor", "Foreign Minister", "Secretary of State"),
    *("Defense Minister", "Defense Secretary", "Interior Minister", "Foreign Secretary", "King", "Emir"),
}


def test_no_state_has_two_heads_or_foreign_ministers_on_one_day() -> None:
    terms = sorted(
        ((term.country or person.country, term.title), term.valid_from, term.valid_to or date.max, person.name)
        for person in load().holders.values()
        for term in person.terms
        if term.title in SINGLE and term.valid_from is not None
    )
    assert len(terms) > 500
    assert [(one, two) for one, two in pairwise(terms) if one[0] == two[0] and two[1] < one[2]] == []


LED = {
    "President": (
        "usa rus chn fra deu ita kor ind bra arg mex zaf tur idn ukr blr pol irn irq syr isr pse egy twn phl aze geo"
    ),
    "King": "sau",
    "Leader": "prk",
    "Supreme Leader": "irn",
    "Prime Minister": "rus gbr fra ita jpn kor ind can aus ukr blr pol irq isr pse egy lbn vnm arm aze geo",
    "Premier": "chn prk",
    "Chancellor": "deu",
    "Foreign Minister": (
        "rus chn fra deu ita jpn can aus arg zaf sau tur idn ukr blr pol irn irq syr isr egy twn vnm arm aze"
    ),
    "External Affairs Minister": "ind",
    "Foreign Secretary": "gbr phl",
    "Secretary of State": "usa",
    "Defense Minister": (
        "rus chn deu ita jpn ind arg mex can aus zaf sau idn ukr blr pol irn isr syr egy lbn twn arm aze"
    ),
    "Defence Secretary": "gbr",
}


@pytest.mark.parametrize(("title", "states"), LED.items())
def test_who_led_the_powers_and_parties_is_known_from_2015_on(title: str, states: str) -> None:
    days = [date(year, month, 1) for year in range(2015, 2025) for month in (3, 9)]
    unknown = [(state, day) for state in states.split() for day in days if not names(state, title, day)]
    assert unknown == []
