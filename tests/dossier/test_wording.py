from dataclasses import replace

import pytest

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.wording import words_of_statement
from briefing.model import Briefing, Statement
from tests import factories
from tests.dossier.articles import catalogue_of


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Russia wants limits on missile defenses.", "wants limits on missile defenses"),
        ("Russia denies that it meddled in the election.", "denies that it meddled in the election"),
        ("Russia has not accepted the offer.", "has not accepted the offer"),
        ("Russia on Friday demanded limits on missiles.", "on Friday demanded limits on missiles"),
        (
            '"The talks failed," Russian President Vladimir Putin said.',
            '"The talks failed," Russian President Vladimir Putin said',
        ),
        (
            '"The talks failed," Russian President Vladimir Putin told reporters in Moscow on Friday.',
            '"The talks failed," Russian President Vladimir Putin told reporters in Moscow on Friday',
        ),
        ('Russian President Vladimir Putin called the talks "a waste of time."', 'called the talks "a waste of time."'),
    ],
)
def test_words_begin_where_the_speaker_ends(sentence: str, words: str) -> None:
    catalogue = catalogue_of(("2021-07-23", f"MOSCOW — {sentence}"))
    (statement,) = catalogue.statements.values()
    assert words_of_statement(catalogue, statement) == words


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(factories.briefing())


@pytest.fixture(scope="module")
def denied(catalogue: Catalogue) -> Statement:
    return next(statement for statement in catalogue.statements.values() if statement.kind == "deny")


def test_denied_claim_keeps_its_denial(catalogue: Catalogue, denied: Statement) -> None:
    assert words_of_statement(catalogue, denied) == "denies that its missile defense is directed at Russia"


def test_denial_without_its_word_is_the_whole_sentence(catalogue: Catalogue, denied: Statement) -> None:
    whole = catalogue.text(denied.document, denied.evidence.sentence)
    assert words_of_statement(catalogue, replace(denied, cue=())) == whole


@pytest.mark.parametrize("change", [{"reported_by": "usa"}, {"actor": None}, {"content": ()}])
def test_what_could_be_read_amiss_is_the_whole_sentence(
    catalogue: Catalogue, denied: Statement, change: dict[str, object]
) -> None:
    whole = catalogue.text(denied.document, denied.evidence.sentence)
    assert words_of_statement(catalogue, replace(denied, **change)) == whole  # type: ignore[arg-type]


def of_one_sentence(sentence: str, **spans: str) -> tuple[Catalogue, Statement]:
    document = factories.document("T", [[sentence]], path="a.txt")
    statement = factories.statement(document, "rus", "state", **spans)  # type: ignore[arg-type]
    briefing = Briefing(None, "unknown", (document,), actors=factories.actors_of([document]), statements=(statement,))
    return Catalogue(briefing), statement


def test_what_a_negative_source_says_is_the_whole_sentence() -> None:
    sentence = "Neither Washington nor Moscow has promised quick results."
    catalogue, statement = of_one_sentence(
        sentence, source="Neither Washington nor Moscow", cue="has promised", content="quick results"
    )
    assert words_of_statement(catalogue, statement) == sentence


def test_a_negation_between_speaker_and_verb_is_kept() -> None:
    catalogue, statement = of_one_sentence(
        "Russia never said it would leave the treaty.", source="Russia", cue="said", content="it would leave the treaty"
    )
    words = "never said it would leave the treaty"
    assert words_of_statement(catalogue, statement) == words
    assert words_of_statement(catalogue, replace(statement, negated=True)) == words


def test_a_negation_far_from_its_verb_is_the_whole_sentence() -> None:
    sentence = "Russia, which never came back to the table after the first round, said it would leave."
    catalogue, statement = of_one_sentence(sentence, source="Russia", cue="said", content="it would leave")
    assert words_of_statement(catalogue, statement) == "said it would leave"
    assert words_of_statement(catalogue, replace(statement, negated=True)) == sentence


def test_quotation_marks_stand_in_pairs() -> None:
    catalogue, statement = of_one_sentence(
        'Moscow answered: "Yes." Then it left.', source="Moscow", cue="answered", content="Yes."
    )
    assert words_of_statement(catalogue, statement) == 'answered: "Yes."'
