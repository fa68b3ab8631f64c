"""The layers that make up the configuration: where raw values come from, and how to name that place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from briefing.config.parsed import parsed
from briefing.config.settings import ConfigError
from briefing.config.values import describe, nearest
from briefing.record import record
from briefing.untrusted.cleaning import clean_line
from briefing.untrusted.yaml_loader import MOST_CHARACTERS, UntrustedYamlError

PREFIX = "BRIEFING_"
CONFIG_VARIABLE = PREFIX + "CONFIG"


@record(frozen=True, slots=True)
class Layer:
    """Raw values by key, nested as in the file, the folder of relative paths, and the name of a value's place."""

    values: Mapping[str, Any]
    folder: Path
    place: Callable[[tuple[str | int, ...]], str]


def file_layer(file: Path, *, ours: bool = False) -> Layer:
    """Read one YAML file; ``ours`` is one that came with the program.

    Raises :class:`ConfigError` where it cannot be read, is not UTF-8, does not parse or is no mapping.
    """
    name = clean_line(str(file))
    try:
        with file.open(encoding="utf-8-sig") as stream:
            text = stream.read(MOST_CHARACTERS + 1)  # one more than the parser takes
        loaded = parsed(text, ours=ours)
    except OSError as error:
        raise ConfigError(f"{name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{name}: expected UTF-8 text") from None
    except UntrustedYamlError as error:
        key = f"{error.key}: " if error.key else ""
        raise ConfigError(f"{name}:{error.line}: {key}{error.message}") from None
    data = {} if loaded.data is None else loaded.data
    if not isinstance(data, dict):
        raise ConfigError(f"{name}:1: expected keys with values, found {describe(data)}")
    return Layer(data, file.absolute().parent, lambda path: f"{name}:{loaded.line_of(*path)}")


def variable_of(key: str) -> str:
    """Return the environment variable of a key: ``BRIEFING_SEARCH_LIMIT`` for ``search.limit``."""
    return PREFIX + key.upper().replace(".", "_")


def environment_layer(environment: Mapping[str, str], keys: Iterable[str], folder: Path) -> tuple[Layer, list[str]]:
    """Read the variables of the given keys, and return notices of those that look like a misspelling of one.

    An empty variable counts as not set. Several seeds are parted as in PATH.
    """
    values: dict[str, Any] = {}
    variables = {variable_of(key): key for key in keys}
    for variable, key in variables.items():
        if given := environment.get(variable):
            _nest(values, key, given.split(os.pathsep) if key == "seeds" else given)
    known = {*variables, CONFIG_VARIABLE}
    notices = []
    for variable in sorted(environment):
        if variable.startswith(PREFIX) and variable not in known:
            close = nearest(variable.removeprefix(PREFIX), [name.removeprefix(PREFIX).lower() for name in known])
            if close:
                notices.append(f"{clean_line(variable)}: unknown variable (did you mean {PREFIX}{close.upper()}?)")
    return Layer(values, folder, lambda path: variable_of(".".join(str(step) for step in path[:2]))), notices


def command_line_layer(options: Mapping[str, Any], folder: Path) -> Layer:
    """Take the options that were given, by key; those of a filter bear the last word of theirs: ``--since``."""
    values: dict[str, Any] = {}
    for key, value in options.items():
        _nest(values, key, value)
    return Layer(values, folder, lambda path: "--" + str(path[path[0] == "filter"]).replace("_", "-"))


def _nest(values: dict[str, Any], key: str, value: Any) -> None:
    *sections, last = key.split(".")
    for section in sections:
        values = values.setdefault(section, {})
    values[last] = value
