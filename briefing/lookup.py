"""The briefing's names and sentences handed to ``search``, hits handed back as items."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.model import Briefing, Span

FoundKind = Literal["person", "state", "organisation", "dispute", "agenda", "instrument", "sentence"]

KINDS: tuple[FoundKind, ...] = ("person", "state", "organisation", "dispute", "agenda", "instrument", "sentence")


@dataclass(frozen=True, slots=True)
class Found:
    """One item of a briefing that answers a query.

    ``text`` is what matched (a name, an alias, a role, a title, a sentence) and ``spans`` the ranges in it to
    highlight; ``label`` is the item's canonical name. ``document``, ``start`` and ``end`` say where a sentence stands
    and are null for anything else. ``score`` is 0-100, 100 being an exact match.
    """

    kind: FoundKind
    id: str
    text: str
    label: str
    score: float
    spans: tuple[Span, ...] = ()
    document: str | None = None
    start: int | None = None
    end: int | None = None


class Lookup:
    """Search over one briefing: actors, disputes, agenda, instruments and sentences.

    ``aliases`` maps a spelling to others that mean the same (``{"Kyiv": ["Kiev"]}``); see :func:`known_aliases`.
    """

    def __init__(self, briefing: Briefing, aliases: Mapping[str, Sequence[str]] | None = None) -> None:
        self._briefing = briefing
        self._aliases = aliases or {}

    def search(self, query: str, *, kinds: Collection[FoundKind] | None = None, limit: int = 20) -> list[Found]:
        """Return the best items for a query, best first, one row an item; all kinds unless ``kinds`` narrows them."""
        raise NotImplementedError

    def resolve(self, query: str) -> Found | None:
        """Return the actor, dispute, agenda item or instrument that a name means, or null if none is near enough."""
        raise NotImplementedError
