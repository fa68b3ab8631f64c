"""Merging the findings of many documents into one briefing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from briefing.assembly.actors import merge_actors
from briefing.assembly.agenda import merge_agenda
from briefing.knowledge.tables import Knowledge
from briefing.model import (
    AgendaItem,
    Briefing,
    Dispute,
    DisputeDefinition,
    Document,
    Evidence,
    Findings,
    Instrument,
    Mention,
    Skipped,
    Statement,
    StateName,
)


def assemble(
    documents: Sequence[Document],
    findings: Sequence[Findings],
    *,
    disputes: Sequence[DisputeDefinition],
    as_of: date | None = None,
    skipped: Sequence[Skipped] = (),
    knowledge: Knowledge | None = None,
) -> Briefing:
    """Return the briefing that documents and their findings make together.

    ``knowledge`` tells which city lies in which state, so that ``Geneva`` and ``Switzerland`` may be one place, and
    what states are called.
    ``findings`` belong to ``documents`` by document id, in any order. The as-of date is the given one, else the
    newest document's, else null.
    """
    ordered = sorted(documents, key=_newest_first)
    by_document = {finding.document: finding for finding in findings}
    oldest_first = [by_document[document.id] for document in reversed(ordered) if document.id in by_document]
    newest_first = oldest_first[::-1]
    actors, ids = merge_actors(oldest_first)
    newest = max((document.published for document in documents if document.published), default=None)
    return Briefing(
        as_of=as_of or newest,
        as_of_basis="given" if as_of else "newest document" if newest else "unknown",
        documents=tuple(ordered),
        mentions={
            finding.document: tuple(_mention(m, ids[finding.document, m.actor]) for m in finding.mentions)
            for finding in newest_first
        },
        actors=actors,
        statements=tuple(_statement(s, ids) for finding in newest_first for s in finding.statements),
        instruments=_instruments(newest_first),
        disputes=_disputes(newest_first, ids, [definition.id for definition in disputes]),
        agenda=merge_agenda(
            [_agenda_item(item, finding.document, ids) for finding in newest_first for item in finding.agenda],
            actors=actors,
            documents=ordered,
            knowledge=knowledge,
        ),
        skipped=tuple(skipped),
        states={key: StateName(state.name, state.short) for key, state in knowledge.states.items()}
        if knowledge
        else {},
    )


def _newest_first(document: Document) -> tuple[int, str]:
    return (-document.published.toordinal() if document.published else 1, document.path)


def _mention(mention: Mention, actor: str) -> Mention:
    # Most actors keep their id, and of many documents the mentions are most of what is held.
    return mention if actor == mention.actor else replace(mention, actor=actor)


def _statement(statement: Statement, ids: dict[tuple[str, str], str]) -> Statement:
    def merged(actor: str | None) -> str | None:
        return ids[statement.document, actor] if actor is not None else None

    actor, reported_by = merged(statement.actor), merged(statement.reported_by)
    if (actor, reported_by) == (statement.actor, statement.reported_by):
        return statement
    return replace(statement, actor=actor, reported_by=reported_by)


def _agenda_item(item: AgendaItem, document: str, ids: dict[tuple[str, str], str]) -> AgendaItem:
    participants = dict.fromkeys(
        ids[document, participant] for participant in item.participants if (document, participant) in ids
    )
    return replace(item, participants=tuple(participants))


def _instruments(findings: Iterable[Findings]) -> tuple[Instrument, ...]:
    merged: dict[str, Instrument] = {}
    for finding in findings:
        for instrument in finding.instruments:
            known = merged.get(instrument.id)
            if known is None:
                merged[instrument.id] = instrument
                continue
            forms = dict.fromkeys((*known.aliases, instrument.name, *instrument.aliases))
            merged[instrument.id] = replace(
                known,
                aliases=tuple(form for form in forms if form != known.name),
                evidence=known.evidence + instrument.evidence,
            )
    return tuple(merged[key] for key in sorted(merged))


def _disputes(
    findings: Iterable[Findings], ids: dict[tuple[str, str], str], order: Sequence[str]
) -> tuple[Dispute, ...]:
    """Return the disputes in the order of the configuration, parties by how many documents name them as such."""
    names: dict[str, str] = {}
    parties: dict[str, dict[str, int]] = {}
    evidence: dict[str, list[Evidence]] = {}
    for finding in findings:
        for dispute in finding.disputes:
            names.setdefault(dispute.id, dispute.name)
            evidence.setdefault(dispute.id, []).extend(dispute.evidence)
            counts = parties.setdefault(dispute.id, {})
            for party in dispute.parties:
                if (finding.document, party) in ids:
                    merged = ids[finding.document, party]
                    counts[merged] = counts.get(merged, 0) + 1
    place = {key: number for number, key in enumerate(order)}
    return tuple(
        Dispute(
            key,
            names[key],
            tuple(sorted(parties[key], key=lambda party: -parties[key][party])),
            tuple(evidence[key]),
        )
        for key in sorted(names, key=lambda key: (place.get(key, len(place)), key))
    )
