"""The tables as typed records: what the program knows before it reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from briefing.knowledge.events import Events
from briefing.knowledge.grammar import Grammar
from briefing.knowledge.matcher import Matcher
from briefing.knowledge.naming import Naming
from briefing.knowledge.speech import Speech

OrganisationKind = Literal["international", "government", "armed_group", "party", "medium", "company", "society"]


@dataclass(frozen=True, slots=True)
class State:
    """A state or a territory that the news names like one; ``id`` is its ISO 3166-1 alpha-3 code in lower case."""

    id: str
    name: str
    short: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    """Metonyms of the government: White House, Kremlin."""

    @property
    def code(self) -> str:
        """The ISO 3166-1 alpha-3 code in upper case."""
        return self.id.upper()


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body. ``country`` is a state's id, or null for an international body."""

    id: str
    name: str
    kind: OrganisationKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    part_of: str | None = None
    """The body whose organ it is: the European Commission belongs to the European Union."""
    members: tuple[str, ...] = ()
    """The states that act through a group without offices of its own: the E3."""
    seats: tuple[str, ...] = ()
    """Metonyms: Brussels."""


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    """A treaty, agreement, resolution or law; ``parties`` are state or organisation ids where they are few."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A time in office; an open or unknown end is null."""

    title: str
    valid_from: date | None
    valid_to: date | None
    country: str | None = None
    """Id of the state or body whose office it was, where it is another than the person's: a premier, later of NATO."""


@dataclass(frozen=True, slots=True)
class Holder:
    """An office holder: canonical name, other spellings, country (a state's id, or an organisation's) and terms."""

    id: str
    name: str
    country: str
    spellings: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """A title as it stands before or after a name; ``country`` is a state's id where the title belongs to one alone."""

    title: str
    country: str | None = None
    usual: str | None = None
    """Id of the state whose office it is where a text does not tell."""


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region, sea or building, with the id of its state where it lies in one."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All tables, compiled. Picklable, never changed after loading."""

    states: Mapping[str, State]
    organisations: Mapping[str, Organisation]
    bodies_by_seat: Mapping[str, str]
    """Metonym of a body of several states -> its id: Brussels."""
    instruments: Mapping[str, KnownInstrument]
    holders: Mapping[str, Holder]
    holders_by_family: Mapping[str, tuple[str, ...]]
    """Folded family name -> ids of holders."""
    offices: Mapping[str, Office]
    """By title."""
    office_modifiers: frozenset[str]
    """Words that stand before an office and belong to it: Deputy, First, former."""
    office_heads: frozenset[str]
    """Last words of descriptive roles: minister, spokesman, diplomat, envoy."""
    ministry_matcher: Matcher = field(repr=False, compare=False)
    """Names of bodies that every state has: Foreign Ministry, Ministry of Defence, Supreme Court."""
    places: Mapping[str, Place]
    given_names: frozenset[str]
    feminine_names: frozenset[str]
    """Given names that only women bear."""
    family_names_first: frozenset[str]
    """Family names that stand before the given name: Chinese, Korean, Vietnamese."""
    honorifics: frozenset[str]
    sentence_openers: frozenset[str]
    """Words that open sentences and names of days and months: they never begin a name."""
    capitalised_words: frozenset[str]
    """Words that are written with a capital and name nobody: weekdays, Internet, Congressional."""
    matcher: Matcher = field(repr=False, compare=False)
    office_matcher: Matcher = field(repr=False, compare=False)
    """Offices in lower case, singular and plural."""
    grammar: Grammar = field(repr=False)
    naming: Naming = field(repr=False)
    speech: Speech = field(repr=False)
    events: Events = field(repr=False)
