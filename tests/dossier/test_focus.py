import pytest

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.focus import tied_to
from tests import factories


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(factories.briefing())


def test_a_person_is_tied_to_their_agenda_and_those_who_take_part(catalogue: Catalogue) -> None:
    tied = tied_to(catalogue, Item("actor", "wendy-sherman"))
    assert tied.agenda == {"strategic-stability-talks-2021-07-28", "meeting-2021-07-25"}
    assert tied.actors == {"wendy-sherman", "usa", "rus", "sergey-ryabkov", "chn"}


def test_a_person_is_tied_to_a_dispute_on_which_they_speak(catalogue: Catalogue) -> None:
    assert tied_to(catalogue, Item("actor", "volodymyr-zelenskyy")).disputes == {"ukraine"}
    assert tied_to(catalogue, Item("actor", "antony-blinken")).disputes == {"arms_control"}


def test_a_state_is_tied_to_its_people_and_to_the_other_parties_of_its_disputes(catalogue: Catalogue) -> None:
    tied = tied_to(catalogue, Item("actor", "rus"))
    assert {"vladimir-putin", "sergey-ryabkov", "russian-foreign-ministry"} <= tied.actors
    assert {"nato", "usa"} <= tied.actors
    assert "cyber" in tied.disputes


def test_a_dispute_is_tied_to_its_parties_and_its_speakers_under_their_states(catalogue: Catalogue) -> None:
    tied = tied_to(catalogue, Item("dispute", "ukraine"))
    assert tied.actors == {"nato", "rus", "ukr", "volodymyr-zelenskyy", "jens-stoltenberg"}
    assert tied.disputes >= {"ukraine"}
    assert "cyber" in tied.disputes, "they are named in one sentence"


def test_an_agenda_item_is_tied_to_its_participants_and_to_what_else_they_do(catalogue: Catalogue) -> None:
    tied = tied_to(catalogue, Item("agenda", "meeting-2021-07-25"))
    assert tied.actors == {"wendy-sherman", "usa", "chn"}
    assert tied.agenda == {"meeting-2021-07-25", "strategic-stability-talks-2021-07-28"}


def test_an_actor_that_the_briefing_does_not_have_is_tied_to_nothing(catalogue: Catalogue) -> None:
    tied = tied_to(catalogue, Item("actor", "nobody"))
    assert not tied.actors | tied.disputes | tied.agenda
