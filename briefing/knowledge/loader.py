"""Reading the shipped tables and compiling them into one :class:`Knowledge`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from briefing.knowledge.matcher import Entry, Form, Matcher
from briefing.knowledge.naming import naming
from briefing.knowledge.speech import speech
from briefing.knowledge.tables import (
    Holder,
    Knowledge,
    KnownInstrument,
    Office,
    Organisation,
    Place,
    State,
    Term,
)

ORGANISATION_TABLES = ("international_bodies", "government_bodies", "armed_groups", "media", "parties_and_companies")


def shipped_table(name: str) -> Any:
    """Return the parsed YAML of one of our own tables, ``name`` without ending.

    Ours only: the C loader is fast but may be crashed by hostile nesting.
    """
    text = files("briefing.knowledge").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe loaders both


def slug(name: str) -> str:
    """Return a name as an id: lower case, words joined by hyphens."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")


def _texts(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(row.get(key) or ())


def _states() -> dict[str, State]:
    return {
        key: State(
            id=key,
            name=row["name"],
            short=row.get("short") or row["name"],
            names=_texts(row, "names"),
            adjectives=_texts(row, "adjectives"),
            demonyms=_texts(row, "demonyms"),
            capitals=_texts(row, "capitals"),
            seats=_texts(row, "seats"),
        )
        for key, row in shipped_table("states").items()
    }


def _organisations() -> dict[str, Organisation]:
    return {
        key: Organisation(
            id=key, name=row["name"], kind=row["kind"], aliases=_texts(row, "aliases"), country=row.get("country")
        )
        for table in ORGANISATION_TABLES
        for key, row in shipped_table(table).items()
    }


def _instruments() -> dict[str, KnownInstrument]:
    return {
        key: KnownInstrument(id=key, name=row["name"], aliases=_texts(row, "aliases"), parties=_texts(row, "parties"))
        for key, row in shipped_table("instruments").items()
    }


def _holders() -> dict[str, Holder]:
    holders = {}
    for row in shipped_table("office_holders"):
        key = row.get("id") or slug(row["name"])
        terms = tuple(Term(term["title"], term.get("from"), term.get("to")) for term in row["offices"])
        holders[key] = Holder(key, row["name"], row["country"], _texts(row, "spellings"), terms)
    return holders


def _places() -> dict[str, Place]:
    return {
        name: Place(name, None if country == "none" else country)
        for country, names in shipped_table("places").items()
        for name in names
    }


def _forms(
    states: Mapping[str, State],
    organisations: Mapping[str, Organisation],
    instruments: Mapping[str, KnownInstrument],
    holders: Mapping[str, Holder],
    places: Mapping[str, Place],
) -> Iterator[tuple[str, Entry]]:
    for state in states.values():
        by_form: tuple[tuple[Form, tuple[str, ...]], ...] = (
            ("name", (state.name, *state.names)),
            ("adjective", state.adjectives),
            ("demonym", state.demonyms),
            ("capital", state.capitals),
            ("seat", state.seats),
        )
        for form, texts in by_form:
            for text in texts:
                yield text, Entry("state", state.id, form)
    for body in organisations.values():
        for text in (body.name, *body.aliases):
            yield text, Entry("organisation", body.id, "abbreviation" if text.isupper() else "name")
    for instrument in instruments.values():
        for text in (instrument.name, *instrument.aliases):
            yield text, Entry("instrument", instrument.id, "name")
    for holder in holders.values():
        for text in (holder.name, *holder.spellings):
            yield text, Entry("holder", holder.id, "name")
    for place in places.values():
        yield place.name, Entry("place", place.name, "name")


def _office_forms(titles: Mapping[str, list[str]]) -> Iterator[tuple[str, Entry]]:
    for names in titles.values():
        for title in names:
            entry = Entry("office", title, "name")
            yield title.lower(), entry
            yield _plural(title.lower()), entry


def _plural(title: str) -> str:
    """Return a title with its head, the word before the first ``of`` or ``for``, in the plural."""
    words = title.split()
    head = next((i for i, word in enumerate(words) if word in {"of", "for", "to"}), len(words)) - 1
    words[head] = words[head][:-1] + "ies" if words[head].endswith("y") else words[head] + "s"
    return " ".join(words)


def _by_family(holders: Mapping[str, Holder]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for holder in holders.values():
        first, *_, last = holder.name.split() if " " in holder.name else (holder.name, holder.name)
        for name in {first, last}:
            folded = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if c.isalnum())
            found.setdefault(folded, []).append(holder.id)
    return {name: tuple(ids) for name, ids in found.items()}


def _is_family(group: str) -> bool:
    return group.endswith("_surnames")


@cache
def load() -> Knowledge:
    """Return the shipped knowledge, compiled once a process."""
    states, organisations, instruments = _states(), _organisations(), _instruments()
    holders, places = _holders(), _places()
    titles = shipped_table("offices")
    words = shipped_table("words")
    given = shipped_table("given_names")
    return Knowledge(
        states=states,
        organisations=organisations,
        instruments=instruments,
        holders=holders,
        holders_by_family=_by_family(holders),
        offices=tuple(
            Office(title, None if country == "any" else country)
            for country, names in titles["titles"].items()
            for title in names
        ),
        office_modifiers=frozenset(titles["modifiers"]),
        office_heads=frozenset(titles["heads"]),
        ministry_matcher=Matcher((name, Entry("ministry", slug(name), "name")) for name in shipped_table("ministries")),
        places=places,
        given_names=frozenset(name for key, group in given.items() if not _is_family(key) for name in group),
        family_names_first=frozenset(name for key, group in given.items() if _is_family(key) for name in group),
        honorifics=frozenset(titles["honorifics"]),
        capitalised_words=frozenset(word for group in words.values() for word in group),
        matcher=Matcher(_forms(states, organisations, instruments, holders, places)),
        office_matcher=Matcher(_office_forms(titles["titles"])),
        naming=naming(shipped_table("naming")),
        speech=speech(shipped_table("speech")),
    )
