"""The whole of extraction: one document in, what it says out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.extraction.agenda import find_agenda
from briefing.extraction.annotations import Annotations, DraftActor, annotate
from briefing.extraction.disputes import DisputeReader
from briefing.extraction.instruments import find_instruments
from briefing.extraction.organisations import find_organisations
from briefing.extraction.persons import find_persons
from briefing.extraction.references import find_references
from briefing.extraction.roles import find_roles
from briefing.extraction.statements import find_statements
from briefing.extraction.states import find_states
from briefing.knowledge.tables import Knowledge
from briefing.model import (
    Actor,
    AgendaItem,
    Dispute,
    DisputeDefinition,
    Document,
    Findings,
    Instrument,
    Mention,
    Role,
    Statement,
)


def extract(document: Document, knowledge: Knowledge, disputes: Sequence[DisputeDefinition]) -> Findings:
    """Return what a document says. Pure: the same document, tables and disputes give the same findings."""
    annotations = annotate(document, knowledge)
    roles = find_roles(annotations)
    find_states(annotations)
    find_organisations(annotations, roles)
    find_persons(annotations, roles)
    annotations.references.sort()
    instrument_names = find_instruments(annotations)
    find_references(annotations, roles)
    statements, found_disputes = DisputeReader(annotations, disputes).read(find_statements(annotations))
    agenda = find_agenda(annotations)
    return Findings(
        document=document.id,
        mentions=_mentions(annotations),
        actors=_actors(annotations, _named_elsewhere(statements, found_disputes, agenda)),
        statements=tuple(statements),
        instruments=_instruments(annotations, instrument_names),
        disputes=tuple(found_disputes),
        agenda=agenda,
    )


def _mentions(annotations: Annotations) -> tuple[Mention, ...]:
    return tuple(Mention(r.start, r.end, r.kind, r.actor, r.rule) for r in annotations.references if r.named)


def _named_elsewhere(
    statements: Iterable[Statement], disputes: Iterable[Dispute], agenda: Iterable[AgendaItem]
) -> dict[str, Statement | None]:
    """Return the actors that statements, disputes and agenda name, with a statement of theirs where there is one."""
    named: dict[str, Statement | None] = {}
    for statement in statements:
        if statement.actor is not None:
            named.setdefault(statement.actor, statement)
    for dispute in disputes:
        for party in dispute.parties:
            named.setdefault(party, None)
    for item in agenda:
        for participant in item.participants:
            named.setdefault(participant, None)
    return named


def _actors(annotations: Annotations, named: dict[str, Statement | None]) -> tuple[Actor, ...]:
    """Return the actors of the document; one that is only meant (the issuer's ``we``) rests on its statement."""
    evidence: dict[str, list[tuple[int, int, str]]] = {}
    for reference in annotations.references:
        if reference.named:
            evidence.setdefault(reference.actor, []).append((reference.start, reference.end, reference.rule))
    for actor, statement in named.items():
        if actor not in evidence and statement is not None:
            evidence[actor] = [(statement.evidence.start, statement.evidence.end, "issuer of the document")]
    return tuple(
        _actor(annotations, draft, evidence[draft.id])
        for draft in sorted(annotations.actors.values(), key=lambda draft: draft.id)
        if draft.id in evidence
    )


def _actor(annotations: Annotations, draft: DraftActor, spans: Sequence[tuple[int, int, str]]) -> Actor:
    return Actor(
        id=draft.id,
        kind=draft.kind,
        name=draft.name,
        aliases=tuple(draft.aliases),
        roles=tuple(Role(title, annotations.document.id) for title in reversed(draft.titles)),
        country=draft.country,
        evidence=tuple(annotations.evidence(start, end, rule) for start, end, rule in spans),
    )


def _instruments(annotations: Annotations, names: dict[str, str]) -> tuple[Instrument, ...]:
    found = []
    for key, name in sorted(names.items()):
        mentions = [mention for mention in annotations.instruments if mention.instrument == key]
        forms = dict.fromkeys(annotations.document.text[m.start : m.end] for m in mentions)
        found.append(
            Instrument(
                id=key,
                name=name,
                aliases=tuple(form for form in forms if form != name),
                evidence=tuple(annotations.evidence(m.start, m.end, m.rule) for m in mentions),
            )
        )
    return tuple(found)
