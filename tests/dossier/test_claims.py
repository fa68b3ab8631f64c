from dataclasses import replace

import pytest

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.claims import Claim, claim_of
from briefing.model import Span, Statement
from tests import factories
from tests.dossier.articles import catalogue_of


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(factories.briefing())


@pytest.fixture(scope="module")
def denied(catalogue: Catalogue) -> Statement:
    return next(statement for statement in catalogue.statements.values() if statement.kind == "deny")


def test_a_denial_that_begins_with_its_word_needs_no_lead(catalogue: Catalogue, denied: Statement) -> None:
    assert claim_of(catalogue, denied) == Claim("", "denies that its missile defense is directed at Russia")


def test_a_denial_behind_its_claim_is_led_by_its_word(catalogue: Catalogue, denied: Statement) -> None:
    sentence = denied.evidence.sentence
    behind = replace(denied, content=(Span(sentence.start, sentence.start + 4),))
    assert claim_of(catalogue, behind).lead == "denies:"


def test_a_denial_without_its_word_is_called_one(catalogue: Catalogue, denied: Statement) -> None:
    assert claim_of(catalogue, replace(denied, cue=())).lead == "denial:"
    assert claim_of(catalogue, replace(denied, cue=(), kind="demand", negated=True)).lead == "negated:"


def test_a_reported_claim_is_led_by_who_reports_it(catalogue: Catalogue, denied: Statement) -> None:
    assert claim_of(catalogue, replace(denied, kind="state", reported_by="usa")).lead == "says US:"


@pytest.mark.parametrize(
    ("sentence", "lead", "begins"),
    [
        ("Russia wants limits on missile defenses.", "", "wants limits"),
        ("Russia has not accepted the offer.", "", "has not accepted"),
        ('"We had no part in the cyberattack," Russian President Vladimir Putin said.', "", 'MOSCOW — "We had no part'),
    ],
)
def test_words_of_articles(sentence: str, lead: str, begins: str) -> None:
    catalogue = catalogue_of(("2021-07-23", f"MOSCOW — {sentence}"))
    (statement,) = catalogue.statements.values()
    claim = claim_of(catalogue, statement)
    assert claim.lead == lead
    assert claim.words.startswith(begins)
