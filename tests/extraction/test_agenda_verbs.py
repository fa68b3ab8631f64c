"""Tense and mood of verbs, on clauses of our own."""

from __future__ import annotations

import pytest

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.verbs import Mood, Verb
from briefing.extraction.annotations import annotate
from briefing.extraction.states import find_states
from briefing.knowledge.loader import load
from briefing.model import Tense
from briefing.reading.documents import read_text


def verbs(text: str, *, headline: bool = False) -> list[Verb]:
    document = read_text(f"{text}\n\nNothing else." if headline else f"Something happened\n\n{text}")
    annotations = annotate(document, load())
    find_states(annotations)
    sentence = annotations.sentences[0 if headline else 1]
    return list(Clauses(annotations, sentence).verbs.values())


def last(text: str) -> tuple[Tense | None, Mood]:
    verb = verbs(text)[-1]
    return verb.tense, verb.mood


@pytest.mark.parametrize(
    ("text", "tense", "mood"),
    [
        ("They met.", "past", "fact"),
        ("They have met.", "past", "fact"),
        ("They had been meeting.", "past", "fact"),
        ("They will meet.", "to_come", "fact"),
        ("They'll meet.", "to_come", "fact"),
        ("They are to meet.", "to_come", "fact"),
        ("They are due to meet.", "to_come", "fact"),
        ("They are expected to meet.", "to_come", "fact"),
        ("They were due to meet.", "past", "fact"),
        ("They are meeting.", "under_way", "fact"),
        ("They did not meet.", None, "denied"),
        ("They won't meet.", None, "denied"),
        ("They have never met.", None, "denied"),
        ("They could meet.", None, "wish"),
        ("They should meet.", None, "wish"),
        ("They would meet.", None, "wish"),
        ("They said that they would meet.", "to_come", "fact"),
        ("They agreed to meet.", "to_come", "fact"),
        ("They plan to meet.", "to_come", "fact"),
        ("They want to meet.", None, "wish"),
        ("They refused to meet.", None, "denied"),
        ("They proposed to meet.", "to_come", "offer"),
        ("They invited him to meet.", "to_come", "offer"),
        ("They travelled to Bonn to meet.", "past", "fact"),
        ("They will travel to Bonn to meet.", "to_come", "fact"),
        ("They got a visa to meet.", "to_come", "aim"),
        ("They meet.", None, "fact"),
    ],
)
def test_auxiliaries_and_governors_tell_tense_and_mood(text: str, tense: Tense | None, mood: Mood) -> None:
    assert last(text) == (tense, mood)


def test_a_headline_tells_in_the_present_what_is_done_and_with_an_infinitive_what_is_to_come() -> None:
    assert [verb.tense for verb in verbs("France meets Germany", headline=True)] == ["past"]
    assert [verb.tense for verb in verbs("France, Germany to meet", headline=True)] == ["to_come"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The meeting ended.", ["ended"]),
        ("The planned talks failed.", ["failed"]),
        ("He was there for a visit and a tour.", ["was"]),
        ("The opening session lasted.", ["lasted"]),
        ("Anna Berg, left, smiled at the guests and talked.", ["talked"]),
        ("They held talks after meeting with France.", ["held", "meeting with"]),
    ],
)
def test_nouns_and_participles_before_nouns_are_no_verbs(text: str, expected: list[str]) -> None:
    found = verbs(text)
    document = read_text(f"Something happened\n\n{text}")
    tokens = annotate(document, load()).tokens
    words = [document.text[tokens[verb.first].start : tokens[verb.last - 1].end] for verb in found]
    assert [word for word in words if word != "smiled"] == expected


def test_a_verb_of_several_words_is_read_whole() -> None:
    (verb,) = verbs("Voters went to the polls.")
    sense = verb.sense("event")
    assert sense is not None
    assert (sense.phrase, sense.kind) == ("go to the polls", "vote")


def test_pieces_begin_at_signs_and_connectives() -> None:
    document = read_text("Something happened\n\nLIMA (Sample) — They met, she said, because they had to.")
    annotations = annotate(document, load())
    clauses = Clauses(annotations, annotations.sentences[1])
    assert annotations.words[clauses.first] == "They"
    starts = {clauses.piece_start(index) for index in range(clauses.first, clauses.last)}
    assert {annotations.words[start] for start in starts if annotations.words[start].isalpha()} == {
        "They",
        "she",
        "because",
    }
