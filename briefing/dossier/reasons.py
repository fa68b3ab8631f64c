"""Why something was read: the words that a rule went by, and the rule in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.dossier.catalogue import Catalogue
from briefing.model import Evidence, Span, Statement
from briefing.record import record

_GAP = " … "
_SAID = re.compile(r"actor \+ (?P<cue>.+) \+ (?P<content>\w+)")
_EVENT = re.compile(r"(?P<kind>\w+): (?P<sign>noun|verb|limit)")
_EVENTS = {"exercise": "an exercise", "other": "some other event"}


@record(frozen=True, slots=True)
class Words:
    """Words that a rule went by, on one line, and the part they play; no part where there is but one."""

    text: str
    part: str = ""


@record(frozen=True, slots=True)
class Reason:
    """The rule that read something, in plain words, and the words behind it."""

    words: tuple[Words, ...]
    rule: str


def reason_of_evidence(catalogue: Catalogue, evidence: Evidence) -> Reason:
    """Return why a piece of evidence was read."""
    text = _one_line(catalogue, evidence.document, [Span(evidence.start, evidence.end)])
    return Reason((Words(text),), plain_rule(evidence.rule))


def reason_of_statement(catalogue: Catalogue, statement: Statement) -> Reason:
    """Return why a statement was read: who speaks, the words that tell of speaking, and what is said."""
    parts = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    words = (Words(_one_line(catalogue, statement.document, spans), part) for part, spans in parts.items() if spans)
    return Reason(tuple(words), plain_rule(statement.evidence.rule))


def plain_rule(rule: str) -> str:
    """Return a rule in words for people: ``actor + insist + clause`` is ``an actor, “insist” and a clause``.

    A rule that is in such words already is returned as it is.
    """
    said = _SAID.fullmatch(rule)
    if said:
        return f"an actor, “{said['cue']}” and a {said['content']}"
    event = _EVENT.fullmatch(rule)
    if event:
        kind = _EVENTS.get(event["kind"], f"a {event['kind']}")
        return f"a time limit of {kind}" if event["sign"] == "limit" else f"a {event['sign']} that tells of {kind}"
    return rule


def _one_line(catalogue: Catalogue, document: str, spans: Iterable[Span]) -> str:
    return " ".join(_GAP.join(catalogue.text(document, span) for span in spans).split())
