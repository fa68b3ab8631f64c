from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from briefing.config.loading import shipped_settings
from briefing.extraction.extract import extract
from briefing.knowledge.loader import load
from briefing.library.columns import (
    Column,
    DamagedError,
    Days,
    Flags,
    Many,
    Mappings,
    Maybe,
    Numbers,
    Records,
    Shared,
    Texts,
    Tuples,
    decoded,
    encoded,
)
from briefing.library.records import BRIEFING, FINDINGS, READING, KeptReading
from briefing.model import Briefing, Document, Findings, Skipped, Span
from briefing.paths import shipped_seeds
from briefing.reading.documents import read_file
from tests import factories


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (Texts(), "Łukašenka said “no” \U0001f600\x00"),
        (Texts(), "a lone surrogate \ud800"),
        (Texts(), ""),
        (Texts(), None),
        (Numbers(), 0),
        (Numbers(), 2**40),
        (Flags(), True),
        (Days(), date(2021, 7, 23)),
        (Days(), None),
        (Many(Texts()), ()),
        (Many(Many(Texts())), (("a", "b"), (), ("a",))),
        (Shared(Many(Numbers())), (1, 300, 70_000)),
        (Maybe(Days()), None),
        (Mappings(Many(Numbers())), {"b": (1,), "a": ()}),
        (Tuples(Span, start=Numbers(), end=Numbers()), Span(3, 8)),
        (Records(Skipped, path=Texts(), reason=Texts()), Skipped("a.pdf", "unsupported type")),
    ],
)
def test_values_come_back(column: Column, value: Any) -> None:
    found = decoded(column, encoded(column, value))
    assert found == value
    assert type(found) is type(value)


def test_what_articles_say_comes_back() -> None:
    disputes = shipped_settings().disputes
    for file in sorted(shipped_seeds().iterdir())[:3]:
        reading = read_file(file, file.name)
        assert reading.document is not None
        kept = KeptReading(reading.document, (Skipped("a", "b"),), (1, 2**32 - 1))
        findings = extract(reading.document, load(), disputes)
        assert findings.statements
        assert decoded(READING, encoded(READING, kept)) == kept
        assert decoded(FINDINGS, encoded(FINDINGS, findings)) == findings


def test_a_briefing_comes_back() -> None:
    briefing = factories.briefing()
    assert decoded(BRIEFING, encoded(BRIEFING, briefing)) == briefing


@pytest.mark.parametrize(("column", "made"), [(FINDINGS, Findings), (BRIEFING, Briefing)])
def test_every_field_of_every_type_is_kept(column: Records, made: type) -> None:
    assert list(column.fields) == [field.name for field in fields(made)]
    for inner in _records_in(column):
        assert list(inner.fields) == [field.name for field in fields(inner.made)]


def _records_in(column: Any) -> list[Records]:
    inner = [*getattr(column, "fields", {}).values()]
    inner += [found for name in ("_column", "_values") if (found := getattr(column, name, None)) is not None]
    return [*([column] if isinstance(column, Records) else []), *(r for found in inner for r in _records_in(found))]


def test_documents_are_kept_whole() -> None:
    assert Document in {record.made for record in _records_in(BRIEFING)}


def test_equal_values_become_one_object() -> None:
    shared: dict[Any, Any] = {}
    data = encoded(FINDINGS, Findings("ae3bea937099"))
    assert decoded(FINDINGS, data, shared).document is decoded(FINDINGS, data, shared).document


@pytest.mark.parametrize("length", [0, 1, 20, -1])
def test_cut_data_is_told(length: int) -> None:
    data = encoded(FINDINGS, Findings("ae3bea937099"))
    with pytest.raises(DamagedError):
        decoded(FINDINGS, data[:length])


def test_changed_data_is_told() -> None:
    data = encoded(BRIEFING, factories.briefing())
    for at in range(0, len(data), 97):
        with pytest.raises(DamagedError):
            decoded(BRIEFING, data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
