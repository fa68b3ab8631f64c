"""The command in a process of its own, with a home of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]

TALKS = """Russia and the United States to talk about arms control

WASHINGTON, July 23, 2021 (AP) — Russia wants limits on U.S. missile defenses, Deputy Foreign Minister Sergey Ryabkov \
said on Friday.

“We will not discuss cyberattacks in Geneva,” Ryabkov said. The two sides will meet in Geneva on Wednesday.
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "talks.txt").write_text(TALKS, encoding="utf-8")
    return folder


@pytest.fixture
def user_file(home: Path) -> Path:
    folder = home / "config" / "briefing"
    folder.mkdir(parents=True)
    return folder / "config.yaml"


def environment_of(home: Path) -> dict[str, str]:
    names = {"BRIEFING_", "XDG_", "NO_COLOR", "COLUMNS"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(tuple(names))}
    folders = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_DATA_HOME": home / "data"}
    return (
        kept
        | {name: str(folder) for name, folder in folders.items()}
        | {
            "PYTHONWARNINGS": "error",
            "PYTHONPATH": str(CHECKOUT),
        }
    )


@pytest.fixture(scope="session")
def compiled_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first run on a machine keeps of our tables, which takes half a second to make."""
    home = tmp_path_factory.mktemp("first-home")
    command = [sys.executable, "-m", "briefing", "-"]
    subprocess.run(command, input=TALKS, encoding="utf-8", capture_output=True, env=environment_of(home), check=True)
    return home / "data" / "briefing" / "knowledge.bin"


@pytest.fixture
def environment(home: Path, compiled_tables: Path) -> dict[str, str]:
    data = home / "data" / "briefing"
    data.mkdir(parents=True, mode=0o700)
    shutil.copy(compiled_tables, data)
    return environment_of(home)


@pytest.fixture
def run(tmp_path: Path, environment: dict[str, str]) -> Run:
    def run_command(
        *arguments: str | Path, text: str = "", variables: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "briefing", *map(str, arguments)],
            input=text,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=environment | (variables or {}),
            timeout=120,
            check=False,
        )

    return run_command
