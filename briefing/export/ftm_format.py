"""A briefing as FollowTheMoney entities, one JSON object a line, as Aleph and OpenSanctions tools read them.

Documents are ``Article``, persons ``Person``, states and government bodies ``PublicBody``, other organisations
``Organization``, agenda items ``Event``; a ``Mention`` says which document names whom, by which names.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from urllib.parse import urlsplit

from briefing.export.content import Content
from briefing.export.country_codes import two_letters
from briefing.export.escaping import plain_line
from briefing.knowledge.loader import shipped_table
from briefing.model import Actor, AgendaItem, Briefing, DateInterval, Document
from briefing.untrusted.cleaning import clean_line
from briefing.version import __version__

LONGEST_STRING = 1024
LIMITS: Mapping[str, int] = {
    "name": 384,
    "alias": 384,
    "location": 250,
    "sourceUrl": 4096,
    "summary": 65_000,
    "bodyText": 65_000,
}
"""How many characters FollowTheMoney 4 takes for a value of these properties; :data:`LONGEST_STRING` for others."""

Properties = dict[str, Iterable[str | None]]


def render_ftm(briefing: Briefing, with_text: bool = False) -> Iterator[str]:
    """Yield one line an entity: articles, actors, events, then mentions."""
    content = Content(briefing)
    topics: dict[str, dict[str, None]] = {}
    for dispute in content.disputes:
        for evidence in dispute.evidence:
            topics.setdefault(evidence.document, {})[dispute.name] = None
    for document in content.documents:
        yield _article(document, topics.get(document.id, {}), with_text)
    yield from (_actor(actor) for actor in content.actors)
    yield from (_event(content, item) for item in content.agenda)
    yield from _mentions(content)


def _entity(key: str, schema: str, properties: Properties) -> str:
    kept: dict[str, list[str]] = {}
    for name, values in properties.items():
        texts = dict.fromkeys(_short(_line(value), name) for value in values if value)
        if any(texts):
            kept[name] = [text for text in texts if text]
    return json.dumps({"id": key, "schema": schema, "properties": kept}, ensure_ascii=False) + "\n"


def _line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(plain_line(text).split()))


def _short(text: str, name: str) -> str:
    return clean_line(text, LIMITS.get(name, LONGEST_STRING))


def _paragraphs(document: Document) -> Iterator[str]:
    """Yield the text of an article block by block: one value could be longer than FollowTheMoney takes."""
    for block in document.blocks:
        yield document.text[block.start : block.end]


def _article(document: Document, topics: Iterable[str], with_text: bool) -> str:
    return _entity(
        _document_key(document.id),
        "Article",
        {
            "title": [document.title],
            "fileName": [document.path, *sorted(document.also_in)],
            "publishedAt": [document.published.isoformat() if document.published else None],
            "publisher": [document.publisher],
            "sourceUrl": [document.url if _is_web_address(document.url) else None],
            "keywords": [*document.tags, *topics],
            "language": ["eng"],
            "mimeType": ["text/plain"],
            "processingAgent": [f"briefing {__version__}"],
            "bodyText": _paragraphs(document) if with_text else [],
        },
    )


def _actor(actor: Actor) -> str:
    country = two_letters(actor.country) if actor.country else None
    properties: Properties = {"name": [actor.name], "alias": sorted(actor.aliases), "country": [country]}
    if actor.kind == "person":
        properties["position"] = [role.title for role in actor.roles]
    return _entity(_actor_key(actor.id), _schema(actor), properties)


def _schema(actor: Actor) -> str:
    if actor.kind == "person":
        return "Person"
    return "PublicBody" if actor.kind == "state" or _is_government_body(actor) else "Organization"


def _is_government_body(actor: Actor) -> bool:
    if actor.id in _government_bodies():
        return True
    names = (actor.name, *actor.aliases)
    return actor.country is not None and any(body in name for name in names for body in _ministries())


@cache
def _government_bodies() -> frozenset[str]:
    return frozenset(shipped_table("government_bodies"))


@cache
def _ministries() -> tuple[str, ...]:
    return tuple(shipped_table("ministries"))


def _event(content: Content, item: AgendaItem) -> str:
    return _entity(
        _event_key(item.id),
        "Event",
        {
            "name": [item.title],
            **_days(item.date),
            "location": [item.place],
            "involved": [_actor_key(actor) for actor in sorted(item.participants) if actor in content.actor_ids],
            "summary": [content.sentence(evidence) for evidence in content.in_order(item.evidence)],
            "keywords": [item.kind],
            "recordId": [item.id],
            "proof": [_document_key(evidence.document) for evidence in content.in_order(item.evidence)],
        },
    )


def _days(interval: DateInterval | None) -> Properties:
    """Return the date as exactly as it is known: FollowTheMoney takes ``2021-07`` and ``2021`` for a date too."""
    if interval is None:
        return {}
    start, end = interval.start.isoformat(), interval.end.isoformat()
    known = {"day": start, "month": start[:7], "year": start[:4]}
    if interval.precision in known:
        return {"date": [known[interval.precision]]}
    return {"startDate": [start], "endDate": [end]}


def _mentions(content: Content) -> Iterator[str]:
    for actor in content.actors:
        names: dict[str, dict[str, None]] = {}
        for evidence in content.in_order(actor.evidence):
            names.setdefault(evidence.document, {})[content.words(evidence)] = None
        country = two_letters(actor.country) if actor.country else None
        for document, forms in names.items():
            properties: Mapping[str, Iterable[str | None]] = {
                "document": [_document_key(document)],
                "resolved": [_actor_key(actor.id)],
                "name": [actor.name, *forms],
                "detectedSchema": [_schema(actor)],
                "contextCountry": [country],
            }
            yield _entity(f"mention-{document}-{actor.id}", "Mention", dict(properties))


def _is_web_address(url: str | None) -> bool:
    try:
        found = urlsplit(url or "")
        return found.scheme in {"http", "https"} and bool(found.hostname)
    except ValueError:
        return False


def _document_key(key: str) -> str:
    return f"document-{key}"


def _actor_key(key: str) -> str:
    return f"actor-{key}"


def _event_key(key: str) -> str:
    return f"event-{key}"
