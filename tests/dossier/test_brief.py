from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from briefing.dossier.brief import Brief, Limits, brief_of
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.leads import lead_of, leads_of
from briefing.model import Briefing, Evidence
from tests import factories
from tests.dossier.articles import catalogue_of


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(factories.briefing())


@pytest.fixture(scope="module")
def brief(catalogue: Catalogue) -> Brief:
    return brief_of(catalogue)


def every_evidence(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from every_evidence(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from every_evidence(getattr(value, field.name))


def test_header(brief: Brief) -> None:
    assert (brief.as_of, brief.as_of_basis, brief.documents) == (date(2021, 7, 23), "newest document", 4)
    assert (brief.first, brief.last) == (date(2021, 2, 3), date(2021, 7, 23))


def test_bottom_line_begins_with_the_newest_and_quotes(catalogue: Catalogue, brief: Brief) -> None:
    assert brief.bottom_line[0].evidence.document == catalogue.briefing.documents[0].id
    for lead in brief.bottom_line:
        assert lead.text == catalogue.text(lead.evidence.document, lead.evidence.sentence)


def test_states_of_the_disputes_come_first_with_their_people(brief: Brief) -> None:
    assert [party.name for party in brief.parties.lines] == ["Russia", "United States", "Ukraine", "NATO", "China"]
    states = brief.parties.lines[1]
    assert {(person.name, person.role) for person in states.people.lines} == {
        ("Wendy Sherman", "Deputy Secretary of State"),
        ("Antony Blinken", "Secretary of State"),
        ("Joe Biden", None),
    }


def positions_on(brief: Brief, dispute: str) -> set[tuple[str, str, str]]:
    (found,) = (one for one in brief.disputes.lines if one.id == dispute)
    return {(side.name, one.kind, one.words) for side in found.sides.lines for one in side.positions.lines}


def test_each_side_speaks_in_its_own_words_and_wants_before_it_judges(brief: Brief) -> None:
    assert positions_on(brief, "missile_defense") == {
        ("Russia", "demand", "insists that a new agreement must limit U.S. missile defenses"),
        ("NATO", "deny", "denies that its missile defense is directed at Russia"),
    }


def test_a_side_may_say_more_than_one_thing(catalogue: Catalogue, brief: Brief) -> None:
    more = positions_on(brief_of(catalogue, Limits(positions=2)), "missile_defense")
    assert more == positions_on(brief, "missile_defense") | {
        ("Russia", "accuse", "says that launchers in Romania could fire cruise missiles"),
    }


def test_dispute_without_positions_is_not_on_the_page(brief: Brief) -> None:
    assert "cyber" not in {dispute.id for dispute in brief.disputes.lines}


def test_what_comes_next_is_in_the_order_of_its_days_and_nothing_is_past(brief: Brief) -> None:
    days = [line.date.start if line.date else None for line in brief.next.lines]
    assert days == [date(2021, 7, 25), date(2021, 7, 28), date(2026, 2, 4), None]
    assert {line.status for line in brief.next.lines} == {"to_come", "undated"}


def test_every_line_has_a_source_and_every_source_is_listed(catalogue: Catalogue, brief: Brief) -> None:
    lines = (
        *brief.bottom_line,
        *brief.parties.lines,
        *(person for party in brief.parties.lines for person in party.people.lines),
        *(p for d in brief.disputes.lines for side in d.sides.lines for p in side.positions.lines),
        *brief.instruments.lines,
        *brief.next.lines,
    )
    assert all(next(every_evidence(line), None) for line in lines)
    cited = {evidence.document for line in lines for evidence in every_evidence(line)}
    assert cited == {source.document.id for source in brief.sources}
    assert [source.number for source in brief.sources] == sorted(source.number for source in brief.sources)
    assert all(source.number == catalogue.number(source.document.id) for source in brief.sources)


def test_what_does_not_fit_is_counted(catalogue: Catalogue, brief: Brief) -> None:
    short = brief_of(catalogue, Limits(leads=1, parties=1, people=1, disputes=1, sides=1, positions=1, next=2))
    assert (len(short.bottom_line), len(short.parties.lines), len(short.next.lines)) == (1, 1, 2)
    assert (short.parties.total, short.disputes.total, short.next.total) == (
        brief.parties.total,
        brief.disputes.total,
        brief.next.total,
    )
    assert short.disputes.lines[0].sides.total >= len(short.disputes.lines[0].sides.lines) == 1


def test_empty_briefing_makes_an_empty_brief() -> None:
    brief = brief_of(Catalogue(Briefing(None, "unknown")))
    assert (brief.documents, brief.bottom_line, brief.sources) == (0, (), ())
    parts = (brief.parties, brief.disputes, brief.instruments, brief.next, brief.disagreements)
    assert [(part.lines, part.total) for part in parts] == [((), 0)] * 5


def test_where_sources_disagree_stands_in_the_brief_and_is_sourced() -> None:
    text = "Russia will hold the Zapad-2021 exercise on September 10-16, 2021 with {} troops."
    brief = brief_of(catalogue_of(("2021-04-16", text.format("12,800")), ("2021-04-20", text.format("200,000"))))
    (disagreement,) = brief.disagreements.lines
    assert [version.value for version in disagreement.versions] == ["200,000 troops", "12,800 troops"]
    assert len(brief.sources) == 2


def test_what_several_say_together_stands_once() -> None:
    catalogue = catalogue_of(("2021-07-23", "The United States and Russia demanded limits on missile defenses."))
    (dispute,) = [one for one in brief_of(catalogue).disputes.lines if one.id == "missile_defense"]
    positions = [position for side in dispute.sides.lines for position in side.positions.lines]
    assert [set(position.speakers) for position in positions] == [{"Russia", "United States"}]


def test_lead_passes_over_a_greeting_and_falls_back_to_the_headline() -> None:
    greeted = factories.document("Briefing", [["Good afternoon.", "The two sides will meet in Geneva soon."]], path="a")
    lead = lead_of(greeted)
    assert lead is not None
    assert lead.text == "The two sides will meet in Geneva soon."
    bare = lead_of(factories.document("Only a headline", [], path="b"))
    assert bare is not None
    assert bare.text == "Only a headline"


def test_no_lead_twice() -> None:
    text = "Russia and the United States will meet in Geneva on July 28."
    catalogue = catalogue_of(("2021-07-23", text), ("2021-07-22", text))
    assert len(leads_of(catalogue, 3)) == 1


def test_order_of_statements_makes_no_difference(brief: Brief) -> None:
    briefing = factories.briefing()
    shuffled = replace(briefing, statements=briefing.statements[::-1], agenda=briefing.agenda[::-1])
    assert brief_of(Catalogue(shuffled)) == brief
