from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.disagreements import disagreements_of
from briefing.model import Briefing, Evidence
from tests import factories
from tests.dossier.articles import catalogue_of
from tests.growth import assert_linear

MEETING = (
    "WASHINGTON — U.S. Secretary of State Antony Blinken will meet Russian Foreign Minister Sergey Lavrov in Reykjavik "
    "on May 20, 2021, the State Department said on Tuesday."
)
EXPELLED = "MOSCOW — Russia said on Friday that it would expel ten American diplomats in reply to sanctions."
TROOPS = "MOSCOW — Russia agreed on Friday to withdraw its troops from the border with Ukraine."


def found(catalogue: Catalogue) -> list[tuple[str, str, list[str]]]:
    return [
        (one.about, one.subject, [version.value for version in one.versions]) for one in disagreements_of(catalogue)
    ]


def test_two_days_for_one_meeting() -> None:
    catalogue = catalogue_of(("2021-05-11", MEETING), ("2021-05-12", MEETING.replace("May 20", "May 21")))
    ((about, subject, values),) = found(catalogue)
    assert about == "date"
    assert "Blinken" in subject
    assert values == ["Fri 21 May 2021", "Thu 20 May 2021"]


def test_two_places_for_one_meeting() -> None:
    catalogue = catalogue_of(("2021-05-11", MEETING), ("2021-05-12", MEETING.replace("Reykjavik", "Vienna")))
    assert [(about, values) for about, _, values in found(catalogue)] == [("place", ["Vienna", "Reykjavik"])]


def test_two_days_for_the_end_of_a_treaty() -> None:
    catalogue = catalogue_of(
        ("2021-04-16", "MOSCOW — Russia said the New START treaty expires on February 5, 2026."),
        ("2021-04-17", "WASHINGTON — The New START treaty expires on February 4, 2026, the State Department said."),
    )
    assert found(catalogue) == [("date", "New START treaty expires", ["Wed 4 Feb 2026", "Thu 5 Feb 2026"])]


def test_two_numbers_for_one_deed() -> None:
    other = "MOSCOW — Russia on Friday expelled 12 U.S. diplomats in reply to sanctions, the Foreign Ministry said."
    catalogue = catalogue_of(("2021-04-16", EXPELLED), ("2021-04-16", other))
    assert found(catalogue) == [("number", "diplomats", ["ten American diplomats", "12 U.S. diplomats"])]


def test_two_numbers_for_one_exercise_in_the_words_of_each() -> None:
    text = "Russia will hold the Zapad-2021 exercise on September 10-16, 2021 with {} troops."
    catalogue = catalogue_of(("2021-04-16", text.format("12,800")), ("2021-04-20", text.format("about 200,000")))
    assert found(catalogue) == [("number", "Zapad-2021 exercise", ["about 200,000 troops", "12,800 troops"])]


def test_two_stances_of_one_actor_read_as_they_were_taken() -> None:
    other = TROOPS.replace("agreed on Friday", "refused on Saturday")
    catalogue = catalogue_of(("2021-04-16", TROOPS), ("2021-04-17", other))
    assert found(catalogue) == [("stance", "Russia", ["oppose", "agree"])]
    (disagreement,) = disagreements_of(catalogue)
    assert "refused on Saturday to withdraw its troops" in disagreement.versions[0].sentence


@pytest.mark.parametrize("headline", ["", "Blinken and Lavrov to meet\n\n"])
def test_a_version_leads_to_the_sentence_that_gives_it(headline: str) -> None:
    articles = (f"{headline}{MEETING}", f"{headline}{MEETING}".replace("May 20", "May 21"))
    catalogue = catalogue_of(("2021-05-11", articles[0]), ("2021-05-12", articles[1]))
    (disagreement,) = disagreements_of(catalogue)
    for version in disagreement.versions:
        sentence = catalogue.text(version.evidence.document, version.evidence.sentence)
        assert version.sentence == sentence
        assert ("May 21" if "21 May" in version.value else "May 20") in sentence


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param([("2021-05-11", MEETING), ("2021-05-12", MEETING)], id="the same"),
        pytest.param(
            [("2021-05-11", MEETING), ("2021-05-21", MEETING.replace("May 20", "May 24"))],
            id="one told before the other's day",
        ),
        pytest.param(
            [("2021-05-11", MEETING), ("2021-05-12", MEETING.replace("May 20", "June 20"))], id="a month apart"
        ),
        pytest.param(
            [("2021-05-11", MEETING), ("2021-05-12", MEETING.replace("Sergey Lavrov", "Sergey Ryabkov"))],
            id="other people",
        ),
        pytest.param(
            [("2021-05-11", MEETING), ("2021-05-12", MEETING.replace("on May 20, 2021", "in May 2021"))],
            id="a coarser date",
        ),
        pytest.param(
            [("2021-04-16", EXPELLED), ("2021-04-19", EXPELLED.replace("ten", "12"))],
            id="numbers days apart",
        ),
        pytest.param(
            [("2021-04-16", EXPELLED), ("2021-04-16", EXPELLED.replace("ten", "at least eight"))],
            id="a number within the bounds of the other",
        ),
        pytest.param(
            [("2021-04-16", EXPELLED), ("2021-04-16", EXPELLED.replace("Russia", "Poland").replace("ten", "12"))],
            id="deeds of two states",
        ),
        pytest.param(
            [("2021-04-16", TROOPS), ("2021-06-17", TROOPS.replace("agreed on Friday", "refused on Saturday"))],
            id="a mind changed in two months",
        ),
        pytest.param(
            [("2021-04-16", TROOPS), ("2021-04-17", "MOSCOW — Russia refused on Saturday to recall its ambassador.")],
            id="stances on different things",
        ),
    ],
)
def test_what_is_no_disagreement(articles: list[tuple[str, str]]) -> None:
    assert found(catalogue_of(*articles)) == []


def test_one_document_does_not_disagree_with_itself() -> None:
    both = f"{MEETING} {MEETING.replace('May 20', 'May 21')} {EXPELLED} {EXPELLED.replace('ten', '12')}"
    assert found(catalogue_of(("2021-05-11", both))) == []


def test_sample_briefing_has_no_made_up_disagreement() -> None:
    assert found(Catalogue(factories.briefing())) == []


def clones(number: int) -> Briefing:
    """Return the sample briefing many times over, each time a day earlier, as if by other publishers."""
    briefing = factories.briefing()
    keys = {document.id: [f"{document.id}-{copy}" for copy in range(number)] for document in briefing.documents}

    def moved(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(replace(one, document=key) for one in evidence for key in keys[one.document])

    return replace(
        briefing,
        documents=tuple(
            replace(document, id=key, published=document.published and document.published - timedelta(copy))
            for document in briefing.documents
            for copy, key in enumerate(keys[document.id])
        ),
        mentions={key: briefing.mentions[document] for document in keys for key in keys[document]},
        actors=tuple(replace(actor, roles=(), evidence=moved(actor.evidence)) for actor in briefing.actors),
        instruments=(),
        disputes=(),
        statements=tuple(
            replace(said, id=f"{said.id}-{key}", document=key, evidence=replace(said.evidence, document=key))
            for said in briefing.statements
            for key in keys[said.document]
        ),
        agenda=tuple(
            replace(item, id=f"{item.id}-{copy}", evidence=moved(item.evidence)[copy : copy + 1])
            for item in briefing.agenda
            for copy in range(number)
        ),
    )


def test_many_documents_take_no_more_time_each() -> None:
    def prepare(number: int) -> Callable[[], object]:
        catalogue = Catalogue(clones(number))
        return lambda: disagreements_of(catalogue)

    assert_linear(prepare, 60)
