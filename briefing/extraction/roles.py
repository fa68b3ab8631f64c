"""Roles as they stand before or after a name: an office or a descriptive noun with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.extraction.annotations import Annotations
from briefing.knowledge.matcher import Entry

_MOST_WORDS_BEFORE = 6
_MOST_WORDS_AFTER = 12
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "'s"})
_LINKS = frozenset({"of", "for", "to", "at", "in", "on", "with"})
_SECOND_OFFICES = (["deputy"], ["vice"], ["acting"], ["assistant"], ["special"])
"""Behind ``and`` these begin another office of the same person."""


def singular(title: str) -> str:
    """Return a title whose head is in the plural (``Presidents``, ``Secretaries of State``) in the singular."""
    words = title.split()
    head = next((i for i, word in enumerate(words) if word.lower() in {"of", "for", "to"}), len(words)) - 1
    if head >= 0 and words[head].endswith("ies"):
        words[head] = words[head][:-3] + "y"
    elif head >= 0 and words[head].endswith("s"):
        words[head] = words[head][:-1]
    return " ".join(words)


class Role(NamedTuple):
    """A role phrase: tokens ``first`` up to ``last``, its title in words, and whose it is.

    ``states`` are the ids of the states it belongs to (not those it deals with: ``ambassador to Russia``), ``body``
    is an organisation's id; ``core`` is the office's own title where it is one of the table.
    """

    first: int
    last: int
    title: str
    states: tuple[str, ...]
    body: str | None
    plural: bool
    office: str | None
    core: tuple[int, int]
    """The tokens of the office or the descriptive noun alone."""


def entry_of(annotations: Annotations, index: int, table: str) -> Entry | None:
    """Return the entry of one table that covers a token, if any."""
    match = annotations.cover[index]
    if match is None:
        return None
    return next((entry for entry in match.entries if entry.table == table), None)


def find_roles(annotations: Annotations) -> list[Role]:
    """Return the role phrases of a document from left to right."""
    return [
        role for sentence in annotations.sentences for role in _in_range(annotations, sentence.first, sentence.last)
    ]


def _in_range(annotations: Annotations, low: int, high: int) -> Iterator[Role]:
    knowledge = annotations.knowledge
    offices = {m.first + low: m for m in knowledge.office_matcher.match_words(annotations.lowers[low:high])}
    position = low
    while position < high:
        office = offices.get(position)
        if office is not None and not _inside_name(annotations, position, low + office.last):
            last = low + office.last
            yield _grow(annotations, position, last, low, high, office=office.entries[0].id)
            position = last
        elif _is_head(annotations, position):
            yield _grow(annotations, position, position + 1, low, high, office=None)
            position += 1
        else:
            position += 1


def _inside_name(annotations: Annotations, index: int, last: int) -> bool:
    """Tell whether an office lies within the name of a body or instrument (``Council of Ministers``)."""
    match = annotations.cover[index]
    return (
        match is not None
        and match.last - match.first > 1
        and match.last >= last
        and any(e.table in {"organisation", "instrument"} for e in match.entries)
    )


def _is_head(annotations: Annotations, index: int) -> bool:
    lower = annotations.lowers[index]
    heads = annotations.knowledge.office_heads
    return lower in heads or (lower.endswith("s") and lower[:-1] in heads)


def _grow(
    annotations: Annotations, core_first: int, core_last: int, low: int, high: int, *, office: str | None
) -> Role:
    """Take in modifiers and the owner before the core, and the complement after it."""
    first = _leftwards(annotations, core_first, low)
    last = _rightwards(annotations, core_last, high)
    states: list[str] = []
    body = None
    skip: set[int] = set()
    for index in range(first, last):
        state = entry_of(annotations, index, "state")
        dealt_with = index >= core_last and annotations.lowers[core_last] != "of"
        if state is not None and not dealt_with:
            if state.id not in states:
                states.append(state.id)
            skip.add(index)
        elif body is None:
            found = entry_of(annotations, index, "organisation")
            body = found.id if found else None
    title = _title(annotations, first, last, skip)
    lower = annotations.lowers[core_last - 1]
    plural = lower.endswith("s") and lower[:-1] in annotations.knowledge.office_heads
    if office:
        head = next(
            (i for i in range(core_first, core_last) if annotations.lowers[i] in {"of", "for", "to"}), core_last
        )
        lower = annotations.lowers[head - 1]
        plural = lower.endswith("s") and lower != "affairs"
    return Role(first, last, title, tuple(states), body, plural, office, (core_first, core_last))


def _title(annotations: Annotations, first: int, last: int, skip: set[int]) -> str:
    """Return the words of a role without articles at its edges and without the country."""
    kept = []
    for index in range(first, last):
        word = annotations.words[index]
        if index in skip or word in {"'s", "'"}:
            continue
        kept.append(index)
    while kept and annotations.lowers[kept[0]] in _DETERMINERS | {"of", "then", ","}:
        kept.pop(0)
    while kept and annotations.lowers[kept[-1]] in _LINKS | {"the", "and", ","}:
        kept.pop()
    pieces = []
    for place, index in enumerate(kept):
        if place and not (annotations.joined(index) and kept[place - 1] == index - 1):
            pieces.append(" ")
        pieces.append(annotations.words[index])
    return "".join(pieces)


def _leftwards(annotations: Annotations, first: int, low: int) -> int:
    """Return where the words that belong to a core begin."""
    knowledge, lowers = annotations.knowledge, annotations.lowers
    sure = index = first
    bounded = owned = False
    while index > low and first - index < _MOST_WORDS_BEFORE:
        before = index - 1
        word, lower = annotations.words[before], lowers[before]
        match = annotations.cover[before]
        if match is not None and any(e.table in {"state", "organisation"} for e in match.entries):
            sure = index = match.first
            bounded = owned = True
            continue
        if lower in {"'s", "'"} and before > low and annotations.cover[before - 1] is not None:
            index = before
            continue
        if word in knowledge.office_modifiers or lower in knowledge.office_modifiers or word == "-":
            index = before
            if word != "-":
                sure = index
            continue
        if lower in _DETERMINERS:
            bounded = True
            break
        if not word.isalpha() or lower in knowledge.naming.function_words or word[0].isupper():
            break
        if owned or (lower in knowledge.speech.verbs and index == first):
            break
        index = before
    return index if bounded and not owned else sure


def _rightwards(annotations: Annotations, last: int, high: int) -> int:
    """Return where the complement of a core (``of Russia``, ``for Humanitarian Affairs``) ends."""
    index = last
    lowers, words = annotations.lowers, annotations.words
    while index < high - 1 and index - last < _MOST_WORDS_AFTER:
        if lowers[index] not in {"of", "for", "to"}:
            break
        after = index + 1
        if lowers[after] == "the" and after < high - 1:
            after += 1
        end = _complement(annotations, after, high)
        if end == after:
            break
        index = end
    while index > last and (lowers[index - 1] in _LINKS | {"the", "and"} or not words[index - 1][0].isalnum()):
        if words[index - 1] in {"'s", ")"}:
            break
        index -= 1
    return index


def _complement(annotations: Annotations, index: int, high: int) -> int:
    """Return the end of a run of capitalised words, known names and ``and`` between them."""
    words, cover = annotations.words, annotations.cover
    while index < high:
        match = cover[index]
        if match is not None and any(e.table != "holder" for e in match.entries):
            index = match.last
            continue
        word = words[index]
        if _starts_person(annotations, index, high):
            break
        if word[0].isupper() and word[0].isalpha():
            index += 1
            continue
        joins = word in {"and", "of", "-", "&"} and index + 1 < high and words[index + 1][0].isupper()
        another = word == "and" and annotations.lowers[index + 1 : index + 2] in _SECOND_OFFICES
        if joins and not another:
            index += 1
            continue
        break
    return index


def _starts_person(annotations: Annotations, index: int, high: int) -> bool:
    """Tell whether a person's name begins here: a known holder, or a given name with a capital after it."""
    if entry_of(annotations, index, "holder") is not None:
        return True
    words = annotations.words
    return words[index] in annotations.knowledge.given_names and index + 1 < high and words[index + 1][0].isupper()
