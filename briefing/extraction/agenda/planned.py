"""What is to be done on a day, without an event's own word: ``tariffs will rise on June 1``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.dating import governor
from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.verbs import Verb
from briefing.extraction.agenda.words import word_set
from briefing.extraction.intervals import Fixed, Vague
from briefing.extraction.times import TimeExpression
from briefing.model import AgendaKind

_STATES = word_set("be have continue remain stay need know see mean depend want like include")
_STARTS = word_set("start begin launch open introduce")
_DUE = word_set("due expected scheduled slated planned")


def find_planned(
    clauses: Clauses, mentions: Sequence[EventMention], expressions: Iterable[TimeExpression]
) -> Iterator[EventMention]:
    """Yield what a sentence says will be done on a day that no event of it takes for its own."""
    taken = {time.start for mention in mentions for time in mention.times}
    owners = dict.fromkeys(clauses.verbs)
    for expression in expressions:
        if expression.start in taken or expression.relation != "on":
            continue
        first = clauses.annotations.token_at(expression.start)
        last = clauses.annotations.token_at(expression.end - 1) + 1
        verb = clauses.verbs.get(governor(clauses, first, last, owners)) if first >= clauses.first else None
        if (
            verb is None
            or not (_is_near(expression, verb) and _is_planned(clauses, verb))
            or any(_touches(mention, verb) for mention in mentions)
        ):
            continue
        mention = EventMention(
            clauses,
            _kind(clauses, verb),
            verb.first,
            verb.last,
            verb,
            True,
            "to_come",
            "fact",
            act=clauses.annotations.lowers[verb.first],
        )
        mention.times = [expression]
        mention.certain = True
        yield mention


def _kind(clauses: Clauses, verb: Verb) -> AgendaKind:
    """Return the kind of event that the subject of a verb is: ``a ceasefire will begin at noon on Friday``."""
    lowers, table = clauses.annotations.lowers, clauses.annotations.knowledge.events
    for index in range(verb.group - 1, clauses.piece_start(verb.group) - 1, -1):
        if lowers[index] in table.nouns:
            return table.nouns[lowers[index]][-1].kind
        if lowers[index] in table.objects["treaty"]:
            return "treaty"
    return "other"


def _is_near(expression: TimeExpression, verb: Verb) -> bool:
    """Tell whether an expression names days, and not a year of which a forecast speaks: that may only see a start."""
    reading = expression.reading
    if reading.side == "past" or isinstance(reading, Vague):
        return False
    starts = bool(verb.senses) and verb.senses[0].lemma in _STARTS
    return starts or not isinstance(reading, Fixed) or reading.fixed.precision != "year"


def _is_planned(clauses: Clauses, verb: Verb) -> bool:
    """Tell whether a verb says what will be done: ``will rise``, ``is to be tried``, ``is expected``."""
    lower = clauses.annotations.lowers[verb.first]
    if verb.mood != "fact" or (verb.senses and verb.senses[0].lemma in _STATES) or not verb.finite:
        return False
    adjective = verb.inflection == "base" and clauses.annotations.lowers[verb.first - 1] == "be"
    return (verb.tense == "to_come" and not adjective) or (verb.passive and verb.tense is None and lower in _DUE)


def _touches(mention: EventMention, verb: Verb) -> bool:
    return mention.verb is verb and (mention.by_verb or mention.mood == "fact")
