"""The dashboard on a terminal of its own: standard input may be an article, keys come from the terminal."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("POSIX terminals", allow_module_level=True)

import fcntl
import pty
import select
import struct
import termios

PATIENCE = 60.0


class Terminal:
    """The command on a pseudo-terminal that is also its controlling one."""

    def __init__(self, environment: dict[str, str], *arguments: str, stdin: int | None, stderr: int | None) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "briefing", *arguments],
            stdin=slave if stdin is None else stdin,
            stdout=slave,
            stderr=slave if stderr is None else stderr,
            env=environment | {"TERM": "xterm-256color"},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(slave, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - no thread is running
        )
        os.close(slave)
        self.seen = b""

    def wait_for(self, text: str) -> None:
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.seen:
            assert time.monotonic() < end, self.seen[-2000:]
            if select.select([self.master], [], [], 0.1)[0]:
                self.seen += os.read(self.master, 65536)

    def finish(self) -> int:
        """Read on until the command ends, and return its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end
            if select.select([self.master], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self.master, 65536)
                except OSError:
                    break
        return self.process.wait(PATIENCE)

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())


def test_keys_come_from_the_terminal_after_standard_input_was_read(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Talks\n\nFrance warned Spain of a trade war over olives.\n")
    with (tmp_path / "article.txt").open("rb") as stdin, (tmp_path / "errors").open("wb") as stderr:
        terminal = Terminal(environment, "-", stdin=stdin.fileno(), stderr=stderr.fileno())
        terminal.wait_for("France")
        terminal.press("q")
        assert terminal.finish() == 0
    assert (tmp_path / "errors").read_bytes() == b""


def test_empty_folder_opens_the_dashboard_all_the_same(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    terminal = Terminal(environment, str(tmp_path / "empty"), stdin=None, stderr=None)
    terminal.wait_for("Actors")
    terminal.press("q")
    assert terminal.finish() == 0


def test_missing_path_does_not_open_the_dashboard(environment: dict[str, str], tmp_path: Path) -> None:
    terminal = Terminal(environment, "none-such-path", stdin=None, stderr=None)
    assert terminal.finish() == 2
    assert b"\x1b[?1049h" not in terminal.seen


def test_a_filter_set_in_the_dashboard_reads_again(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "2021-04-16-olives.txt").write_text("Talks\n\nFrance warned Spain of a trade war over olives.\n")
    terminal = Terminal(environment, str(tmp_path), stdin=None, stderr=None)
    terminal.wait_for("France")
    terminal.press("F")
    terminal.wait_for("everything that was read")
    terminal.press("2021-04-17")
    terminal.wait_for("No article since")
    terminal.press("\x11")
    assert terminal.finish() == 0
