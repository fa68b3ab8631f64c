from dataclasses import replace

import pytest

from briefing.dossier.cards import Value, card_of, counted, summary_of, weight_line
from briefing.dossier.catalogue import Catalogue, Item
from briefing.model import Role
from tests import factories


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(factories.briefing())


def facts(catalogue: Catalogue, item: Item) -> dict[str, tuple[Value, ...]]:
    return {fact.label: fact.values for fact in card_of(catalogue, item)}


def test_a_person_has_role_state_other_names_and_meetings(catalogue: Catalogue) -> None:
    card = facts(catalogue, Item("actor", "wendy-sherman"))
    assert card["role"] == (Value("Deputy Secretary of State", ("as of 23 Jul 2021",)),)
    assert card["state"] == (Value("United States"),)
    assert card["also named"] == (Value("Sherman"),)
    assert card["will meet"] == (
        Value("China", ("Sun 25 Jul",)),
        Value("Sergey Ryabkov", ("Wed 28 Jul", "Geneva")),
    )
    assert card["said"] == (Value("no statement found"),)


def test_what_a_person_did_is_met_and_not_will_meet(catalogue: Catalogue) -> None:
    card = facts(catalogue, Item("actor", "joe-biden"))
    assert [value.text for value in card["met"]] == ["Vladimir Putin"]
    assert "will meet" not in card


def test_a_state_tells_whom_it_is_to_meet(catalogue: Catalogue) -> None:
    assert facts(catalogue, Item("actor", "chn"))["will meet"] == (Value("Wendy Sherman", ("Sun 25 Jul",)),)


def test_a_meeting_without_a_day_is_told_apart_by_its_title_and_several_who_are_met_are_all_named() -> None:
    briefing = factories.briefing()
    agenda = tuple(
        replace(item, date=None, place=None, participants=("wendy-sherman", "chn", "rus"))
        for item in briefing.agenda
        if item.id == "meeting-2021-07-25"
    )
    card = facts(Catalogue(replace(briefing, agenda=agenda)), Item("actor", "wendy-sherman"))
    title = next(item.title for item in briefing.agenda if item.id == "meeting-2021-07-25")
    assert card["will meet"] == (Value("China and Russia", ("day ?", title)),)


def test_what_is_not_known_of_a_person_is_a_question_mark() -> None:
    briefing = factories.briefing()
    actors = tuple(replace(actor, roles=(), country=None) for actor in briefing.actors)
    card = facts(Catalogue(replace(briefing, actors=actors)), Item("actor", "wendy-sherman"))
    assert card["role"] == (Value("?"),)
    assert card["state"] == (Value("?"),)


def test_a_state_tells_on_what_it_spoke_and_when_and_where_it_stands_without_a_word(catalogue: Catalogue) -> None:
    card = facts(catalogue, Item("actor", "rus"))
    assert card["said"][0] == Value("Missile defense", ("D1 A1", "23 Jul 2021"))
    assert Value("Cyber", ("no statement found",)) in card["party to"]
    assert "role" not in card
    assert "state" not in card


def test_what_was_said_on_no_dispute_comes_last() -> None:
    briefing = factories.briefing()
    statements = tuple(replace(one, actor="rus") for one in briefing.statements)
    said = facts(Catalogue(replace(briefing, statements=statements)), Item("actor", "rus"))["said"]
    assert said[-1].text == "on no dispute"
    assert [value.text for value in said].count("on no dispute") == 1


def test_roles_come_newest_first_with_the_days_of_the_documents_that_give_them() -> None:
    briefing = factories.briefing()
    talks, border, extension, _ = briefing.documents
    roles = (
        Role("Minister", extension.id),
        Role("Minister", border.id),
        Role("President", talks.id),
        Role("Envoy", "gone"),
    )
    actors = tuple(replace(actor, roles=roles) if actor.id == "joe-biden" else actor for actor in briefing.actors)
    card = facts(Catalogue(replace(briefing, actors=actors)), Item("actor", "joe-biden"))
    assert card["role"] == (
        Value("President", ("as of 23 Jul 2021",)),
        Value("Minister", ("3 Feb – 22 Apr 2021",)),
        Value("Envoy"),
    )


def test_documents_are_those_that_name_an_actor_newest_first(catalogue: Catalogue) -> None:
    documents = facts(catalogue, Item("actor", "nato"))["in"]
    assert [value.text for value in documents] == ["[2] 22 Apr 2021", "[4] ?"]
    assert documents[1].remarks == ("Missile defense, the oldest argument",)
    (document,) = facts(catalogue, Item("actor", "wendy-sherman"))["in"]
    assert document.text == "[1] 23 Jul 2021"
    assert document.remarks[-1] == "AP"


def test_frequency_counts_by_month_from_the_first_document_to_the_last(catalogue: Catalogue) -> None:
    (named,) = facts(catalogue, Item("actor", "rus"))["named"]
    assert len(named.bars) == 6
    assert sum(named.bars) == sum(
        catalogue.published(found.document) is not None for found in catalogue.actors["rus"].evidence
    )
    assert named.remarks[0].startswith("Feb to Jul 2021, ")


def test_an_agenda_item_says_when_and_what_the_date_rests_on(catalogue: Catalogue) -> None:
    card = facts(catalogue, Item("agenda", "strategic-stability-talks-2021-07-28"))
    assert card["when"] == (Value("Wed 28 Jul 2021", ("in 5 d", "from “on Wednesday”")),)
    assert card["where"] == (Value("Geneva"),)
    assert Value("Wendy Sherman", ("Deputy Secretary of State",)) in card["who"]


def test_a_dispute_and_an_instrument_have_cards_too(catalogue: Catalogue) -> None:
    assert [value.text for value in facts(catalogue, Item("dispute", "missile_defense"))["parties"]] == [
        "Russia",
        "NATO",
        "United States",
    ]
    assert facts(catalogue, Item("instrument", "new-start"))["agenda"][0].text == "New START runs out"


def test_a_thing_that_is_not_there_has_no_card(catalogue: Catalogue) -> None:
    assert card_of(catalogue, Item("actor", "nobody")) == []


@pytest.mark.parametrize(
    ("item", "summary"),
    [
        (Item("actor", "wendy-sherman"), ["person", "United States", "2 mentions in 1 document"]),
        (Item("actor", "rus"), ["state", "11 mentions in 4 documents"]),
        (Item("dispute", "missile_defense"), ["dispute", "Russia, NATO, US", "3 statements"]),
        (Item("agenda", "donbas-meeting"), ["proposal", "on the table, no date", "1 mention in 1 document"]),
    ],
)
def test_a_summary_says_what_a_thing_is(catalogue: Catalogue, item: Item, summary: list[str]) -> None:
    assert summary_of(catalogue, item) == summary


def test_a_dispute_without_positions_is_weighed_by_its_mentions(catalogue: Catalogue) -> None:
    assert weight_line(catalogue, Item("dispute", "cyber")) == "1 mention"
    assert weight_line(catalogue, Item("dispute", "missile_defense")) == "3 statements"


def test_numbers_take_commas_and_the_plural() -> None:
    assert [counted(number, "mention") for number in (1, 2, 1550)] == ["1 mention", "2 mentions", "1,550 mentions"]


def test_the_months_are_those_in_which_an_item_is_named(catalogue: Catalogue) -> None:
    (value,) = facts(catalogue, Item("actor", "wendy-sherman"))["named"]
    assert value.bars == ()
    assert value.remarks[0].startswith("Jul 2021, ")
