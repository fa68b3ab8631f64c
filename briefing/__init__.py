"""briefing: who is involved, what they dispute, who takes which position, and what is on the agenda.

Two doors for programs, opened only when used, so that ``import briefing`` costs nothing::

    from briefing import read_text, extract
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # type checkers take it for true; importing typing for it would be most of what this costs
if TYPE_CHECKING:
    from briefing.api import extract, read_text

__all__ = ["extract", "read_text"]


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module("briefing.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
