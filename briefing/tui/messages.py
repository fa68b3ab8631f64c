"""What the worker that reads and the screens tell the application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from textual.message import Message

from briefing.config.narrowing import Narrowing
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.news import News
from briefing.dossier.passages import Passage
from briefing.tui.shelf import Shelf

if TYPE_CHECKING:
    from briefing.lookup import Lookup


Wish = Literal["read", "edit", "copy", "why"]


class Wanted(Message):
    """Something is wanted of a passage: to read it, edit its file, copy it, or know why it was read."""

    def __init__(self, wish: Wish, passage: Passage) -> None:
        super().__init__()
        self.wish = wish
        self.passage = passage


@dataclass
class FilterWanted(Message):
    """Only a part of what was read is wanted."""

    narrowing: Narrowing


@dataclass
class Chosen(Message):
    """Something was chosen for good, by key; ``briefing.config.preferences.FORGOTTEN`` gives up a choice."""

    choices: Mapping[str, Any]


class ThemesWanted(Message):
    """A theme is to be chosen, as one looks."""


class SeedsChanged(Message):
    """Something to read has come, changed or gone."""


@dataclass
class Progressed(Message):
    """So many files of all are read; now and then with what was found so far."""

    done: int
    total: int
    shelf: Shelf | None = None


@dataclass
class Loaded(Message):
    """All is read."""

    shelf: Shelf


class Searchable(NamedTuple):
    """A briefing's catalogue and the search over the same briefing, whose ids agree."""

    catalogue: Catalogue
    lookup: Lookup


@dataclass
class SearchReady(Message):
    """What was read can be searched."""

    searchable: Searchable


@dataclass
class NewsReady(Message):
    """What of a catalogue was not there when the dashboard was last left."""

    catalogue: Catalogue
    news: News


@dataclass
class Failed(Message):
    """Reading broke down; ``reason`` is for people and may hold words from outside."""

    reason: str
