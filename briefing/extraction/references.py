"""Words that mean an actor without naming one: ``he``, ``the minister``, ``the ministry``, ``both sides``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.extraction.annotations import Annotations, Reference
from briefing.extraction.antecedents import LEADERS, Antecedents
from briefing.extraction.names import folded
from briefing.extraction.owners import state_of_publisher
from briefing.extraction.roles import Role, singular
from briefing.model import ActorKind

_HE_SHE = frozenset({"he", "she"})
_DEFINITE = frozenset({"the", "both", "these", "all", "each"})
_MEANING = _HE_SHE | _DEFINITE | {"they", "it"}
_A_PAIR = 2
_INTRODUCED_WITHIN = 3
_GOVERNMENTS = frozenset({"federal", "central", "interim", "transitional", "military", "national"})
_HEADS_OF_BODIES = ("secretary", "director", "president", "high representative", "high commissioner", "chair")
_CHIEFS = frozenset({"chief", "head", "boss", "leader"})
_PAIR_WORDS = frozenset({"two", "both", "three", "four", "all"})


def find_references(annotations: Annotations, roles: Sequence[Role]) -> None:
    """Add the unnamed references of a document to its annotations, whose named ones are sorted."""
    found = list(_Finder(annotations, roles).run())
    annotations.references.extend(found)
    annotations.references.sort()


class _Finder:
    def __init__(self, annotations: Annotations, roles: Sequence[Role]) -> None:
        self.annotations = annotations
        self.naming = annotations.knowledge.naming
        self.roles = {role.first: role for role in roles}
        self.named_starts = {r.start for r in annotations.references if r.kind == "person"}
        self.past = Antecedents(annotations)
        publisher = state_of_publisher(annotations)
        self.home = annotations.knowledge.states[publisher].code if publisher else None
        """The state of the office that published the document: ``the President`` is its own."""
        self.company = _company(annotations)
        """The persons listed at the beginning, where they are more than two."""
        self.persons = [
            (actor.id, actor.country, [_title_words(title) for title in actor.titles])
            for actor in annotations.actors.values()
            if actor.kind == "person"
        ]

    def run(self) -> Iterator[Reference]:
        lowers = self.annotations.lowers
        for number, sentence in enumerate(self.annotations.sentences):
            self.past.enter(number)
            index = sentence.first
            while index < sentence.last:
                if lowers[index] not in _MEANING and index not in self.roles:
                    index += 1
                    continue
                step = 1
                for reference, width in self._at(index, lowers[index], sentence.last):
                    yield reference
                    self.past.add(reference)
                    step = max(step, width)
                index += step

    def _at(self, index: int, lower: str, high: int) -> Iterator[tuple[Reference, int]]:
        lowers = self.annotations.lowers
        following = lowers[index + 1] if index + 1 < high else ""
        if self.annotations.tokens[index].start in self.named_starts:
            return  # He Yadong is a name and no pronoun
        if lower in _HE_SHE:
            person = self.past.person(index, lower)
            if person is not None:
                self.past.pronouns.setdefault(person, lower)
                yield from self._as(index, index + 1, [person], "pronoun")
        elif lower == "they":
            yield from self._as(index, index + 1, self.past.those_before(index), "pronoun")
        elif lower == "it" and self.past.acts_on(following):
            yield from self._as(index, index + 1, self.past.thing(index), "pronoun")
        elif lower in _DEFINITE:
            yield from self._definite(index, high)
        elif index in self.roles:
            yield from self._head_of_body(self.roles[index])

    def _as(self, first: int, last: int, actors: Sequence[str], rule: str) -> Iterator[tuple[Reference, int]]:
        tokens = self.annotations.tokens
        for actor in actors:
            kind: ActorKind = self.annotations.actors[actor].kind
            reference = Reference(tokens[first].start, tokens[last - 1].end, kind, actor, rule, named=False)
            yield reference, last - first

    def _definite(self, index: int, high: int) -> Iterator[tuple[Reference, int]]:
        lowers = self.annotations.lowers
        last = index + 1
        while last < high and lowers[last] in _PAIR_WORDS | {"of", "the"}:
            last += 1
        if last >= high:
            return
        noun, count = lowers[last], self._count(index, last)
        capital = self.annotations.words[last][0].isupper()
        counted = last > index + 1 or lowers[index] in {"both", "these", "all", "each"} or capital
        if counted and (
            noun in self.naming.pair_nouns or (lowers[index] == "each" and noun + "s" in self.naming.pair_nouns)
        ):
            yield from self._as(index, last + 1, self.past.states(count), "states set side by side")
        elif counted and lowers[last - 1] in _PAIR_WORDS and self.past.acts_on(noun) and not self._ends_name(index):
            yield from self._as(index, last, self.past.two(count), "those set side by side")
        elif noun in self.naming.pair_person_nouns and last == index + 1 and lowers[index] == "the" and self.company:
            yield from self._as(index, last + 1, self.company, "persons set side by side")
        elif noun in self.naming.pair_person_nouns and (
            counted or noun in {"leaders", "presidents", "ministers"} or lowers[last + 1 : last + 2] == ["of"]
        ):
            yield from self._as(index, last + 1, self.past.persons(noun, count), "persons set side by side")
        elif lowers[index] == "the":
            yield from self._the(index, high)

    def _ends_name(self, index: int) -> bool:
        """Tell whether a name stands directly before a token: ``Eritrea and Sudan | both denied``."""
        end = self.annotations.tokens[index - 1].end if index else -1
        return any(reference.end == end for reference in self.past.by_sentence[self.past.sentence])

    def _count(self, first: int, last: int) -> int:
        words = self.annotations.lowers[first:last]
        return 3 if "three" in words else 4 if "four" in words else 2

    def _the(self, index: int, high: int) -> Iterator[tuple[Reference, int]]:
        """Resolve ``the`` and one noun, or ``the`` and a role that no name follows."""
        lowers = self.annotations.lowers
        role = self.roles.get(index + 1)
        if role is not None and role.last <= high and not self._inside_body(role):
            followed = self._name_follows(role)
            if not followed and role.plural:
                yield from self._as(index, role.last, self._bearers(role), "role of persons named before")
            elif not followed:
                yield from self._as(index, role.last, self._bearer(role, index), "role of a person named before")
            return
        noun = lowers[index + 1] if index + 1 < high else ""
        if noun in self.naming.body_nouns and not self._named_on(index + 2):
            yield from self._as(index, index + 2, self.past.body(noun, index), "kind of a body named before")
        elif noun in self.naming.document_nouns and self.past.heads_clause(index, high):
            yield from self._as(index, index + 2, self.past.author(index), "document of a body named before")
        elif lowers[index + 2 : index + 3] == ["government"] and noun in _GOVERNMENTS:
            yield from self._as(index, index + 3, self.past.state(), "kind of a state named before")
        elif noun in self.naming.state_nouns and self.annotations.cover[index + 1] is None:
            yield from self._as(index, index + 2, self.past.state(), "kind of a state named before")

    def _named_on(self, index: int) -> bool:
        """Tell whether ``of`` and a name go on with a body's name: ``the Department | of Justice``."""
        words = self.annotations.words[index : index + 3]
        return words[:1] == ["of"] and any(word[0].isupper() for word in words[1:])

    def _inside_body(self, role: Role) -> bool:
        """Tell whether a role is only the beginning of a body's name: ``the General Assembly``."""
        start = self.annotations.tokens[role.first].start
        end = self.annotations.tokens[role.last - 1].end
        named = self.past.by_sentence[self.past.sentence]
        return any(r.kind == "organisation" and r.start <= start and end < r.end for r in named)

    def _name_follows(self, role: Role) -> bool:
        tokens = self.annotations.tokens
        return role.last < len(tokens) and tokens[role.last].start in self.named_starts

    def _head_of_body(self, role: Role) -> Iterator[tuple[Reference, int]]:
        """Resolve ``UN chief``, as headlines and leads write without an article."""
        if role.body is not None and not role.plural and not self._name_follows(role):
            yield from self._as(role.first, role.last, self._heads(role)[:1], "role of a person named before")

    def _heads(self, role: Role) -> list[str]:
        """Return the persons who head the body of ``the UN chief``, by their own title or the tables' terms."""
        head = self.annotations.lowers[role.last - 1]
        if role.body is None and role.states and head == "leader":
            countries = {state.upper() for state in role.states}
            return [person for person, country, titles in self.persons if country in countries and _leads(titles)]
        if role.body is None or head not in _CHIEFS:
            return []
        body = self.annotations.knowledge.organisations[role.body]
        names = {name.lower() for name in (body.name, *body.aliases)}
        return [
            person
            for person, _, _ in self.persons
            if self._serves(person, role.body)
            or any(
                title.lower().startswith(name + " ")
                for title in self.annotations.actors[person].titles
                for name in names
            )
        ]

    def _serves(self, person: str, body: str) -> bool:
        name = self.annotations.actors[person].name
        holders = self.annotations.knowledge.holders_by_family.get(folded(name.split()[-1]), ())
        return any(
            (term.country or holder.country) == body and term.title.lower().startswith(_HEADS_OF_BODIES)
            for holder in (self.annotations.knowledge.holders[key] for key in holders)
            if folded(name) in {folded(form) for form in (holder.name, *holder.spellings)}
            for term in holder.terms
        )

    def _bearer(self, role: Role, index: int) -> list[str]:
        """Return the person whom a role means: one named before who bears it, else the first who does."""
        bearers = self._bearers(role) or self._heads(role)
        if self.home is not None and not role.states and role.body is None:
            bearers = [person for person in bearers if self.annotations.actors[person].country in {self.home, None}]
        named = (reference.actor for reference in self.past.before(index) if reference.actor in bearers)
        return [next(named, bearers[0])] if bearers else []

    def _bearers(self, role: Role) -> list[str]:
        """Return all persons who bear a role (``the Vice Foreign Ministers``), of its country where it names one."""
        wanted = _title_words(singular(role.title) if role.plural else role.title)
        countries = {state.upper() for state in role.states}
        return [
            person
            for person, country, titles in self.persons
            if (not countries or country in countries) and any(wanted <= title for title in titles)
        ]


def _company(annotations: Annotations) -> list[str]:
    """Return the persons listed at the beginning, where they are more than two."""
    bodies = [sentence for sentence in annotations.sentences if sentence.block == "body"]
    for sentence in bodies[:_INTRODUCED_WITHIN]:
        persons = sorted(r for r in annotations.references_in(*sentence.span) if r.kind == "person")
        listed = persons[:1]
        for one, other in pairwise(persons):
            if not _listed(annotations, one, other):
                break
            listed.append(other)
        if len({r.actor for r in listed}) > _A_PAIR:
            return list(dict.fromkeys(r.actor for r in listed))
    return []


def _listed(annotations: Annotations, one: Reference, other: Reference) -> bool:
    """Tell whether two names are members of a list, each with its title: ``N, Japanese Minister of Defense M``."""
    between = annotations.document.text[one.end : other.start].replace(",", " , ").split()
    return bool({",", "and"} & set(between)) and all(
        word in {",", "and", "of", "for", "the"} or word[0].isupper() for word in between
    )


def _leads(titles: Sequence[set[str]]) -> bool:
    """Tell whether somebody with these titles is the leader of a state."""
    return any(not title.isdisjoint(LEADERS) and "foreign" not in title for title in titles)


def _title_words(title: str) -> set[str]:
    return set(title.lower().replace("-", " ").split())
