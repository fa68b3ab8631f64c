"""Several processes that read at once, where there is much to read."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, NamedTuple

from briefing.library.columns import decoded
from briefing.library.keys import Source
from briefing.library.records import FINDINGS, READING, KeptReading
from briefing.model import Findings
from briefing.pipeline.messages import receive, send
from briefing.pipeline.worker import FIELDS

WORTH_IT = 100
"""Files from which on several processes are sooner done than one: one takes as long to start as some dozens to read."""
BATCH = 16
"""Files that a process is given at a time."""
AHEAD = 64
"""Batches, for each process, that may be done before they are wanted."""
_LOOK_UP_SECONDS = 0.1

_BEGIN = "import sys; sys.path[:] = {path!r}; from briefing.pipeline.worker import work; work()"


class Done(NamedTuple):
    """What a process made of a file, as it is and as it is kept; no findings where it understood no document."""

    reading: KeptReading
    content: bytes | None
    reading_data: bytes
    findings: Findings | None
    findings_data: bytes


def usable_cores() -> int:
    """Return how many processes can run at the same time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Pool:
    """Processes that read files in order; where one fails, or none can be started, ``None`` stands for its files."""

    def __init__(self, setup: Sequence[bytes], sources: Sequence[Source], processes: int) -> None:
        self._batches = iter(enumerate(sources[at : at + BATCH] for at in range(0, len(sources), BATCH)))
        self._count = -(-len(sources) // BATCH)
        self._setup = setup
        self._lock = threading.Lock()
        self._room = threading.Semaphore(AHEAD * processes)
        self._answers: queue.SimpleQueue[tuple[int, list[bytes]]] = queue.SimpleQueue()
        self._stopped = False
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[threading.Thread] = []
        for _ in range(processes):
            with suppress(OSError):
                process = _started()
                self._processes.append(process)
                thread = threading.Thread(target=self._drive, args=(process,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def results(self, may_go_on: Callable[[], None], shared: dict[Any, Any]) -> Iterator[Done | None]:
        """Yield what comes of each file, in order; ``may_go_on`` is asked now and then and raises to end it.

        Values that are equal to one in ``shared`` are that one.
        """
        waiting: dict[int, list[bytes]] = {}
        for number in range(self._count):
            while number not in waiting:
                may_go_on()
                # In this order: a thread's last answer lies in the queue before it ends.
                working = any(thread.is_alive() for thread in self._threads)
                try:
                    at, answer = self._answers.get(timeout=_LOOK_UP_SECONDS if working else 0)
                except queue.Empty:
                    if not working:
                        waiting[number] = []
                else:
                    waiting[at] = answer
            self._room.release()
            answer = waiting.pop(number)
            for at in range(0, len(answer), FIELDS):
                yield _done(shared, *answer[at : at + FIELDS])
            if not answer:
                yield from [None] * BATCH

    def stop(self) -> None:
        """End all processes."""
        self._stopped = True
        for process in self._processes:
            process.kill()
        for _ in self._threads:
            self._room.release()
        for thread in self._threads:
            thread.join()
        for process in self._processes:
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    _there(stream).close()

    def _drive(self, process: subprocess.Popen[bytes]) -> None:
        """Give a process batch after batch until there is none left, or it fails."""
        number = -1
        try:
            send(_there(process.stdin), self._setup)
            while True:
                self._room.acquire()
                with self._lock:
                    number, batch = next(self._batches, (-1, ()))
                if number < 0 or self._stopped:
                    return
                send(_there(process.stdin), [part for s in batch for part in (os.fsencode(s.file), s.path.encode())])
                self._answers.put((number, receive(_there(process.stdout))))
        except (OSError, EOFError, ValueError):
            if number >= 0:
                self._answers.put((number, []))


def _done(shared: dict[Any, Any], content: bytes, reading: bytes, findings: bytes) -> Done:
    return Done(
        decoded(READING, reading, shared),
        content or None,
        reading,
        decoded(FINDINGS, findings, shared) if findings else None,
        findings,
    )


def _there(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def _started() -> subprocess.Popen[bytes]:
    """Start a process that shares nothing with this one: no terminal, no ctrl+c, no lock that a thread may hold."""
    path = [entry or str(Path.cwd()) for entry in sys.path]
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _BEGIN.format(path=path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
