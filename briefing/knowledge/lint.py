"""Faults of the tables that no loader sees: they parse, and then make the extraction wrong in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing.knowledge.iso import UN_MEMBERS, is_state_code
from briefing.knowledge.loader import Tables, forms
from briefing.knowledge.shapes import ANY_STATE, ORGANISATION_TABLES, faults, shapes
from briefing.knowledge.tokens import normal, tokenize
from briefing.knowledge.user_tables import HOLDERS, by_id

SMALL_NAMES = frozenset({"anti-balaka", "dpa", "loya jirga", "ynet"})
"""Short names that the news write without a capital."""

_Reading = tuple[str, str]
"""The table in which a form stands, and the id there."""


def problems(tables: Tables) -> list[str]:
    """Return what is wrong with the tables, a line each that names table, key and fault; nothing where all is well.

    Tables that do not have the right shape are told that alone: nothing else can be said of them.
    """
    broken = list(_misshapen(tables))
    if broken:
        return broken
    return [
        *_codes(tables["states"]),
        *_shared_ids(tables),
        *_repetitions("", tables),
        *_in_two_groups("places", tables["places"]),
        *_in_two_groups("words", tables["words"]),
        *_usual_titles(tables["offices"]),
        *_terms(tables[HOLDERS]),
        *_common_words(tables),
        *_ambiguities(tables),
    ]


def _misshapen(tables: Tables) -> Iterator[str]:
    bodies = [key for table in ORGANISATION_TABLES for key in tables[table]]
    shape_of = shapes(tables["states"], bodies, tables)
    for name, table in tables.items():
        for fault in faults(shape_of[name], by_id(table) if name == HOLDERS else table):
            yield f"{name}: {'.'.join(str(step) for step in fault.path)}: {fault.message}"


def _codes(states: Mapping[str, Any]) -> Iterator[str]:
    for code in states:
        if not is_state_code(code):
            yield f"states: {code}: no code of ISO 3166-1"
    for code in sorted(UN_MEMBERS - set(states)):
        yield f"states: {code}: a member state of the United Nations is missing"


def _shared_ids(tables: Tables) -> Iterator[str]:
    """Yield ids that two actors have; actors of all tables live in one list."""
    holders = [row.get("id") or name for name, row in zip(by_id(tables[HOLDERS]), tables[HOLDERS], strict=False)]
    names = ["states", *ORGANISATION_TABLES]
    owners: dict[str, list[str]] = {}
    for table, ids in [*((name, tables[name]) for name in names), (HOLDERS, holders)]:
        for key in ids:
            owners.setdefault(key, []).append(table)
    for key, where in owners.items():
        if len(where) > 1:
            yield f"{where[0]}: {key}: the id is taken in {where[1]} too"
    if len(holders) < len(tables[HOLDERS]):
        yield f"{HOLDERS}: two rows have one id"


def _repetitions(path: str, value: Any) -> Iterator[str]:
    """Yield what stands twice in a list, or in a list of aliases and as the name itself."""
    if isinstance(value, Mapping):
        for key, entry in value.items():
            yield from _repetitions(f"{path}.{key}" if path else str(key), entry)
        texts = [
            value.get("name"),
            *(text for key in ("names", "aliases", "spellings") for text in value.get(key) or ()),
        ]
        if isinstance(value.get("name"), str):
            yield from (f"{path}: {text!r} is the name already" for text in texts[1:] if text == texts[0])
    elif isinstance(value, list):
        texts = [entry for entry in value if isinstance(entry, str)]
        yield from (f"{path}: {text!r} stands twice" for text, times in Counter(texts).items() if times > 1)
        for position, entry in enumerate(value):
            if isinstance(entry, Mapping):
                yield from _repetitions(f"{path}.{entry.get('name', position)}", entry)


def _in_two_groups(name: str, groups: Mapping[str, list[str]]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for group, texts in groups.items():
        for text in texts:
            if seen.setdefault(text, group) != group:
                yield f"{name}: {text!r} stands in {seen[text]} and {group}"


def _usual_titles(offices: Mapping[str, Any]) -> Iterator[str]:
    """Yield titles that are said to be usually one state's and are not among those of several."""
    shared = frozenset(offices["titles"].get(ANY_STATE, ()))
    for state, titles in offices["usual"].items():
        for title in titles:
            if title not in shared:
                yield f"offices: usual.{state}: {title!r} is no title under {ANY_STATE}"


def _terms(holders: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for row in holders:
        for term in row["offices"]:
            start, end = term.get("from"), term.get("to")
            if start is not None and end is not None and end < start:
                yield f"{HOLDERS}: {row['name']}: {term['title']}: ends before it begins"


def _common_words(tables: Tables) -> Iterator[str]:
    """Yield names that plain English words would be taken for."""
    openers = tables["words"].get("sentence_openers", ())
    common = {*tables["naming"]["function_words"], *(word.lower() for word in openers)}
    for form, entry in forms(tables):
        if not any(char.isalnum() for char in form):
            yield f"{entry.table}: {entry.id}: {form!r} is no name"
        elif form.lower() in common and not form.isupper():
            yield f"{entry.table}: {entry.id}: {form!r} is a common word"
        elif _is_everyday(form) and entry.table != "word" and form not in SMALL_NAMES:
            yield f"{entry.table}: {entry.id}: {form!r} has no capital"


def _is_everyday(form: str) -> bool:
    """Tell whether a form is one or two small words, which any sentence may hold."""
    return form == form.lower() and len(form.split()) < 3 and not any(char.isdigit() for char in form)


def _ambiguities(tables: Tables) -> Iterator[str]:
    readings: dict[str, list[_Reading]] = {}
    for form, entry in _all_forms(tables):
        known = readings.setdefault(_key(form), [])
        if entry not in known:
            known.append(entry)
    kept = {_key(form): (form, row["reading"]) for form, row in tables["ambiguous"].items()}
    for key, (form, reading) in kept.items():
        if reading not in {name for _, name in readings.get(key, ())}:
            yield f"ambiguous: {form}: no table has it as {reading}"
    for key, found in readings.items():
        if len(found) > 1 and key not in kept:
            where = ", ".join(f"{name} ({table})" for table, name in found)
            yield f"{found[0][0]}: {key!r} is ambiguous, say in ambiguous.yaml which is meant: {where}"


def _all_forms(tables: Tables) -> Iterator[tuple[str, _Reading]]:
    """Yield the forms of the matcher, and the single words and given names that decide what a person's name is."""
    for form, entry in forms(tables):
        yield form, (entry.table, entry.id)
    for group in tables["words"].values():
        for word in group:
            yield word, ("word", word)
    words = {word for group in tables["words"].values() for word in group}
    for group in tables["given_names"].values():
        for name in group:
            if name in words:
                yield name, ("given name", name)


def _key(form: str) -> str:
    return " ".join(normal(token.text) for token in tokenize(form))
