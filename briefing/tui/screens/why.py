"""Why something is shown: the sentence, the rule that read it, and what the source rests on."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.dates import weekday_and_day
from briefing.dossier.kinds import LETTERS
from briefing.dossier.notes import speaker_of, topics_of
from briefing.dossier.passages import Passage, parted
from briefing.model import PLOVER, Statement
from briefing.tui import keys
from briefing.tui.cells import wrap
from briefing.tui.ink import Role, kind_roles
from briefing.tui.paint import Piece, Pieces, blank, column
from briefing.tui.panes.entries import styled
from briefing.tui.screens.overlay import Lines, Overlay, hint_line

LABEL_WIDTH = 12
MOST_LINES = 10


class WhyScreen(Overlay[None]):
    """One passage and why it was read as it was."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["overlay.tcss", "notes.tcss"]
    TITLE_TEXT: ClassVar[str] = "Why"

    def __init__(self, keymap: keys.Keymap, catalogue: Catalogue, passage: Passage) -> None:
        """Make the page on a passage."""
        super().__init__(keymap)
        self._catalogue = catalogue
        self._passage = passage
        self._facts = Lines()
        self._hints = Lines()

    def compose_body(self) -> ComposeResult:
        """Put the key that closes below the facts."""
        yield Lines()
        yield self._facts
        yield Lines()
        yield self._hints

    def on_resize(self) -> None:
        """Write in the width there is."""
        super().on_resize()
        width = self._facts.size.width
        content = self._content(width)
        self._facts.show(content, grow=False)
        self.give_rows(self._facts, len(content), 3)
        self._hints.show([hint_line((), width, [(self.keymap.shown("back"), "close")])])

    def _content(self, width: int) -> list[Pieces]:
        passage, catalogue = self._passage, self._catalogue
        document = catalogue.documents[passage.document]
        statement = catalogue.statements.get(passage.statement or "")
        lines = wrap(document.text, passage.sentence.start, passage.sentence.end, min(72, width - LABEL_WIDTH))
        marks = parted(statement.content) if statement else passage.mentions
        inside: Role = "strong" if statement else "mention"
        sentence = [styled(document.text, line, marks, inside, "muted" if statement else "text") for line in lines]
        if len(sentence) > MOST_LINES:
            sentence = [*sentence[:MOST_LINES], (Piece("…", "muted"),)]
        if document.published is None:
            day = "date ?"
        else:
            day = f"{weekday_and_day(document.published)}, from {document.published_basis}"
        source = f"[{catalogue.number(document.id)}] {document.publisher + ', ' if document.publisher else ''}{day}"
        facts: list[tuple[str, list[Pieces]]] = [
            ("shown", [(Piece(passage.name, "bold"),)]),
            *([("read as", self._reading(statement))] if statement else []),
            ("read by", [(Piece(passage.rule),)] if passage.rule else []),
            ("sentence", sentence),
            ("source", [(Piece(source),)]),
            ("article", [(Piece(document.title),)]),
            (
                "file",
                [(Piece(document.path),), *((Piece(f"also in {path}", "muted"),) for path in document.also_in[:3])],
            ),
        ]
        return [line for label, values in facts if values for line in _labelled(label, values)]

    def _reading(self, statement: Statement) -> list[Pieces]:
        letter, kind = kind_roles(statement.kind)
        code = PLOVER[statement.kind]
        words = [
            "quoted" if statement.quoted else "not quoted",
            *(["negated"] if statement.negated else []),
            *([f"reported by {self._catalogue.name(statement.reported_by)}"] if statement.reported_by else []),
            *([f"PLOVER {code}"] if code else []),
        ]
        about = " · ".join([speaker_of(self._catalogue, statement), *topics_of(self._catalogue, statement)])
        return [
            (Piece(LETTERS[statement.kind], letter), Piece(f" {statement.kind}", kind), Piece(f"  {about}")),
            (Piece(", ".join(words), "muted"),),
        ]


def _labelled(label: str, values: list[Pieces]) -> list[Pieces]:
    heads = (column(label, "muted", LABEL_WIDTH), *((blank(LABEL_WIDTH),) for _ in values[1:]))
    return [(*head, *value) for head, value in zip(heads, values, strict=True)]
