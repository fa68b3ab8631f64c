from datetime import date

import pytest

from briefing.api import extract, read_text
from briefing.config.narrowing import Narrowing

ARTICLE = read_text(
    "A day of charges\n\nWASHINGTON (AP) - Russia denied the cyberattack. Ukraine condemned the attack on Mariupol.\n",
    published=date(2021, 7, 23),
)
FINDINGS = extract(ARTICLE)


@pytest.mark.parametrize(
    ("narrowing", "taken"),
    [
        (Narrowing(), True),
        (Narrowing(since=date(2021, 7, 23)), True),
        (Narrowing(since=date(2021, 7, 24)), False),
        (Narrowing(until=date(2021, 7, 22)), False),
        (Narrowing(publishers=("ap",)), True),
        (Narrowing(publishers=("Reuters", "AFP")), False),
        (Narrowing(disputes=("cyber",)), True),
        (Narrowing(disputes=("trade",)), False),
    ],
)
def test_what_is_wanted_is_taken(narrowing: Narrowing, taken: bool) -> None:
    assert narrowing.takes(ARTICLE, FINDINGS) is taken


def test_an_article_without_a_date_lies_in_no_period() -> None:
    undated = read_text("A day of charges\n\nRussia denied the cyberattack.\n")
    assert not Narrowing(since=date(1900, 1, 1)).takes(undated, extract(undated))


def test_only_what_is_said_on_a_wanted_dispute_is_left() -> None:
    part = Narrowing(disputes=("cyber",)).part_of(FINDINGS)
    assert {d for statement in part.statements for d in statement.disputes} == {"cyber"}
    assert [dispute.id for dispute in part.disputes] == ["cyber"]
    assert part.mentions == FINDINGS.mentions


def test_what_holds_is_told_in_words() -> None:
    assert Narrowing().words() == ()
    full = Narrowing(date(2021, 1, 2), date(2021, 3, 4), ("AP", "TASS"), ("cyber",))
    assert full.words() == ("since 2021-01-02", "until 2021-03-04", "from AP or TASS", "on cyber")
