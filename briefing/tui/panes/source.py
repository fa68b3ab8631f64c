"""The source pane: the article of the selection, beside the rest where the terminal is wide."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.passages import Passage
from briefing.tui import keys
from briefing.tui.widgets.article import ArticleView
from briefing.tui.widgets.heading import Heading


class SourcePane(Vertical):
    """Heading and article."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("source")

    class Opened(Message):
        """The article was asked for in full."""

    def __init__(self) -> None:
        super().__init__(id="source")
        self.heading = Heading("5 Source")
        self.article = ArticleView(id="source-article")

    def compose(self) -> ComposeResult:
        """Put the heading above the article."""
        yield self.heading
        yield self.article

    def show(self, catalogue: Catalogue, passage: Passage | None) -> None:
        """Show a passage, or nothing."""
        if passage is None:
            self.heading.show("5 Source")
            self.article.show_nothing()
            return
        self.article.show(catalogue, passage)
        self.show_place()

    def show_place(self) -> None:
        """Say in the heading which mention is looked at."""
        passage, document = self.article.passage, self.article.document
        if passage is None or document is None:
            return
        self.heading.show(f"5 {document.title or document.path}", place_line(passage))

    def action_open(self) -> None:
        """Ask for the article in full."""
        if self.article.passage is not None:
            self.post_message(self.Opened())


def place_line(passage: Passage) -> str:
    """Return ``mention 11 of 11``; nothing where nothing is marked."""
    if not passage.mentions:
        return ""
    return f"mention {passage.current + 1:,} of {len(passage.mentions):,}"
