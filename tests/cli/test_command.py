"""Which words are commands, how options add up, how the command ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.version import __version__
from tests.cli.conftest import Run


def test_version(run: Run) -> None:
    for arguments in (["--version"], ["--theme", "x", "--version"]):
        done = run(*arguments)
        assert (done.returncode, done.stdout, done.stderr) == (0, f"briefing {__version__}\n", "")


def test_help_names_the_commands_but_not_the_hidden_one(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    for command in ("search", "show", "export", "changes", "check", "where"):
        assert f"\n  {command} " in done.stdout
    assert "\n  open" not in done.stdout


def test_help_of_a_command(run: Run) -> None:
    done = run("export", "--help")
    assert done.returncode == 0
    assert "--with-text" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [["--unknown"], ["export", "--unknown"], ["search"], ["show"], ["export"], ["search", "x", "--limit", "0"]],
    ids=" ".join,
)
def test_wrong_use_is_one_line(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("briefing: ")
    assert done.stderr.count("\n") == 1


def test_lists_are_printed_where_there_is_no_terminal(run: Run, articles: Path) -> None:
    done = run(articles)
    assert (done.returncode, done.stderr) == (0, "")
    assert "as of Fri 23 Jul 2021, newest document, 1 document\n" in done.stdout
    assert "Sergey Ryabkov, Deputy Foreign Minister" in done.stdout
    assert "Missile defense: " in done.stdout
    assert "Wed 28 Jul" in done.stdout
    assert "\x1b" not in done.stdout


def test_path_that_is_missing_is_named_with_the_nearest_command(run: Run) -> None:
    done = run("serch", "Ryabkov")
    assert done.returncode == 2
    assert done.stderr == "briefing: serch: no such file or folder (did you mean the command search?)\n"
    assert run("none/at/all").stderr == "briefing: none/at/all: no such file or folder\n"


def test_command_wins_over_a_folder_of_its_name(run: Run, articles: Path) -> None:
    articles.rename(articles.parent / "search")
    assert run("search").returncode == 2
    assert run("./search").returncode == 0


def test_folder_named_like_the_hidden_command_is_a_path(run: Run, articles: Path) -> None:
    articles.rename(articles.parent / "open")
    done = run("open")
    assert done.returncode == 0
    assert "Ryabkov" in done.stdout


def test_seeds_add_up_before_and_after_a_path(run: Run, tmp_path: Path, articles: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Title {name}\n\nFrance and Spain met, said {name}.\n")
    assert ", 4 documents" in run("--seeds", "a.txt", "b.txt", "--seeds", "c.txt", articles).stdout


def test_seeds_add_up_before_and_after_a_command(run: Run, tmp_path: Path, articles: Path) -> None:
    (tmp_path / "a.txt").write_text("A title\n\nFrance and Spain met.\n")
    done = run("--seeds", articles, "search", "france", "--seeds", "a.txt", "--kind", "state")
    assert "France" in done.stdout
    assert "Russia" in run("--seeds", articles, "search", "russia", "--seeds", "a.txt", "--kind", "state").stdout


@pytest.mark.parametrize(
    ("before", "after", "as_of"),
    [
        (["--as-of", "2020-01-01"], [], "Wed 1 Jan 2020"),
        ([], ["--as-of", "2020-01-01"], "Wed 1 Jan 2020"),
        (["--as-of", "2020-01-01"], ["--as-of", "2020-01-02"], "Thu 2 Jan 2020"),
        ([], ["--as-of", "2020-01-01", "--as-of", "2020-01-02"], "Thu 2 Jan 2020"),
    ],
)
def test_later_option_wins(run: Run, articles: Path, before: list[str], after: list[str], as_of: str) -> None:
    assert f"as of {as_of}, given" in run(*before, articles, *after).stdout


def test_no_library_is_accepted_everywhere(run: Run, articles: Path) -> None:
    assert run("--no-library", articles).returncode == 0
    assert run("--seeds", articles, "export", "--no-library", "--format", "json").returncode == 0
    assert "library    in memory only" in run("where", "--no-library").stdout


def test_standard_input_is_a_path(run: Run) -> None:
    done = run("-", text="Talks\n\nFrance and Spain met in Paris.\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "France" in done.stdout


def test_empty_standard_input_is_nothing_to_read(run: Run) -> None:
    done = run("-")
    assert done.returncode == 2
    assert done.stderr == "briefing: skipped -: empty\nbriefing: nothing to read in -\n"


def test_folder_without_articles_is_nothing_to_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for arguments in (["empty"], *(["--seeds", "empty", *rest] for rest in (["search", "x"], ["show", "x"]))):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"briefing: nothing to read in {tmp_path / 'empty'}\n"


def test_skipped_files_are_named_and_are_no_error(run: Run, articles: Path) -> None:
    (articles / "x.pdf").write_bytes(b"%PDF")
    (articles / "y.txt").write_bytes(b"")
    done = run(articles)
    assert done.returncode == 0
    assert done.stderr == "briefing: skipped x.pdf: unsupported type\nbriefing: skipped y.txt: empty\n"


def test_hostile_file_names_stay_on_their_line(run: Run, articles: Path) -> None:
    (articles / "a\x1b]52;c;AA\x07\nb\u202e.pdf").write_bytes(b"")
    done = run(articles)
    assert done.stderr.count("\n") == 1
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stderr)


def test_long_paths_are_neither_shortened_nor_wrapped(run: Run) -> None:
    path = "/".join(["a-rather-long-name"] * 40)
    assert run(path).stderr == f"briefing: {path}: no such file or folder\n"


def test_text_that_cannot_be_a_path_is_no_path(run: Run) -> None:
    text = "What did Ryabkov say about missile defense? " * 20
    assert run(text).stderr == f"briefing: {text}: no such file or folder\n"
    assert run("--seeds", text, "export", "--format", "json").returncode == 2


def test_missing_seed_of_the_environment_is_named(run: Run, tmp_path: Path) -> None:
    done = run("export", "--format", "json", variables={"BRIEFING_SEEDS": "none"})
    assert done.returncode == 2
    assert done.stderr == f"briefing: BRIEFING_SEEDS: {tmp_path / 'none'}: no such file or folder\n"


def test_seeds_of_the_users_file(run: Run, user_file: Path, articles: Path) -> None:
    user_file.write_text(f"seeds: ['{articles}']\n")
    assert "1 document\n" in run().stdout


def test_unknown_key_is_one_line_and_the_command_goes_on(run: Run, user_file: Path, articles: Path) -> None:
    user_file.write_text("theem: x\n")
    done = run(articles)
    assert done.returncode == 0
    assert done.stderr == f"briefing: {user_file}:1: theem: unknown key, ignored (did you mean theme?)\n"


def test_wrong_value_ends_the_command(run: Run, user_file: Path, articles: Path) -> None:
    user_file.write_text("as_of: soon\nglyphs: 7\n")
    done = run(articles)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        f'briefing: {user_file}:1: as_of: expected a date of the calendar as YYYY-MM-DD, found "soon"',
        f'briefing: {user_file}:2: glyphs: expected auto, unicode or ascii, found "7"',
    ]


def test_config_option_names_another_file(run: Run, tmp_path: Path, user_file: Path, articles: Path) -> None:
    user_file.write_text("glyphs: 7\n")
    (tmp_path / "other.yaml").write_text("as_of: 2020-01-01\n")
    assert "as of Wed 1 Jan 2020" in run("--config", "other.yaml", articles).stdout
    done = run("--config", "none.yaml", articles)
    assert done.returncode == 2
    assert "none.yaml: cannot be read" in done.stderr


def test_output_that_an_encoding_cannot_say_is_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Рябков в Женеве\n\nRussia — «да» — said Сергей Рябков.\n", encoding="utf-8")
    done = run("a.txt", variables={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, "")


def hear_interrupts() -> None:
    """Undo what a shell does to the programs it runs in the background: they ignore ctrl-c, and so do theirs."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_interrupt_ends_with_130(environment: dict[str, str], tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=tmp_path,
        preexec_fn=hear_interrupts,  # noqa: PLW1509 - it only sets a signal
    )
    assert process.stdin is not None
    process.stdin.write(b"x" * 1_000_000)  # more than a pipe holds, so that afterwards it is reading
    process.send_signal(signal.SIGINT)
    stderr = process.communicate(timeout=30)[1]
    assert process.returncode == 130
    assert b"Traceback" not in stderr


def test_a_path_behind_a_command_is_told_where_it_belongs(run: Run, articles: Path) -> None:
    done = run("export", "--format", "json", articles)
    assert (done.returncode, done.stdout) == (2, "")
    assert "name what to read with --seeds PATH" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
@pytest.mark.parametrize("arguments", [["export", "--format", "json"], ["search", "talks", "--json"], []])
def test_closed_pipe_ends_quietly(environment: dict[str, str], articles: Path, arguments: list[str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", "--seeds", str(articles), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    stderr = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 0
    assert stderr == b""
