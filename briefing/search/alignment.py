"""Which word of a query answers to which word of a name, and how well the whole does, from 0 to 100."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.search.similarity import QueryWord, near
from briefing.search.spelling import ARTICLES, Sound

UNLIKE = 0.66
"""Words no nearer than this have nothing to do with each other."""


class Named(NamedTuple):
    """The words of a name: ids, spellings, sounds, and what each counts."""

    ids: Sequence[int]
    texts: Sequence[str]
    sounds: Sequence[tuple[Sound, ...]]
    weights: Sequence[float]


class Pair(NamedTuple):
    """A word of the query, a word of the name, both by position, and their nearness."""

    asked: int
    named: int
    nearness: float


class Alignment(NamedTuple):
    """The pairs found, and a score from 0 to 100."""

    pairs: tuple[Pair, ...]
    score: float


def align(question: Sequence[QueryWord], meant: Sequence[dict[int, float]], name: Named) -> Alignment:
    """Pair the words of a query with those of a name, the nearest first.

    ``meant`` holds the nearness of known words by id and is added to, so that no pair of words is compared twice.
    """
    candidates = []
    for asked, word in enumerate(question):
        known = meant[asked]
        for named, id_ in enumerate(name.ids):
            nearness = known.get(id_)
            if nearness is None:
                nearness = known[id_] = word.nearness(name.texts[named], name.sounds[named])
            if nearness > UNLIKE:
                candidates.append(Pair(asked, named, nearness))
    candidates.sort(key=lambda pair: (-pair.nearness, abs(pair.asked - pair.named)))
    pairs: list[Pair] = []
    asked_done: set[int] = set()
    named_done: set[int] = set()
    for pair in candidates:
        if pair.asked not in asked_done and pair.named not in named_done:
            pairs.append(pair)
            asked_done.add(pair.asked)
            named_done.add(pair.named)
    score = max(_score(question, name, pairs), _score_written_together(question, name))
    return Alignment(tuple(pairs), score)


def _score(question: Sequence[QueryWord], name: Named, pairs: Sequence[Pair]) -> float:
    by_asked = {pair.asked: pair for pair in pairs}
    total = gained = 0.0
    worst = 1.0
    for asked, word in enumerate(question):
        weight = 0.3 if word.text in ARTICLES else 0.6 if len(word.text) == 1 else 1.0
        pair = by_asked.get(asked)
        gain = 0.0
        if pair is not None:
            weight *= name.weights[pair.named]
            gain = (pair.nearness - UNLIKE) / (1 - UNLIKE)
        total += weight
        gained += weight * gain
        if weight > 0.3:
            worst = min(worst, gain)
    length = sum(map(len, name.texts))
    covered = sum(len(name.texts[pair.named]) for pair in pairs) / length if length else 0.0
    return 100 * (gained / total) * (0.8 + 0.2 * worst) * (0.85 + 0.15 * covered)


def _score_written_together(question: Sequence[QueryWord], name: Named) -> float:
    asked = "".join(word.readings[0].sounds for word in question)
    named = "".join(said[0].sounds for said in name.sounds)
    return 98 * max(0.0, (near(asked, named) - 0.7) / 0.3)
