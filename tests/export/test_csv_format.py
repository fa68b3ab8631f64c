import csv
import io
import re

import pytest

from briefing.export.csv_format import TABLES, render_csv
from briefing.model import Briefing
from tests import factories
from tests.export.hostile import hostile_briefing

Rows = list[dict[str, str]]


def tables(briefing: Briefing, *, with_text: bool = False) -> dict[str, Rows]:
    texts = {name: "".join(lines) for name, lines in render_csv(briefing, with_text)}
    return {name: list(csv.DictReader(io.StringIO(text, newline=""), strict=True)) for name, text in texts.items()}


@pytest.fixture(scope="module")
def rows() -> dict[str, Rows]:
    return tables(factories.briefing())


def test_one_table_a_kind(rows: dict[str, Rows]) -> None:
    assert set(rows) == {f"{name}.csv" for name in TABLES}
    assert {name: len(found) for name, found in rows.items() if name != "evidence.csv"} == {
        "documents.csv": 4,
        "actors.csv": len(factories.briefing().actors),
        "roles.csv": 5,
        "statements.csv": 8,
        "instruments.csv": 1,
        "disputes.csv": 4,
        "positions.csv": 8,
        "agenda.csv": 6,
        "skipped.csv": 2,
    }


@pytest.mark.parametrize("briefing", [Briefing(None, "unknown"), factories.briefing()], ids=["empty", "full"])
def test_every_table_has_its_header_and_lines_end_in_cr_lf(briefing: Briefing) -> None:
    for name, lines in render_csv(briefing):
        text = "".join(lines)
        assert text.split("\r\n", maxsplit=1)[0] == ",".join(TABLES[name.removesuffix(".csv")])
        assert not re.search("(?<!\r)\n", text)


def test_evidence_is_complete_and_lies_where_it_says(rows: dict[str, Rows]) -> None:
    briefing = factories.briefing()
    evidence = [
        *(found for actor in briefing.actors for found in actor.evidence),
        *(found for instrument in briefing.instruments for found in instrument.evidence),
        *(found for dispute in briefing.disputes for found in dispute.evidence),
        *(found for item in briefing.agenda for found in item.evidence),
    ]
    assert len(rows["evidence.csv"]) == len(evidence)
    texts = {document.id: document.text for document in briefing.documents}
    for row in rows["evidence.csv"]:
        start, end, base = int(row["start"]), int(row["end"]), int(row["sentence_start"])
        assert texts[row["document"]][start:end] == row["text"] == row["sentence"][start - base : end - base]


def test_unknown_cells_are_empty_and_truth_is_in_words(rows: dict[str, Rows]) -> None:
    undated = next(row for row in rows["documents.csv"] if row["title"].startswith("Missile defense"))
    assert (undated["published"], undated["publisher"], undated["text"]) == ("", "", "")
    assert {row["quoted"] for row in rows["statements.csv"]} == {"true", "false"}


def test_articles_are_in_it_when_asked_for() -> None:
    (first, *_) = tables(factories.briefing(), with_text=True)["documents.csv"]
    assert first["text"] == " ".join(factories.documents()[0].text.split("\n"))


def test_no_cell_is_a_formula_or_breaks_a_row() -> None:
    found = tables(hostile_briefing(), with_text=True)
    for name, table in found.items():
        for row in table:
            assert None not in row, name
            for cell in row.values():
                assert not re.match("[\\s]*[=+\\-@]", cell)
                assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028]", cell)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x"])
def test_formula_in_every_column_is_text(text: str) -> None:
    cells = [cell for table in tables(hostile_briefing(text)).values() for row in table for cell in row.values()]
    assert text not in cells
    assert f"'{text}" in cells
