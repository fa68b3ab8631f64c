import os
from pathlib import Path

import pytest

from briefing.export.saving import save


def test_text_is_written_as_utf8_without_a_trace_of_the_part_file(tmp_path: Path) -> None:
    save(tmp_path / "a.json", ["Ряб", "ков\n"])
    assert (tmp_path / "a.json").read_bytes() == "Рябков\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_file_that_is_there_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_text("mine")
    with pytest.raises(FileExistsError):
        save(target, ["new"])
    assert target.read_text() == "mine"


def test_file_that_is_there_is_replaced_when_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_text("old")
    save(target, ["new"], replace=True)
    assert target.read_text() == "new"


def test_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("old")
    (tmp_path / "link").symlink_to("a.json")
    save(tmp_path / "link", ["new"], replace=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a.json").read_text() == "new"


def test_missing_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        save(tmp_path / "none" / "a.json", ["x"])
    assert list(tmp_path.iterdir()) == []


def test_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        save(tmp_path, ["x"], replace=True)


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device")
def test_device_is_written_to_as_it_is() -> None:
    save(Path(os.devnull), ["x"])
    assert not Path(os.devnull).is_file()
