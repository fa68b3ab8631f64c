"""An article as it is read: wrapped, with mentions marked, a bar beside the evidence and notes in the margin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.notes import Note, notes_of
from briefing.dossier.passages import Passage, position_of
from briefing.model import Document, Span
from briefing.tui import keys
from briefing.tui.ink import Role, Tone
from briefing.tui.look import look_of
from briefing.tui.paint import Line, Piece, blank, pieces_width
from briefing.tui.widgets.article_layout import ArticleLine, lay_out
from briefing.tui.widgets.margin import MARGIN_WIDTH, margin_lines
from briefing.tui.widgets.row_view import GUTTER
from briefing.tui.widgets.selectable import Selectable
from briefing.tui.widgets.thumb import thumb_range

TEXT_WIDTH = 72
NOTES_GAP = 3
WHEEL_LINES = 3


class ArticleLayout(NamedTuple):
    """Where things stand in a width: cells before the text, the text's width, and whether notes stand beside it."""

    indent: int
    text: int
    notes: bool


class ArticleView(Selectable, can_focus=True):
    """One document around one passage."""

    DEFAULT_CSS = "ArticleView { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("article")

    class Moved(Message):
        """Another mention, statement or part of the article is looked at."""

        def __init__(self, article: ArticleView) -> None:
            super().__init__()
            self.article = article

        @property
        def control(self) -> ArticleView:
            """The article."""
            return self.article

    def __init__(self, *, id: str | None = None, notes: bool = False) -> None:  # noqa: A002 - Textual's name
        """Make an empty view; ``notes`` asks for notes in the margin wherever there is room for them."""
        super().__init__(id=id)
        self._indent = GUTTER
        self._wants_notes = notes
        self._catalogue: Catalogue | None = None
        self._passage: Passage | None = None
        self._empty: Sequence[Line] = ()
        self._notes: list[Note] = []
        self._lines: list[ArticleLine] = []
        self._laid_out: tuple[str, int] | None = None
        self._top = 0

    # What is shown

    def show(self, catalogue: Catalogue, passage: Passage) -> None:
        """Show a passage, its evidence in view."""
        if self._catalogue is not catalogue or self._passage is None or self._passage.document != passage.document:
            self._notes = notes_of(catalogue, passage.document)
            self._laid_out = None
        self._catalogue, self._passage = catalogue, passage
        self._bring_into_view(passage.sentence)
        self.repaint()

    def show_nothing(self, empty: Sequence[Line] = ()) -> None:
        """Show no article, but what to say instead."""
        self._catalogue = self._passage = None
        self._empty = empty
        self.repaint()

    def indent(self, cells: int) -> None:
        """Leave so many cells before the text."""
        if cells != self._indent:
            self._indent = cells
            self.repaint()

    @property
    def passage(self) -> Passage | None:
        """What is looked at, or null."""
        return self._passage

    @property
    def document(self) -> Document | None:
        """The article shown, or null."""
        if self._catalogue is None or self._passage is None:
            return None
        return self._catalogue.documents[self._passage.document]

    @property
    def current_note(self) -> Note | None:
        """The note of the statement looked at, else the first one of the sentence looked at, or null."""
        passage = self._passage
        if passage is None:
            return None
        here = [note for note in self._notes if note.sentence == passage.sentence]
        same = [note for note in here if note.id == passage.statement]
        return next(iter(same or here), None)

    @property
    def at_end(self) -> bool:
        """Whether the end of the article is in view."""
        return self._top + self.size.height >= len(self._lines)

    def first_line(self) -> int:
        """Return which line of the article is the first in view."""
        return self._top

    def plain_lines(self) -> Sequence[str]:
        """Return all lines of the article behind blanks, as they are painted."""
        document = self.document
        if document is None:
            return []
        words, indent = look_of(self).words, " " * self._indent
        texts = (
            line.text or (document.text[line.span.start : line.span.end] if line.span else "") for line in self._lines
        )
        return [indent + words(text) for text in texts]

    # Painting

    def _layout(self, width: int) -> ArticleLayout:
        notes = self._wants_notes and width >= self._indent + TEXT_WIDTH + NOTES_GAP + MARGIN_WIDTH
        return ArticleLayout(self._indent, max(10, min(TEXT_WIDTH, width - self._indent - 4)), notes)

    def _arrange(self, width: int) -> ArticleLayout:
        layout = self._layout(width)
        document = self.document
        if document is not None and self._catalogue is not None:
            key = (document.id, layout.text)
            if self._laid_out != key:
                self._lines = lay_out(document, self._catalogue.number(document.id), layout.text)
                self._laid_out = key
        return layout

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines in view."""
        if self._passage is None or self._catalogue is None:
            return self._empty
        layout = self._arrange(width)
        self._top = max(0, min(self._top, len(self._lines) - height))
        margin = self._margin() if layout.notes else {}
        thumb = thumb_range(len(self._lines), height, self._top, height)
        painted = []
        for y, line in enumerate(self._lines[self._top : self._top + height]):
            pieces = self._line_pieces(line, layout)
            if self._top + y in margin:
                gap = layout.indent + layout.text + NOTES_GAP - pieces_width(pieces)
                pieces = [*pieces, blank(gap), *margin[self._top + y]]
            if y in thumb:
                glyph = Piece(look_of(self).glyphs.thumb, "bar-elsewhere")
                pieces = [*pieces, blank(width - 1 - pieces_width(pieces)), glyph]
            painted.append(Line(tuple(pieces)))
        return painted

    def _line_pieces(self, line: ArticleLine, layout: ArticleLayout) -> list[Piece]:
        if line.text is not None:
            return [blank(layout.indent), Piece(line.text, line.role)]
        if line.span is None:
            return []
        assert self._passage is not None
        span, sentence = line.span, self._passage.sentence
        inside = max(span.start, sentence.start), min(span.end, sentence.end)
        is_evidence = inside[0] < inside[1]
        bar = Piece(look_of(self).glyphs.evidence, "bar") if is_evidence else Piece(" ")
        pieces = [blank(layout.indent - 3), bar, blank(2)]
        if not is_evidence:
            return pieces + self._stretch(span, line.role, "plain")
        start, end = inside
        pieces += self._stretch(Span(span.start, start), line.role, "plain")
        pieces += self._stretch(Span(start, end), line.role, "evidence")
        if end == span.end:
            fill = layout.indent + layout.text + 1 - pieces_width(pieces)
            pieces.append(Piece(" " * fill, self._style("text", "evidence")))
        else:
            pieces += self._stretch(Span(end, span.end), line.role, "plain")
        return pieces

    def _stretch(self, span: Span, role: Role, tone: Tone) -> list[Piece]:
        """Return a stretch of the text with the mentions in it marked."""
        document, passage = self.document, self._passage
        assert document is not None
        assert passage is not None
        pieces: list[Piece] = []
        at = span.start
        first = position_of(passage.mentions, at)
        for number in range(first, len(passage.mentions)):
            mention = passage.mentions[number]
            start, end = max(mention.start, at), min(mention.end, span.end)
            if mention.start >= span.end:
                break
            if start < end:
                mark: Role = "mention-current" if number == passage.current else "mention"
                pieces.append(Piece(document.text[at:start], self._style(role, tone)))
                pieces.append(Piece(document.text[start:end], mark))
                at = end
        pieces.append(Piece(document.text[at : span.end], self._style(role, tone)))
        return pieces

    def _style(self, role: Role, tone: Tone) -> Style:
        return look_of(self).palette.style(role, tone)

    def _margin(self) -> dict[int, tuple[Piece, ...]]:
        assert self._catalogue is not None
        return margin_lines(self._catalogue, self._notes, self.current_note, self._line_of, look_of(self).glyphs.quoted)

    # Moving

    def _line_of(self, offset: int) -> int:
        """Return the line on which an offset of the text stands."""
        starts = self._lines
        at = bisect_right(starts, offset, key=lambda line: line.offset) - 1
        while at > 0 and starts[at].span is None:
            at -= 1
        return max(0, at)

    def _bring_into_view(self, span: Span) -> None:
        width, height = self.size
        if not width or not height:
            return
        self._arrange(width)
        first, last = self._line_of(span.start), self._line_of(max(span.start, span.end - 1))
        if first < self._top or last >= self._top + height:
            self._top = max(0, min(first - height // 3, len(self._lines) - height))
        if first <= height // 2 and last < height:
            self._top = 0

    def on_resize(self) -> None:
        """Wrap anew, with the evidence in view."""
        if self._passage is not None:
            self._bring_into_view(self._passage.sentence)
        self.repaint()

    def _scroll_by(self, lines: int) -> None:
        self._top = max(0, min(self._top + lines, len(self._lines) - self.size.height))
        self.repaint()
        self.post_message(self.Moved(self))

    def action_up(self) -> None:
        """Scroll back a line."""
        self._scroll_by(-1)

    def action_down(self) -> None:
        """Scroll on a line."""
        self._scroll_by(1)

    def action_page_up(self) -> None:
        """Scroll back a page."""
        self._scroll_by(1 - self.size.height)

    def action_page_down(self) -> None:
        """Scroll on a page."""
        self._scroll_by(self.size.height - 1)

    def action_half_up(self) -> None:
        """Scroll back half a page."""
        self._scroll_by(-(self.size.height // 2))

    def action_half_down(self) -> None:
        """Scroll on half a page."""
        self._scroll_by(self.size.height // 2)

    def action_first(self) -> None:
        """Scroll to the beginning."""
        self._scroll_by(-len(self._lines))

    def action_last(self) -> None:
        """Scroll to the end."""
        self._scroll_by(len(self._lines))

    def _look_at(self, passage: Passage) -> None:
        self._passage = passage
        self._bring_into_view(passage.sentence)
        if passage.mentions:
            self._bring_mention_into_view(passage.mentions[passage.current])
        self.repaint()
        self.post_message(self.Moved(self))

    def _bring_mention_into_view(self, mention: Span) -> None:
        line = self._line_of(mention.start)
        if not self._top <= line < self._top + self.size.height:
            self._top = max(0, line - self.size.height // 3)

    def _step_mention(self, step: int) -> None:
        passage, document = self._passage, self.document
        if passage is None or document is None or not passage.mentions:
            return
        current = max(0, min(passage.current + step, len(passage.mentions) - 1))
        mention = passage.mentions[current]
        sentence = document.sentences[position_of(document.sentences, mention.start)]
        statement = passage.statement if sentence == passage.sentence else None
        self._look_at(replace(passage, current=current, sentence=sentence, statement=statement))

    def action_next_mention(self) -> None:
        """Look at the next mention."""
        self._step_mention(1)

    def action_previous_mention(self) -> None:
        """Look at the mention before."""
        self._step_mention(-1)

    def _step_statement(self, step: int) -> None:
        passage = self._passage
        statements = [note for note in self._notes if note.category == "statement"]
        if passage is None or not statements:
            return
        ids = [note.id for note in statements]
        if passage.statement in ids:
            at = ids.index(passage.statement) + step
        else:
            before = bisect_right(statements, passage.sentence.start, key=lambda note: note.start)
            at = before if step > 0 else before - 1
        note = statements[max(0, min(at, len(statements) - 1))]
        current = position_of(passage.mentions, note.sentence.end - 1) if passage.mentions else 0
        self._look_at(replace(passage, sentence=note.sentence, statement=note.id, rule=note.rule, current=current))

    def action_next_statement(self) -> None:
        """Look at the next statement."""
        self._step_statement(1)

    def action_previous_statement(self) -> None:
        """Look at the statement before."""
        self._step_statement(-1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        event.stop()
        self._scroll_by(WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self._scroll_by(-WHEEL_LINES)

    def on_focus(self) -> None:
        """Paint as the place where the keys work."""
        self.repaint()

    def on_blur(self) -> None:
        """Paint as another place."""
        self.repaint()
