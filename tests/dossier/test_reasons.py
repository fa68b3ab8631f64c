from dataclasses import replace

import pytest

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.reasons import Reason, Words, plain_rule, reason_of_evidence, reason_of_statement
from tests import factories


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(factories.briefing())


def test_reason_of_a_mention_is_its_words_and_rule(catalogue: Catalogue) -> None:
    evidence = catalogue.sentences_of(Item("actor", "wendy-sherman"))[0]
    assert reason_of_evidence(catalogue, evidence) == Reason((Words("Wendy Sherman"),), evidence.rule)


def test_reason_of_a_statement_is_who_how_and_what(catalogue: Catalogue) -> None:
    statement = catalogue.positions_on("missile_defense")[0]
    assert reason_of_statement(catalogue, statement).words == (
        Words("Moscow", "source"),
        Words("insists", "cue"),
        Words("that a new agreement must limit U.S. missile defenses", "content"),
    )


def test_part_that_a_statement_lacks_is_not_told(catalogue: Catalogue) -> None:
    statement = replace(catalogue.positions_on("missile_defense")[0], source=(), cue=())
    assert [words.part for words in reason_of_statement(catalogue, statement).words] == ["content"]


def test_pieces_are_joined_and_line_ends_become_blanks(catalogue: Catalogue) -> None:
    statement = catalogue.positions_on("missile_defense")[0]
    document = catalogue.documents[statement.document]
    broken = replace(document, text=document.text.replace("new agreement", "new\nagreement"))
    briefing = replace(
        catalogue.briefing,
        documents=tuple(broken if found.id == document.id else found for found in catalogue.briefing.documents),
    )
    (content,) = statement.content
    end = content.start + len("that a new agreement")
    parted = replace(statement, content=(content._replace(end=end), content._replace(start=content.end - 8)))
    assert reason_of_statement(Catalogue(briefing), parted).words[-1] == Words(
        "that a new agreement … defenses", "content"
    )


@pytest.mark.parametrize(
    ("rule", "plain"),
    [
        ("actor + insist + clause", "an actor, “insist” and a clause"),
        ("actor + call for + clause", "an actor, “call for” and a clause"),
        ("actor + say + quotation", "an actor, “say” and a quotation"),
        ("meeting: noun", "a noun that tells of a meeting"),
        ("exercise: verb", "a verb that tells of an exercise"),
        ("other: noun", "a noun that tells of some other event"),
        ("treaty: limit", "a time limit of a treaty"),
        ("name of a state", "name of a state"),
    ],
)
def test_rule_in_plain_words(rule: str, plain: str) -> None:
    assert plain_rule(rule) == plain
