"""Names of actors, in full and as short as a column wants them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from briefing.model import Actor, StateName

ABBREVIATION_LENGTH = 8


@cache
def shipped_state_names() -> Mapping[str, StateName]:
    """Return the names that the shipped table has for all states, by id, read once a process."""
    from briefing.knowledge.loader import shipped_table  # noqa: PLC0415 - a briefing brings its own names

    return {
        key: StateName(row["name"], row.get("short") or row["name"]) for key, row in shipped_table("states").items()
    }


def short_name(actor: Actor, states: Mapping[str, StateName]) -> str:
    """Return an actor's name for narrow columns.

    A state's is the one in its table (``US``); an organisation's an abbreviation found in the documents (``EU``);
    a person's a single word of the name by which the documents also call them (``Putin``, ``Choi``).
    """
    if actor.kind == "state":
        known = states.get(actor.id)
        return known.short if known else actor.name
    if actor.kind == "organisation":
        forms = [form for form in actor.aliases if form.isupper() and len(form) <= ABBREVIATION_LENGTH]
        return forms[0] if forms else actor.name
    words = {word.strip(",.") for word in actor.name.split()}
    return next((form for form in actor.aliases if form in words), actor.name)
