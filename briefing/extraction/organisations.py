"""Organisations: known bodies, ministries of a state, capitalised names with the head of a body, and acronyms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.extraction.annotations import Annotations, DraftActor, Reference
from briefing.extraction.owners import state_in_context
from briefing.extraction.persons import free_id
from briefing.extraction.roles import Role, entry_of
from briefing.extraction.states import capital_stands_for_state
from briefing.knowledge.matcher import Match
from briefing.knowledge.slugs import slug
from briefing.knowledge.tables import Organisation

_LINKS = frozenset({"of", "for", "and", "the", "on", "&", "-"})
_MOST_WORDS = 10
_CREDITS = frozenset({"photo", "photograph", "picture", "image", "source", "credit", "photos"})
_PORTFOLIOS = frozenset({"Treasury", "State", "Defense", "Defence", "Justice", "Interior"})
"""Last words of offices (``Secretary of the Treasury``) that also name the body itself."""


class _Body(NamedTuple):
    first: int
    last: int
    name: str
    country: str | None
    rule: str


def find_organisations(annotations: Annotations, roles: Sequence[Role]) -> None:
    """Add the organisations of a document, and a reference for each place that names one, to its annotations."""
    taken = [False] * len(annotations.tokens)
    ministries = annotations.knowledge.ministry_matcher.match_words(annotations.words)
    for role in roles:
        if role.office is None:
            continue
        if role.office.split()[-1] in _PORTFOLIOS:
            taken[role.core[1] - 1] = True
        for match in ministries:
            if match.last - match.first == 1 and role.core[0] <= match.first < role.core[1]:
                taken[match.first] = True
    _known_bodies(
        annotations, taken, {index: match for match in ministries for index in range(match.first, match.last)}
    )
    by_last_word = _by_last_word(annotations)
    for finder in (_ministries, _named_bodies):
        for body in list(finder(annotations, taken)):
            _add(annotations, body, by_last_word)
            taken[body.first : body.last] = [True] * (body.last - body.first)
    _acronyms(annotations, taken)
    _seats(annotations, taken)


def _known_bodies(annotations: Annotations, taken: list[bool], ministries: Mapping[int, Match]) -> None:
    knowledge = annotations.knowledge
    for match in annotations.matches:
        entry = next((e for e in match.entries if e.table == "organisation"), None)
        if entry is None or len({e.id for e in match.entries if e.table == "organisation"}) > 1:
            continue
        if annotations.sentence_at(annotations.tokens[match.first].start).block == "credit":
            continue
        body = knowledge.organisations[entry.id]
        if all(taken[match.first : match.last]):
            continue
        if _is_of_another_state(annotations, match, ministries.get(match.first), body.country):
            continue
        if _part_of_longer_name(annotations, match.first, match.last) or _credited(annotations, match, body.kind):
            continue
        taken[match.first : match.last] = [True] * (match.last - match.first)
        _refer(annotations, entry.id, body.country, match.first, match.last, "known body")


def _is_of_another_state(annotations: Annotations, match: Match, ministry: Match | None, country: str | None) -> bool:
    """Tell whether a known form means a state's own body: ``Philippine Senate``, ``National Security Council``."""
    if ministry is None or ministry.last < match.last:
        return False
    if (ministry.first, ministry.last) != (match.first, match.last):
        return True
    return _owned(annotations, ministry, other_than=country) is not None


def _credited(annotations: Annotations, match: Match, kind: str) -> bool:
    """Tell whether a medium only signs a picture or a report: ``(Foreign Ministry via AP)``, ``(Reuters)``."""
    before = annotations.lowers[match.first - 1] if match.first else ""
    after = annotations.words[match.last] if match.last < len(annotations.words) else ""
    colon = before == ":" and annotations.lowers[match.first - 2] in _CREDITS
    return kind == "medium" and (colon or (after == ")" and before in {"via", "(", "/"}))


def _part_of_longer_name(annotations: Annotations, first: int, last: int) -> bool:
    """Tell whether a known body only begins or ends the name of another: ``UN Investigation Commission``."""
    naming = annotations.knowledge.naming
    if last - first == 1 and annotations.words[first] in naming.body_heads and _names_on(annotations, first - 1):
        return True
    index = last
    while (
        index < len(annotations.words) and annotations.words[index][:1].isupper() and annotations.cover[index] is None
    ):
        if annotations.words[index] in naming.body_heads and index - first < _MOST_WORDS:
            return True
        index += 1
    return False


def _names_on(annotations: Annotations, index: int) -> bool:
    """Tell whether the word before a body's head makes another name of it: ``Christian Democrats``."""
    if index < 0 or annotations.cover[index] is not None:
        return False
    lower = annotations.lowers[index]
    return annotations.words[index][0].isupper() and lower not in annotations.knowledge.naming.function_words


def _refer(annotations: Annotations, key: str, country: str | None, first: int, last: int, rule: str) -> None:
    form = annotations.text(first, last)
    code = country.upper() if country else None
    draft = annotations.actors.get(key)
    if draft is None:
        draft = DraftActor(key, "organisation", form, code, speaks_for=_speaks_for(annotations, key, country))
        annotations.actors[key] = draft
    _take_form(draft, form)
    tokens = annotations.tokens
    annotations.references.append(
        Reference(tokens[first].start, tokens[last - 1].end, "organisation", key, rule, named=True)
    )


def _take_form(draft: DraftActor, form: str) -> None:
    """Add a form; the fullest one found is the name, the others are aliases."""
    if form == draft.name or form in draft.aliases:
        return
    draft.aliases.append(form)
    if len(form) > len(draft.name):
        draft.aliases.remove(form)
        draft.aliases.insert(0, draft.name)
        draft.name = form


def is_army(body: Organisation) -> bool:
    """Tell whether a body is the armed forces of a state."""
    return body.kind == "government" and "forces" in body.name.lower().split()


def _seats(annotations: Annotations, taken: Sequence[bool]) -> None:
    """Refer to a body of several states by its seat where that acts: ``Brussels demands``."""
    for match in annotations.matches:
        body = annotations.knowledge.bodies_by_seat.get(annotations.text(match.first, match.last))
        if body is None or body not in annotations.actors or any(taken[match.first : match.last]):
            continue
        if capital_stands_for_state(annotations, match):
            _refer(annotations, body, None, match.first, match.last, "seat of a body")


def _speaks_for(annotations: Annotations, key: str, country: str | None) -> str | None:
    known = annotations.knowledge.organisations.get(key)
    return country if known is None or known.kind == "government" else None


def _ministries(annotations: Annotations, taken: Sequence[bool]) -> Iterator[_Body]:
    """Yield the ministries of states: with the state before (``Russian Foreign Ministry``) or after (``of Japan``)."""
    spoken: dict[str, str] = {}
    loose: list[tuple[int, int]] = []
    for match in annotations.knowledge.ministry_matcher.match_words(annotations.words):
        if any(taken[match.first : match.last]) or _inside_name(annotations, match):
            continue
        owned = _owned(annotations, match)
        if owned is None:
            loose.append((match.first, match.last))
            continue
        first, last, owner = owned
        spoken.setdefault(annotations.text(match.first, match.last), owner)
        yield _Body(first, last, annotations.text(first, last), owner, "ministry of a state")
    for first, last in loose:
        name = annotations.text(first, last)
        likely = spoken.get(name) or (state_in_context(annotations, first) if last - first > 1 else None)
        rule = "ministry named with its state elsewhere" if name in spoken else "ministry of the state named before"
        if likely is not None:
            yield _Body(first, last, name, likely, rule)


def _inside_name(annotations: Annotations, match: Match) -> bool:
    """Tell whether a ministry's name is but a part of what the tables know: ``Security Council Resolution 2231``."""
    covering = annotations.cover[match.first]
    return covering is not None and covering.last - covering.first > match.last - match.first


def _owned(annotations: Annotations, match: Match, other_than: str | None = None) -> tuple[int, int, str] | None:
    """Return the first and last token of a ministry with its state, and the state's id, or null where none is named."""
    first, last = match.first, match.last
    before = first - 2 if first and annotations.words[first - 1] in {"'s", "'"} else first - 1
    state = entry_of(annotations, before, "state") if before >= 0 else None
    if state is not None and not _crosses_sentence(annotations, before, first):
        covering = annotations.cover[before]
        first = covering.first if covering else first
    elif last + 1 < len(annotations.words) and annotations.words[last] == "of":
        after = last + 2 if annotations.lowers[last + 1] == "the" else last + 1
        state = entry_of(annotations, after, "state") if after < len(annotations.words) else None
        covering = annotations.cover[after] if after < len(annotations.words) else None
        last = covering.last if covering else last
    else:
        state = None
    return (first, last, state.id) if state is not None and state.id != other_than else None


def _crosses_sentence(annotations: Annotations, one: int, other: int) -> bool:
    tokens = annotations.tokens
    return annotations.sentence_at(tokens[one].start) != annotations.sentence_at(tokens[other].start)


def _named_bodies(annotations: Annotations, taken: Sequence[bool]) -> Iterator[_Body]:
    """Yield capitalised names that a head word makes a body: ``National Electoral Board of Ethiopia``."""
    naming = annotations.knowledge.naming
    for sentence in annotations.sentences:
        if sentence.block in {"headline", "credit"}:
            continue
        index = sentence.first
        while index < sentence.last:
            capital = annotations.words[index][0].isupper()
            span = _capitalised_run(annotations, index, sentence.last, taken) if capital else None
            if span is None:
                index += 1
                continue
            first, last = span
            index = last
            covering = annotations.cover[first]
            if covering is not None and (covering.first, covering.last) == (first, last):
                continue
            words = annotations.words[first:last]
            heads = [word for word in words if word in naming.body_heads]
            if not heads or len([w for w in words if w[0].isupper()]) < 2:
                continue
            if (
                words[-1] in naming.not_bodies
                or words[-1] in naming.instrument_heads
                or (
                    annotations.cover[last - 1] is not None and words[-1] not in naming.body_heads and "of" not in words
                )
            ):
                continue
            if words[-1] not in naming.body_heads and words[0] not in naming.body_heads_with_of and "of" not in words:
                continue
            yield _Body(first, last, annotations.text(first, last), _owner(annotations, first, last), "name of a body")


def _capitalised_run(annotations: Annotations, first: int, high: int, taken: Sequence[bool]) -> tuple[int, int] | None:
    """Return a run of capitalised words, small links inside it allowed, that is not taken and begins here."""
    words, knowledge = annotations.words, annotations.knowledge
    if not _capital(annotations, first, taken) or words[first] in knowledge.sentence_openers:
        return None
    if annotations.lowers[first] in knowledge.naming.function_words:
        return None
    last = first + 1
    index = last
    while index < high and index - first < _MOST_WORDS:
        if _capital(annotations, index, taken):
            index += 1
            last = index
        elif words[index] == "on" and words[index + 1 : index + 2] and words[index + 1] in knowledge.capitalised_words:
            break  # "Board of Governors on Thursday"
        elif words[index] in _LINKS and _of_fits(annotations, first, last):
            index += 1
        else:
            break
    return first, last


def _of_fits(annotations: Annotations, first: int, last: int) -> bool:
    """Tell whether ``of`` after these words may belong to a name: a head of a body has come."""
    heads = annotations.knowledge.naming.body_heads
    return any(word in heads for word in annotations.words[first:last])


def _capital(annotations: Annotations, index: int, taken: Sequence[bool]) -> bool:
    word = annotations.words[index]
    return word[0].isupper() and word[0].isalpha() and not taken[index] and not _is_title(annotations, index)


def _is_title(annotations: Annotations, index: int) -> bool:
    return annotations.lowers[index] in annotations.knowledge.office_heads


def _owner(annotations: Annotations, first: int, last: int) -> str | None:
    for index in range(first, last):
        state = entry_of(annotations, index, "state")
        if state is not None:
            return state.id
    return None


def _add(annotations: Annotations, body: _Body, by_last_word: dict[str, list[DraftActor]]) -> None:
    """Refer to a body found by its words: to a known one with this name or a longer one, else to a new one."""
    alike = by_last_word.setdefault(_last_word(body.name), [])
    known = next((d for d in alike if body.name in {d.name, *d.aliases} or _ends_alike(d, body)), None)
    key = known.id if known else free_id(slug(body.name), body.country, annotations.actors)
    _refer(annotations, key, body.country, body.first, body.last, body.rule)
    for sign in ("'s ", "’s "):
        _take_form(annotations.actors[key], body.name.rpartition(sign)[2])
    if known is None:
        alike.append(annotations.actors[key])


def _by_last_word(annotations: Annotations) -> dict[str, list[DraftActor]]:
    found: dict[str, list[DraftActor]] = {}
    for draft in annotations.actors.values():
        if draft.kind == "organisation":
            for word in {_last_word(form) for form in (draft.name, *draft.aliases)}:
                found.setdefault(word, []).append(draft)
    return found


def _last_word(name: str) -> str:
    return name.rsplit(None, 1)[-1]


def _ends_alike(draft: DraftActor, body: _Body) -> bool:
    """Tell whether a name ends a known body's: ``Foreign Ministry`` the one of ``Russian Foreign Ministry``."""
    return draft.name.endswith(f" {body.name}") and draft.country == (body.country.upper() if body.country else None)


def _acronyms(annotations: Annotations, taken: list[bool]) -> None:
    """Tie ``(ABC)`` or ``[ABC]`` after a body's name to it, and every later ``ABC`` with it."""
    by_end = {r.end: r.actor for r in annotations.references if r.kind == "organisation"}
    known: dict[str, str] = {}
    for index in range(1, len(annotations.words) - 2):
        if annotations.words[index] in {"(", "["} and annotations.words[index + 2] in {")", "]"}:
            acronym = annotations.words[index + 1]
            actor = by_end.get(annotations.tokens[index - 1].end)
            if actor is not None and acronym.isupper() and len(acronym) > 1:
                known[acronym] = actor
    for index, word in enumerate(annotations.words):
        if word in known and not taken[index]:
            draft = annotations.actors[known[word]]
            country = draft.country.lower() if draft.country else None
            _refer(annotations, draft.id, country, index, index + 1, "acronym given in the text")
            taken[index] = True
