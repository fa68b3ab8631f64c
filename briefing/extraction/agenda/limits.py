"""Ends that a sentence sets without an event's own word: ``by 1 May``, ``within 48 hours``, a treaty ``until 2026``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.verbs import Verb
from briefing.extraction.agenda.words import word_set
from briefing.extraction.intervals import Fixed
from briefing.extraction.times import TimeExpression, find_times
from briefing.model import AgendaKind, Tense

_MOST_WORDS = 14
_DURATION = re.compile(
    r"\bfor (?:an? (?:\w+ )?period of |up to |at least |another |a further )?"
    r"(?:\d{1,3}|two|three|four|five|six|seven|ten|thirty|sixty|ninety) (?:more )?(?:hours|days|weeks|months)\b"
)
_NO_TITLE = word_set("is are was were be been to able will would and or the a an that which")
_DUTIES = word_set("to will would must should shall can cannot does not")


def find_limits(
    clauses: Clauses, mentions: Sequence[EventMention], expressions: Iterable[TimeExpression]
) -> Iterator[EventMention]:
    """Yield the deadlines and terms of a sentence that no event of it takes for its date."""
    taken = {time.start for mention in mentions if mention.mood in {"fact", "offer"} for time in mention.times}
    for expression in expressions:
        if expression.start in taken or expression.reading.side == "past":
            continue
        first = clauses.annotations.token_at(expression.start)
        last = clauses.annotations.token_at(expression.end - 1) + 1
        verb = _verb(clauses, first)
        if expression.relation == "until" and _has_treaty(clauses, first):
            yield _term(clauses, first, last, verb, expression)
        elif _is_limit(clauses, expression, first, verb):
            yield _limit(clauses, "deadline", first, last, verb, "to_come", expression)
    yield from _durations(clauses, mentions)


def _verb(clauses: Clauses, index: int) -> Verb | None:
    return next((clauses.verbs[i] for i in range(index - 1, clauses.first - 1, -1) if i in clauses.verbs), None)


def _has_treaty(clauses: Clauses, before: int) -> bool:
    annotations = clauses.annotations
    begin = annotations.tokens[clauses.first].start
    treaties = annotations.knowledge.events.objects["treaty"]
    return bool(annotations.instruments_in(begin, annotations.tokens[before].start)) or any(
        lower in treaties for lower in annotations.lowers[clauses.first : before]
    )


def _is_limit(clauses: Clauses, expression: TimeExpression, first: int, verb: Verb | None) -> bool:
    if expression.relation == "until":
        return verb is not None and verb.sense("lasting") is not None
    if expression.relation not in {"by", "within"} or not _is_due(clauses, first):
        return False
    return (
        not isinstance(expression.reading, Fixed) or expression.reading.fixed.precision != "year" or _is_vowed(clauses)
    )


def _is_vowed(clauses: Clauses) -> bool:
    """Tell whether somebody binds himself: a mere forecast names years too."""
    return any(verb.sense("intending") and verb.mood == "fact" for verb in clauses.verbs.values())


def _is_due(clauses: Clauses, before: int) -> bool:
    """Tell whether something has yet to be done before a time: ``is to hand over``, ``will leave``, ``must stop``."""
    lowers = clauses.annotations.lowers
    return any(lowers[i] in _DUTIES for i in range(clauses.first, before))


def _durations(clauses: Clauses, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    annotations = clauses.annotations
    for found in _DURATION.finditer(annotations.document.text, *clauses.sentence.span):
        first = annotations.token_at(found.start())
        verb = _verb(clauses, first)
        if verb is not None and verb.sense("lasting") and not any(m.first <= verb.first < m.last for m in mentions):
            last = annotations.token_at(found.end() - 1) + 1
            yield _limit(clauses, "deadline", first, last, verb, _tense(clauses, first), None)


def _title_start(clauses: Clauses, first: int, verb: Verb | None) -> int:
    """Return where the words begin that say what has an end: at the verb, or after another time or clause."""
    lowers, tokens = clauses.annotations.lowers, clauses.annotations.tokens
    begin = clauses.first if verb is None else verb.group if verb.mood == "denied" else verb.first
    if verb is not None and verb.passive:
        before = clauses.verb_before(verb.group)
        begin = before.last if before else clauses.piece_start(verb.group)
    start = max(begin, first - _MOST_WORDS)
    for time in find_times(clauses.annotations.document.text, tokens[start].start, tokens[first].start):
        start = clauses.annotations.token_at(time.end - 1) + 1
    while start < first and (lowers[start] in _NO_TITLE or not lowers[start][0].isalnum()):
        start += 1
    return start


def _term(clauses: Clauses, first: int, last: int, verb: Verb | None, expression: TimeExpression) -> EventMention:
    """Return how long a treaty runs, titled with its name where the sentence gives it."""
    annotations = clauses.annotations
    mention = _limit(clauses, "treaty", first, last, verb, None, expression)
    named = annotations.instruments_in(*clauses.sentence.span)
    if named:
        name = annotations.document.text[named[-1].start : named[-1].end]
        mention.title = f"{name} {annotations.text(first, last)}"
    return mention


def _tense(clauses: Clauses, before: int) -> Tense | None:
    if "will" in clauses.annotations.lowers[clauses.first : before]:
        return "to_come"
    return clauses.first_tense


def _limit(
    clauses: Clauses,
    kind: AgendaKind,
    first: int,
    last: int,
    verb: Verb | None,
    tense: Tense | None,
    expression: TimeExpression | None,
) -> EventMention:
    start = _title_start(clauses, first, verb)
    mention = EventMention(clauses, kind, first, last, verb, False, tense, "fact", certain=True)
    mention.title = clauses.annotations.text(start, last)
    mention.times = [expression] if expression else []
    return mention
