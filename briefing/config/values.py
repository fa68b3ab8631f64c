"""Reading one value of the configuration: each function takes a string, a list or null, and says what it expected.

Every layer, YAML too, hands scalars over as strings, so that a value means the same in a file, in the environment
and on the command line.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from briefing.config.settings import STANDARD_INPUT
from briefing.untrusted.cleaning import clean_line

Reader = Callable[[Any, Path], Any]
"""Takes a raw value and the folder from which relative paths are taken; raises :class:`ExpectedError`."""


class ExpectedError(ValueError):
    """A wrong value; its text says what was expected, and what was found instead."""

    def __init__(self, expected: str, found: Any, choices: Iterable[str] = ()) -> None:
        close = nearest(found, choices) if isinstance(found, str) else None
        hint = f" (did you mean {close}?)" if close else ""
        super().__init__(f"expected {expected}, found {describe(found)}{hint}")


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice most like a word, or null where none is like it."""
    close = difflib.get_close_matches(word.lower(), list(choices), n=1, cutoff=0.6)
    return close[0] if close else None


def describe(found: Any) -> str:
    """Return a short, safe description of a value that was not expected."""
    if found is None:
        return "nothing"
    if isinstance(found, dict):
        return "a mapping"
    if isinstance(found, list):
        return "a list"
    return f'"{clean_line(str(found), 60)}"'


def text(found: Any, _folder: Path) -> str:
    """Read a text that is not empty."""
    if isinstance(found, str) and found.strip():
        return found.strip()
    raise ExpectedError("a text", found)


def text_list(found: Any, folder: Path) -> tuple[str, ...]:
    """Read a list of texts."""
    if not isinstance(found, list):
        raise ExpectedError("a list of texts", found)
    return tuple(text(entry, folder) for entry in found)


def texts(found: Any, folder: Path) -> tuple[str, ...]:
    """Read a list of texts, or a single one."""
    return text_list([found] if isinstance(found, str) else found, folder)


def paths(found: Any, folder: Path) -> tuple[Path, ...]:
    """Read a list of files and folders, or a single one, taken from ``folder`` where they are relative."""
    entries = [found] if isinstance(found, str) else found
    if not isinstance(entries, list):
        raise ExpectedError("a list of files and folders", found)
    return tuple(path(entry, folder) for entry in entries)


def path(found: Any, folder: Path) -> Path:
    """Read one file or folder; ``-`` is standard input."""
    if not isinstance(found, str) or not found.strip() or "\0" in found:
        raise ExpectedError("a file or folder", found)
    if found == str(STANDARD_INPUT):
        return STANDARD_INPUT
    try:
        given = Path(found).expanduser()
    except RuntimeError:
        raise ExpectedError("a file or folder of a known user", found) from None
    return folder / given


def day(found: Any, _folder: Path) -> date | None:
    """Read a date, or null."""
    if found is None:
        return None
    if isinstance(found, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", found):
        try:
            return date.fromisoformat(found)
        except ValueError:
            pass
    raise ExpectedError("a date of the calendar as YYYY-MM-DD", found)


def choice(*choices: str) -> Reader:
    """Return a reader of one of a few words."""

    def read(found: Any, _folder: Path) -> str:
        if found in choices:
            return str(found)
        raise ExpectedError(f"{', '.join(choices[:-1])} or {choices[-1]}", found, choices)

    return read


def flag(found: Any, _folder: Path) -> bool:
    """Read ``true`` or ``false``."""
    if found in {"true", "false"}:
        return bool(found == "true")
    raise ExpectedError("true or false", found, ("true", "false"))


def number(low: int, high: int) -> Reader:
    """Return a reader of a whole number between two bounds, both allowed."""

    def read(found: Any, _folder: Path) -> int:
        if isinstance(found, str) and re.fullmatch(r"[0-9]{1,9}", found) and low <= int(found) <= high:
            return int(found)
        raise ExpectedError(f"a whole number from {low} to {high}", found)

    return read


def term(found: Any, folder: Path) -> str:
    """Read a dispute's term in the language that :class:`briefing.model.DisputeDefinition` describes."""
    words = text(found, folder)
    for part in words.split(" + "):
        for word in part.split() or [""]:
            stem = word.removesuffix("*")
            if not re.search(r"\w", stem) or "*" in stem or (stem != word and len(stem) < 3):
                raise ExpectedError("a phrase, `word*` with three letters or more, or `phrase + phrase`", found)
    return words


def terms(found: Any, folder: Path) -> tuple[str, ...]:
    """Read a list of a dispute's terms."""
    if not isinstance(found, list):
        raise ExpectedError("a list of terms", found)
    return tuple(term(entry, folder) for entry in found)


def keys(found: Any, folder: Path) -> str:
    """Read the keys of a binding, a text or a list, as one text parted by commas; null is no key."""
    if found is None:
        return ""
    return ",".join(text_list(found, folder)) if isinstance(found, list) else text(found, folder)
