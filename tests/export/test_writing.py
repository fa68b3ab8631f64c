import hashlib
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.export.csv_format import TABLES
from briefing.export.formats import FORMATS
from briefing.export.writing import RENDERERS, is_one_text, render, taken, write
from briefing.model import Evidence, Span
from tests import factories
from tests.export.hostile import hostile_briefing

FILES = {f"{name}.csv" for name in TABLES}


def test_every_format_can_be_written() -> None:
    assert {*RENDERERS, "csv"} == set(FORMATS)
    assert [name for name in FORMATS if not is_one_text(name)] == ["csv"]


@pytest.mark.parametrize("name", RENDERERS)
def test_what_is_written_is_what_is_rendered_whatever_the_name_of_the_file(name: str, tmp_path: Path) -> None:
    for file in ("out", "out.zip", "out.json"):
        write(factories.briefing(), name, tmp_path / file)
        assert (tmp_path / file).read_bytes() == "".join(render(factories.briefing(), name)).encode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "out.json", "out.zip"]


@pytest.mark.parametrize("name", RENDERERS)
def test_equal_briefings_give_equal_bytes(name: str) -> None:
    briefing = factories.briefing()
    shuffled = replace(
        briefing, actors=briefing.actors[::-1], statements=briefing.statements[::-1], agenda=briefing.agenda[::-1]
    )
    if name not in {"markdown", "html"}:
        assert "".join(render(shuffled, name)) == "".join(render(briefing, name))
    assert "".join(render(briefing, name)) == "".join(render(briefing, name))


@pytest.mark.parametrize("name", sorted(set(RENDERERS) - {"json"}))
def test_no_format_hands_on_a_control_character(name: str) -> None:
    text = "".join(render(hostile_briefing(), name, with_text=True))
    assert not {sign for sign in text if (ord(sign) < 32 and sign not in "\n\r") or 0x7F <= ord(sign) < 0xA0}
    assert not {sign for sign in text if 0x202A <= ord(sign) <= 0x202E or 0x2066 <= ord(sign) <= 0x2069}


def test_tables_go_into_a_new_folder(tmp_path: Path) -> None:
    write(factories.briefing(), "csv", tmp_path / "tables")
    assert {path.name for path in (tmp_path / "tables").iterdir()} == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_tables_go_into_a_folder_that_is_there_and_leave_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    write(factories.briefing(), "csv", tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == FILES | {"notes.txt"}
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_table_that_is_there_keeps_all_from_being_written(tmp_path: Path) -> None:
    (tmp_path / "agenda.csv").write_text("mine")
    with pytest.raises(FileExistsError, match=r"agenda\.csv"):
        write(factories.briefing(), "csv", tmp_path)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("agenda.csv", "mine")]
    write(factories.briefing(), "csv", tmp_path, replace=True)
    assert {path.name for path in tmp_path.iterdir()} == FILES
    assert (tmp_path / "agenda.csv").read_text() != "mine"


@pytest.mark.parametrize("name", ["tables.zip", "TABLES.ZIP"])
def test_tables_go_into_one_zip_without_folders_that_is_the_same_every_time(name: str, tmp_path: Path) -> None:
    write(factories.briefing(), "csv", tmp_path / name)
    write(factories.briefing(), "csv", tmp_path / "again.zip")
    assert (tmp_path / name).read_bytes() == (tmp_path / "again.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / name) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == FILES
        assert not any(entry.is_dir() for entry in archive.infolist())
        header, *_ = archive.read("actors.csv").decode("utf-8").splitlines()
    assert header == ",".join(TABLES["actors"])


def test_zip_that_is_there_is_kept_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    target.write_text("mine")
    with pytest.raises(FileExistsError):
        write(factories.briefing(), "csv", target)
    assert target.read_text() == "mine"
    write(factories.briefing(), "csv", target, replace=True)
    assert zipfile.is_zipfile(target)


def test_tables_cannot_go_into_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")
    with pytest.raises(NotADirectoryError):
        write(factories.briefing(), "csv", tmp_path / "a", replace=True)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a", "mine")]


def test_what_would_be_replaced_is_told_beforehand(tmp_path: Path) -> None:
    (tmp_path / "agenda.csv").write_text("mine")
    assert taken("csv", tmp_path) == taken("json", tmp_path / "agenda.csv") == tmp_path / "agenda.csv"
    assert taken("csv", tmp_path / "new") is taken("csv", tmp_path / "new.zip") is taken("json", tmp_path / "x") is None


def pages(most: int) -> Iterator[str]:
    yield "first"
    if most:
        raise RuntimeError("half-way")


def test_half_an_export_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RENDERERS, "json", lambda *_: pages(1))
    (tmp_path / "a").write_text("mine")
    for target in ("a", "b"):
        with pytest.raises(RuntimeError):
            write(factories.briefing(), "json", tmp_path / target, replace=True)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a", "mine")]


@pytest.mark.parametrize("name", ["json", "csv"])
def test_much_evidence_is_written_in_little_memory(name: str, tmp_path: Path) -> None:
    briefing = factories.briefing()
    text = "Russia " * 250
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = replace(briefing.documents[0], id=digest[:12], text=text, blocks=(), sentences=(Span(0, len(text)),))
    found = tuple(
        Evidence(document.id, place * 7, place * 7 + 6, Span(0, len(text)), "name")
        for place in range(250)
        for _ in "x" * 40
    )
    actor = replace(briefing.actors[0], evidence=found)
    large = replace(
        briefing, documents=(document,), actors=(actor,), statements=(), agenda=(), disputes=(), instruments=()
    )
    tracemalloc.start()
    write(large, name, tmp_path / "large")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    files = [tmp_path / "large"] if name == "json" else list((tmp_path / "large").iterdir())
    assert sum(file.stat().st_size for file in files) > 15_000_000
    assert most < 3_000_000
