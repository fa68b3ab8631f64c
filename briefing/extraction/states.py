"""States: by name, adjective, demonym or seat of government, and by capital where it stands for the government."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extraction.annotations import Annotations, DraftActor, Reference
from briefing.extraction.names import ADMINISTRATION, folded, given_name_homonym
from briefing.extraction.phrases import closes_aside
from briefing.extraction.roles import entry_of
from briefing.knowledge.matcher import Entry, Match
from briefing.knowledge.tables import Knowledge

_SHORTEST_PAST = 4
HEADS_OF_GOVERNMENT = ("president", "prime minister", "chancellor", "premier", "taoiseach")


def find_states(annotations: Annotations) -> None:
    """Add the states of a document, and a reference for each place that names one, to its annotations."""
    found: list[Reference] = []
    for match in annotations.matches:
        entry = _state_entry(match)
        if entry is not None and given_name_homonym(annotations, match.first, match.last):
            continue
        if entry is not None and (entry.form != "capital" or capital_stands_for_state(annotations, match)):
            found.append(_reference(annotations, match.first, match.last, entry.id, _RULES[entry.form]))
    found.extend(_administrations(annotations))
    named = {reference.actor for reference in found}
    found.extend(_halves(annotations, named))
    for reference in found:
        state = annotations.knowledge.states[reference.actor]
        draft = annotations.actors.setdefault(
            reference.actor, DraftActor(reference.actor, "state", state.name, state.code)
        )
        form = annotations.document.text[reference.start : reference.end]
        if form != draft.name and form not in draft.aliases:
            draft.aliases.append(form)
    annotations.references.extend(found)


_RULES = {
    "name": "name of a state",
    "abbreviation": "name of a state",
    "adjective": "adjective of a state",
    "demonym": "demonym",
    "seat": "seat of government",
    "capital": "capital in the place of the government",
}


def _state_entry(match: Match) -> Entry | None:
    """Return what state a match names; where it may be a place or a person as well, the state's own forms win."""
    if any(entry.table in {"organisation", "instrument", "word"} for entry in match.entries):
        return None
    states = [entry for entry in match.entries if entry.table == "state"]
    if not states or len({entry.id for entry in states}) > 1:
        return None
    return min(states, key=lambda entry: entry.form == "capital")


def _reference(annotations: Annotations, first: int, last: int, state: str, rule: str) -> Reference:
    tokens = annotations.tokens
    if rule == "demonym" and first > 0 and annotations.lowers[first - 1] == "the":
        first -= 1
    return Reference(tokens[first].start, tokens[last - 1].end, "state", state, rule, named=True)


def capital_stands_for_state(annotations: Annotations, match: Match) -> bool:
    """Tell whether a capital is named as a government: it acts, is acted on, or stands beside another state.

    A city that is only a place is no mention of the state: after a preposition of place, before the name of
    its country, as the setting of talks or streets.
    """
    words, lowers = annotations.words, annotations.lowers
    naming, speech = annotations.knowledge.naming, annotations.knowledge.speech
    before = lowers[match.first - 1] if match.first else ""
    after = lowers[match.last] if match.last < len(lowers) else ""
    beyond = lowers[match.last + 1] if match.last + 1 < len(lowers) else ""
    if after.endswith("ly") and beyond in speech.verbs:
        after = beyond  # "Moscow swiftly rejected"
    sentence = annotations.sentence_at(annotations.tokens[match.first].start)
    if sentence.block in {"date", "byline", "credit"} or (words[match.first].isupper() and len(words[match.first]) > 3):
        return False
    if before == "to" and lowers[match.first - 2 : match.first - 1] == ["according"]:
        return True
    if after in {"'s", "'"}:
        owns = beyond not in naming.place_nouns
        return owns and (before not in naming.place_prepositions or words[match.last + 1].islower())
    if before in naming.place_prepositions or after in naming.place_nouns:
        return False
    if (
        after == ","
        and beyond != "which"
        and not _before_aside(annotations, match.last)
        and match.last + 1 < len(words)
        and annotations.cover[match.last + 1] is not None
    ):
        return entry_of(annotations, match.last + 1, "state") is None and before in {"and", "between", "by"}
    if after in speech.auxiliaries or after in speech.verbs or (after.endswith("ed") and len(after) > _SHORTEST_PAST):
        return True
    relative = after == "," and (beyond == "which" or _before_aside(annotations, match.last))
    if "-" in {after, before} or relative or after in naming.government_nouns:
        return True
    if before in {"between", "by", "with", "against", "accused", "urged", "told", "accuse", "urge", "that"}:
        return True
    behind_state = before in {"and", ","} and _beside_state(annotations, match.first - 2)
    return behind_state or (after == "and" and _beside_state(annotations, match.last + 1))


def _before_aside(annotations: Annotations, comma: int) -> bool:
    """Tell whether an aside and a verb follow a capital: ``Kyiv, however, insisted``."""
    verbs = annotations.knowledge.speech.verbs
    closing = (
        at for at in range(comma + 2, min(comma + 7, len(annotations.words) - 1)) if annotations.words[at] == ","
    )
    return any(closes_aside(annotations, at) and annotations.lowers[at + 1] in verbs for at in closing)


def _beside_state(annotations: Annotations, index: int) -> bool:
    return index >= 0 and entry_of(annotations, index, "state") is not None


def _administrations(annotations: Annotations) -> Iterator[Reference]:
    """Yield ``the Biden administration``, ``Trump's government``: the state whose head bears the name."""
    tokens, lowers = annotations.tokens, annotations.lowers
    for index, lower in enumerate(lowers):
        if lower not in {"administration", "government", "cabinet", "presidency"}:
            continue
        if lower == "administration" and index and lowers[index - 1] in {"previous", "new", "next", "incoming"}:
            state = _state_of_administrations(annotations)
            if state is not None:
                yield Reference(tokens[index - 1].start, tokens[index].end, "state", state, ADMINISTRATION, named=True)
            continue
        following = annotations.words[index + 1 : index + 3]
        if following[:1] == ["of"] and following[-1][:1].isupper():
            yield from _administration_of(annotations, index)
            continue
        name = index - 1
        while name >= 0 and lowers[name] in {"'s", "'"}:
            name -= 1
        if name < 0 or not annotations.words[name][:1].isupper() or entry_of(annotations, name, "state") is not None:
            continue
        state = _state_headed_by(annotations.knowledge, annotations.words[name])
        if state is not None:
            yield Reference(tokens[name].start, tokens[index].end, "state", state, ADMINISTRATION, named=True)


def _administration_of(annotations: Annotations, index: int) -> Iterator[Reference]:
    """Yield ``the administration of Donald Trump``, by the last capital of the name."""
    last = index + 2
    while last + 1 < len(annotations.words) and annotations.words[last + 1][:1].isupper():
        last += 1
    if entry_of(annotations, index + 2, "state") is not None:
        return
    state = _state_headed_by(annotations.knowledge, annotations.words[last])
    if state is not None:
        tokens = annotations.tokens
        yield Reference(tokens[index].start, tokens[index].end, "state", state, ADMINISTRATION, named=True)


def _state_of_administrations(annotations: Annotations) -> str | None:
    """Return the state of which another administration is named in the document, or null."""
    for index, lower in enumerate(annotations.lowers):
        if lower == "administration" and index:
            state = _state_headed_by(annotations.knowledge, annotations.words[index - 1])
            owner = entry_of(annotations, index - 1, "state")
            if state is not None or owner is not None:
                return state or (owner.id if owner else None)
    return None


def _state_headed_by(knowledge: Knowledge, family: str) -> str | None:
    countries = {
        holder.country
        for key in knowledge.holders_by_family.get(folded(family), ())
        if (holder := knowledge.holders[key]).country in knowledge.states
        and any(term.title.lower().startswith(HEADS_OF_GOVERNMENT) for term in holder.terms)
    }
    return countries.pop() if len(countries) == 1 else None


def _halves(annotations: Annotations, named: set[str]) -> Iterator[Reference]:
    """Yield ``the North``, ``the South`` where the document names a state called so (``North Korea``)."""
    halves = {
        point: [state for state in named if annotations.knowledge.states[state].name.lower().startswith(point + " ")]
        for point in ("north", "south")
    }
    for index in range(1, len(annotations.tokens)):
        if annotations.words[index] not in {"North", "South"} or annotations.cover[index] is not None:
            continue
        states = halves[annotations.lowers[index]]
        following = annotations.words[index + 1] if index + 1 < len(annotations.words) else ""
        sibling = _sibling(annotations, index)
        if sibling is not None:
            yield _reference(annotations, index, index + 1, sibling, "half of a divided country")
            continue
        the = _word_before(annotations, index) in {"the", ";", "and"} or following == "and"
        if len(states) == 1 and the and not (following[:1].isupper() and following != "and"):
            yield _reference(annotations, index, index + 1, states[0], "half of a divided country")


def _sibling(annotations: Annotations, index: int) -> str | None:
    """Return the state that ``North`` is in ``North and South Korea``."""
    if annotations.words[index + 1 : index + 2] != ["and"] or index + 2 >= len(annotations.words):
        return None
    match = annotations.cover[index + 2]
    entry = _state_entry(match) if match is not None else None
    if match is None or entry is None or match.last - match.first < 2:
        return None
    name = " ".join([annotations.words[index], *annotations.words[match.first + 1 : match.last]])
    return next((state.id for state in annotations.knowledge.states.values() if state.name == name), None)


def _word_before(annotations: Annotations, index: int) -> str:
    return annotations.lowers[index - 1] if index else ""
