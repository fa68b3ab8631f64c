"""The compiled table of events."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.knowledge.events import events
from briefing.knowledge.loader import load, shipped_table


def test_verbs_are_known_in_all_their_forms() -> None:
    verbs = load().events.verbs
    kinds = {form: {sense.kind for sense in verbs[form]} for form in ("meet", "meets", "met", "meeting")}
    assert all("meeting" in found for found in kinds.values())
    assert [sense.inflection for sense in verbs["visited"]] == ["ed"]
    assert {sense.inflection for sense in verbs["was"]} == {"ed"}


def test_a_noun_knows_the_verb_of_its_act() -> None:
    (withdrawal,) = load().events.nouns["withdrawal"]
    assert (withdrawal.kind, withdrawal.act) == ("treaty", "withdraw from")


def test_the_longest_noun_comes_first() -> None:
    assert next(noun.words for noun in load().events.nouns["video"]) == ("video", "call")


def test_an_unknown_kind_is_refused() -> None:
    table: dict[str, Any] = {**shipped_table("events"), "nouns": {"feast": ["party"]}}
    with pytest.raises(ValueError, match="unknown kind 'feast'"):
        events(table)


def test_words_that_act_on_something_are_verbs_of_the_table() -> None:
    table = shipped_table("events")
    known = {verb for verbs in table["verbs"].values() for verb in verbs}
    for group in ("free_verbs", "dated_only", "pronoun_objects", "subject_objects"):
        assert set(table[group]) <= known, group
    assert set(table["made_nouns"]) <= {noun for nouns in table["nouns"].values() for noun in nouns}
    assert set(table["acts"]) <= {noun for nouns in table["nouns"].values() for noun in nouns}
