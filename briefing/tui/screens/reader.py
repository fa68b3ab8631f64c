"""The reader: one article in full, its mentions, and what was read in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Input

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.passages import Passage, position_of
from briefing.model import Span
from briefing.tui import keys
from briefing.tui.cells import SEPARATOR, cut_at_word, width_of
from briefing.tui.commands import View
from briefing.tui.layout import NARROW, TALL
from briefing.tui.look import look_of
from briefing.tui.messages import Wanted, Wish
from briefing.tui.paint import Line, Painted, Piece, blank, pieces_width, spread
from briefing.tui.panes.source import place_line
from briefing.tui.screens.header import header_state
from briefing.tui.screens.hints import hints_for
from briefing.tui.screens.overlay import Field
from briefing.tui.widgets.article import ArticleView
from briefing.tui.widgets.bars import FooterBar, HeaderBar
from briefing.tui.widgets.heading import Heading, heading_line
from briefing.tui.widgets.margin import kind_pieces, remark_of, words_in
from briefing.tui.widgets.row_view import GUTTER

MOST_FOUND = 1000
WITH_NOTES = 118
"""Columns of an article from which notes stand beside it."""


class ReadHere(Painted):
    """Below an article without a margin: what was read in the sentence looked at."""

    def __init__(self, catalogue: Catalogue, article: ArticleView) -> None:
        super().__init__(id="read-here")
        self._catalogue = catalogue
        self._article = article

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return a rule and the note's one line."""
        del height
        passage, note = self._article.passage, self._article.current_note
        if passage is None:
            return []
        number = f"[{self._catalogue.number(passage.document)}] "
        by = note.rule if note else passage.rule
        rule = cut_at_word(f"read by {by}", width // 2) if by else ""
        right = Piece(f"{rule}  {number}", "muted")
        kind = kind_pieces(note) if note else ()
        remark = f"{SEPARATOR}{remark_of(note)}" if note and remark_of(note) else ""
        room = width - GUTTER - pieces_width(kind) - width_of(right.text) - width_of(remark) - 2
        words = words_in(note, room) if note else cut_at_word(passage.name, room)
        left = (blank(GUTTER), *kind, Piece(words), Piece(remark, "muted"))
        glyphs = look_of(self).glyphs
        return [heading_line("Read here", "", width, glyphs), Line(spread(left, (right,), width))]


class Reader(Screen[None]):
    """One article around one passage."""

    CSS_PATH = "reader.tcss"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("reader")
    AUTO_FOCUS = "ArticleView"
    VIEW: ClassVar[View] = "reader"

    def __init__(self, keymap: keys.Keymap, catalogue: Catalogue, passage: Passage) -> None:
        """Open a passage."""
        super().__init__()
        self.keymap = keymap
        self._catalogue = catalogue
        self._opened = passage
        self._header = HeaderBar()
        self._heading = Heading(chip=False)
        self._article = ArticleView(id="reader-article", notes=True)
        self._read_here = ReadHere(catalogue, self._article)
        self._field = Field()
        self._footer = FooterBar()

    def compose(self) -> ComposeResult:
        """Put header, heading, article and footer below one another."""
        yield self._header
        with Vertical(id="reader-body"):
            yield self._heading
            yield self._article
        yield self._read_here
        with Horizontal(id="find"):
            yield FindPrompt()
            yield self._field
        yield self._footer

    @property
    def title_text(self) -> str:
        """The title of the article."""
        document = self._catalogue.documents[self._opened.document]
        return document.title or document.path

    def on_mount(self) -> None:
        """Show the passage."""
        self.bindings_updated_signal.subscribe(self, lambda _: self._show_hints())
        self._heading.activate(True)
        self._header.show(header_state(self._catalogue, None, None, "", view="reader"))
        self._article.show(self._catalogue, self._opened)
        self._show_place()

    def on_resize(self) -> None:
        """Set the article for the terminal's size."""
        width, height = self.app.size
        self.set_class(height < TALL, "-low")
        self.set_class(width - 2 < WITH_NOTES, "-no-margin")
        self._article.indent(5 if width >= NARROW else 4)
        self._show_place()

    def _show_hints(self) -> None:
        if self.is_current:
            self._footer.show(*hints_for(self, "reader", self.keymap))

    @on(ArticleView.Moved)
    def _show_place(self) -> None:
        passage, document = self._article.passage, self._article.document
        if passage is None or document is None:
            return
        narrow = self.app.size.width < NARROW
        parts = [passage.name] if not narrow or not passage.mentions else []
        parts += [place_line(passage), "end" if self._article.at_end else ""]
        self._heading.show(document.title or document.path, SEPARATOR.join(part for part in parts if part))
        self._read_here.repaint()

    # Finding

    def action_find(self) -> None:
        """Ask for words to find in the article."""
        self.add_class("-finding")
        self._field.value = ""
        self._field.focus()

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        passage, document = self._article.passage, self._article.document
        if passage is None or document is None or not self.has_class("-finding"):
            return
        found = find_all(document.text, event.value)
        if not event.value.strip():
            passage = self._opened
        elif not found:
            passage = replace(passage, name=f"“{event.value}” not found", mentions=(), current=0, rule="")
        else:
            current = position_of(found, self._opened.sentence.start)
            sentence = document.sentences[position_of(document.sentences, found[current].start)]
            name = f"“{event.value}”"
            passage = replace(passage, name=name, mentions=found, current=current, sentence=sentence)
            passage = replace(passage, rule="", statement=None)
        self._article.show(self._catalogue, passage)
        self._show_place()

    @on(Input.Submitted)
    def _found(self) -> None:
        self._close_field()

    def _close_field(self) -> None:
        self.remove_class("-finding")
        self._article.focus()

    # Actions

    def action_back(self) -> None:
        """Go back one step: from the field, from what was found to the mentions, out of the reader."""
        passage = self._article.passage
        if self.has_class("-finding") or (passage and passage.mentions != self._opened.mentions):
            self._close_field()
            self._article.show(self._catalogue, self._opened)
            self._show_place()
        else:
            self.dismiss(None)

    def action_editor(self) -> None:
        """Ask for the file in an editor."""
        self._want("edit")

    def action_copy(self) -> None:
        """Ask for a copy of what is looked at."""
        self._want("copy")

    def action_why(self) -> None:
        """Ask for the rule that read what is looked at."""
        self._want("why")

    def _want(self, wish: Wish) -> None:
        if self._article.passage is not None:
            self.post_message(Wanted(wish, self._article.passage))


class FindPrompt(Painted):
    """The words before the field."""

    DEFAULT_CSS = "FindPrompt { width: 6; }"

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the prompt."""
        del width, height
        return [
            Line(
                (
                    Piece("find", "muted"),
                    Piece("  "),
                )
            )
        ]


def find_all(text: str, words: str) -> tuple[Span, ...]:
    """Return where words stand in a text, whatever their case, and at most :data:`MOST_FOUND` of them."""
    wanted = words.strip().lower()
    folded = text.lower()
    if not wanted or len(folded) != len(text):
        folded, wanted = text, words.strip()
    found: list[Span] = []
    at = folded.find(wanted) if wanted else -1
    while at >= 0 and len(found) < MOST_FOUND:
        found.append(Span(at, at + len(wanted)))
        at = folded.find(wanted, at + len(wanted))
    return tuple(found)
