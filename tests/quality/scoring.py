"""Comparing the export of one article with its annotation.

Items are matched one to one. Persons, organisations and instruments match by any shared name; states by their code;
positions by sentence and actor; agenda items by sentence and by kind or date. ``*_alt`` in an annotation is also
right, ``optional`` is right if found and no loss if not, ``ignore`` and ``acceptable_sentences`` are neither right nor
wrong. Only the disputes of ``TOPICS`` count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tests.quality.matching import among, folded, names_of, overlap, same_sentence
from tests.quality.tally import Miss, Tally

TOPICS = frozenset(
    {
        "cyber",
        "ukraine",
        "election_interference",
        "missile_defense",
        "arms_control",
        "north_korea_nuclear",
        "iran_nuclear",
        "south_china_sea",
        "taiwan",
        "israel_palestinian",
        "sanctions",
        "trade",
        "human_rights",
        "climate",
        "nagorno_karabakh",
        "sudan",
        "ethiopia",
        "syria",
    }
)
STATUS = {"past": "past", "under_way": "ongoing", "to_come": "upcoming"}
"""Our words for the status of an agenda item, and the annotations'."""

Record = Mapping[str, Any]


def score_article(article: str, gold: Record, export: Record, dated: bool) -> Tally:
    """Return how the export of an article agrees with its annotation.

    ``dated`` says that the program was told the article's day, so that dates are compared with ``date_meta``.
    """
    tally = Tally()
    comparison = _Comparison(article, gold, export, dated, tally)
    comparison.persons()
    comparison.names()
    comparison.disputes()
    comparison.positions()
    comparison.agenda()
    return tally


def topics_of(item: Record) -> set[str]:
    """Return the topic of an annotated dispute or position and those that would be right as well."""
    return {item["topic"], *item.get("topic_alt", ())}


def kinds_of(item: Record) -> set[str]:
    """Return the kind of an annotated position or agenda item and those that would be right as well."""
    return {item["kind"], *item.get("kind_alt", ())}


def _several(value: Any) -> list[str]:
    if isinstance(value, list):
        return value
    return [value] if value else []


class _Comparison:
    def __init__(self, article: str, gold: Record, export: Record, dated: bool, tally: Tally) -> None:
        self._article = article
        self._gold = gold
        self._export = export
        self._dated = dated
        self._tally = tally
        self._actors: dict[str, Record] = {actor["id"]: actor for actor in export["actors"]}
        self._acceptable: list[str] = gold.get("acceptable_sentences", [])

    def _note(self, category: str, what: str, detail: str) -> None:
        self._tally.misses.append(Miss(self._article, category, what, detail))

    def _ignored(self, category: str) -> set[str]:
        return {folded(name) for name in self._gold.get("ignore", {}).get(category, ())}

    def _of_kind(self, kind: str) -> list[Record]:
        return [actor for actor in self._actors.values() if actor["kind"] == kind]

    def persons(self) -> None:
        wanted: dict[str, Record] = {person["name"]: person for person in self._gold["persons"]}
        got: dict[str, Record] = {}
        for actor in self._of_kind("person"):
            got[f"{actor['name']} ({actor['id']})" if actor["name"] in got else actor["name"]] = actor
        pairs = self._tally.match_names(
            self._article,
            "persons",
            {name: names_of(person) for name, person in wanted.items()},
            {name: names_of(person) for name, person in got.items()},
            ignored=self._ignored("persons"),
            optional={name for name, person in wanted.items() if person.get("optional")},
        )
        for name, partner in pairs.items():
            self._person(wanted[name], got[partner])

    def _person(self, wanted: Record, got: Record) -> None:
        full = folded(got["name"]) == folded(wanted["name"])
        self._agreed("full name", full, wanted["name"], wanted["name"], got["name"])
        if wanted.get("role") and not wanted.get("role_optional"):
            words = set(folded(got.get("role")).split())
            roles = [set(folded(role).split()) for role in (wanted["role"], *_several(wanted.get("role_alt")))]
            right = bool(words) and any(overlap(role, words) >= 0.5 for role in roles)
            self._agreed("role", right, wanted["name"], wanted["role"], got.get("role"))
        if wanted.get("country") and not wanted.get("country_optional"):
            right = got.get("country") in (wanted["country"], *_several(wanted.get("country_alt")))
            self._agreed("country", right, wanted["name"], wanted["country"], got.get("country"))

    def _agreed(self, agreement: str, right: bool, whose: str, want: object, got: object) -> None:
        self._tally.agree(agreement, right)
        if not right:
            self._note(agreement, "differs", f"{whose}: want {want!r}, got {got!r}")

    def names(self) -> None:
        optional = frozenset(self._gold.get("countries_optional", ()))
        states = {actor["country"] for actor in self._of_kind("state") if actor.get("country")}
        self._tally.match_names(
            self._article,
            "states",
            {code: {code} for code in sorted({*self._gold["countries"], *optional})},
            {code: {code} for code in sorted(states)},
            optional=optional,
        )
        self._tally.match_names(
            self._article,
            "organisations",
            {body["name"]: names_of(body) for body in self._gold["organizations"]},
            {actor["name"]: names_of(actor) for actor in self._of_kind("organisation")},
            ignored=self._ignored("organizations"),
        )
        other_names: Mapping[str, list[str]] = self._gold.get("instruments_alt", {})
        self._tally.match_names(
            self._article,
            "instruments",
            {name: {folded(name), *map(folded, other_names.get(name, ()))} for name in self._gold["instruments"]},
            {one["name"]: names_of(one) for one in self._export["instruments"]},
            ignored=self._ignored("instruments"),
        )

    def disputes(self) -> None:
        annotated: list[Record] = self._gold["disputes"]
        wanted = {one["topic"]: topics_of(one) for one in annotated if topics_of(one) & TOPICS}
        found = [one["id"] for one in self._export["disputes"] if one["id"] in TOPICS and one["evidence"]]
        self._tally.match_names(
            self._article,
            "disputes",
            wanted,
            {topic: {topic} for topic in found},
            ignored={position["topic"] for position in self._gold["positions"]},
            optional={one["topic"] for one in annotated if one.get("optional") or one["topic"] not in TOPICS},
        )
        for one in annotated:
            got = next((other for other in self._export["disputes"] if other["id"] in topics_of(one)), None)
            if got is None or one["topic"] not in wanted:
                continue
            parties = {folded(party) for party in one["parties"]}
            others = {self._party(actor) for actor in got["parties"]}
            if parties | others:
                self._tally.agree("parties", overlap(parties, others))
                if parties != others:
                    self._note("parties", "differs", f"{one['topic']}: want {sorted(parties)}, got {sorted(others)}")

    def _party(self, actor_id: str) -> str:
        actor = self._actors.get(actor_id, {})
        return folded(actor.get("country") if actor.get("kind") == "state" else actor.get("name", actor_id))

    def _labels(self, actor_id: str) -> set[str]:
        actor = self._actors.get(actor_id)
        if actor is None:
            return {folded(actor_id)}
        code = actor.get("country") if actor["kind"] == "state" else None
        return names_of(actor) | ({folded(code)} if code else set())

    def positions(self) -> None:
        annotated: list[Record] = self._gold["positions"]
        in_scope = [position for position in annotated if topics_of(position) & TOPICS]
        left = self._positions_found()
        for wanted in in_scope:
            names = {folded(name) for name in (wanted["actor"], *wanted.get("actor_alt", ()))}
            candidates = [
                one
                for one in left
                if same_sentence(one["sentence"], wanted["sentence"]) and self._labels(one["actor"]) & names
            ]
            summary = f"{wanted['actor']}: {wanted['kind']}: {wanted['sentence']}"
            if candidates:
                best = min(candidates, key=lambda one: one["kind"] not in kinds_of(wanted))
                left.remove(best)
                self._tally.found["positions"] += not wanted.get("optional")
                self._agreed("position kind", best["kind"] in kinds_of(wanted), summary, wanted["kind"], best["kind"])
                on_topic = bool(best["topics"] & topics_of(wanted))
                self._agreed("position dispute", on_topic, summary, wanted["topic"], sorted(best["topics"]))
            elif not wanted.get("optional"):
                self._tally.miss(self._article, "positions", summary)
        neither = [*self._acceptable, *(one["sentence"] for one in annotated if one not in in_scope)]
        for one in left:
            if not among(one["sentence"], neither):
                self._tally.invent(self._article, "positions", f"{one['actor']}: {one['kind']}: {one['sentence']}")

    def _positions_found(self) -> list[dict[str, Any]]:
        """Return one row for what an actor does in a sentence, with all disputes it is about."""
        rows: dict[tuple[str, str, str], dict[str, Any]] = {}
        for dispute in self._export["disputes"]:
            for position in dispute["positions"]:
                sentence = position["evidence"]["sentence"]
                row = rows.setdefault(
                    (position["actor"], folded(sentence), position["kind"]),
                    {"actor": position["actor"], "kind": position["kind"], "sentence": sentence, "topics": set()},
                )
                row["topics"].add(dispute["id"])
        return list(rows.values())

    def agenda(self) -> None:
        left: list[Record] = list(self._export["agenda"])
        for wanted in self._gold["agenda"]:
            candidates = [one for one in left if self._may_be(one, wanted)]
            if candidates:
                best = min(
                    candidates,
                    key=lambda one: (not self._same_date(one, wanted), one["kind"] not in kinds_of(wanted)),
                )
                left.remove(best)
                self._tally.found["agenda"] += not wanted.get("optional")
                self._agenda_item(wanted, best)
            elif not wanted.get("optional"):
                self._tally.miss(self._article, "agenda", f"{wanted['title']} [{wanted['kind']}]")
        stances = [position["sentence"] for position in self._gold["positions"]]
        for one in left:
            neither = [*self._acceptable, *stances] if one["kind"] == "proposal" else self._acceptable
            if not any(among(sentence, neither) for sentence in _sentences(one)):
                self._tally.invent(self._article, "agenda", f"{one['title']} [{one['kind']}]")

    def _may_be(self, got: Record, wanted: Record) -> bool:
        sentences = [wanted["sentence"], *wanted.get("alt_sentences", ())]
        if not any(among(sentence, sentences) for sentence in _sentences(got)):
            return False
        return got["kind"] in kinds_of(wanted) or wanted["kind"] == "other" or self._same_date(got, wanted)

    def _day(self, wanted: Record) -> str | None:
        return wanted.get("date_meta" if self._dated else "date")

    def _same_date(self, got: Record, wanted: Record) -> bool:
        """Say whether an item begins on the wanted day, month or year, or within the days of tolerance."""
        want, start = self._day(wanted), (got.get("date") or {}).get("start")
        if not want or not start:
            return False
        tolerance: int = wanted.get("date_tolerance_days", 0)
        if tolerance and len(want) == len(start) == len("2021-07-28"):
            return abs((date.fromisoformat(want) - date.fromisoformat(start)).days) <= tolerance
        return bool(start[: len(want)] == want)

    def _agenda_item(self, wanted: Record, got: Record) -> None:
        title = wanted["title"]
        self._agreed("agenda kind", got["kind"] in kinds_of(wanted), title, wanted["kind"], got["kind"])
        if wanted.get("status") and (self._dated or self._gold.get("published")):
            right = STATUS.get(got["status"]) == wanted["status"]
            self._agreed("agenda status", right, title, wanted["status"], got["status"])
        if self._day(wanted):
            self._agreed("agenda date", self._same_date(got, wanted), title, self._day(wanted), got.get("date"))


def _sentences(item: Record) -> Iterable[str]:
    return (evidence["sentence"] for evidence in item["evidence"])
