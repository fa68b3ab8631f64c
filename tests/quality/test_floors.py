"""What the program finds in the annotated articles does not get worse."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.quality import floors
from tests.quality.articles import FOLDERS, articles_in
from tests.quality.floors import MODES, fallen, raised
from tests.quality.running import score

every_set = pytest.mark.parametrize("name", FOLDERS)
every_mode = pytest.mark.parametrize("mode", MODES)


@every_set
@every_mode
def test_no_figure_is_below_its_floor_and_all_evidence_holds(name: str, mode: str) -> None:
    result = score(articles_in(FOLDERS[name]), MODES[mode])
    wanted = {name: {mode: floors.floors()[name][mode]}}
    assert result.problems == []
    assert list(fallen(wanted, {name: {mode: result.total.figures()}})) == []


def test_a_fallen_figure_is_named_with_its_floor() -> None:
    wanted = {"seeds": {"dated": {"persons F1": 90.0, "agenda F1": 50.0}}}
    got = {"seeds": {"dated": {"persons F1": 89.9, "agenda F1": 50.0}}}
    assert list(fallen(wanted, got)) == ["seeds, dated: persons F1 is 89.9, its floor is 90.0"]


def test_saving_keeps_the_reasons_for_lowered_floors(tmp_path: Path) -> None:
    file = tmp_path / "floors.yaml"
    file.write_text("seeds: {}\n# Lowered once, for a reason.\n", encoding="utf-8")
    floors.save({"seeds": {"dated": {"persons F1": 90.0}}}, file)
    saved = file.read_text(encoding="utf-8")
    assert saved.startswith("# Lowered once, for a reason.\n")
    assert yaml.safe_load(saved) == {"seeds": {"dated": {"persons F1": 90.0}}}


def test_raising_lowers_no_floor() -> None:
    old = {"seeds": {"dated": {"persons F1": 90.0, "agenda F1": 50.0}}}
    now = {"seeds": {"dated": {"persons F1": 89.9, "agenda F1": 60.0}}}
    assert raised(old, now) == {"seeds": {"dated": {"persons F1": 90.0, "agenda F1": 60.0}}}
