"""Persons: capitalised names that a title, a given name, an office holder's entry or their own verb vouches for."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing.extraction.annotations import Annotations, DraftActor, Reference, SentenceTokens
from briefing.extraction.names import Chunk, blocked_tokens, chunks, family_names, folded, same_bearer
from briefing.extraction.owners import country_by_context, country_of_role, state_of_publisher
from briefing.extraction.roles import Role, entry_of, singular
from briefing.extraction.states import HEADS_OF_GOVERNMENT
from briefing.extraction.transcripts import find_labels
from briefing.knowledge.holders import country_on, title_on, titles_on
from briefing.knowledge.slugs import slug
from briefing.knowledge.tables import Holder, Knowledge

_SHIPS = frozenset({"USS", "HMS", "HMAS", "INS", "USNS", "carrier", "destroyer", "frigate", "submarine"})
_TITLE_BLOCKS = frozenset({"headline"})
_BY_LEADER = "family name of a leader whose state is named"
_PERSON_VERBS = frozenset({"said", "says", "told", "tells", "added", "adds", "asked", "who", "tweeted", "wrote"})


@dataclass(slots=True)
class _Person:
    """A person of the document while their names are gathered."""

    parts: tuple[str, ...]
    name: str
    holder: str | None = None
    country: str | None = None
    likely_country: str | None = None
    titles: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    spans: list[tuple[int, int, str]] = field(default_factory=list)

    def take(self, annotations: Annotations, chunk: Chunk, rule: str) -> None:
        text = annotations.text(chunk.first, chunk.last)
        self.spans.append((annotations.tokens[chunk.first].start, annotations.tokens[chunk.last - 1].end, rule))
        if text not in self.forms:
            self.forms.append(text)
        if _fullness(chunk.parts) > _fullness(self.parts):
            self.parts, self.name = chunk.parts, text


_ROMANISED_GIVEN_NAME = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,6}")
"""As Korean and Taiwanese names are written: ``Young-shik``, ``Ching-te``."""
_FAMILY = 7
"""The family names before them are shorter than this."""


def _fullness(parts: Sequence[str]) -> tuple[int, int]:
    return (len(parts), sum(len(part) for part in parts))


def find_persons(annotations: Annotations, roles: Sequence[Role]) -> None:
    """Add the persons of a document, and a reference for each place that names one, to its annotations."""
    _PersonFinder(annotations, roles).run()


class _PersonFinder:
    def __init__(self, annotations: Annotations, roles: Sequence[Role]) -> None:
        self.annotations = annotations
        self.knowledge: Knowledge = annotations.knowledge
        self.blocked = blocked_tokens(annotations, roles)
        self.roles_by_last = {role.last: role for role in roles}
        self.roles_by_first: dict[int, Role] = {}
        for role in roles:
            self.roles_by_first.setdefault(role.first, role)
        self.persons: list[_Person] = []
        self.by_family: dict[str, list[_Person]] = {}

    def run(self) -> None:
        pending: list[tuple[Chunk, SentenceTokens]] = []
        for sentence in self.annotations.sentences:
            before: tuple[Chunk, Role | None] | None = None
            for chunk in chunks(self.annotations, sentence, self.blocked):
                if chunk.first > sentence.first and self.annotations.words[chunk.first - 1] in _SHIPS:
                    continue
                role, rule = self._vouched(chunk, sentence, before)
                if rule is None:
                    pending.append((chunk, sentence))
                    before = None
                else:
                    self._record(chunk, sentence, role, rule)
                    before = (chunk, role if role is not None and role.plural else None)
        self._record_speakers()
        for chunk, _ in pending:
            self._record_known(chunk)
        self._publish()

    def _record_speakers(self) -> None:
        """Take the family names in the labels of a transcript: ``MR PRICE:``."""
        state = state_of_publisher(self.annotations)
        for _, label in find_labels(self.annotations.document):
            words = (label["name"] or "").split()
            if len(words) < 2 or words[0].rstrip(".").capitalize() not in self.knowledge.honorifics:
                continue
            last = self.annotations.token_at(label.end("name") - 1)
            chunk = Chunk(last, last + 1, (self.annotations.words[last],))
            self._record(chunk, self.annotations.sentence_at(label.start()), None, "speaker of a transcript")
            if state is not None:
                person = self.by_family[folded(chunk.parts[0])][0]
                person.likely_country = person.likely_country or self.knowledge.states[state].code

    # what vouches for a name

    def _vouched(
        self, chunk: Chunk, sentence: SentenceTokens, before: tuple[Chunk, Role | None] | None
    ) -> tuple[Role | None, str | None]:
        """Return the role and the rule by which a chunk is a person's name, or no rule."""
        headline = sentence.block in _TITLE_BLOCKS
        role = self._role_before(chunk, sentence, before)
        if role is not None and (len(chunk.parts) > 1 or not headline or self._in_office(chunk, role)):
            return role, "name after a title"
        holder = self._holder(chunk)
        if holder is not None and len(chunk.parts) > 1:
            return role or self._role_after(chunk, sentence), "name of an office holder"
        role = self._role_after(chunk, sentence)
        if role is not None and len(chunk.parts) > 1:
            return role, "name before a title"
        if before is not None and not headline and self._listed_with(before[0], chunk, sentence):
            return role, "name listed with a person's"
        if self._honorific_before(chunk):
            return role, "name after an honorific"
        if not headline and self._leader(chunk) is not None:
            return role, _BY_LEADER
        rule = None if headline else self._by_its_own(chunk, sentence)
        return (role, rule) if rule is not None else (None, None)

    def _by_its_own(self, chunk: Chunk, sentence: SentenceTokens) -> str | None:
        """Return the rule by which the parts of a full name, or the verb behind it, tell a person's name."""
        if len(chunk.parts) < 2 or self._looks_like_body(chunk):
            return None
        if chunk.parts[0] in self.knowledge.given_names or self._family_first(chunk):
            return "given name and family name"
        if any(len(part) == 2 and part.endswith(".") for part in chunk.parts[:-1]):
            return "name with an initial"
        if len(chunk.parts) == 2 and _ROMANISED_GIVEN_NAME.fullmatch(chunk.parts[1]) and len(chunk.parts[0]) < _FAMILY:
            return "family name before a hyphenated given name"
        after = self.annotations.lowers[chunk.last] if chunk.last < sentence.last else ""
        return "name that speaks" if after in _PERSON_VERBS and len(chunk.parts) <= 4 else None

    def _listed_with(self, one: Chunk, other: Chunk, sentence: SentenceTokens) -> bool:
        """Tell whether a full name goes on a list that a person's name began: ``N, Yasar Balaghi and M``."""
        between = self.annotations.lowers[one.last : other.first]
        if len(other.parts) < 2 or self._looks_like_body(other):
            return False
        if between == [","]:
            return "and" in self.annotations.lowers[other.last : min(sentence.last, other.last + 2)]
        return between in (["and"], [",", "and"])

    def _leader(self, chunk: Chunk) -> Holder | None:
        """Return the one head of state or government who bears a family name on the day, where his state is named."""
        day = self.annotations.document.published
        if len(chunk.parts) != 1 or chunk.parts[0] in self.knowledge.given_names:
            return None
        holders = [
            self.knowledge.holders[key] for key in self.knowledge.holders_by_family.get(folded(chunk.parts[0]), ())
        ]
        leading = [h for h in holders if any(t.lower().startswith(HEADS_OF_GOVERNMENT) for t in titles_on(h, day))]
        return leading[0] if len(leading) == 1 and leading[0].country in self.annotations.actors else None

    def _in_office(self, chunk: Chunk, role: Role) -> bool:
        """Tell whether a family name in a headline is the one of the office's holder: ``Remarks by President Ito``."""
        return (
            holder_in_office(self.knowledge, chunk.parts, role.title, self.annotations.document.published) is not None
        )

    def _looks_like_body(self, chunk: Chunk) -> bool:
        naming = self.knowledge.naming
        return any(part in naming.body_heads or part in naming.not_bodies for part in (chunk.parts[-1], chunk.parts[0]))

    def _family_first(self, chunk: Chunk) -> bool:
        return chunk.parts[0] in self.knowledge.family_names_first and 2 <= len(chunk.parts) <= 3

    def _holder(self, chunk: Chunk) -> str | None:
        entry = entry_of(self.annotations, chunk.first, "holder")
        match = self.annotations.cover[chunk.first]
        if entry is None or match is None or match.first != chunk.first or match.last > chunk.last:
            return None
        return entry.id

    def _role_before(
        self, chunk: Chunk, sentence: SentenceTokens, before: tuple[Chunk, Role | None] | None
    ) -> Role | None:
        words = self.annotations.words
        index = chunk.first
        if index > sentence.first and words[index - 1] in self.knowledge.honorifics:
            index -= 1
        role = self.roles_by_last.get(index)
        if role is None and index > sentence.first and words[index - 1] == ",":
            role = self.roles_by_last.get(index - 1)
            if role is not None and (role.plural or not self._introduced(role, sentence) or len(chunk.parts) < 2):
                role = None
        if role is not None and role.first >= sentence.first:
            return role
        if before is not None and before[1] is not None:
            between = words[before[0].last : chunk.first]
            if between and all(word in {"and", ",", "&"} for word in between):
                return before[1]
        return None

    def _introduced(self, role: Role, sentence: SentenceTokens) -> bool:
        """Tell whether a role before a comma presents a name: ``the top diplomat, N``, ``Russia's envoy, N``."""
        if role.states or role.body:
            return True
        return role.first > sentence.first and self.annotations.lowers[role.first - 1] in {
            "the",
            "a",
            "an",
            "'s",
            "its",
        }

    def _role_after(self, chunk: Chunk, sentence: SentenceTokens) -> Role | None:
        words, lowers = self.annotations.words, self.annotations.lowers
        index = chunk.last
        if index >= sentence.last or words[index] not in {",", "(", "-", "–", "—"}:
            return None
        index += 1
        for _ in range(3):
            if index >= sentence.last:
                return None
            role = self.roles_by_first.get(index)
            if role is not None:
                return None if self._names_next(role, sentence) or self._speaks_next(role, sentence) else role
            if words[index] in self.knowledge.naming.body_heads:
                index += 1
                continue
            if lowers[index] not in {"the", "a", "an", "who", "is", "was", "then", "now", "its", "their", "his", "her"}:
                return None
            index += 1
        return None

    def _names_next(self, role: Role, sentence: SentenceTokens) -> bool:
        """Tell whether a role stands directly before another name, so that it is that one's."""
        if role.last >= sentence.last:
            return False
        word = self.annotations.words[role.last]
        return word[0].isupper() and not self.blocked[role.last] and role.last in self._starts(sentence)

    def _speaks_next(self, role: Role, sentence: SentenceTokens) -> bool:
        """Tell whether a verb of speech follows a role, so that its bearer is another: ``N, a reporter says``."""
        return role.last < sentence.last and self.annotations.lowers[role.last] in self.knowledge.speech.verbs

    def _starts(self, sentence: SentenceTokens) -> set[int]:
        return {chunk.first for chunk in chunks(self.annotations, sentence, self.blocked)}

    def _honorific_before(self, chunk: Chunk) -> bool:
        return chunk.first > 0 and self.annotations.words[chunk.first - 1] in self.knowledge.honorifics

    # gathering

    def _record(self, chunk: Chunk, sentence: SentenceTokens, role: Role | None, rule: str) -> None:
        holder = self._holder(chunk)
        if rule == _BY_LEADER and (leader := self._leader(chunk)) is not None:
            holder = leader.id
        person = self._known(chunk.parts, holder)
        if person is None:
            person = _Person(chunk.parts, self.annotations.text(chunk.first, chunk.last), holder)
            self.persons.append(person)
        person.holder = person.holder or holder
        person.take(self.annotations, chunk, rule)
        for family in family_names(chunk.parts, self.knowledge):
            known = self.by_family.setdefault(family, [])
            if person not in known:
                known.append(person)
        if role is not None:
            title = singular(role.title) if role.plural else role.title
            if title and title not in person.titles:
                person.titles.append(title)
            person.country = person.country or country_of_role(self.annotations, role, chunk, sentence)
            person.likely_country = person.likely_country or country_by_context(self.annotations, role)
            if person.holder is None:
                day = self.annotations.document.published
                in_office = holder_in_office(self.knowledge, chunk.parts, role.title, day)
                person.holder = in_office.id if in_office else None

    def _known(self, parts: Sequence[str], holder: str | None) -> _Person | None:
        candidates: list[_Person] = []
        for family in family_names(parts, self.knowledge):
            candidates.extend(self.by_family.get(family, ()))
        if not candidates:
            return self._called_by_given_name(parts)
        if len(parts) == 1:
            return candidates[0]
        for person in candidates:
            if holder is not None and person.holder == holder:
                return person
            if len(person.parts) == 1 or same_bearer(parts, person.parts, self.knowledge):
                return person
        return None

    def _called_by_given_name(self, parts: Sequence[str]) -> _Person | None:
        """Return the one person whose given name alone is a name, or whose name alone is this one's given name."""
        given = folded(parts[0])
        alike = [p for p in self.persons if folded(p.parts[0]) == given and 1 in (len(parts), len(p.parts))]
        return alike[0] if len(alike) == 1 and parts[0] not in self.knowledge.given_names else None

    def _record_known(self, chunk: Chunk) -> None:
        """Take a name that only an earlier or later fuller one explains: the family name, or one part of a chunk."""
        person = self._known(chunk.parts, self._holder(chunk))
        alone = person is not None and 1 in (len(chunk.parts), len(person.parts))
        if person is not None and (alone or same_bearer(chunk.parts, person.parts, self.knowledge)):
            person.take(self.annotations, chunk, "family name of a person named in full")
            return
        if len(chunk.parts) == 1:
            so_called = [
                person for person in self.persons if len(person.parts) > 1 and person.parts[0] == chunk.parts[0]
            ]
            if len(so_called) == 1:
                so_called[0].take(self.annotations, chunk, "given name of a person named in full")
            return
        for offset, part in enumerate(chunk.parts):
            if part in self.by_family or folded(part) in self.by_family:
                found = self.by_family[folded(part)][0]
                at = self._token_of(chunk, offset)
                if at is not None:
                    found.take(self.annotations, Chunk(at, at + 1, (part,)), "family name of a person named in full")
                return

    def _token_of(self, chunk: Chunk, offset: int) -> int | None:
        part = chunk.parts[offset]
        return next((i for i in range(chunk.first, chunk.last) if self.annotations.words[i] == part), None)

    def _publish(self) -> None:
        annotations = self.annotations
        taken = set(annotations.actors)
        for person in self.persons:
            actor_id = free_id(slug(person.name), person.country, taken)
            taken.add(actor_id)
            holder = self.knowledge.holders.get(person.holder) if person.holder else None
            if holder is not None:
                person.country = person.country or _state_code(
                    self.knowledge, country_on(holder, annotations.document.published)
                )
                person.likely_country = None
                title = title_on(holder, annotations.document.published)
                if title and not person.titles and annotations.document.published:
                    person.titles.append(title)
            person.country = person.country or person.likely_country
            draft = DraftActor(actor_id, "person", person.name, person.country, titles=person.titles)
            if holder is not None:
                serves = country_on(holder, annotations.document.published)
                draft.speaks_for = serves if serves in self.knowledge.organisations else None
            draft.aliases = [form for form in person.forms if form != person.name]
            annotations.actors[actor_id] = draft
            annotations.references.extend(
                Reference(start, end, "person", actor_id, rule, named=True) for start, end, rule in person.spans
            )


def holder_in_office(knowledge: Knowledge, parts: Sequence[str], title: str, day: date | None) -> Holder | None:
    """Return the one office holder of a family name whose office on a day shares its head with a title, or null."""
    if len(parts) > 1:
        return None
    words = set(title.lower().split())
    fitting = []
    for key in knowledge.holders_by_family.get(folded(parts[-1]), ()):
        holder = knowledge.holders[key]
        held = {word for title in titles_on(holder, day) for word in title.lower().split()}
        if words & held - {"of", "the", "for", "and"}:
            fitting.append(holder)
    return fitting[0] if len(fitting) == 1 else None


def _state_code(knowledge: Knowledge, country: str) -> str | None:
    state = knowledge.states.get(country)
    return state.code if state else None


def free_id(stem: str, country: str | None, taken: Container[str]) -> str:
    """Return an id that nobody has: the stem, then with the country, then with a number."""
    for candidate in _candidates(stem or "unnamed", country):
        if candidate not in taken:
            return candidate
    raise AssertionError("candidates never end")


def _candidates(stem: str, country: str | None) -> Iterator[str]:
    yield stem
    if country:
        stem = f"{stem}-{country.lower()}"
        yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1
