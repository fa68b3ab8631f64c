import math

import pytest

from briefing.dossier.quantities import contradict, quantities_in
from briefing.model import Span


def told(text: str) -> list[tuple[str, float, float, str]]:
    return [
        (text[found.span.start : found.span.end], found.least, found.most, found.verb)
        for found in quantities_in(text, Span(0, len(text)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia would expel ten American diplomats.", ("ten American diplomats", 10, 10, "expel")),
        ("It expelled the 12 U.S. diplomats.", ("12 U.S. diplomats", 12, 12, "expel")),
        ("It keeps 1,550 strategic nuclear warheads.", ("1,550 strategic nuclear warheads", 1550, 1550, "keep")),
        ("Strikes killed thirty-four people.", ("thirty-four people", 34, 34, "kill")),
        ("It hosts 2.5 million refugees.", ("2.5 million refugees", 2_500_000, 2_500_000, "host")),
        ("It sent more than 100,000 troops.", ("more than 100,000 troops", 100_000, math.inf, "sent")),
        ("It freed up to 30 prisoners.", ("up to 30 prisoners", 0, 30, "fre")),
    ],
)
def test_quantity(text: str, expected: tuple[str, float, float, str]) -> None:
    (found,) = told(text)
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "It lasts five years.",
        "The two sides met.",
        "In 2021 elections were held.",
        "It cost $70 missiles.",
        "No numbers.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert told(text) == []


def test_nearly_as_many_is_no_contradiction() -> None:
    one, near, far = (
        next(quantities_in(text, Span(0, len(text))))
        for text in ("sent 95,000 troops", "sent about 100,000 troops", "sent about 150,000 troops")
    )
    assert not contradict(one, near)
    assert contradict(one, far)
    assert contradict(far, one)
