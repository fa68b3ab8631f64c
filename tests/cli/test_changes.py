"""What is new since the dashboard was last left, told by the command; the dashboard is left as a person leaves it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("POSIX terminals", allow_module_level=True)

from tests.cli.conftest import Run
from tests.cli.test_opening import Terminal

LATER = """Beijing speaks on Moscow and London

BEIJING, July 26, 2021 (AP) — China opposes the sanctions against Russia, Foreign Minister Wang Yi said on Monday.

Wang will meet British Foreign Secretary Dominic Raab in London on August 3. Russia and the United States will meet in
Geneva on July 30.
"""

Leave = Callable[[], None]


@pytest.fixture
def leave(environment: dict[str, str], articles: Path) -> Leave:
    """Open the dashboard on the articles, look at it, and quit."""

    def leaving() -> None:
        terminal = Terminal(environment, str(articles), stdin=None, stderr=None)
        terminal.wait_for("Ryabkov")
        terminal.press("q")
        assert terminal.finish() == 0

    return leaving


def test_before_the_dashboard_was_left_there_is_nothing_to_compare_with(run: Run, articles: Path) -> None:
    done = run("changes", "--seeds", articles)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "the dashboard was not left on these articles yet: there is nothing to compare with\n"
    assert json.loads(run("changes", "--json", "--seeds", articles).stdout)["since"] is None


def test_new_articles_bring_changes_with_their_sentences(run: Run, articles: Path, leave: Leave) -> None:
    leave()
    assert run("changes", "--seeds", articles).stdout.startswith("nothing new since ")
    (articles / "later.txt").write_text(LATER, encoding="utf-8")
    done = run("changes", "--seeds", articles)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert " moved, " in lines[0]
    assert [line for line in lines if line and not line.startswith(" ")][1:] == [
        "Moved",
        "New actors",
        "New positions",
        "New on the agenda",
    ]
    assert "  Wang Yi, Foreign Minister, China" in lines
    moved = lines.index("Moved")
    assert lines[moved + 1].endswith("date was Wed 28 Jul 2021, is now Fri 30 Jul 2021")
    assert "will meet in Geneva on July 30. - AP, 26 Jul 2021" in lines[moved + 2]
    position = lines.index("New positions")
    assert lines[position + 1].endswith("oppose, Sanctions")
    assert "China opposes the sanctions against Russia" in lines[position + 2]
    assert not any("Ryabkov" in line for line in lines[1:])
    leave()
    assert run("changes", "--seeds", articles).stdout.startswith("nothing new since ")


def test_changes_as_json(run: Run, articles: Path, leave: Leave) -> None:
    leave()
    (articles / "later.txt").write_text(LATER, encoding="utf-8")
    told = json.loads(run("changes", "--json", "--seeds", articles).stdout)
    assert (told["format"], told["as_of"]) == ("briefing-changes/1", "2021-07-26")
    (moved,) = [one for one in told["changes"] if one["change"] == "moved"]
    assert (moved["about"], moved["what"], moved["was"], moved["now"]) == (
        "agenda", "date", "Wed 28 Jul 2021", "Fri 30 Jul 2021",
    )  # fmt: skip
    positions = [one for one in told["changes"] if one["about"] == "position"]
    assert {(one["kind"], *one["disputes"]) for one in positions} == {("oppose", "sanctions")}
    assert all(one["sentence"] and one["path"] == "later.txt" for one in told["changes"])
    assert len({frozenset(one) for one in told["changes"]}) == 1, "absent values are null, never missing"


def test_no_library_compares_with_nothing(run: Run, articles: Path, leave: Leave) -> None:
    leave()
    assert "nothing to compare with" in run("changes", "--no-library", "--seeds", articles).stdout


def test_two_dashboards_at_once_lose_nothing_of_one_another(
    run: Run, environment: dict[str, str], articles: Path, leave: Leave
) -> None:
    leave()
    first = Terminal(environment, str(articles), stdin=None, stderr=None)
    first.wait_for("Ryabkov")
    (articles / "later.txt").write_text(LATER, encoding="utf-8")
    second = Terminal(environment, str(articles), stdin=None, stderr=None)
    second.wait_for("Wang Yi")
    second.press("q")
    assert second.finish() == 0
    first.press("q")
    assert first.finish() == 0
    assert run("changes", "--seeds", articles).stdout.startswith("nothing new since ")


def test_a_memory_that_cannot_be_used_is_one_line(run: Run, articles: Path, home: Path, leave: Leave) -> None:
    memory = home / "data" / "briefing" / "memory.sqlite3"
    memory.write_bytes(b"damaged " * 1000)
    done = run("changes", "--seeds", articles)
    assert (done.returncode, done.stderr) == (0, f"briefing: memory: {memory} is damaged: not used\n")
    assert memory.read_bytes() == b"damaged " * 1000
    leave()
    assert (home / "data" / "briefing" / "memory.set-aside-1.sqlite3").exists()
    assert run("changes", "--seeds", articles).stdout.startswith("nothing new since ")
