from dataclasses import replace

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.kinds import LEANS, LETTERS, count_kinds
from briefing.dossier.names import shipped_state_names, short_name
from briefing.model import PLOVER, Actor, StateName
from tests import factories

STATES = shipped_state_names()


def test_states_are_short_by_table_bodies_by_abbreviation_and_persons_by_one_word() -> None:
    assert short_name(Actor("usa", "state", "United States"), STATES) == "US"
    assert short_name(Actor("eu", "organisation", "European Union", ("Brussels", "EU")), STATES) == "EU"
    assert short_name(Actor("x", "person", "Choi Jong Kun", ("Minister Choi", "Choi")), STATES) == "Choi"


def test_a_name_without_a_shorter_form_stays_whole() -> None:
    assert short_name(Actor("y", "person", "Avril Haines"), STATES) == "Avril Haines"
    assert short_name(Actor("state-department", "organisation", "State Department"), STATES) == "State Department"


def test_a_country_has_a_name_and_an_unknown_code_stays() -> None:
    catalogue = Catalogue(factories.briefing())
    assert catalogue.state_name("USA") == catalogue.state_name("usa") == "United States"
    assert catalogue.state_name("zzz") == "zzz"


def test_states_are_called_as_the_briefing_says() -> None:
    briefing = replace(factories.briefing(), states={"usa": StateName("Columbia", "Col")})
    assert Catalogue(briefing).state_name("USA") == "Columbia"
    assert Catalogue(briefing).short("usa") == "Col"


def test_every_kind_of_statement_has_a_letter_of_its_own_and_a_lean() -> None:
    assert set(LETTERS) == set(LEANS) == set(PLOVER)
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_kinds_are_counted_in_one_order() -> None:
    statements = [said for said in factories.briefing().statements if "missile_defense" in said.disputes]
    assert count_kinds(reversed(statements)) == (("demand", 1), ("accuse", 1), ("deny", 1))
