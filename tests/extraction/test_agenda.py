"""Agenda items on sentences of our own, all published on Friday 23 July 2021."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from briefing.extraction.extract import extract
from briefing.knowledge.loader import load
from briefing.model import AgendaItem, Document, Status, status_of
from briefing.reading.documents import read_text
from tests.growth import assert_linear

FRIDAY = date(2021, 7, 23)
HEADLINE = "Diplomats keep busy in a hot summer"


def document(*paragraphs: str, headline: str = HEADLINE, published: date | None = FRIDAY) -> Document:
    return read_text("\n\n".join((headline, *paragraphs)), published=published)


def agenda(*paragraphs: str, headline: str = HEADLINE, published: date | None = FRIDAY) -> tuple[AgendaItem, ...]:
    return extract(document(*paragraphs, headline=headline, published=published), load(), ()).agenda


def only(*paragraphs: str, headline: str = HEADLINE, published: date | None = FRIDAY) -> AgendaItem:
    items = agenda(*paragraphs, headline=headline, published=published)
    assert len(items) == 1, [item.title for item in items]
    return items[0]


def days(item: AgendaItem) -> str | None:
    return f"{item.date.start} {item.date.end}" if item.date else None


@pytest.mark.parametrize(
    ("sentence", "kind", "when", "status"),
    [
        ("France and Germany will hold talks in Vienna on Tuesday.", "meeting", "2021-07-27 2021-07-27", "to_come"),
        ("France and Germany held talks in Vienna on Tuesday.", "meeting", "2021-07-20 2021-07-20", "past"),
        ("Brazil is due to sign the treaty next month.", "treaty", "2021-08-01 2021-08-31", "to_come"),
        ("Brazil signed the treaty last month.", "treaty", "2021-06-01 2021-06-30", "past"),
        ("Chile quit the pact in March 2019.", "treaty", "2019-03-01 2019-03-31", "past"),
        ("The truce took effect on July 20.", "treaty", "2021-07-20 2021-07-20", "past"),
        ("Brazil announced a ceasefire with Peru on Monday.", "treaty", "2021-07-19 2021-07-19", "past"),
        ("The agreement is to expire on 30 September.", "deadline", "2021-09-30 2021-09-30", "to_come"),
        ("Norway faces an August 2 deadline.", "deadline", "2021-08-02 2021-08-02", "to_come"),
        ("Voters in Peru go to the polls on Sunday.", "vote", "2021-07-25 2021-07-25", "to_come"),
        ("Peru will hold elections in October.", "vote", "2021-10-01 2021-10-31", "to_come"),
        ("The Security Council adopted the resolution on Thursday.", "vote", "2021-07-22 2021-07-22", "past"),
        ("Japan and Australia will hold joint naval drills next week.", "exercise", "2021-07-26 2021-08-01", "to_come"),
        ("He is due to be sworn in on August 5.", "other", "2021-08-05 2021-08-05", "to_come"),
        ("A court delivered its verdict on Wednesday.", "other", "2021-07-21 2021-07-21", "past"),
        ("I'll be in Norway tomorrow, the minister said.", "visit", "2021-07-24 2021-07-24", "to_come"),
    ],
)
def test_kinds_dates_and_status(sentence: str, kind: str, when: str, status: Status) -> None:
    item = only(sentence)
    assert (item.kind, days(item), status_of(item, FRIDAY)) == (kind, when, status)


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks are better than war, the ministry said.",
        "Peru urged Chile to return to talks.",
        "Chile refused to meet the envoys of Peru.",
        "Peru could meet Chile halfway.",
        "There have been no talks between Peru and Chile.",
        "Election interference worries Norway.",
        "The minister told a news conference on Thursday that he was tired.",
        "Norway called for restraint on Monday.",
        "Voting rights are an important exercise of freedom.",
        "The parties have met their obligations.",
        "The ministry said on Wednesday that trade had grown.",
        "Trade has grown since April 2.",
        "Norway could build a new port by 2030.",
    ],
)
def test_what_is_no_event_makes_no_item(sentence: str) -> None:
    assert agenda(sentence) == ()


def test_one_item_for_one_event_whatever_it_is_called() -> None:
    item = only(
        "LIMA — Peru and Chile will hold a first round of border talks next week in Norway, both said Friday.",
        "Wednesday’s discussions in Oslo come as the two countries quarrel about fishing.",
        "The Oslo talks are expected to be difficult.",
    )
    assert (item.kind, days(item), item.place) == ("meeting", "2021-07-28 2021-07-28", "Oslo")
    assert set(item.participants) == {"per", "chl"}
    assert len(item.evidence) == 3
    assert item.title == "Border talks of Peru and Chile"


def test_the_same_city_is_another_event_when_another_time_is_told() -> None:
    first, second = agenda(
        "Peru and Chile will hold talks in Geneva on Wednesday.",
        "Their presidents agreed on the format during a summit in the same Swiss city last month.",
    )
    assert (first.place, days(first)) == ("Geneva", "2021-07-28 2021-07-28")
    assert (second.place, days(second)) == ("Geneva", "2021-06-01 2021-06-30")


def test_a_headline_joins_the_event_that_the_article_tells() -> None:
    item = only(
        "Foreign Minister Anna Berg met on July 20 with Foreign Minister Luis Prado in Lima, Peru.",
        headline="Readout of Foreign Minister Anna Berg’s Meeting with Foreign Minister Luis Prado",
    )
    assert item.place == "Lima, Peru"
    assert len(item.evidence) == 2
    assert item.evidence[0].start < item.evidence[1].start
    assert item.title == "Anna Berg met with Luis Prado"


def test_a_readout_is_dated_by_its_date_line() -> None:
    item = only(
        "July 23, 2021 20:15",
        "Foreign Minister Anna Berg held talks with Foreign Minister Luis Prado at the villa.",
        headline="Talks with Foreign Minister Luis Prado",
    )
    assert item.date is not None
    assert (days(item), item.date.basis) == ("2021-07-23 2021-07-23", "July 23, 2021")


def test_visits_of_a_journey_stay_apart_and_meetings_take_their_days() -> None:
    items = agenda(
        "Foreign Minister Anna Berg will travel to Peru and Chile August 2 to 6.",
        "Berg will visit Lima, Peru, on August 2 and 3, where she will meet President Luis Prado.",
        "On August 5, Berg will visit Santiago, Chile. Berg will also meet with President Pablo Ruiz in Santiago.",
    )
    assert [(item.kind, item.place, days(item)) for item in items] == [
        ("visit", "Peru and Chile", "2021-08-02 2021-08-06"),
        ("visit", "Lima, Peru", "2021-08-02 2021-08-03"),
        ("meeting", "Lima, Peru", "2021-08-02 2021-08-03"),
        ("visit", "Santiago, Chile", "2021-08-05 2021-08-05"),
        ("meeting", "Santiago", "2021-08-05 2021-08-05"),
    ]


def test_participants_are_who_acts_and_whom_and_not_who_reports() -> None:
    item = only(
        "Foreign Minister Anna Berg of Norway will meet Foreign Minister Luis Prado on Monday to discuss Chile, "
        "the Norwegian government said."
    )
    assert item.participants == ("anna-berg", "luis-prado")
    assert item.title == "Anna Berg to meet Foreign Minister Luis Prado"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "U.S. Deputy Secretary of State Wendy Sherman, left, and South Korean Vice Minister Choi Jong Kun before "
            "their meeting in Seoul on Friday.",
            {"wendy-sherman", "choi-jong-kun"},
        ),
        (
            "It names the lawmaker Andriy Derkach, on whom the U.S. Treasury imposed sanctions last September.",
            {"usa", "treasury-department"},
        ),
    ],
)
def test_whose_event_it_is_stands_near_it(text: str, names: set[str]) -> None:
    item = only(text)
    assert set(item.participants) <= names
    assert item.participants


def test_an_exercise_is_not_that_of_who_watches_it() -> None:
    item = only("Defense Minister Sergei Shoigu said on Friday he had watched maneuvers at the Opuk range.")
    assert item.title == "Maneuvers in Opuk"


@pytest.mark.parametrize(
    ("sentence", "kind", "when"),
    [
        ("The 35-nation board of governors meets in Vienna next week.", "meeting", "2021-07-26 2021-08-01"),
        ("Spain sent Iran a proposal for a deal on Thursday.", "proposal", "2021-07-22 2021-07-22"),
        ("The United States rejoined the Paris Agreement on Friday.", "treaty", "2021-07-23 2021-07-23"),
        ("Ireland and Norway will recognise a Palestinian state on August 2.", "other", "2021-08-02 2021-08-02"),
        ("A Chinese carrier sailed through the Taiwan Strait on Thursday.", "exercise", "2021-07-22 2021-07-22"),
        ("Putin oversaw routine nuclear exercises on Thursday.", "exercise", "2021-07-22 2021-07-22"),
        ("The exclusions will remain valid until December 31, 2022.", "deadline", "2022-12-31 2022-12-31"),
        ("The secretary travels on to Cambodia on Monday.", "visit", "2021-07-26 2021-07-26"),
        ("I have spoken today to Russian Foreign Minister Sergei Lavrov.", "meeting", "2021-07-23 2021-07-23"),
        ("The court is due to inspect the plant on Monday.", "other", "2021-07-26 2021-07-26"),
    ],
)
def test_further_events_by_verb(sentence: str, kind: str, when: str) -> None:
    item = only(sentence)
    assert (item.kind, days(item)) == (kind, when)


def test_what_went_on_until_another_day_has_no_end_to_come() -> None:
    text = "A truce has been in place on July 16 in the regions that had until that day been scenes of combat."
    assert all(item.title != "Had until that day" for item in agenda(text))


def test_a_cause_is_nothing_due() -> None:
    assert agenda("We can expect due to climate change more drastic changes in the next two decades.") == ()


def test_who_holds_talks_while_something_else_goes_on_takes_part() -> None:
    assert only("The attacks came as Egypt hosted a new round of talks on Thursday.").participants == ("egy",)


def test_obligations_that_are_met_are_no_meeting() -> None:
    assert agenda("Iran met its obligations under the deal on Thursday.") == ()


def test_a_year_may_be_the_one_last_spoken_of() -> None:
    text = "The treaty has been in force since 2017. Putin met Merkel in Sochi on Aug. 29 of that year."
    assert days(agenda(text)[0]) == "2017-08-29 2017-08-29"


def test_what_was_done_at_an_event_tells_that_it_is_past() -> None:
    text = "In her August 14 meeting with Ryabkov, Sherman set out the terms."
    assert days(only(text)) == "2020-08-14 2020-08-14"


def test_who_is_called_in_a_call_takes_part() -> None:
    item = only("President Anna Berg told President Luis Prado in a phone call on Thursday that she was concerned.")
    assert item.participants == ("anna-berg", "luis-prado")
    assert item.title == "Phone call of Anna Berg and Luis Prado"


def test_acts_on_one_treaty_are_several_events() -> None:
    items = agenda(
        "New START was signed in Prague on April 8, 2010, and entered into force on February 5, 2011.",
        "It had been due to expire in February, but Russia and the United States extended it until 2026.",
    )
    assert [(item.kind, days(item)) for item in items] == [
        ("treaty", "2010-04-08 2010-04-08"),
        ("treaty", "2011-02-05 2011-02-05"),
        ("deadline", "2021-02-01 2021-02-28"),
        ("treaty", "2026-01-01 2026-12-31"),
    ]
    assert [status_of(item, FRIDAY) for item in items] == ["past", "past", "past", "to_come"]
    assert items[0].instrument == "new-start"


@pytest.mark.parametrize(
    ("sentence", "title", "when"),
    [
        (
            "Peru is to hand over the first district by November 15.",
            "Hand over the first district by November 15",
            "2021-11-15 2021-11-15",
        ),
        (
            "Peru threatened to close the border if Chile does not answer within 48 hours.",
            "Does not answer within 48 hours",
            "2021-07-25 2021-07-25",
        ),
        ("Peru put off the duties until 1 December.", "Put off the duties until 1 December", "2021-12-01 2021-12-01"),
        ("Peru pledged to close the mines by 2030.", "Close the mines by 2030", "2030-01-01 2030-12-31"),
        ("Peru will suspend the duties for a period of 90 days.", "Suspend the duties for a period of 90 days", None),
    ],
)
def test_limits_are_deadlines(sentence: str, title: str, when: str | None) -> None:
    item = only(sentence)
    assert (item.kind, days(item)) == ("deadline", when)
    assert item.title.endswith(title)
    assert status_of(item, FRIDAY) == "to_come"


def test_a_proposed_meeting_is_to_come() -> None:
    item = only("President Luis Prado proposed to President Pablo Ruiz to meet in Oslo.")
    assert (item.kind, item.tense, item.place) == ("meeting", "to_come", "Oslo")
    assert item.participants == ("luis-prado", "pablo-ruiz")


def test_without_a_date_of_the_article_relative_days_stay_open_and_tense_tells() -> None:
    item = only("France and Germany will hold talks in Vienna on Tuesday.", published=None)
    assert item.date is None
    assert status_of(item, None) == "to_come"


def test_a_dateline_is_neither_place_nor_day_nor_party() -> None:
    item = only("LIMA, Peru, July 23 (Sample) — France and Germany will hold talks in Vienna next month.")
    assert (days(item), item.place, set(item.participants)) == ("2021-08-01 2021-08-31", "Vienna", {"fra", "deu"})


def test_days_of_other_verbs_are_not_the_events() -> None:
    item = only("France and Germany will hold talks in August, the two countries announced on Thursday.")
    assert days(item) == "2021-08-01 2021-08-31"


def test_evidence_lies_where_it_says() -> None:
    text = document("France and Germany will hold talks in Vienna on Tuesday.")
    (item,) = extract(text, load(), ()).agenda
    (evidence,) = item.evidence
    assert text.text[evidence.start : evidence.end] == "talks"
    assert text.text[evidence.sentence.start : evidence.sentence.end].startswith("France")
    assert evidence.document == text.id


def test_equal_input_gives_equal_items() -> None:
    sentence = "France and Germany will hold talks in Vienna on Tuesday."
    assert agenda(sentence) == agenda(sentence)


@pytest.mark.parametrize(
    "piece", ["Peru met Chile in Lima on Monday. ", "the talks with Peru on Friday and ", 'talks "by 1 May ']
)
def test_finding_is_linear(piece: str) -> None:
    assert_linear(lambda count: partial(extract, document(piece * count), load(), ()), 400)


def test_what_somebody_proposes_is_on_the_table() -> None:
    item = only("Peru has proposed lifting all tariffs on copper, its ministry said.")
    assert (item.kind, item.title, item.participants) == (
        "proposal",
        "Peru proposed lifting all tariffs on copper",
        ("per",),
    )
    assert status_of(item, FRIDAY) == "to_come"


@pytest.mark.parametrize(
    "sentence",
    [
        "The proposed tariffs hurt Peru.",
        "Peru did not propose anything.",
        "Norway offered no comment.",
        "A plan was proposed by nobody in particular.",
    ],
)
def test_what_is_not_proposed_is_not(sentence: str) -> None:
    assert agenda(sentence) == ()


def test_a_meeting_that_is_proposed_is_one_item() -> None:
    item = only("Peru proposed to Chile that their ministers meet in Oslo next week.")
    assert (item.kind, days(item), item.place) == ("meeting", "2021-07-26 2021-08-01", "Oslo")


def test_calls_by_verb() -> None:
    item = only("President Anna Berg called President Luis Prado on Thursday to congratulate him.")
    assert (item.kind, item.participants) == ("meeting", ("anna-berg", "luis-prado"))
    assert agenda("President Anna Berg called President Luis Prado a friend on Thursday.") == ()


def test_who_leads_a_delegation_travels() -> None:
    item = only("On August 3, Ambassador Anna Berg will lead the Norwegian delegation to the meeting in Lima, Peru.")
    assert (item.kind, days(item), item.place) == ("visit", "2021-08-03 2021-08-03", "Lima, Peru")


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("Peru and Chile were scheduled to meet on Monday.", "2021-07-26 2021-07-26"),
        ("Peru and Chile had been due to meet on Monday.", "2021-07-19 2021-07-19"),
        ("The summit of Peru and Chile has been rescheduled to October 2.", "2021-10-02 2021-10-02"),
        ("Peru last week extended the truce with Chile until December 31.", "2021-12-31 2021-12-31"),
        ("The Peruvian army scheduled a joint drill with Chile for Monday.", "2021-07-26 2021-07-26"),
    ],
)
def test_what_was_set_for_a_day_is_read_from_then(sentence: str, when: str) -> None:
    assert days(only(sentence)) == when


def test_the_list_of_parties_does_not_part_an_event_from_its_verb() -> None:
    item = only(
        "A meeting between Iran and the foreign ministers of Britain, France and Germany will take place on Monday."
    )
    assert days(item) == "2021-07-26 2021-07-26"
    assert set(item.participants) == {"irn", "gbr", "fra", "deu"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He recalled the memorandum signed in Sochi on October 22, 2019.", "2019-10-22"),
        ("The Declaration on Conduct, signed in Phnom Penh on 4 November 2002, binds nobody.", "2002-11-04"),
        ("The framework, which was prolonged in February, expires on 28 February 2022.", "2022-02-28"),
        ("France and Mali signed a treaty, which was ratified on 5 May 2020.", "2020-05-05"),
    ],
)
def test_a_verb_far_from_what_it_acts_on(text: str, day: str) -> None:
    assert day in {str(item.date.start) for item in agenda(text) if item.date}


def test_an_apposition_does_not_part_an_event_from_its_verb() -> None:
    (item,) = agenda("The next conference, COP27, will be held on 6 November 2022 in Sharm el-Sheikh, Egypt.")
    assert item.date is not None
    assert str(item.date.start) == "2022-11-06"


def test_a_meeting_that_is_called_something_is_past() -> None:
    (item,) = agenda("Foreign Minister Anna Berg called the meeting with Luis Prado useful on Thursday.")
    assert item.tense == "past"


def test_a_hyphenated_word_belongs_whole_to_a_title() -> None:
    (item,) = agenda("The United States and China will hold in-person talks on 5 August 2021.")
    assert item.title == "In-person talks of United States and China"


def test_an_instrument_extended_names_itself() -> None:
    (item,) = agenda("The New START treaty, extended in 2021, remains in force.")
    assert item.title == "New START treaty extended"


def test_what_is_done_through_dialogue_is_no_meeting() -> None:
    assert agenda("Foreign Minister Anna Berg promised Luis Prado to settle the matter through dialogue.") == ()


@pytest.mark.parametrize(
    ("sentence", "kind", "when", "status"),
    [
        ("The truce, already broken twice, expires this evening.", "deadline", "2021-07-23 2021-07-23", "to_come"),
        ("The minister praised the talks held in Oslo in March.", "meeting", "2021-03-01 2021-03-31", "past"),
        ("Anna Berg will rejoin the talks in Oslo on Monday.", "meeting", "2021-07-26 2021-07-26", "to_come"),
        ("The navy said the naval exercise Monday involves two ships.", "exercise", "2021-07-26 2021-07-26", "to_come"),
        ("Anna Berg said on Thursday at a summit that she was tired.", "meeting", "2021-07-22 2021-07-22", "past"),
        ("Peru and Chile may meet in Oslo on Monday.", "meeting", "2021-07-26 2021-07-26", "to_come"),
        ("Norway urged them to resume the talks on August 15.", "meeting", "2021-08-15 2021-08-15", "to_come"),
        ("Talks are under way to extend the truce.", "meeting", None, "under_way"),
        ("The members will meet every two months.", "meeting", None, "to_come"),
        ("A meeting of the three leaders is being prepared in Oslo.", "meeting", None, "to_come"),
        ("Norway set a deadline of Tuesday.", "deadline", "2021-07-27 2021-07-27", "to_come"),
        ("On Tuesday Norway gave both sides an ultimatum to stop.", "deadline", "2021-07-20 2021-07-20", "past"),
        ("After an August 3 deadline, Peru faces sanctions.", "deadline", "2021-08-03 2021-08-03", "to_come"),
    ],
)
def test_what_holds_an_event_from_further_away(sentence: str, kind: str, when: str | None, status: Status) -> None:
    item = only(sentence)
    assert (item.kind, days(item), status_of(item, FRIDAY)) == (kind, when, status)


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Berg had missed the last gathering but will be in good health today.",
        "Chile will meet its obligations.",
        "Chile refused to meet the envoys on Monday.",
    ],
)
def test_verbs_that_hold_no_event(sentence: str) -> None:
    assert agenda(sentence) == ()


def test_the_event_of_a_clause_with_which_takes_its_time() -> None:
    item = only("Chile called off a meeting with Peru, which was to be held in Oslo on Monday.")
    assert days(item) == "2021-07-26 2021-07-26"


def test_what_was_done_before_is_not_the_event_to_come() -> None:
    items = agenda("Anna Berg surprised the conference.", "The next conference will be held in May 2022 in Oslo.")
    assert [len(item.evidence) for item in items] == [1]


@pytest.mark.parametrize(
    ("sentence", "kind", "when", "status"),
    [
        ("Peru was calm ahead of the July 4 election.", "vote", "2021-07-04 2021-07-04", "past"),
        ("Peru will go on preparing for the August 9, 2021, deadline.", "deadline", "2021-08-09 2021-08-09", "to_come"),
        ("Anna Berg visited Peru to discuss trade, July 10-13.", "visit", "2021-07-10 2021-07-13", "past"),
        ("On Monday Anna Berg had the chance to meet with Luis Prado.", "meeting", "2021-07-19 2021-07-19", "past"),
        ("Norway hosted special envoys from Peru and Chile July 1-2.", "meeting", "2021-07-01 2021-07-02", "past"),
        ("Anna Berg and Luis Prado held their first phone call on Monday.", "meeting", "2021-07-19 2021-07-19", "past"),
        ("The truce brokered by Norway on Monday held.", "treaty", "2021-07-19 2021-07-19", "past"),
        ("Norway condemned the launch of a missile on July 12.", "other", "2021-07-12 2021-07-12", "past"),
        ("An announcement is expected on July 29.", "other", "2021-07-29 2021-07-29", "to_come"),
        ("Chile will lose its tariff benefits on September 1.", "other", "2021-09-01 2021-09-01", "to_come"),
        ("Chile is expected to double tariffs on Monday.", "other", "2021-07-26 2021-07-26", "to_come"),
        ("Farmers called for another march on Thursday.", "other", "2021-07-29 2021-07-29", "to_come"),
    ],
)
def test_events_in_the_words_of_agencies_and_readouts(sentence: str, kind: str, when: str, status: Status) -> None:
    item = only(sentence)
    assert (item.kind, days(item), status_of(item, FRIDAY)) == (kind, when, status)


@pytest.mark.parametrize(
    "sentence",
    [
        "Otherwise, it will be met with a firm response.",
        "The economy will grow in 2025.",
        "A march went through Lima on Thursday.",
        "Chile will be ready next month.",
    ],
)
def test_what_is_foreseen_or_common_is_no_item(sentence: str) -> None:
    assert agenda(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "kind", "when", "status"),
    [
        ("Norway praised the treaty, adopted on June 13, and its authors.", "vote", "2021-06-13 2021-06-13", "past"),
        ("Norway praised the treaty, which was signed last December.", "treaty", "2020-12-01 2020-12-31", "past"),
        (
            "The next round of the dialogue, due to be held in August, matters.",
            "meeting",
            "2021-08-01 2021-08-31",
            "to_come",
        ),
        ("The leaders are due to gather in Oslo on Monday.", "meeting", "2021-07-26 2021-07-26", "to_come"),
        ("Anna Berg will be in Oslo on Monday.", "visit", "2021-07-26 2021-07-26", "to_come"),
        ("When he called President Luis Prado on July 13, it rained.", "meeting", "2021-07-13 2021-07-13", "past"),
        ("Anna Berg and Luis Prado debated once, on July 10.", "meeting", "2021-07-10 2021-07-10", "past"),
        ("The election due on 6 September last year was put off.", "vote", "2020-09-06 2020-09-06", "past"),
    ],
)
def test_events_told_behind_commas_and_by_other_verbs(sentence: str, kind: str, when: str, status: Status) -> None:
    item = only(sentence)
    assert (item.kind, days(item), status_of(item, FRIDAY)) == (kind, when, status)


@pytest.mark.parametrize(
    "sentence",
    ["Norway accused Peru of gathering weapons on Monday.", "In November four elected lawmakers were disqualified."],
)
def test_gerunds_and_participles_that_describe_are_no_events(sentence: str) -> None:
    assert agenda(sentence) == ()


def test_a_conference_and_who_convened_it_are_one_event() -> None:
    assert days(only("On 8 July a conference in Oslo, convened by Norway, called for calm.")) == "2021-07-08 2021-07-08"


def test_a_phone_call_in_a_gerund_has_the_tense_of_its_sentence() -> None:
    item = only("Speaking by telephone with Luis Prado, Foreign Minister Anna Berg voiced regret.")
    assert (item.kind, item.tense) == ("meeting", "past")


@pytest.mark.parametrize(
    ("sentence", "kind", "when", "status"),
    [
        (
            "By a margin of two votes, the council decided on Thursday not to debate.",
            "vote",
            "2021-07-22 2021-07-22",
            "past",
        ),
        ("The text was defeated on Monday by 19 votes to 17.", "vote", "2021-07-19 2021-07-19", "past"),
        ("Peru gave Chile one week to leave the strip.", "deadline", None, "to_come"),
        ("The rebels have until Friday to comply.", "deadline", "2021-07-23 2021-07-23", "to_come"),
        ("Chile recalled its ambassador on Thursday.", "other", "2021-07-22 2021-07-22", "past"),
        ("The leaders will continue to meet every two weeks.", "meeting", None, "to_come"),
        ("That, from August 12, it will close the embassy is new.", "other", "2021-08-12 2021-08-12", "to_come"),
        (
            "On Monday, the last day of its session, the council is due to act.",
            "other",
            "2021-07-26 2021-07-26",
            "to_come",
        ),
        ("President Anna Berg is coming on August 1.", "visit", "2021-08-01 2021-08-01", "to_come"),
        ("Chile will start a trading system in 2022.", "other", "2022-01-01 2022-12-31", "to_come"),
    ],
)
def test_votes_by_count_time_given_and_what_starts(sentence: str, kind: str, when: str | None, status: Status) -> None:
    item = only(sentence)
    assert (item.kind, days(item), status_of(item, FRIDAY)) == (kind, when, status)


@pytest.mark.parametrize(
    "sentence", ["Chile and Peru voted against.", "The rate imposed by Order 7 of April 8 was high."]
)
def test_how_somebody_voted_and_by_what_a_thing_was_set_are_no_events(sentence: str) -> None:
    assert agenda(sentence) == ()


def test_a_conference_for_the_press_is_a_meeting_where_a_person_takes_part() -> None:
    item = only("At a press conference in Oslo on 13 July with Luis Prado, Foreign Minister Anna Berg was calm.")
    assert (item.kind, days(item)) == ("meeting", "2021-07-13 2021-07-13")


def test_an_agreement_named_with_its_day_is_an_event() -> None:
    item = only("In the Minsk Agreement of February 12, 2015, the two sides pledged to withdraw guns.")
    assert (item.kind, days(item), item.tense) == ("treaty", "2015-02-12 2015-02-12", "past")


def test_persons_agree_on_a_day() -> None:
    item = only("On 10 March President Luis Prado and General Pablo Ruiz agreed to merge their institutions.")
    assert (item.kind, days(item)) == ("treaty", "2021-03-10 2021-03-10")


@pytest.mark.parametrize(
    ("sentence", "kind", "when", "status"),
    [
        ("Peru agreed Sunday to a one-week cease-fire with Chile.", "treaty", "2021-07-18 2021-07-18", "past"),
        ("Norway gave Peru a one-week deadline to leave the strip.", "deadline", None, "to_come"),
        ("A ceasefire in Gaza will begin at noon on Sunday.", "treaty", "2021-07-25 2021-07-25", "to_come"),
        ("Peru and Chile opened talks in Oslo on Friday.", "meeting", "2021-07-23 2021-07-23", "under_way"),
        ("Peru withdrew its ambassador yesterday.", "other", "2021-07-22 2021-07-22", "past"),
    ],
)
def test_truces_deadlines_and_beginnings_of_the_day(sentence: str, kind: str, when: str | None, status: Status) -> None:
    item = only(sentence)
    assert (item.kind, days(item), status_of(item, FRIDAY)) == (kind, when, status)


def test_a_headline_and_an_undated_sentence_tell_of_one_event() -> None:
    item = only("Leaders of NATO are attending a summit in Warsaw.", headline="NATO summit starts today")
    assert (days(item), status_of(item, FRIDAY)) == ("2021-07-23 2021-07-23", "under_way")


@pytest.mark.parametrize(
    ("sentence", "kind", "when", "status"),
    [
        ("The change comes into force on August 14.", "treaty", "2021-08-14 2021-08-14", "to_come"),
        ("Nearly 200 countries agreed on Thursday night to burn less coal.", "treaty", "2021-07-22 2021-07-22", "past"),
        (
            "The two put their names on Wednesday to phase one of an agreement.",
            "treaty",
            "2021-07-21 2021-07-21",
            "past",
        ),
        ("Norway, which faces the voters on November 3, is calm.", "vote", "2021-11-03 2021-11-03", "to_come"),
        ("Norway is to send a small team of monitors to Lima.", "visit", None, "to_come"),
        ("The envoy, Luis Prado, who was in Lima yesterday, is ill.", "visit", "2021-07-22 2021-07-22", "past"),
        ("He had postponed elections that were to be held on July 24.", "vote", "2021-07-24 2021-07-24", "to_come"),
        ("They welcomed the framework, launched today in Oslo.", "other", "2021-07-23 2021-07-23", "past"),
        ("Diplomats go back to the negotiating table on Monday.", "meeting", "2021-07-26 2021-07-26", "to_come"),
        ("Troops on Tuesday opened Balikatan, their yearly exercise.", "exercise", "2021-07-20 2021-07-20", "past"),
        (
            "Norway urges rich nations to double by 2025 the money they give.",
            "deadline",
            "2025-01-01 2025-12-31",
            "to_come",
        ),
    ],
)
def test_idioms_of_the_news(sentence: str, kind: str, when: str | None, status: Status) -> None:
    item = only(sentence)
    assert (item.kind, days(item), status_of(item, FRIDAY)) == (kind, when, status)


def test_who_agreed_on_a_day_to_meet_only_leads_to_the_meeting() -> None:
    item = only("Peru and Chile agreed on Tuesday to meet in Oslo.")
    assert (item.kind, item.date) == ("meeting", None)


def test_who_is_met_on_a_visit_is_met_on_its_days() -> None:
    visit, meeting = agenda("Minister Anna Berg visited Lima, July 5 and 6, and met with President Luis Prado.")
    assert (visit.kind, meeting.kind, days(visit)) == ("visit", "meeting", "2021-07-05 2021-07-06")
    assert (days(meeting), meeting.place) == (days(visit), "Lima")


def test_a_statement_that_names_its_meeting_and_day_tells_of_one_past_meeting() -> None:
    item = only(
        "Ministers Anna Berg and Luis Prado convened a Ministerial Meeting in Lima on July 23, 2021.",
        headline="Ministers' Meeting 2021 Joint Statement, July 23, 2021",
    )
    assert (days(item), status_of(item, FRIDAY)) == ("2021-07-23 2021-07-23", "past")


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Peru and Chile will hold talks on the situation in Afghanistan on Monday.", None),
        ("Peru and Chile will hold talks on the war in Syria in Oslo on Monday.", "Oslo"),
        ("Peru will hold talks with Chile in Geneva, the Islamic Republic's envoy said.", "Geneva"),
    ],
)
def test_what_is_talked_about_and_who_says_so_are_no_places(sentence: str, place: str | None) -> None:
    assert only(sentence).place == place


def test_what_was_done_as_announced_has_its_own_day() -> None:
    items = agenda(
        "Peru announced on 5 May 2020 that it would leave the treaty, and six months later, on 9 June 2021, it did."
    )
    assert [days(item) for item in items if item.tense == "past"] == ["2021-06-09 2021-06-09"]


def test_ministers_adopt_guidelines_without_a_vote() -> None:
    item = only("Their foreign ministers adopted guidelines in Lima this July.")
    assert (item.kind, days(item)) == ("treaty", "2021-07-01 2021-07-31")


def test_what_the_superpowers_agreed_in_a_treaty_of_a_year_is_an_event() -> None:
    (item,) = agenda("In the pact of May 1972 the two superpowers agreed that neither would build a shield.")
    assert (item.kind, item.tense) == ("treaty", "past")


@pytest.mark.parametrize(
    ("sentence", "kind", "when"),
    [
        ("On Friday the court issued an arrest warrant against Kari Holmvik.", "other", "2021-07-23 2021-07-23"),
        ("Norway held a series of calls with Peru on Tuesday.", "meeting", "2021-07-20 2021-07-20"),
        ("Kari Holmvik had lunch with Luis Prado on Tuesday.", "meeting", "2021-07-20 2021-07-20"),
        ("Norway will attend a memorial service in Lima on Monday.", "other", "2021-07-26 2021-07-26"),
        ("The ceasefire began on Tuesday.", "treaty", "2021-07-20 2021-07-20"),
        ("The resolution, passed 27-21 by the Senate on Tuesday, is final.", "vote", "2021-07-20 2021-07-20"),
        ("The two laws, adopted by the Senate on Tuesday, are final.", "vote", "2021-07-20 2021-07-20"),
        ("Norway will co-chair the first plenary session of the bloc on Monday.", "meeting", "2021-07-26 2021-07-26"),
        ("The Chadian president signed an executive order on Tuesday.", "other", "2021-07-20 2021-07-20"),
        ("Kari Holmvik is due in Lima on Monday.", "visit", "2021-07-26 2021-07-26"),
        ("Negotiators have until midnight on Monday to agree.", "deadline", "2021-07-26 2021-07-26"),
    ],
)
def test_more_events_of_the_news(sentence: str, kind: str, when: str) -> None:
    item = only(sentence)
    assert (item.kind, days(item)) == (kind, when)


def test_a_day_belongs_to_what_was_done_on_it_and_not_to_what_will_be_done_there() -> None:
    visit, meeting = agenda("Kari Holmvik landed in Lima on Monday where she will hold a meeting with Luis Prado.")
    assert (visit.kind, days(visit)) == ("visit", "2021-07-19 2021-07-19")
    assert (meeting.kind, days(meeting)) == ("meeting", None)


def test_what_comes_before_the_president_begins_a_trip_is_ahead_of_it() -> None:
    item = only("The thaw came just days before President Ndube Okello of Kenya begins a trip to Peru.")
    assert (item.kind, item.tense, item.participants) == ("visit", "to_come", ("ndube-okello",))


def test_who_led_talks_took_part_in_them() -> None:
    item = only("The pact came after high-level talks led by Kari Holmvik, the Norwegian envoy, and Luis Prado.")
    assert {"kari-holmvik", "luis-prado"} <= set(item.participants)


def test_a_particle_is_no_part_of_an_events_name() -> None:
    assert only("Norway and Peru wrapped up drills on Tuesday.").title.startswith("Drills")


@pytest.mark.parametrize(
    ("sentence", "when", "status"),
    [
        ("The court will deliver its ruling on Friday.", "2021-07-23 2021-07-23", "to_come"),
        ("The exercise runs until Monday.", "2021-07-26 2021-07-26", "to_come"),
        ("The drills off Lima will last until Monday.", "2021-07-26 2021-07-26", "to_come"),
        ("The IAEA board meets from August 2.", "2021-08-02 2021-08-02", "to_come"),
    ],
)
def test_what_runs_and_what_is_to_be_ruled_lies_ahead(sentence: str, when: str, status: Status) -> None:
    item = only(sentence)
    assert (days(item), status_of(item, FRIDAY)) == (when, status)
