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


def parties_of(text: str, dispute: str) -> set[str]:
    (found,) = (found for found in findings_of(text).disputes if found.id == dispute)
    return set(found.parties)


def test_the_sides_of_a_dispute_stand_in_it_wherever_they_are_named() -> None:
    text = (
        "Poland condemned the attack on Mariupol. Ukraine thanked Warsaw, Ukraine said. "
        "Russia and the Russians did not comment."
    )
    assert parties_of(text, "ukraine") == {"pol", "ukr", "rus"}


def test_who_abstains_or_held_office_before_is_no_party() -> None:
    text = (
        "Japan condemned the cyberattack on the ministry. Brazil abstained.\n\n"
        "Former President Uhuru Kenyatta condemned the cyberattack as well."
    )
    assert parties_of(text, "cyber") == {"jpn"}


def test_a_sentence_without_a_term_is_on_what_the_article_is_about() -> None:
    text = (
        "Fighting went on in Ukraine and Russia shelled Kharkiv. Ukraine asked for weapons. Ukraine has no time.\n\n"
        "Russia had suspended the New START treaty in February.\n\nGermany rejected the charge."
    )
    (statement,) = (s for s in findings_of(text).statements if s.actor == "deu")
    assert statement.disputes == ("ukraine",)


def test_an_organ_stands_for_its_body_and_a_group_for_its_states() -> None:
    text = "The European Commission condemned the cyberattack. The E3 condemned the cyberattack."
    assert parties_of(text, "cyber") == {"eu", "deu", "fra", "gbr"}


def test_a_council_of_the_united_nations_is_the_place_of_a_dispute_and_no_party() -> None:
    text = "Estonia condemned the cyberattack. The UN Security Council condemned the cyberattack."
    assert parties_of(text, "cyber") == {"est"}


def test_an_army_is_a_party_where_an_armed_group_of_its_state_stands_against_it() -> None:
    text = "The Sudanese Armed Forces accused the Rapid Support Forces of atrocities in Sudan's Darfur."
    assert parties_of(text, "sudan") >= {"sudanese-armed-forces", "rapid-support-forces"}
    assert "sudanese-armed-forces" not in parties_of("The Sudanese Armed Forces condemned the coup in Sudan.", "sudan")


def test_one_sentence_that_only_names_a_country_is_no_dispute_about_it() -> None:
    text = (
        "UN experts accused North Korea of violating sanctions with missile launches. "
        "They are looking at arms sold to Sudan in violation of the sanctions. Chad rejected the sanctions."
    )
    assert "sudan" not in {dispute.id for dispute in findings_of(text).disputes}


def test_the_adjective_of_a_country_makes_no_dispute_about_it() -> None:
    text = "Norway accused Peru of sending Syrian mercenaries to attack Chad. Peru denied sending Syrian fighters."
    assert findings_of(text).disputes == ()


def test_neither_an_organ_nor_a_private_person_is_a_party_beside_who_they_belong_to() -> None:
    text = (
        "European Commission President Ursula von der Leyen condemned the cyberattack. "
        "Ukrainian lawmaker Andriy Derkach was accused of the cyberattack by Estonia."
    )
    assert parties_of(text, "cyber") == {"eu", "est"}


def test_who_is_named_once_in_passing_is_no_party_where_much_is_told() -> None:
    quarrel = (
        "Russia accuses Ukraine of shelling Donbas. Ukraine denies that it shelled Donbas. "
        "Russia condemned the shelling of Donbas by Ukraine. Ukraine rejected the accusation over Donbas. "
    )
    passing = "Fiji said that Donbas was far away."
    assert "fji" in parties_of(quarrel + passing, "ukraine")
    assert parties_of(quarrel * 4 + passing, "ukraine") == {"rus", "ukr"}
