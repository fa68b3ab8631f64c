"""``record``: what ``dataclass(frozen=True, slots=True)`` makes, in a fifth of the time.

A dataclass compiles six methods of its own, which for the types that a start needs would be a tenth of it. Here only
``__init__`` is compiled; the other methods are the same functions for every type.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as record
    from typing import Any

__all__ = ["record"]

_MISSING = object()


def _record(*, frozen: bool, slots: bool) -> Callable[[type], type]:
    """Return a decorator that makes a frozen, slotted dataclass; ``replace``, ``fields`` and the like know it."""
    assert frozen
    assert slots
    return _made


def _made(plain: type) -> type:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(plain)
    fields = dataclasses.fields(made)
    assert all(field.init and field.repr and field.compare for field in fields)  # nothing of ours needs to say less
    names = [field.name for field in fields]
    values = attrgetter(*names) if len(names) > 1 else lambda self: tuple(getattr(self, name) for name in names)
    made._record_values = staticmethod(values)
    made.__init__ = _init_of(made, fields)
    for method in (_repr, _eq, _hash, _setattr, _delattr, _reduce):
        name = f"__{method.__name__.lstrip('_')}__"
        if name not in plain.__dict__:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return] # what the decorator makes of a class


def _init_of(made: type, fields: tuple[dataclasses.Field[Any], ...]) -> Any:
    """Return an ``__init__`` that fills the slots by their descriptors: nothing else can."""
    known: dict[str, Any] = {"_MISSING": _MISSING}
    parameters, lines = [], ["    pass\n"]
    for field in fields:
        name = value = field.name
        parameter = name
        known[f"_set_{name}"] = getattr(made, name).__set__
        if field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            parameter = f"{name}=_MISSING"
            value = f"_make_{name}() if {name} is _MISSING else {name}"
        elif field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            parameter = f"{name}=_default_{name}"
        parameters.append(parameter)
        lines.append(f"    _set_{name}(self, {value})\n")
    exec(f"def __init__(self, {', '.join(parameters)}):\n{''.join(lines)}", known)  # noqa: S102 - names of fields only
    return known["__init__"]


def _repr(self: Any) -> str:
    values = zip(dataclasses.fields(self), self._record_values(self), strict=True)
    return f"{type(self).__qualname__}({', '.join(f'{field.name}={value!r}' for field, value in values)})"


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._record_values(self) == self._record_values(other)


def _hash(self: Any) -> int:
    return hash(self._record_values(self))


def _setattr(self: Any, name: str, value: Any) -> None:  # noqa: ARG001 - what assignment hands over
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: Any, name: str) -> None:  # noqa: ARG001
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _reduce(self: Any) -> Any:
    return type(self), self._record_values(self)


if not TYPE_CHECKING:
    record = _record
