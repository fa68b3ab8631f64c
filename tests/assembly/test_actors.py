"""The same persons and bodies in several documents, through the doors of reading, extraction and assembly."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.assembly import assemble
from briefing.assembly.actors import skeleton
from briefing.config.loading import shipped_settings
from briefing.extraction.extract import extract
from briefing.knowledge.loader import load
from briefing.model import Actor, Briefing
from briefing.reading.documents import read_text

DISPUTES = shipped_settings().disputes


def briefing_of(*texts: str) -> Briefing:
    """Return the briefing of articles published on the days after 1 March 2021, in their order."""
    documents = [
        read_text(f"News of the day\n\n{text}\n", published=date(2021, 3, 2 + n), path=f"{n}.txt")
        for n, text in enumerate(texts)
    ]
    findings = [extract(document, load(), DISPUTES) for document in documents]
    return assemble(documents, findings, disputes=DISPUTES)


def persons(briefing: Briefing) -> list[Actor]:
    return [actor for actor in briefing.actors if actor.kind == "person"]


@pytest.mark.parametrize(
    "other",
    [
        "Norwegian Foreign Minister Kari J. Holmvik spoke.",
        "Norwegian Foreign Minister Kari Holmwik spoke.",
        "Norwegian Foreign Minister Holmvik spoke.",
    ],
)
def test_one_person_under_several_spellings_is_one(other: str) -> None:
    (person,) = persons(briefing_of("Norwegian Foreign Minister Kari Holmvik spoke.", other))
    assert len(person.evidence) == 2


def test_two_persons_with_one_family_name_stay_two() -> None:
    found = persons(briefing_of("Chilean envoy Maria Lopez spoke.", "Chilean senator Jorge Lopez spoke."))
    assert {person.id for person in found} == {"maria-lopez", "jorge-lopez"}


def test_one_name_in_two_countries_is_two_persons_with_ids_of_their_own() -> None:
    found = persons(briefing_of("Chilean envoy Maria Lopez spoke.", "Mexican envoy Maria Lopez spoke."))
    assert {(person.country, person.id) for person in found} == {("CHL", "maria-lopez"), ("MEX", "maria-lopez-mex")}


def test_the_newest_role_is_the_role() -> None:
    texts = ("Norwegian envoy Kari Holmvik spoke.", "Norwegian Foreign Minister Kari Holmvik spoke.")
    for order in (texts, texts[::-1]):
        (person,) = persons(briefing_of(*order))
        assert person.role == ("Foreign Minister" if order is texts else "envoy")
        assert len(person.roles) == 2


def test_the_fullest_name_is_the_name_and_statements_follow_it() -> None:
    briefing = briefing_of("Norwegian envoy Kari Holmvik spoke.", "Norwegian envoy Kari J. Holmvik denied it.")
    (person,) = persons(briefing)
    assert (person.name, person.aliases) == ("Kari J. Holmvik", ("Kari Holmvik",))
    assert {statement.actor for statement in briefing.statements} == {person.id}


def test_documents_stand_newest_first_and_give_the_day_to_look_from() -> None:
    briefing = briefing_of("Chad spoke.", "Mali spoke.")
    assert [document.path for document in briefing.documents] == ["1.txt", "0.txt"]
    assert (briefing.as_of, briefing.as_of_basis) == (date(2021, 3, 3), "newest document")


def test_every_actor_that_is_named_exists() -> None:
    briefing = briefing_of(
        "Russia accused the United States of a cyberattack. Norwegian envoy Kari Holmvik condemned the cyberattack.",
        "Russia and the United States will hold talks in Geneva on Wednesday.",
    )
    known = {actor.id for actor in briefing.actors}
    named = {s.actor for s in briefing.statements if s.actor} | {p for d in briefing.disputes for p in d.parties}
    named |= {participant for item in briefing.agenda for participant in item.participants}
    assert named <= known


def test_spellings_of_one_name_have_one_skeleton() -> None:
    assert skeleton("riabkov") == skeleton("ryabkov")
    assert skeleton("zelensky") == skeleton("zelenskyy")
    assert skeleton("lopez") != skeleton("lavrov")
