"""What the tables of knowledge say about a short piece of a text."""

from __future__ import annotations

from briefing.knowledge.loader import load
from briefing.knowledge.matcher import Entry
from briefing.knowledge.tables import Organisation
from briefing.knowledge.tokens import tokenize


def entries_for(piece: str) -> tuple[Entry, ...]:
    """Return the entries of a piece that is as a whole one form of a table, a leading article aside."""
    tokens = tokenize(piece.strip())
    if tokens and tokens[0].text in {"The", "the"}:
        tokens = tokens[1:]
    matches = load().matcher.match(tokens)
    whole = len(matches) == 1 and (matches[0].first, matches[0].last) == (0, len(tokens))
    return matches[0].entries if whole else ()


def is_place(piece: str) -> bool:
    """Tell whether a piece names a state, capital or other place, in any case of letters."""
    return is_city(piece) or any(entry.table == "state" and entry.form == "name" for entry in _in_any_case(piece))


def is_city(piece: str) -> bool:
    """Tell whether a piece names a capital or other place that is no state, in any case of letters."""
    return any(entry.table == "place" or entry.form == "capital" for entry in _in_any_case(piece))


def _in_any_case(piece: str) -> tuple[Entry, ...]:
    return (*entries_for(piece), *(entries_for(piece.title()) if piece.isupper() else ()))


def medium_in(piece: str) -> Organisation | None:
    """Return the first medium that a piece names."""
    return _organisation_in(piece, "medium")


def government_body_in(piece: str) -> Organisation | None:
    """Return the first government body that a piece names."""
    return _organisation_in(piece, "government")


def _organisation_in(piece: str, kind: str) -> Organisation | None:
    knowledge = load()
    for match in knowledge.matcher.match(tokenize(piece)):
        for entry in match.entries:
            if entry.table == "organisation" and knowledge.organisations[entry.id].kind == kind:
                return knowledge.organisations[entry.id]
    return None
