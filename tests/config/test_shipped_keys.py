"""The keys of the shipped ``config.yaml`` are the dashboard's own, all of them."""

from briefing.config.loading import shipped_settings
from briefing.tui.commands import COMMANDS
from briefing.tui.keys import resolve


def test_shipped_file_names_every_command_with_its_keys() -> None:
    settings = shipped_settings()
    keymap = resolve(settings.keys, settings.origins)
    assert (keymap.problems, keymap.changed) == ((), {})
    assert set(settings.keys) == {command.id for command in COMMANDS}
