import os
from datetime import date
from pathlib import Path

import pytest

from briefing.config.loading import load_settings, shipped_settings
from briefing.config.settings import STANDARD_INPUT, ConfigError, Settings
from briefing.model import DisputeDefinition

DISPUTES_OF_THE_ISSUE = {
    "cyber", "ukraine", "election_interference", "missile_defense", "arms_control", "north_korea_nuclear",
    "iran_nuclear", "south_china_sea", "taiwan", "israel_palestinian", "sanctions", "trade", "human_rights",
    "climate", "nagorno_karabakh", "sudan", "ethiopia", "syria",
}  # fmt: skip


@pytest.fixture
def user_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "settings"
    folder.mkdir()
    monkeypatch.setattr("briefing.paths.user_config_folder", lambda: tmp_path / "elsewhere")
    return folder / "config.yaml"


def load(user_file: Path, text: str, **environment: str) -> Settings:
    user_file.write_text(text, encoding="utf-8")
    return load_settings(config=user_file, environment=environment)


def problems(user_file: Path, text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load(user_file, text)
    return [problem.replace(str(user_file), "FILE") for problem in caught.value.problems]


def dispute(settings: Settings, name: str) -> DisputeDefinition:
    return next(definition for definition in settings.disputes if definition.id == name)


def test_shipped_file_defines_the_disputes_and_the_seeds() -> None:
    settings = shipped_settings()
    assert {definition.id for definition in settings.disputes} >= DISPUTES_OF_THE_ISSUE
    assert settings.seeds[0].is_absolute()
    assert settings.seeds[0].name == "seeds"
    assert settings.as_of is None
    assert settings.file_bytes == 5_000_000
    assert settings.notices == ()


def test_default_name_of_a_dispute_is_its_id_with_blanks() -> None:
    settings = shipped_settings()
    assert dispute(settings, "cyber").name == "Cyber"
    assert dispute(settings, "election_interference").name == "Election interference"


def test_command_line_beats_environment_beats_user_file_beats_shipped_file(user_file: Path) -> None:
    user_file.write_text("theme: from-file\nas_of: 2021-01-01\nglyphs: ascii\nsearch:\n  limit: 7\n")
    environment = {"BRIEFING_THEME": "from-environment", "BRIEFING_AS_OF": "2021-02-02"}
    settings = load_settings({"theme": "from-option"}, config=user_file, environment=environment)
    assert settings.theme == "from-option"
    assert settings.as_of == date(2021, 2, 2)
    assert settings.glyphs == "ascii"
    assert settings.search_limit == 7
    assert settings.file_bytes == 5_000_000
    assert settings.origins["theme"] == "--theme"
    assert settings.origins["as_of"] == "BRIEFING_AS_OF"
    assert settings.origins["glyphs"] == f"{user_file}:3"
    assert settings.origins["search.limit"] == f"{user_file}:5"


def test_nested_key_has_a_variable(user_file: Path) -> None:
    settings = load(user_file, "", BRIEFING_LIMITS_FILE_MEGABYTES="2", BRIEFING_SEARCH_LIMIT="3", BRIEFING_GLYPHS="")
    assert settings.file_bytes == 2_000_000
    assert settings.search_limit == 3
    assert settings.origins["limits.file_megabytes"] == "BRIEFING_LIMITS_FILE_MEGABYTES"
    assert settings.glyphs == "auto"


def test_config_variable_names_the_user_file(user_file: Path) -> None:
    user_file.write_text("theme: newsprint\n")
    settings = load_settings(environment={"BRIEFING_CONFIG": "settings/config.yaml"})
    assert settings.theme == "newsprint"
    assert settings.user_file == user_file


def test_user_file_is_looked_for_in_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.paths.user_config_folder", lambda: tmp_path)
    assert load_settings(environment={}).theme == "night-desk"
    (tmp_path / "config.yaml").write_text("theme: newsprint\n")
    settings = load_settings(environment={})
    assert settings.theme == "newsprint"
    assert settings.user_file == tmp_path / "config.yaml"


def test_relative_paths_are_taken_from_the_file_that_names_them(user_file: Path) -> None:
    assert load(user_file, "seeds: [wire, /srv/news]\n").seeds == (user_file.parent / "wire", Path("/srv/news"))


def test_relative_paths_of_environment_and_command_line_are_taken_from_the_current_folder(
    user_file: Path, tmp_path: Path
) -> None:
    environment = {"BRIEFING_SEEDS": os.pathsep.join(["a", "b"])}
    assert load(user_file, "", **environment).seeds == (tmp_path / "a", tmp_path / "b")
    assert load_settings({"seeds": ["c", "-"]}, environment=environment).seeds == (tmp_path / "c", STANDARD_INPUT)


def test_home_is_expanded(user_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/reader")
    monkeypatch.setenv("USERPROFILE", "/home/reader")
    assert load(user_file, "seeds: ~/wire\n").seeds == (Path("/home/reader/wire"),)


def test_lists_replace(user_file: Path) -> None:
    settings = load(user_file, "seeds: [wire]\ndisputes:\n  cyber:\n    terms: [worm]\n")
    assert settings.seeds == (user_file.parent / "wire",)
    assert dispute(settings, "cyber").terms == ("worm",)


def test_a_dispute_of_ones_own_takes_four_lines(user_file: Path) -> None:
    settings = load(
        user_file,
        "disputes:\n  grain_corridor:\n    name: Grain\n    terms: [grain deal, Black Sea + grain, NO, export*]\n",
    )
    assert dispute(settings, "grain_corridor") == DisputeDefinition(
        "grain_corridor", "Grain", ("grain deal", "Black Sea + grain", "NO", "export*")
    )
    assert dispute(settings, "cyber").terms == dispute(shipped_settings(), "cyber").terms


def test_mappings_merge_key_by_key(user_file: Path) -> None:
    settings = load(user_file, "disputes:\n  taiwan:\n    name: Strait\n")
    assert dispute(settings, "taiwan").name == "Strait"
    assert dispute(settings, "taiwan").parties == dispute(shipped_settings(), "taiwan").parties
    assert settings.origins["disputes.taiwan"] == f"{user_file}:2"


def test_null_takes_a_dispute_away(user_file: Path) -> None:
    settings = load(user_file, "disputes:\n  climate: null\n")
    assert "climate" not in {definition.id for definition in settings.disputes}
    assert settings.notices == ()


def test_null_gives_a_dispute_its_default_name_back(user_file: Path) -> None:
    assert dispute(load(user_file, "disputes:\n  iran_nuclear: {name: ~}\n"), "iran_nuclear").name == "Iran nuclear"


def test_keys_are_texts_or_lists_and_null_takes_them_away(user_file: Path) -> None:
    settings = load(user_file, "keys:\n  quit: ctrl+x\n  help: [f1, h]\n  copy: null\n")
    assert settings.keys == {**shipped_settings().keys, "quit": "ctrl+x", "help": "f1,h", "copy": ""}
    assert settings.origins["keys.help"] == f"{user_file}:3"


def test_empty_user_file_changes_nothing(user_file: Path) -> None:
    assert load(user_file, "# nothing yet\n").disputes == shipped_settings().disputes


def test_unknown_keys_are_noticed_and_ignored(user_file: Path) -> None:
    settings = load(
        user_file,
        "theem: newsprint\nsearch:\n  limits: 5\ndisputes:\n  cyber:\n    term: [x]\n  climat: null\n",
        BRIEFING_SEED="x",
        BRIEFING_QUALITY_EXTRA="x",
    )
    assert [notice.replace(str(user_file), "FILE") for notice in settings.notices] == [
        "FILE:1: theem: unknown key, ignored (did you mean theme?)",
        "FILE:3: search.limits: unknown key, ignored (did you mean limit?)",
        "FILE:6: disputes.cyber.term: unknown key, ignored (did you mean terms?)",
        "FILE:7: disputes.climat: unknown key, ignored (did you mean climate?)",
        "BRIEFING_SEED: unknown variable (did you mean BRIEFING_SEEDS?)",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [", "FILE:1: expected the node content, but found '<stream end>'"),
        ("- theme\n", "FILE:1: expected keys with values, found a list"),
        ("theme:\n  - x\n", "FILE:1: theme: expected a text, found a list"),
        ("theme: null\n", "FILE:1: theme: expected a text, found nothing"),
        ("glyphs: asci\n", 'FILE:1: glyphs: expected auto, unicode or ascii, found "asci" (did you mean ascii?)'),
        (
            "\nas_of: 2021-02-30\n",
            'FILE:2: as_of: expected a date of the calendar as YYYY-MM-DD, found "2021-02-30"',
        ),
        ("search:\n  limit: 0\n", 'FILE:2: search.limit: expected a whole number from 1 to 1000, found "0"'),
        ("limits: 5\n", 'FILE:1: limits: expected keys with values, found "5"'),
        ("seeds:\n  a: b\n", "FILE:1: seeds: expected a list of files and folders, found a mapping"),
        (
            "disputes:\n  a b:\n    terms: [x]\n",
            "FILE:2: disputes.a b: expected an id of letters, digits and underscores",
        ),
        ("disputes:\n  ab: [x]\n", "FILE:2: disputes.ab: expected terms, found a list"),
        ("disputes:\n  ab:\n    name: x\n", "FILE:2: disputes.ab: expected terms, found none"),
        ("disputes:\n  ab:\n    terms: x\n", 'FILE:3: disputes.ab.terms: expected a list of terms, found "x"'),
        (
            "disputes:\n  ab:\n    terms: [a*]\n",
            "FILE:3: disputes.ab.terms: expected a phrase, `word*` with three letters or more, or `phrase + phrase`, "
            'found "a*"',
        ),
        ("keys:\n  quit: {}\n", "FILE:2: keys.quit: expected a text, found a mapping"),
    ],
)
def test_wrong_value_names_file_line_key_and_what_was_expected(user_file: Path, text: str, expected: str) -> None:
    assert problems(user_file, text) == [expected]


def test_every_wrong_value_is_named(user_file: Path) -> None:
    assert len(problems(user_file, "theme: []\nglyphs: x\nsearch:\n  limit: many\n")) == 3


def test_wrong_value_of_environment_and_command_line_is_named(user_file: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings({"as_of": "yesterday"}, environment={"BRIEFING_SEARCH_LIMIT": "x"})
    assert caught.value.problems == (
        'BRIEFING_SEARCH_LIMIT: search.limit: expected a whole number from 1 to 1000, found "x"',
        '--as-of: as_of: expected a date of the calendar as YYYY-MM-DD, found "yesterday"',
    )


def test_missing_file_that_was_named_is_an_error(user_file: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        load_settings(config=user_file, environment={})


def test_undecodable_file_is_an_error(user_file: Path) -> None:
    user_file.write_bytes(b"theme: \xff\xfe\n")
    with pytest.raises(ConfigError, match="expected UTF-8 text"):
        load_settings(config=user_file, environment={})


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device")
def test_endless_file_is_an_error() -> None:
    with pytest.raises(ConfigError, match="longer than 200,000 characters"):
        load_settings(config=Path("/dev/zero"), environment={})


def test_control_characters_in_a_file_never_reach_a_message(user_file: Path) -> None:
    text = '"th\\x1b]52;c;AAAA\\x07eme": 1\ntheme: ["\\e[31m"]\nglyphs: "\\u202e\\e[0m"\n'
    (line, other) = problems(user_file, text)
    assert "\x1b" not in line + other
    assert "\u202e" not in line + other
