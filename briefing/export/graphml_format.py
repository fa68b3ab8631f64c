"""Actors, disputes and statements of a briefing as a directed graph (GraphML).

An actor ``says`` a statement, a statement is ``on`` a dispute, an actor is ``party_to`` a dispute and ``of`` a state,
and an actor ``reports`` a statement of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.export.content import Content
from briefing.export.escaping import xml_text
from briefing.model import PLOVER, Briefing, Statement

Value = str | int | bool | None

NODE_KEYS: Mapping[str, str] = {
    "label": "string",
    "type": "string",
    "kind": "string",
    "role": "string",
    "country": "string",
    "mentions": "int",
    "plover": "string",
    "quoted": "boolean",
    "negated": "boolean",
    "document": "string",
    "published": "string",
    "publisher": "string",
    "sentence": "string",
}
EDGE_KEYS: Mapping[str, str] = {"relation": "string", "weight": "int"}


def render_graphml(briefing: Briefing, with_text: bool = False) -> Iterator[str]:  # noqa: ARG001 - a graph has no texts
    """Yield the lines of the graph."""
    content = Content(briefing)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, kind in NODE_KEYS.items():
        yield f'<key id="{name}" for="node" attr.name="{name}" attr.type="{kind}"/>\n'
    for name, kind in EDGE_KEYS.items():
        yield f'<key id="{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="briefing" edgedefault="directed">\n'
    yield from _nodes(content)
    yield from _edges(content)
    yield "</graph>\n"
    yield "</graphml>\n"


def _nodes(content: Content) -> Iterator[str]:
    for actor in content.actors:
        told: dict[str, Value] = {"label": actor.name, "type": "actor", "kind": actor.kind, "role": actor.role}
        yield _node(f"actor:{actor.id}", {**told, "country": actor.country, "mentions": len(actor.evidence)})
    for dispute in content.disputes:
        told = {"label": dispute.name, "type": "dispute", "mentions": len(dispute.evidence)}
        yield _node(f"dispute:{dispute.id}", told)
    for statement in content.statements:
        document = content.document(statement.document)
        day = document.published.isoformat() if document.published else None
        sentence = content.sentence(statement.evidence)
        speaker = content.names.get(statement.actor or "", "?")
        label = f"{speaker}: {statement.kind}"
        told = {"label": label, "type": "statement", "kind": statement.kind, "plover": PLOVER[statement.kind]}
        told |= {"quoted": statement.quoted, "negated": statement.negated, "document": document.id, "published": day}
        yield _node(f"statement:{statement.id}", {**told, "publisher": document.publisher, "sentence": sentence})


def _edges(content: Content) -> Iterator[str]:
    shown = {dispute.id for dispute in content.disputes}
    for actor in content.actors:
        state = (actor.country or "").lower()
        if state in content.actor_ids and state != actor.id:
            yield _edge(f"actor:{actor.id}", f"actor:{state}", "of")
    for dispute in content.disputes:
        weights: dict[str, int] = dict.fromkeys(dispute.parties, 0)
        for statement in content.positions_on(dispute):
            if statement.actor in weights:
                weights[statement.actor] += 1
        for party in sorted(weights):
            if party in content.actor_ids:
                yield _edge(f"actor:{party}", f"dispute:{dispute.id}", "party_to", weights[party])
    for statement in content.statements:
        yield from _edges_of(content, statement, shown)


def _edges_of(content: Content, statement: Statement, disputes: set[str]) -> Iterator[str]:
    node = f"statement:{statement.id}"
    for actor, relation in ((statement.actor, "says"), (statement.reported_by, "reports")):
        if actor in content.actor_ids:
            yield _edge(f"actor:{actor}", node, relation)
    for dispute in sorted(set(statement.disputes) & disputes):
        yield _edge(node, f"dispute:{dispute}", "on")


def _node(key: str, values: Mapping[str, Value]) -> str:
    return f'<node id="{xml_text(key)}">{_data(values)}</node>\n'


def _edge(source: str, target: str, relation: str, weight: int = 1) -> str:
    data = _data({"relation": relation, "weight": weight})
    return f'<edge source="{xml_text(source)}" target="{xml_text(target)}">{data}</edge>\n'


def _data(values: Mapping[str, Value]) -> str:
    return "".join(f'<data key="{key}">{_value(value)}</data>' for key, value in values.items() if value is not None)


def _value(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else xml_text(str(value))
