"""What a search found, as rows grouped by kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.dossier.cards import counted, summary_of
from briefing.dossier.catalogue import Catalogue, Item, ItemKind
from briefing.dossier.lists import when_of
from briefing.model import Span
from briefing.record import record
from briefing.tui.cells import SEPARATOR, cut_at_word, width_of
from briefing.tui.ink import Role
from briefing.tui.paint import Piece, Pieces, spread
from briefing.tui.panes.entries import styled
from briefing.tui.widgets.rows import Frame, LabelRow, Row, Rows

if TYPE_CHECKING:
    from briefing.lookup import Found, FoundKind

GROUPS: dict[str, tuple[FoundKind, ...]] = {
    "actors": ("person", "state", "organisation"),
    "disputes": ("dispute",),
    "agenda": ("agenda",),
    "instruments": ("instrument",),
    "sentences": ("sentence",),
}
"""The kinds of what can be found, under the names by which they are grouped."""

_ITEM_KINDS: dict[FoundKind, ItemKind] = {
    "person": "actor",
    "state": "actor",
    "organisation": "actor",
    "dispute": "dispute",
    "agenda": "agenda",
    "instrument": "instrument",
}


def item_of(found: Found) -> Item | None:
    """Return the item that was found, or null for a sentence."""
    kind = _ITEM_KINDS.get(found.kind)
    return Item(kind, found.id) if kind else None


@record(frozen=True, slots=True)
class FoundRow:
    """One thing that was found, the letters that matched marked."""

    found: Found
    about: str
    right: str
    gap: int = 0

    @property
    def key(self) -> str:
        """Kind and id."""
        return f"{self.found.kind}:{self.found.id}"

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line."""
        right = (Piece(self.right, "muted"),)
        room = frame.width - width_of(self.right) - 2
        base: Role = "title" if frame.selected else "text"
        if self.found.kind == "sentence":
            base = "text"
        shown = self.found.text.startswith(self.found.label) or self.found.kind == "sentence"
        if shown:
            name = _marked(self.found.text, self.found.spans, room, base)
        else:
            name = (Piece(cut_at_word(self.found.label, room), base),)
        taken = sum(width_of(piece.text) for piece in name)
        if not shown and room - taken > 8:
            also = _marked(self.found.text, self.found.spans, room - taken - 3, "muted")
            name = (*name, Piece(" (", "muted"), *also, Piece(")", "muted"))
            taken = sum(width_of(piece.text) for piece in name)
        says_more = self.found.text == self.found.label or not shown
        about = cut_at_word(self.about, room - taken - 2) if says_more and room - taken > 8 else ""
        return (spread((*name, Piece(f"  {about}" if about else "", "muted")), right, frame.width),)

    def tip(self) -> str:
        """Return nothing: the preview says more."""
        return ""


def _marked(text: str, spans: Sequence[Span], room: int, base: Role) -> Pieces:
    """Return a text, cut to some cells around its first mark, with its marks."""
    start = 0
    if spans and width_of(text[: spans[0].end]) > room - 1:
        start = text.rfind(" ", 0, max(0, spans[0].start - room // 3)) + 1
    lead = "…" if start else ""
    words = cut_at_word(text[start:], max(1, room - len(lead)))
    kept = [Span(span.start - start, min(span.end - start, len(words))) for span in spans if span.end > start]
    return (Piece(lead, "muted"), *styled(words, Span(0, len(words)), kept, "match", base))


def found_rows(catalogue: Catalogue, found: Sequence[Found], kind: str | None) -> Rows:
    """Return what was found under a label a kind, the best kind first, and a remark on the kinds without any."""
    rows: list[Row] = []
    groups = {name: [each for each in found if each.kind in kinds] for name, kinds in GROUPS.items()}
    filled = [name for name in groups if groups[name]]
    for name in sorted(filled, key=lambda name: found.index(groups[name][0])):
        if rows:
            rows.append(LabelRow())
        rows.append(LabelRow(name))
        rows.extend(_row(catalogue, each) for each in groups[name])
    nothing = [name for name in groups if not groups[name] and kind in {None, name}]
    if rows and nothing:
        rows += [LabelRow(), LabelRow(f"nothing in {', '.join(nothing)}")]
    return Rows.of(rows)


def _row(catalogue: Catalogue, found: Found) -> FoundRow:
    if found.kind == "sentence":
        return FoundRow(found, "", f"[{catalogue.number(found.document or '')}]")
    if found.kind == "agenda":
        item = catalogue.agenda.get(found.id)
        return FoundRow(found, "", when_of(item, catalogue.briefing.as_of) if item else "")
    thing = item_of(found)
    assert thing is not None
    if found.kind == "dispute":
        positions = len(catalogue.positions_on(found.id))
        parties = summary_of(catalogue, thing)[1:-1]
        return FoundRow(found, SEPARATOR.join(parties), counted(positions, "statement"))
    named = f"named {counted(len(catalogue.evidence_of(thing)), 'time')}"
    actor = catalogue.actors.get(found.id)
    country = catalogue.state_name(actor.country) if actor and actor.country and actor.kind != "state" else None
    parts = [actor.role, country] if actor else []
    return FoundRow(found, SEPARATOR.join(part for part in parts if part), named)
