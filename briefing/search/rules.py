"""Rewriting rules read from a table, applied to many words at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

_FOLLOWED = re.compile(r"\(\?=([a-z]+)\)")
_SECTION = re.compile(r"\[(\w+)\]")


class Rules:
    """Rules of spelling: each replaces the letters that it names, the longest first, and none sees another's work.

    A rule is ``(pattern, replacement)``. A pattern is letters, with ``^`` for the beginning and ``$`` for the end of a
    word, and ``(?=aei)`` for letters one of which must follow.
    """

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        steps: list[tuple[str, str]] = []
        for pattern, replacement in sorted(rows, key=lambda row: -len(_FOLLOWED.sub("", row[0]))):
            followed = _FOLLOWED.search(pattern)
            bare = _FOLLOWED.sub("", pattern).replace("^", "\n").replace("$", "\n")
            # What has been rewritten is in capitals until the end; it may still follow what is rewritten next.
            new = re.sub("[^\n]+", replacement.upper(), bare) if replacement else bare.strip(_LETTERS)
            ends = (*followed.group(1), *followed.group(1).upper()) if followed else ("",)
            steps += [(bare + end, new + end) for end in ends]
        self._steps = steps

    def __call__(self, listed: str) -> str:
        """Return a list of words (see :func:`listed`) with each word rewritten."""
        for old, new in self._steps:
            listed = listed.replace(old, new)
        return listed.lower()


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def listed(words: Sequence[str]) -> str:
    """Return words in the form that rules are applied to: each between two line ends of its own."""
    return "\n" + "\n\n".join(words) + "\n"


def unlisted(text: str) -> list[str]:
    """Return the words of such a list."""
    return text[1:-1].split("\n\n")


@cache
def tables() -> dict[str, Rules]:
    """Return the tables of ``spellings.txt`` by name."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for line in _lines("spellings.txt"):
        section = _SECTION.fullmatch(line)
        if section:
            here = rows.setdefault(section.group(1), [])
        else:
            pattern, replacement = line.split()
            here.append((pattern, replacement.strip("-")))
    return {name: Rules(found) for name, found in rows.items()}


@cache
def transcription() -> dict[str, str]:
    """Return what Chinese characters stand for where they write a foreign name."""
    return dict(line.split() for line in _lines("transcription.txt"))


def _lines(name: str) -> list[str]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
