"""The rules of scoring, each on an annotation and an export of a few items."""

from __future__ import annotations

from typing import Any

import pytest

from tests.quality.evidence import evidence_problems
from tests.quality.matching import folded, same_sentence
from tests.quality.scoring import score_article
from tests.quality.tally import Tally

DEMAND = "Russia insists that any new agreement must limit American missile defenses."
VISIT = "Wendy Sherman will visit Seoul on Friday before she travels on to Switzerland."


def gold(**parts: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "published": "2021-07-21",
        "published_meta": "2021-07-21",
        "persons": [],
        "countries": [],
        "countries_optional": [],
        "organizations": [],
        "instruments": [],
        "instruments_alt": {},
        "disputes": [],
        "positions": [],
        "agenda": [],
        "ignore": {},
        "acceptable_sentences": [],
    }
    return empty | parts


def export(**parts: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "documents": [],
        "actors": [],
        "statements": [],
        "instruments": [],
        "disputes": [],
        "agenda": [],
    }
    return empty | parts


def actor(kind: str, name: str, **parts: Any) -> dict[str, Any]:
    return {"id": name.casefold(), "kind": kind, "name": name, "aliases": [], "role": None, "country": None} | parts


def person(name: str, **parts: Any) -> dict[str, Any]:
    """Return an annotated person."""
    return {"name": name, "aliases": [], "role": None, "country": None} | parts


RUSSIA = actor("state", "Russia", id="rus", country="RUS")


def position(kind: str, sentence: str = DEMAND, actor_id: str = "rus") -> dict[str, Any]:
    return {"actor": actor_id, "kind": kind, "evidence": {"sentence": sentence}}


def dispute(topic: str, *positions: dict[str, Any], parties: tuple[str, ...] = ("rus",)) -> dict[str, Any]:
    return {"id": topic, "parties": list(parties), "positions": list(positions), "evidence": [{"sentence": DEMAND}]}


def stance(kind: str = "demand", **parts: Any) -> dict[str, Any]:
    return {"actor": "RUS", "topic": "missile_defense", "kind": kind, "sentence": DEMAND} | parts


def event(kind: str = "visit", date: str | None = "2021-07-23", **parts: Any) -> dict[str, Any]:
    """Return an annotated agenda item."""
    return {
        "title": "visit to Seoul",
        "kind": kind,
        "date": date,
        "date_meta": date,
        "status": "upcoming",
        "sentence": VISIT,
    } | parts


def item(kind: str = "visit", start: str | None = "2021-07-23", **parts: Any) -> dict[str, Any]:
    """Return an exported agenda item."""
    date = None if start is None else {"start": start}
    return {"title": "t", "kind": kind, "date": date, "status": "to_come", "evidence": [{"sentence": VISIT}]} | parts


def score(wanted: dict[str, Any], got: dict[str, Any], dated: bool = False) -> Tally:
    return score_article("an article", wanted, got, dated)


def counts(tally: Tally, category: str) -> tuple[int, int, int]:
    """Return found, false, missed."""
    return tally.found[category], tally.false[category], tally.missed[category]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("The U.S. Treasury’s order", "us treasury order"),
        ("Zelénskyy", "zelenskyy"),
        ("  the  European Union, ", "european union"),
        ("U. S. officials", "us officials"),
        ("UNESCO", "unesco"),
        (None, ""),
    ],
)
def test_folding_takes_off_what_is_no_difference(written: str | None, plain: str) -> None:
    assert folded(written) == plain


def test_a_sentence_cut_short_is_the_same_unless_it_is_a_scrap() -> None:
    assert same_sentence(DEMAND, f"MOSCOW — {DEMAND}")
    assert not same_sentence("Russia insists", DEMAND)
    assert not same_sentence("", "")


def test_a_person_is_found_by_an_alias_and_its_full_name_is_counted_apart() -> None:
    sherman = person("Wendy Sherman", aliases=["Sherman"])
    tally = score(gold(persons=[sherman]), export(actors=[actor("person", "Sherman")]))
    assert counts(tally, "persons") == (1, 0, 0)
    assert tally.agreements["full name"] == [False]


def test_a_second_person_of_the_same_name_is_false() -> None:
    sherman = person("Sherman")
    twice = [actor("person", "Sherman"), actor("person", "Sherman", id="sherman-gbr")]
    assert counts(score(gold(persons=[sherman]), export(actors=twice)), "persons") == (1, 1, 0)


@pytest.mark.parametrize(
    ("role", "right"),
    [("Deputy Secretary of State", True), ("Secretary of State", True), ("spokeswoman", False), (None, False)],
)
def test_a_role_is_right_when_half_the_words_agree(role: str | None, right: bool) -> None:
    sherman = person("Sherman", role="Deputy Secretary of State")
    tally = score(gold(persons=[sherman]), export(actors=[actor("person", "Sherman", role=role)]))
    assert tally.agreements["role"] == [right]


def test_another_right_country_is_right_and_an_optional_one_is_not_counted() -> None:
    one = person("A", country="RUS", country_alt=["UKR"])
    two = person("B", country="RUS", country_optional=True)
    actors = [actor("person", "A", country="UKR"), actor("person", "B", country="USA")]
    assert score(gold(persons=[one, two]), export(actors=actors)).agreements["country"] == [True]


def test_what_is_optional_or_ignored_counts_neither_found_nor_false() -> None:
    optional = person("A", optional=True)
    wanted = gold(persons=[optional], ignore={"persons": ["the Bush"]}, countries_optional=["FRA"])
    actors = [actor("person", "A"), actor("person", "Bush"), actor("state", "France", country="FRA")]
    tally = score(wanted, export(actors=actors))
    assert counts(tally, "persons") == (0, 0, 0)
    assert counts(tally, "states") == (0, 0, 0)


def test_states_match_by_code_and_organisations_and_instruments_by_name() -> None:
    wanted = gold(
        countries=["RUS", "USA"],
        organizations=[{"name": "State Department", "aliases": []}],
        instruments=["New START"],
        instruments_alt={"New START": ["New START treaty"]},
    )
    got = export(
        actors=[RUSSIA, actor("organisation", "NATO"), actor("organisation", "the State Department")],
        instruments=[{"name": "New START Treaty", "aliases": []}],
    )
    tally = score(wanted, got)
    assert counts(tally, "states") == (1, 0, 1)
    assert counts(tally, "organisations") == (1, 1, 0)
    assert counts(tally, "instruments") == (1, 0, 0)


def test_a_dispute_outside_the_known_topics_is_not_scored() -> None:
    wanted = gold(disputes=[{"topic": "nato_expansion", "parties": ["RUS"]}])
    assert counts(score(wanted, export(disputes=[dispute("grain_corridor")])), "disputes") == (0, 0, 0)


def test_a_dispute_that_only_a_position_names_is_not_false() -> None:
    wanted = gold(positions=[stance(topic="cyber")])
    tally = score(wanted, export(actors=[RUSSIA], disputes=[dispute("cyber"), dispute("trade")]))
    assert counts(tally, "disputes") == (0, 1, 0)


def test_parties_agree_as_far_as_they_overlap() -> None:
    wanted = gold(disputes=[{"topic": "cyber", "parties": ["USA", "RUS"]}])
    tally = score(wanted, export(actors=[RUSSIA], disputes=[dispute("cyber")]))
    assert tally.agreements["parties"] == [0.5]


def test_a_position_matches_by_sentence_and_actor_and_its_kind_is_counted_apart() -> None:
    got = export(actors=[RUSSIA], disputes=[dispute("missile_defense", position("oppose"))])
    tally = score(gold(positions=[stance()]), got)
    assert counts(tally, "positions") == (1, 0, 0)
    assert tally.agreements["position kind"] == [False]
    assert tally.agreements["position dispute"] == [True]


def test_two_positions_of_one_actor_in_a_sentence_find_each_their_kind() -> None:
    got = export(actors=[RUSSIA], disputes=[dispute("missile_defense", position("demand"), position("accuse"))])
    tally = score(gold(positions=[stance("accuse"), stance("demand")]), got)
    assert counts(tally, "positions") == (2, 0, 0)
    assert tally.agreements["position kind"] == [True, True]


def test_a_position_on_two_disputes_counts_once() -> None:
    both = [dispute("arms_control", position("demand")), dispute("missile_defense", position("demand"))]
    assert counts(score(gold(positions=[stance()]), export(actors=[RUSSIA], disputes=both)), "positions") == (1, 0, 0)


def test_a_position_of_another_actor_is_false_but_in_an_acceptable_sentence() -> None:
    america = actor("state", "United States", id="usa", country="USA")
    got = export(
        actors=[RUSSIA, america],
        disputes=[dispute("trade", position("state", actor_id="usa"), position("state", VISIT))],
    )
    tally = score(gold(positions=[stance()], acceptable_sentences=[VISIT]), got)
    assert counts(tally, "positions") == (0, 1, 1)


def test_a_position_outside_the_known_topics_makes_its_sentence_acceptable() -> None:
    got = export(actors=[RUSSIA], disputes=[dispute("trade", position("state"))])
    assert counts(score(gold(positions=[stance(topic="us_relations")]), got), "positions") == (0, 0, 0)


def test_an_agenda_item_matches_by_sentence_and_kind() -> None:
    tally = score(gold(agenda=[event()]), export(agenda=[item(start="2021-07-30")]))
    assert counts(tally, "agenda") == (1, 0, 0)
    assert tally.agreements["agenda date"] == [False]
    assert tally.agreements["agenda status"] == [True]


def test_an_agenda_item_of_another_kind_matches_by_date_or_where_any_kind_will_do() -> None:
    assert counts(score(gold(agenda=[event("meeting")]), export(agenda=[item()])), "agenda") == (1, 0, 0)
    assert counts(score(gold(agenda=[event("meeting")]), export(agenda=[item(start=None)])), "agenda") == (0, 1, 1)
    assert counts(score(gold(agenda=[event("other", None)]), export(agenda=[item(start=None)])), "agenda") == (1, 0, 0)


@pytest.mark.parametrize(
    ("want", "start", "days", "right"),
    [
        ("2021-07", "2021-07-01", 0, True),
        ("2021", "2021-07-01", 0, True),
        ("2021-07-24", "2021-07-23", 0, False),
        ("2021-07-24", "2021-07-23", 1, True),
        ("2021-07", "2021-06-30", 1, False),
    ],
)
def test_a_date_is_right_at_the_precision_of_the_annotation(want: str, start: str, days: int, right: bool) -> None:
    wanted = gold(agenda=[event(date=want, date_tolerance_days=days)])
    assert score(wanted, export(agenda=[item(start=start)])).agreements["agenda date"] == [right]


def test_a_dated_article_is_scored_by_its_real_day() -> None:
    wanted = gold(published=None, agenda=[event(date=None, date_meta="2021-07-23")])
    got = export(agenda=[item(status="past")])
    assert score(wanted, got).agreements["agenda status"] == []
    assert score(wanted, got, dated=True).agreements["agenda status"] == [False]
    assert score(wanted, got, dated=True).agreements["agenda date"] == [True]


def test_a_proposal_in_the_sentence_of_a_position_is_not_false() -> None:
    proposal = item("proposal", evidence=[{"sentence": DEMAND}])
    assert counts(score(gold(positions=[stance()]), export(agenda=[proposal])), "agenda") == (0, 0, 0)
    assert counts(score(gold(), export(agenda=[proposal])), "agenda") == (0, 1, 0)


def test_figures_are_per_cents_and_an_empty_category_has_none_found() -> None:
    wanted = gold(countries=["RUS", "USA", "FRA"])
    figures = score(wanted, export(actors=[RUSSIA, actor("state", "Peru", country="PER")])).figures()
    assert (figures["states P"], figures["states R"], figures["states F1"]) == (50.0, 33.3, 40.0)
    assert (figures["agenda P"], figures["agenda F1"]) == (0.0, 0.0)
    assert "role acc" not in figures


def test_evidence_must_lie_in_its_sentence_and_actors_must_exist() -> None:
    good = {
        "document": "d",
        "start": 107,
        "end": 113,
        "text": "Russia",
        "sentence_start": 100,
        "sentence": "To go. Russia",
    }
    bad = good | {"start": 108, "end": 114}
    got = export(
        documents=[{"id": "d"}],
        actors=[RUSSIA | {"evidence": [good]}],
        instruments=[{"id": "x", "evidence": []}, {"id": "y", "evidence": [bad]}],
        statements=[{"actor": "usa"}, {"actor": None}],
    )
    assert list(evidence_problems(got)) == [
        "instruments x: no evidence",
        "instruments y: evidence does not lie at 108-114",
        "unknown actor usa",
    ]
