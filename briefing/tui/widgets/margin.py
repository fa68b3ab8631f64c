"""The notes in the margin of an article: what was read where, and for the one looked at also why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.dossier.attribution import source_line
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.kinds import LETTERS
from briefing.dossier.notes import Note
from briefing.tui.cells import SEPARATOR, cut_at_word, fit_members, width_of
from briefing.tui.ink import Role, kind_roles
from briefing.tui.paint import Piece, Pieces, blank, column

MARGIN_WIDTH = 38
KIND_WIDTH = 10
WORDS_WIDTH = MARGIN_WIDTH - KIND_WIDTH


def margin_lines(
    catalogue: Catalogue,
    notes: Sequence[Note],
    current: Note | None,
    line_of: Callable[[int], int],
    quoted: str,
) -> dict[int, Pieces]:
    """Return the margin by line: each note beside the line where it begins, or below the note before it."""
    margin: dict[int, Pieces] = {}
    free = 0
    for note in notes:
        line = max(line_of(note.start), free)
        lines = note_lines(catalogue, note, quoted, full=note is current)
        for number, pieces in enumerate(lines):
            margin[line + number] = pieces
        free = line + len(lines)
    return margin


def note_lines(catalogue: Catalogue, note: Note, quoted: str, *, full: bool) -> list[Pieces]:
    """Return a note's lines; in full with the rule that read it and its source."""
    words: Role = "text" if full else "muted"
    room = WORDS_WIDTH - 3
    text = words_in(note, room)
    first: list[Piece] = [*kind_pieces(note), *column(text, words, room), Piece(quoted if note.quoted else "", "muted")]
    lines: list[Pieces] = [tuple(first)]
    remark = remark_of(note)
    if remark:
        lines.append((blank(KIND_WIDTH), Piece(cut_at_word(remark, room), "muted")))
    if full:
        source = f"[{catalogue.number(note.document)}] {source_line(catalogue, note.document)}"
        for label, value in (("read by", note.rule), ("source", source)):
            lines.append((*column(label, "muted", KIND_WIDTH), Piece(cut_at_word(value, room), "text")))
    return lines


def words_in(note: Note, width: int) -> str:
    """Return a note's words in some cells: whole topics of a statement, an agenda item cut at a word."""
    if note.category == "statement":
        return fit_members(note.text.split(SEPARATOR), width)
    return cut_at_word(note.text, width)


def kind_pieces(note: Note) -> Pieces:
    """Return what a note is: a kind's letter and name, or ``agenda``."""
    if note.kind is None:
        return column("agenda", "muted", KIND_WIDTH)
    letter, name = kind_roles(note.kind)
    rest = blank(KIND_WIDTH - 2 - width_of(note.kind))
    return (Piece(LETTERS[note.kind], letter), Piece(f" {note.kind}", name), rest)


def remark_of(note: Note) -> str:
    """Return what keeps a claim from standing bare: that it is negated, and who reports it."""
    parts = ["negated" if note.negated else "", f"says {note.reported_by}" if note.reported_by else ""]
    return SEPARATOR.join(part for part in parts if part)
