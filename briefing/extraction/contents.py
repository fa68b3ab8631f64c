"""Contents: the quotation or the clause that a cue introduces or follows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from briefing.extraction.annotations import Annotations, SentenceTokens
from briefing.extraction.cues import NOUN, VerbGroup
from briefing.extraction.phrases import phrase_start
from briefing.extraction.sources import Source
from briefing.model import Span

_NEAR = 3
_DASHES = frozenset({"-", "–", "—", "―"})
_ABOUT = frozenset({"with", "about", "over", "at", "on", "for", "regarding", "in", "of"})
_ADJUNCTS = frozenset({"in", "on", "at", "during", "by", "after", "before", "with", "from"})
_ADJUNCT_REACH = 12
_WORDLIKE = frozenset({"%", ")", '"', "”", "'s"})
_OBJECT_RELATIVES = frozenset({"which", "that", "whom"})
_SHORTEST_PAST = 4
_SUBJECT_RELATIVES = frozenset({"which", "who"})
_OPENING_PHRASES = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her"})
_OPENING = frozenset({'"', "“"})
_CLAUSE_ENDS = frozenset({".", ";"})
_OBJECT_REACH = 12
"""Within how many tokens of a cue the agreement or the contested thing is named that it is about."""
_OTHER_CLAUSES = frozenset({"but", "while", "although", "though", "according", "saying"})


class Content(NamedTuple):
    """What is said, in one or several pieces of the text, and whether it stands in quotation marks."""

    pieces: tuple[Span, ...]
    quoted: bool


def content_of(
    annotations: Annotations,
    sentence: SentenceTokens,
    chain: Sequence[VerbGroup],
    source: Source,
) -> Content | None:
    """Return what a cue says: a quotation beside it, the clause after it, or the clause before it."""
    takes = chain[-1].cue.takes
    if "quote" in takes or chain[0].cue.lemma == "according to":
        quoted = _quoted(annotations, sentence, chain, source)
        if quoted is not None:
            return quoted
    if chain[-1].passive:
        return _of_passive(annotations, sentence, chain[-1], source)
    inverted = source.first >= chain[-1].last
    first = source.last if inverted else chain[-1].last
    begins = min(chain[0].first, source.first)
    if chain[0].cue.lemma == "according to":
        inverted = begins > sentence.first
        first += first < sentence.last and annotations.words[first] == ","
    elif _parenthetical(annotations, sentence, begins, first):
        return _around(annotations, sentence, begins, first)
    elif annotations.lowers[begins - 1 : begins] == ["as"] and annotations.words[first : first + 1] == [","]:
        first += 1
    elif _follows_its_clause(annotations, sentence, begins, first):
        return _before(annotations, sentence, begins)
    particled = bool(chain[-1].cue.rest) or chain[-1].inflection == NOUN
    relative = annotations.lowers[chain[0].first - 1] in _SUBJECT_RELATIVES
    after = _after(annotations, sentence, first, takes, inverted=inverted, particled=particled, relative=relative)
    if after is not None:
        return after
    if source.first > sentence.first and annotations.lowers[source.first - 1] == "as":
        return _before(annotations, sentence, source.first)
    antecedent = _antecedent(annotations, sentence, begins)
    if antecedent is not None:
        return _called(annotations, sentence, antecedent, first) if "name" in takes else antecedent
    if _stands_for_itself(annotations, sentence, chain[-1], first):
        return _stance_alone(annotations, chain[-1])
    if not takes.isdisjoint({"that", "that!"}):
        return _before(annotations, sentence, begins)
    return None


def _antecedent(annotations: Annotations, sentence: SentenceTokens, begins: int) -> Content | None:
    """Return what a relative clause without an object of its own is about: ``a label | which Beijing rejected``."""
    relative = begins - 1
    if relative <= sentence.first or annotations.lowers[relative] not in _OBJECT_RELATIVES:
        return None
    while relative > sentence.first and annotations.lowers[relative - 1] in annotations.grammar.prepositions | {","}:
        relative -= 1
    first = phrase_start(annotations, sentence, relative)
    opening = (index for index in range(relative - 1, first, -1) if annotations.lowers[index] in _OPENING_PHRASES)
    first = next(opening, first)
    if first >= relative:
        return None
    return Content((Span(annotations.tokens[first].start, annotations.tokens[relative - 1].end),), quoted=False)


def _called(annotations: Annotations, sentence: SentenceTokens, antecedent: Content, first: int) -> Content | None:
    """Return what a relative clause calls something, with that: ``the sanctions, which Russia calls | illegal``."""
    last = first
    while last < sentence.last and annotations.words[last] not in {",", ".", ";", "—"}:
        last += 1
    if annotations.knowledge.speech.evaluations.keys().isdisjoint(annotations.lowers[first:last]):
        return None
    tokens = annotations.tokens
    return Content((*antecedent.pieces, Span(tokens[first].start, tokens[last - 1].end)), quoted=False)


def _stands_for_itself(annotations: Annotations, sentence: SentenceTokens, group: VerbGroup, first: int) -> bool:
    """Tell whether a stance is taken without saying on what: ``voiced deep disappointment.``, ``disagreed.``."""
    if group.cue.kind == "state" or group.inflection == NOUN or "deal" in group.cue.takes:
        return False
    if not (group.cue.rest or "quote" in group.cue.takes or "np" in group.cue.takes):
        return False
    return first >= sentence.last or annotations.words[first] in _CLAUSE_ENDS


def _stance_alone(annotations: Annotations, group: VerbGroup) -> Content:
    tokens = annotations.tokens
    return Content((Span(tokens[group.verb].start, tokens[group.last - 1].end),), quoted=False)


def _follows_its_clause(annotations: Annotations, sentence: SentenceTokens, begins: int, first: int) -> bool:
    """Tell whether only a time or place follows the cue of a clause told before: ``..., X said on Monday``."""
    if annotations.words[begins - 1] != "," or begins - sentence.first <= _NEAR or first >= sentence.last:
        return False
    adjunct = annotations.lowers[first] in _ADJUNCTS and annotations.lowers[first + 1 : first + 2] != ["that"]
    return adjunct and _clause_follows(annotations, sentence._replace(last=begins), sentence.first)


def _of_passive(annotations: Annotations, sentence: SentenceTokens, group: VerbGroup, source: Source) -> Content | None:
    """Return subject and complement of a passive: ``Mali | of hiring mercenaries`` was what France accused it of."""
    tokens = annotations.tokens
    if annotations.lowers[group.first - 1] in _OBJECT_RELATIVES:
        return _antecedent(annotations, sentence, group.first)
    first = phrase_start(annotations, sentence, group.first)
    if first >= group.first:
        return None
    pieces = [Span(tokens[first].start, tokens[group.first - 1].end)]
    end = _last_word(annotations, source.last, sentence.last)
    if end > source.last:
        pieces.append(Span(tokens[source.last].start, tokens[end - 1].end))
    return Content(tuple(pieces), quoted=False)


def _last_word(annotations: Annotations, first: int, last: int) -> int:
    """Return where the last word between two tokens ends: no full stop, no closing mark."""
    while (
        last > first and not annotations.words[last - 1][0].isalnum() and annotations.words[last - 1] not in _WORDLIKE
    ):
        last -= 1
    return last


def _parenthetical(annotations: Annotations, sentence: SentenceTokens, first: int, last: int) -> bool:
    """Tell whether source and cue stand between commas inside the clause they report."""
    words = annotations.words
    return sentence.first < first and last + _NEAR < sentence.last and words[first - 1] == words[last] == ","


def _around(annotations: Annotations, sentence: SentenceTokens, first: int, last: int) -> Content:
    tokens = annotations.tokens
    start = tokens[behind_dateline(annotations, sentence)].start
    end = next(i for i in range(sentence.last, last, -1) if annotations.words[i - 1][0].isalnum() or i == last + 1)
    return Content(
        (Span(start, tokens[first - 2].end), Span(tokens[last + 1].start, tokens[end - 1].end)), quoted=False
    )


def _quoted(
    annotations: Annotations,
    sentence: SentenceTokens,
    chain: Sequence[VerbGroup],
    source: Source,
) -> Content | None:
    """Return the quotations that stand directly before or after source and cue, joined where both do."""
    tokens, quotations = annotations.tokens, annotations.quotations
    adjacent = source.last <= chain[0].first <= source.last + _NEAR or source.first >= chain[-1].last
    low = tokens[min(chain[0].first, source.first) if adjacent else chain[0].first].start
    high = tokens[max(chain[-1].last, source.last) - 1].end
    text = annotations.document.text
    position = bisect_left(quotations, low, key=lambda q: q.outer.start)
    pieces: list[Span] = []
    before = quotations[position - 1] if position else None
    clause = annotations.lowers[chain[-1].last : chain[-1].last + 1] == ["that"]  # '"...," she said, adding that ...'
    if before and not clause and before.outer.end > sentence.span.start and _touches(text[before.outer.end : low]):
        pieces.append(before.inner)
    following = next((q for q in quotations[position : position + 2] if q.outer.start >= high), None)
    if following is not None and following.outer.start < sentence.span.end:
        between = text[high : following.outer.start]
        resumed = bool(pieces) and len(between.split()) <= _NEAR and len(text[slice(*following.inner)].split()) > _NEAR
        if _touches(between) or resumed or _leads_in(between):
            pieces.append(following.inner)
    if not pieces or not all(piece.end > piece.start for piece in pieces):
        return None
    if len(pieces) == 1 and pieces[0].start >= high and _fragment(text, pieces[0], sentence):
        return None
    return Content(tuple(pieces), quoted=True)


def _touches(between: str) -> bool:
    words = between.replace(",", " ").replace(":", " ").split()
    return len(words) <= 1 and _OTHER_CLAUSES.isdisjoint(words) and not any(sign in between for sign in ".!?")


def _leads_in(between: str) -> bool:
    """Tell whether words between a cue and a quotation end in a colon or comma: ``said in a statement: "..."``."""
    return between.rstrip().endswith((":", ",")) and len(between.split()) <= 12 and "." not in between.rstrip()[:-1]


def _fragment(text: str, piece: Span, sentence: SentenceTokens) -> bool:
    """Tell whether a quotation is only some words of a longer clause: ``warned of a "blow" if the drills went on``."""
    rest = text[piece.end + 1 : sentence.span.end].strip(" .!?\"”'’")
    return len(text[piece.start : piece.end].split()) < 5 and len(rest.split()) > 2


def _after(
    annotations: Annotations,
    sentence: SentenceTokens,
    first: int,
    takes: frozenset[str],
    *,
    inverted: bool,
    particled: bool,
    relative: bool,
) -> Content | None:
    lowers, words = annotations.lowers, annotations.words
    if inverted or first >= sentence.last:
        return None
    about = particled and lowers[first] in _ABOUT
    if words[first] == ":" or about:
        first += 1
    if not takes.isdisjoint({"that", "that!"}) and not (about and lowers[first - 1] not in _ADJUNCTS - {"with"}):
        first = _that(annotations, first, sentence.last, needed="that!" in takes)
    if (
        first >= sentence.last
        or lowers[first] in annotations.grammar.no_content
        or not (_fits(annotations, sentence, first, takes) or (particled and lowers[first] in _ADJUNCTS))
    ):
        return None
    last = first
    while last < sentence.last and not _breaks_off(annotations, last, sentence, first):
        if relative and _closes_relative(annotations, last, sentence.last):
            break
        last += 1
    last = _last_word(annotations, first, last)
    if last == first:
        return None
    return Content((Span(annotations.tokens[first].start, annotations.tokens[last - 1].end),), quoted=False)


def _that(annotations: Annotations, first: int, last: int, *, needed: bool) -> int:
    """Return where ``that`` stands behind an addressee or an adjunct: ``told reporters on Friday that``; else first.

    ``needed`` says that the cue takes no clause without it: then ``found no evidence that ...`` says nothing.
    """
    if annotations.lowers[first : first + 1] == ["to"]:
        return first
    for index in range(first, min(first + _ADJUNCT_REACH, last)):
        lower = annotations.lowers[index]
        if lower == "that":
            return index
        if lower in annotations.grammar.finite_auxiliaries or not (lower[0].isalnum() or lower == "'s"):
            break
        if annotations.lowers[index - 1] == "and" and _is_finite(annotations, index):
            break  # "denies the hacking and says that ...": another verb's clause
        if lower == "no" or lower in annotations.knowledge.speech.negations:
            return last if needed else first
    return first


def _breaks_off(annotations: Annotations, index: int, sentence: SentenceTokens, first: int) -> bool:
    """Tell whether another clause begins at a sign: ``; ...``, ``, but ...``, ``, according to ...``."""
    word = annotations.words[index]
    if word == ";":
        return True
    after = annotations.lowers[index + 1] if index + 1 < sentence.last else ""
    return word == "," and index > first and after in _OTHER_CLAUSES


def _closes_relative(annotations: Annotations, comma: int, high: int) -> bool:
    """Tell whether a comma ends a relative clause: the verb of the clause around follows, adverbs before it or none."""
    index = comma + 1
    if annotations.words[comma] != "," or index >= high:
        return False
    while (
        index + 1 < high
        and annotations.lowers[index]
        in annotations.knowledge.speech.auxiliaries - annotations.grammar.finite_auxiliaries
    ):
        index += 1
    lower = annotations.lowers[index]
    past = lower.endswith("ed") and len(lower) > _SHORTEST_PAST
    return past or _is_finite(annotations, index) or lower in annotations.grammar.finite_auxiliaries


def _is_finite(annotations: Annotations, index: int) -> bool:
    """Tell whether a token is a finite form of a verb of speech."""
    readings = annotations.knowledge.speech.verbs.get(annotations.lowers[index], ())
    return any(inflection in {"ed", "s"} for _, inflection in readings)


def _fits(annotations: Annotations, sentence: SentenceTokens, first: int, takes: frozenset[str]) -> bool:
    """Tell whether what follows has a shape that the cue takes."""
    lower = annotations.lowers[first]
    if lower == "that":
        return not takes.isdisjoint({"that", "that!", "np"})
    for shape, has_shape in _OBJECT_SHAPES.items():
        if shape in takes:
            return has_shape(annotations, first, sentence.last)
    if lower == "as" and "np" in takes:
        return any(word in annotations.knowledge.speech.evaluations for word in annotations.lowers[first : first + 3])
    if lower == "to":
        return "to" in takes or ("np" in takes and sentence.last - first > _NEAR)
    if "to" in takes and _infinitive_follows(annotations, sentence, first, behind_object=takes != {"to"}):
        return True
    return _fits_clause_or_noun(annotations, sentence, first, takes)


def _fits_clause_or_noun(annotations: Annotations, sentence: SentenceTokens, first: int, takes: frozenset[str]) -> bool:
    lower = annotations.lowers[first]
    if lower in _ADJUNCTS:
        return "that" in takes and _clause_follows(annotations, sentence, first)
    if lower == "by" or (lower.endswith("ing") and "np" in takes):
        return True
    if "np" in takes:
        return lower not in {"and", "or", "but", "as", "for", "of"}
    return "that" in takes and sentence.last - first >= _NEAR and _clause_follows(annotations, sentence, first)


def _names_agreement(annotations: Annotations, first: int, last: int) -> bool:
    """Tell whether an object is an agreement: an instrument by name, or a noun for one."""
    agreements = annotations.knowledge.speech.agreements
    tokens = annotations.tokens
    last = min(first + _OBJECT_REACH, last)
    named = annotations.instruments_in(tokens[first].start, tokens[last - 1].end)
    return bool(named) or not agreements.isdisjoint(annotations.lowers[first:last])


def _names_contention(annotations: Annotations, first: int, last: int) -> bool:
    words = annotations.lowers[first : min(first + _OBJECT_REACH, last)]
    return not annotations.knowledge.speech.contention.isdisjoint(words)


def _infinitive_follows(annotations: Annotations, sentence: SentenceTokens, first: int, *, behind_object: bool) -> bool:
    """Tell whether an infinitive comes behind an object or an adjunct: ``promised on Monday to form``."""
    adjunct = (
        annotations.lowers[first] in _ADJUNCTS or annotations.words[first] in annotations.knowledge.speech.auxiliaries
    )
    if not (behind_object or adjunct):
        return False
    for index in range(first, min(first + _ADJUNCT_REACH, sentence.last - 1)):
        lower = annotations.lowers[index]
        if lower == "to":
            after = annotations.words[index + 1]
            return after.islower() and after not in annotations.knowledge.naming.function_words - {"be", "have", "do"}
        if lower in annotations.grammar.finite_auxiliaries or not (lower[0].isalnum() or lower == "'s"):
            break
    return False


def _is_named(annotations: Annotations, first: int, last: int) -> bool:
    """Tell whether an object is called something: an evaluation follows it within its clause."""
    for index in range(first + 1, last):
        if annotations.words[index] in {";", ":"} or (
            annotations.words[index] == "," and not _lists(annotations, index)
        ):
            return False
        lower = annotations.lowers[index]
        if lower == "as" or lower in annotations.knowledge.speech.evaluations or annotations.words[index] in _OPENING:
            return True
    return False


def _lists(annotations: Annotations, comma: int) -> bool:
    """Tell whether a comma stands between names: ``Ireland, Norway and Spain``."""
    around = annotations.words[comma - 1 : comma + 2 : 2]
    return len(around) > 1 and all(word[0].isupper() for word in around)


_OBJECT_SHAPES = {"name": _is_named, "deal": _names_agreement, "contested": _names_contention}
"""The shapes that ask for a certain object, and what tells it."""


def _clause_follows(annotations: Annotations, sentence: SentenceTokens, first: int) -> bool:
    """Tell whether a finite verb comes: a clause, and no mere adjunct such as ``on Friday``."""
    speech = annotations.knowledge.speech
    for index in range(first, sentence.last):
        lower = annotations.lowers[index]
        if (
            lower in speech.auxiliaries and lower in annotations.grammar.finite_auxiliaries
        ) or lower in speech.negations:
            return True
        if index > first and annotations.words[index] in _OPENING:
            return True
        if index > first and lower.endswith(("ed", "es")) and len(lower) > 4:
            return True
        if index > first and lower in speech.verbs:
            return True
    return False


def _before(annotations: Annotations, sentence: SentenceTokens, last: int) -> Content | None:
    """Return the clause before source and cue, as in ``The team will be headed by N, the ministry said``."""
    if last - sentence.first < _NEAR or annotations.lowers[last - 1] not in {",", "as"}:
        return None
    end = annotations.tokens[last - 2].end
    start = annotations.tokens[behind_dateline(annotations, sentence)].start
    return Content((Span(start, end),), quoted=False) if end > start else None


def behind_dateline(annotations: Annotations, sentence: SentenceTokens) -> int:
    """Return the first token of a sentence that is not its dateline."""
    dateline = annotations.document.dateline
    if dateline is None or not annotations.document.text.startswith(dateline, sentence.span.start):
        return sentence.first
    for index in range(sentence.first, sentence.last - 1):
        if annotations.words[index] in _DASHES and annotations.tokens[index].start >= sentence.span.start + len(
            dateline
        ):
            return next((i for i in range(index, sentence.last) if annotations.words[i] not in _DASHES), sentence.first)
    return sentence.first
