import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.config.loading import shipped_settings
from briefing.config.narrowing import Narrowing
from briefing.config.settings import STANDARD_INPUT, Settings
from briefing.extraction.extract import extract
from briefing.knowledge.tables import Knowledge
from briefing.library import keys
from briefing.library.store import Store
from briefing.model import DisputeDefinition, Document, Findings, Skipped
from briefing.pipeline import CancelledError, Progress, articles, build, gathering, readings
from briefing.reading.decoding import read_bytes

FRANCE = "France warns Spain\n\nFrance warned Spain on Monday of a trade war over tariffs.\n"
RUSSIA = "Russia speaks\n\nMOSCOW, July 23, 2021 — Russia rejected new sanctions on Friday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(FRANCE, encoding="utf-8")
    (folder / "b.txt").write_text(RUSSIA, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "user"
    (folder / "knowledge").mkdir(parents=True)
    monkeypatch.setattr("briefing.paths.user_config_folder", lambda: folder)
    return folder


@pytest.fixture
def settings(folder: Path) -> Settings:
    return replace(shipped_settings(), seeds=(folder,))


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of the documents that extraction sees, as it sees them."""
    paths: list[str] = []

    def noted(document: Document, knowledge: Knowledge, disputes: Sequence[DisputeDefinition]) -> Findings:
        paths.append(document.path)
        return extract(document, knowledge, disputes)

    monkeypatch.setattr(articles, "extract", noted)
    return paths


def test_folder_becomes_a_briefing(settings: Settings, folder: Path) -> None:
    (folder / "c.pdf").write_bytes(b"%PDF")
    briefing = build(settings)
    assert [document.path for document in briefing.documents] == ["b.txt", "a.txt"]
    assert {"fra", "rus"} <= {actor.id for actor in briefing.actors}
    assert {"sanctions", "trade"} <= {dispute.id for dispute in briefing.disputes}
    assert briefing.skipped == (Skipped("c.pdf", "unsupported type"),)
    assert (briefing.as_of, briefing.as_of_basis) == (date(2021, 7, 23), "newest document")


def test_as_of_date_of_the_settings(settings: Settings) -> None:
    briefing = build(replace(settings, as_of=date(2020, 1, 1)))
    assert (briefing.as_of, briefing.as_of_basis) == (date(2020, 1, 1), "given")


def test_file_beyond_the_size_limit_is_skipped(settings: Settings, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"x" * 1_000_001)
    (skipped,) = build(replace(settings, file_bytes=1_000_000)).skipped
    assert skipped == Skipped("a.txt", "larger than 1 MB")


def test_same_text_twice_is_one_document_read_once(settings: Settings, folder: Path, extracted: list[str]) -> None:
    (folder / "c.txt").write_text(FRANCE, encoding="utf-8")
    (folder / "d.txt").write_text(FRANCE, encoding="utf-8")
    briefing = build(settings)
    (document,) = (document for document in briefing.documents if document.also_in)
    assert (document.path, document.also_in) == ("a.txt", ("c.txt", "d.txt"))
    assert extracted == ["a.txt", "b.txt"]


def test_date_of_a_later_copy_counts(settings: Settings, folder: Path) -> None:
    (folder / "2021-05-04-copy.txt").write_text(FRANCE, encoding="utf-8")
    (folder / "0.txt").write_text(FRANCE, encoding="utf-8")
    (document,) = (document for document in build(settings).documents if document.also_in)
    assert document.published == date(2021, 5, 4)
    assert document.path == "2021-05-04-copy.txt"
    assert set(document.also_in) == {"0.txt", "a.txt"}


def test_standard_input_is_read_beside_files(settings: Settings) -> None:
    settings = replace(settings, seeds=(*settings.seeds, STANDARD_INPUT))
    briefing = build(settings, standard_input="Ukraine\n\nUkraine asked for help.\n".encode("utf-16"))
    assert {document.path for document in briefing.documents} == {"a.txt", "b.txt", "-"}


def test_missing_seed_is_skipped(settings: Settings, tmp_path: Path) -> None:
    (skipped,) = build(replace(settings, seeds=(*settings.seeds, tmp_path / "none"))).skipped
    assert skipped == Skipped(str(tmp_path / "none"), "no such file or folder")


def test_progress_counts_the_files(settings: Settings, folder: Path) -> None:
    (folder / "c.txt").write_bytes(b"")
    seen: list[Progress] = []
    build(settings, progress=seen.append)
    assert [(step.done, step.total, step.path) for step in seen] == [(1, 3, "a.txt"), (2, 3, "b.txt"), (3, 3, "c.txt")]


def test_progress_brings_partial_briefings(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "PARTIAL_SECONDS", 0.0)
    monkeypatch.setattr(gathering, "PARTIAL_SHARE", 0)
    seen: list[Progress] = []
    build(settings, progress=seen.append)
    first, last = seen
    assert first.briefing is not None
    assert [document.path for document in first.briefing.documents] == ["a.txt"]
    assert last.briefing is None


def test_partial_briefings_keep_their_distance(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "PARTIAL_SECONDS", 1000.0)
    seen: list[Progress] = []
    build(settings, progress=seen.append)
    assert [step.briefing for step in seen] == [None, None]


def test_building_can_be_given_up(settings: Settings) -> None:
    answers = iter([False, True])
    seen: list[Progress] = []
    with pytest.raises(CancelledError):
        build(settings, progress=seen.append, cancelled=lambda: next(answers))
    assert len(seen) == 1


def test_article_that_a_rule_stumbles_over_is_skipped_and_the_rest_is_read(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbling(document: Document, knowledge: Knowledge, disputes: Sequence[DisputeDefinition]) -> Findings:
        if document.path == "a.txt":
            raise IndexError("list index\x1b out of range")
        return extract(document, knowledge, disputes)

    monkeypatch.setattr(articles, "extract", stumbling)
    briefing = build(settings)
    assert briefing.skipped == (Skipped("a.txt", "not understood: IndexError: list index\ufffd out of range"),)
    assert "rus" in {actor.id for actor in briefing.actors}
    assert len(briefing.documents) == 2


def test_article_that_is_not_english_is_one_line_and_the_rest_is_read(settings: Settings, folder: Path) -> None:
    (folder / "c.txt").write_text("Le ministre a dit que les pourparlers sont dans une impasse. " * 5, encoding="utf-8")
    briefing = build(settings)
    assert briefing.skipped == (Skipped("c.txt", "not in English (French)"),)
    assert len(briefing.documents) == 2


def test_library_saves_reading_again(settings: Settings, extracted: list[str]) -> None:
    library = Store(None)
    first = build(settings, library)
    assert build(settings, library) == first
    assert extracted == ["a.txt", "b.txt"]


def _with_another_dispute(settings: Settings, user_folder: Path) -> Settings:
    return replace(settings, disputes=(DisputeDefinition("spain", "Spain", ("Spain",)),))


def _with_another_table(settings: Settings, user_folder: Path) -> Settings:
    (user_folder / "knowledge" / "media.yaml").write_text("gazette: {name: Example Gazette, kind: medium}\n")
    return settings


@pytest.mark.parametrize("change", [_with_another_dispute, _with_another_table])
def test_library_does_not_outlive_what_findings_rest_on(
    settings: Settings, user_folder: Path, extracted: list[str], change: Callable[[Settings, Path], Settings]
) -> None:
    library = Store(None)
    build(settings, library)
    build(change(settings, user_folder), library)
    assert extracted == ["a.txt", "b.txt"] * 2


def test_users_tables_add_to_what_is_known(settings: Settings, folder: Path, user_folder: Path) -> None:
    (folder / "a.txt").write_text("Talks\n\nFrance met the Blorb Commission in Paris.\n", encoding="utf-8")
    (user_folder / "knowledge" / "international_bodies.yaml").write_text(
        "blorb: {name: Blorb Commission, kind: international}\n"
    )
    assert "blorb" in {actor.id for actor in build(settings).actors}


def test_users_tables_tell_place_and_publisher_too(settings: Settings, folder: Path, user_folder: Path) -> None:
    (user_folder / "knowledge" / "media.yaml").write_text("gazette: {name: Zenda Gazette, kind: medium}\n")
    (user_folder / "knowledge" / "places.yaml").write_text("fra: [Zenda]\n")
    (folder / "a.txt").write_text("Talks\n\nZenda (Zenda Gazette) — France met Spain on Friday.\n", encoding="utf-8")
    (document,) = [document for document in build(settings).documents if document.path == "a.txt"]
    assert (document.dateline, document.publisher) == ("Zenda", "Zenda Gazette")


def test_users_table_that_does_not_fit_is_named_and_the_others_serve(
    settings: Settings, folder: Path, user_folder: Path
) -> None:
    (folder / "a.txt").write_text("Talks\n\nFrance met the Blorb Commission in Paris.\n", encoding="utf-8")
    (user_folder / "knowledge" / "international_bodies.yaml").write_text(
        "blorb: {name: Blorb Commission, kind: international}\n"
    )
    file = user_folder / "knowledge" / "states.yaml"
    file.write_text("fra:\n  names: Gaul\n")
    briefing = build(settings)
    assert briefing.skipped == (Skipped(f"{file}:2", 'fra.names: expected a list, found "Gaul"'),)
    assert "blorb" in {actor.id for actor in briefing.actors}
    assert len(briefing.documents) == 2


def test_the_same_wire_copy_with_a_few_words_changed_counts_once(tmp_path: Path) -> None:
    words = [f"The talks on matter {number} went on in Geneva and they will be held again." for number in range(60)]
    (tmp_path / "a.txt").write_text("A day of talks\n\n" + " ".join(words))
    (tmp_path / "b.txt").write_text("A day of many talks\n\n" + " ".join(words[:-1]))
    (tmp_path / "c.txt").write_text("Another day\n\nRussia condemned the cyberattack.\n")
    briefing = build(replace(shipped_settings(), seeds=(tmp_path,)))
    assert {(document.path, document.also_in) for document in briefing.documents} == {
        ("a.txt", ("b.txt",)),
        ("c.txt", ()),
    }


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Store]:
    library = Store(tmp_path / "library.sqlite3")
    yield library
    library.close()


def _settle(folder: Path) -> None:
    """Make the files look as if they had not changed for a while: those that just did are looked into."""
    for file in folder.iterdir():
        os.utime(file, (1_600_000_000, 1_600_000_000))


@pytest.fixture
def settled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _settle(folder)
    monkeypatch.setattr(keys, "_SETTLED_NANOSECONDS", 0)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the files whose bytes are read, as they are."""
    files: list[Path] = []

    def noted(file: Path, max_bytes: int) -> bytes:
        files.append(file)
        return read_bytes(file, max_bytes)

    monkeypatch.setattr(articles, "read_bytes", noted)
    monkeypatch.setattr(readings, "read_bytes", noted)
    return files


@pytest.mark.usefixtures("settled")
def test_an_unchanged_folder_is_opened_without_reading_or_assembling(
    settings: Settings, library: Store, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build(settings, library)
    assert len(opened) == 2
    monkeypatch.setattr(gathering, "assemble", None)
    assert build(settings, library) == first
    assert len(opened) == 2


@pytest.mark.usefixtures("settled")
def test_only_the_changed_file_is_read_again(
    settings: Settings, folder: Path, library: Store, opened: list[Path], extracted: list[str]
) -> None:
    build(settings, library)
    (folder / "a.txt").write_text(FRANCE.replace("Spain", "Italy"), encoding="utf-8")
    opened.clear()
    assert "ita" in {actor.id for actor in build(settings, library).actors}
    assert set(opened) == {folder / "a.txt"}
    assert extracted == ["a.txt", "b.txt", "a.txt"]


@pytest.mark.usefixtures("settled")
def test_a_file_that_was_only_touched_is_not_understood_again(
    settings: Settings, folder: Path, library: Store, extracted: list[str]
) -> None:
    first = build(settings, library)
    os.utime(folder / "a.txt", (1_700_000_000, 1_700_000_000))
    assert build(settings, library) == first
    assert extracted == ["a.txt", "b.txt"]


def test_a_file_that_changed_a_moment_ago_is_looked_into(settings: Settings, folder: Path, library: Store) -> None:
    build(settings, library)
    status = (folder / "a.txt").stat()
    (folder / "a.txt").write_text(FRANCE.replace("Spain", "Italy"), encoding="utf-8")
    os.utime(folder / "a.txt", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "ita" in {actor.id for actor in build(settings, library).actors}


@pytest.mark.usefixtures("settled")
def test_renaming_a_dated_file_dates_it_anew(settings: Settings, folder: Path, library: Store) -> None:
    build(settings, library)
    (folder / "a.txt").rename(folder / "2021-05-04.txt")
    days = {document.path: document.published for document in build(settings, library).documents}
    assert days["2021-05-04.txt"] == date(2021, 5, 4)


@pytest.mark.usefixtures("settled")
def test_what_is_looked_at_is_not_what_was_looked_at_before(settings: Settings, library: Store) -> None:
    build(settings, library)
    assert build(replace(settings, as_of=date(2020, 1, 1)), library).as_of == date(2020, 1, 1)
    narrowed = build(replace(settings, narrowing=Narrowing(since=date(2021, 1, 1))), library)
    assert [document.path for document in narrowed.documents] == ["b.txt"]
    assert len(build(settings, library).documents) == 2


def test_another_program_reads_everything_again(
    settings: Settings, library: Store, extracted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(settings, library)
    monkeypatch.setattr(keys, "program", lambda *rooms: b"a rule was changed")
    build(settings, library)
    assert extracted == ["a.txt", "b.txt"] * 2


@pytest.mark.usefixtures("settled")
def test_a_damaged_entry_is_made_anew(settings: Settings, library: Store, extracted: list[str]) -> None:
    first = build(settings, library)
    connection = sqlite3.connect(str(library.file))
    connection.execute("UPDATE kept SET data = x'00' WHERE shelf != 'file'")
    connection.commit()
    connection.close()
    assert build(settings, library) == first
    assert extracted == ["a.txt", "b.txt"] * 2


@pytest.mark.usefixtures("settled")
def test_an_article_that_was_not_understood_is_tried_again(
    settings: Settings, library: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(articles, "extract", None)
        assert len(build(settings, library).skipped) == 2
    assert build(settings, library).skipped == ()
