"""Which mentions of events are worth an agenda item of their own."""

from __future__ import annotations

from briefing.extraction.agenda.mentions import EventMention

_ACTS = frozenset({"treaty", "vote"})
_SPOKEN = frozenset({"speak", "talk", "call", "phone", "telephone"})


def is_worth_an_item(mention: EventMention) -> bool:
    """Tell whether a mention alone tells of an event: dated, or told of somebody in particular."""
    dated = bool(mention.times) and not _is_background(mention)
    if mention.mood in {"wish", "denied"} or (mention.mood == "aim" and not dated):
        return False
    if mention.certain:
        return True
    if mention.kind in {"other", "deadline"}:
        return dated and not (mention.kind == "other" and _is_gerund(mention))
    return _verb_is_worth(mention, dated) if mention.by_verb else _noun_is_worth(mention, dated)


def _is_gerund(mention: EventMention) -> bool:
    """Tell whether an event is told by a mere gerund: ``after taking office``."""
    verb = mention.verb
    return mention.by_verb and verb is not None and verb.inflection == "ing" and verb.group == verb.first


def _is_background(mention: EventMention) -> bool:
    """Tell whether a noun with no more than a year behind it only recalls something: ``the 2016 election``."""
    date = mention.date
    recalled = date is not None and date.precision == "year" and mention.tense == "past"
    bare = mention.verb is None or (mention.verb.senses[:1] and mention.verb.senses[0].lemma == "be")
    return recalled and not mention.by_verb and bool(bare)


def _noun_is_worth(mention: EventMention, dated: bool) -> bool:
    """Tell whether a noun is more than a word: dated, held by somebody, between parties, or somewhere."""
    held = mention.verb is not None and mention.tense is not None
    placed, parties = mention.place is not None, len(mention.participants)
    match mention.kind:
        case "treaty" | "vote":
            return dated
        case "exercise":
            return dated or held or placed
    planned = held and mention.tense == "to_come" and mention.mood == "fact"
    told = mention.tense is not None and (parties > 1 or (parties > 0 and placed))
    return dated or planned or (held and parties > 0) or told


def _verb_is_worth(mention: EventMention, dated: bool) -> bool:
    """Tell whether a verb tells of one event: in a tense or on a day, and of or with somebody."""
    table = mention.clauses.annotations.knowledge.events
    placed, parties = mention.place is not None, len(mention.participants)
    gerund = _is_gerund(mention) and mention.kind in _ACTS
    if not dated and (mention.tense is None or mention.act in table.dated_only or gerund):
        return False
    match mention.kind:
        case "proposal":
            return parties > 0
        case "meeting":
            return parties > 1 or (mention.act not in _SPOKEN and (dated or placed))
        case "visit" if mention.act in table.dated_only:
            return dated and placed
        case "visit":
            return (parties > 0 and placed) or (dated and (parties > 0 or placed))
        case "treaty":
            signed = parties > 1 and mention.act == "sign"
            named = bool(mention.clauses.annotations.instruments_in(*mention.clauses.sentence.span))
            return dated or signed or (parties > 0 and named)
        case "vote":
            return dated or (parties > 0 and mention.tense == "past")
    return dated
