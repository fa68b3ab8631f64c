"""What the program is told, as one frozen record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Literal

from briefing.config.narrowing import Narrowing
from briefing.model import DisputeDefinition
from briefing.record import record

Glyphs = Literal["auto", "unicode", "ascii"]

STANDARD_INPUT = Path("-")
"""The seed that means standard input; every other seed is an absolute path."""


class ConfigError(ValueError):
    """A configuration that does not parse or holds wrong values: ``problems`` are safe lines for people."""

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


@record(frozen=True, slots=True)
class Settings:
    """The merged configuration.

    ``keys`` maps the id of a binding to its keys, parted by commas, for those that were set; an empty text takes the
    key away. ``origins`` says for each key (``theme``, ``disputes.cyber``) where its value comes from: ``file:line``,
    an environment variable or an option. ``notices`` are one-line complaints that do not stop the program.
    """

    seeds: tuple[Path, ...]
    theme: str
    as_of: date | None
    glyphs: Glyphs
    search_limit: int
    file_bytes: int
    disputes: tuple[DisputeDefinition, ...]
    narrowing: Narrowing = field(default_factory=Narrowing)
    """Which part of what was read is wanted."""
    keys: Mapping[str, str] = field(default_factory=dict)
    keep_library: bool = True
    watch: bool = True
    """Whether new and changed articles appear by themselves."""
    in_browser: bool = False
    """Whether the dashboard is drawn on a web page, from where no file is written and no program started."""
    user_file: Path | None = None
    """The user's own file, whether it is there or not; null where none was looked for."""
    preferences_file: Path | None = None
    """The file of what was chosen in the dashboard, whether it is there or not; null where none was looked for."""
    origins: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
