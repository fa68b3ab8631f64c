"""Completion in real shells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.export.formats import FORMATS
from tests.cli.conftest import Run, environment_of

if os.name == "nt":
    pytest.skip("POSIX shells", allow_module_level=True)

ARTICLE = """Ireland to talk to Spain about olives

MADRID, July 23, 2021 (AP) — Ireland wants lower tariffs, Foreign Minister Brigid O'Brien said on Friday.

State Secretary Bridget Stone opposes them, she said.
"""
SETTLED_SECONDS = 2.1
"""A file that changed a moment ago might change again, so that its briefing is not kept."""

Shell = Callable[..., list[str]]
"""Runs a shell in which there is the command, after an article was read, and returns the lines that it prints."""

BASH = """
eval "$(briefing completion bash)"
compopt() { COMPREPLY=("$2"); }
for line; do
    COMPREPLY=()
    read -ra COMP_WORDS <<< "$line"
    [[ $line == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
    _briefing_completion briefing
    (IFS='|'; echo "${COMPREPLY[*]}")
done
"""


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"no {shell} here")


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    folder = tmp_path_factory.mktemp("completion")
    article = folder / "olives.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    time.sleep(SETTLED_SECONDS)
    command = folder / "bin" / "briefing"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefing "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    environment = environment_of(folder / "home")
    environment |= {"BRIEFING_SEEDS": str(article), "PATH": f"{command.parent}:{os.environ['PATH']}"}

    def run(*words: str) -> list[str]:
        done = subprocess.run(
            words,
            capture_output=True,
            encoding="utf-8",
            cwd=folder,
            env=environment,
            check=True,
            stdin=subprocess.DEVNULL,
        )
        assert done.stderr == ""
        return done.stdout.splitlines()

    run("briefing")
    return run


@needs("bash")
def test_bash_is_told_what_may_follow(shell: Shell) -> None:
    expected = {
        "briefing ex": "export",
        "briefing show --w": "--why",
        "briefing --theme news": "newsprint",
        "briefing search --kind s": "state|sentence",
        "briefing --dispute cyb": "cyber",
        "briefing --publisher a": "AP",
        "briefing show bri": "Bridget|Brigid",
        "briefing show Brigid ": "O\\'Brien",
        "briefing show Nobody ": "",
        "briefing completion z": "zsh",
        "briefing ./ol": "default",
        "briefing olives.txt o": "default",
        "briefing export -o ": "default",
        "briefing export --format ": "|".join(FORMATS),
    }
    told = shell("bash", "--norc", "-c", BASH, "bash", *expected)
    assert told == list(expected.values())


@needs("bash")
def test_bash_is_told_nothing_hidden(shell: Shell) -> None:
    commands, options = (
        line.split("|") for line in shell("bash", "--norc", "-c", BASH, "bash", "briefing ", "briefing --")
    )
    assert {"search", "show", "export", "check", "where", "serve", "completion"} <= set(commands)
    assert "open" not in commands
    assert "--since" in options
    assert "--in-browser" not in options


@needs("bash")
def test_a_name_that_was_completed_is_found(shell: Shell) -> None:
    assert shell("bash", "--norc", "-c", "briefing show Brigid O\\'Brien")[0] == "Brigid O'Brien"


@needs("zsh")
def test_zsh_takes_its_script(shell: Shell) -> None:
    begin = 'autoload -U compinit && compinit -D && eval "$(briefing completion zsh)" && '
    assert shell("zsh", "-f", "-c", f"{begin}print ${{_comps[briefing]}}") == ["_briefing_completion"]
    asked = "COMP_WORDS='briefing show bri' COMP_CWORD=2 _BRIEFING_COMPLETE=zsh_complete briefing"
    assert shell("zsh", "-f", "-c", asked) == ["plain", "Bridget", "_", "plain", "Brigid", "_"]


@needs("fish")
def test_fish_is_told(shell: Shell) -> None:
    begin = "briefing completion fish | source; complete -C"
    assert sorted(shell("fish", "--no-config", "-c", f"{begin} 'briefing show Bri'")) == ["Bridget", "Brigid"]
    assert shell("fish", "--no-config", "-c", f"{begin} 'briefing export --format js'") == ["json"]


@pytest.mark.parametrize("asked", ["bash_source", "tcsh_complete", "nonsense"])
def test_what_no_shell_asks_is_not_answered(run: Run, asked: str) -> None:
    done = run(variables={"_BRIEFING_COMPLETE": asked})
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


def test_a_configuration_that_is_broken_offers_nothing(run: Run, user_file: Path) -> None:
    user_file.write_text("theme: [", encoding="utf-8")
    asked = {"_BRIEFING_COMPLETE": "bash_complete", "COMP_WORDS": "briefing show X", "COMP_CWORD": "2"}
    done = run(variables=asked)
    assert (done.returncode, done.stderr) == (0, "")
