"""``briefing search``."""

from __future__ import annotations

import json
from collections.abc import Collection

from briefing.cli.building import WRONG_USE, readable_briefing
from briefing.cli.output import Emphasised, Line, Stop, complain, say, say_exactly
from briefing.config.settings import Settings
from briefing.config.values import nearest
from briefing.dossier.attribution import source_line
from briefing.dossier.cards import summary_of
from briefing.dossier.catalogue import Catalogue, Item, ItemKind
from briefing.lookup import KINDS, Found, FoundKind, Lookup, known_aliases

NOTHING_FOUND = 1
KIND_WIDTH = max(map(len, KINDS)) + 2


def search_briefing(settings: Settings, query: str, *, kinds: Collection[str], limit: int | None, as_json: bool) -> int:
    """Print what answers a query, best first, and return the exit code."""
    for kind in kinds:
        if kind not in KINDS:
            close = nearest(kind, KINDS)
            hint = f" (did you mean {close}?)" if close else ""
            raise Stop(WRONG_USE, f"--kind: unknown kind {kind}{hint}; there is {', '.join(KINDS)}")
    wanted: list[FoundKind] = [kind for kind in KINDS if kind in kinds]
    briefing = readable_briefing(settings)
    lookup = Lookup(briefing, known_aliases())
    found = lookup.search(query, kinds=wanted or None, limit=limit or settings.search_limit)
    if as_json:
        say_exactly(_as_json(found))
    elif found:
        catalogue = Catalogue(briefing)
        say(*(_line(catalogue, one) for one in found))
    else:
        complain(f"nothing found for {query}")
    return 0 if found else NOTHING_FOUND


def item_of(found: Found) -> Item | None:
    """Return which item of the catalogue was found; null for a sentence."""
    if found.kind == "sentence":
        return None
    kinds: dict[str, ItemKind] = {"dispute": "dispute", "agenda": "agenda", "instrument": "instrument"}
    return Item(kinds.get(found.kind, "actor"), found.id)


def _line(catalogue: Catalogue, found: Found) -> Line:
    item = item_of(found)
    matched = Emphasised(found.text, found.spans)
    kind = found.kind.ljust(KIND_WIDTH)
    if item is None:
        return (kind, matched, f" - {source_line(catalogue, str(found.document))}")
    says_what = found.text.startswith(found.label)
    name: tuple[str | Emphasised, ...] = (matched,) if says_what else (found.label, " (", matched, ")")
    return (kind, *name, ": ", ", ".join(summary_of(catalogue, item)))


def _as_json(found: Collection[Found]) -> str:
    rows = [
        {
            "kind": one.kind,
            "id": one.id,
            "label": one.label,
            "text": one.text,
            "score": one.score,
            "spans": [[span.start, span.end] for span in one.spans],
            "document": one.document,
            "start": one.start,
            "end": one.end,
        }
        for one in found
    ]
    return "[" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "]\n"
