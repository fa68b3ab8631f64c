"""What is new since a person looked last, and what moved."""

from __future__ import annotations

from dataclasses import replace

from briefing.dossier.changes import Change, changes_of
from briefing.dossier.lasting_names import LastingNames
from briefing.dossier.news import NO_NEWS, news_of
from briefing.memory.remembered import Remembered
from tests.dossier.articles import catalogue_of

TALKS = (
    "2021-07-23",
    "Russia rejects limits on its missile defense, Deputy Foreign Minister Sergei Ryabkov said on Friday. "
    "The United States and Russia will hold arms control talks in Geneva on July 28.",
)
LATER = (
    "2021-07-24",
    "China opposes the sanctions, Foreign Minister Wang Yi said on Saturday. "
    "Wang will meet British Foreign Secretary Dominic Raab in London on August 3.",
)


def before(*articles: tuple[str, str]) -> Remembered:
    return LastingNames(catalogue_of(*articles)).remembered(1.0, 1.0, 738_000)


def after(*articles: tuple[str, str]) -> LastingNames:
    return LastingNames(catalogue_of(*articles))


def moved(changes: list[Change]) -> list[tuple[str | None, str, str, str]]:
    return [(one.moved, one.item.id, one.was, one.now) for one in changes if one.moved]


def test_without_a_before_nothing_is_new() -> None:
    assert news_of(after(TALKS), None) == NO_NEWS


def test_what_was_there_is_not_new() -> None:
    assert news_of(after(TALKS), before(TALKS)) == NO_NEWS
    assert changes_of(after(TALKS), before(TALKS)) == []


def test_what_a_new_article_brings_is_new_and_the_rest_is_not() -> None:
    names = after(TALKS, LATER)
    news = news_of(names, before(TALKS))
    assert {"wang-yi", "chn", "dominic-raab"} <= news.actors
    assert news.actors.isdisjoint({"rus", "usa", "sergei-ryabkov"})
    assert news.disputes == {"sanctions"}
    catalogue = names.catalogue
    assert {catalogue.statements[one].actor for one in news.statements} <= {"wang-yi", "chn"}
    assert news.statements
    assert [catalogue.agenda[one].place for one in news.agenda] == ["London"]
    abouts = [change.about for change in changes_of(names, before(TALKS))]
    assert abouts == sorted(abouts, key=["actor", "position", "agenda"].index)
    assert {"actor", "position", "agenda"} == set(abouts)


def test_a_corrected_article_brings_no_more_than_the_correction() -> None:
    corrected = (TALKS[0], TALKS[1] + " Ukraine condemned the shelling of Donetsk.")
    news = news_of(after(corrected), before(TALKS))
    assert news.actors == {"ukr"}
    assert news.agenda == frozenset()
    assert news.disputes <= {"ukraine"}


def test_an_actor_with_a_fuller_name_is_not_new() -> None:
    first = ("2021-07-23", "France wants talks, French Foreign Minister Jeanne Martin said on Friday.")
    second = ("2021-07-24", "France wants talks, French Foreign Minister Jeanne Claire Martin said on Saturday.")
    names = after(first, second)
    assert "jeanne-claire-martin" in names.catalogue.actors
    assert news_of(names, before(first)).actors == frozenset()


def test_a_role_that_moved() -> None:
    first = ("2021-07-23", "France wants talks, French Interior Minister Jeanne Martin said on Friday.")
    second = ("2021-07-25", "France wants talks, French Foreign Minister Jeanne Martin said on Sunday.")
    changes = changes_of(after(first, second), before(first))
    assert ("role", "jeanne-martin", "Interior Minister", "Foreign Minister") in moved(changes)
    (change,) = [one for one in changes if one.moved == "role"]
    names = after(first, second)
    assert "French Foreign Minister" in names.catalogue.text(change.evidence.document, change.evidence.sentence)


def test_a_date_that_moved() -> None:
    second = (
        "2021-07-26",
        "The United States and Russia will hold arms control talks in Geneva on July 30, officials said.",
    )
    changes = changes_of(after(TALKS, second), before(TALKS))
    assert [("date", was, now) for kind, _, was, now in moved(changes) if kind == "date"] == [
        ("date", "Wed 28 Jul 2021", "Fri 30 Jul 2021")
    ]
    assert not [one for one in changes if one.about == "agenda" and not one.moved], "told once"


def test_a_date_that_is_known_by_now() -> None:
    first = ("2021-07-23", "The United States and Russia will hold arms control talks in Geneva in July 2021.")
    kept = before(first)
    vague = {name: known._replace(told="2021-07-01/2021-07-31/month") for name, known in kept.agenda.items()}
    assert vague
    changes = changes_of(after(first, TALKS), replace(kept, agenda=vague))
    dates = [(was, now) for kind, _, was, now in moved(changes) if kind == "date"]
    assert dates in ([("Jul 2021", "Wed 28 Jul 2021")], [])


def test_a_stance_that_moved() -> None:
    first = ("2021-07-23", "Turkey opposes the sanctions against Russia, Foreign Minister Mevlut Cavusoglu said.")
    second = ("2021-07-26", "Turkey supports the sanctions against Russia, Foreign Minister Mevlut Cavusoglu said.")
    changes = changes_of(after(first, second), before(first))
    stances = {(one.item.id, one.dispute, one.was, one.now) for one in changes if one.moved == "stance"}
    assert ("tur", "sanctions", "oppose", "support") in stances


def test_nothing_moves_without_a_new_article() -> None:
    kept = before(TALKS)
    others = replace(
        kept,
        actors={name: known._replace(told="Admiral") for name, known in kept.actors.items()},
        agenda={name: known._replace(told="2020-01-01/2020-01-01/day") for name, known in kept.agenda.items()},
        stances={name: known._replace(told="support") for name, known in kept.stances.items()},
    )
    assert changes_of(after(TALKS), others) == []


def test_dates_that_are_no_dates_stop_nothing() -> None:
    kept = before(TALKS)
    strange = replace(
        kept, documents={}, agenda={name: known._replace(told="x/y") for name, known in kept.agenda.items()}
    )
    assert [change.was for change in changes_of(after(TALKS), strange) if change.moved == "date"] == ["?"]
