"""Ends that a sentence sets without an event's own word: ``by 1 May``, ``within 48 hours``, a treaty ``until 2026``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.verbs import Verb
from briefing.extraction.agenda.words import word_set
from briefing.extraction.intervals import Fixed, counts_from_another
from briefing.extraction.times import TimeExpression, find_times
from briefing.model import AgendaKind, Tense

_MOST_WORDS = 14
_DURATION = re.compile(
    r"\bfor (?:an? (?:\w+ )?period of |up to |at least |another |a further )?"
    r"(?:\d{1,3}|two|three|four|five|six|seven|ten|thirty|sixty|ninety) (?:more )?(?:hours|days|weeks|months)\b"
)
_PACTS = word_set(
    "declaration agreement agreements accord accords pact treaty protocol memorandum communique statement"
)
_GRANTED = re.compile(
    r"\b(?:up to |another |just |only )?(?:\d{1,3}|one|two|three|four|five|six|seven|ten|a|thirty|sixty|ninety)[ -]"
    r"(?:more )?(?:hours?|days?|weeks?|months?)(?= to [a-z])"
)
_PERIODS = word_set("hour hours day days week weeks month months")
_NO_TITLE = word_set("is are was were be been to able will would and or the a an that which")
_DUTIES = word_set("to will would must should shall can cannot does not")


def find_limits(
    clauses: Clauses, mentions: Sequence[EventMention], expressions: Sequence[TimeExpression]
) -> Iterator[EventMention]:
    """Yield the deadlines and terms of a sentence that no event of it takes for its date."""
    taken = {time.start for mention in mentions if mention.mood not in {"wish", "denied"} for time in mention.times}
    for expression in expressions:
        if expression.start in taken or expression.reading.side == "past":
            continue
        first = clauses.annotations.token_at(expression.start)
        last = clauses.annotations.token_at(expression.end - 1) + 1
        verb = _verb(clauses, first)
        if (
            expression.relation == "until"
            and verb is not None
            and verb.sense("granting")
            and _before_infinitive(clauses, last)
        ):
            yield _limit(clauses, "deadline", first, last, verb, "to_come", expression)
        elif expression.relation == "until" and counts_from_another(expression.reading):
            continue  # "had until that day been" sets no end
        elif expression.relation == "until" and _has_treaty(clauses, first):
            yield _term(clauses, first, last, verb, expression)
        elif _is_limit(clauses, expression, first, verb):
            yield _limit(clauses, "deadline", first, last, verb, "to_come", expression)
    if not _PERIODS.isdisjoint(clauses.annotations.lowers[clauses.first : clauses.last]):
        yield from _durations(clauses, mentions)
        yield from _granted(clauses)
    yield from _dated_instruments(clauses, expressions)


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
    """Tell whether somebody binds himself or is urged: a mere forecast names years too."""
    return any(
        verb.mood == "fact" and (verb.sense("intending") or verb.sense("wishing")) for verb in clauses.verbs.values()
    )


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


def _granted(clauses: Clauses) -> Iterator[EventMention]:
    """Yield the time somebody has or is given: ``gave the rebels 48 hours to leave``."""
    annotations = clauses.annotations
    for found in _GRANTED.finditer(annotations.document.text, *clauses.sentence.span):
        first, last = annotations.token_at(found.start()), annotations.token_at(found.end() - 1) + 1
        verb = _verb(clauses, first)
        if verb is not None and verb.sense("granting") and verb.mood == "fact":
            mention = _limit(clauses, "deadline", first, last, verb, "to_come", None)
            stop = min(clauses.last, last + _MOST_WORDS)
            stop = next((at for at in range(last, stop) if not annotations.words[at][0].isalnum()), stop)
            mention.title = annotations.text(first, stop)
            yield mention


def _before_infinitive(clauses: Clauses, last: int) -> bool:
    return last < clauses.last and clauses.annotations.lowers[last] == "to"


def _dated_instruments(clauses: Clauses, expressions: Iterable[TimeExpression]) -> Iterator[EventMention]:
    """Yield instruments named with their day: ``the Jeddah Declaration of May 11, 2023``."""
    annotations = clauses.annotations
    ends = {named.end: named for named in annotations.instruments_in(*clauses.sentence.span)}
    for expression in expressions:
        first, last = annotations.token_at(expression.start), annotations.token_at(expression.end - 1) + 1
        named = ends.get(annotations.tokens[first - 2].end) if first - 2 >= clauses.first else None
        day = isinstance(expression.reading, Fixed) and expression.reading.fixed.precision == "day"
        last_word = annotations.lowers[first - 2]
        if named is not None and day and annotations.lowers[first - 1] == "of" and last_word in _PACTS:
            mention = EventMention(
                clauses, "treaty", first, last, None, False, "past", "fact", act="sign", certain=True
            )
            mention.title = annotations.document.text[named.start : named.end]
            mention.times = [expression]
            yield mention


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
