"""Short titles of events, from the words of the text and the names of who takes part."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extraction.agenda.mentions import EventMention
from briefing.extraction.agenda.words import word_set
from briefing.extraction.annotations import Annotations

_MOST_WORDS = 12
_MOST_NAMES = 3
_MOST_PROPOSED = 14
_ENDS = word_set(
    "in at on as where which who that when while because after before until since to by for from amid during",
    'following through within said , ; : . — – ( " “ ” ‘',
)
_COMPLEMENTS = word_set("with between of on")
_NO_SUBJECT = word_set("that which who where when and but the this these a an also then if as because while")
_PRONOUNS = word_set("him her them each one us me it")
_POINTING = word_set("it treaty agreement pact accord")
_RELATIVES = word_set("that which who")
_ARTICLES = word_set("a an the its their this that")
_OF_THINGS = frozenset({"enter into force", "come into force", "go into force", "take effect", "come into effect",
                        "go into effect", "end", "expire", "run out", "lapse"})  # fmt: skip
_DANGLING = word_set("the a an and or into of with 's between on")


def title_of(mention: EventMention) -> str:
    """Return a title for the event that a mention speaks of."""
    title = mention.title or (_by_verb(mention) if mention.by_verb else _by_noun(mention))
    words = " ".join(title.split())
    return words[:1].upper() + words[1:]


def _by_verb(mention: EventMention) -> str:
    annotations, verb = mention.clauses.annotations, mention.verb
    assert verb is not None
    subjects = [] if mention.act in _OF_THINGS else _subjects(mention)
    rest = _words_after(mention, max(verb.last, mention.last))
    if not subjects:
        return f"{_words_before(mention)} {annotations.text(verb.group, verb.last)} {rest}"
    others = [actor for actor in mention.participants if actor not in subjects]
    if not rest and others and mention.kind == "meeting":
        rest = f"with {_names(annotations, others)}"
    if mention.kind == "proposal":
        stop = min(mention.clauses.last, mention.last + _MOST_PROPOSED)
        stop = next((at for at in range(mention.last, stop) if annotations.lowers[at] in {",", ";"}), stop)
        while stop > mention.last and annotations.lowers[stop - 1] in _ENDS | _DANGLING:
            stop -= 1
        return f"{_names(annotations, subjects)} {annotations.text(verb.first, stop)}"
    if mention.tense != "to_come":
        does = annotations.text(verb.first, verb.last)
    elif verb.passive:
        does = f"to be {annotations.text(verb.first, verb.last)}"
    else:
        does = f"to {mention.act}"
    return f"{_names(annotations, subjects)} {does} {rest}"


def _by_noun(mention: EventMention) -> str:
    annotations = mention.clauses.annotations
    first = _without_times(mention)
    phrase = annotations.text(first, mention.last)
    joiner = annotations.lowers[mention.last] if mention.last < mention.clauses.last else ""
    rest = _words_after(mention, mention.last + 1) if joiner in _COMPLEMENTS else ""
    if rest:
        return f"{phrase} {joiner} {rest}"
    named = {one.reference.actor for one in mention.clauses.named if first <= one.first < mention.last}
    holders = _holders(mention)
    if holders and not named & set(holders) and (len(holders) > 1 or mention.last - first == 1):
        return f"{phrase} of {_names(annotations, holders)}"
    return f"{phrase} in {mention.place}" if mention.place and mention.place not in phrase else phrase


def _holders(mention: EventMention) -> list[str]:
    """Return the participants whose event it is: an exercise is that of states and bodies, not of who watches it."""
    actors = mention.clauses.annotations.actors
    return [actor for actor in mention.participants if mention.kind != "exercise" or actors[actor].kind != "person"]


def _without_times(mention: EventMention) -> int:
    """Return where the noun's modifiers begin once the dates before them are left out."""
    tokens = mention.clauses.annotations.tokens
    first = mention.first
    for time in mention.times:
        while first < mention.last - 1 and time.start <= tokens[first].start < time.end:
            first += 1
    while first < mention.last - 1 and not tokens[first].text[0].isalnum():
        first += 1
    return first


def _subjects(mention: EventMention) -> list[str]:
    """Return the participants that are named or meant before the verb."""
    assert mention.verb is not None
    before = {one.reference.actor for one in mention.clauses.named if one.last <= mention.verb.group}
    return [actor for actor in mention.participants if actor in before][:_MOST_NAMES]


def _names(annotations: Annotations, actors: Sequence[str]) -> str:
    names = [annotations.actors[actor].name for actor in actors[:_MOST_NAMES]]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _words_before(mention: EventMention) -> str:
    """Return the words of a subject that names nobody: ``Technical teams`` will meet."""
    clauses, verb = mention.clauses, mention.verb
    assert verb is not None
    first = clauses.piece_start(verb.group)
    for at in range(first, verb.group):
        if clauses.in_verb(at):
            first = at + 1
    first = max(first, verb.group - _MOST_WORDS)
    lowers = clauses.annotations.lowers
    if mention.instrument and first == verb.group:
        return _instrument_words(mention)
    if lowers[first] in _RELATIVES and first + 1 == verb.group and first > clauses.first:
        return _antecedent(mention, first)
    while first < verb.group and lowers[first] in _NO_SUBJECT:
        first += 1
    if first == verb.group:
        first = clauses.first
        last = next((at for at in range(first, verb.group) if clauses.in_verb(at) or lowers[at] == ","), verb.group)
        first += lowers[first] in _ARTICLES
        return clauses.annotations.text(first, min(last, first + _MOST_WORDS)) if last > first else ""
    if mention.instrument and " ".join(lowers[first : verb.group]) in _POINTING:
        return _instrument_words(mention)
    return clauses.annotations.text(first, verb.group) if first < verb.group else ""


def _antecedent(mention: EventMention, pronoun: int) -> str:
    """Return the words to which ``which`` or ``that`` points: ``a truce that was to expire``."""
    clauses = mention.clauses
    lowers = clauses.annotations.lowers
    last = pronoun - (lowers[pronoun - 1] == ",") if pronoun > clauses.first else pronoun
    for first in range(last - 1, max(clauses.first, last - _MOST_WORDS) - 1, -1):
        if lowers[first] in _ARTICLES or first == clauses.first:
            return clauses.annotations.text(first + (lowers[first] in _ARTICLES), last)
    return ""


def _instrument_words(mention: EventMention) -> str:
    annotations = mention.clauses.annotations
    named = (found for found in annotations.instruments if found.instrument == mention.instrument)
    return next((annotations.document.text[found.start : found.end] for found in named), "")


def _words_after(mention: EventMention, first: int) -> str:
    """Return the words from a token up to where, when or why, and no more than a few."""
    clauses = mention.clauses
    if first >= clauses.last:
        return ""
    lowers, tokens = clauses.annotations.lowers, clauses.annotations.tokens
    starts = {time.start for time in mention.times}
    last = first
    while last < clauses.last and last - first < _MOST_WORDS:
        inside_word = "-" in lowers[last - 1 : last] or "-" in lowers[last + 1 : last + 2]
        ends = (
            not inside_word
            and lowers[last] in _ENDS
            and not (lowers[last] == "," and "and" in lowers[last + 2 : last + 4])
        )
        if ends or tokens[last].start in starts or clauses.in_verb(last):
            break
        last += 1
    if last - first == _MOST_WORDS and "and" in lowers[first:last]:
        last -= lowers[first:last][::-1].index("and") + 1
    if lowers[first] in _PRONOUNS and last - first == 1:
        return _instrument_words(mention)
    if lowers[first] in _PRONOUNS and mention.kind == "meeting":
        return ""
    while last > first and lowers[last - 1] in _DANGLING:
        last -= 1
    return clauses.annotations.text(first, last) if last > first else ""
