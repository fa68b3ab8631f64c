"""Checking the layers of the configuration and merging them into :class:`Settings`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from briefing import paths
from briefing.config import values
from briefing.config.layers import CONFIG_VARIABLE, Layer, command_line_layer, environment_layer, file_layer
from briefing.config.narrowing import Narrowing
from briefing.config.preferences import preferences_layer
from briefing.config.settings import ConfigError, Settings
from briefing.model import DisputeDefinition
from briefing.untrusted.cleaning import clean_line

READERS: Mapping[str, values.Reader] = {
    "seeds": values.paths,
    "theme": values.text,
    "as_of": values.day,
    "glyphs": values.choice("auto", "unicode", "ascii"),
    "watch": values.flag,
    "search.limit": values.number(1, 1000),
    "limits.file_megabytes": values.number(1, 1000),
    "filter.since": values.day,
    "filter.until": values.day,
    "filter.publisher": values.texts,
    "filter.dispute": values.texts,
}
"""Every key that has one value, and how it is read."""

DISPUTE_READERS: Mapping[str, values.Reader] = {
    "name": values.text,
    "terms": values.terms,
    "parties": values.text_list,
    "sides": values.text_list,
}

_SECTIONS = {key.split(".")[0] for key in READERS if "." in key}
_TOP_LEVEL = [*dict.fromkeys(key.split(".")[0] for key in READERS), "disputes", "keys"]

_Path = tuple[str, ...]


class _Merge:
    """The merged values so far, with the problems and notices met on the way."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.disputes: dict[str, dict[str, Any]] = {}
        self.keys: dict[str, str] = {}
        self.origins: dict[str, str] = {}
        self.notices: list[str] = []
        self.problems: list[str] = []

    def add(self, layer: Layer, *, forgiving: bool = False) -> None:
        """Lay one layer over what is there; of one that is ``forgiving`` what is wrong is passed over with a notice."""
        if forgiving:
            known, self.problems = self.problems, []
            self.add(layer)
            self.notices += [f"{problem}: not used" for problem in self.problems]
            self.problems = known
            return
        for key, found in layer.values.items():
            if key == "disputes":
                for name, entry in self._entries(layer, key, found):
                    self._dispute(layer, name, entry)
            elif key == "keys":
                for name, entry in self._entries(layer, key, found):
                    with self._complaining(layer, (key, name)):
                        self.keys[name] = values.keys(entry, layer.folder)
                        self.origins[f"{key}.{name}"] = layer.place((key, name))
            elif key in _SECTIONS:
                for name, entry in self._entries(layer, key, found):
                    self._single(layer, (key, name), entry)
            else:
                self._single(layer, (key,), found)

    def _entries(self, layer: Layer, key: str, found: Any) -> Iterator[tuple[str, Any]]:
        if isinstance(found, dict):
            yield from found.items()
        elif found is not None:
            self._problem(layer, (key,), f"expected keys with values, found {values.describe(found)}")

    def _single(self, layer: Layer, path: _Path, found: Any) -> None:
        key = ".".join(path)
        if key not in READERS:
            siblings = _TOP_LEVEL if len(path) == 1 else [k.split(".")[1] for k in READERS if k.startswith(path[0])]
            self._unknown(layer, path, siblings)
        else:
            with self._complaining(layer, path):
                self.values[key] = READERS[key](found, layer.folder)
                self.origins[key] = layer.place(path)

    def _dispute(self, layer: Layer, name: str, found: Any) -> None:
        path = ("disputes", name)
        if found is None:
            if self.disputes.pop(name, None) is None:
                self._unknown(layer, path, list(self.disputes))
            self.origins.pop(".".join(path), None)
        elif not re.fullmatch(r"\w+", name):
            self._problem(layer, path, "expected an id of letters, digits and underscores")
        elif not isinstance(found, dict):
            self._problem(layer, path, f"expected terms, found {values.describe(found)}")
        else:
            merged = dict(self.disputes.get(name, {}))
            for key, entry in found.items():
                if key not in DISPUTE_READERS:
                    self._unknown(layer, (*path, key), list(DISPUTE_READERS))
                elif entry is None:
                    merged.pop(key, None)
                else:
                    with self._complaining(layer, (*path, key)):
                        merged[key] = DISPUTE_READERS[key](entry, layer.folder)
            if not (merged.get("terms") or merged.get("parties") or found.get("terms") or found.get("parties")):
                self._problem(layer, path, "expected terms, found none")
            self.disputes[name] = merged
            self.origins[".".join(path)] = layer.place(path)

    @contextmanager
    def _complaining(self, layer: Layer, path: _Path) -> Iterator[None]:
        try:
            yield
        except values.ExpectedError as error:
            self._problem(layer, path, str(error))

    def _unknown(self, layer: Layer, path: _Path, siblings: list[str]) -> None:
        close = values.nearest(path[-1], siblings)
        hint = f" (did you mean {close}?)" if close else ""
        self.notices.append(f"{layer.place(path)}: {clean_line('.'.join(path), 80)}: unknown key, ignored{hint}")

    def _problem(self, layer: Layer, path: _Path, message: str) -> None:
        self.problems.append(f"{layer.place(path)}: {clean_line('.'.join(path), 80)}: {message}")


def load_settings(
    options: Mapping[str, Any] | None = None,
    *,
    config: Path | None = None,
    environment: Mapping[str, str] | None = None,
    keep_library: bool = True,
) -> Settings:
    """Merge the shipped file, the user's file, what was chosen in the dashboard, the environment and the command line.

    ``options`` holds the given options by key, ``seeds`` as a list and the rest as text. ``config`` stands for the
    user's file, else ``BRIEFING_CONFIG`` names it, else it is looked for in the user's folder and may be missing. A
    file that was named goes over what was chosen in the dashboard, as all that the command line says does.

    Raises :class:`ConfigError` with every problem found.
    """
    environment = os.environ if environment is None else environment
    given = config or (Path(named) if (named := environment.get(CONFIG_VARIABLE)) else None)
    user_file = Path.cwd() / (given or paths.user_config())
    merge = _Merge()
    merge.add(file_layer(paths.shipped_config(), ours=True))
    preferences = paths.user_preferences()
    if not given and paths.is_there(user_file):
        merge.add(file_layer(user_file))
    if paths.is_there(preferences):
        chosen, complaints = preferences_layer(preferences)
        merge.notices += complaints
        if chosen is not None:
            merge.add(chosen, forgiving=True)
    if given:
        merge.add(file_layer(user_file))
    variables, notices = environment_layer(environment, READERS, Path.cwd())
    merge.notices += notices
    merge.add(variables)
    merge.add(command_line_layer(options or {}, Path.cwd()))
    return _settings(merge, user_file, keep_library, preferences)


@cache
def shipped_settings() -> Settings:
    """Return what the shipped file says, whatever the user's file and the environment hold."""
    merge = _Merge()
    merge.add(file_layer(paths.shipped_config(), ours=True))
    return _settings(merge, None, True)


def _settings(
    merge: _Merge, user_file: Path | None, keep_library: bool, preferences_file: Path | None = None
) -> Settings:
    if merge.problems:
        raise ConfigError(*merge.problems)
    found = merge.values
    unknown = [name for name in found["filter.dispute"] if name not in merge.disputes]
    if unknown:
        known = f"expected one of {', '.join(merge.disputes)}"
        raise ConfigError(*(f"{merge.origins['filter.dispute']}: {known}, found {name}" for name in unknown))
    return Settings(
        seeds=found["seeds"],
        theme=found["theme"],
        as_of=found["as_of"],
        glyphs=found["glyphs"],
        watch=found["watch"],
        search_limit=found["search.limit"],
        file_bytes=found["limits.file_megabytes"] * 1_000_000,
        disputes=tuple(_definition(name, entry) for name, entry in merge.disputes.items()),
        narrowing=Narrowing(
            found["filter.since"], found["filter.until"], found["filter.publisher"], found["filter.dispute"]
        ),
        keys=merge.keys,
        keep_library=keep_library,
        user_file=user_file,
        preferences_file=preferences_file,
        origins=merge.origins,
        notices=tuple(merge.notices),
    )


def _definition(name: str, entry: Mapping[str, Any]) -> DisputeDefinition:
    plain = name.replace("_", " ").strip() or name
    return DisputeDefinition(
        id=name,
        name=entry.get("name", plain[0].upper() + plain[1:]),
        terms=entry.get("terms", ()),
        parties=entry.get("parties", ()),
        sides=entry.get("sides", ()),
    )
