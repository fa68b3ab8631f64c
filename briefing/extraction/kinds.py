"""Kinds of statement: what the cue says, sharpened by the words said and turned by negation."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing.extraction.annotations import Annotations
from briefing.extraction.contents import Content
from briefing.extraction.cues import NOUN, VerbGroup
from briefing.model import StatementKind

_TURNED: dict[StatementKind, StatementKind] = {
    "support": "oppose",
    "agree": "oppose",
    "offer": "oppose",
    "oppose": "support",
    "deny": "state",
    "demand": "state",
    "accuse": "state",
    "threaten": "state",
}
_DUTIES = frozenset({"should", "must", "ought"})
_REFUSALS = frozenset({"will", "won't", "would", "wouldn't", "never", "cannot"})
_SIGN_ORDER: tuple[StatementKind, ...] = (
    "demand",
    "threaten",
    "deny",
    "oppose",
    "accuse",
    "offer",
    "agree",
    "support",
)
_NEGATION_REACH = 12
_DEFINITE = frozenset({"the", "this", "that", "these", "its", "their", "his", "her"})


def kind_of(
    annotations: Annotations, chain: Sequence[VerbGroup], content: Content, own: Collection[str]
) -> tuple[StatementKind, bool]:
    """Return the kind of a statement and whether its cue is negated; ``own`` are the actors who make it.

    The first cue of a chain that is more than a plain saying decides; a plain one is sharpened by the first
    sign in the content; negation turns the kind round (``did not support`` opposes).
    """
    deciding = next((group for group in chain if group.cue.kind != "state"), chain[-1])
    negated = deciding.negated
    kind = deciding.cue.kind
    if negated:
        return _TURNED.get(kind, kind), True
    first, last = _tokens(annotations, content)
    if deciding.cue.lemma in {"decide", "vow"}:
        return _decided(annotations, first) or kind, False
    if "name" in deciding.cue.takes:
        return _evaluation(annotations, first, last) or kind, False
    if deciding.cue.lemma == "expect" and annotations.lowers[first] == "to":
        return "state", False
    if deciding.cue.lemma == "insist" or kind == "state":
        denial = _denial(annotations, first, last, own)
        if denial is not None:
            return denial, False
    if deciding.cue.lemma == "insist" and _tells_a_fact(annotations, first, last):
        kind = "state"
    if deciding.cue.lemma in annotations.knowledge.speech.stances and deciding.inflection != NOUN:
        return kind, False
    if kind == "offer" and annotations.lowers[first] == "to" and _is_reprisal(annotations, first + 1):
        return "threaten", False
    signs = stance_signs(annotations, first, last) if kind in {"state", "offer"} else None
    if kind == "state" or signs == "threaten":
        return signs or kind, False
    return kind, False


def _decided(annotations: Annotations, first: int) -> StatementKind | None:
    """Return the stance that an actor decided or vowed to take: ``decided to abstain``; null for any other deed."""
    if annotations.lowers[first] != "to":
        return None
    readings = annotations.knowledge.speech.verbs.get(annotations.lowers[first + 1], ())
    for cue, inflection in readings:
        behind = tuple(annotations.lowers[first + 2 : first + 2 + len(cue.rest)])
        if inflection == "base" and behind == cue.rest and cue.kind != "state":
            return cue.kind
    return None


def _is_reprisal(annotations: Annotations, index: int) -> bool:
    return annotations.lowers[index] in annotations.knowledge.speech.reprisals


def _tells_a_fact(annotations: Annotations, first: int, last: int) -> bool:
    """Tell whether a clause is in the indicative (``that its program is peaceful``) and asks for nothing."""
    for lower in annotations.lowers[first : min(last, first + _NEGATION_REACH)]:
        if lower in _DUTIES or lower == "be":
            return False
        if lower in annotations.grammar.finite_auxiliaries:
            return True
    return False


def _evaluation(annotations: Annotations, first: int, last: int) -> StatementKind | None:
    """Return the stance in what something is called; the thing itself (``called the step irresponsible``) is none."""
    evaluations, lowers = annotations.knowledge.speech.evaluations, annotations.lowers
    said = (lowers[i] for i in range(first, last) if lowers[i] in evaluations and lowers[i - 1] not in _DEFINITE)
    return next((evaluations[word] for word in said), None)


def _tokens(annotations: Annotations, content: Content) -> tuple[int, int]:
    first = annotations.token_at(content.pieces[0].start)
    return first, max(first + 1, annotations.token_at(content.pieces[-1].end - 1) + 1)


def _denial(annotations: Annotations, first: int, last: int, own: Collection[str]) -> StatementKind | None:
    """Return how a clause that says no says it: a refusal to come, or a denial of what is; or null.

    That somebody else does not do a thing (``that Iran had no need``) is neither.
    """
    speech = annotations.knowledge.speech
    for index in range(first, min(last, first + _NEGATION_REACH)):
        lower = annotations.lowers[index]
        if lower in {",", ";"} and index > first + 2:
            return None
        if annotations.lowers[index : index + 2] == ["not", "only"]:
            continue
        if lower in speech.negations or lower == "no":
            around = set(annotations.lowers[max(first, index - 2) : index + 1])
            if around & _DUTIES:
                return "demand"
            if around & _REFUSALS:
                return "oppose"
            denied = annotations.lowers[index + 1 : index + 3]
            for word in denied:
                if word in speech.after_no:
                    kind = speech.after_no[word]
                    return None if kind == "state" else kind
            return None if _of_another(annotations, first, index, own) else "deny"
    return None


def _of_another(annotations: Annotations, first: int, last: int, own: Collection[str]) -> bool:
    """Tell whether an actor other than the speaker is the subject between two tokens."""
    if first >= last:
        return False
    tokens = annotations.tokens
    subjects = annotations.references_in(tokens[first].start, tokens[last].start)
    return bool(subjects) and subjects[0].actor not in own


def stance_signs(annotations: Annotations, first: int, last: int) -> StatementKind | None:
    """Return the kind that the words between two tokens are a sign of, or null."""
    words = annotations.lowers[first:last]
    present = set(words)
    found: set[StatementKind] = set()
    for sign in annotations.knowledge.speech.signs:
        if sign.words[0] in present and sign.kind not in found and _contains(words, sign.words):
            found.add(sign.kind)
    return next((kind for kind in _SIGN_ORDER if kind in found), None)


def _contains(words: Sequence[str], wanted: tuple[str, ...]) -> bool:
    width = len(wanted)
    return any(words[i] == wanted[0] and tuple(words[i : i + width]) == wanted for i in range(len(words) - width + 1))
