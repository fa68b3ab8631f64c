"""The briefing's names and sentences handed to ``search``, hits handed back as items."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from briefing.knowledge.loader import load_with
from briefing.model import Actor, AgendaItem, Briefing, Span
from briefing.paths import user_knowledge
from briefing.record import record
from briefing.search import Hit, Index, SentenceIndex

FoundKind = Literal["person", "state", "organisation", "dispute", "agenda", "instrument", "sentence"]

KINDS: tuple[FoundKind, ...] = ("person", "state", "organisation", "dispute", "agenda", "instrument", "sentence")
"""All kinds, in the order in which equally good ones are listed."""
GOOD_ENOUGH = 50.0
"""The least score at which a name is taken to mean an item without asking."""
WORTH_SHOWING = 22.0
"""The least score that is listed: below it letters agree by chance."""
HITS_FOR_EACH = 4
"""One item may be hit through several of its names: so many hits are asked for each item wanted."""
_BLANKS = str.maketrans("\n\t", "  ")


@record(frozen=True, slots=True)
class Found:
    """One item of a briefing that answers a query.

    ``text`` is what matched (a name, an alias, a role, a title, a sentence) and ``spans`` the ranges in it to
    highlight; ``label`` is the item's canonical name, for a sentence its document's title. ``document``, ``start`` and
    ``end`` say where a sentence stands and are null for anything else. ``score`` is 0-100, 100 being an exact match.
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


class _Row(NamedTuple):
    """A text by which an item can be found; ``mentions`` is how often the item is named."""

    id: str
    label: str
    text: str
    mentions: int


class Lookup:
    """Search over one briefing: actors, disputes, agenda, instruments and sentences.

    Actors are found by name, alias and role, agenda items by title, place and participants, instruments by name and
    alias. ``aliases`` maps a spelling to others that mean the same (``{"Kyiv": ["Kiev"]}``); see :func:`known_aliases`.
    """

    def __init__(self, briefing: Briefing, aliases: Mapping[str, Sequence[str]] | None = None) -> None:
        self._briefing = briefing
        self._rows = _rows(briefing)
        self._aliases = _occurring(aliases or {}, self._rows)
        self._indexes: dict[FoundKind, Index] = {}
        self._sentences: _Sentences | None = None

    def search(self, query: str, *, kinds: Collection[FoundKind] | None = None, limit: int = 20) -> list[Found]:
        """Return the best items for a query, best first, one an item; all kinds unless ``kinds`` narrows them.

        Of equal scores a canonical name comes before an alias or a role, then kinds in the order of :data:`KINDS`,
        then what is named more often.
        """
        if limit < 1:
            return []
        answers = [
            answer
            for kind in KINDS
            if kinds is None or kind in kinds
            for answer in (
                self._among_sentences(query, limit) if kind == "sentence" else self._among(kind, query, limit)
            )
        ]
        answers.sort(key=lambda answer: answer[0])
        return [found for _, found in answers[:limit]]

    def resolve(self, query: str) -> Found | None:
        """Return the actor, dispute, agenda item or instrument that a name or id means, or null if none is near."""
        wanted = query.strip()
        for kind, rows in self._rows.items():
            for row in rows:
                if row.id == wanted.casefold():
                    return Found(kind, row.id, row.label, row.label, 100.0, (Span(0, len(row.label)),))
        found = self.search(wanted, kinds=self._rows.keys(), limit=1)
        return found[0] if found and found[0].score >= GOOD_ENOUGH else None

    def _among(self, kind: FoundKind, query: str, limit: int) -> Iterator[tuple[tuple[object, ...], Found]]:
        rows = self._rows[kind]
        index = self._indexes.get(kind)
        if index is None:
            index = self._indexes[kind] = Index([row.text for row in rows], aliases=self._aliases)
        best: dict[str, tuple[tuple[object, ...], Found]] = {}
        for hit in index.search(query, limit * HITS_FOR_EACH):
            if hit.score < WORTH_SHOWING:
                break
            row = rows[hit.position]
            order = (-round(hit.score), row.text != row.label, KINDS.index(kind), -row.mentions, row.label, row.id)
            if row.id not in best or order < best[row.id][0]:
                best[row.id] = (order, Found(kind, row.id, row.text, row.label, round(hit.score, 1), _spans(hit)))
        yield from best.values()

    def _among_sentences(self, query: str, limit: int) -> Iterator[tuple[tuple[object, ...], Found]]:
        if self._sentences is None:
            self._sentences = _Sentences(self._briefing)
        for place, found in enumerate(self._sentences.search(query, limit)):
            yield (-round(found.score), True, KINDS.index("sentence"), place), found


class _Sentences:
    """The sentences of a briefing, ready for search; of equal ones the newest document's comes first."""

    def __init__(self, briefing: Briefing) -> None:
        self._places = [(document, sentence) for document in briefing.documents for sentence in document.sentences]
        self._texts = [document.text[start:end].translate(_BLANKS) for document, (start, end) in self._places]
        self._index = SentenceIndex(self._texts)

    def search(self, query: str, limit: int) -> Iterator[Found]:
        for hit in self._index.search(query, limit):
            if hit.score < WORTH_SHOWING:
                break
            document, (start, end) = self._places[hit.position]
            yield Found(
                "sentence",
                f"{document.id}-{start}",
                self._texts[hit.position],
                document.title,
                round(hit.score, 1),
                _spans(hit),
                document.id,
                start,
                end,
            )


def known_aliases() -> Mapping[str, tuple[str, ...]]:
    """Return the names that mean the same by our tables and a user's own: Kyiv and Kiev, NATO and OTAN."""
    knowledge = load_with(user_knowledge()).knowledge
    groups: list[tuple[str, ...]] = [(state.name, state.short, *state.names) for state in knowledge.states.values()]
    groups += [state.capitals for state in knowledge.states.values()]
    groups += [(body.name, *body.aliases) for body in knowledge.organisations.values()]
    groups += [(instrument.name, *instrument.aliases) for instrument in knowledge.instruments.values()]
    groups += [(holder.name, *holder.spellings) for holder in knowledge.holders.values()]
    return {group[0]: tuple(dict.fromkeys(group[1:])) for group in groups if len(group) > 1}


def _rows(briefing: Briefing) -> dict[FoundKind, list[_Row]]:
    rows: dict[FoundKind, list[_Row]] = {kind: [] for kind in KINDS if kind != "sentence"}
    names = {actor.id: actor.name for actor in briefing.actors}
    for actor in briefing.actors:
        texts = (actor.name, *actor.aliases, *_roles(actor))
        rows[actor.kind] += _several(actor.id, actor.name, texts, len(actor.evidence))
    for dispute in briefing.disputes:
        rows["dispute"].append(_Row(dispute.id, dispute.name, dispute.name, len(dispute.evidence)))
    for item in briefing.agenda:
        rows["agenda"] += _several(item.id, item.title, _agenda_texts(item, names), len(item.evidence))
    for instrument in briefing.instruments:
        texts = (instrument.name, *instrument.aliases)
        rows["instrument"] += _several(instrument.id, instrument.name, texts, len(instrument.evidence))
    return rows


def _several(id_: str, label: str, texts: Iterable[str], mentions: int) -> list[_Row]:
    """Return a row for each text; one that is part of the label, like a person's surname, adds nothing to it."""
    parts = f" {label.casefold()} "
    return [
        _Row(id_, label, text, mentions)
        for text in dict.fromkeys(texts)
        if text == label or f" {text.casefold()} " not in parts
    ]


def _roles(actor: Actor) -> Iterator[str]:
    for role in actor.roles:
        yield f"{actor.name}, {role.title}"


def _agenda_texts(item: AgendaItem, names: Mapping[str, str]) -> Iterator[str]:
    yield item.title
    if item.place:
        yield f"{item.title} · {item.place}"
    for participant in item.participants:
        if participant in names:
            yield f"{item.title} · with {names[participant]}"


def _occurring(
    aliases: Mapping[str, Sequence[str]], rows: Mapping[FoundKind, Sequence[_Row]]
) -> dict[str, Sequence[str]]:
    """Return the aliases of what the briefing names at all: few of the thousands that are known."""
    words = {word.casefold() for several in rows.values() for row in several for word in row.text.split()}
    return {
        name: others
        for name, others in aliases.items()
        if any(all(word.casefold() in words for word in phrase.split()) for phrase in (name, *others))
    }


def _spans(hit: Hit) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in hit.spans)
