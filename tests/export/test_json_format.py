import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from briefing.export.json_format import render_json
from briefing.model import Briefing, Dispute, Skipped
from tests import factories

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "briefing-1.schema.json").read_text("utf-8"))


def exported(briefing: Briefing, *, with_text: bool = False) -> dict[str, Any]:
    data = json.loads("".join(render_json(briefing, with_text)))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    assert isinstance(data, dict)
    return data


def every_evidence(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "sentence_start" in value:
            yield value
        for inner in value.values():
            yield from every_evidence(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from every_evidence(inner)


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return exported(factories.briefing())


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_schema_refuses_a_missing_key(data: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    assert not validator.is_valid({key: value for key, value in data.items() if key != "as_of"})
    first = {key: value for key, value in data["actors"][0].items() if key != "role"}
    assert not validator.is_valid({**data, "actors": [first]})


def test_schema_allows_an_unknown_key(data: dict[str, Any]) -> None:
    assert jsonschema.Draft202012Validator(SCHEMA).is_valid({**data, "new": 1})


def test_empty_briefing_keeps_every_key() -> None:
    data = exported(Briefing(as_of=None, as_of_basis="unknown"))
    assert data["as_of"] is None
    assert data["documents"] == data["actors"] == data["agenda"] == []


def test_every_evidence_lies_where_it_says(data: dict[str, Any]) -> None:
    texts = {document.id: document.text for document in factories.documents()}
    found = list(every_evidence(data))
    assert len(found) > 50
    for evidence in found:
        start, end, base = evidence["start"], evidence["end"], evidence["sentence_start"]
        assert evidence["sentence"][start - base : end - base] == evidence["text"] != ""
        assert texts[evidence["document"]][start:end] == evidence["text"]


def test_evidence_counts_code_points() -> None:
    document = factories.document("Talks 🕊️", [["“Peace” – 🕊️ – said Russia."]], path="a.txt")
    briefing = Briefing(None, "unknown", (document,), actors=factories.actors_of([document]))
    (evidence,) = exported(briefing)["actors"][0]["evidence"]
    assert document.text[evidence["start"] : evidence["end"]] == evidence["text"] == "Russia"


def test_ids_that_are_named_exist(data: dict[str, Any]) -> None:
    actors = {actor["id"] for actor in data["actors"]}
    statements = {statement["id"] for statement in data["statements"]}
    named = {position["actor"] for dispute in data["disputes"] for position in dispute["positions"]}
    named |= {party for dispute in data["disputes"] for party in dispute["parties"]}
    assert named
    assert named <= actors
    assert {position["statement"] for dispute in data["disputes"] for position in dispute["positions"]} <= statements


def test_positions_are_the_statements_on_a_dispute(data: dict[str, Any]) -> None:
    (defense,) = (dispute for dispute in data["disputes"] if dispute["id"] == "missile_defense")
    assert [(position["actor"], position["kind"], position["plover"]) for position in defense["positions"]] == [
        ("rus", "demand", "REQUEST"),
        ("rus", "accuse", "ACCUSE"),
        ("nato", "deny", None),
    ]


def test_statement_of_nobody_known_is_no_position() -> None:
    briefing = factories.briefing()
    unknown = replace(briefing.statements[1], actor=None)
    data = exported(replace(briefing, statements=(unknown,)))
    assert data["statements"][0]["actor"] is None
    assert all(dispute["positions"] == [] for dispute in data["disputes"])


def test_dispute_without_evidence_is_left_out() -> None:
    assert exported(replace(factories.briefing(), disputes=(Dispute("cyber", "Cyber"),)))["disputes"] == []


def test_status_is_seen_from_the_as_of_date() -> None:
    briefing = factories.briefing()
    today = {item["id"]: item["status"] for item in exported(briefing)["agenda"]}
    item = next(item for item in briefing.agenda if item.date)
    assert item.date is not None
    later = exported(replace(briefing, as_of=item.date.end.replace(year=item.date.end.year + 1)))
    assert today[item.id] == "to_come"
    assert {one["id"]: one["status"] for one in later["agenda"]}[item.id] == "past"


def test_text_is_there_only_when_asked_for(data: dict[str, Any]) -> None:
    assert {document["text"] for document in data["documents"]} == {None}
    texts = [document["text"] for document in exported(factories.briefing(), with_text=True)["documents"]]
    assert texts == [document.text for document in factories.documents()]


def test_order_of_the_briefing_makes_no_difference() -> None:
    briefing = factories.briefing()
    shuffled = replace(
        briefing,
        actors=briefing.actors[::-1],
        statements=briefing.statements[::-1],
        agenda=briefing.agenda[::-1],
        disputes=briefing.disputes[::-1],
        instruments=briefing.instruments[::-1],
        skipped=briefing.skipped[::-1],
    )
    assert list(render_json(shuffled)) == list(render_json(briefing))


def test_hostile_paths_and_reasons_are_cleaned() -> None:
    briefing = replace(factories.briefing(), skipped=(Skipped("a\x1b[31m\n\udcff\u202e.pdf", "un\x07supported"),))
    (skipped,) = exported(briefing)["skipped"]
    assert skipped == {"path": "a\ufffd[31m\ufffd\ufffd\ufffd.pdf", "reason": "un\ufffdsupported"}
