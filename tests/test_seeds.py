"""The shipped samples, read together: what a person sees first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing import pipeline
from briefing.config.loading import shipped_settings
from briefing.model import AgendaItem, Briefing, status_of
from tests.quality.articles import FOLDERS, articles_in

MISSION = {"cyber", "ukraine", "election_interference", "missile_defense"}


@pytest.fixture(scope="module")
def samples() -> Briefing:
    """The samples alone: a checkout's ``seeds/`` may hold a person's own articles too."""
    files = tuple(article.path for article in articles_in(FOLDERS["seeds"]))
    return pipeline.build(replace(shipped_settings(), seeds=files))


def on(briefing: Briefing, day: date) -> AgendaItem:
    """Return the one meeting of a day."""
    (found,) = [item for item in briefing.agenda if item.kind == "meeting" and item.date and item.date.start == day]
    return found


def test_all_samples_are_read_and_the_newest_gives_the_day(samples: Briefing) -> None:
    assert samples.skipped == ()
    assert len(samples.documents) == 8
    assert (samples.as_of, samples.as_of_basis) == (date(2021, 7, 23), "newest document")


def test_the_samples_show_every_way_to_tell_a_date(samples: Briefing) -> None:
    assert {document.published_basis for document in samples.documents} == {
        "front matter",
        "text",
        "caption",
        "file name",
    }


def test_the_disputes_of_the_mission_are_between_russia_and_the_united_states(samples: Briefing) -> None:
    disputes = {dispute.id: dispute for dispute in samples.disputes}
    assert disputes.keys() >= MISSION
    for key in MISSION:
        assert {"rus", "usa"} <= set(disputes[key].parties)


def test_the_talks_of_two_articles_are_one_item_to_come(samples: Briefing) -> None:
    talks = on(samples, date(2021, 7, 28))
    assert status_of(talks, samples.as_of) == "to_come"
    assert talks.place is not None
    assert "Geneva" in talks.place
    assert {"rus", "usa"} <= set(talks.participants)
    assert len({evidence.document for evidence in talks.evidence}) == 2


def test_the_deputy_secretary_meets_the_chinese_minister_on_sunday(samples: Briefing) -> None:
    meeting = on(samples, date(2021, 7, 25))
    assert {"wendy-sherman", "chn"} <= set(meeting.participants)
    (sherman,) = [actor for actor in samples.actors if actor.name == "Wendy Sherman"]
    assert (sherman.role, sherman.country) == ("Deputy Secretary of State", "USA")


def test_a_person_spelled_in_two_ways_is_one(samples: Briefing) -> None:
    (ryabkov,) = [actor for actor in samples.actors if "Ryabkov" in actor.name]
    assert {ryabkov.name, *ryabkov.aliases} >= {"Sergey Ryabkov", "Sergei Ryabkov"}
    (blinken,) = [actor for actor in samples.actors if "Blinken" in actor.name]
    assert blinken.name == "Antony J. Blinken"
