"""Reading the shipped tables and compiling them into one :class:`Knowledge`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from briefing.knowledge.events import events
from briefing.knowledge.grammar import Grammar
from briefing.knowledge.keeping import kept_or_made
from briefing.knowledge.matcher import Entry, Form, Matcher
from briefing.knowledge.naming import Naming
from briefing.knowledge.shapes import ORGANISATION_TABLES
from briefing.knowledge.slugs import slug
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
from briefing.knowledge.tokens import tokenize
from briefing.knowledge.user_tables import Merged, Problem, fingerprint, merged, user_files
from briefing.knowledge.word_groups import word_groups

Tables = Mapping[str, Any]
"""Parsed tables by name: ``states``, ``places`` ..., each as its YAML file holds it."""

_NO_FOLDER = Path(__file__)
"""A file, in which no user's tables lie."""
_OPENERS = ("sentence_openers", "weekdays", "months")
TABLES = (
    "states",
    *ORGANISATION_TABLES,
    "ministries",
    "instruments",
    "offices",
    "office_holders",
    "given_names",
    "places",
    "words",
    "ambiguous",
    "grammar",
    "naming",
    "speech",
    "events",
)
"""Names of the tables, each a YAML file beside this module."""


@cache
def shipped_table(name: str) -> Any:
    """Return the parsed YAML of one of our own tables, ``name`` without ending; it is shared and not to be changed.

    Every value is a text, as in a user's tables, dates too. Ours only: the C loader may be crashed by hostile nesting.
    """
    text = files("briefing.knowledge").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - safe loaders both


def shipped_tables() -> dict[str, Any]:
    """Return all of our own tables."""
    return {name: shipped_table(name) for name in TABLES}


def _texts(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(row.get(key) or ())


def _states(tables: Tables) -> dict[str, State]:
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
        for key, row in tables["states"].items()
    }


def _organisations(tables: Tables) -> dict[str, Organisation]:
    return {
        key: Organisation(
            id=key,
            name=row["name"],
            kind=row["kind"],
            aliases=_texts(row, "aliases"),
            country=row.get("country"),
            part_of=row.get("part_of"),
            members=_texts(row, "members"),
            seats=_texts(row, "seats"),
        )
        for table in ORGANISATION_TABLES
        for key, row in tables[table].items()
    }


def _instruments(tables: Tables) -> dict[str, KnownInstrument]:
    return {
        key: KnownInstrument(id=key, name=row["name"], aliases=_texts(row, "aliases"), parties=_texts(row, "parties"))
        for key, row in tables["instruments"].items()
    }


def _holders(tables: Tables) -> dict[str, Holder]:
    holders = {}
    for row in tables["office_holders"]:
        key = row.get("id") or slug(row["name"])
        terms = tuple(
            Term(term["title"], _day(term.get("from")), _day(term.get("to")), term.get("country"))
            for term in row["offices"]
        )
        holders[key] = Holder(key, row["name"], row["country"], _texts(row, "spellings"), terms)
    return holders


def _day(given: str | None) -> date | None:
    return None if given is None else date.fromisoformat(given)


def _places(tables: Tables) -> dict[str, Place]:
    return {
        name: Place(name, None if country == "none" else country)
        for country, names in tables["places"].items()
        for name in names
    }


def forms(tables: Tables) -> Iterator[tuple[str, Entry]]:
    """Yield every form that the tables hold, with what it means there; a form may come several times."""
    yield from _state_forms(tables)
    for body in _organisations(tables).values():
        for text in (body.name, *body.aliases):
            yield text, Entry("organisation", body.id, "abbreviation" if text.isupper() else "name")
    for instrument in _instruments(tables).values():
        for text in (instrument.name, *instrument.aliases):
            yield text, Entry("instrument", instrument.id, "name")
    for holder in _holders(tables).values():
        for text in (holder.name, *holder.spellings):
            yield text, Entry("holder", holder.id, "name")
    for group in tables["places"].values():
        for text in group:
            yield text, Entry("place", text, "name")
    for group in tables["words"].values():
        for text in group:
            if len(tokenize(text)) > 1:
                yield text, Entry("word", text, "name")


def _state_forms(tables: Tables) -> Iterator[tuple[str, Entry]]:
    for state in _states(tables).values():
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


def _unambiguous(tables: Tables) -> Iterator[tuple[str, Entry]]:
    """Yield the forms without the readings that ``ambiguous.yaml`` drops."""
    kept = {form: row["reading"] for form, row in tables["ambiguous"].items()}
    for form, entry in forms(tables):
        if kept.get(form, entry.id) == entry.id:
            yield form, entry


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
        names = {word for full in (holder.name, *holder.spellings) for word in (full.split()[0], full.split()[-1])}
        for folded in {
            "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if c.isalnum()) for name in names
        }:
            found.setdefault(folded, []).append(holder.id)
    return {name: tuple(ids) for name, ids in found.items()}


def _is_family(group: str) -> bool:
    return group.endswith("_surnames")


def compiled(tables: Tables) -> Knowledge:
    """Return the tables as one record with its matchers."""
    states, organisations, instruments = _states(tables), _organisations(tables), _instruments(tables)
    holders, places = _holders(tables), _places(tables)
    titles = tables["offices"]
    usual = {title: country for country, group in titles["usual"].items() for title in group}
    words = tables["words"]
    given = tables["given_names"]
    return Knowledge(
        states=states,
        organisations=organisations,
        bodies_by_seat={seat: body.id for body in organisations.values() for seat in body.seats},
        instruments=instruments,
        holders=holders,
        holders_by_family=_by_family(holders),
        offices={
            title: Office(title, None if country == "any" else country, usual.get(title))
            for country, names in titles["titles"].items()
            for title in names
        },
        office_modifiers=frozenset(titles["modifiers"]),
        office_heads=frozenset(titles["heads"]),
        ministry_matcher=Matcher((name, Entry("ministry", slug(name), "name")) for name in tables["ministries"]),
        places=places,
        given_names=frozenset(name for key, group in given.items() if not _is_family(key) for name in group),
        feminine_names=frozenset(given.get("feminine") or ()),
        family_names_first=frozenset(name for key, group in given.items() if _is_family(key) for name in group),
        honorifics=frozenset(titles["honorifics"]),
        sentence_openers=frozenset(word for key in _OPENERS for word in words.get(key) or ()),
        capitalised_words=frozenset(word for group in words.values() for word in group),
        matcher=Matcher(_unambiguous(tables)),
        office_matcher=Matcher(_office_forms(titles["titles"])),
        grammar=word_groups(Grammar, tables["grammar"]),
        naming=word_groups(Naming, tables["naming"]),
        speech=speech(tables["speech"]),
        events=events(tables["events"]),
    )


@cache
def load() -> Knowledge:
    """Return the shipped knowledge, compiled once a process."""
    return kept_or_made(_NO_FOLDER, lambda: (compiled(shipped_tables()), ()))[0]


class WithUsers(NamedTuple):
    """The shipped knowledge with a user's own tables, and what of these does not fit."""

    knowledge: Knowledge
    problems: tuple[Problem, ...] = ()


def load_with(folder: Path) -> WithUsers:
    """Return the shipped knowledge with what a user's own tables add, one YAML file of the same name a table.

    A folder that does not exist, or holds no YAML, adds nothing, nor does a file that does not fit. What was compiled
    last is kept until a file changes.
    """
    return _load_with(folder, fingerprint(folder)) if user_files(folder) else WithUsers(load())


@lru_cache(maxsize=1)
def _load_with(folder: Path, _: str) -> WithUsers:
    def made() -> tuple[Knowledge, tuple[Problem, ...]]:
        tables, problems = tables_with(folder)
        return compiled(tables), problems

    return WithUsers(*kept_or_made(folder, made))


def tables_with(folder: Path) -> Merged:
    """Return what :func:`load_with` compiles, for the lint."""
    return merged(shipped_tables(), user_files(folder))
