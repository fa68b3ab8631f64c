"""Transcripts: turns of speakers, each opened by a label such as ``THE VICE PRESIDENT:`` or ``Q``."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from briefing.extraction.annotations import Annotations
from briefing.extraction.names import folded
from briefing.model import Document

_LABEL = re.compile(
    r"(?P<name>[A-Z][A-Z.,'’\- ]{2,60}|[A-Z][\w.'’-]+(?: (?:of|the|and|for|[A-Z][\w.'’-]+)){0,7} [A-Z][\w.'’-]+):\s"
    r"|(?P<question>Q|QUESTION):?\s"
)
_FEWEST_TURNS = 3
_SPEECH_BEGINS_WITHIN = 4
_FIRST_PERSON_SHARE = 60
"""In a speech one word of so many at least is ``I``, ``we``, ``my`` or ``our``."""
_NO_NAMES = frozenset({"the", "mr", "ms", "mrs", "dr", "a", "an"})


class Turn(NamedTuple):
    """What one speaker says: from behind the label (``start``) to the next label; ``actor`` is null where unknown."""

    opening: int
    start: int
    end: int
    actor: str | None


def find_turns(annotations: Annotations) -> list[Turn]:
    """Return the turns of a transcript in order; nothing for a text that is none (fewer than three labels)."""
    text = annotations.document.text
    labels = find_labels(annotations.document) or _speech(annotations)
    ends = [*(start for start, _ in labels[1:]), len(text)][: len(labels)]
    return [
        Turn(start, found.end(), end, _speaker(annotations, found["name"]))
        for (start, found), end in zip(labels, ends, strict=True)
    ]


def _speech(annotations: Annotations) -> list[tuple[int, re.Match[str]]]:
    """Return the one label with which a speech begins: ``President of Russia Vladimir Putin: Colleagues, ...``.

    A news story with such a headline has a dateline, or does not go on in the first person.
    """
    document = annotations.document
    if document.dateline is not None:
        return []
    for block in document.blocks[:_SPEECH_BEGINS_WITHIN]:
        found = _LABEL.match(document.text, block.start, block.end)
        if found is None or found["name"] is None:
            continue
        persons = [r for r in annotations.references_in(found.start(), found.end()) if r.kind == "person"]
        after = annotations.token_at(found.end())
        first_person = sum(lower in {"i", "we", "our", "my"} for lower in annotations.lowers[after:])
        if persons and _FIRST_PERSON_SHARE * first_person > len(annotations.lowers) - after:
            return [(block.start, found)]
    return []


def find_labels(document: Document) -> list[tuple[int, re.Match[str]]]:
    """Return where turns begin with their labels; nothing for a text that is no transcript."""
    labels = [
        (block.start, found)
        for block in document.blocks
        if block.kind == "body" and (found := _LABEL.match(document.text, block.start, block.end)) is not None
    ]
    return labels if len(labels) >= _FEWEST_TURNS else []


def turn_at(turns: list[Turn], offset: int) -> Turn | None:
    """Return the turn that holds an offset."""
    position = bisect_right(turns, offset, key=lambda turn: turn.opening) - 1
    return turns[position] if position >= 0 and offset < turns[position].end else None


def _speaker(annotations: Annotations, label: str | None) -> str | None:
    """Return the person whom a label names: by family name, else by a title that one person alone bears."""
    words = [folded(word) for word in (label or "").replace("-", " ").split()]
    words = [word for word in words if word and word not in _NO_NAMES]
    if not words:
        return None
    persons = [actor for actor in annotations.actors.values() if actor.kind == "person"]
    named = [p.id for p in persons if words[-1] in {folded(part) for part in p.name.split()}]
    if named:
        return named[0]
    bearers = [p.id for p in persons if any(set(words) <= set(map(folded, title.split())) for title in p.titles)]
    return bearers[0] if len(bearers) == 1 else None
