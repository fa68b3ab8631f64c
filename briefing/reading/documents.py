"""Bytes and text into documents: the doors of reading. All of it is pure but for the opening of the file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from briefing.knowledge.loader import load
from briefing.knowledge.tables import Knowledge
from briefing.model import Block, Document, Skipped, Span
from briefing.reading.blocks import blocks as blocks_of
from briefing.reading.blocks import one_line
from briefing.reading.dateline import Dateline, find_dateline
from briefing.reading.decoding import MAX_BYTES, UnreadableError, decode, read_bytes
from briefing.reading.front_matter import FrontMatter, Parted, part_front_matter
from briefing.reading.known import is_place
from briefing.reading.language import why_not_english
from briefing.reading.paragraph_kinds import place_in_date_line
from briefing.reading.published import Published, published
from briefing.reading.publisher import publisher
from briefing.reading.sentences import split
from briefing.untrusted.cleaning import clean_line, clean_text

STANDARD_INPUT = "-"
"""The path under which standard input is read and shown."""

_LONGEST_TITLE = 300
_LONGEST_SENTENCE_TITLE = 100
_LEADING_BLOCKS = 5
_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()]{0,200}\)")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
_BASES = ("given", "front matter", "text", "caption", "file name", None)


class Reading(NamedTuple):
    """What came of a file: its document, if it could be read, and what was passed over and why."""

    document: Document | None
    skipped: tuple[Skipped, ...] = ()


def read_file(file: Path, path: str, max_bytes: int = MAX_BYTES, *, knowledge: Knowledge | None = None) -> Reading:
    """Read a file by the shipped tables or those given; ``path`` is the name under which it is shown."""
    try:
        data = read_bytes(file, max_bytes)
    except UnreadableError as error:
        return Reading(None, (Skipped(clean_line(path), str(error)),))
    return read_data(data, path, max_bytes, file=str(file), knowledge=knowledge)


def read_data(
    data: bytes,
    path: str,
    max_bytes: int = MAX_BYTES,
    *,
    file: str | None = None,
    knowledge: Knowledge | None = None,
) -> Reading:
    """Read the bytes of a file or of standard input (whose path is ``-``), where their text is English."""
    path = clean_line(path)
    try:
        text = decode(data, max_bytes)
    except UnreadableError as error:
        return Reading(None, (Skipped(path, str(error)),))
    document, refused = _document(text, path, given=None, file=file, knowledge=knowledge or load())
    foreign = why_not_english(document.text)
    if foreign is not None:
        return Reading(None, (Skipped(path, foreign),))
    notices = tuple(Skipped(path, reason) for reason in refused)
    if not document.sentences:
        return Reading(None, (*notices, Skipped(path, "empty")))
    return Reading(document, notices)


def read_text(text: str, *, published: date | None = None, path: str = "") -> Document:
    """Return the document of a text at hand; the front matter is taken off where ``path`` ends in ``.md``.

    A ``published`` that is given goes before all that the text says. It is read whatever its language.
    """
    return _document(text, clean_line(path), given=published, file=None, knowledge=load())[0]


def merge_same_texts(documents: Iterable[Document]) -> list[Document]:
    """Return documents of different texts, in order; the paths of further files with a text are in ``also_in``.

    Of files with the same text the one whose date rests on the best basis is kept, among equals the first.
    """
    groups: dict[str, list[Document]] = {}
    for document in documents:
        groups.setdefault(document.text_sha256, []).append(document)
    return [_merged(group) for group in groups.values()]


def _merged(group: Sequence[Document]) -> Document:
    kept = min(group, key=lambda document: _BASES.index(document.published_basis))
    others = (document.path for document in group if document is not kept)
    return replace(kept, also_in=(*kept.also_in, *others)) if len(group) > 1 else kept


def _document(
    raw: str, path: str, *, given: date | None, file: str | None, knowledge: Knowledge
) -> tuple[Document, tuple[str, ...]]:
    name = PurePosixPath(path)
    raw = raw.removeprefix("\ufeff")
    may_have_front_matter = name.suffix.lower() == ".md" or path == STANDARD_INPUT
    front, body, refused = part_front_matter(raw) if may_have_front_matter else Parted(FrontMatter(), raw, ())
    text = clean_text(body)
    blocks = blocks_of(text, knowledge)
    sentences = tuple(sentence for block in blocks for sentence in split(text, block.start, block.end))
    dateline = _dateline(text, blocks, knowledge)
    dated = Published(given, "given")
    if given is None:
        dated = published(text, blocks, dateline, front=front.published, file_name=name.name, url=front.url)
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        id=digest[:12],
        text=text,
        text_sha256=digest,
        path=path,
        title=_title(text, blocks, sentences, front.title) or clean_line(name.stem, _LONGEST_TITLE) or "Untitled",
        published=dated.day,
        published_basis=dated.basis,
        dateline=_place(text, blocks, dateline, knowledge),
        publisher=publisher(text, blocks, dateline, front.source, knowledge),
        blocks=blocks,
        sentences=sentences,
        url=front.url,
        tags=front.tags,
        file=file,
    )
    return document, refused


def _title(text: str, blocks: Sequence[Block], sentences: Sequence[Span], given: str | None) -> str | None:
    """Return the title: the one given, else the headline, else the first sentence, shortened."""
    if given:
        return clean_line(given, _LONGEST_TITLE)
    headline = next((block for block in blocks if block.kind == "headline"), None)
    if headline is not None:
        words = _EMPHASIS.sub("", _LINK.sub(r"\1", one_line(text, headline.start, headline.end)))
        return clean_line(words.strip("# "), _LONGEST_TITLE)
    body = next((block.start for block in blocks if block.kind == "body"), 0)
    first = next((sentence for sentence in sentences if sentence.start >= body), None)
    return _shortened(one_line(text, *first)) if first is not None else None


def _shortened(sentence: str) -> str:
    sentence = clean_line(sentence)
    if len(sentence) <= _LONGEST_SENTENCE_TITLE:
        return sentence
    head = sentence[: _LONGEST_SENTENCE_TITLE - 1]
    return (head[: head.rfind(" ")] if " " in head[_LONGEST_SENTENCE_TITLE // 2 :] else head).rstrip(" ,;:—–-") + "…"


def _dateline(text: str, blocks: Sequence[Block], knowledge: Knowledge) -> Dateline | None:
    """Return the dateline of a paragraph near the beginning: of its own, or of the body."""
    leading = [block for block in blocks if block.kind in {"dateline", "body"}][:_LEADING_BLOCKS]
    found = (find_dateline(text, block.start, block.end, knowledge) for block in leading)
    return next((dateline for dateline in found if dateline is not None), None)


def _place(text: str, blocks: Sequence[Block], dateline: Dateline | None, knowledge: Knowledge) -> str | None:
    if dateline is not None and dateline.place:
        return one_line(dateline.place, 0, len(dateline.place))
    for block in blocks:
        words = one_line(text, block.start, block.end)
        if block.kind == "dateline" and any(is_place(part, knowledge) for part in words.split(",")):
            return words
        if block.kind == "date":
            place = place_in_date_line(words, knowledge)
            if place:
                return place
    return None
