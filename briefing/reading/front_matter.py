"""The YAML front matter of a Markdown file: title, published, source, url and tags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from briefing.knowledge.calendar import absolute_dates
from briefing.untrusted.cleaning import clean_line, unify_line_ends
from briefing.untrusted.yaml_loader import LoadedYaml, UntrustedYamlError, load_yaml

MAX_CHARACTERS = 16_384
_MAX_DEPTH = 8

_OPENING = re.compile(r"---[ \t]*\n(?=[^\n]*\S)")  # a rule is followed by an empty line, front matter is not
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_FIRST_LINE = 2


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says; what it does not say, or says in a way that cannot be used, is null or empty."""

    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    tags: tuple[str, ...] = ()


class Parted(NamedTuple):
    """Front matter and body of a file, and what in the front matter was refused, each with its line in the file."""

    front: FrontMatter
    body: str
    refused: tuple[str, ...]


def part_front_matter(text: str) -> Parted:
    """Take the front matter off a decoded text.

    It stands between a first line ``---`` and a line ``---`` or ``...``, and begins right below the former. The body
    is what follows, whatever becomes of the front matter.
    """
    text = unify_line_ends(text)
    opening = _OPENING.match(text)
    if opening is None:
        return Parted(FrontMatter(), text, ())
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return Parted(FrontMatter(), text, ("front matter, line 1: expected a closing line '---'",))
    body = text[closing.end() :]
    try:
        source = text[opening.end() : closing.start()]
        loaded = load_yaml(source, max_characters=MAX_CHARACTERS, max_depth=_MAX_DEPTH, strings_only=True)
    except UntrustedYamlError as error:
        return Parted(FrontMatter(), body, (_refusal(error.line, error.message),))
    return _understood(loaded, body)


def _understood(loaded: LoadedYaml, body: str) -> Parted:
    data = {} if loaded.data is None else loaded.data
    if not isinstance(data, dict):
        return Parted(FrontMatter(), body, (_refusal(1, "expected lines of the form 'key: value'"),))
    refused: list[str] = []

    def refuse(key: str, expected: str) -> None:
        refused.append(_refusal(loaded.line_of(key), f"{key}: expected {expected}"))

    def text_of(key: str) -> str | None:
        value = data.get(key)
        if value is not None and not isinstance(value, str):
            refuse(key, "text")
            return None
        return _one_line(value or "") or None

    title, published, source, url = (text_of(key) for key in ("title", "published", "source", "url"))
    day = _day(published) if published else None
    if published and day is None:
        refuse("published", f"a date such as 2021-07-23, not '{clean_line(published, 40)}'")
    tags = _tags(data.get("tags"))
    if tags is None:
        refuse("tags", "a list of words")
    return Parted(FrontMatter(title, day, source, url, tags or ()), body, tuple(refused))


def _refusal(line: int, message: str) -> str:
    return f"front matter, line {line + _FIRST_LINE - 1}: {message}"


def _one_line(text: str) -> str:
    return clean_line(" ".join(text.split()))


def _day(text: str) -> date | None:
    days = {found.date for found in absolute_dates(text)}
    return days.pop() if len(days) == 1 else None


def _tags(value: object) -> tuple[str, ...] | None:
    """Return the tags of a list or of words parted by commas; null where it is neither."""
    if value is None:
        return ()
    words = value.split(",") if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        return None
    return tuple(tag for tag in (_one_line(word) for word in words) if tag)
