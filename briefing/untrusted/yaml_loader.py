"""A bounded loader for YAML that a user or an article brings along.

It is PyYAML's pure-Python SafeLoader up to the node tree (the C loader can be crashed by nesting), with a bound on size
and depth, without anchors, aliases, tags and repeated keys, and with our own reading of plain scalars: YAML 1.1
takes ``NO`` for false, ``12:30`` for 750 and dies of ``2021-02-30``; here those are strings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from briefing.record import record
from briefing.untrusted.cleaning import clean_line

MOST_CHARACTERS = 200_000
"""Of one text, where nobody says otherwise."""

Plain = None | bool | int | float | str | list[Any] | dict[str, Any]
"""What a loaded value can be; keys of mappings are always strings."""

Path = tuple[str | int, ...]
"""The way to a value from the root: keys of mappings and positions in lists."""


class UntrustedYamlError(ValueError):
    """YAML that was refused: what is wrong in one safe line, the line (from 1) and the key where they are known."""

    def __init__(self, message: str, line: int, key: str | None = None) -> None:
        self.message = clean_line(message, 200)
        self.line = line
        self.key = None if key is None else clean_line(key, 80)
        super().__init__(f"line {line}: {self.message}")


@record(frozen=True, slots=True)
class LoadedYaml:
    """Plain data, cleaned of control characters, and the line (from 1) of every key and list entry in it."""

    data: Plain
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line_of(self, *path: str | int) -> int:
        """Return the line of a key, or of the nearest key around it where there is no such key."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def load_yaml(
    text: str,
    *,
    max_characters: int = MOST_CHARACTERS,
    max_depth: int = 20,
    strings_only: bool = False,
    ours: bool = False,
) -> LoadedYaml:
    """Return the plain data of one YAML document and the lines of its keys.

    Only ``true`` and ``false``, plain decimal numbers and ``null``, ``~`` or nothing are more than strings; with
    ``strings_only`` only the latter three are. Keys are always strings. Nothing at all is null. With ``ours`` the text
    is one that came with the program, and the C loader reads it, eight times as fast.

    Raises :class:`UntrustedYamlError` for anything it refuses or does not understand, and nothing else.
    """
    if len(text) > max_characters:
        raise UntrustedYamlError(f"longer than {max_characters:,} characters", 1)
    from briefing.untrusted.yaml_nodes import parse  # noqa: PLC0415 - what was parsed before does without PyYAML

    return parse(text, max_depth, strings_only=strings_only, ours=ours)
