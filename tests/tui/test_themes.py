from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing import paths
from briefing.tui.contrast import LEAST, ROW_PAIRS, TEXT_PAIRS, in_256_colours, lowest, ratio, reduced, rgb
from briefing.tui.look import textual_theme
from briefing.tui.themes import COLOURS, DEFAULT_THEME, ThemeError, Themes, load_theme, load_themes
from tests import factories
from tests.tui.conftest import Open, screen_text

SHIPPED = sorted(path.stem for path in paths.shipped_themes().glob("*.yaml"))
COLOURED = [name for name in SHIPPED if name != "terminal"]


def write(folder: Path, name: str = "mine", **changed: str | None) -> Path:
    """Write the default theme with some values changed, or left out where null."""
    lines = (paths.shipped_themes() / f"{DEFAULT_THEME}.yaml").read_text(encoding="utf-8").splitlines()
    values = dict(line.split(": ", 1) for line in lines if not line.startswith("#"))
    values |= {key.replace("_", "-"): value for key, value in changed.items()}  # type: ignore[misc]
    path = folder / f"{name}.yaml"
    path.write_text("\n".join(f"{key}: {value}" for key, value in values.items() if value), encoding="utf-8")
    return path


def test_seven_themes_are_shipped_without_a_problem(themes: Themes) -> None:
    assert set(themes.by_name) == {
        *("night-desk", "newsprint", "contrast-dark", "contrast-light", "okabe", "carbon-copy", "terminal")
    }
    assert themes.problems == ()
    assert next(iter(themes.by_name)) == DEFAULT_THEME


@pytest.mark.parametrize("name", COLOURED)
def test_text_and_the_selected_row_read_well(themes: Themes, name: str) -> None:
    values = themes.by_name[name].values
    assert lowest(values, TEXT_PAIRS) >= LEAST
    assert lowest(values, ROW_PAIRS) >= LEAST


@pytest.mark.parametrize("name", COLOURED)
def test_they_read_well_in_256_colours_too(themes: Themes, name: str) -> None:
    values = themes.by_name[name].values
    asked = reduced({colour: values[colour] for colour in COLOURS})
    shown = {colour: "#{:02x}{:02x}{:02x}".format(*in_256_colours(rgb(value))) for colour, value in asked.items()}
    assert lowest(shown, (*TEXT_PAIRS, *ROW_PAIRS)) >= LEAST
    assert shown["block-cursor-background"] != shown["background"], "the selected row is still to be seen"


def test_every_colour_of_text_is_checked_somewhere() -> None:
    checked = {name for pair in (*TEXT_PAIRS, *ROW_PAIRS) for name in pair}
    assert set(COLOURS) - checked == {"border", "border-blurred"}


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#fff", "#fff", 1.0)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert ratio(rgb(one), rgb(other)) == pytest.approx(expected, abs=0.01)
    assert ratio(rgb(other), rgb(one)) == pytest.approx(expected, abs=0.01)


def test_a_theme_of_ones_own_joins_and_may_take_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    write(tmp_path, "mine", accent='"#abc"', description="my own")
    write(tmp_path, "newsprint", description="not the shipped one")
    themes = load_themes([paths.shipped_themes(), tmp_path])
    assert themes.by_name["mine"].values["accent"] == "#abc"
    assert themes.by_name["newsprint"].description == "not the shipped one"
    assert len(themes.by_name) == 8


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"accent": '"#12345"'}, "accent: expected #rrggbb, found #12345"),
        ({"accent": "red"}, "accent: expected #rrggbb, found red"),
        ({"accent": "ansi_blue"}, "accent: expected #rrggbb, found ansi_blue"),
        ({"accent": "[1, 2]"}, "accent: expected #rrggbb, found no text"),
        ({"accent": None}, "accent: missing"),
        ({"accnet": '"#123456"'}, "accnet: no such name, nearest is accent"),
        ({"dark": "perhaps"}, "dark: expected true or false, found perhaps"),
        (
            {"chip_text_style": "blink"},
            "chip-text-style: expected none, bold, italic, underline or reverse, found blink",
        ),
    ],
)
def test_a_bad_value_names_file_line_key_and_what_was_expected(
    tmp_path: Path, changed: dict[str, str | None], message: str
) -> None:
    path = write(tmp_path, "mine", **changed)
    with pytest.raises(ThemeError) as raised:
        load_theme(path)
    place, _, said = str(raised.value).partition(": ")
    assert place.rpartition(":")[0] == str(path)
    assert said == message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"- a\n- b\n", "expected names with colours"),
        (b"accent: [\n", "expected the node content"),
        (b"\xff\xfe\x00", "expected UTF-8 text"),
        (b"a: " + b"[" * 5000, "nested too deeply"),
        (b"a: !!python/object:os.system x", "tags are not allowed"),
    ],
)
def test_a_file_that_is_no_theme_is_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "bad.yaml").write_bytes(content)
    themes = load_themes([paths.shipped_themes(), tmp_path])
    (problem,) = themes.problems
    assert str(tmp_path / "bad.yaml") in problem
    assert message in problem
    assert len(themes.by_name) == 7


def test_a_theme_that_is_not_there_is_named_and_the_default_is_used(themes: Themes) -> None:
    assert themes.problem_with("newsprnt") == "theme: newsprnt: no such theme, nearest is newsprint; night-desk is used"
    assert themes.problem_with("newsprint") is None
    assert themes.named("newsprnt").name == DEFAULT_THEME


def test_a_theme_of_the_terminal_keeps_its_colours_by_name(themes: Themes) -> None:
    theme = textual_theme(themes.by_name["terminal"], few_colours=True)
    assert theme.ansi
    assert theme.background == "ansi_default"
    assert theme.variables["block-cursor-text-style"] == "reverse bold"


async def test_an_unknown_theme_opens_on_the_default_and_is_named(opened: Open) -> None:
    async with opened(replace(factories.briefing(), skipped=()), theme="newsprnt") as pilot:
        assert pilot.app.theme == DEFAULT_THEME
        assert "newsprnt: no such theme" in screen_text(pilot.app)


@pytest.mark.parametrize("name", SHIPPED)
async def test_every_screen_can_be_drawn_in_every_theme(opened: Open, name: str) -> None:
    async with opened(theme=name, size=(170, 40)) as pilot:
        for key in ["question_mark", "T", "slash", "colon", "exclamation_mark", "i", "p", "t", "b", "e"]:
            await pilot.press(key)
            await pilot.pause()
            screen_text(pilot.app)
            await pilot.press("escape")
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "reader" in screen_text(pilot.app)


async def test_the_picker_shows_each_theme_at_once_and_escape_goes_back(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("T", "down")
        await pilot.pause()
        assert pilot.app.theme == "carbon-copy"
        assert "lowest contrast of text" in screen_text(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.theme == "night-desk"


async def test_enter_keeps_a_theme(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "preferences.yaml"
    async with opened(preferences_file=file) as pilot:
        await pilot.press("T", "down", "enter")
        await pilot.pause()
        assert pilot.app.theme == "carbon-copy"
        assert "theme carbon-copy is kept" in screen_text(pilot.app)
        assert "theme: carbon-copy\n" in file.read_text(encoding="utf-8")
        await pilot.press("T")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.theme == "carbon-copy"


async def test_what_goes_before_a_kept_theme_is_told(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "preferences.yaml"
    async with opened(preferences_file=file, origins={"theme": "BRIEFING_THEME"}) as pilot:
        await pilot.press("T", "down", "enter")
        await pilot.pause()
        assert "BRIEFING_THEME goes before it" in screen_text(pilot.app)


async def test_a_theme_that_cannot_be_kept_is_one_line(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "preferences.yaml").write_text("format: 2\n", encoding="utf-8")
    async with opened(preferences_file=tmp_path / "preferences.yaml") as pilot:
        await pilot.press("T", "down", "enter")
        await pilot.pause()
        assert "newer briefing" in screen_text(pilot.app)
        assert pilot.app.theme == "carbon-copy"
