import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.export.country_codes import two_letters
from briefing.export.escaping import plain_line
from briefing.export.ftm_format import render_ftm
from briefing.knowledge.iso import ISO_CODES
from briefing.model import Briefing, DateInterval, Precision
from tests import factories
from tests.export.hostile import HOSTILE, hostile_briefing


def entities(briefing: Briefing, *, with_text: bool = False) -> list[dict[str, Any]]:
    return [json.loads(line) for line in render_ftm(briefing, with_text)]


def by_id(briefing: Briefing) -> dict[str, dict[str, Any]]:
    return {entity["id"]: entity for entity in entities(briefing)}


def test_kinds_of_entity() -> None:
    found = by_id(factories.briefing())
    schemata = Counter(entity["schema"] for entity in found.values())
    assert schemata["Article"] == 4
    assert schemata["Event"] == 6
    assert {key: found[f"actor-{key}"]["schema"] for key in ("rus", "state-department", "nato", "joe-biden")} == {
        "rus": "PublicBody",
        "state-department": "PublicBody",
        "nato": "Organization",
        "joe-biden": "Person",
    }
    assert found["actor-russian-foreign-ministry"]["schema"] == "PublicBody"


def test_person_has_name_position_and_country() -> None:
    person = by_id(factories.briefing())["actor-wendy-sherman"]["properties"]
    assert person == {
        "name": ["Wendy Sherman"],
        "alias": ["Sherman"],
        "country": ["us"],
        "position": ["Deputy Secretary of State"],
    }


def test_what_is_named_exists_and_ids_are_unique() -> None:
    found = entities(factories.briefing())
    ids = {entity["id"] for entity in found}
    assert len(ids) == len(found)
    for entity in found:
        for name in ("involved", "proof", "document", "resolved"):
            assert set(entity["properties"].get(name, ())) <= ids


def test_mention_says_which_document_names_whom_by_which_names() -> None:
    briefing = factories.briefing()
    talks = briefing.documents[0].id
    mention = by_id(briefing)[f"mention-{talks}-usa"]["properties"]
    assert mention["document"] == [f"document-{talks}"]
    assert mention["resolved"] == ["actor-usa"]
    assert set(mention["name"]) == {"United States", "American", "U.S.", "Washington"}


@pytest.mark.parametrize(
    ("precision", "start", "end", "expected"),
    [
        ("day", date(2021, 7, 28), date(2021, 7, 28), {"date": ["2021-07-28"]}),
        ("month", date(2021, 7, 1), date(2021, 7, 31), {"date": ["2021-07"]}),
        ("year", date(2026, 1, 1), date(2026, 12, 31), {"date": ["2026"]}),
        ("week", date(2021, 7, 26), date(2021, 8, 1), {"startDate": ["2021-07-26"], "endDate": ["2021-08-01"]}),
    ],
)
def test_date_is_as_exact_as_it_is_known(
    precision: Precision, start: date, end: date, expected: dict[str, list[str]]
) -> None:
    briefing = factories.briefing()
    item = replace(briefing.agenda[0], date=DateInterval(start, end, precision, ""))
    event = by_id(replace(briefing, agenda=(item,)))[f"event-{item.id}"]["properties"]
    assert {key: value for key, value in event.items() if "ate" in key and key != "updatedAt"} == expected


def test_web_address_is_kept_and_nothing_else_for_one() -> None:
    briefing = factories.briefing()
    article, *others = briefing.documents
    shown = by_id(replace(briefing, documents=(replace(article, url="https://example.org/a"), *others)))
    assert shown[f"document-{article.id}"]["properties"]["sourceUrl"] == ["https://example.org/a"]
    (hostile, *_) = entities(hostile_briefing())
    assert "sourceUrl" not in hostile["properties"]


def test_articles_are_in_it_when_asked_for() -> None:
    (article, *_) = entities(factories.briefing(), with_text=True)
    assert article["properties"]["bodyText"] == factories.documents()[0].text.split("\n\n")
    assert "bodyText" not in entities(factories.briefing())[0]["properties"]


def test_hostile_text_is_text() -> None:
    found = by_id(hostile_briefing())
    assert found["actor-one"]["properties"]["name"] == [" ".join(plain_line(HOSTILE).split())[:383] + "…"]


def test_every_state_has_a_code_of_two_letters() -> None:
    codes = {two_letters(code.upper()) for code in ISO_CODES}
    assert len(codes) == len(ISO_CODES)
    assert (two_letters("CHN"), two_letters("chl"), two_letters("XKX"), two_letters("xyz")) == ("cn", "cl", "xk", None)


def test_followthemoney_takes_every_entity_as_it_is() -> None:
    ftm = pytest.importorskip("followthemoney")
    for entity in entities(factories.briefing(), with_text=True):
        ftm.model.get(entity["schema"]).validate(entity)
        cleaned = ftm.model.get_proxy(entity, cleaned=False).to_dict()
        assert {name: sorted(values) for name, values in cleaned["properties"].items()} == {
            name: sorted(values) for name, values in entity["properties"].items()
        }


def test_followthemoney_takes_hostile_text() -> None:
    ftm = pytest.importorskip("followthemoney")
    for entity in entities(hostile_briefing(), with_text=True):
        ftm.model.get(entity["schema"]).validate(entity)
        cleaned = ftm.model.get_proxy(entity, cleaned=False).to_dict()
        assert cleaned["properties"].keys() == entity["properties"].keys()


def test_followthemoney_knows_every_code_of_two_letters() -> None:
    pytest.importorskip("followthemoney")
    from followthemoney.types import registry

    assert [
        code for code in sorted(ISO_CODES | {"xkx"}) if not registry.country.validate(two_letters(code) or "")
    ] == []


def test_the_validator_of_followthemoney_passes_every_line(tmp_path: Path) -> None:
    pytest.importorskip("followthemoney")
    lines = list(render_ftm(factories.briefing()))
    (tmp_path / "in.ftm").write_text("".join(lines), encoding="utf-8")
    command = [
        sys.executable,
        "-c",
        "from followthemoney.cli.cli import cli; cli()",
        "validate",
        "-i",
        "in.ftm",
        "-o",
        "out.ftm",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert len((tmp_path / "out.ftm").read_text(encoding="utf-8").splitlines()) == len(lines)
