"""Names of actors, in full and as short as a column wants them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from briefing.knowledge.loader import shipped_table
from briefing.model import Actor

ABBREVIATION_LENGTH = 8


class StateName(NamedTuple):
    """A state's name as the news write it, and the one for narrow columns."""

    name: str
    short: str


@cache
def state_names() -> Mapping[str, StateName]:
    """Return the names of all states by id, read once a process."""
    return {
        key: StateName(row["name"], row.get("short") or row["name"]) for key, row in shipped_table("states").items()
    }


def state_name(country: str) -> str:
    """Return the name of a country given by its code in either case; the code itself where it is not known."""
    known = state_names().get(country.lower())
    return known.name if known else country


def short_name(actor: Actor) -> str:
    """Return an actor's name for narrow columns.

    A state's is the one in its table (``US``); an organisation's an abbreviation found in the documents (``EU``);
    a person's a single word of the name by which the documents also call them (``Putin``, ``Choi``).
    """
    if actor.kind == "state":
        known = state_names().get(actor.id)
        return known.short if known else actor.name
    if actor.kind == "organisation":
        forms = [form for form in actor.aliases if form.isupper() and len(form) <= ABBREVIATION_LENGTH]
        return forms[0] if forms else actor.name
    words = {word.strip(",.") for word in actor.name.split()}
    return next((form for form in actor.aliases if form in words), actor.name)
