from collections import Counter
from dataclasses import replace
from typing import Any

import networkx
import pytest

from briefing.export.escaping import plain_line
from briefing.export.graphml_format import render_graphml
from briefing.model import Briefing
from tests import factories
from tests.export.hostile import HOSTILE, hostile_briefing


def graph_of(briefing: Briefing) -> Any:
    return networkx.parse_graphml("".join(render_graphml(briefing)))


@pytest.fixture(scope="module")
def graph() -> Any:
    return graph_of(factories.briefing())


def test_actors_disputes_and_statements_are_nodes(graph: Any) -> None:
    briefing = factories.briefing()
    assert Counter(data["type"] for _, data in graph.nodes(data=True)) == {
        "actor": len(briefing.actors),
        "dispute": len(briefing.disputes),
        "statement": len(briefing.statements),
    }
    assert graph.is_directed()


def test_who_says_what_on_which_dispute_can_be_walked(graph: Any) -> None:
    said = [
        (statement, dispute)
        for _, statement, relation in graph.out_edges("actor:nato", data="relation")
        if relation == "says"
        for _, dispute, on in graph.out_edges(statement, data="relation")
        if on == "on"
    ]
    ((statement, dispute),) = said
    assert dispute == "dispute:missile_defense"
    assert graph.nodes[statement]["kind"] == "deny"
    assert graph.nodes[statement]["sentence"] == "NATO denies that its missile defense is directed at Russia."
    assert graph.nodes[statement]["negated"] is False


def test_parties_stand_in_a_dispute_by_how_much_they_say(graph: Any) -> None:
    weights = {
        source: data["weight"]
        for source, _, data in graph.in_edges("dispute:missile_defense", data=True)
        if data["relation"] == "party_to"
    }
    assert weights == {"actor:rus": 2, "actor:nato": 1, "actor:usa": 0}


def test_people_belong_to_their_state(graph: Any) -> None:
    assert graph.edges["actor:sergey-ryabkov", "actor:rus"]["relation"] == "of"
    assert not graph.has_edge("actor:rus", "actor:rus")


def test_who_reports_is_told_apart_from_who_says() -> None:
    briefing = factories.briefing()
    graph = graph_of(replace(briefing, statements=(replace(briefing.statements[1], reported_by="nato"),)))
    (statement,) = [node for node, kind in graph.nodes(data="type") if kind == "statement"]
    assert graph.edges["actor:nato", statement]["relation"] == "reports"
    assert graph.edges["actor:usa", statement]["relation"] == "says"


def test_statement_of_nobody_known_has_no_speaker() -> None:
    briefing = factories.briefing()
    graph = graph_of(replace(briefing, statements=(replace(briefing.statements[1], actor=None),)))
    (statement,) = [node for node, kind in graph.nodes(data="type") if kind == "statement"]
    assert list(graph.in_edges(statement)) == []


def test_empty_briefing_is_an_empty_graph() -> None:
    assert len(graph_of(Briefing(None, "unknown"))) == 0


def test_hostile_text_is_text() -> None:
    graph = graph_of(hostile_briefing())
    assert graph.nodes["actor:one"]["label"] == plain_line(HOSTILE)
    assert len(graph) == 4
