"""Which time expression of a sentence belongs to which event, and the date it gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from briefing.extraction.agenda.clauses import Clauses
from briefing.extraction.agenda.governing import CANCELLING
from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.verbs import Verb
from briefing.extraction.agenda.words import word_set
from briefing.extraction.intervals import Anchor, Later, SameDay, Weekday, counts_from_another
from briefing.extraction.times import TimeExpression, date_of
from briefing.model import Precision, Tense

_FINENESS: tuple[Precision, ...] = ("day", "range", "week", "month", "quarter", "year")
_MODIFIER_REACH = 6
_YEAR_DIGITS = 4
_TIME_REACH = 8
_SUBJECTS = word_set("it he she they we")
_DAYS_OF_AN_EXERCISE = 3
_BEGINNING = word_set("begin start open resume launch kick")
_NO_MODIFIERS = word_set(", ; : ( ) — – of in on at by to from with for and the a an")

_AT = word_set("at in during for")
_DONE = frozenset({"other", "treaty"})
_LASTING = frozenset({"continue", "last", "run"})
_PROLONGING = frozenset({"extend", "prolong"})
_PERFECT = word_set("has have had")
_AFTER_PARTICIPLE = word_set("by under in at from with for between against to")

Owners = Mapping[int, EventMention | None]
"""For tokens that may govern a time: the event it would date, null for a verb that is none."""


def attach_times(clauses: Clauses, mentions: Sequence[EventMention], expressions: Iterable[TimeExpression]) -> None:
    """Give each time expression of a sentence to the event that it dates; those of other verbs to none."""
    owners = _owners(clauses, mentions)
    for expression in expressions:
        first = clauses.annotations.token_at(expression.start)
        last = clauses.annotations.token_at(expression.end - 1) + 1
        if first < clauses.first:
            continue
        named = _named_by(clauses, last, owners)
        if named is not None:  # "ahead of the May 2 election": the relation is the noun's
            named.times.append(expression._replace(relation="on"))
            continue
        owner = owners.get(governor(clauses, first, last, owners))
        if owner is not None and _agrees(owner, expression):
            owner.times.append(expression)


def share_times(clauses: Clauses, mentions: Sequence[EventMention], expressions: Sequence[TimeExpression]) -> None:
    """Give an event the time that another clause tells for it.

    ``On Friday she visited Seoul, where she met ...``; ``announced today that it has extended ...``.
    """
    lowers = clauses.annotations.lowers
    for mention in mentions:
        if mention.tense is None and _is_told_at(clauses, mention):
            mention.tense = "past"
        verb = mention.verb
        begin = verb.group if verb else mention.first
        start = clauses.piece_start(begin)
        reported = mention.by_verb and start > clauses.first and lowers[start] == "that" and lowers[begin] in _PERFECT
        if not mention.times and (lowers[start] in {"where", "when"} or reported):
            at = clauses.annotations.tokens[start].start
            mention.times = [time for time in expressions if time.end <= at and time.reading.side != "to_come"][-1:]
            if mention.tense == "to_come":
                mention.times = [time for time in expressions if time.end <= at and time.reading.side == "to_come"][-1:]
        if not mention.times and verb is None:
            _share_with_noun(clauses, mention, expressions)


def _is_told_at(clauses: Clauses, mention: EventMention) -> bool:
    """Tell whether what was done at an event is told after it: ``In his June 14 speech he set out his terms``."""
    if mention.by_verb or mention.verb is not None or clauses.annotations.lowers[clauses.first] not in _AT:
        return False
    if any(at in clauses.verbs or clauses.annotations.lowers[at] == "," for at in range(clauses.first, mention.last)):
        return False
    main = next((verb for verb in clauses.verbs.values() if verb.first >= mention.last and verb.finite), None)
    return main is not None and main.tense == "past" and main.mood == "fact"


def _share_with_noun(clauses: Clauses, mention: EventMention, expressions: Sequence[TimeExpression]) -> None:
    """Give an event the time and tense of what is done at it or for it: ``said on Friday at a meeting``."""
    lowers = clauses.annotations.lowers
    anchor = mention.first - bool(mention.determiner)
    if anchor == clauses.first or lowers[anchor - 1] not in _AT:
        return
    verb = next((verb for verb in reversed(clauses.verbs.values()) if verb.last < anchor), None)
    if verb is None or verb.tense is None or verb.mood != "fact" or (mention.tense and mention.tense != verb.tense):
        return
    if any(clauses.segment(at) != clauses.segment(verb.first) for at in range(verb.first, anchor)):
        return
    owners = dict.fromkeys(clauses.verbs)
    for expression in expressions:
        first = clauses.annotations.token_at(expression.start)
        last = clauses.annotations.token_at(expression.end - 1) + 1
        if first >= clauses.first and governor(clauses, first, last, owners) == verb.first:
            mention.tense = verb.tense
            if _agrees(mention, expression) and expression.relation == "on":
                mention.times.append(expression)


def date_mention(mention: EventMention, published: date | None, expressions: Sequence[TimeExpression]) -> None:
    """Set a mention's date from the finest of its times, and its tense where only the date tells it.

    ``expressions`` are those of the document up to the end of the mention's sentence.
    """
    text = mention.clauses.annotations.document.text
    anchor = Anchor(published, _tense_for_reading(mention), _last_day(mention, published, expressions))
    ahead = anchor._replace(tense="to_come")
    dates = [
        found for time in mention.times if (found := date_of(time, text, ahead if time.relation == "until" else anchor))
    ]
    mention.date = min(dates, key=lambda found: _FINENESS.index(found.precision), default=None)
    due = mention.by_verb and mention.verb is not None and mention.verb.due
    over = mention.date is not None and published is not None and mention.date.end < published
    if mention.tense == "to_come" and over:
        mention.tense = "past"
    if mention.tense is None or (due and mention.date is not None):
        mention.tense = _tense_by_date(mention, published) or mention.tense
    if mention.tense is None and mention.kind == "deadline":
        mention.tense = "to_come"
    if mention.tense == "past" and _begins_today(mention, published):
        mention.tense = "under_way"
    if mention.tense is None and not mention.by_verb:
        around = mention.clauses.tense_before(mention.first)
        done = mention.kind in _DONE and mention.date is not None
        if done or around == "past":
            mention.tense = "to_come" if around == "to_come" else "past"


def _last_day(mention: EventMention, published: date | None, expressions: Sequence[TimeExpression]) -> date | None:
    """Return the day last spoken of before a time that counts from it."""
    counted = next((time for time in mention.times if counts_from_another(time.reading)), None)
    if counted is None:
        return None
    anchor = Anchor(published)
    counts_days = isinstance(counted.reading, SameDay | Later)
    for expression in reversed(expressions):
        if expression.start < counted.start and (expression.relation == "on" or not counts_days):
            days = expression.reading.days(anchor)
            if days is not None and (days.precision == "day" or not counts_days):
                return days.start
    return None


def _owners(clauses: Clauses, mentions: Sequence[EventMention]) -> Owners:
    owners: dict[int, EventMention | None] = dict.fromkeys(clauses.verbs)
    for mention in mentions:
        owners |= dict.fromkeys(range(mention.first, mention.last), mention)
    for mention in reversed(mentions):
        if mention.verb is not None:
            owners[mention.verb.first] = mention
        if mention.by_verb and mention.tense == "past" and mention.verb is not None and not mention.verb.finite:
            chance = clauses.verb_before(mention.verb.group)
            if chance is not None and owners.get(chance.first) is None:
                owners[chance.first] = mention
    for mention in mentions:
        further = None if mention.by_verb else clauses.relative_verb(mention.last - 1)
        if further is not None and owners.get(further.first) is None and _tells_how_it_goes(further):
            owners[further.first] = mention
    return owners


def _tells_how_it_goes(verb: Verb) -> bool:
    return any(sense.use in {"holding", "happening", "making"} for sense in verb.senses)


def _named_by(clauses: Clauses, last: int, owners: Owners) -> EventMention | None:
    """Return the event of which the time is a modifier: ``Wednesday's discussions``, ``a September 3 deadline``."""
    behind_year = last < clauses.last and clauses.annotations.lowers[last] == "," and _is_year(clauses, last - 1)
    for index in range(last + behind_year, min(clauses.last, last + _MODIFIER_REACH)):
        owner = owners.get(index)
        if owner is not None and not owner.by_verb and index not in clauses.verbs:
            return owner
        if index in owners or clauses.annotations.lowers[index] in _NO_MODIFIERS:
            return None
    return None


def _is_year(clauses: Clauses, index: int) -> bool:
    word = clauses.annotations.words[index]
    return word.isdigit() and len(word) == _YEAR_DIGITS


def _is_in_front(clauses: Clauses, first: int, last: int) -> bool:
    """Tell whether a time is a piece by itself in front of its clause: ``On Friday, ...``, ``that, from May 12,``."""
    start = clauses.piece_start(first)
    alone = _ends_piece(clauses, last) and last < clauses.last
    that = clauses.annotations.lowers[start - 2] == "that" if start - 2 >= clauses.first else False
    return alone and first - start <= 1 and (start == clauses.first or that or _before_pronoun(clauses, last))


def _before_pronoun(clauses: Clauses, last: int) -> bool:
    """Tell whether a time stands in front of a new clause: ``..., and, on June 1, it did``, but for ``he said``."""
    lowers = clauses.annotations.lowers
    stop = min(clauses.last - 2, last + _TIME_REACH)
    commas = (at for at in range(last, stop) if lowers[at] == "," and lowers[at + 1] in _SUBJECTS)
    comma = next(commas, None) if lowers[last] == "," else None
    if comma is None or any(at in clauses.verbs for at in range(last, comma)):
        return False
    return lowers[comma + 2] not in clauses.annotations.knowledge.speech.verbs


def _belongs(clauses: Clauses, index: int) -> bool:
    """Tell whether a noun is only what another belongs to: ``the last day of its session``."""
    lowers = clauses.annotations.lowers
    return "of" in lowers[max(clauses.first, index - 2) : index]


def _ends_piece(clauses: Clauses, last: int) -> bool:
    """Tell whether nothing but a full stop follows in the piece of the token before."""
    lowers = clauses.annotations.lowers
    return all(not lowers[at][0].isalnum() for at in range(last, clauses.piece_end(last - 1)))


def governor(clauses: Clauses, first: int, last: int, owners: Owners) -> int:
    """Return the token that governs a time: before it in its piece, after it where it opens the piece, else before.

    A time that is a piece by itself belongs to the verb of its clause: ``visited Lima to discuss trade, May 10-13``.
    """
    piece = clauses.segment(first)
    behind = [i for i in range(first - 1, clauses.first - 1, -1) if i in owners]
    ahead = [i for i in range(last, clauses.last) if i in owners and not _is_reduced(clauses, i, owners)]
    here = [i for i in behind if clauses.segment(i) == piece]
    if not here and clauses.opens_piece(first):
        here = [i for i in ahead if clauses.segment(i) == piece]
    if not here and _is_in_front(clauses, first, last):
        here = [i for i in ahead if i in clauses.verbs or not _belongs(clauses, i)]
    if not here and clauses.piece_start(first) == first and _ends_piece(clauses, last):
        here = [i for i in behind if i not in clauses.verbs or clauses.verbs[i].finite]
    return next(iter(here or behind or ahead), -1)


def _is_reduced(clauses: Clauses, index: int, owners: Owners) -> bool:
    """Tell whether a participle only describes the noun before it: ``a tribunal constituted under ...``."""
    verb = clauses.verbs.get(index)
    if verb is None or owners[index] is not None or verb.inflection != "ed" or verb.group != verb.first:
        return False
    return verb.last < clauses.last and clauses.annotations.lowers[verb.last] in _AFTER_PARTICIPLE


def _agrees(mention: EventMention, expression: TimeExpression) -> bool:
    """Tell whether an expression can be the date of an event: on its days, and on the side that the tense tells."""
    if expression.relation in {"since", "after", "before"}:
        return False
    if expression.relation == "until" and mention.act not in _PROLONGING and not _lasts(mention):
        return False
    side = expression.reading.side
    return side is None or mention.tense in {None, side, "under_way"}


def _lasts(mention: EventMention) -> bool:
    """Tell whether an event's end is told: ``The drills run until Friday``."""
    verb = mention.verb
    happening = verb.sense("happening") if verb is not None and not mention.by_verb else None
    return happening is not None and happening.lemma in _LASTING


def _tense_for_reading(mention: EventMention) -> Tense | None:
    """Return the tense to read a weekday with: a present (``Wednesday's talks come as``) looks ahead.

    What was due at a time told from the past is read as the nearest such time.
    """
    if mention.by_verb and mention.verb is not None and mention.verb.due:
        weekday = any(isinstance(time.reading, Weekday) for time in mention.times)
        lowers = mention.clauses.annotations.lowers[mention.verb.group : mention.verb.first]
        return "to_come" if weekday and "had" not in lowers else None
    if mention.tense is not None:
        return "to_come" if mention.tense == "under_way" else mention.tense
    if _is_cancelled(mention):
        return "to_come"
    if mention.kind == "deadline" and not mention.by_verb:
        return _tense_of_deadline(mention)
    if mention.mood == "wish":
        return "to_come"
    if mention.verb is not None and mention.verb.inflection in {"s", "base"}:
        return "to_come"
    ahead = not mention.by_verb and mention.clauses.tense_before(mention.first) == "to_come"
    return "to_come" if ahead else None


def _begins_today(mention: EventMention, published: date | None) -> bool:
    """Tell whether an event that has just begun goes on: ``opened talks on Thursday``, told on Thursday."""
    if mention.by_verb or mention.kind not in {"meeting", "exercise"} or mention.verb is None or mention.date is None:
        return False
    begins = mention.verb.senses[0].lemma in _BEGINNING if mention.verb.senses else False
    if not begins or mention.date.precision != "day" or published is None:
        return False
    return 0 <= (published - mention.date.start).days <= (_DAYS_OF_AN_EXERCISE if mention.kind == "exercise" else 0)


def _is_cancelled(mention: EventMention) -> bool:
    held = mention.verb.sense("holding") if mention.verb is not None and not mention.by_verb else None
    return held is not None and held.phrase in CANCELLING


def _tense_of_deadline(mention: EventMention) -> Tense | None:
    """Return the tense to read a deadline with: ``a deadline of Friday`` is to come, ``On Friday it gave`` is not."""
    here = mention.clauses.annotations.tokens[mention.last - 1].start
    if any(time.start > here for time in mention.times):
        return "to_come"
    outside = mention.times and mention.times[0].end <= mention.clauses.annotations.tokens[mention.first].start
    return mention.verb.tense if outside and mention.verb is not None else None


def _tense_by_date(mention: EventMention, published: date | None) -> Tense | None:
    side = next((time.reading.side for time in mention.times if time.reading.side), None)
    if side is not None or mention.date is None or published is None:
        return side
    if mention.date.end < published:
        return "past"
    return "to_come" if mention.date.start > published else None
