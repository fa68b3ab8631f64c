from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.config.loading import shipped_settings
from briefing.config.settings import Settings
from briefing.library.store import Store
from briefing.model import Briefing
from briefing.pipeline import CancelledError, Progress, build, pool, readings
from tests.pipeline.articles import write_articles

FILES = 60


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr("briefing.paths.user_config_folder", lambda: tmp_path / "user")
    write_articles(tmp_path / "articles", FILES)
    (tmp_path / "articles" / "c.txt").write_bytes(b"")
    return replace(shipped_settings(), seeds=(tmp_path / "articles",))


@pytest.fixture
def alone(settings: Settings) -> Briefing:
    """What one process makes of the articles."""
    return build(settings)


@pytest.fixture
def several(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[pool.Pool]]:
    """Let few files be worth several processes; return the pools that were made."""
    pools: list[pool.Pool] = []

    def noted(*arguments: object) -> pool.Pool:
        pools.append(pool.Pool(*arguments))  # type: ignore[arg-type] # handed on as they are
        return pools[-1]

    monkeypatch.setattr(readings, "WORTH_IT", 10)
    monkeypatch.setattr(readings, "usable_cores", lambda: 2)
    monkeypatch.setattr(readings, "Pool", noted)
    yield pools
    assert all(process.poll() is not None for made in pools for process in made._processes)


def test_several_processes_make_the_same_of_it_as_one(
    settings: Settings, alone: Briefing, several: list[pool.Pool], tmp_path: Path
) -> None:
    library = Store(tmp_path / "library.sqlite3")
    seen: list[Progress] = []
    assert build(settings, library, progress=seen.append, partial=False) == alone
    assert [step.done for step in seen] == list(range(1, FILES + 2))
    assert len(several) == 1
    os.utime(tmp_path / "articles" / "c.txt")  # the briefing as a whole is another
    assert build(settings, library) == alone
    assert len(several) == 1
    library.close()


def test_a_process_that_dies_costs_nothing(
    settings: Settings, alone: Briefing, several: list[pool.Pool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill(progress: Progress) -> None:
        if progress.done == 1:
            several[0]._processes[0].kill()

    monkeypatch.setattr(pool, "BATCH", 2)
    assert build(settings, progress=kill) == alone


@pytest.mark.parametrize("executable", ["/no/such/python", sys.executable])
def test_where_no_process_can_be_started_one_reads_all(
    settings: Settings, alone: Briefing, several: list[pool.Pool], monkeypatch: pytest.MonkeyPatch, executable: str
) -> None:
    monkeypatch.setattr(pool, "_BEGIN", "raise SystemExit({path!r})")
    monkeypatch.setattr(sys, "executable", executable)
    assert build(settings) == alone
    assert len(several) == 1


def test_giving_up_ends_the_processes(settings: Settings, several: list[pool.Pool]) -> None:
    with pytest.raises(CancelledError):
        build(settings, cancelled=lambda: True)
    assert len(several) == 1


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_kill_in_the_middle_of_reading_loses_nothing(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    write_articles(articles, 150)
    folders = {"HOME": tmp_path, "XDG_CONFIG_HOME": tmp_path / "config", "XDG_DATA_HOME": tmp_path / "data"}
    environment = {**os.environ, **{name: str(folder) for name, folder in folders.items()}}
    command = [sys.executable, "-m", "briefing", "export", "--format", "json", "--seeds", str(articles)]
    for milliseconds in (400, 700, 1000):
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(milliseconds / 1000)
        process.send_signal(signal.SIGKILL)
        process.wait()
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    fresh = subprocess.run([*command, "--no-library"], env=environment, capture_output=True, check=True)
    again = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert done.stdout == fresh.stdout == again.stdout
    assert done.stderr == again.stderr == b""
