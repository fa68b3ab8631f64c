"""Names of what is there that outlive small changes, so that what was there before is known again.

Ids name documents by their text: when an article is corrected, all of its statements and agenda items have others. Here
a position is named by who says it and in which words, and an agenda item by the sentences that tell of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.kinds import LEANS
from briefing.memory.remembered import Known, Remembered
from briefing.model import Actor, AgendaItem, Statement

_WORD = re.compile(r"\w+")


class LastingNames:
    """The names of all that one briefing holds."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Work the names out; takes time that grows with the briefing."""
        self.catalogue = catalogue
        self.positions: Mapping[str, tuple[str, ...]] = {
            statement.id: tuple(_position_name(catalogue, statement, dispute) for dispute in statement.disputes)
            for statement in catalogue.briefing.statements
            if statement.disputes and statement.actor is not None
        }
        """The names of each position, one for each dispute it is on."""
        self.agenda: Mapping[str, tuple[str, ...]] = {
            item.id: tuple(_agenda_names(catalogue, item)) for item in catalogue.briefing.agenda
        }
        """The names of each agenda item, one for each sentence that tells of it."""

    def remembered(self, read: float, left: float, today: int) -> Remembered:
        """Return all that is there, as it is told on a day: when it was read, and when it is left."""
        catalogue = self.catalogue
        actors = catalogue.briefing.actors
        return Remembered(
            read=read,
            left=left,
            documents={document: Known("", today) for document in catalogue.documents},
            actors={actor.id: Known(actor.role or "", today) for actor in actors},
            names={name_of(actor.kind, actor.name): Known(actor.role or "", today) for actor in actors},
            positions={name: Known("", today) for names in self.positions.values() for name in names},
            stances={name: Known(said.kind, today) for name, said in stances_of(catalogue).items()},
            agenda={
                name: Known(told_date(item), today)
                for item in catalogue.briefing.agenda
                for name in self.agenda[item.id]
            },
        )


def name_of(kind: str, name: str) -> str:
    """Return the name of an actor of some kind by one of its forms."""
    return f"{kind}:{name.casefold()}"


def known_actor(before: Remembered, actor: Actor) -> Known | None:
    """Return what was told of an actor by its id or by a name of its; null where it was not there."""
    names = (name_of(actor.kind, name) for name in (actor.name, *actor.aliases))
    return before.actors.get(actor.id) or next((before.names[name] for name in names if name in before.names), None)


def stances_of(catalogue: Catalogue) -> Mapping[str, Statement]:
    """Return by dispute and actor the newest position that leans to a side, in the actor's own name and not negated."""
    stances: dict[str, Statement] = {}
    for dispute in catalogue.disputes:
        for said in catalogue.positions_on(dispute):
            if said.reported_by is None and not said.negated and LEANS[said.kind] != "none":
                stances.setdefault(f"{dispute}:{said.actor}", said)
    return stances


def told_date(item: AgendaItem) -> str:
    """Return the days and the precision of an agenda item's date in one word; nothing where there is no date."""
    return "" if item.date is None else f"{item.date.start}/{item.date.end}/{item.date.precision}"


def _position_name(catalogue: Catalogue, statement: Statement, dispute: str) -> str:
    assert statement.actor is not None
    spans = statement.content or (statement.evidence.sentence,)
    words = (word for span in spans for word in _words(catalogue.text(statement.document, span)))
    family_name = catalogue.name(statement.actor).casefold().split()[-1:]
    return _digest(dispute, *family_name, *words)


def _agenda_names(catalogue: Catalogue, item: AgendaItem) -> Iterable[str]:
    for found in catalogue.evidence_of(Item("agenda", item.id)):
        words = _words(catalogue.text(found.document, found.sentence))
        yield _digest(item.kind, str(found.start - found.sentence.start), *words)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _digest(*parts: str) -> str:
    return hashlib.blake2b(" ".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
