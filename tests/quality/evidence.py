"""Whether all that an export says can be led back to its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def evidence_problems(export: Mapping[str, Any]) -> Iterator[str]:
    """Name items without evidence, evidence that does not lie where it says, and actors that do not exist."""
    documents = {document["id"] for document in export["documents"]}
    actors = {actor["id"] for actor in export["actors"]}
    for group in ("actors", "instruments", "disputes", "agenda"):
        for item in export[group]:
            if not item["evidence"]:
                yield f"{group} {item['id']}: no evidence"
            for evidence in item["evidence"]:
                if evidence["document"] not in documents or not _lies_in_sentence(evidence):
                    yield f"{group} {item['id']}: evidence does not lie at {evidence['start']}-{evidence['end']}"
    for actor in sorted(_named_actors(export) - actors):
        yield f"unknown actor {actor}"


def _lies_in_sentence(evidence: Mapping[str, Any]) -> bool:
    start, end = evidence["start"], evidence["end"]
    if not 0 <= start < end:
        return False
    begin = start - evidence["sentence_start"]
    return bool(evidence["sentence"][begin : begin + end - start] == evidence["text"])


def _named_actors(export: Mapping[str, Any]) -> set[str]:
    named = {position["actor"] for dispute in export["disputes"] for position in dispute["positions"]}
    named |= {party for dispute in export["disputes"] for party in dispute["parties"]}
    named |= {participant for item in export["agenda"] for participant in item["participants"]}
    named |= {statement["actor"] for statement in export["statements"]}
    return {actor for actor in named if actor}
