"""Kinds of statement: what the cue says, sharpened by the words said and turned by negation."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extraction.annotations import Annotations
from briefing.extraction.contents import Content
from briefing.extraction.cues import VerbGroup
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
_OPEN_TO_SIGNS = frozenset({"state", "demand"})
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


def kind_of(annotations: Annotations, chain: Sequence[VerbGroup], content: Content) -> tuple[StatementKind, bool]:
    """Return the kind of a statement and whether its cue is negated.

    The first cue of a chain that is more than a plain saying decides; a plain one is sharpened by the first
    sign in the content; negation turns the kind round (``did not support`` opposes).
    """
    deciding = next((group for group in chain if group.cue.kind != "state"), chain[-1])
    negated = deciding.negated
    kind = deciding.cue.kind
    if negated:
        return _TURNED.get(kind, kind), True
    if deciding.cue.lemma in {"insist", "say", "state"} or kind == "state":
        first, last = _tokens(annotations, content)
        denial = _denial(annotations, first, last)
        if denial is not None and deciding.cue.lemma != "want":
            return denial, False
        if kind == "state":
            return stance_signs(annotations, first, last) or kind, False
    if deciding.cue.lemma == "expect" and annotations.lowers[_tokens(annotations, content)[0]] == "to":
        return "state", False
    return kind, False


def _tokens(annotations: Annotations, content: Content) -> tuple[int, int]:
    first = annotations.token_at(content.pieces[0].start)
    return first, max(first + 1, annotations.token_at(content.pieces[-1].end - 1) + 1)


def _denial(annotations: Annotations, first: int, last: int) -> StatementKind | None:
    """Return how a clause that says no says it: a refusal to come, or a denial of what is; or null."""
    speech = annotations.knowledge.speech
    for index in range(first, min(last, first + _NEGATION_REACH)):
        lower = annotations.lowers[index]
        if lower in {",", ";"} and index > first + 2:
            return None
        if lower in speech.negations or lower == "no":
            around = set(annotations.lowers[max(first, index - 2) : index + 1])
            if around & _DUTIES:
                return "demand"
            return "oppose" if around & _REFUSALS else "deny"
    return None


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
