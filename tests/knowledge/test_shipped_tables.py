from functools import cache
from typing import Any

import pytest

from briefing.knowledge.iso import UN_MEMBERS
from briefing.knowledge.lint import problems
from briefing.knowledge.loader import TABLES, load, shipped_tables
from briefing.knowledge.tokens import tokenize
from briefing.paths import shipped_knowledge
from briefing.untrusted.yaml_loader import load_yaml


@cache
def readings(text: str) -> list[tuple[str, str, str]]:
    """Return what the shipped tables find in a text: the words, the table and the id."""
    tokens = tokenize(text)
    return [
        (text[tokens[match.first].start : tokens[match.last - 1].end], entry.table, entry.id)
        for match in load().matcher.match(tokens)
        for entry in match.entries
    ]


def states(text: str) -> list[str]:
    return [key for _, table, key in readings(text) if table == "state"]


def test_the_lint_finds_nothing_in_our_tables() -> None:
    assert problems(shipped_tables()) == []


@pytest.mark.parametrize("name", TABLES)
def test_no_key_is_given_twice(name: str) -> None:
    text = (shipped_knowledge() / f"{name}.yaml").read_text(encoding="utf-8")
    assert load_yaml(text, max_characters=1_000_000).data


def test_every_member_state_has_a_name_and_nearly_all_an_adjective_and_a_capital() -> None:
    members = [load().states[code] for code in UN_MEMBERS]
    assert len(members) == 193
    assert all(state.name and state.short for state in members)
    assert {state.id for state in members if not state.adjectives} == {"dma", "cog"}
    assert len([state for state in members if not state.capitals]) <= 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the People’s Republic of China and Taipei", ["chn", "twn"]),
        ("The DPRK, the ROK and the U.S. met.", ["prk", "kor", "usa"]),
        ("U.S.-China talks", ["usa", "chn"]),
        ("anti-Pyongyang leaflets", ["prk"]),
        ("It went to the U. S.", ["usa"]),
        ("Britons and the British in the UK", ["gbr", "gbr", "gbr"]),
        ("the Kremlin, the White House and the Elysée", ["rus", "usa", "fra"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea", ["gin", "gnb", "gnq", "png"]),
        ("Niger and Nigeria, Nigeriens and Nigerians", ["ner", "nga", "ner", "nga"]),
        ("Sudan and South Sudan", ["sdn", "ssd"]),
        ("Congo, the Republic of Congo and the Democratic Republic of Congo", ["cod", "cog", "cod"]),
        ("Dominica and the Dominican Republic", ["dma", "dom"]),
        ("Kyiv and Kiev", ["ukr", "ukr"]),
        ("Türkiye and Turkey", ["tur", "tur"]),
        ("Côte d’Ivoire", ["civ"]),
        ("Georgia and Tbilisi", ["geo", "geo"]),
        ("Washington, D.C., and Washington", ["usa", "usa"]),
        ("Northern Ireland and Ireland", ["irl"]),
        ("the Central African Republic", ["caf"]),
    ],
)
def test_states_are_found_by_all_their_forms(text: str, expected: list[str]) -> None:
    assert states(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Latin American and African American leaders of South America",
        "New Mexico, New England and New Jersey",
        "the Korean War, the Vietnam War and the Soviet Union",
        "the Indian Ocean, Lake Chad, the Jordan River and the Gulf of Guinea",
        "Korea and Koreans",
        "Atlanta, Georgia, and Georgia Gov. Brian Kemp",
        "Bosnian Serbs, Turkish Cypriots and ethnic Russians",
        "Washington State and George Washington University",
        "Male suspects, Victoria Nuland, us and them",
        "East Germany and South Vietnam",
    ],
)
def test_what_only_looks_like_a_state_is_none(text: str) -> None:
    assert states(text) == []


@pytest.mark.parametrize(
    ("place", "country"),
    [("Geneva", "che"), ("Camp David", "usa"), ("Tianjin", "chn"), ("Gaza Strip", "pse"), ("South China Sea", None)],
)
def test_places_know_their_state(place: str, country: str | None) -> None:
    assert (place, "place", place) in readings(f"in {place} today")
    assert load().places[place].country == country


def test_words_that_open_sentences_are_among_the_capitalised_ones() -> None:
    knowledge = load()
    assert {"However", "Meanwhile", "Friday", "July"} <= knowledge.sentence_openers < knowledge.capitalised_words
    assert "Muslim" in knowledge.capitalised_words - knowledge.sentence_openers


def test_no_table_holds_a_curly_apostrophe() -> None:
    def texts(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [text for key, entry in value.items() for text in (str(key), *texts(entry))]
        if isinstance(value, list):
            return [text for entry in value for text in texts(entry)]
        return [str(value)]

    assert [text for text in texts(shipped_tables()) if "’" in text] == []
