"""Programs run in a pseudo-terminal, and when things appear there, in milliseconds since their start."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType

COLUMNS, ROWS = 120, 36
_ESCAPES = re.compile(rb"\x1b\[[0-9;?<>=:]*[ -/]*[@-~]|\x1b[\]P_^].*?(?:\x07|\x1b\\)|\x1b.", re.DOTALL)
_QUESTION = b"\x1b[?2026$p"
"""Textual asks whether the terminal draws frames whole; one that does answers."""
_ANSWER = b"\x1b[?2026;2$y"


class Terminal:
    """A program in a terminal of 120 by 36 that answers as modern terminals do."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        self._seen = b""
        self._answered = False
        main, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._main = main
        wanted = {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._process = subprocess.Popen(
            command, stdin=side, stdout=side, stderr=side, env=wanted, start_new_session=True
        )
        os.close(side)

    def send(self, keys: str) -> None:
        """Send keys."""
        os.write(self._main, keys.encode())

    def forget(self) -> None:
        """Look only at what comes from now on."""
        self._seen = b""

    def text(self) -> str:
        """Return what was drawn so far, without the commands that place and colour it."""
        return _ESCAPES.sub(b" ", self._seen).decode("utf-8", "replace")

    def wait_for(self, wanted: str, seconds: float = 30.0) -> float:
        """Wait until a text is drawn; return the milliseconds since the start. Raises TimeoutError."""
        give_up = time.perf_counter() + seconds
        while wanted not in self.text():
            self._read(give_up, wanted)
        return 1000 * (time.perf_counter() - self.started)

    def _read(self, give_up: float, wanted: str) -> None:
        ready, _, _ = select.select([self._main], [], [], max(0.0, give_up - time.perf_counter()))
        if not ready:
            raise TimeoutError(f"{wanted!r} was not drawn; last: {self.text()[-200:]!r}")
        try:
            data = os.read(self._main, 1 << 16)
        except OSError:
            data = b""
        if not data:
            raise TimeoutError(f"ended before {wanted!r} was drawn; last: {self.text()[-200:]!r}")
        self._seen += data
        if not self._answered and _QUESTION in self._seen:
            self._answered = True
            os.write(self._main, _ANSWER)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._main)
