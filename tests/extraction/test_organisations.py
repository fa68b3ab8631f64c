import pytest

from tests.extraction.reading import findings_of, organisations


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Russian Foreign Ministry said so.", {"Russian Foreign Ministry"}),
        ("The Ministry of Foreign Affairs of Japan said so.", {"Ministry of Foreign Affairs of Japan"}),
        ("The National Electoral Board of Ethiopia met.", {"National Electoral Board of Ethiopia"}),
        ("An Arbitral Tribunal ruled on Monday.", {"Arbitral Tribunal"}),
        ("The Bank of England met.", {"Bank of England"}),
        ("NATO and the EU met.", {"NATO", "EU"}),
        ("The Iranian government said so.", set()),
        ("The Geneva Summit ended.", set()),
    ],
)
def test_bodies_are_known_or_have_a_head(sentence: str, found: set[str]) -> None:
    assert organisations(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Philippine Senate ratified it.", {("Philippine Senate", "PHL")}),
        ("Congress and the U.S. Senate ratified it.", {("Congress", "USA"), ("U.S. Senate", "USA")}),
        ("The Senate of Canada ratified it.", {("Senate of Canada", "CAN")}),
        ("Armenia's Security Council met.", {("Armenia's Security Council", "ARM")}),
        ("The Security Council met in New York.", {("Security Council", None)}),
        ("Iran ignored UN Security Council Resolution 2231.", set()),
        ("South Korea convened the National Security Council.", {("National Security Council", "KOR")}),
        ("Greece spoke. The motion goes to Parliament.", set()),
        ("Japan sent Chief Cabinet Secretary Akira Mori.", set()),
        ("U.S. Treasury Secretary Alma Burrell met Secretary of the Treasury aides.", set()),
    ],
)
def test_a_body_that_every_state_has_belongs_to_the_state_named_with_it(
    sentence: str, found: set[tuple[str, str | None]]
) -> None:
    actors = findings_of(sentence).actors
    assert {(actor.name, actor.country) for actor in actors if actor.kind == "organisation"} == found


def test_an_acronym_in_brackets_is_an_alias() -> None:
    (body,) = findings_of("The Lake Chad Monitoring Commission (LCMC) met. The LCMC then rose.").actors
    assert body.name == "Lake Chad Monitoring Commission"
    assert body.aliases == ("LCMC",)
    assert len(body.evidence) == 3


def test_the_fullest_form_is_the_name() -> None:
    (body,) = findings_of("The IAEA met. The International Atomic Energy Agency then rose.").actors
    assert (body.id, body.name, body.aliases) == ("iaea", "International Atomic Energy Agency", ("IAEA",))


def test_a_ministry_alone_is_the_one_named_with_its_state() -> None:
    bodies = [
        a
        for a in findings_of("The Turkish Foreign Ministry spoke. The Foreign Ministry said more.").actors
        if a.kind == "organisation"
    ]
    assert [(body.name, body.country, len(body.evidence)) for body in bodies] == [
        ("Turkish Foreign Ministry", "TUR", 2)
    ]


def test_a_medium_that_signs_a_picture_is_no_actor() -> None:
    assert organisations("The envoy smiles. (Foreign Ministry Press Office via AP)") & {"AP"} == set()


def test_the_day_is_no_part_of_a_bodys_name() -> None:
    found = organisations("The Zenda Board of Governors on Thursday passed a resolution.")
    assert found == {"Zenda Board of Governors"}


def test_the_seat_of_a_body_that_is_named_speaks_for_it() -> None:
    text = "The European Union met. Brussels rejected it. Officials in Brussels denied it. Talks in Brussels ended."
    assert [s.actor for s in findings_of(text).statements] == ["eu", "eu"]
    assert len([m for m in findings_of(text).mentions if m.actor == "eu"]) == 2
