"""Instruments: known treaties and agreements, capitalised names that end in one, numbered orders and resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extraction.annotations import Annotations, InstrumentMention
from briefing.knowledge.slugs import slug

_NUMBERED = re.compile(
    r"\b(?:(?:U\.?\s?N\.? )?Security Council Resolution|UNSCR|Resolution|Executive Order|Public Law|Directive)"
    r"\s(?:No\.\s)?\d[\d/()-]*\w?"
)
_LINKS = frozenset({"of", "on", "and", "for", "the", "to"})


def find_instruments(annotations: Annotations) -> dict[str, str]:
    """Add the places that name an instrument to the annotations; return the name of each id."""
    names: dict[str, str] = {}
    spans: list[tuple[int, int]] = []
    for match in annotations.matches:
        entry = next((e for e in match.entries if e.table == "instrument"), None)
        if entry is None:
            continue
        start, end = annotations.tokens[match.first].start, annotations.tokens[match.last - 1].end
        names[entry.id] = annotations.knowledge.instruments[entry.id].name
        annotations.instruments.append(InstrumentMention(start, end, entry.id, "known instrument"))
        spans.append((start, end))
    for start, end, rule in (*_numbered(annotations), *_named(annotations)):
        if any(low < end and start < high for low, high in spans):
            continue
        name = annotations.document.text[start:end]
        key = next((known for known, other in names.items() if other.endswith(f" {name}")), slug(name))
        names.setdefault(key, name)
        annotations.instruments.append(InstrumentMention(start, end, key, rule))
        spans.append((start, end))
    annotations.instruments.sort()
    return names


def _numbered(annotations: Annotations) -> Iterator[tuple[int, int, str]]:
    for found in _NUMBERED.finditer(annotations.document.text):
        yield found.start(), found.end(), "numbered instrument"


def _named(annotations: Annotations) -> Iterator[tuple[int, int, str]]:
    """Yield capitalised names with a treaty's head: ``Mutual Defense Treaty``, ``Treaty of Rome``."""
    naming, words = annotations.knowledge.naming, annotations.words
    for sentence in annotations.sentences:
        if sentence.block != "body":
            continue
        for index in range(sentence.first, sentence.last):
            if words[index] not in naming.instrument_heads:
                continue
            first = _leftwards(annotations, index, sentence.first)
            last = _rightwards(annotations, index + 1, sentence.last)
            if last - first < 2 or (last == index + 1 and index - first < 1):
                continue
            yield annotations.tokens[first].start, annotations.tokens[last - 1].end, "name of an instrument"


def _leftwards(annotations: Annotations, index: int, low: int) -> int:
    first = index
    while first > low:
        word = annotations.words[first - 1]
        lower = annotations.lowers[first - 1]
        capital = word[0].isupper() and lower not in annotations.knowledge.naming.function_words
        if capital or (word == "-" and annotations.joined(first)):
            first -= 1
        else:
            break
    while first < index and not annotations.words[first][0].isalnum():
        first += 1
    return first


def _rightwards(annotations: Annotations, index: int, high: int) -> int:
    last = index
    while index < high and index - last < 4:
        word = annotations.words[index]
        if word[0].isupper() and word[0].isalpha():
            index += 1
            last = index
        elif word in _LINKS and annotations.words[last - 1] != "the":
            index += 1
        else:
            break
    return last
