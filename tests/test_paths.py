from pathlib import Path

import pytest

from briefing import paths

CHECKOUT = Path(__file__).parents[1]


def test_checkout_has_its_data_above_the_package() -> None:
    assert paths.data_folder() == CHECKOUT
    assert paths.shipped_config().is_file()
    assert paths.shipped_themes().is_dir()
    assert paths.shipped_seeds().is_dir()
    assert (paths.shipped_knowledge() / "states.yaml").is_file()


def test_installed_package_has_its_data_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "briefing" / "_data").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "briefing")
    assert paths.data_folder() == tmp_path / "briefing" / "_data"


def test_users_files_lie_in_one_folder() -> None:
    folder = paths.user_config_folder()
    assert folder.name == "briefing"
    assert {paths.user_config(), paths.user_themes(), paths.user_knowledge()} == {
        folder / "config.yaml",
        folder / "themes",
        folder / "knowledge",
    }
