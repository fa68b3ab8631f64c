"""What search, show, export, check and where print."""

import json
import zipfile
from pathlib import Path

import jsonschema
import pytest

from briefing.export.formats import FORMATS
from briefing.lookup import KINDS
from tests.cli.conftest import Run

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "briefing-1.schema.json").read_text("utf-8"))


def test_search_finds_a_misspelt_person(run: Run, articles: Path) -> None:
    done = run("--seeds", articles, "search", "ryabkof", "sergei")
    assert (done.returncode, done.stderr) == (0, "")
    first = done.stdout.splitlines()[0]
    assert first.startswith("person        Sergey Ryabkov: person, Russia, ")


def test_search_tells_what_matched_and_where_a_sentence_stands(run: Run, articles: Path) -> None:
    done = run("--seeds", articles, "search", "discuss cyberattacks", "--kind", "sentence", "--limit", "1")
    assert done.stdout == (
        "sentence      “We will not discuss cyberattacks in Geneva,” Ryabkov said. - AP, 23 Jul 2021\n"
    )


def test_search_as_json(run: Run, articles: Path) -> None:
    rows = json.loads(run("--seeds", articles, "search", "ryabkov", "--json", "--limit", "3").stdout)
    assert 0 < len(rows) <= 3
    assert rows[0]["kind"] == "person"
    assert rows[0]["label"] == "Sergey Ryabkov"
    assert 0 <= rows[0]["score"] <= 100
    start, end = rows[0]["spans"][0]
    assert rows[0]["text"][start:end]


def test_search_limit_of_the_configuration(run: Run, articles: Path, user_file: Path) -> None:
    user_file.write_text("search:\n  limit: 1\n")
    assert run("--seeds", articles, "search", "russia").stdout.count("\n") == 1


def test_search_that_finds_nothing(run: Run, articles: Path) -> None:
    done = run("--seeds", articles, "search", "zzzzqqqq")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "briefing: nothing found for zzzzqqqq\n"
    done = run("--seeds", articles, "search", "zzzzqqqq", "--json")
    assert (done.returncode, done.stdout) == (1, "[]\n")


def test_search_for_an_unknown_kind(run: Run, articles: Path) -> None:
    done = run("--seeds", articles, "search", "x", "--kind", "persn")
    assert done.returncode == 2
    assert done.stderr.startswith("briefing: --kind: unknown kind persn (did you mean person?); there is person, state")


def test_search_help_names_every_kind(run: Run) -> None:
    text = " ".join(run("search", "--help").stdout.split())
    assert all(kind in text for kind in KINDS)


def test_show_a_person(run: Run, articles: Path) -> None:
    done = run("--seeds", articles, "show", "Ryabkov")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "Sergey Ryabkov"
    assert any(line.startswith("role        Deputy Foreign Minister") for line in lines)
    assert "  “We will not discuss cyberattacks in Geneva,” Ryabkov said. - AP, 23 Jul 2021" in lines


@pytest.mark.parametrize("name", ["missile defense", "Missile defence"])
def test_show_a_dispute(run: Run, articles: Path, name: str) -> None:
    done = run("--seeds", articles, "show", name)
    assert done.stdout.splitlines()[0] == "Missile defense"
    assert "demand" in done.stdout
    assert "  WASHINGTON, July 23, 2021 (AP) — Russia wants limits on U.S. missile defenses" in done.stdout


def test_show_why_tells_words_and_rule_of_every_piece_of_evidence(run: Run, articles: Path) -> None:
    lines = run("--seeds", articles, "show", "Ryabkov", "--why").stdout.splitlines()
    reasons = [line for line in lines if line.startswith("  why: ")]
    assert "  why: “Sergey Ryabkov”: name after a title" in reasons
    assert "  why: “Ryabkov”: family name of a person named in full" in reasons
    (quoted,) = [line for line in reasons if line.endswith(": an actor, “say” and a quotation")]
    assert quoted.startswith("  why: source “Ryabkov”, cue “said”, content “We will not discuss cyberattacks in Geneva")
    without = run("--seeds", articles, "show", "Ryabkov").stdout.splitlines()
    assert [line for line in lines if not line.startswith("  why: ")] == without


@pytest.mark.parametrize("name", ["Russia", "missile_defense", "cyber", "Sergey Ryabkov"])
def test_show_why_has_a_line_for_each_piece_of_evidence_in_the_export(run: Run, articles: Path, name: str) -> None:
    data = json.loads(run("--seeds", articles, "export", "--format", "json").stdout)
    things = [*data["actors"], *data["disputes"]]
    (thing,) = [thing for thing in things if name in {thing["id"], thing["name"]}]
    own = [said for said in data["statements"] if thing["id"] in {said["actor"], *said["disputes"]}]
    pieces = {json.dumps(found) for found in [*thing["evidence"], *(said["evidence"] for said in own)]}
    done = run("--seeds", articles, "show", name, "--why")
    assert sum(line.startswith("  why: ") for line in done.stdout.splitlines()) == len(pieces) > 0


def test_show_why_of_an_agenda_item(run: Run, articles: Path) -> None:
    (item,) = json.loads(run("--seeds", articles, "export", "--format", "json").stdout)["agenda"]
    done = run("--seeds", articles, "show", "--why", item["id"])
    assert done.stdout.splitlines()[-1] == "  why: “meet”: a verb that tells of a meeting"


def test_show_nothing(run: Run, articles: Path) -> None:
    done = run("--seeds", articles, "show", "Zzzzqqqq")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Zzzzqqqq" in done.stderr


def test_export_is_valid_and_the_same_every_time(run: Run, articles: Path) -> None:
    done = run("--seeds", articles, "export", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    data = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    assert [document["path"] for document in data["documents"]] == ["talks.txt"]
    assert data["documents"][0]["text"] is None
    assert {"sergey-ryabkov", "rus", "usa"} <= {actor["id"] for actor in data["actors"]}
    again = run("--seeds", articles / "talks.txt", "export", "--format", "json", variables={"PYTHONHASHSEED": "1"})
    assert again.stdout == done.stdout


def test_export_is_utf8_whatever_the_terminal_speaks(run: Run, articles: Path) -> None:
    done = run("--seeds", articles, "export", "--format", "json", variables={"PYTHONIOENCODING": "latin-1"})
    assert "“We will not" in done.stdout


def test_export_with_text(run: Run, articles: Path) -> None:
    (document,) = json.loads(run("--seeds", articles, "export", "--format", "json", "--with-text").stdout)["documents"]
    assert document["text"] == (articles / "talks.txt").read_text("utf-8")
    assert document["characters"] == len(document["text"])


def test_export_names_what_was_skipped(run: Run, articles: Path) -> None:
    (articles / "x.pdf").write_bytes(b"%PDF")
    done = run("--seeds", articles, "export", "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["skipped"] == [{"path": "x.pdf", "reason": "unsupported type"}]


def test_export_to_a_file(run: Run, articles: Path, tmp_path: Path) -> None:
    done = run("--seeds", articles, "export", "--format", "json", "-o", "out.json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "out.json").read_bytes().startswith(b'{"format": "briefing/1"')


def test_export_keeps_a_file_that_is_there(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("mine")
    done = run("--seeds", articles, "export", "--format", "json", "-o", "out.json")
    assert done.returncode == 2
    assert done.stderr == "briefing: --output: out.json is there already (--force replaces it)\n"
    assert (tmp_path / "out.json").read_text() == "mine"
    assert run("--seeds", articles, "export", "--format", "json", "-o", "out.json", "--force").returncode == 0
    assert (tmp_path / "out.json").read_text("utf-8").startswith("{")


def test_export_to_a_missing_folder(run: Run, articles: Path) -> None:
    done = run("--seeds", articles, "export", "--format", "json", "-o", "none/out.json")
    assert done.returncode == 2
    assert done.stderr == "briefing: --output: none/out.json: cannot be written: No such file or directory\n"


def test_export_in_an_unknown_format_names_what_there_is(run: Run) -> None:
    done = run("export", "--format", "jsn")
    assert done.returncode == 2
    assert (
        done.stderr == f"briefing: --format: unknown format jsn (did you mean json?); there is {', '.join(FORMATS)}\n"
    )


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("markdown", "# Brief as of "),
        ("html", "<!DOCTYPE html>\n"),
        ("json", '{"format": "briefing/1"'),
        ("ics", "BEGIN:VCALENDAR\n"),
        ("graphml", "<?xml "),
        ("ftm", '{"id": "document-'),
    ],
)
def test_export_to_standard_output(run: Run, articles: Path, name: str, begin: str) -> None:
    for arguments in ([], ["-o", "-"]):
        done = run("--seeds", articles, "export", "--format", name, *arguments)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(begin)


def test_the_format_is_the_one_that_is_named_whatever_the_name_of_the_file(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    assert run("--seeds", articles, "export", "--format", "markdown", "-o", "brief.html").returncode == 0
    assert (tmp_path / "brief.html").read_text("utf-8").startswith("# Brief as of ")


def test_export_of_tables_to_a_folder_or_a_zip(run: Run, articles: Path, tmp_path: Path) -> None:
    for target in ("tables", "tables.zip"):
        done = run("--seeds", articles, "export", "--format", "csv", "-o", target)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    files = {path.name for path in (tmp_path / "tables").iterdir()}
    assert "agenda.csv" in files
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        assert set(archive.namelist()) == files


@pytest.mark.parametrize("arguments", [[], ["-o", "-"]])
def test_export_of_tables_needs_a_place(run: Run, articles: Path, arguments: list[str]) -> None:
    done = run("--seeds", articles, "export", "--format", "csv", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "name a folder, or a file that ends in .zip" in done.stderr


def test_export_of_tables_keeps_one_that_is_there(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "agenda.csv").write_text("mine")
    done = run("--seeds", articles, "export", "--format", "csv", "-o", "tables")
    assert done.returncode == 2
    assert done.stderr == f"briefing: --output: {Path('tables', 'agenda.csv')} is there already (--force replaces it)\n"
    assert [path.name for path in (tmp_path / "tables").iterdir()] == ["agenda.csv"]
    assert run("--seeds", articles, "export", "--format", "csv", "-o", "tables", "--force").returncode == 0
    assert (tmp_path / "tables" / "agenda.csv").read_text("utf-8").startswith("id,kind,status")


def test_check_of_a_sound_setup(run: Run, articles: Path) -> None:
    done = run("--seeds", articles, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        "read       talks.txt: Russia and the United States to talk about arms control (2021-07-23, text)"
        in done.stdout
    )
    assert done.stdout.endswith("all is well\n")


def test_check_of_the_shipped_setup(run: Run) -> None:
    done = run("check")
    assert (done.returncode, done.stderr) == (0, "")


def test_check_finds_problems(run: Run, articles: Path, user_file: Path) -> None:
    (articles / "x.pdf").write_bytes(b"%PDF")
    themes = user_file.parent / "themes"
    themes.mkdir()
    (themes / "mine.yaml").write_text("background: bluish\n")
    user_file.write_text(
        "theem: x\ntheme: nigt-desk\nkeys:\n  qit: q\n"
        "disputes:\n  grain:\n    terms: [grain deal]\n    parties: [zzz]\n    sides: [yyy]\n"
    )
    done = run("--seeds", articles, "check")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert lines[0] == f"briefing: {user_file}:1: theem: unknown key, ignored (did you mean theme?)"
    assert any(f"{themes / 'mine.yaml'}" in line for line in lines)
    assert any(line.startswith(f"briefing: {user_file}:2: theme: nigt-desk: no such theme") for line in lines)
    assert any(line.startswith(f"briefing: {user_file}:4: ") and "qit" in line for line in lines)
    assert any(line.startswith(f"briefing: {user_file}:6: disputes.grain.parties: ") for line in lines)
    assert any(line.startswith(f"briefing: {user_file}:6: disputes.grain.sides: ") for line in lines)
    assert "briefing: skipped x.pdf: unsupported type" in lines
    assert done.stdout.endswith(f"{len(lines)} problems found\n")


def test_where_names_the_files_in_use(run: Run, user_file: Path, articles: Path) -> None:
    user_file.write_text("theme: newsprint\n")
    done = run("--seeds", articles, "where")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"           {user_file}\n" in done.stdout
    assert f"seeds      {articles}\n" in done.stdout
    assert f"           {user_file.parent / 'themes'} (not there)\n" in done.stdout
    assert f"preferred  {user_file.parent / 'preferences.yaml'} (not there)\n" in done.stdout
    assert "memory.sqlite3 (not there)\n" in done.stdout
    assert f"theme is set by {user_file}:1\n" in done.stdout
    assert "seeds is set by --seeds\n" in done.stdout


def test_where_tells_what_was_chosen_in_the_dashboard(run: Run, user_file: Path, articles: Path) -> None:
    preferences = user_file.parent / "preferences.yaml"
    preferences.write_text("format: 1\ntheme: okabe\nkeys:\n  help: h\n", encoding="utf-8")
    user_file.write_text("theme: newsprint\n")
    done = run("--seeds", articles, "where")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"preferred  {preferences}\n" in done.stdout
    assert f"theme is set by {preferences}:2\n" in done.stdout
    assert f"keys.help is set by {preferences}:4\n" in done.stdout
    assert run("check", "--seeds", articles).stdout.splitlines()[0].endswith(str(preferences))


def test_filters_take_a_part_and_say_so(run: Run, articles: Path) -> None:
    (articles / "talks.txt").unlink()
    (articles / "2021-07-23-a.txt").write_text("One day\n\nRussia denied the cyberattack on the ministry.\n")
    (articles / "2021-08-01-b.txt").write_text("Another day\n\nFrance condemned the shelling of Mariupol.\n")
    done = run("--seeds", articles, "--since", "2021-07-25")
    assert "only articles since 2021-07-25" in done.stdout.splitlines()
    assert "France" in done.stdout
    assert "Russia" not in done.stdout
    done = run("search", "Russia", "--seeds", articles, "--dispute", "ukraine")
    assert done.returncode == 1
    done = run("--seeds", articles, "--dispute", "cybr")
    assert (done.returncode, done.stderr.startswith("briefing: --dispute: expected one of cyber, ")) == (2, True)
    done = run("--seeds", articles, "--publisher", "Reuters")
    assert (done.returncode, done.stderr) == (2, f"briefing: no article from Reuters in {articles}\n")
