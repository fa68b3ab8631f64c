from dataclasses import replace
from datetime import date

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.moves import moves_of
from briefing.model import AgendaItem, Briefing
from tests import factories
from tests.dossier.articles import catalogue_of


def test_an_event_that_a_later_document_puts_on_another_day_has_moved() -> None:
    catalogue = catalogue_of(
        ("2021-07-20", "WASHINGTON — The United States and Russia will hold talks in Geneva on July 28."),
        ("2021-07-22", "WASHINGTON — The United States and Russia will hold talks in Geneva on July 30."),
    )
    before, after = sorted(catalogue.briefing.agenda, key=lambda item: item.date.start if item.date else date.max)
    moves = moves_of(catalogue)
    assert (moves[after.id].other, moves[after.id].later) == (before.id, True)
    assert (moves[before.id].other, moves[before.id].later) == (after.id, False)
    assert moves[after.id].evidence in before.evidence


def test_documents_of_one_day_disagree_and_nothing_has_moved() -> None:
    catalogue = catalogue_of(
        ("2021-07-20", "WASHINGTON — The United States and Russia will hold talks in Geneva on July 28."),
        ("2021-07-20", "MOSCOW — The United States and Russia will hold talks in Geneva on July 30."),
    )
    assert len(catalogue.briefing.agenda) == 2
    assert moves_of(catalogue) == {}


def ending(documents: tuple[int, int], **changed: str) -> Briefing:
    """Return the briefing with two ends of New START, each told in the document of a number."""
    briefing = factories.briefing()
    (runs_out,) = [item for item in briefing.agenda if item.instrument == "new-start"]
    (evidence,) = runs_out.evidence

    def end(key: str, day: date, basis: str, number: int) -> AgendaItem:
        assert runs_out.date is not None
        found = replace(evidence, document=briefing.documents[number].id, rule="deadline: verb")
        when = replace(runs_out.date, start=day, end=day, basis=basis)
        return replace(runs_out, id=key, date=when, evidence=(found,), **changed)  # type: ignore[arg-type]

    first = end("first", date(2021, 2, 5), "on 5 February", documents[0])
    second = end("second", date(2026, 2, 4), "until 4 February 2026", documents[1])
    return replace(briefing, agenda=(second, first))


def test_an_instrument_that_is_to_end_later_than_it_was_has_moved() -> None:
    moves = moves_of(Catalogue(ending((2, 0))))
    assert (moves["second"].other, moves["second"].later) == ("first", True)
    assert (moves["first"].other, moves["first"].later) == ("second", False)


def test_the_end_told_last_is_the_one_that_holds() -> None:
    assert moves_of(Catalogue(ending((0, 2)))) == {}


def test_two_dates_of_an_instrument_that_are_no_ends_have_not_moved() -> None:
    briefing = ending((2, 0))
    agenda = tuple(
        replace(item, evidence=tuple(replace(found, rule="treaty: noun") for found in item.evidence))
        for item in briefing.agenda
    )
    assert moves_of(Catalogue(replace(briefing, agenda=agenda))) == {}
