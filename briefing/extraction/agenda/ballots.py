"""Votes told by their count: ``With 141 votes in favour the Assembly demanded``, ``defeated by 19 votes to 17``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.mentions import EventMention

_NUMBER = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_COUNT = re.compile(
    rf"\b(?:by|with|in)\s(?:an?\s)?(?:margin\sof\s|vote\sof\s)?{_NUMBER}(?:\svotes\b|(?:\sto\s|[-–]){_NUMBER}\svote\b)"
    rf"|\bvote\sof\s{_NUMBER}(?:\sto\s|[-–]){_NUMBER}",
    re.IGNORECASE,
)


def find_ballots(clauses: Clauses, mentions: Sequence[EventMention]) -> list[EventMention]:
    """Return the vote whose count a sentence gives, where none of its words names it."""
    text, span = clauses.annotations.document.text, clauses.sentence.span
    counted = _COUNT.search(text, span.start, span.end) if "vote" in text[span.start : span.end] else None
    if counted is None or any(mention.kind in {"vote", "treaty"} and mention.tense == "past" for mention in mentions):
        return []
    here = clauses.annotations.token_at(counted.start())
    told = [verb for verb in clauses.verbs.values() if verb.finite and verb.tense == "past"]
    before = [verb for verb in told if verb.last <= here]
    verb = next(iter(before[-1:] or told), None)
    if verb is None:
        return []
    return [EventMention(clauses, "vote", verb.first, verb.last, verb, True, "past", "fact", act="vote")]
