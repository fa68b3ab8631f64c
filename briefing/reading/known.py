"""What the tables of knowledge say about a short piece of a text."""

from __future__ import annotations

from briefing.knowledge.matcher import Entry
from briefing.knowledge.tables import Knowledge, Organisation
from briefing.knowledge.tokens import tokenize


def entries_for(piece: str, knowledge: Knowledge) -> tuple[Entry, ...]:
    """Return the entries of a piece that is as a whole one form of a table, a leading article aside."""
    tokens = tokenize(piece.strip())
    if tokens and tokens[0].text in {"The", "the"}:
        tokens = tokens[1:]
    matches = knowledge.matcher.match(tokens)
    whole = len(matches) == 1 and (matches[0].first, matches[0].last) == (0, len(tokens))
    return matches[0].entries if whole else ()


def is_place(piece: str, knowledge: Knowledge) -> bool:
    """Tell whether a piece names a state, capital or other place, in any case of letters."""
    if is_city(piece, knowledge):
        return True
    return any(entry.table == "state" and entry.form == "name" for entry in _in_any_case(piece, knowledge))


def is_city(piece: str, knowledge: Knowledge) -> bool:
    """Tell whether a piece names a capital or other place that is no state, in any case of letters."""
    return any(entry.table == "place" or entry.form == "capital" for entry in _in_any_case(piece, knowledge))


def _in_any_case(piece: str, knowledge: Knowledge) -> tuple[Entry, ...]:
    in_title_case = entries_for(piece.title(), knowledge) if piece.isupper() else ()
    return (*entries_for(piece, knowledge), *in_title_case)


def medium_in(piece: str, knowledge: Knowledge) -> Organisation | None:
    """Return the first medium that a piece names."""
    return _organisation_in(piece, "medium", knowledge)


def government_body_in(piece: str, knowledge: Knowledge) -> Organisation | None:
    """Return the first government body that a piece names."""
    return _organisation_in(piece, "government", knowledge)


def _organisation_in(piece: str, kind: str, knowledge: Knowledge) -> Organisation | None:
    for match in knowledge.matcher.match(tokenize(piece)):
        for entry in match.entries:
            if entry.table == "organisation" and knowledge.organisations[entry.id].kind == kind:
                return knowledge.organisations[entry.id]
    return None
