"""Where an event takes place, as the words around it say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.words import word_set
from briefing.extraction.annotations import Annotations
from briefing.knowledge.matcher import Match

_IN = word_set("in at near outside")
_TO = word_set("to in into for at")
_VISITED = word_set("in at to visit visited visits")
_TOPICS = word_set("on about over regarding concerning")
_SITUATIONS = word_set(
    "situation crisis conflict war fighting developments violence events peace security stability operations",
    "hostilities ceasefire truce unrest democracy influence interests aid troops forces",
)
_CITY_NOUNS = word_set("city capital town resort venue")
_CLAUSE_BEGINS = word_set('that which who where when while because as if but after before ; : — " “')
_AFTER_PLACE = word_set(
    "a after again ahead alone also amid an and as at because before but by during earlier early every for from her",
    "his if in into its last late later near next of on or over since so that the their then there this through to",
    "today together tomorrow tonight under until when where which while who whose will with within without",
    "yesterday are is was were has have had early mid soon shortly",
)
_FRONT = 8
"""How far into a sentence a bare noun may stand that its opening words still place."""
_MOST_WORDS = 5
_REACH = 30


class Place(NamedTuple):
    """The tokens that name a place, and its text: that of an earlier place for ``the same city``."""

    first: int
    last: int
    text: str


class City(NamedTuple):
    """A city named in the document: its token, its text and its state's id."""

    first: int
    text: str
    state: str | None


def cities_of(annotations: Annotations) -> list[City]:
    """Return the cities and other places that a document names, in order."""
    return [
        City(match.first, annotations.text(match.first, match.last), _state_of(annotations, match))
        for match in annotations.matches
        if _is_city(match)
    ]


def find_place(mention: EventMention, cities: Sequence[City]) -> Place | None:
    """Return the goal of a visit, a city before the noun, or what follows ``in`` or ``at`` in the same clause."""
    finder = _Finder(mention, cities)
    return finder.goal() or finder.within() or finder.after() or finder.before()


def share_places(mentions: Sequence[EventMention]) -> None:
    """Give a meeting on a journey its goal and days: ``will fly to Bonn to meet ...``, ``visited Bonn and met ...``."""
    for before, mention in pairwise(mentions):
        verb = mention.verb
        if before.kind != "visit" or not before.by_verb or not mention.by_verb or verb is None:
            continue
        lowers = mention.clauses.annotations.lowers
        joined = lowers[verb.group - 1] == "and" and not mention.times and mention.tense == before.tense
        if (lowers[verb.group] == "to" or joined) and verb.group - before.last < _REACH:
            mention.place = mention.place or before.place
            mention.times = mention.times or list(before.times)
            mention.participants = tuple(dict.fromkeys((*before.participants, *mention.participants)))


class _Finder:
    def __init__(self, mention: EventMention, cities: Sequence[City]) -> None:
        self.mention = mention
        self.clauses: Clauses = mention.clauses
        self.annotations = mention.clauses.annotations
        self.lowers = self.annotations.lowers
        self.cities = cities
        self.visit = mention.kind == "visit"

    def goal(self) -> Place | None:
        """Return what follows ``visit`` or ``travel to``."""
        return self.at(self.mention.last) if self.visit and self.mention.by_verb else None

    def within(self) -> Place | None:
        """Return the city in ``the Geneva talks``."""
        if self.mention.by_verb:
            return None
        for index in range(self.mention.first, self.mention.last):
            match = self.annotations.cover[index]
            if match is not None and match.first == index and _is_city(match) and not self._is_named(match):
                return self._place(match.first, match.last)
        return None

    def after(self) -> Place | None:
        """Return the first place after the event in its piece of the sentence."""
        wanted = _IN | _TO if self.visit else _IN
        clauses, last = self.clauses, self.mention.last
        for index in range(last, min(clauses.last - 1, last + _REACH)):
            own = self.mention.verb is not None and index == self.mention.verb.first
            closes = self.lowers[index] in {'"', "”"} and self.lowers[index + 1] in _IN
            if (index in clauses.verbs and not own) or (self.lowers[index] in _CLAUSE_BEGINS and not closes):
                return None
            if self.lowers[index] in wanted and not self._is_of_topic(index):
                place = self.at(index + 1)
                if place is not None:
                    return place
        return None

    def _is_of_topic(self, index: int) -> bool:
        """Tell whether ``in`` belongs to what is talked about: ``talks on the situation in Afghanistan``."""
        before = self.lowers[self.mention.last : index]
        return bool(before) and before[-1] in _SITUATIONS and not _TOPICS.isdisjoint(before)

    def before(self) -> Place | None:
        """Return a place that opens the sentence or the event's piece, or to which ``where`` points."""
        clauses = self.clauses
        if not self.mention.by_verb and self.mention.verb is None and self.mention.first > clauses.first + _FRONT:
            return None
        begin = clauses.piece_start(self.mention.verb.group if self.mention.verb else self.mention.first)
        if self.lowers[begin] == "where":
            for index in range(begin - 1, clauses.first - 1, -1):
                place = self.at(index + 1) if self.lowers[index] in _VISITED else None
                if place is not None:
                    return place
        for index in range(clauses.first, self.mention.first - 1):
            if index in {clauses.first, begin} and self.lowers[index] in _IN:
                place = self.at(index + 1)
                if place is not None:
                    return place
        return None

    def at(self, index: int) -> Place | None:
        """Return the place that begins at a token, or null."""
        lowers, clauses = self.lowers, self.clauses
        start = index
        while start < clauses.last and lowers[start] in {"the", "both", "same"}:
            start += 1
        if start >= clauses.last:
            return None
        pointed = self._same_city(start)
        if pointed is not None:
            return pointed
        last = self._known(start) or self._unknown(start)
        while last is not None and self._goes_on(last):
            last += 1
        if last is None or last > clauses.last or (last < clauses.last and lowers[last] == "'s"):
            return None
        while last + 1 < clauses.last and (lowers[last] == "," or (self.visit and lowers[last] == "and")):
            after = last + 1
            while after < clauses.last and lowers[after] in ({"and", "the"} if self.visit else {"and"}):
                after += 1
            further = self._known(after)
            if further is None or further > clauses.last or lowers[further : further + 1] == ["'s"]:
                break
            last = further
        place = self._place(start, last)
        city = self._known(last + 1) if last + 1 < clauses.last and lowers[last] == "in" else None
        if city is not None and city <= clauses.last and not self._is_state(last + 1):
            return Place(start, city, f"{place.text}, {self._place(last + 1, city).text}")
        return place

    def _is_state(self, index: int) -> bool:
        match = self.annotations.cover[index]
        return match is not None and not _is_city(match)

    def _place(self, first: int, last: int) -> Place:
        return Place(first, last, " ".join(self.annotations.text(first, last).split()))

    def _same_city(self, index: int) -> Place | None:
        """Return the city meant by ``the same city`` or ``the Swiss capital``."""
        state = None
        noun = index
        match = self.annotations.cover[index]
        if match is not None and match.first == index:
            state = next((entry.id for entry in match.entries if entry.form in {"adjective", "demonym"}), None)
            noun = match.last
        if noun >= self.clauses.last or self.lowers[noun] not in _CITY_NOUNS or (state is None and noun > index):
            return None
        named = (city for city in reversed(self.cities) if city.first < index and state in {None, city.state})
        return next((Place(index, noun + 1, city.text) for city in named), None)

    def _known(self, index: int) -> int | None:
        match = self.annotations.cover[index] if index < len(self.annotations.cover) else None
        if match is None or match.first != index:
            return None
        whole = any(entry.table == "state" and entry.form in {"name", "abbreviation"} for entry in match.entries)
        if not (whole or _is_city(match)) or self._is_epithet(match.last):
            return None
        return match.last

    def _goes_on(self, index: int) -> bool:
        """Tell whether a capitalised word belongs to the place before it: ``Kyiv Opera House``."""
        if index >= self.clauses.last or self.annotations.cover[index] is not None:
            return False
        token = self.annotations.tokens[index]
        plain = token.text[0].isupper() and token.text not in self.annotations.knowledge.capitalised_words
        return plain and not self.annotations.references_in(token.start, token.end)

    def _is_epithet(self, index: int) -> bool:
        """Tell whether a name only describes the noun after it: ``U.S. service members``."""
        after = self.lowers[index] if index < self.clauses.last else ""
        plain = after.isalpha() and self.annotations.words[index].islower()
        return plain and after not in _AFTER_PLACE and not self.clauses.in_verb(index)

    def _unknown(self, index: int) -> int | None:
        """Return the end of capitalised words that name no actor: a place that no table has."""
        words, annotations = self.annotations.words, self.annotations
        last = index
        while last < self.clauses.last and last - index < _MOST_WORDS and words[last][0].isupper():
            if annotations.cover[last] is not None:
                return None
            last += 1
        if last == index or words[index] in annotations.knowledge.capitalised_words or words[index].isupper():
            return None
        here = annotations.references_in(annotations.tokens[index].start, annotations.tokens[last - 1].end)
        return None if any(reference.named for reference in here) else last

    def _is_named(self, match: Match) -> bool:
        tokens = self.annotations.tokens
        return any(
            r.named for r in self.annotations.references_in(tokens[match.first].start, tokens[match.last - 1].end)
        )


def _is_city(match: Match) -> bool:
    return any(
        entry.table == "place" or (entry.table == "state" and entry.form == "capital") for entry in match.entries
    )


def _state_of(annotations: Annotations, match: Match) -> str | None:
    for entry in match.entries:
        if entry.table == "state":
            return entry.id
        if entry.table == "place":
            return annotations.knowledge.places[entry.id].country
    return None
