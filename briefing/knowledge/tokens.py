"""Cutting text into tokens, once and the same way for the tables and for the articles they are matched against."""

from __future__ import annotations

import re
from typing import NamedTuple


class Token(NamedTuple):
    """A word, an abbreviation with its dots, a possessive ending or a single sign, with its offsets."""

    start: int
    end: int
    text: str


_TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                               # U.S., D.C., e.g.
    | (?:Mr|Mrs|Ms|Dr|Gen|Lt|Cmdr|Brig|Col|Maj|Capt|Adm|Sgt|Gov|Sen|Rep|Rev|Hon|Prof|St|Jr|Sr|No|Art|vs)\.(?=\s|,|$)
    | [^\W\d_]\.(?=\s[^\W\d_])                       # an initial: J. Trump
    | ['’`]s\b(?!['’])                               # possessive
    | \d+(?:[.,:]\d+)*
    | [^\W_]+(?:['’`](?!s\b)[^\W_]+)*                # words, O'Brien, don't; hyphens part words
    | [^\w\s]
    | _+
    """,
    re.VERBOSE,
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]``, offsets counted in the whole of ``text``."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Token._make((match.start(), match.end(), match[0])) for match in found]


def normal(token: str) -> str:
    """Return the form of a token that tables are keyed by: straight apostrophes, nothing else changed."""
    return token.replace("’", "'").replace("`", "'")
