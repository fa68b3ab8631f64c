"""The manual says what the program says."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli.command import briefing
from tests.cli.conftest import environment_of

ROOT = Path(__file__).parent.parent
MAN_PAGE = ROOT / "docs" / "briefing.1"


def test_what_is_made_from_the_program_is_in_step_with_it() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "make_manual.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), "`make manual` writes it"


@pytest.mark.parametrize("command", ["", "export", "serve"])
def test_the_help_of_the_manual_is_what_the_command_prints(command: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *command.split(), "--help"],
        capture_output=True,
        encoding="utf-8",
        env=environment_of(tmp_path) | {"COLUMNS": "120"},
        check=True,
    )
    page = (ROOT / "docs" / "manual" / "commands.md").read_text(encoding="utf-8")
    section = page.partition(f"## {f'briefing {command}'.strip()}\n\n```text\n")[2]
    assert section.partition("```")[0] == done.stdout


def test_the_page_on_the_command_line_names_all_commands() -> None:
    page = (ROOT / "docs" / "manual" / "command-line.md").read_text(encoding="utf-8")
    assert [name for name in briefing.commands if f"\nbriefing {name} " not in page] == []


def test_the_man_page_names_all_commands_and_options() -> None:
    page = MAN_PAGE.read_text(encoding="utf-8").replace(r"\-", "-")
    for name, command in briefing.commands.items():
        assert f".B briefing {name}\n" in page
        for option in (each for parameter in command.params for each in parameter.opts if each.startswith("--")):
            assert re.search(rf"^\.B .*{option}", page, re.MULTILINE), option


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff here")
def test_the_man_page_has_no_error() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z", MAN_PAGE], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
