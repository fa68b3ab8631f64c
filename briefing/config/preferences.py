"""``preferences.yaml``: what was chosen in the dashboard, in a file of the program's own over ``config.yaml``.

Nobody edits it by hand, so nothing in it stops the program: what cannot be used is named in a notice and passed over.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing.config.layers import Layer, file_layer
from briefing.config.settings import ConfigError
from briefing.private_files.aside import set_aside
from briefing.untrusted.cleaning import clean_line

FORMAT = 1
"""Version of the file; one of a newer version is neither read nor written."""
PREFERRED = ("theme", "as_of", "seeds", "keys")
"""What may be chosen in the dashboard."""

FORGOTTEN = object()
"""Takes a choice away, so that the user's own configuration holds again."""

_HEADER = f"""\
# Written by briefing when something is chosen in the dashboard; it lies over your own config.yaml, which is never
# touched. Write your settings there: this file is made anew with each choice. Version {FORMAT}:
"""
_WAITING_SECONDS = 2.0
_STALE_SECONDS = 10.0


class PreferencesError(Exception):
    """Choices that cannot be kept; the message is one safe line for people."""


def preferences_layer(file: Path) -> tuple[Layer | None, list[str]]:
    """Return what the file says, null where it cannot be used, and the notices about that."""
    try:
        layer = file_layer(file)
    except ConfigError as error:
        return None, [f"{problem}: not used" for problem in error.problems]
    if (problem := _strange(layer.values)) is not None:
        return None, [f"{clean_line(str(file))}: {problem}: not used"]
    known = {key: value for key, value in layer.values.items() if key in PREFERRED}
    return Layer(known, layer.folder, layer.place), []


def keep(file: Path, choices: Mapping[str, Any]) -> str | None:
    """Write choices by key (``theme``, ``keys.help``) over those in the file, and return a notice, if any.

    :data:`FORGOTTEN` takes a choice away. Runs side by side wait for one another, and a reader sees the file before or
    after, never in between. A damaged file is set aside under another name. Raises :class:`PreferencesError`.
    """
    import yaml  # noqa: PLC0415 - kept out of a start, which chooses nothing

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        target = file.resolve()
        with _alone(target):
            values, notice = _values_in(target)
            for key, value in choices.items():
                _choose(values, key, value)
            _replace(
                target, _HEADER + yaml.safe_dump({"format": FORMAT, **values}, allow_unicode=True, sort_keys=False)
            )
    except OSError as error:
        raise PreferencesError(f"{clean_line(str(file))}: cannot be written: {error.strerror}") from None
    return notice


def _strange(values: Mapping[str, Any]) -> str | None:
    version = values.get("format")
    if version == str(FORMAT):
        return None
    if isinstance(version, str) and version.isascii() and version.isdigit():
        return "written by a newer briefing"
    return "expected format: 1"


def _values_in(file: Path) -> tuple[dict[str, Any], str | None]:
    """Return what the file holds, unknown keys too; a damaged one is set aside, which the notice says."""
    if not file.exists():
        return {}, None
    try:
        values = dict(file_layer(file).values)
    except ConfigError:
        return {}, _set_aside(file)
    problem = _strange(values)
    if problem == "written by a newer briefing":
        raise PreferencesError(f"{clean_line(str(file))}: {problem}: left as it is")
    if problem is not None:
        return {}, _set_aside(file)
    del values["format"]
    return values, None


def _set_aside(file: Path) -> str:
    target = set_aside(file)
    return f"{clean_line(str(file))} is damaged: set aside as {target.name}, and begun anew"


def _choose(values: dict[str, Any], key: str, value: Any) -> None:
    section, _, name = key.partition(".")
    if not name:
        _put(values, key, value)
        return
    inner = values.get(section)
    entries = dict(inner) if isinstance(inner, dict) else {}
    _put(entries, name, value)
    _put(values, section, entries or FORGOTTEN)


def _put(values: dict[str, Any], key: str, value: Any) -> None:
    if value is FORGOTTEN:
        values.pop(key, None)
    else:
        values[key] = value


def _replace(target: Path, text: str) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


@contextlib.contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Keep other runs from writing; a lock that was left behind by one that was killed does not count."""
    lock = target.with_name(f".{target.name}.lock")
    give_up = time.monotonic() + _WAITING_SECONDS
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            break
        except FileExistsError:
            with contextlib.suppress(OSError):
                if time.time() - lock.stat().st_mtime > _STALE_SECONDS:
                    lock.unlink()
                    continue
            if time.monotonic() > give_up:
                raise PreferencesError(f"{clean_line(str(target))}: another briefing is writing it") from None
            time.sleep(0.01)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.unlink()
