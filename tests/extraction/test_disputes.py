from briefing.extraction.topics import TopicFinder
from briefing.model import DisputeDefinition
from tests.extraction.reading import findings_of


def topics(term: str, text: str) -> bool:
    return bool(TopicFinder([DisputeDefinition("x", "X", (term,))]).find(text))


def test_terms_are_whole_words_with_plural_prefix_and_company() -> None:
    assert topics("cyberattack", "Two Cyberattacks were seen.")
    assert not topics("hack", "The shackles fell.")
    assert topics("tariff*", "A tariff-free zone")
    assert topics("missile defense", "U.S. missile\ndefenses")
    assert topics("election + interfer*", "alleged interference in U.S. elections")
    assert not topics("election + interfer*", "the election was calm")
    assert topics("Putin's war", "what Putin’s war is doing")


def test_parties_are_those_who_stand_in_it() -> None:
    found = findings_of("Russia accused the United States of a cyberattack on its grid. Switzerland hosted the talks.")
    (dispute,) = found.disputes
    assert (dispute.id, set(dispute.parties)) == ("cyber", {"rus", "usa"})


def test_a_mere_word_is_no_dispute() -> None:
    assert findings_of("The minister opened a conference on cyberspace in Nairobi, Kenya.").disputes == ()


def test_disputes_that_a_sentence_lists_are_found_with_the_countries_meant() -> None:
    text = (
        "The United States and Russia will meet. The two countries are embroiled in disputes "
        "ranging from cyberattacks to Ukraine and allegations of interference in U.S. elections."
    )
    found = {dispute.id: set(dispute.parties) for dispute in findings_of(text).disputes}
    assert found == {key: {"usa", "rus"} for key in ("cyber", "ukraine", "election_interference")}


def test_a_persons_position_makes_their_state_a_party() -> None:
    text = "French Foreign Minister Luc Morel condemned the cyberattack on Estonia."
    (dispute,) = findings_of(text).disputes
    assert set(dispute.parties) == {"fra", "est"}
