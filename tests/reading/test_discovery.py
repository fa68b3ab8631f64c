import os
import socket
from pathlib import Path

import pytest

from briefing.reading.discovery import Found, find_files

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
NOT_ROOT = pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")


def write(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Talks resume\n\nThey met.", encoding="utf-8")


def paths(found: Found) -> list[str]:
    return [candidate.path for candidate in found.candidates]


def reasons(found: Found) -> dict[str, str]:
    return {item.path: item.reason for item in found.skipped}


def test_folders_are_searched_through_in_order_of_their_paths(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/b/c.txt", "c.TXT", "a.txt")
    assert paths(find_files([tmp_path])) == ["a/b/c.txt", "a/z.md", "a.txt", "b.txt", "c.TXT"]


def test_seeds_keep_their_order(tmp_path: Path) -> None:
    write(tmp_path, "one/z.txt", "two/a.txt")
    assert paths(find_files([tmp_path / "two", tmp_path / "one"])) == ["a.txt", "z.txt"]


def test_path_of_a_given_file_is_its_name(tmp_path: Path) -> None:
    write(tmp_path, "deep/down/article.txt")
    found = find_files([tmp_path / "deep/down/article.txt"])
    assert paths(found) == ["article.txt"]
    assert found.candidates[0].file == tmp_path / "deep/down/article.txt"


def test_dot_files_dot_folders_and_readmes_are_passed_over_without_a_word(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt", ".git/a.txt", "README.md", "readme.txt", "sub/README", "a.txt", "readmission.txt")
    found = find_files([tmp_path])
    assert paths(found) == ["a.txt", "readmission.txt"]
    assert found.skipped == ()


def test_a_given_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt", "README.md")
    assert paths(find_files([tmp_path / ".hidden.txt", tmp_path / "README.md"])) == [".hidden.txt", "README.md"]


def test_unsupported_types_are_named(tmp_path: Path) -> None:
    write(tmp_path, "a.pdf", "b.docx", "c.html", "d", "e.txt")
    found = find_files([tmp_path])
    assert paths(found) == ["e.txt"]
    assert reasons(found) == dict.fromkeys(["a.pdf", "b.docx", "c.html", "d"], "unsupported type")


def test_a_file_or_folder_given_twice_is_found_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.pdf")
    found = find_files([tmp_path, tmp_path / "a.txt", tmp_path, tmp_path / "b.pdf"])
    assert paths(found) == ["a.txt"]
    assert len(found.skipped) == 1


def test_a_missing_seed_is_named_as_given(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    assert reasons(find_files([missing])) == {str(missing): "no such file or folder"}


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert find_files([tmp_path]) == Found((), ())


@POSIX
def test_what_is_no_regular_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    monkeypatch.chdir(tmp_path)  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        found = find_files([tmp_path])
    assert found.candidates == ()
    named = reasons(found)
    assert "pipe" in named["pipe.txt"]
    assert "device" in named["device.txt"]
    assert "socket" in named["socket.txt"]
    assert named["dangling.txt"] == "a link to nothing"
    assert named["self.txt"].startswith("cannot be read")


@POSIX
def test_loops_of_links_end(tmp_path: Path) -> None:
    write(tmp_path, "a/one.txt", "b/two.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "other").symlink_to(tmp_path / "b")
    (tmp_path / "b" / "back").symlink_to(tmp_path / "a")
    assert paths(find_files([tmp_path])) == ["a/one.txt", "b/two.txt"]


@POSIX
def test_linked_files_and_folders_outside_are_read(tmp_path: Path) -> None:
    write(tmp_path, "outside/x.txt", "outside/folder/y.txt", "seeds/a.txt")
    (tmp_path / "seeds" / "link.txt").symlink_to(tmp_path / "outside" / "x.txt")
    (tmp_path / "seeds" / "linked").symlink_to(tmp_path / "outside" / "folder")
    assert paths(find_files([tmp_path / "seeds"])) == ["a.txt", "link.txt", "linked/y.txt"]


@POSIX
@NOT_ROOT
def test_an_unreadable_folder_is_named(tmp_path: Path) -> None:
    write(tmp_path, "open.txt", "closed/a.txt")
    (tmp_path / "closed").chmod(0)
    try:
        found = find_files([tmp_path])
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert paths(found) == ["open.txt"]
    assert reasons(found)["closed"].startswith("folder cannot be read")


@POSIX
def test_hostile_names_are_cleaned_where_shown_and_real_where_opened(tmp_path: Path) -> None:
    name = "a\x1b[31m\n\u202e.txt"
    raw = os.fsencode(tmp_path) + b"/undecodable\xff.txt"
    write(tmp_path, name)
    try:
        Path(os.fsdecode(raw)).write_text("They met.", encoding="utf-8")
    except OSError:
        pytest.skip("the file system refuses names that are not UTF-8")
    found = find_files([tmp_path])
    assert paths(found) == ["a\ufffd[31m\ufffd\ufffd.txt", "undecodable\ufffd.txt"]
    assert all(candidate.file.is_file() for candidate in found.candidates)


@POSIX
def test_deep_folders_do_not_exhaust_the_stack(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(400):
        folder = folder / "d"
        folder.mkdir()
    write(folder, "a.txt")
    assert paths(find_files([tmp_path])) == ["d/" * 400 + "a.txt"]
