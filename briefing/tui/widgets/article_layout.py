"""The lines of an article at some width: its head, then block by block with a blank line between."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.dossier.dates import weekday_and_day
from briefing.model import BlockKind, Document, Span
from briefing.record import record
from briefing.tui.cells import SEPARATOR, fit_parts, wrap
from briefing.tui.ink import Role

_ROLES: Mapping[BlockKind, Role] = {
    "headline": "bold",
    "byline": "muted",
    "date": "muted",
    "dateline": "muted",
    "caption": "label",
    "body": "text",
    "credit": "label",
}


@record(frozen=True, slots=True)
class ArticleLine:
    """One line: a stretch of the article's text, or words of our own, or blank.

    ``offset`` is where the line stands in the order of the text, for finding an offset's line.
    """

    offset: int
    role: Role = "text"
    span: Span | None = None
    text: str | None = None


def lay_out(document: Document, number: int, width: int) -> list[ArticleLine]:
    """Return a document's lines; source ``number`` and what is known of it stand below the headline."""
    blocks = [(block.kind, block.start, block.end) for block in document.blocks]
    head: list[ArticleLine] = []
    if blocks and blocks[0][0] == "headline":
        _, start, end = blocks.pop(0)
        head += [ArticleLine(span.start, "bold", span) for span in wrap(document.text, start, end, width)]
    else:
        lines = wrap(document.title, 0, len(document.title), width)
        head += [ArticleLine(-1, "bold", text=document.title[line.start : line.end]) for line in lines]
    after_head = head[-1].offset
    head.append(ArticleLine(after_head, "muted", text=about(document, number, width)))
    lines_of_text = head
    for kind, start, end in blocks:
        lines_of_text.append(ArticleLine(start))
        for span in wrap(document.text, start, end, width):
            lines_of_text.append(ArticleLine(span.start, _ROLES[kind], span))
    lines_of_text.append(ArticleLine(len(document.text)))
    return lines_of_text


def about(document: Document, number: int, width: int) -> str:
    """Return publisher, date and what the date rests on, file, and the source's number, as much as fits."""
    if document.published is None:
        day = "date ?"
    else:
        day = f"{weekday_and_day(document.published)} ({document.published_basis})"
    source = f"[{number}]"
    parts = [part for part in (document.publisher, day, document.path) if part]
    return f"{fit_parts(parts, width - len(source) - len(SEPARATOR))}{SEPARATOR}{source}"
