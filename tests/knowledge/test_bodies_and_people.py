from collections.abc import Iterable

import pytest

from briefing.knowledge.loader import load
from briefing.knowledge.tokens import tokenize


def entries(text: str, table: str) -> list[tuple[str, str]]:
    """Return the words and the id of each entry of one table that a text names."""
    tokens = tokenize(text)
    return [
        (text[tokens[match.first].start : tokens[match.last - 1].end], entry.id)
        for match in load().matcher.match(tokens)
        for entry in match.entries
        if entry.table == table
    ]


def ids(text: str, table: str) -> list[str]:
    return [key for _, key in entries(text, table)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The EU, the E.U. and the European Union", ["eu", "eu", "eu"]),
        ("NATO and Nato", ["nato", "nato"]),
        ("the UN, the U.N., the U. N. and the United Nations", ["un", "un", "un", "un"]),
        ("the U.N. Security Council, the UNSC and the Security Council", ["un-security-council"] * 3),
        ("The International Atomic Energy Agency (IAEA)", ["iaea", "iaea"]),
        ("the UN Human Rights Council and Human Rights Watch", ["un-human-rights-council", "human-rights-watch"]),
        ("the State Department, the Pentagon and the CIA", ["state-department", "defense-department", "cia"]),
        ("the Department of the Treasury and the Treasury", ["treasury-department", "treasury-department"]),
        ("China’s Ministry of State Security", ["mss"]),
        ("the Russian Foreign Ministry", ["russian-foreign-ministry"]),
        ("the National People's Congress and the African National Congress", ["npc", "anc"]),
        ("Islamic State of Iraq and the Levant, ISIL, Daesh", ["islamic-state"] * 3),
        ("al-Qaida in the Arabian Peninsula and Al Qaeda", ["aqap", "al-qaida"]),
        (
            "ITAR-Tass, RIA Novosti, The Washington Post, Aljazeera",
            ["tass", "ria-novosti", "washington-post", "al-jazeera"],
        ),
        ("the American Red Cross and the Red Cross", ["american-red-cross", "icrc"]),
        ("the Kurdistan regional government", ["kurdistan-regional-government"]),
        ("a Microsoft Exchange Server, says Microsoft", ["microsoft"]),
        ("the Trade and Technology Council", ["eu-us-trade-and-technology-council"]),
        ("GRU Unit 29155 and the GRU", ["gru-unit-29155", "gru"]),
        ("the High Representative of the Union for Foreign Affairs and Security Policy", []),
        ("who said it isis not", []),
    ],
)
def test_bodies_are_found_by_all_their_forms(text: str, expected: list[str]) -> None:
    assert ids(text, "organisation") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the New START treaty", [("New START treaty", "new-start")]),
        ("the 2015 Minsk agreements and the Minsk Package of Measures", ["minsk-agreements", "minsk-agreements"]),
        ("UN Security Council Resolution 2231", [("UN Security Council Resolution 2231", "resolution-2231")]),
        ("the Nuclear proliferation treaty, the NPT", ["npt", "npt"]),
        ("the UN Law of the Sea Convention and UNCLOS", ["unclos", "unclos"]),
        ("the Treaty of Lisbon, also known as the Reform Treaty", ["treaty-of-lisbon", "treaty-of-lisbon"]),
        ("the 1951 U.S.-Philippines Mutual Defense Treaty", ["us-philippines-mutual-defense-treaty"]),
        ("the Joint Comprehensive Plan of Action (JCPOA)", ["jcpoa", "jcpoa"]),
        ("Security Council resolution 2712 and UNSCR 2199", ["resolution-2712", "resolution-2199"]),
        ("the Logan Act and the Espionage Act", ["logan-act", "espionage-act"]),
        ("the North Atlantic Treaty Organization", []),
    ],
)
def test_instruments_are_found_by_all_their_forms(text: str, expected: list[str] | list[tuple[str, str]]) -> None:
    found = entries(text, "instrument")
    assert (found if expected and isinstance(expected[0], tuple) else [key for _, key in found]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sergey Ryabkov and Sergei Ryabkov", ["sergei-ryabkov"] * 2),
        ("Zelenskyy: Volodymyr Zelensky, Volodymyr Zelenskiy", ["volodymyr-zelenskyy"] * 2),
        ("Kim Jong Un and Kim Jong-un", ["kim-jong-un"] * 2),
        ("Joseph R. Biden, Jr. met Donald J. Trump", ["joe-biden", "donald-trump"]),
        ("Antony J. Blinken and Choi Jong Kun", ["antony-blinken", "choi-jong-kun"]),
        ("Mohammed ElBaradei met Abbas Araqchi", ["mohamed-elbaradei", "abbas-araghchi"]),
        ("Bashar Assad", ["bashar-al-assad"]),
    ],
)
def test_people_are_found_by_all_their_spellings(text: str, expected: list[str]) -> None:
    assert ids(text, "holder") == expected


def offices_in(text: str) -> list[str]:
    lowered = [token.text.lower() for token in tokenize(text)]
    return [match.entries[0].id for match in load().office_matcher.match_words(lowered)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US Secretary of State Antony Blinken", ["Secretary of State"]),
        ("the Vice Foreign Ministers of Japan and South Korea", ["Vice Foreign Minister"]),
        ("First Vice Foreign Minister Choi", ["First Vice Foreign Minister"]),
        ("Presidents Biden and Putin", ["President"]),
        ("General Secretary To Lam", ["General Secretary"]),
        ("Saudi Crown Prince Mohammed bin Salman", ["Crown Prince"]),
        ("the Chancellor of the Exchequer", ["Chancellor of the Exchequer"]),
    ],
)
def test_the_longest_office_is_found(text: str, expected: list[str]) -> None:
    assert offices_in(text) == expected


def test_an_office_of_one_state_says_whose_it_is() -> None:
    country = {office.title: office.country for office in load().offices.values()}
    assert country["Secretary of State"] == "usa"
    assert country["Taoiseach"] == "irl"
    assert country["Foreign Minister"] is None


def test_an_office_of_several_states_says_whose_it_usually_is() -> None:
    offices = {office.title: office for office in load().offices.values()}
    assert (offices["Foreign Secretary"].country, offices["Foreign Secretary"].usual) == (None, "gbr")


def ministries_in(text: str) -> list[str]:
    return [match.entries[0].id for match in load().ministry_matcher.match(tokenize(text))]


def test_ministries_are_found_in_both_word_orders_and_spellings() -> None:
    text = "Defense Ministry, Defence Ministry, Ministry of Defense, Ministry of Defence, Ministry of Foreign Affairs"
    assert ministries_in(text) == [
        "defense-ministry",
        "defence-ministry",
        "ministry-of-defense",
        "ministry-of-defence",
        "ministry-of-foreign-affairs",
    ]
    assert ministries_in("the ministry and the parliament") == []


def overlap(first: Iterable[str], second: Iterable[str]) -> set[str]:
    return set(first) & set(second)


def test_given_names_are_no_words_and_no_states_but_one() -> None:
    knowledge = load()
    state_names = {name for state in knowledge.states.values() for name in (state.name, *state.names, *state.capitals)}
    assert {"Wendy", "Sergei", "Mohammed", "Giorgia", "Xavier"} <= knowledge.given_names
    assert {"Kim", "Wang", "Nguyen", "Kishida"} <= knowledge.family_names_first
    assert overlap(knowledge.given_names, state_names) == {"Israel"}
    assert overlap(knowledge.given_names, knowledge.capitalised_words) == set()
    assert overlap(knowledge.given_names, {"May", "Will", "Grace", "Hope", "Rose", "The"}) == set()
