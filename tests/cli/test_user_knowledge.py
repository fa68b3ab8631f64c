"""A user's own tables of knowledge, from the folder beside the configuration to what the command prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

ARTICLE = """Ruritania speaks of the Zenda Compact

STRELSAU, March 5, 2021 (Zenda Gazette) — Ruritania thundered that it would answer the sanctions of Borduria.

Rudolf Elphberg will meet the French in Paris next week. The Steppe Republic said that it backed the Zenda Compact. \
Estonia's Ministry of Silly Walks welcomed the talks, Ynet reported. The Ruritanians are to vote on Sunday.
"""
TABLES = {
    "ministries": "- Ministry of Silly Walks\n",
    "instruments": "zenda-compact: {name: Zenda Compact, parties: [xaa, fra]}\n",
    "states": """\
xaa: {name: Ruritania, short: Rur, names: [Elphberg Realm], demonyms: [Ruritanians], capitals: [Strelsau]}
kaz:
  names: [Steppe Republic]
""",
    "office_holders": """\
- name: Rudolf Elphberg
  country: xaa
  offices: [{title: Chancellor, from: 2020-01-01, to: null}]
""",
    "speech": "verbs:\n  thunder: threaten quote that\n",
    "media": "zenda-gazette: {name: Zenda Gazette, kind: medium, country: xaa}\n",
}


@pytest.fixture
def folder(user_file: Path) -> Path:
    folder = user_file.parent / "knowledge"
    folder.mkdir()
    return folder


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "ruritania.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return file


def write(folder: Path, tables: dict[str, str]) -> None:
    for name, text in tables.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def exported(run: Run, article: Path) -> dict[str, Any]:
    done = run("--seeds", article, "export", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    data: dict[str, Any] = json.loads(done.stdout)
    return data


def actors(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {actor["id"]: actor for actor in data["actors"]}


def test_without_tables_of_ones_own_these_things_are_not_known(run: Run, article: Path) -> None:
    data = exported(run, article)
    assert actors(data).keys().isdisjoint({"xaa", "kaz", "estonia-s-ministry-of-silly-walks"})
    assert data["instruments"] == []
    assert "threaten" not in {said["kind"] for said in data["statements"]}
    assert data["documents"][0]["publisher"] is None


def test_what_is_added_stands_in_the_export(run: Run, folder: Path, article: Path) -> None:
    write(folder, TABLES)
    data = exported(run, article)
    found = actors(data)

    ministry = found["estonia-s-ministry-of-silly-walks"]
    assert (ministry["kind"], ministry["country"]) == ("organisation", "EST")

    assert [(found["id"], found["name"]) for found in data["instruments"]] == [("zenda-compact", "Zenda Compact")]

    assert found["xaa"]["name"] == "Ruritania"
    assert "demonym" in {evidence["rule"] for evidence in found["xaa"]["evidence"]}
    assert found["kaz"]["aliases"] == ["Steppe Republic"]

    holder = found["rudolf-elphberg"]
    assert (holder["kind"], holder["role"], holder["country"]) == ("person", "Chancellor", "XAA")

    (threat,) = [said for said in data["statements"] if said["kind"] == "threaten"]
    assert (threat["actor"], threat["evidence"]["rule"]) == ("xaa", "actor + thunder + clause")

    assert (data["documents"][0]["publisher"], data["documents"][0]["dateline"]) == ("Zenda Gazette", "STRELSAU")
    assert data["skipped"] == []


def test_what_is_added_is_shown_and_found_by_all_its_names(run: Run, folder: Path, article: Path) -> None:
    write(folder, TABLES)
    assert "state       Ruritania" in run("--seeds", article, "show", "Elphberg").stdout.splitlines()
    assert run("--seeds", article, "search", "Elphberg Realm", "--kind", "state").stdout.startswith(
        "state         Ruritania: state"
    )


def test_null_takes_away(run: Run, folder: Path, article: Path) -> None:
    assert "ynet" in actors(exported(run, article))
    write(
        folder, {"media": "ynet: null\n", "states": "fra: {adjectives: null}\n", "speech": "verbs: {welcome: null}\n"}
    )
    data = exported(run, article)
    assert actors(data).keys().isdisjoint({"ynet", "fra"})
    assert not any("welcome" in said["evidence"]["rule"] for said in data["statements"])


def test_file_that_does_not_fit_is_one_line_and_all_else_goes_on(run: Run, folder: Path, article: Path) -> None:
    write(folder, TABLES | {"media": "zenda-gazette:\n  name: Zenda Gazette\n  kind: mediun\n"})
    done = run("--seeds", article, "export", "--format", "json")
    assert done.returncode == 0
    assert done.stderr == (
        f"briefing: skipped {folder / 'media.yaml'}:3: zenda-gazette.kind: expected one of international, government, "
        'armed_group, party, medium, company, society, found "mediun" (did you mean medium?)\n'
    )
    assert {"xaa", "kaz", "ynet", "rudolf-elphberg"} <= actors(json.loads(done.stdout)).keys()


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        ("states", "kaz:\n  names: Steppe Republic\n", "states.yaml:2: kaz.names: expected a list"),
        ("instruments", "zenda-compact: [\n", "instruments.yaml:2: "),
        ("speech", "verbs:\n  thunder: shout\n", "speech.yaml:2: verbs.thunder: expected a kind of statement"),
        ("minsitries", "- Ministry\n", "minsitries.yaml: expected the name of a table (did you mean ministries.yaml?)"),
        (
            "office_holders",
            "- name: Rudolf Elphberg\n  country: xaa\n  offices:\n  - {title: Chancellor, from: 2020-02-30}\n",
            "office_holders.yaml:4: rudolf-elphberg.offices.0.from: expected a date as YYYY-MM-DD",
        ),
    ],
)
def test_check_tells_what_does_not_fit(
    run: Run, folder: Path, article: Path, table: str, text: str, expected: str
) -> None:
    write(folder, {"states": TABLES["states"], table: text})
    done = run("--seeds", article, "check")
    assert done.returncode == 1
    assert f"briefing: skipped {folder / expected}" in done.stderr
    assert done.stderr.count("\n") == 1
    assert "1 problem found" in done.stdout
    assert any(line.startswith("read       ruritania.txt") for line in done.stdout.splitlines())


def test_check_counts_what_was_added_and_lints_it(run: Run, folder: Path, article: Path) -> None:
    states = next(line for line in run("--seeds", article, "check").stdout.splitlines() if "knowledge" in line)
    write(folder, {"states": "xaa: {name: Ruritania, names: [France]}\n"})
    done = run("--seeds", article, "check")
    assert done.returncode == 1
    assert "'france' is ambiguous" in done.stderr.lower()
    count = int(states.split()[1])
    assert f"knowledge  {count + 1} states" in done.stdout


def test_where_names_the_folder_and_says_whether_it_is_there(run: Run, user_file: Path, article: Path) -> None:
    folder = user_file.parent / "knowledge"
    lines = run("--seeds", article, "where").stdout.splitlines()
    assert f"           {folder} (not there)" in lines
    folder.mkdir()
    lines = run("--seeds", article, "where").stdout.splitlines()
    assert f"           {folder}" in lines
