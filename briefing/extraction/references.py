"""Words that mean an actor without naming one: ``he``, ``the minister``, ``the ministry``, ``both sides``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.extraction.annotations import Annotations, Reference
from briefing.extraction.names import folded
from briefing.extraction.organisations import is_army
from briefing.extraction.owners import state_of_publisher
from briefing.extraction.roles import Role, singular
from briefing.model import ActorKind

_REACH = 3
"""How many sentences back a pronoun looks."""
_FEMININE = frozenset({"queen", "princess", "madam", "sheikha", "baroness"})
_MASCULINE = frozenset({"king", "prince", "emir", "sultan", "pope", "ayatollah", "imam"})
_HE_SHE = frozenset({"he", "she"})
_DEFINITE = frozenset({"the", "both", "these", "all", "each"})
_MEANING = _HE_SHE | _DEFINITE | {"they", "it"}
_A_PAIR = 2
_INTRODUCED_WITHIN = 3
_MOST_BETWEEN = 5
_MOST_BEFORE_SUBJECT = 4
_LEADERS = frozenset({"president", "minister", "chancellor", "premier", "king", "leader"})
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
        self.by_sentence = [annotations.references_in(*s.span) for s in annotations.sentences]
        self.sentence = 0
        self.pair: list[str] = []
        self.pair_sentence = 0
        self.group: list[str] = []
        publisher = state_of_publisher(annotations)
        self.home = annotations.knowledge.states[publisher].code if publisher else None
        """The state of the office that published the document: ``the President`` is its own."""
        self.company = self._company()
        """The persons listed at the beginning, where they are more than two."""
        self.persons = [
            (actor.id, actor.country, [_title_words(title) for title in actor.titles])
            for actor in annotations.actors.values()
            if actor.kind == "person"
        ]
        self.pronouns = self._pronouns_by_title()
        """Who is ``he`` and who is ``she``, as far as titles and earlier pronouns tell."""
        self.counts: Counter[str] = Counter()

    def _company(self) -> list[str]:
        body = [refs for s, refs in zip(self.annotations.sentences, self.by_sentence, strict=True) if s.block == "body"]
        for references in body[:_INTRODUCED_WITHIN]:
            persons = sorted(r for r in references if r.kind == "person")
            listed = persons[:1]
            for one, other in pairwise(persons):
                if not self._listed(one, other):
                    break
                listed.append(other)
            if len({r.actor for r in listed}) > _A_PAIR:
                return list(dict.fromkeys(r.actor for r in listed))
        return []

    def _listed(self, one: Reference, other: Reference) -> bool:
        """Tell whether two names are members of a list, each with its title: ``N, Japanese Minister of Defense M``."""
        between = self.annotations.document.text[one.end : other.start].replace(",", " , ").split()
        return bool({",", "and"} & set(between)) and all(
            word in {",", "and", "of", "for", "the"} or word[0].isupper() for word in between
        )

    def _pronouns_by_title(self) -> dict[str, str]:
        told = {}
        feminine = self.annotations.knowledge.feminine_names
        for actor in self.annotations.actors.values():
            words = {word.lower() for title in actor.titles for word in title.split()}
            if actor.kind != "person":
                continue
            first = actor.name.split()[0]
            if first in feminine or any(w.endswith("woman") or w in _FEMININE for w in words):
                told[actor.id] = "she"
            elif any(w in _MASCULINE or w.endswith("sman") for w in words):
                told[actor.id] = "he"
        return told

    def run(self) -> Iterator[Reference]:
        lowers = self.annotations.lowers
        for number, sentence in enumerate(self.annotations.sentences):
            self.sentence = number
            self._set_side_by_side(number)
            self.group = self._joined(self.by_sentence[number - 1]) or self.group if number else []
            index = sentence.first
            while index < sentence.last:
                if lowers[index] not in _MEANING and index not in self.roles:
                    index += 1
                    continue
                step = 1
                for reference, width in self._at(index, lowers[index], sentence.last):
                    yield reference
                    self.by_sentence[number].append(reference)
                    step = max(step, width)
                index += step

    def _at(self, index: int, lower: str, high: int) -> Iterator[tuple[Reference, int]]:
        lowers = self.annotations.lowers
        following = lowers[index + 1] if index + 1 < high else ""
        if self.annotations.tokens[index].start in self.named_starts:
            return  # He Yadong is a name and no pronoun
        if lower in _HE_SHE:
            person = self._person(index, lower)
            if person is not None:
                self.pronouns.setdefault(person, lower)
                yield from self._as(index, index + 1, [person], "pronoun")
        elif lower == "they":
            yield from self._as(index, index + 1, self._group(index), "pronoun")
        elif lower == "it" and self._acts_on(following):
            yield from self._as(index, index + 1, self._thing(index), "pronoun")
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
        noun = lowers[last]
        capital = self.annotations.words[last][0].isupper()
        counted = last > index + 1 or lowers[index] in {"both", "these", "all", "each"} or capital
        if counted and (
            noun in self.naming.pair_nouns or (lowers[index] == "each" and noun + "s" in self.naming.pair_nouns)
        ):
            yield from self._as(index, last + 1, self._states(self._count(index, last)), "states set side by side")
        elif counted and lowers[last - 1] in _PAIR_WORDS and self._acts_on(noun) and not self._ends_name(index):
            yield from self._as(index, last, self._two(self._count(index, last)), "those set side by side")
        elif noun in self.naming.pair_person_nouns and last == index + 1 and lowers[index] == "the" and self.company:
            yield from self._as(index, last + 1, self.company, "persons set side by side")
        elif noun in self.naming.pair_person_nouns and (
            counted or noun in {"leaders", "presidents", "ministers"} or lowers[last + 1 : last + 2] == ["of"]
        ):
            yield from self._as(
                index, last + 1, self._persons(noun, self._count(index, last)), "persons set side by side"
            )
        elif lowers[index] == "the":
            yield from self._the(index, high)

    def _ends_name(self, index: int) -> bool:
        """Tell whether a name stands directly before a token: ``Eritrea and Sudan | both denied``."""
        end = self.annotations.tokens[index - 1].end if index else -1
        return any(reference.end == end for reference in self.by_sentence[self.sentence])

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
            yield from self._as(index, index + 2, self._body(noun, index), "kind of a body named before")
        elif noun in self.naming.document_nouns and self._heads_clause(index, high):
            yield from self._as(index, index + 2, self._author(index), "document of a body named before")
        elif lowers[index + 2 : index + 3] == ["government"] and noun in _GOVERNMENTS:
            yield from self._as(index, index + 3, self._state(), "kind of a state named before")
        elif noun in self.naming.state_nouns and self.annotations.cover[index + 1] is None:
            yield from self._as(index, index + 2, self._state(), "kind of a state named before")

    def _named_on(self, index: int) -> bool:
        """Tell whether ``of`` and a name go on with a body's name: ``the Department | of Justice``."""
        words = self.annotations.words[index : index + 3]
        return words[:1] == ["of"] and any(word[0].isupper() for word in words[1:])

    def _inside_body(self, role: Role) -> bool:
        """Tell whether a role is only the beginning of a body's name: ``the General Assembly``."""
        start = self.annotations.tokens[role.first].start
        end = self.annotations.tokens[role.last - 1].end
        named = self.by_sentence[self.sentence]
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

    # who was named before

    def _before(self, index: int) -> Iterator[Reference]:
        """Yield references before a token: in its sentence from the first, then sentence by sentence back."""
        start = self.annotations.tokens[index].start
        inside = self.annotations.quotation_at(start)
        for number in range(self.sentence, max(-1, self.sentence - 1 - _REACH), -1):
            for reference in sorted(self.by_sentence[number]):
                if reference.end <= start and self.annotations.quotation_at(reference.start) == inside:
                    yield reference

    def _person(self, index: int, pronoun: str) -> str | None:
        """Return whom ``he`` means: a subject of the nearest sentence that names a person, else the first named."""
        near: list[Reference] = []
        for reference in self._before(index):
            if reference.kind != "person" or self.pronouns.get(reference.actor, pronoun) != pronoun:
                continue
            if near and self.annotations.sentence_at(near[0].start) != self.annotations.sentence_at(reference.start):
                break
            near.append(reference)
        subjects = [r for r in near if self._acts(r)]
        so_called = [r for r in near if self.pronouns.get(r.actor) == pronoun]
        return next((r.actor for r in (*so_called, *subjects, *near)), None)

    def _acts_on(self, word: str) -> bool:
        """Tell whether ``it`` before a word does something: no ``it is clear that``."""
        speech, grammar = self.annotations.knowledge.speech, self.annotations.grammar
        return word in speech.verbs or (word in speech.auxiliaries and word not in grammar.forms_of_be)

    def _acts(self, reference: Reference) -> bool:
        """Tell whether a reference is directly followed by a verb."""
        index = self.annotations.token_at(reference.end)
        if index >= len(self.annotations.lowers):
            return False
        speech, lower = self.annotations.knowledge.speech, self.annotations.lowers[index]
        return lower in speech.verbs or lower in speech.auxiliaries

    def _thing(self, index: int) -> list[str]:
        """Return what ``it`` means: the subject of the nearest sentence that names a state or body, else the first."""
        near: list[Reference] = []
        for reference in self._before(index):
            if near and self.annotations.sentence_at(near[0].start) != self.annotations.sentence_at(reference.start):
                break
            if reference.kind != "person":
                near.append(reference)
        return next(([r.actor] for r in (*(r for r in near if self._acts(r)), *near)), [])

    def _group(self, index: int) -> list[str]:
        """Return whom ``they`` means: a people named in the sentence, else those the last sentence joined."""
        start = self.annotations.tokens[index].start
        here = [r for r in self.by_sentence[self.sentence] if r.end <= start]
        people = [r.actor for r in here if r.rule == "demonym"]
        if people:
            return people[-1:]
        persons = list(dict.fromkeys(r.actor for r in sorted(here) if r.kind == "person"))
        return (
            self._joined(here)
            or (persons if len(persons) == 2 else [])
            or self._body_at_head(here)
            or self.group
            or self._single_before()
        )

    def _body_at_head(self, here: Sequence[Reference]) -> list[str]:
        """Return the group of states that heads the sentence: ``The E3 told the Council that they ...``."""
        heads = [r for r in sorted(here)[:1] if r.kind == "organisation" and self._heads_sentence(r)]
        known = self.annotations.knowledge.organisations
        return [r.actor for r in heads if r.actor in known and known[r.actor].kind == "international"]

    def _single_before(self) -> list[str]:
        """Return the body that heads the sentence before: it may go on as ``they``."""
        if not self.sentence:
            return []
        heads = sorted(self.by_sentence[self.sentence - 1])[:1]
        return [r.actor for r in heads if r.kind == "organisation" and self._acts(r) and self._heads_sentence(r)]

    def _joined(self, references: Sequence[Reference]) -> list[str]:
        """Return the actors at the head of a sentence that one phrase means together or that ``and`` joins."""
        references = sorted(references)
        if not references or not self._heads_sentence(references[0]):
            return []
        chain: list[str] = []
        previous: Reference | None = None
        for reference in references:
            if previous is None or self._joins(previous, reference):
                chain.append(reference.actor)
                previous = reference
            else:
                break
        return list(dict.fromkeys(chain)) if len(set(chain)) > 1 else []

    def _heads_sentence(self, reference: Reference) -> bool:
        sentence = self.annotations.sentence_at(reference.start)
        return self.annotations.token_at(reference.start) - sentence.first <= _MOST_BEFORE_SUBJECT

    def _joins(self, one: Reference, other: Reference) -> bool:
        if (one.start, one.end) == (other.start, other.end):
            return True
        between = self.annotations.document.text[one.end : other.start]
        words = between.replace(",", " ").split()
        return ("and" in words and len(words) <= _MOST_BETWEEN) or (not words and "," in between)

    def _last(self, kind: ActorKind, count: int) -> list[str]:
        """Return the actors of a kind named last, nearest sentence first, at most ``count``."""
        found: list[str] = []
        for number in range(self.sentence, max(-1, self.sentence - 1 - 2 * _REACH), -1):
            for reference in self.by_sentence[number]:
                if reference.kind == kind and reference.actor not in found:
                    found.append(reference.actor)
            if len(found) >= count:
                return found[:count]
        return found if len(found) == count else []

    def _state(self) -> list[str]:
        """Return the state named last as an actor; one whose adjective goes before a person's title is not."""
        for number in range(self.sentence, max(-1, self.sentence - 1 - 2 * _REACH), -1):
            for reference in self.by_sentence[number]:
                if reference.kind == "state" and reference.rule not in {"adjective of a state", "demonym"}:
                    return [reference.actor]
        return self._last("state", 1)

    def _heads_clause(self, index: int, high: int) -> bool:
        """Tell whether ``the`` and one noun begin a sentence, or a verb follows them."""
        first = self.annotations.sentences[self.sentence].first
        return index - first <= 1 or (index + 2 < high and self._acts_on(self.annotations.lowers[index + 2]))

    def _author(self, index: int) -> list[str]:
        """Return the body whose resolution or communique is spoken of: the international one named last."""
        known = self.annotations.knowledge.organisations
        for reference in self._before(index):
            body = known.get(reference.actor)
            if body is not None and body.kind in {"international", "government"}:
                return [reference.actor]
        return []

    def _set_side_by_side(self, number: int) -> None:
        """Keep the states that a sentence joins (``the United States and Russia``) for ``the two countries``."""
        named = [r for r in self.by_sentence[number] if self._is_power(r)]
        for reference in named:
            known = self.annotations.knowledge.organisations.get(reference.actor)
            mediator = known is not None and known.kind == "international"
            self.counts[reference.actor] += 1 if mediator else 2
        text = self.annotations.document.text
        for one, other in pairwise(named):
            between = text[one.end : other.start].strip().lower()
            if one.actor != other.actor and between in {"and", ",", "-", "–", "and the", "’s and", "and its"}:
                self.pair, self.pair_sentence = [one.actor, other.actor], number

    def _is_power(self, reference: Reference) -> bool:
        """Tell whether a reference can be one of two sides: a state or an international body."""
        known = self.annotations.knowledge.organisations.get(reference.actor)
        if known is None:
            return reference.kind == "state"
        return is_army(known) or known.kind in {"international", "armed_group"}

    def _states(self, count: int) -> list[str]:
        """Return the states joined last, if just now or if they are the ones most spoken of, else the latter."""
        most = [actor for actor, _ in self.counts.most_common(count)] if count == _A_PAIR else []
        fresh = self.sentence - self.pair_sentence <= 1
        if count == len(self.pair) and (fresh or set(self.pair) <= {a for a, _ in self.counts.most_common(count + 1)}):
            return self.pair
        return most if len(most) == count else []

    def _two(self, count: int) -> list[str]:
        """Return whom ``the two`` means: the persons named last, where they are so many, else the states."""
        return self._last("person", count) or self._states(count)

    def _persons(self, noun: str, count: int) -> list[str]:
        """Return the persons whom ``the two presidents`` or ``the leaders`` means: by title, else those named last."""
        wanted = _LEADERS if noun in {"leaders", "heads", "men", "women"} else {noun.removesuffix("s")}
        found: list[str] = []
        for number in range(self.sentence, -1, -1):
            for reference in self.by_sentence[number]:
                actor = self.annotations.actors[reference.actor]
                titles = {word for title in actor.titles for word in title.lower().split()}
                if actor.kind == "person" and titles & wanted and actor.id not in found:
                    found.append(actor.id)
            if len(found) >= count:
                return found[:count]
        return self._last("person", count)

    def _bearer(self, role: Role, index: int) -> list[str]:
        """Return the person whom a role means: one named before who bears it, else the first who does."""
        bearers = self._bearers(role) or self._heads(role)
        if self.home is not None and not role.states and role.body is None:
            bearers = [person for person in bearers if self.annotations.actors[person].country in {self.home, None}]
        named = (reference.actor for reference in self._before(index) if reference.actor in bearers)
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

    def _body(self, noun: str, index: int) -> list[str]:
        for reference in self._before(index):
            actor = self.annotations.actors[reference.actor]
            names = [actor.name, *actor.aliases]
            if actor.kind == "organisation" and (
                any(noun in name.lower().split() for name in names) or self._organ_of(reference, noun)
            ):
                return [actor.id]
        return []

    def _organ_of(self, reference: Reference, noun: str) -> bool:
        """Tell whether a body is named as having an organ: ``the governing board of the agency``."""
        index = self.annotations.token_at(reference.start)
        before = [word for word in self.annotations.lowers[max(0, index - 3) : index] if word != "the"]
        return before[-2:] == [noun, "of"]


def _leads(titles: Sequence[set[str]]) -> bool:
    """Tell whether somebody with these titles is the leader of a state."""
    return any(not title.isdisjoint(_LEADERS) and "foreign" not in title for title in titles)


def _title_words(title: str) -> set[str]:
    return set(title.lower().replace("-", " ").split())
