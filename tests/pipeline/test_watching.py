from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.config.settings import STANDARD_INPUT
from briefing.pipeline.watching import changes


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[queue.Queue[None]]:
    """Return what a watch of a folder tells."""
    monkeypatch.setattr("briefing.pipeline.watching._QUIET_MILLISECONDS", 50)
    stop = threading.Event()
    told: queue.Queue[None] = queue.Queue()

    def listen() -> None:
        for change in changes([tmp_path, STANDARD_INPUT, tmp_path / "none"], stop):
            told.put(change)

    thread = threading.Thread(target=listen)
    thread.start()
    time.sleep(0.5)
    yield told
    stop.set()
    thread.join(5)
    assert not thread.is_alive()


def test_an_article_that_comes_is_seen_and_other_files_are_not(tmp_path: Path, seen: queue.Queue[None]) -> None:
    (tmp_path / "picture.jpg").write_bytes(b"")
    with pytest.raises(queue.Empty):
        seen.get(timeout=0.5)
    (tmp_path / "article.txt").write_text("Talks\n")
    seen.get(timeout=5)


def test_nothing_to_watch_ends_at_once() -> None:
    assert list(changes([STANDARD_INPUT], threading.Event())) == []
