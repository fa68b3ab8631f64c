import pytest

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.excerpt import excerpt_of
from briefing.model import Briefing
from tests import factories

ITEMS = [
    Item("actor", "rus"),
    Item("actor", "wendy-sherman"),
    Item("dispute", "missile_defense"),
    Item("agenda", "strategic-stability-talks-2021-07-28"),
]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(factories.briefing())


def named(briefing: Briefing) -> set[str]:
    """Return every actor that something in a briefing names by id."""
    return {
        *(party for dispute in briefing.disputes for party in dispute.parties),
        *(participant for item in briefing.agenda for participant in item.participants),
        *(name for one in briefing.statements for name in (one.actor, one.reported_by) if name),
        *(mention.actor for mentions in briefing.mentions.values() for mention in mentions),
    }


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_an_excerpt_hangs_together(catalogue: Catalogue, item: Item) -> None:
    excerpt = excerpt_of(catalogue, item)
    documents = {document.id for document in excerpt.documents}
    assert named(excerpt) <= {actor.id for actor in excerpt.actors}
    evidence = [
        *(actor.evidence for actor in excerpt.actors),
        *(dispute.evidence for dispute in excerpt.disputes),
        *(item.evidence for item in excerpt.agenda),
        *(instrument.evidence for instrument in excerpt.instruments),
    ]
    assert all(evidence)
    assert {found.document for several in evidence for found in several} <= documents
    assert {one.document for one in excerpt.statements} <= documents
    assert {role.from_document for actor in excerpt.actors for role in actor.roles} <= documents
    assert Catalogue(excerpt).thing(item) is not None


def test_an_excerpt_is_of_the_documents_that_name_the_item_and_says_so(catalogue: Catalogue) -> None:
    excerpt = excerpt_of(catalogue, Item("actor", "wendy-sherman"))
    assert [document.path for document in excerpt.documents] == ["talks.txt"]
    assert excerpt.narrowed == ("tied to Wendy Sherman",)
    assert excerpt.as_of == catalogue.briefing.as_of
    assert {actor.id for actor in excerpt.actors} >= {"wendy-sherman", "usa"}
    assert "volodymyr-zelenskyy" not in {actor.id for actor in excerpt.actors}


def test_a_dispute_brings_its_positions_along(catalogue: Catalogue) -> None:
    excerpt = excerpt_of(catalogue, Item("dispute", "missile_defense"))
    assert {one.id for one in excerpt.statements} == {one.id for one in catalogue.positions_on("missile_defense")}
