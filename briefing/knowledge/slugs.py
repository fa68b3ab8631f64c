"""Ids made from names."""

from __future__ import annotations

import re
import unicodedata


def slug(name: str) -> str:
    """Return a name as an id: lower case, without accents, words joined by hyphens."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", bare.casefold()).strip("-")
