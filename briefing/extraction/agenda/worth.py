"""Which mentions of events are worth an agenda item of their own."""

from __future__ import annotations

from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.verbs import PREPOSITIONS
from briefing.extraction.agenda.words import word_set

_ACTS = frozenset({"treaty", "vote"})
_PLANNED = frozenset({"meeting", "visit", "vote", "exercise"})
_AFTER_MEETING = PREPOSITIONS | word_set("again every next soon later each here there and to today tomorrow . , ;")
_MANY = word_set("countries nations states governments sides parties powers superpowers capitals")
_PLACELESS = frozenset({"come", "be here", "return"})
_FULFILLED = word_set(
    "demand demands need needs requirement requirements obligation obligations condition conditions deadline deadlines",
    "target targets goal goals criteria standard standards commitment commitments challenge challenges resistance",
)
_OBJECT_REACH = 4
_SPOKEN = frozenset({"speak", "talk", "call", "phone", "telephone"})


def is_worth_an_item(mention: EventMention) -> bool:
    """Tell whether a mention alone tells of an event: dated, or told of somebody in particular."""
    dated = bool(mention.times) and not _is_background(mention)
    if mention.mood == "denied" or (mention.mood == "wish" and not is_set(mention)):
        return False
    if mention.mood == "aim" and not dated:
        return False
    if mention.certain or (mention.kind == "deadline" and _is_given(mention)):
        return True
    if not mention.by_verb and mention.word in mention.clauses.annotations.knowledge.events.nouns_ahead:
        return mention.date is not None and mention.tense == "to_come"
    if mention.kind in {"other", "deadline"}:
        return dated and not (mention.kind == "other" and _is_gerund(mention))
    return _verb_is_worth(mention, dated) if mention.by_verb else _noun_is_worth(mention, dated)


def _is_given(mention: EventMention) -> bool:
    """Tell whether a deadline is told by who gave it: ``gave Chile a deadline``, ``issued an ultimatum``."""
    verb = mention.verb
    if mention.by_verb or verb is None or verb.tense != "past":
        return False
    return mention.word == "ultimatum" or verb.sense("granting") is not None


def is_set(mention: EventMention) -> bool:
    """Tell whether what is wished or possible has its time ahead: ``urged them to resume the talks on 15 August``."""
    published = mention.clauses.annotations.document.published
    date = mention.date
    ahead = date is not None and published is not None and date.precision != "year" and date.end >= published
    return ahead and mention.mood == "wish" and mention.kind in _PLANNED


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
        case "treaty":
            return dated
        case "vote":
            return dated or (held and mention.tense == "to_come" and mention.mood == "fact")
        case "exercise":
            return dated or held or placed
    planned = held and mention.tense == "to_come" and mention.mood == "fact"
    told = mention.tense is not None and (parties > 1 or (parties > 0 and placed))
    under_way = held and mention.tense == "under_way"
    return dated or planned or under_way or (held and parties > 0) or told


def _is_many(mention: EventMention) -> bool:
    """Tell whether a plural without a name agrees: ``nearly 200 countries agreed``."""
    clauses, verb = mention.clauses, mention.verb
    before = clauses.annotations.lowers[verb.group - 1] if verb is not None and verb.group > clauses.first else ""
    return before in _MANY or before in clauses.annotations.knowledge.events.guests


def _tells_how(mention: EventMention) -> bool:
    """Tell whether a verb only tells how somebody voted: ``Chile voted against``."""
    clauses = mention.clauses
    return mention.last < clauses.last and clauses.annotations.lowers[mention.last] in {"against", "with"}


def _convenes(mention: EventMention) -> bool:
    """Tell whether who meets meets somebody, and not his obligations: ``will meet again``, ``will meet in May``."""
    clauses = mention.clauses
    if mention.last >= clauses.last:
        return True
    named = any(one.first == mention.last for one in clauses.named)
    return named or clauses.annotations.lowers[mention.last] in _AFTER_MEETING


def _fulfils(mention: EventMention) -> bool:
    """Tell whether what is met is no party: ``Iran met its obligations``."""
    lowers = mention.clauses.annotations.lowers[mention.last : mention.last + _OBJECT_REACH]
    return mention.act == "meet" and not _FULFILLED.isdisjoint(lowers)


def _verb_is_worth(mention: EventMention, dated: bool) -> bool:
    """Tell whether a verb tells of one event: in a tense or on a day, and of or with somebody."""
    table = mention.clauses.annotations.knowledge.events
    placed, parties = mention.place is not None, len(mention.participants)
    gerund = _is_gerund(mention) and mention.kind in _ACTS
    if _fulfils(mention) or (not dated and (mention.tense is None or mention.act in table.dated_only or gerund)):
        return False
    match mention.kind:
        case "proposal":
            return parties > 0
        case "meeting":
            planned = mention.tense == "to_come" and mention.act not in _SPOKEN and _convenes(mention)
            spoken = mention.act in _SPOKEN
            return parties > 1 or (dated and (parties > 0 or not spoken)) or (not spoken and (planned or placed))
        case "visit" if mention.act in _PLACELESS:
            return dated and parties > 0
        case "visit" if mention.act in table.dated_only:
            return dated and placed
        case "visit":
            return (parties > 0 and placed) or (dated and (parties > 0 or placed))
        case "treaty":
            if mention.act == "agree":
                return dated and (parties > 1 or _is_many(mention)) and mention.tense == "past"
            signed = parties > 1 and mention.act == "sign"
            named = bool(mention.clauses.annotations.instruments_in(*mention.clauses.sentence.span))
            return dated or signed or (parties > 0 and named)
        case "vote":
            return dated or (parties > 0 and mention.tense == "past" and not _tells_how(mention))
    return dated
