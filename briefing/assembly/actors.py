"""The same actor in many documents: states and bodies by id, persons by name, country and role."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from briefing.knowledge.slugs import slug
from briefing.model import Actor, Evidence, Findings, Role

_MOST_CANDIDATES = 100
"""How many of the persons entered last under one key are compared: keeps hostile lists of names linear."""
_SAME_NAME = 88.0
_SAME_FAMILY_NAME = 82.0
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(slots=True, eq=False)
class _Merged:
    """One actor while documents are merged; ``names`` counts how often each form stands in them."""

    kind: str
    actors: list[Actor] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    country: str | None = None

    def take(self, actor: Actor) -> None:
        self.actors.append(actor)
        self.names.update({actor.name: len(actor.evidence) or 1})
        self.country = self.country or actor.country


def merge_actors(findings: Sequence[Findings]) -> tuple[tuple[Actor, ...], dict[tuple[str, str], str]]:
    """Return the actors of all findings, and the merged id of each (document id, id in that document).

    Findings come oldest first, so that the newest role is the last.
    """
    merged: list[_Merged] = []
    where: dict[tuple[str, str], _Merged] = {}
    by_id: dict[tuple[str, str], _Merged] = {}
    persons = _Persons()
    for finding in findings:
        for actor in sorted(finding.actors, key=lambda actor: -len(actor.name)):
            home = persons.home(actor) if actor.kind == "person" else by_id.get((actor.kind, actor.id))
            if home is None:
                home = _Merged(actor.kind)
                merged.append(home)
            home.take(actor)
            where[finding.document, actor.id] = home
            if actor.kind == "person":
                persons.settle(home, actor)
            else:
                by_id[actor.kind, actor.id] = home
    ids = _ids(merged)
    actors = tuple(_actor(home, ids[id(home)]) for home in merged)
    return tuple(sorted(actors, key=lambda actor: actor.id)), {key: ids[id(home)] for key, home in where.items()}


@lru_cache(maxsize=16_384)
def parts_of(name: str) -> Sequence[str]:
    """Return the parts of a name, folded: lower case, no accents, no signs, no ``Jr.``."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
    parts = ["".join(c for c in part if c.isalnum()) for part in folded.split()]
    return tuple(part for part in parts if part and part not in _SUFFIXES)


@lru_cache(maxsize=16_384)
def skeleton(part: str) -> str:
    """Return the consonants of a folded part of a name, alike for usual spellings of one name (Riabkov, Ryabkov)."""
    bare = _SOFT.sub("", part[1:]).translate(_ALIKE)
    kept = [char for position, char in enumerate(bare) if position == 0 or bare[position - 1] != char]
    return part[:1].translate(_ALIKE) + "".join(kept)


_SOFT = re.compile(r"[aeiouyhj]")
_ALIKE = str.maketrans("cqzwf", "kksvv")


class _Persons:
    """Persons found so far, entered by the whole name and by the skeletons of its last part and of all parts."""

    def __init__(self) -> None:
        self._exact: dict[tuple[str, ...], list[_Merged]] = {}
        self._by_skeleton: dict[str, list[_Merged]] = {}
        self._by_first: dict[str, list[_Merged]] = {}

    def home(self, actor: Actor) -> _Merged | None:
        """Return the one person an actor is, or null where none or several fit."""
        parts = parts_of(actor.name)
        exact = [m for m in self._exact.get(tuple(parts), ()) if _countries_agree(m, actor)]
        if exact:
            return exact[0]
        fitting: list[_Merged] = []
        for candidate in self._candidates(parts):
            if candidate not in fitting and _same_person(candidate, actor, parts):
                fitting.append(candidate)
        return fitting[0] if len(fitting) == 1 else None

    def settle(self, home: _Merged, actor: Actor) -> None:
        """Enter a person under the keys of a name."""
        parts = parts_of(actor.name)
        if not parts:
            return
        entries = [(self._by_skeleton, key) for key in _keys(parts)]
        entries.append((self._by_first, skeleton(parts[0])))
        known = self._exact.setdefault(tuple(parts), [])
        for bucket in (known, *(table.setdefault(key, []) for table, key in entries)):
            if home not in bucket[-_MOST_CANDIDATES:]:
                bucket.append(home)

    def _candidates(self, parts: Sequence[str]) -> Iterator[_Merged]:
        for key in _keys(parts):
            yield from self._by_skeleton.get(key, ())[-_MOST_CANDIDATES:]
        if len(parts) == 1:
            yield from self._by_first.get(skeleton(parts[0]), ())[-_MOST_CANDIDATES:]


def _keys(parts: Sequence[str]) -> set[str]:
    return {skeleton(parts[-1]), skeleton("".join(parts)), skeleton("".join(sorted(parts)))} if parts else set()


def _countries_agree(home: _Merged, actor: Actor) -> bool:
    return home.country is None or actor.country is None or home.country == actor.country


def _same_person(home: _Merged, actor: Actor, parts: Sequence[str]) -> bool:
    """Tell whether an actor is a person known already.

    Full names must be nearly equal (rapidfuzz ratio on sorted parts), or share the family name with given names of
    which one begins like the other; one family name alone must meet the same country and a role in common.
    """
    if not _countries_agree(home, actor):
        return False
    same_country = home.country is not None and home.country == actor.country
    for other in home.actors:
        names = parts_of(other.name)
        if len(parts) == 1 or len(names) == 1:
            if set(parts) & {names[-1], names[0]} and same_country and _roles_meet(other, actor):
                return True
            continue
        if fuzz.ratio(" ".join(sorted(parts)), " ".join(sorted(names))) >= _SAME_NAME and (
            same_country or parts[-1] == names[-1]
        ):
            return True
        family = fuzz.ratio(parts[-1], names[-1])
        given = parts[0][:2] == names[0][:2] and (parts[0] == names[0] or parts[-1] == names[-1])
        if family >= _SAME_FAMILY_NAME and given and same_country:
            return True
    return False


def _roles_meet(one: Actor, other: Actor) -> bool:
    words = [{word for role in actor.roles for word in role.title.lower().split()} for actor in (one, other)]
    return not words[0] or not words[1] or bool(words[0] & words[1])


def _name(home: _Merged) -> str:
    """Return the fullest form: the most parts, then the longest, then the most frequent."""
    if home.kind != "person":
        return home.actors[0].name
    return max(home.names, key=lambda name: (len(parts_of(name)), len("".join(parts_of(name))), home.names[name], name))


def _ids(merged: Iterable[_Merged]) -> dict[int, str]:
    """Return an id for each actor: its own, or for persons the slug of the name, with the country on collision."""
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for home in merged:
        if home.kind != "person":
            ids[id(home)] = home.actors[0].id
            taken.add(home.actors[0].id)
    persons = [home for home in merged if home.kind == "person"]
    for home in sorted(persons, key=lambda h: (_name(h), h.country or "")):
        stem = slug(_name(home)) or home.actors[0].id
        if stem in taken and home.country:
            stem = f"{stem}-{home.country.lower()}"
        number, key = 2, stem
        while key in taken:
            key, number = f"{stem}-{number}", number + 1
        ids[id(home)] = key
        taken.add(key)
    return ids


def _actor(home: _Merged, key: str) -> Actor:
    name = _name(home)
    forms = dict.fromkeys(form for actor in home.actors for form in (actor.name, *actor.aliases))
    evidence: list[Evidence] = [e for actor in home.actors for e in actor.evidence]
    first = home.actors[0]
    return Actor(
        id=key,
        kind=first.kind,
        name=name,
        aliases=tuple(form for form in forms if form != name),
        roles=_roles(home.actors),
        country=home.country,
        evidence=tuple(evidence),
    )


def _roles(actors: Iterable[Actor]) -> tuple[Role, ...]:
    """Return each title once, oldest first, with the newest document that gives it."""
    roles: dict[str, Role] = {}
    for actor in actors:
        for role in actor.roles:
            roles.pop(role.title.lower(), None)
            roles[role.title.lower()] = role
    return tuple(roles.values())
