"""Whose a role is: the country that the words, the tables or the sentence give it."""

from __future__ import annotations

from briefing.extraction.annotations import Annotations, SentenceTokens
from briefing.extraction.names import Chunk
from briefing.extraction.roles import Role, entry_of
from briefing.knowledge.tokens import tokenize

_TEAM_WORDS = frozenset({"team", "delegation", "side", "contingent", "mission", "negotiators"})
_LEADING = frozenset({"led", "headed", "head", "heads", "lead", "leads", "chaired", "include", "includes", "including"})
_INTERNATIONAL_WORDS = ("secretary general", "secretary-general", "high representative", "commissioner")


def country_of_role(annotations: Annotations, role: Role, chunk: Chunk, sentence: SentenceTokens) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of the state whose office a role is by its own words, or null.

    In order: a state in the role itself; a body of a state; an office that one state alone has; the
    possessor of the team that the person leads.
    """
    knowledge = annotations.knowledge
    if role.states:
        return knowledge.states[role.states[0]].code
    if role.body is not None:
        country = knowledge.organisations[role.body].country
        return country.upper() if country in knowledge.states and country is not None else None
    office = knowledge.offices.get(role.office) if role.office else None
    if office is not None and office.country is not None:
        return knowledge.states[office.country].code
    return _state_after(annotations, chunk, sentence) or _team_possessor(annotations, chunk, sentence)


def _state_after(annotations: Annotations, chunk: Chunk, sentence: SentenceTokens) -> str | None:
    """Return the state of ``President N of Ruritania``."""
    index = chunk.last
    if index >= sentence.last - 1 or annotations.lowers[index] != "of":
        return None
    index += 2 if annotations.lowers[index + 1] == "the" else 1
    state = entry_of(annotations, index, "state") if index < sentence.last else None
    return annotations.knowledge.states[state.id].code if state else None


def country_by_context(annotations: Annotations, role: Role) -> str | None:
    """Return the state named last before a state's office in the same paragraph, or null."""
    if role.office is None or role.plural or role.body is not None:
        return None
    if any(word in role.title.lower() for word in _INTERNATIONAL_WORDS):
        return None
    state = (
        state_in_context(annotations, role.first) or _usual_state(annotations, role) or state_of_publisher(annotations)
    )
    return annotations.knowledge.states[state].code if state is not None else None


def state_in_context(annotations: Annotations, index: int) -> str | None:
    """Return the id of the state whose body or office stands at a token: the dateline's, else the one named last."""
    return _state_of_dateline(annotations) or _named_before(annotations, index)


def _team_possessor(annotations: Annotations, chunk: Chunk, sentence: SentenceTokens) -> str | None:
    for index in range(chunk.first - 1, sentence.first, -1):
        if annotations.lowers[index] in _TEAM_WORDS:
            if _LEADING.isdisjoint(annotations.lowers[index + 1 : chunk.first]):
                return None
            before = index - 2 if annotations.lowers[index - 1] in {"'s", "'"} else index - 1
            state = entry_of(annotations, before, "state") if before >= sentence.first else None
            return annotations.knowledge.states[state.id].code if state else None
    return None


def _state_of_dateline(annotations: Annotations) -> str | None:
    """Return the state in whose capital or city a story was written, where the story names that state."""
    dateline = annotations.document.dateline
    if dateline is None:
        return None
    knowledge = annotations.knowledge
    words = [part.strip().title() for part in dateline.split(",")]
    for match in knowledge.matcher.match(tokenize(", ".join(words))):
        for entry in match.entries:
            place = knowledge.places.get(entry.id) if entry.table == "place" else None
            state = entry.id if entry.table == "state" else place.country if place else None
            if state in annotations.actors and state in knowledge.states:
                return state
    return None


def state_of_publisher(annotations: Annotations) -> str | None:
    """Return the id of the state whose body published the document, or null."""
    publisher = annotations.document.publisher
    if publisher is None:
        return None
    bodies = (body for body in annotations.knowledge.organisations.values() if body.kind == "government")
    return next((body.country for body in bodies if publisher == body.name or publisher in body.aliases), None)


def _usual_state(annotations: Annotations, role: Role) -> str | None:
    """Return the state whose office the news means where a text does not tell, or null."""
    office = annotations.knowledge.offices.get(role.office) if role.office else None
    return office.usual if office is not None else None


def _is_place(annotations: Annotations, index: int) -> bool:
    """Tell whether a state is named as a place: ``in Indonesia``, ``Bali, Indonesia``."""
    match = annotations.cover[index]
    first = match.first if match else index
    return first > 0 and annotations.lowers[first - 1] in annotations.knowledge.naming.place_prepositions | {","}


def _named_before(annotations: Annotations, index: int) -> str | None:
    """Return the state named last before a token within its paragraph."""
    start = annotations.tokens[index].start
    block = annotations.block_at(start)
    floor = block.start if block else start
    for before in range(index - 1, -1, -1):
        if annotations.tokens[before].start < floor:
            return None
        state = entry_of(annotations, before, "state")
        if state is not None and state.form != "capital" and not _is_place(annotations, before):
            return state.id
    return None
