"""Noun phrases: where the one that ends before a verb begins, appositions and joined names with it."""

from __future__ import annotations

from briefing.extraction.annotations import Annotations, SentenceTokens

_LONGEST_APPOSITION = 12
_LONGEST_ASIDE = 6
_ASIDES = frozenset(
    tuple(words.split())
    for words in (
        "however",
        "meanwhile",
        "though",
        "too",
        "in turn",
        "by contrast",
        "in contrast",
        "of course",
        "in response",
    )
)
_SENTENCE_LINKS = frozenset({"and", "or", "also", "then", "meanwhile", "however"})
STOPS = frozenset({".", "?", "!"})
QUOTE_SIGNS = frozenset('"“”„«»')
CLAUSE_SIGNS = frozenset({";", ":", "—", "–", "(", ")", "…"}) | QUOTE_SIGNS


def phrase_start(annotations: Annotations, sentence: SentenceTokens, last: int) -> int:
    """Return where the noun phrase that ends before a token begins."""
    lowers, words = annotations.lowers, annotations.words
    first = last
    while first > sentence.first and not _ends_before(annotations, first - 1, last):
        first -= 1
    while first < last and lowers[first] == "with":
        first += 1
    while first < last and (words[first] == "," or lowers[first] in _SENTENCE_LINKS):
        first += 1
    return first


def _ends_before(annotations: Annotations, index: int, last: int) -> bool:
    """Tell whether a noun phrase that ends at ``last`` cannot reach leftwards over a token."""
    word, lower = annotations.words[index], annotations.lowers[index]
    if word in CLAUSE_SIGNS or word in STOPS:
        return True
    if lower in annotations.grammar.clause_words or lower in annotations.grammar.finite_auxiliaries:
        return True
    if word == ",":
        return not (
            _list_comma(annotations, index, last)
            or _inside_name(annotations, index)
            or _parts_apposition(annotations, index, last)
        )
    if lower == "and":
        return not _joins_names(annotations, index, last)
    return _is_past_verb(annotations, index)


def _parts_apposition(annotations: Annotations, comma: int, last: int) -> bool:
    """Tell whether a comma parts an apposition from the name that ``and`` joins: ``N, a minister, and M``."""
    for index in range(comma + 1, min(comma + _LONGEST_APPOSITION, last)):
        if annotations.lowers[index] == "and":
            return _apposition_before(annotations, index)
    return False


def _inside_name(annotations: Annotations, comma: int) -> bool:
    """Tell whether a comma belongs to a name: ``John B. Tyler, Jr.``."""
    offset = annotations.tokens[comma].start
    return any(r.start < offset < r.end for r in annotations.references_in(max(0, offset - 60), offset))


def _is_past_verb(annotations: Annotations, index: int) -> bool:
    """Tell whether a token is the past form of a verb of speech and no participle before a noun."""
    word, speech = annotations.words[index], annotations.knowledge.speech
    if word[0].isupper() or annotations.cover[index] is not None:
        return False
    if not any(inflection == "ed" for _, inflection in speech.verbs.get(word, ())):
        return False
    return index == 0 or annotations.lowers[index - 1] not in {"the", "a", "an"}


def closes_aside(annotations: Annotations, comma: int) -> bool:
    """Tell whether a comma closes an aside within a clause: ``Kyiv, for its part, | insisted``."""
    if annotations.words[comma] != ",":
        return False
    for opening in range(comma - 2, max(0, comma - _LONGEST_ASIDE), -1):
        if annotations.words[opening] == ",":
            words = tuple(annotations.lowers[opening + 1 : comma])
            return words in _ASIDES or (words[0] == "for" and words[-1] == "part")
    return False


def _list_comma(annotations: Annotations, comma: int, last: int) -> bool:
    """Tell whether a comma parts the members of a list of actors: ``the United States, Britain and France``."""
    tokens = annotations.tokens
    before = annotations.references_in(max(0, tokens[comma].start - 40), tokens[comma].start)
    after = annotations.references_in(tokens[comma].end, tokens[last - 1].end)
    listed = bool(before) and before[-1].end == tokens[comma].start and bool(after)
    return listed and "and" in annotations.lowers[comma:last]


def _joins_names(annotations: Annotations, conjunction: int, last: int) -> bool:
    tokens = annotations.tokens
    low = max(0, tokens[conjunction].start - 60)
    before = annotations.references_in(low, tokens[conjunction].start)
    if _apposition_before(annotations, conjunction) and annotations.references_in(
        tokens[conjunction].end, tokens[conjunction].end + 2
    ):
        return True
    left = annotations.lowers[annotations.token_at(before[-1].end) : conjunction] if before else []
    if left and annotations.knowledge.naming.government_nouns.issuperset(left):
        return True
    right = annotations.words[conjunction + 1 : conjunction + 3]
    if before and left == [","] and right[:1] == ["the"] and right[-1][0].isupper():
        return True
    return (
        bool(before)
        and not any(
            lower in annotations.grammar.finite_auxiliaries or lower in {"to", ","}
            for lower in _without_serial_comma(annotations.lowers[annotations.token_at(before[-1].end) : conjunction])
        )
        and bool(annotations.references_in(tokens[conjunction].end, tokens[last - 1].end + 1))
    )


def _apposition_before(annotations: Annotations, conjunction: int) -> bool:
    """Tell whether a name with an apposition goes before ``and``: ``N, the interim president, | and M``."""
    if annotations.words[conjunction - 1] != ",":
        return False
    for index in range(conjunction - 2, max(0, conjunction - _LONGEST_APPOSITION), -1):
        if annotations.lowers[index] in annotations.grammar.finite_auxiliaries or annotations.words[index] in STOPS:
            return False
        if annotations.words[index] == ",":
            end = annotations.tokens[index].start
            near = annotations.references_in(max(0, end - 60), end)
            return any(r.end == end and r.kind == "person" for r in near)
    return False


def _without_serial_comma(lowers: list[str]) -> list[str]:
    """Return the words between two names without the comma directly before ``and``: ``Russia, China, and Iran``."""
    return [] if lowers == [","] else lowers
