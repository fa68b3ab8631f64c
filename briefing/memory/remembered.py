"""What is remembered of the seeds, as frozen types, and how that is written down."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import field
from typing import Any, NamedTuple

from briefing.record import record

KEPT_DAYS = 400
"""What was not there for so many days is forgotten."""


class RememberedError(ValueError):
    """Data that is not what was written."""


@record(frozen=True, slots=True)
class Session:
    """How the dashboard was left: the pane with the keys, what was selected in each list, the entry, the focus.

    ``selected`` are ids by the name of the list, ``focus`` is a kind and an id.
    """

    pane: int = 1
    list: int = 0
    selected: Mapping[str, str] = field(default_factory=dict)
    entry: str | None = None
    focus: tuple[str, str] | None = None

    def written(self) -> bytes:
        """Return the session as it is kept."""
        values = {"pane": self.pane, "list": self.list, "selected": dict(self.selected)}
        return json.dumps(values | {"entry": self.entry, "focus": self.focus}, ensure_ascii=False).encode("utf-8")

    @classmethod
    def read(cls, data: bytes) -> Session:
        """Read a session; raises :class:`RememberedError`."""
        values = _mapping(_loaded(data))
        pane, at, entry, focus = (values.get(key) for key in ("pane", "list", "entry", "focus"))
        whole = isinstance(pane, int) and isinstance(at, int) and (entry is None or isinstance(entry, str))
        selected = _mapping(values.get("selected"))
        if not whole or not all(isinstance(key, str) for key in selected.values()):
            raise RememberedError("no session")
        if focus is not None:
            if not (isinstance(focus, list) and len(focus) == 2 and all(isinstance(part, str) for part in focus)):
                raise RememberedError("no session")
            focus = (focus[0], focus[1])
        return cls(int(str(pane)), int(str(at)), selected, entry, focus)


class Known(NamedTuple):
    """Something that was there: what is told of it, and the day it was there last, as an ordinal."""

    told: str
    day: int


_KINDS = ("documents", "actors", "names", "positions", "stances", "agenda")


@record(frozen=True, slots=True)
class Remembered:
    """What was there: each thing by a name that outlives small changes, and what was told of it.

    ``actors`` are by id and tell the role, ``names`` tell nothing; ``stances`` are by dispute and actor and tell the
    kind; ``agenda`` tells the date; ``documents`` and ``positions`` tell nothing. ``read`` is when it was read and
    ``left`` when the dashboard was left, both in seconds since 1970.
    """

    read: float = 0.0
    left: float = 0.0
    documents: Mapping[str, Known] = field(default_factory=dict)
    actors: Mapping[str, Known] = field(default_factory=dict)
    names: Mapping[str, Known] = field(default_factory=dict)
    positions: Mapping[str, Known] = field(default_factory=dict)
    stances: Mapping[str, Known] = field(default_factory=dict)
    agenda: Mapping[str, Known] = field(default_factory=dict)

    def with_later(self, other: Remembered, today: int) -> Remembered:
        """Return both together, as of a day: nothing that either holds is lost, and what was read later is told."""
        first, second = sorted((self, other), key=lambda one: one.read)
        merged = {kind: _merged(getattr(first, kind), getattr(second, kind), today) for kind in _KINDS}
        return Remembered(second.read, max(first.left, second.left), **merged)

    def only_adding_to(self, other: Remembered, today: int) -> Remembered:
        """Return both together; what the other holds is told as it tells it, for this one is only a part."""
        merged = {kind: _merged(getattr(self, kind), getattr(other, kind), today) for kind in _KINDS}
        return Remembered(other.read, max(self.left, other.left), **merged)

    def written(self) -> bytes:
        """Return this as it is kept."""
        values: dict[str, Any] = {"read": self.read, "left": self.left}
        values |= {kind: getattr(self, kind) for kind in _KINDS}
        return zlib.compress(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), 1)

    @classmethod
    def load(cls, data: bytes) -> Remembered:
        """Read what was kept; raises :class:`RememberedError`."""
        try:
            plain = zlib.decompress(data)
        except zlib.error:
            raise RememberedError("damaged") from None
        values = _mapping(_loaded(plain))
        try:
            kinds = {
                kind: {key: Known(str(told), int(day)) for key, (told, day) in _mapping(values.get(kind)).items()}
                for kind in _KINDS
            }
            return cls(float(values["read"]), float(values["left"]), **kinds)
        except (TypeError, ValueError, KeyError):
            raise RememberedError("damaged") from None


def _merged(first: Mapping[str, Known], second: Mapping[str, Known], today: int) -> dict[str, Known]:
    merged = {**first, **second}
    for key in first.keys() & second.keys():
        merged[key] = Known(second[key].told, max(first[key].day, second[key].day))
    return {key: known for key, known in merged.items() if known.day > today - KEPT_DAYS}


def _loaded(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise RememberedError("damaged") from None


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise RememberedError("damaged")
    return value
