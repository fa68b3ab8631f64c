from copy import deepcopy
from typing import Any

import pytest

from briefing.knowledge.lint import problems
from briefing.knowledge.loader import shipped_tables


@pytest.fixture(scope="module")
def shipped() -> dict[str, Any]:
    """Our tables, which have no faults of their own."""
    tables = shipped_tables()
    assert problems(tables) == []
    return tables


@pytest.fixture
def tables(shipped: dict[str, Any]) -> dict[str, Any]:
    """A copy of our tables to put faults into."""
    return deepcopy(shipped)


def only(tables: dict[str, Any]) -> str:
    """Return the one problem there is."""
    (problem,) = problems(tables)
    return problem


@pytest.mark.parametrize("name", ["", " ", " Ruritania", "Ruritania  Minor", "Ruri\ntania", None, True, 7])
def test_a_name_is_a_text_without_odd_blanks(tables: dict[str, Any], name: object) -> None:
    tables["states"]["fra"]["names"].append(name)
    assert only(tables).startswith("states: fra.names.1: expected a text")


def test_a_sign_is_no_name(tables: dict[str, Any]) -> None:
    tables["states"]["fra"]["names"].append("...")
    assert only(tables) == "state: fra: '...' is no name"


@pytest.mark.parametrize("alias", ["of", "Of", "us", "Who", "However"])
def test_a_common_word_is_no_alias(tables: dict[str, Any], alias: str) -> None:
    tables["international_bodies"]["who"]["aliases"].append(alias)
    assert f"organisation: who: {alias!r} is a common word" in problems(tables)


@pytest.mark.parametrize("alias", ["watchdog", "health body"])
def test_small_words_are_no_alias(tables: dict[str, Any], alias: str) -> None:
    tables["international_bodies"]["who"]["aliases"].append(alias)
    assert only(tables) == f"organisation: who: {alias!r} has no capital"


def test_an_abbreviation_may_look_like_a_common_word(tables: dict[str, Any]) -> None:
    assert "US" in tables["states"]["usa"]["names"]
    assert "WHO" in tables["international_bodies"]["who"]["aliases"]


def test_a_title_that_is_usually_one_states_is_a_title_of_several(tables: dict[str, Any]) -> None:
    tables["offices"]["usual"]["fra"] = ["Chancellor", "Grand Vizier"]
    assert only(tables) == "offices: usual.fra: 'Grand Vizier' is no title under any"


def test_a_form_of_two_entries_must_be_decided(tables: dict[str, Any]) -> None:
    tables["states"]["deu"]["names"].append("Gaul")
    tables["states"]["fra"]["names"].append("Gaul")
    assert only(tables) == "state: 'Gaul' is ambiguous, say in ambiguous.yaml which is meant: deu (state), fra (state)"
    tables["ambiguous"]["Gaul"] = {"reading": "fra", "why": "The Romans meant it."}
    assert problems(tables) == []


def test_forms_are_alike_however_their_apostrophes_and_blanks_stand(tables: dict[str, Any]) -> None:
    tables["places"]["fra"].append("Sana’a")
    assert "ambiguous" in only(tables)


def test_a_word_that_names_nobody_can_be_no_name(tables: dict[str, Any]) -> None:
    tables["places"]["fra"].append("Monday")
    assert only(tables).startswith("place: 'Monday' is")


def test_a_given_name_can_be_no_word(tables: dict[str, Any]) -> None:
    tables["given_names"]["english"].append("Christmas")
    assert only(tables).startswith("word: 'Christmas' is ambiguous")


def test_a_decision_needs_its_form(tables: dict[str, Any]) -> None:
    tables["ambiguous"]["Ruritania"] = {"reading": "fra", "why": "None."}
    assert only(tables) == "ambiguous: Ruritania: no table has it as fra"


@pytest.mark.parametrize("code", ["FRA", "fr", "f-r"])
def test_a_code_has_three_small_letters(tables: dict[str, Any], code: str) -> None:
    tables["states"][code] = {"name": "Ruritania"}
    assert only(tables).startswith(f"states: {code}: expected an ISO 3166-1 alpha-3 code")


def test_a_code_is_known_to_iso(tables: dict[str, Any]) -> None:
    tables["states"]["zzz"] = {"name": "Ruritania"}
    assert only(tables) == "states: zzz: no code of ISO 3166-1"


def test_no_member_state_is_missing(tables: dict[str, Any]) -> None:
    tables["states"] = {key: row for key, row in tables["states"].items() if key != "tuv"}
    assert only(tables).startswith("states: tuv: a member state")


@pytest.mark.parametrize(
    ("table", "change", "where"),
    [
        ("places", {"zzz": ["Ruritz"]}, "places: zzz"),
        ("media", {"ruritz": {"name": "Ruritz", "kind": "medium", "country": "zzz"}}, "media: ruritz.country"),
        ("instruments", {"pact": {"name": "Pact of Ruritz", "parties": ["zzz"]}}, "instruments: pact.parties.0"),
    ],
)
def test_a_country_is_one_of_the_states(tables: dict[str, Any], table: str, change: Any, where: str) -> None:
    tables[table].update(change)
    assert only(tables).startswith(f"{where}: expected the id of a state")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"name": "Ruritz"}, "expected a key kind"),
        ({"name": "Ruritz", "kind": "party", "alias": []}, "alias: expected one of"),
        ({"name": "Ruritz", "kind": "club"}, "kind: expected one of"),
        ({"name": "Ruritz", "kind": "party", "aliases": "R"}, "aliases: expected a list"),
        ([], "expected keys with values"),
    ],
)
def test_a_row_has_the_keys_of_its_table(tables: dict[str, Any], row: Any, fault: str) -> None:
    tables["media"]["ruritz"] = row
    assert fault in only(tables)


@pytest.mark.parametrize("key", ["Ruritz", "ruritz times", "ruritz-", ""])
def test_an_id_is_a_slug(tables: dict[str, Any], key: str) -> None:
    tables["media"][key] = {"name": "Ruritz Times", "kind": "medium"}
    assert "expected an id in lower case" in only(tables)


def test_an_id_is_given_once(tables: dict[str, Any]) -> None:
    tables["media"]["nato"] = {"name": "Ruritz Times", "kind": "medium"}
    assert only(tables) == "international_bodies: nato: the id is taken in media too"


def holder(**changes: Any) -> dict[str, Any]:
    return {"name": "Rudolf Elphberg", "country": "fra", "offices": [{"title": "King"}], **changes}


def test_an_office_holder_is_given_once(tables: dict[str, Any]) -> None:
    tables["office_holders"].extend([holder(), holder(country="deu")])
    assert only(tables) == "office_holders: two rows have one id"


def test_a_term_ends_after_it_begins(tables: dict[str, Any]) -> None:
    good = {"title": "King", "from": "1894-01-01", "to": "1894-01-01"}
    tables["office_holders"].append(holder(offices=[good]))
    assert problems(tables) == []
    tables["office_holders"][-1]["offices"].append({**good, "to": "1893-12-31"})
    assert only(tables) == "office_holders: Rudolf Elphberg: King: ends before it begins"


def test_a_date_is_a_date(tables: dict[str, Any]) -> None:
    tables["office_holders"].append(holder(offices=[{"title": "King", "from": 1894}]))
    assert "from: expected a date as YYYY-MM-DD" in only(tables)


def test_nothing_stands_twice_in_a_list(tables: dict[str, Any]) -> None:
    tables["states"]["fra"]["names"].extend(["Gaul", "Gaul"])
    assert only(tables) == "states.fra.names: 'Gaul' stands twice"


def test_a_name_is_not_its_own_alias(tables: dict[str, Any]) -> None:
    tables["states"]["fra"]["names"].append("France")
    assert only(tables) == "states.fra: 'France' is the name already"


def test_a_place_lies_in_one_state(tables: dict[str, Any]) -> None:
    tables["places"]["fra"].append("Geneva")
    assert only(tables) == "places: 'Geneva' stands in che and fra"
