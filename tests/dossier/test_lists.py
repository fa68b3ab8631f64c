from dataclasses import replace
from datetime import date

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.lists import actor_groups, agenda_rows, dispute_rows, when_of
from briefing.model import DateInterval
from tests import factories


def test_actors_stand_under_their_states_persons_before_organisations() -> None:
    groups = {group.name: group for group in actor_groups(Catalogue(factories.briefing()))}
    members = [member.name for member in groups["United States"].members]
    assert members[0] == "Wendy Sherman"
    assert members[-1] == "State Department"
    assert groups["Russia"].head is not None
    assert groups["Russia"].head.id == "rus"


def test_groups_stand_in_the_order_of_all_their_mentions_and_those_of_no_state_last() -> None:
    groups = actor_groups(Catalogue(factories.briefing()))
    known = [group.mentions for group in groups if group.name is not None]
    assert known == sorted(known, reverse=True)
    assert [group.name for group in groups][-1] is None
    assert [member.name for member in groups[-1].members] == ["Jens Stoltenberg"]


def test_a_body_of_no_state_is_a_group_of_its_own() -> None:
    groups = {group.name: group for group in actor_groups(Catalogue(factories.briefing()))}
    assert groups["NATO"].head is not None
    assert groups["NATO"].members == ()


def test_a_state_that_nobody_names_still_heads_its_people() -> None:
    briefing = factories.briefing()
    actors = tuple(actor for actor in briefing.actors if actor.id != "ukr")
    groups = {group.name: group for group in actor_groups(Catalogue(replace(briefing, actors=actors)))}
    assert groups["Ukraine"].head is None
    assert [member.name for member in groups["Ukraine"].members] == ["Volodymyr Zelenskyy"]


def test_disputes_count_positions_by_kind_and_begin_with_most() -> None:
    rows = dispute_rows(Catalogue(factories.briefing()))
    assert [row.positions for row in rows] == sorted((row.positions for row in rows), reverse=True)
    defense = next(row for row in rows if row.id == "missile_defense")
    assert defense.kinds == (("demand", 1), ("accuse", 1), ("deny", 1))
    assert defense.newest == date(2021, 7, 23)
    assert defense.parties == ("Russia", "NATO", "US")


def test_the_agenda_begins_with_what_is_to_come_and_ends_with_what_is_long_past() -> None:
    rows = agenda_rows(Catalogue(factories.briefing()))
    assert [row.status for row in rows] == ["to_come", "to_come", "to_come", "undated", "past", "past"]
    assert [row.when for row in rows] == ["Sun 25 Jul", "Wed 28 Jul", "4 Feb 2026", "?", "by 1 May", "Tue 26 Jan"]


def test_an_unknown_place_shows_only_where_one_is_to_be_expected() -> None:
    rows = {row.id: row for row in agenda_rows(Catalogue(factories.briefing()))}
    assert rows["meeting-2021-07-25"].place == "place ?"
    assert rows["new-start-2026-02-04"].place == ""
    assert rows["strategic-stability-talks-2021-07-28"].place == "Geneva"


def test_states_stand_for_their_people_among_participants() -> None:
    rows = {row.id: row for row in agenda_rows(Catalogue(factories.briefing()))}
    assert rows["strategic-stability-talks-2021-07-28"].participants == ("Russia", "US")
    assert rows["donbas-meeting"].participants == ("Putin", "Zelenskyy")


def test_a_deadline_that_runs_for_a_while_is_named_by_its_last_day() -> None:
    item = next(item for item in factories.briefing().agenda if item.kind == "meeting")
    interval = DateInterval(date(2021, 4, 22), date(2021, 5, 1), "range", "by 1 May")
    assert when_of(replace(item, kind="deadline", date=interval), date(2021, 7, 23)) == "by 1 May"
    assert when_of(replace(item, kind="exercise", date=interval), date(2021, 7, 23)) == "from 22 Apr"
