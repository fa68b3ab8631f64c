"""``make quality`` as a person runs it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.quality.__main__ import main
from tests.quality.articles import EXTRA_VARIABLE, FOLDERS, GOLD


def run(*arguments: str, extra: Path | None = None) -> Result:
    return CliRunner().invoke(main, arguments, env={EXTRA_VARIABLE: str(extra) if extra else ""})


@pytest.fixture
def extra(tmp_path: Path) -> Path:
    """A further set of one article, which is one of ours."""
    for folder, file in (("articles", FOLDERS["seeds"] / "geneva-summit.txt"), ("gold", GOLD / "geneva-summit.json")):
        (tmp_path / folder).mkdir()
        shutil.copy(file, tmp_path / folder)
    return tmp_path


def test_every_set_has_its_table() -> None:
    result = run("--only", "geneva")
    assert result.exit_code == 0
    assert result.output.startswith("seeds, 1 article\n")
    assert "articles, 8" not in result.output
    for category in ("persons", "states", "organisations", "instruments", "disputes", "positions", "agenda"):
        assert f"\n  {category} " in result.output


def test_misses_are_told_article_by_article() -> None:
    assert "\n  geneva-summit: persons " in run("--only", "geneva", "--misses").output
    assert "geneva-summit" not in run("--only", "geneva").output


def test_a_further_folder_is_scored_like_our_own(extra: Path) -> None:
    figures = json.loads(run("--only", "geneva", "--json", extra=extra).output)["figures"]
    assert figures[f"extra: {extra.name}"] == figures["seeds"]


def test_a_further_folder_without_articles_is_named(tmp_path: Path) -> None:
    result = run(extra=tmp_path)
    assert result.exit_code == 1
    assert f"{EXTRA_VARIABLE}: {tmp_path}: no annotated article" in result.output
