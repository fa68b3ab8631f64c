"""What each table looks like, and where a value does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, get_args

from briefing.config.values import describe, nearest
from briefing.knowledge.speech import SHAPES as TAKES
from briefing.model import AgendaKind, StatementKind

ORGANISATION_TABLES = ("international_bodies", "government_bodies", "armed_groups", "media", "parties_and_companies")
ORGANISATION_KINDS = ("international", "government", "armed_group", "party", "medium", "company", "society")
NO_STATE = "none"
ANY_STATE = "any"

_LONGEST_CODE = 3
"""Of codes no longer than this each is like some other: a hint at the nearest would mislead."""

Path = tuple[str | int, ...]
"""The way to a value from the root of its table."""


class Fault(NamedTuple):
    """Where a table does not fit its shape, and what was expected, in words for people."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single text or date."""

    expected: str
    allows: Callable[[Any], bool]
    choices: tuple[str, ...] = ()
    """The few values there are, for the hint at a misspelt one."""


@dataclass(frozen=True, slots=True)
class Several:
    """A list of values of one shape."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Items:
    """A mapping with free keys and values of one shape."""

    value: Shape
    keys: Leaf


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping with fixed keys, some of which must be there."""

    fields: Mapping[str, Shape]
    required: tuple[str, ...] = field(default=())


Shape = Leaf | Several | Items | Fields


def _one_of(expected: str, choices: Collection[str]) -> Leaf:
    return Leaf(expected, lambda value: value in choices, tuple(choices))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value) and value == " ".join(value.split())


def _is_day(value: Any) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_cue(value: Any) -> bool:
    if not _is_text(value):
        return False
    kind, *takes = value.split()
    return kind in get_args(StatementKind) and TAKES.issuperset(takes)


def _is_slug(value: Any) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*", value)) and value == value.casefold()


TEXT = Leaf("a text without blanks at its ends", _is_text)
TEXTS = Several(TEXT)
SLUG = Leaf("an id in lower case, words joined by hyphens", _is_slug)
STATE_CODE = Leaf(
    "an ISO 3166-1 alpha-3 code in lower case", lambda v: isinstance(v, str) and bool(re.fullmatch("[a-z]{3}", v))
)
DAY = Leaf("a date as YYYY-MM-DD, or nothing", _is_day)
VERB = Leaf("a word of two letters or more", lambda value: _is_text(value) and len(value.split()[0]) > 1)
CUE = Leaf("a kind of statement, then what the verb takes: demand quote that to np", _is_cue)
STATEMENT_KIND = _one_of("a kind of statement", get_args(StatementKind))
AGENDA_KIND = _one_of("a kind of agenda item", get_args(AgendaKind))
_NAMED: dict[str, Shape] = {"name": TEXT, "aliases": TEXTS}


def shapes(states: Collection[str], bodies: Collection[str], ours: Mapping[str, Any]) -> dict[str, Shape]:
    """Return the shape of each table, given the ids of all states and bodies there are and our own tables."""
    state = _one_of("the id of a state", states)
    actor = _one_of("the id of a state or body", {*states, *bodies})
    organisations = Items(
        Fields(
            {
                **_NAMED,
                "kind": _one_of(f"one of {', '.join(ORGANISATION_KINDS)}", ORGANISATION_KINDS),
                "country": state,
                "part_of": actor,
                "members": Several(state),
                "seats": TEXTS,
            },
            required=("name", "kind"),
        ),
        keys=SLUG,
    )
    groups = Items(TEXTS, keys=TEXT)
    term = Fields({"title": TEXT, "from": DAY, "to": DAY, "country": actor}, required=("title",))
    speech = dict(_like(ours["speech"]).fields)
    speech["verbs"] = speech["adjectives"] = speech["stances"] = Items(CUE, keys=VERB)
    speech["nouns"] = Items(STATEMENT_KIND, keys=VERB)
    speech["content_signs"] = Items(TEXTS, keys=STATEMENT_KIND)
    events = dict(_like(ours["events"]).fields)
    events["nouns"] = events["verbs"] = events["objects"] = Items(TEXTS, keys=AGENDA_KIND)
    return {
        "states": Items(
            Fields(
                {
                    "name": TEXT,
                    "short": TEXT,
                    **dict.fromkeys(("names", "adjectives", "demonyms", "capitals", "seats"), TEXTS),
                },
                required=("name",),
            ),
            keys=STATE_CODE,
        ),
        **dict.fromkeys(ORGANISATION_TABLES, organisations),
        "ministries": TEXTS,
        "instruments": Items(Fields({**_NAMED, "parties": Several(actor)}, required=("name",)), keys=SLUG),
        "offices": Fields(
            {
                "usual": Items(TEXTS, keys=_one_of("the id of a state", states)),
                "titles": Items(TEXTS, keys=_one_of(f"the id of a state, or {ANY_STATE}", {*states, ANY_STATE})),
                "modifiers": TEXTS,
                "heads": TEXTS,
                "honorifics": TEXTS,
            }
        ),
        "office_holders": Items(
            Fields(
                {"id": SLUG, "name": TEXT, "spellings": TEXTS, "country": actor, "offices": Several(term)},
                required=("name", "country", "offices"),
            ),
            keys=SLUG,
        ),
        "given_names": groups,
        "places": Items(TEXTS, keys=_one_of(f"the id of a state, or {NO_STATE}", {*states, NO_STATE})),
        "words": groups,
        "ambiguous": Items(Fields({"reading": TEXT, "why": TEXT}, required=("reading", "why")), keys=TEXT),
        "grammar": _like(ours["grammar"]),
        "naming": _like(ours["naming"]),
        "speech": Fields(speech),
        "events": Fields(events),
    }


def _like(group: Mapping[str, Any]) -> Fields:
    """Return the shape of a table whose keys are fixed: below them stand lists, or texts or lists by free keys."""
    return Fields({key: TEXTS if isinstance(value, list) else _like_values(value) for key, value in group.items()})


def _like_values(values: Mapping[str, Any]) -> Items:
    return Items(TEXT if all(isinstance(value, str) for value in values.values()) else TEXTS, keys=VERB)


def faults(shape: Shape, value: Any, ours: Any = None, path: Path = ()) -> Iterator[Fault]:
    """Yield where a value does not fit.

    What ``ours`` has already need not be given again, and may be taken away with null; a list in place of a mapping
    that is keyed by ids is one whose rows bear their ids or names.
    """
    if isinstance(shape, Leaf):
        if not shape.allows(value):
            yield Fault(path, _expected(shape.expected, value, shape.choices))
    elif isinstance(shape, Several):
        if isinstance(value, list):
            for position, entry in enumerate(value):
                yield from faults(shape.item, entry, None, (*path, position))
        else:
            yield Fault(path, _expected("a list", value))
    elif not isinstance(value, Mapping):
        yield Fault(path, _expected("keys with values", value))
    else:
        known = ours if isinstance(ours, Mapping) else {}
        yield from (
            _faults_in_items(shape, value, known, path)
            if isinstance(shape, Items)
            else _faults_in_fields(shape, value, known, path)
        )


def _faults_in_items(shape: Items, value: Mapping[str, Any], known: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    for key, entry in value.items():
        if not shape.keys.allows(key):
            yield Fault((*path, key), _expected(shape.keys.expected, key, shape.keys.choices))
        elif entry is not None:
            yield from faults(shape.value, entry, known.get(key), (*path, key))
        elif key not in known:
            yield Fault((*path, key), _expected("one of ours, to take it away", key, tuple(known)))


def _faults_in_fields(shape: Fields, value: Mapping[str, Any], known: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    for key, entry in value.items():
        if key not in shape.fields:
            expected = f"one of {', '.join(shape.fields)}"
            yield Fault((*path, key), _expected(expected, key, tuple(shape.fields)))
        elif entry is not None:
            yield from faults(shape.fields[key], entry, known.get(key), (*path, key))
    for key in shape.required:
        if value.get(key) is None and (key in value or key not in known):
            yield Fault(path, f"expected a key {key}")


def _expected(expected: str, found: Any, choices: tuple[str, ...] = ()) -> str:
    close = nearest(found, choices) if isinstance(found, str) and len(found) > _LONGEST_CODE else None
    hint = f" (did you mean {close}?)" if close else ""
    return f"expected {expected}, found {describe(found)}{hint}"
