"""The options that every command takes, before and after its name: the later wins, seeds add up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from briefing.config.loading import load_settings
from briefing.config.settings import Settings

COMPLETION_VARIABLE = "_BRIEFING_COMPLETE"
"""The variable in which a shell's script says that it asks for completions."""
SHELLS = ("bash", "zsh", "fish")

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(slots=True)
class Given:
    """What the options said so far."""

    seeds: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    config: Path | None = None
    keep_library: bool = True
    in_browser: bool = False

    def settings(self) -> Settings:
        """Return the settings with these options laid over them; raises ``ConfigError``."""
        options = {**self.values, **({"seeds": self.seeds} if self.seeds else {})}
        settings = load_settings(options, config=self.config, keep_library=self.keep_library)
        return replace(settings, in_browser=True) if self.in_browser else settings

    def arguments(self) -> list[str]:
        """Return the options that say the same to another process."""
        pairs = [("seeds", seed) for seed in self.seeds]
        pairs += [("config", str(self.config))] if self.config is not None else []
        for key, value in self.values.items():
            pairs += [(key.removeprefix("filter."), each) for each in (value if isinstance(value, list) else [value])]
        told = [f"--{name.replace('_', '-')}={value}" for name, value in pairs]
        return told if self.keep_library else [*told, "--no-library"]


_FILTERS = frozenset({"since", "until", "publisher", "dispute"})


def _note(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    given = context.ensure_object(Given)
    name = parameter.name
    if name == "seeds":
        given.seeds += value
    elif name == "no_library":
        given.keep_library = given.keep_library and not value
    elif value is not None and name == "config":
        given.config = Path(value)
    elif name in _FILTERS:
        key = f"filter.{name}"
        if isinstance(value, tuple) and value:
            given.values[key] = [*given.values.get(key, []), *value]
        elif isinstance(value, str):
            given.values[key] = value
    elif value is not None and name is not None:
        given.values[name] = value


def offering(what: str) -> Callable[[click.Context, click.Parameter, str], list[Any]]:
    """Return what tells a shell the words that may stand here; it is imported only when a shell asks."""

    def complete(context: click.Context, _: click.Parameter, begun: str) -> list[Any]:
        from briefing.cli.completing import offers  # noqa: PLC0415

        return offers(what, context, begun)

    return complete


_OPTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("--seeds", {"metavar": "PATH", "multiple": True, "help": "Read this file or folder; may be given repeatedly."}),
    ("--config", {"metavar": "FILE", "help": "Use this file instead of your own config.yaml."}),
    ("--theme", {"metavar": "NAME", "help": "Use this theme."}),
    ("--as-of", {"metavar": "DATE", "help": "Look from this day, YYYY-MM-DD."}),
    ("--since", {"metavar": "DATE", "help": "Only articles from this day on."}),
    ("--until", {"metavar": "DATE", "help": "Only articles up to this day."}),
    ("--publisher", {"metavar": "NAME", "multiple": True, "help": "Only articles of this publisher; repeatable."}),
    ("--dispute", {"metavar": "ID", "multiple": True, "help": "Only articles on this dispute; repeatable."}),
    ("--no-library", {"is_flag": True, "help": "Neither use nor keep what was read before."}),
)
_OFFERED = {
    "--seeds": "files",
    "--config": "files",
    "--theme": "themes",
    "--publisher": "publishers",
    "--dispute": "disputes",
}


def common_options(command: Command) -> Command:
    """Add the options that every command takes."""
    for name, attributes in reversed(_OPTIONS):
        offered = offering(_OFFERED[name]) if name in _OFFERED else None
        add = click.option(name, expose_value=False, callback=_note, shell_complete=offered, **attributes)
        command = add(command)
    return command
