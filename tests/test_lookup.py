from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefing.lookup import Found, FoundKind, Lookup, known_aliases
from briefing.model import Actor
from tests.factories import briefing, document


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup(briefing(), {"United States": ["America"], "NATO": ["OTAN"]})


def first(lookup: Lookup, query: str, kinds: Sequence[FoundKind] | None = None) -> Found:
    return lookup.search(query, kinds=kinds)[0]


def highlighted(found: Found) -> list[str]:
    return [found.text[start:end] for start, end in found.spans]


@pytest.mark.parametrize(
    ("query", "kind", "label"),
    [
        ("shermn", "person", "Wendy Sherman"),
        ("ryabkov sergei", "person", "Sergey Ryabkov"),
        ("Рябков", "person", "Sergey Ryabkov"),
        ("zelensky", "person", "Volodymyr Zelenskyy"),
        ("moscow", "state", "Russia"),
        ("state departmnt", "organisation", "State Department"),
        ("deputy foreign minister", "person", "Sergey Ryabkov"),
        ("missile", "dispute", "Missile defense"),
        ("newstart", "instrument", "New START"),
        ("geneva", "agenda", "Strategic stability talks"),
        ("donbas", "agenda", "Meeting of Volodymyr Zelenskyy and Vladimir Putin"),
    ],
)
def test_each_kind_is_found_by_what_it_is_called(lookup: Lookup, query: str, kind: str, label: str) -> None:
    found = first(lookup, query)

    assert (found.kind, found.label) == (kind, label)
    assert highlighted(found)


def test_a_name_and_a_role_together_find_the_person(lookup: Lookup) -> None:
    assert first(lookup, "sherman deputy secretary").label == "Wendy Sherman"


def test_an_agenda_item_is_found_by_a_participant(lookup: Lookup) -> None:
    found = first(lookup, "ryabkov", ["agenda"])

    assert found.id == "strategic-stability-talks-2021-07-28"
    assert highlighted(found) == ["Ryabkov"]


def test_a_sentence_is_found_with_its_place(lookup: Lookup) -> None:
    found = first(lookup, "insists limit misile defences")

    assert found.kind == "sentence"
    talks = briefing().documents[0]
    assert found.document == talks.id
    assert found.label == talks.title
    assert talks.text[found.start : found.end] == found.text
    assert found.text.startswith("Moscow insists")
    assert highlighted(found)[0] == "insists"


def test_a_sentence_over_two_lines_is_shown_on_one() -> None:
    wrapped = document("Talks", [["The two sides met\nin Geneva on Wednesday."]], path="a.txt")
    found = first(Lookup(replace(briefing(), documents=(wrapped,))), "sides met in geneva", ["sentence"])

    assert found.text == "The two sides met in Geneva on Wednesday."
    assert "".join(highlighted(found)) == "sidesmetinGeneva"


def test_actors_come_before_disputes_and_sentences(lookup: Lookup) -> None:
    kinds = [found.kind for found in lookup.search("ukraine")]

    assert kinds[:2] == ["state", "dispute"]
    assert "sentence" in kinds


def test_kinds_narrow_the_search(lookup: Lookup) -> None:
    assert {found.kind for found in lookup.search("ukraine", kinds=["dispute", "sentence"])} == {"dispute", "sentence"}


def test_each_item_is_listed_once_and_no_more_than_asked_for(lookup: Lookup) -> None:
    found = lookup.search("russia", limit=5)

    assert len(found) == 5
    assert len({(one.kind, one.id) for one in found}) == 5
    scores = [round(one.score) for one in found]
    assert scores == sorted(scores, reverse=True)


def test_of_equal_names_the_one_named_more_often_comes_first() -> None:
    evidence = briefing().actors[0].evidence
    seldom = Actor("john-smith-gbr", "person", "John Smith", country="GBR", evidence=evidence[:1])
    often = Actor("john-smith-usa", "person", "John Smith", country="USA", evidence=evidence[:3])

    found = Lookup(replace(briefing(), actors=(seldom, often))).search("smith", kinds=["person"])

    assert [one.id for one in found] == ["john-smith-usa", "john-smith-gbr"]


def test_a_canonical_name_comes_before_an_equal_alias() -> None:
    evidence = briefing().actors[0].evidence
    alias = Actor("republic-of-georgia", "organisation", "Caucasus Republic", aliases=("Georgia",), evidence=evidence)
    name = Actor("georgia-tech", "organisation", "Georgia", evidence=evidence[:1])

    found = Lookup(replace(briefing(), actors=(alias, name))).search("georgia", kinds=["organisation"])

    assert [one.id for one in found] == ["georgia-tech", "republic-of-georgia"]


def test_aliases_from_outside_find_what_the_articles_call_otherwise(lookup: Lookup) -> None:
    found = first(lookup, "america")

    assert (found.id, found.text, highlighted(found)) == ("usa", "United States", ["United States"])


@pytest.mark.parametrize(("name", "other"), [("Kyiv", "Kiev"), ("Myanmar", "Burma"), ("United Nations", "UN")])
def test_knowledge_knows_other_names(name: str, other: str) -> None:
    assert other in known_aliases()[name]


@pytest.mark.parametrize(
    ("query", "id_"),
    [
        ("rus", "rus"),
        ("Wendy-Sherman", "wendy-sherman"),
        ("missile_defense", "missile_defense"),
        ("  ryabkov ", "sergey-ryabkov"),
        ("Blinkn antony", "antony-blinken"),
        ("donbas-meeting", "donbas-meeting"),
    ],
)
def test_a_name_or_id_resolves_to_its_item(lookup: Lookup, query: str, id_: str) -> None:
    found = lookup.resolve(query)

    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize("query", ["Angela Merkel", "", "  ", "!?", "moscow insists limit"])
def test_what_is_not_there_resolves_to_nothing(lookup: Lookup, query: str) -> None:
    assert lookup.resolve(query) is None


@pytest.mark.parametrize("query", ["", " ", "[/]", "\x1b]0;", "a" * 5000, "’", "\u202e", "😀"])
def test_any_query_is_safe(lookup: Lookup, query: str) -> None:
    assert all(0 <= found.score <= 100 for found in lookup.search(query))


def test_an_empty_briefing_answers_nothing() -> None:
    empty = Lookup(replace(briefing(), documents=(), actors=(), disputes=(), agenda=(), instruments=()))

    assert empty.search("russia") == []
    assert empty.resolve("russia") is None


def test_spans_are_ordered_ranges_of_the_text(lookup: Lookup) -> None:
    for query in ("russ", "strategic talks wednesday", "зеленський", "putin meet"):
        for found in lookup.search(query):
            flat = [offset for span in found.spans for offset in span]
            assert flat == sorted(flat)
            assert all(span.end <= len(found.text) for span in found.spans)
