"""The compiled tables as bytes, kept in a file so that the next run need not parse and compile them.

The file is what a ``.pyc`` is: made by :mod:`marshal`, bound to one Python and to the contents of what it was made
from, and made anew where anything differs. It holds plain values only, never a class or code by name.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from briefing import paths
from briefing.knowledge.events import EventNoun, Events, VerbSense
from briefing.knowledge.grammar import Grammar
from briefing.knowledge.matcher import Entry, Matcher
from briefing.knowledge.naming import Naming
from briefing.knowledge.speech import Cue, Sign, Speech
from briefing.knowledge.tables import Holder, Knowledge, KnownInstrument, Office, Organisation, Place, State, Term
from briefing.knowledge.user_tables import Problem, user_files
from briefing.private_files import keyed
from briefing.private_files.keyed import digest

Value = TypeVar("Value")

FILE = "knowledge.bin"
"""Beside the library."""
_HERE = Path(__file__).resolve().parent
_RECORDS: tuple[type, ...] = (
    *(Knowledge, State, Organisation, KnownInstrument, Term, Holder, Office, Place, Grammar, Naming, Speech, Events),
    *(Entry, EventNoun, VerbSense, Cue, Sign, Problem),
)
"""Types that a list stands for: its first entry is the place here, the others are the fields."""
_NUMBERS = {kind: number for number, kind in enumerate(_RECORDS)}
_TUPLE, _MAPPING, _DAY, _MATCHER, _LIST = -1, -2, -3, -4, -5
"""What else a list stands for; it holds something that is no plain value, else it would be there as it is."""


def kept_or_made(user_tables: Path, make: Callable[[], Value]) -> Value:
    """Return what these tables compile to: from the user's data folder, if there is one, else made and kept there."""
    file = paths.user_library().with_name(FILE)
    if not file.parent.is_dir():
        return make()
    key = _key(user_tables)
    body = keyed.read(file, key)
    if body is not None:
        return cast("Value", _whole(marshal.loads(body)))  # noqa: S302 - what this program wrote, by its sum
    made = make()
    keyed.write(file, key, marshal.dumps(_plain(made)))
    return made


@cache
def _ours() -> list[tuple[str, bytes]]:
    """Return names and sums of our tables and of the modules that compile them."""
    files = sorted(file for file in _HERE.iterdir() if file.suffix in {".py", ".yaml"})
    return [(file.name, digest(file.read_bytes())) for file in files]


def _key(user_tables: Path) -> bytes:
    theirs: list[tuple[str, bytes | None]] = []
    for file in user_files(user_tables):
        try:
            theirs.append((str(file), digest(file.read_bytes())))
        except OSError:
            theirs.append((str(file), None))
    return digest(repr((sys.version, marshal.version, _ours(), theirs)).encode())


def _plain(value: Any) -> Any:
    """Return a value with a list for everything in it that marshal does not know."""
    kind = type(value)
    if kind in _NUMBERS:
        parts = [getattr(value, field.name) for field in fields(value)] if is_dataclass(value) else list(value)
        return [_NUMBERS[kind], *map(_plain, parts)]
    if kind is Matcher:
        return [_MATCHER, _plain(value.__dict__)]
    if kind is date:
        return [_DAY, value.toordinal()]
    if kind is list:
        return [_LIST, *map(_plain, value)]
    if kind is tuple:
        parts = list(map(_plain, value))
        return [_TUPLE, *parts] if any(type(part) is list for part in parts) else value
    if kind is dict:
        places: dict[Any, int] = {}
        which = [places.setdefault(found, len(places)) for found in map(_Hashed, value.values())]
        distinct = [_plain(found.value) for found in places]
        is_plain = not any(type(part) is list for part in distinct)
        return value if is_plain else [_MAPPING, tuple(value), which, distinct]
    return value


class _Hashed:
    """A value that may not be hashed: equal to another if their written forms are."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self._written = repr(value) if isinstance(value, tuple | list) else id(value)

    def __hash__(self) -> int:
        return hash(self._written)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashed) and self._written == other._written


def _whole(plain: Any) -> Any:
    if type(plain) is not list:
        return plain
    kind = plain[0]
    if kind >= 0:
        return _RECORDS[kind](*map(_whole, plain[1:]))
    if kind == _TUPLE:
        return tuple(map(_whole, plain[1:]))
    if kind == _LIST:
        return list(map(_whole, plain[1:]))
    if kind == _MAPPING:
        distinct = list(map(_whole, plain[3]))
        return dict(zip(plain[1], map(distinct.__getitem__, plain[2]), strict=True))
    if kind == _DAY:
        return date.fromordinal(plain[1])
    matcher = Matcher(())
    matcher.__dict__.update(_whole(plain[1]))
    return matcher
