"""``briefing changes``: what is new since the dashboard was last left, and what moved, with the sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from briefing.cli.building import readable_briefing
from briefing.cli.output import complain, say, say_exactly
from briefing.cli.sentences import sentence_line, sentence_of, statement_heading
from briefing.config.settings import STANDARD_INPUT, Settings
from briefing.dossier.cards import counted
from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.changes import Change, changes_of
from briefing.dossier.dates import long_interval, weekday_and_day
from briefing.dossier.lasting_names import LastingNames
from briefing.dossier.lists import participants_of
from briefing.memory.notebook import Notebook
from briefing.memory.remembered import Remembered
from briefing.paths import user_memory
from briefing.untrusted.cleaning import clean_line

FORMAT = "briefing-changes/1"
TITLES = {"actor": "New actors", "position": "New positions", "agenda": "New on the agenda"}


def say_changes(settings: Settings, *, as_json: bool) -> None:
    """Print what changed since the dashboard was last left on these seeds; nothing is taken note of."""
    before = _before(settings)
    briefing = readable_briefing(settings)
    catalogue = Catalogue(briefing)
    changes = changes_of(LastingNames(catalogue), before) if before else []
    if as_json:
        say_exactly(_as_json(catalogue, before, changes))
    elif before is None:
        say("the dashboard was not left on these articles yet: there is nothing to compare with")
    else:
        since = f"since {_moment(before.left)}"
        say(f"{since}: {_summary(changes)}" if changes else f"nothing new {since}", *_lines(catalogue, changes))


def _before(settings: Settings) -> Remembered | None:
    if not settings.keep_library or STANDARD_INPUT in settings.seeds:
        return None
    notebook = Notebook(user_memory(), keeps=False)
    before = notebook.there(settings.seeds)
    for notice in notebook.notices:
        complain(notice)
    return before


def _moment(left: float) -> str:
    when = datetime.fromtimestamp(left)
    return f"{weekday_and_day(when.date())}, {when:%H:%M}"


def _summary(changes: Sequence[Change]) -> str:
    moved = sum(change.moved is not None for change in changes)
    new = {kind: sum(one.about == kind and one.moved is None for one in changes) for kind in TITLES}
    words = [f"{moved} moved"] if moved else []
    words += [counted(new["actor"], "new actor")] if new["actor"] else []
    words += [counted(new["position"], "new position")] if new["position"] else []
    words += [f"{new['agenda']} new on the agenda"] if new["agenda"] else []
    return ", ".join(words)


def _lines(catalogue: Catalogue, changes: Sequence[Change]) -> Iterator[str]:
    for title, group in groupby(changes, lambda change: "Moved" if change.moved else TITLES[change.about]):
        yield ""
        yield title
        for change in group:
            yield f"  {_heading(catalogue, change)}"
            yield f"  {sentence_line(catalogue, change.evidence)}"


def _heading(catalogue: Catalogue, change: Change) -> str:
    name = catalogue.title(change.item)
    if change.moved == "stance":
        name = f"{name} on {catalogue.title(Item('dispute', change.dispute or ''))}"
    if change.moved:
        return f"{name}: {change.moved} was {change.was}, is now {change.now}"
    if change.statement is not None:
        return statement_heading(catalogue, change.statement)
    if change.about == "actor":
        actor = catalogue.actors[change.item.id]
        country = catalogue.state_name(actor.country) if actor.country and actor.kind != "state" else ""
        return ", ".join(part for part in (name, actor.role or actor.kind, country) if part)
    item = catalogue.agenda[change.item.id]
    about = ", ".join(part for part in (item.place, " - ".join(participants_of(catalogue, item))) if part)
    return f"{long_interval(item.date)}  {name}{f' ({about})' if about else ''}"


def _as_json(catalogue: Catalogue, before: Remembered | None, changes: Sequence[Change]) -> str:
    """Return the changes as JSON, one a line; absent values are null."""
    as_of = catalogue.briefing.as_of
    head = {
        "format": FORMAT,
        "since": datetime.fromtimestamp(before.left).astimezone().isoformat("T", "seconds") if before else None,
        "as_of": str(as_of) if as_of else None,
    }
    rows = ",\n".join(json.dumps(_row(catalogue, change), ensure_ascii=False) for change in changes)
    return json.dumps(head, ensure_ascii=False)[:-1] + f', "changes": [{rows}]}}\n'


def _row(catalogue: Catalogue, change: Change) -> dict[str, Any]:
    found = change.evidence
    return {
        "change": "moved" if change.moved else "new",
        "about": change.about,
        "what": change.moved,
        "id": change.statement.id if change.statement else change.item.id,
        "actor": change.item.id if change.item.kind == "actor" else None,
        "title": catalogue.title(change.item),
        "kind": change.statement.kind if change.statement else None,
        "negated": change.statement.negated if change.statement else None,
        "reported_by": change.statement.reported_by if change.statement else None,
        "disputes": [change.dispute] if change.dispute else list(change.statement.disputes if change.statement else ()),
        "was": change.was or None,
        "now": change.now or None,
        "document": found.document,
        "path": clean_line(catalogue.documents[found.document].path),
        "start": found.start,
        "end": found.end,
        "sentence": sentence_of(catalogue, found),
    }
