import pytest

from tests.extraction.reading import findings_of, persons


@pytest.mark.parametrize(
    ("sentence", "name", "role", "country"),
    [
        ("Norwegian Foreign Minister Kari Holmvik arrived on Monday.", "Kari Holmvik", "Foreign Minister", "NOR"),
        ("Chile's deputy trade minister, Rosa Quiroga, spoke.", "Rosa Quiroga", "deputy trade minister", "CHL"),
        ("Tomas Reznik, the Czech prime minister, left early.", "Tomas Reznik", "prime minister", "CZE"),
        ("Deputy Secretary of State Alma Burrell will travel.", "Alma Burrell", "Deputy Secretary of State", "USA"),
        ("President Ndube Okello of Kenya spoke first.", "Ndube Okello", "President", "KEN"),
        ("Japan's team is led by Vice Foreign Minister Kenta Morio.", "Kenta Morio", "Vice Foreign Minister", "JPN"),
        ("Peru's economy shrank. Finance Minister Luis Andrade resigned.", "Luis Andrade", "Finance Minister", "PER"),
    ],
)  # fmt: skip
def test_a_person_has_role_and_country(sentence: str, name: str, role: str, country: str) -> None:
    person = persons(sentence)[name]
    assert (person.role, person.country) == (role, country)


def test_a_title_in_the_plural_is_shared() -> None:
    found = persons("Presidents Marek Duda and Elena Sorin met in Vilnius.")
    assert {name: person.role for name, person in found.items()} == {
        "Marek Duda": "President",
        "Elena Sorin": "President",
    }


def test_the_family_name_means_the_person_named_in_full() -> None:
    (person,) = persons("Dutch envoy Pieter van der Aa spoke. Later van der Aa left.").values()
    assert len(person.evidence) == 2


def test_an_east_asian_family_name_stands_first() -> None:
    (person,) = persons("South Korean envoy Kim Min-jae spoke on Monday. Kim then left for home.").values()
    assert person.name == "Kim Min-jae"
    assert person.aliases == ("Kim",)


@pytest.mark.parametrize("name", ["He Lifeng", "Theresa May", "Gen Nakatani", "Penny Wong"])
def test_the_name_of_an_office_holder_may_hold_common_words(name: str) -> None:
    assert set(persons(f"{name} arrived on Monday. The talks with {name} began.")) == {name}


def test_two_persons_with_one_family_name_stay_two() -> None:
    found = persons("Analyst Maria Lopez met senator Jorge Lopez on Monday.")
    assert set(found) == {"Maria Lopez", "Jorge Lopez"}


def test_an_administration_is_a_state_and_no_person() -> None:
    actors = findings_of("The Biden administration wants new talks with Russia.").actors
    assert {(actor.kind, actor.id) for actor in actors} == {("state", "usa"), ("state", "rus")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Economic Forum opened in Geneva on Monday.",
        "Meanwhile Monday brought Heavy Rain to New York.",
        "Speaking in London, ministers from Israel and Jordan agreed.",
        "The USS Howard left Yokosuka Naval Base.",
        "The Security Council met on Friday.",
    ],
)
def test_capitals_alone_make_no_person(sentence: str) -> None:
    assert persons(sentence) == {}


def test_a_state_that_is_a_given_name_belongs_to_the_person() -> None:
    found = findings_of("Defence Minister Israel Katz spoke on Monday.").actors
    assert [(actor.kind, actor.name) for actor in found] == [("person", "Israel Katz")]


def test_a_name_with_particles_and_suffix_is_one() -> None:
    found = persons("Prime Minister Haider al-Abadi met Senator John B. Tyler, Jr. in Baghdad.")
    assert set(found) == {"Haider al-Abadi", "John B. Tyler, Jr"} or set(found) == {
        "Haider al-Abadi",
        "John B. Tyler, Jr.",
    }


def test_every_person_says_by_which_rule_it_was_read() -> None:
    found = persons("Norwegian Foreign Minister Kari Holmvik arrived.")
    assert [evidence.rule for evidence in found["Kari Holmvik"].evidence] == ["name after a title"]


def test_a_foreign_secretary_is_of_the_state_that_the_story_is_about() -> None:
    assert (
        persons("The Philippines protested. Foreign Secretary Ramon Bautista spoke.")["Ramon Bautista"].country == "PHL"
    )
    assert persons("Foreign Secretary Alan Pickworth spoke.")["Alan Pickworth"].country == "GBR"


def test_a_short_given_name_is_no_participle() -> None:
    assert set(persons("Ned Burrell, the Canadian envoy, spoke.")) == {"Ned Burrell"}


def test_a_ship_is_no_person() -> None:
    assert persons("The carrier USS Ronald Reagan left Japan.") == {}


def test_an_office_is_no_part_of_the_body_before_it() -> None:
    person = persons("U.S. House Speaker Alma Burrell landed in Taipei.")["Alma Burrell"]
    assert person.role is not None
    assert person.role.endswith("House Speaker")
    assert person.country == "USA"


def test_a_given_name_alone_goes_on_meaning_its_bearer() -> None:
    text = "Prime Minister Abiy Ahmed of Ethiopia spoke. Abiy rejected the report."
    assert persons(text)["Abiy Ahmed"].aliases == ("Abiy",)


def test_a_title_and_a_family_name_find_the_holder_without_a_date() -> None:
    found = findings_of("Washington condemned President Putin for the attack.", published=None)
    assert {actor.country for actor in found.actors if actor.kind == "person"} == {"RUS"}


def test_a_leader_named_by_family_name_alone_has_his_country() -> None:
    found = findings_of("Russia rejected the report. Putin said it was false.")
    assert {(actor.name, actor.country) for actor in found.actors if actor.kind == "person"} == {("Putin", "RUS")}


def test_a_spokesman_by_his_given_name_is_the_one_named_in_full() -> None:
    found = persons("Shimelis Kemal denied the report. Government spokesman Shimelis said that it was false.")
    assert set(found) == {"Shimelis Kemal"}


def test_a_full_name_in_a_list_of_persons_is_a_persons() -> None:
    found = persons("Foreign Minister Anna Berg, Xolani Zwartz and Qhubek Yontar met in Lisbon.")
    assert set(found) == {"Anna Berg", "Xolani Zwartz", "Qhubek Yontar"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Another expert was there, Bong Young-shik from an institute in Seoul.", "Bong Young-shik"),
        ("National Security Adviser H.R. Dunmore left.", "H.R. Dunmore"),
        ("Kenya's trade minister, Cheong In-kyo, left.", "Cheong In-kyo"),
        ("Deputy Foreign Minister for Trade and Deputy NEC Director Dalip Rao left.", "Dalip Rao"),
        ("Mohammed bin Abdulrahman bin Jassim Al Thani left.", "Mohammed bin Abdulrahman bin Jassim Al Thani"),
    ],
)
def test_long_and_hyphenated_names_are_whole(sentence: str, name: str) -> None:
    assert [actor.name for actor in findings_of(sentence).actors if actor.kind == "person"] == [name]


def test_a_school_named_after_a_person_is_a_body() -> None:
    found = findings_of("He taught at the Lee Kuan Yew School of Public Policy.").actors
    assert [(actor.kind, actor.name) for actor in found] == [
        ("organisation", "Lee Kuan Yew School of Public Policy"),
    ]
