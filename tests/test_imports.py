"""What is imported when: starting must stay quick, and only the dashboard may know Textual."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = """Russia and the United States to talk about arms control

GENEVA, 23 July 2021 — Russia wants limits on U.S. missile defenses, Deputy Foreign Minister Sergey Ryabkov said.
"""

RUN = """
import json, sys
sys.argv[1:] = json.loads(sys.argv[1])
from briefing.__main__ import main
code = main()
sys.stdout.flush()
sys.stderr.write("\\n" + json.dumps([code, sorted(sys.modules)]))
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def modules_after(home: Path, *arguments: str) -> set[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFING_")}
    environment |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data")}
    done = subprocess.run(
        [sys.executable, "-c", RUN, json.dumps(arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=True,
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0, done.stderr
    return set(modules)


def test_importing_the_package_imports_nothing_of_it() -> None:
    code = "import sys, briefing; print(*sorted(m for m in sys.modules if m.startswith('briefing.') or m == 'typing'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_version_is_told_before_anything_is_imported(tmp_path: Path) -> None:
    modules = modules_after(tmp_path, "--version")
    assert modules.isdisjoint({"click", "yaml", "importlib.metadata", "argparse", "briefing.cli", "briefing.config"})


@pytest.mark.parametrize(
    "command",
    [
        ["search", "Ryabkov"],
        ["export", "--format", "json"],
        ["show", "Ryabkov"],
        ["changes"],
        ["where"],
        ["--help"],
        [],
    ],
    ids=lambda command: " ".join(command) or "lists",
)
def test_only_the_dashboard_imports_textual(tmp_path: Path, article: Path, command: list[str]) -> None:
    modules = modules_after(tmp_path, "--seeds", str(article), *command)
    assert "click" in modules
    assert not [name for name in modules if name.partition(".")[0] == "textual"]


def test_a_start_on_unchanged_files_does_without_yaml(tmp_path: Path, article: Path) -> None:
    (tmp_path / "data" / "briefing").mkdir(parents=True)
    first, second = (modules_after(tmp_path, "--seeds", str(article), "where") for _ in range(2))
    assert "yaml" in first
    assert "yaml" not in second


def test_the_dashboard_begins_without_other_screens_and_what_reads_and_compares() -> None:
    code = "import sys, briefing.cli.opening, briefing.tui.app; print(*sorted(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    later = ["briefing.same_event", "briefing.knowledge", "briefing.extraction", "briefing.dossier.changes", "yaml"]
    later += [f"briefing.tui.screens.{name}" for name in ("reader", "search", "overlay", "help", "positions", "brief")]
    assert "briefing.tui.screens.dashboard" in modules
    assert not [name for name in modules if name.startswith(tuple(later))]


def test_help_does_not_wait_for_reading(tmp_path: Path) -> None:
    assert modules_after(tmp_path, "--help").isdisjoint({"rapidfuzz", "anyascii", "briefing.pipeline"})


def test_the_server_is_imported_only_to_serve(tmp_path: Path, article: Path) -> None:
    for command in (["--help"], ["search", "Ryabkov"], ["export", "--format", "json"]):
        assert modules_after(tmp_path, "--seeds", str(article), *command).isdisjoint({"aiohttp", "textual_serve"})
