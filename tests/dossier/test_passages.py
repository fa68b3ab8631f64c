from dataclasses import replace

import pytest

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.passages import (
    entries_of,
    newest_passage,
    parted,
    passage_of_evidence,
    passage_of_statement,
    position_of,
)
from briefing.model import Span
from tests import factories


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(factories.briefing())


def test_evidence_leads_to_all_mentions_of_the_item_in_that_document(catalogue: Catalogue) -> None:
    evidence = catalogue.sentences_of(Item("actor", "rus"))[1]
    passage = passage_of_evidence(catalogue, Item("actor", "rus"), evidence)
    text = catalogue.documents[passage.document].text
    assert {text[mention.start : mention.end] for mention in passage.mentions} == {"Russia", "Moscow"}
    assert passage.mentions[passage.current] == Span(evidence.start, evidence.end)
    assert (passage.name, passage.rule, passage.statement) == ("Russia", "name", None)


def test_a_statement_leads_to_its_speaker_at_its_source(catalogue: Catalogue) -> None:
    statement = catalogue.positions_on("missile_defense")[0]
    passage = passage_of_statement(catalogue, statement)
    text = catalogue.documents[passage.document].text
    mention = passage.mentions[passage.current]
    assert text[mention.start : mention.end] == "Moscow"
    assert passage.sentence == statement.evidence.sentence
    assert passage.statement == statement.id


def test_a_statement_of_nobody_known_leads_to_its_source(catalogue: Catalogue) -> None:
    statement = replace(catalogue.positions_on("missile_defense")[0], actor=None)
    passage = passage_of_statement(catalogue, statement)
    assert passage.mentions == statement.source
    assert passage.name == "Moscow"


def test_a_source_without_a_name_in_it_is_marked_itself(catalogue: Catalogue) -> None:
    statement = catalogue.positions_on("missile_defense")[0]
    found = statement.evidence
    pronoun = replace(statement, source=(Span(found.start, found.start + 2),))
    passage = passage_of_statement(catalogue, pronoun)
    assert Span(found.start, found.start + 2) in passage.mentions
    assert passage.mentions[passage.current] == Span(found.start, found.start + 2)


def test_the_newest_position_goes_before_other_evidence_of_the_same_document(catalogue: Catalogue) -> None:
    passage = newest_passage(catalogue, Item("dispute", "missile_defense"))
    assert passage is not None
    assert passage.statement == catalogue.positions_on("missile_defense")[0].id


def test_newer_evidence_goes_before_an_older_position(catalogue: Catalogue) -> None:
    passage = newest_passage(catalogue, Item("dispute", "ukraine"))
    assert passage is not None
    assert catalogue.documents[passage.document].path == "talks.txt"
    assert passage.statement is None


def test_an_item_without_evidence_leads_nowhere(catalogue: Catalogue) -> None:
    assert newest_passage(catalogue, Item("actor", "nobody")) is None


def test_entries_do_not_repeat_the_sentences_of_statements(catalogue: Catalogue) -> None:
    entries = entries_of(catalogue, Item("actor", "rus"))
    told = {(said.document, said.evidence.sentence) for said in entries.statements}
    assert told
    assert not told & {(found.document, found.sentence) for found in entries.sentences}
    assert [catalogue.number(said.document) for said in entries.statements] == [1, 4]


def test_overlapping_spans_are_parted() -> None:
    assert parted([Span(5, 8), Span(0, 3), Span(1, 2), Span(0, 4)]) == (Span(0, 4), Span(5, 8))


def test_the_position_of_an_offset_is_the_last_mention_before_it() -> None:
    mentions = [Span(2, 4), Span(10, 12)]
    assert [position_of(mentions, offset) for offset in (0, 3, 9, 10, 99)] == [0, 0, 0, 1, 1]
