from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.config.loading import shipped_settings
from briefing.config.settings import STANDARD_INPUT, Settings
from briefing.extraction.extract import extract
from briefing.knowledge.tables import Knowledge
from briefing.library.store import Store
from briefing.model import DisputeDefinition, Document, Findings, Skipped
from briefing.pipeline import CancelledError, Progress, articles, build, gathering

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
