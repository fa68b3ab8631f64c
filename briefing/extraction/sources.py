"""Sources: the noun phrase that a cue belongs to, and whom it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.extraction.annotations import Annotations, Reference, SentenceTokens
from briefing.extraction.cues import NOUN, VerbGroup
from briefing.extraction.phrases import CLAUSE_SIGNS, QUOTE_SIGNS, STOPS, closes_aside, phrase_start
from briefing.extraction.roles import entry_of
from briefing.model import Span

_ADJUNCT_PREPOSITIONS = frozenset({"during", "at", "on", "amid", "following", "ahead"})
_MOST_COMMAS = 2
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "others", "many", "some"})
_FAR = 14
_LONGEST_RELATIVE = 25
_CITING = frozenset({"quoted", "quoting", "cited", "citing", "reported", "quotes", "cites"})
PAPERS = frozenset(
    {"statement", "report", "readout", "release", "communique", "communiqué", "letter", "account", "tweet"}
)
"""What somebody speaks through: ``a statement from the ministry said``."""


class Source(NamedTuple):
    """The phrase a statement comes from, and the actors it means; none where it is nobody known."""

    first: int
    last: int
    actors: tuple[str, ...]

    def spans(self, annotations: Annotations) -> tuple[Span, ...]:
        """Return the source as spans of the text; an inherited source keeps its own place."""
        return (Span(annotations.tokens[self.first].start, annotations.tokens[self.last - 1].end),)


def source_of(annotations: Annotations, sentence: SentenceTokens, group: VerbGroup) -> Source | None:
    """Return the source of a cue: its agent, the phrase after it (inverted), or its subject."""
    speech = "quote" in group.cue.takes and group.inflection in {"ed", "s"}
    if group.cue.lemma == "according to":
        return following_source(annotations, sentence, group.last, speech=speech)
    if group.passive:
        if group.last < sentence.last and annotations.lowers[group.last] == "by":
            return following_source(annotations, sentence, group.last + 1, speech=speech)
        return _agent_further_on(annotations, sentence, group, speech=speech)
    if group.inflection == NOUN:
        return _possessor(annotations, group)
    if group.inflection == "ing" and "quote" in group.cue.takes:
        absolute = _with_subject(annotations, sentence, group, speech=speech)
        if absolute is not None or annotations.lowers[group.first - 1] == "as" or group.cue.lemma == "say":
            return absolute or _quoted_as_saying(annotations, sentence, group, speech=speech)
    if _inverted(annotations, sentence, group):
        return following_source(annotations, sentence, group.last, speech=speech)
    return _subject(annotations, sentence, group, speech=speech)


def _possessor(annotations: Annotations, group: VerbGroup) -> Source | None:
    """Return the actor whose claim, denial or demand a noun tells of."""
    possessive = annotations.lowers[group.first - 1] in {"'s", "'"}
    end = annotations.tokens[group.first - 1].start if possessive else annotations.tokens[group.first - 1].end
    owners = [r for r in annotations.references_in(max(0, end - 80), end) if r.end == end]
    if not owners:
        return None
    first = annotations.token_at(min(r.start for r in owners))
    return Source(first, group.first - possessive, tuple(dict.fromkeys(r.actor for r in owners)))


def _with_subject(
    annotations: Annotations, sentence: SentenceTokens, group: VerbGroup, *, speech: bool
) -> Source | None:
    """Return the subject of a gerund behind ``with``: ``..., with spokesman N saying that ...``."""
    low = max(sentence.first, group.first - _FAR)
    opening = next((i for i in range(group.first - 1, low, -1) if annotations.lowers[i] == "with"), None)
    if opening is None or annotations.words[opening - 1] != ",":
        return None
    found = _source(annotations, opening + 1, group.first, speech=speech)
    persons = found is not None and any(annotations.actors[actor].kind == "person" for actor in found.actors)
    return found if persons else None


def _quoted_as_saying(
    annotations: Annotations, sentence: SentenceTokens, group: VerbGroup, *, speech: bool
) -> Source | None:
    """Return whom ``cited N as saying`` or ``N was quoted as saying`` gives the words to."""
    if annotations.lowers[group.first - 1 : group.first] != ["as"]:
        return None
    for index in range(group.first - 2, max(sentence.first, group.first - _FAR) - 1, -1):
        if annotations.lowers[index] not in _CITING:
            continue
        if index + 1 < group.first - 1:
            return _source(annotations, index + 1, group.first - 1, speech=speech)
        first = index
        while first > sentence.first and annotations.lowers[first - 1] in annotations.knowledge.speech.auxiliaries:
            first -= 1
        return _source(annotations, phrase_start(annotations, sentence, first), first, speech=speech)
    return None


def _agent_further_on(
    annotations: Annotations, sentence: SentenceTokens, group: VerbGroup, *, speech: bool
) -> Source | None:
    for index in range(group.last, min(group.last + 4, sentence.last)):
        if annotations.lowers[index] == "by":
            return following_source(annotations, sentence, index + 1, speech=speech)
    return None


def _inverted(annotations: Annotations, sentence: SentenceTokens, group: VerbGroup) -> bool:
    """Tell whether the subject follows the verb: ``"...", said KCNA``."""
    if "quote" not in group.cue.takes or group.inflection not in {"ed", "s"} or group.first == sentence.first:
        return False
    before = annotations.words[group.first - 1]
    if before not in QUOTE_SIGNS and (before != "," or not group.cue.takes <= {"quote", "that", "that!"}):
        return False
    if (
        group.cue.lemma == "tell"
        or group.last >= sentence.last
        or _closes_relative(annotations, sentence, group.first - 1)
        or closes_aside(annotations, group.first - 1)
    ):
        return False
    start = annotations.tokens[group.last].start
    near = annotations.references_in(start, start + 60)
    words = annotations.document.text[start : near[0].start].split() if near else ["-"] * 9
    return before in QUOTE_SIGNS or (len(words) <= 3 and not any(w in {"that", "to", "on", "in"} for w in words))


def _closes_relative(annotations: Annotations, sentence: SentenceTokens, comma: int) -> bool:
    """Tell whether a comma closes a relative clause, so that the verb behind it has its subject before it."""
    if annotations.words[comma] != ",":
        return False
    opening = next((at for at in range(comma - 1, sentence.first, -1) if annotations.words[at] == ","), None)
    return opening is not None and annotations.lowers[opening + 1] in {"who", "which", "whose"}


def following_source(annotations: Annotations, sentence: SentenceTokens, index: int, *, speech: bool) -> Source | None:
    """Return the noun phrase that begins at a token, with its apposition."""
    last = index
    commas = 0
    comma = index
    while last < sentence.last and not _ends_following(annotations, last, index):
        if annotations.words[last] == ",":
            commas += 1
            comma = last
            if commas > _MOST_COMMAS or not _goes_on_after(annotations, sentence, last):
                break
        last += 1
    if comma > index and last < sentence.last and annotations.lowers[last] in annotations.grammar.finite_auxiliaries:
        last = comma
    if last == index:
        return None
    actors = _meant(annotations, index, last)
    return Source(index, last, actors) if actors or _anonymous(annotations, index, last, speech=speech) else None


def _ends_following(annotations: Annotations, index: int, first: int) -> bool:
    word, lower = annotations.words[index], annotations.lowers[index]
    if word == ")" and "(" in annotations.words[first:index]:
        return False
    if (word in CLAUSE_SIGNS and word != "(") or word in STOPS:
        return True
    if lower in annotations.grammar.clause_words or lower in annotations.grammar.finite_auxiliaries:
        return True
    if index > first and lower in _ADJUNCT_PREPOSITIONS:
        return True
    if index > first and _is_finite_speech(annotations, index):
        return True
    return (lower == "to" and index > first) or (lower.endswith("ing") and lower in annotations.knowledge.speech.verbs)


def _goes_on_after(annotations: Annotations, sentence: SentenceTokens, comma: int) -> bool:
    """Tell whether an apposition or another name follows a comma."""
    if comma + 1 >= sentence.last:
        return False
    token = annotations.tokens[comma + 1]
    return annotations.lowers[comma + 1] in {"a", "an", "the"} or bool(
        annotations.references_in(token.start, token.end)
    )


def _subject(annotations: Annotations, sentence: SentenceTokens, group: VerbGroup, *, speech: bool) -> Source | None:
    last = group.first
    lowers, words = annotations.lowers, annotations.words
    if last > sentence.first and words[last - 1] in QUOTE_SIGNS:
        last -= 1  # N "commended the parties"
    if last > sentence.first and lowers[last - 1] in {"who", "which"}:
        last -= 1
        if last > sentence.first and words[last - 1] == ",":
            last -= 1
        first = phrase_start(annotations, sentence, last)
        return _source(annotations, first, last, speech=speech)
    if last > sentence.first and (words[last - 1] in {",", ")"} or _is_dash(annotations, last - 1)):
        return _before_apposition(annotations, sentence, last - 1, speech=speech)
    if last > sentence.first and lowers[last - 1] in annotations.grammar.prepositions | {"and", "or", "but"}:
        return None
    first = phrase_start(annotations, sentence, last)
    return _source(annotations, first, last, speech=speech)


def _source(annotations: Annotations, first: int, last: int, *, speech: bool) -> Source | None:
    if first >= last:
        return None
    actors = _meant(annotations, first, last)
    if actors and annotations.lowers[first] in annotations.grammar.adjunct_openers:
        first = _behind_adjunct(annotations, first, last)
    return Source(first, last, actors) if actors or _anonymous(annotations, first, last, speech=speech) else None


def _behind_adjunct(annotations: Annotations, first: int, last: int) -> int:
    """Return where the noun phrase begins behind words of time and place: ``Late on Thursday the council``."""
    inside = annotations.references_in(annotations.tokens[first].start, annotations.tokens[last - 1].end)
    head = next((r for r in inside if _is_head(annotations, r, first, last)), None)
    if head is None:
        return first
    index = annotations.token_at(head.start)
    function_words = annotations.knowledge.naming.function_words
    while index > first and (
        annotations.lowers[index - 1] in {"the", "a", "an"}
        or (annotations.lowers[index - 1] not in function_words and annotations.words[index - 1].isalpha())
    ):
        index -= 1
        if annotations.lowers[index] in {"the", "a", "an"}:
            break
    return index


def _anonymous(annotations: Annotations, first: int, last: int, *, speech: bool) -> bool:
    """Tell whether a phrase means somebody, but nobody who is known: for a verb of speech any noun or pronoun."""
    lowers = annotations.lowers
    if any(lower in annotations.grammar.unknown_speakers for lower in lowers[first:last]):
        return True
    head = lowers[last - 1]
    return speech and head.isalpha() and (head in PRONOUNS or head not in annotations.knowledge.naming.function_words)


def _before_apposition(
    annotations: Annotations, sentence: SentenceTokens, comma: int, *, speech: bool
) -> Source | None:
    """Return the phrase before an apposition or a relative clause that ends at a comma or bracket."""
    lowers, words = annotations.lowers, annotations.words
    opening = comma - 1
    sign = "(" if words[comma] == ")" else words[comma]
    while opening > sentence.first and words[opening] != sign:
        if words[opening] in QUOTE_SIGNS or (words[opening] in {";", ":"} and sign in {",", "("}):
            return None
        opening -= 1
    opening = _relative_before(annotations, sentence, opening) or opening
    if words[opening] != sign:
        return _source(annotations, phrase_start(annotations, sentence, comma), comma, speech=speech)
    after = lowers[opening + 1]
    relative = after in {"who", "which", "whose", "where"}
    apposition = not any(lower in annotations.grammar.finite_auxiliaries for lower in lowers[opening + 1 : comma])
    if not (relative or apposition):
        return None
    first = phrase_start(annotations, sentence, opening)
    found = _source(annotations, first, opening, speech=speech)
    if found is None and apposition and _meant(annotations, opening + 1, comma):
        found = Source(first, opening, ())
    if found is None:
        return None
    if closes_aside(annotations, comma):
        return found._replace(last=opening)
    return Source(
        found.first,
        comma,
        _presented(annotations, found.first, opening + 1) or found.actors or _meant(annotations, opening + 1, comma),
    )


def _presented(annotations: Annotations, phrase: int, first: int) -> tuple[str, ...]:
    """Return the person whom an apposition names behind a role: ``Iran's foreign ministry spokesman, N, said``."""
    if annotations.knowledge.office_heads.isdisjoint(annotations.lowers[phrase : first - 1]):
        return ()
    start = annotations.tokens[first].start
    return tuple(r.actor for r in annotations.references_in(start, start + 1) if r.kind == "person")[:1]


def _relative_before(annotations: Annotations, sentence: SentenceTokens, comma: int) -> int | None:
    """Return the comma that opens a relative clause with commas inside: ``N, who are in A, B, and C, said``."""
    for index in range(comma, max(sentence.first, comma - _LONGEST_RELATIVE), -1):
        if annotations.words[index] in CLAUSE_SIGNS:
            return None
        if annotations.words[index] == "," and annotations.lowers[index + 1] in {"who", "which"}:
            return index
    return None


def _is_dash(annotations: Annotations, index: int) -> bool:
    """Tell whether a token is a dash between words, and no hyphen inside one."""
    word = annotations.words[index]
    return word in {"–", "—"} or (word == "-" and not annotations.joined(index) and not annotations.joined(index + 1))


def _is_finite_speech(annotations: Annotations, index: int) -> bool:
    """Tell whether a token is the present form of a verb of speech: ``..., a board that says``."""
    word = annotations.words[index]
    if annotations.cover[index] is not None:
        return False
    return any(i == "s" and "quote" in cue.takes for cue, i in annotations.knowledge.speech.verbs.get(word, ()))


def _meant(annotations: Annotations, first: int, last: int) -> tuple[str, ...]:
    """Return the actors that a noun phrase means: its head, or all of its heads that ``and`` joins.

    An adjective of a state counts only before a noun that means its government (``Russian officials``); a name
    after a preposition or with a possessive is no head, unless the head is a noun that means a government.
    """
    tokens = annotations.tokens
    inside = annotations.references_in(tokens[first].start, tokens[last - 1].end)
    lowers = annotations.lowers[first:last]
    government = any(lower in annotations.knowledge.naming.government_nouns for lower in lowers)
    heads = [r for r in inside if _is_head(annotations, r, first, last)]
    if not heads and government:
        return _officials_in_capital(annotations, first, last)
    persons = [r.actor for r in heads if r.kind == "person"]
    if persons:
        return tuple(dict.fromkeys(persons))
    bodies = [r for r in heads if r.kind == "organisation"]
    states = [r for r in heads if r.kind == "state" and not any(_holds(body, r) for body in bodies)]
    if bodies:
        states = [r for r in states if not (_after_preposition(annotations, r) or _modifies(annotations, r, bodies))]
    return tuple(dict.fromkeys(r.actor for r in sorted((*bodies, *states))))


def _holds(body: Reference, state: Reference) -> bool:
    """Tell whether a state is only part of a body's name; two actors of one phrase (``both sides``) stand alike."""
    return body.start <= state.start < body.end and (body.start, body.end) != (state.start, state.end)


def _modifies(annotations: Annotations, reference: Reference, bodies: Sequence[Reference]) -> bool:
    """Tell whether a name only says whose the body behind it is: ``China's Taiwan Affairs Office``."""
    first = annotations.token_at(reference.end)
    behind = (annotations.token_at(body.start) for body in bodies if body.start >= reference.end)
    return any({"and", ",", "or"}.isdisjoint(annotations.lowers[first:index]) for index in behind)


def _after_preposition(annotations: Annotations, reference: Reference) -> bool:
    index = annotations.token_at(reference.start) - 1
    if index > 0 and annotations.lowers[index] == "the":
        index -= 1
    return index >= 0 and annotations.lowers[index] in annotations.grammar.prepositions - {"by"}


def _officials_in_capital(annotations: Annotations, first: int, last: int) -> tuple[str, ...]:
    """Return the state or body at whose seat officials speak: ``officials in Pyongyang``, ``officials in Brussels``."""
    nouns = annotations.knowledge.naming.government_nouns
    for index in range(first + 1, last - 1):
        if annotations.lowers[index] == "in" and annotations.lowers[index - 1] in nouns:
            state = entry_of(annotations, index + 1, "state")
            body = annotations.knowledge.bodies_by_seat.get(annotations.words[index + 1])
            actor = state.id if state is not None else body
            if actor in annotations.actors:
                return (actor,)
    return ()


def _listed_behind_including(annotations: Annotations, index: int, first: int) -> bool:
    """Tell whether a name is one of ``countries including A, B and C``."""
    for at in range(index - 1, first, -1):
        if annotations.lowers[at] == "including":
            return annotations.lowers[at - 1] in annotations.knowledge.naming.pair_nouns
        if not (annotations.lowers[at] in {",", "and", "the"} or annotations.words[at][0].isupper()):
            return False
    return False


def _is_head(annotations: Annotations, reference: Reference, first: int, last: int) -> bool:
    lowers, naming = annotations.lowers, annotations.knowledge.naming
    index = annotations.token_at(reference.start)
    end = annotations.token_at(reference.end)
    before = lowers[index - 1] if index > first else ""
    if before == "the" and index - 1 > first:
        before = lowers[index - 2]
    after = lowers[end] if end < last else ""
    possessive = after in {"'s", "'"}
    following = lowers[end + 1 : last] if possessive else lowers[end:last]
    if _listed_behind_including(annotations, index, first):
        return True
    if before in annotations.grammar.prepositions and index > first + 1:
        preposition = index - 2 if lowers[index - 1] == "the" else index - 1
        noun = lowers[preposition - 1] if preposition > first else ""
        if noun == "office" and before == "of":
            return reference.kind == "person"
        if before in {"by", "from", "on"} and noun in PAPERS:
            return True
        if reference.kind == "organisation":
            return before in {"of", "for"} and noun in naming.government_nouns | naming.person_nouns | naming.body_nouns
        return reference.kind == "state" and before in {"of", "from", "in", "for"} and noun in naming.government_nouns
    if reference.kind == "person":
        return not possessive
    speakers = naming.government_nouns | naming.person_nouns | naming.body_nouns
    if reference.kind == "organisation":
        speakers |= naming.pair_nouns | {"members"}
        modifies = following[:1] != [] and following[0].isalpha() and following[0] not in naming.function_words
        modifies = modifies and annotations.words[end].islower()
        return not (possessive or modifies) or not speakers.isdisjoint(following)
    noun_follows = bool(following) and following[0] not in {"and", ",", "or", "both", "all", "of", "in", "itself"}
    if possessive or noun_follows:
        return not speakers.isdisjoint(following)
    return True
