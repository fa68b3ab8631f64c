from dataclasses import replace

import pytest

from briefing.dossier.attribution import quote_evidence, quote_statement, source_line, words_of
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.passages import passage_of_statement
from briefing.model import Statement
from tests import factories


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(factories.briefing())


@pytest.fixture(scope="module")
def quoted(catalogue: Catalogue) -> Statement:
    return next(statement for statement in catalogue.statements.values() if statement.quoted)


def test_quoted_words_are_the_speakers(catalogue: Catalogue, quoted: Statement) -> None:
    expected = '"The treaty makes the world safer" - Antony Blinken, State Department, 3 Feb 2021'
    assert quote_statement(catalogue, quoted) == expected
    assert words_of(catalogue, passage_of_statement(catalogue, quoted)) == expected


def test_words_told_by_the_publisher_are_the_whole_sentence(catalogue: Catalogue) -> None:
    statement = catalogue.positions_on("missile_defense")[0]
    expected = '"Moscow insists that a new agreement must limit U.S. missile defenses." - AP, 23 Jul 2021'
    assert quote_statement(catalogue, statement) == expected


@pytest.mark.parametrize("change", [{"kind": "deny"}, {"negated": True}, {"reported_by": "usa"}, {"actor": None}])
def test_a_claim_that_would_stand_bare_is_the_whole_sentence(
    catalogue: Catalogue, quoted: Statement, change: dict[str, object]
) -> None:
    line = quote_statement(catalogue, replace(quoted, **change))  # type: ignore[arg-type]
    assert "Secretary of State Antony Blinken said." in line
    assert line.endswith(" - State Department, 3 Feb 2021")


def test_what_is_not_known_of_the_source_is_said(catalogue: Catalogue) -> None:
    undated = next(document for document in catalogue.documents.values() if document.published is None)
    assert source_line(catalogue, undated.id) == "Missile defense, the oldest argument, undated"
    statement = next(said for said in catalogue.statements.values() if said.document == undated.id)
    assert quote_evidence(catalogue, statement.evidence).endswith(", undated")


def test_line_ends_in_a_sentence_become_blanks(catalogue: Catalogue) -> None:
    document = next(iter(catalogue.documents.values()))
    broken = replace(document, text=document.text.replace("missile defenses", "missile\ndefenses"))
    briefing = replace(catalogue.briefing, documents=(broken, *catalogue.briefing.documents[1:]))
    statement = catalogue.positions_on("missile_defense")[0]
    assert "U.S. missile defenses." in quote_statement(Catalogue(briefing), statement)
