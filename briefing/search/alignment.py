"""Which word of a query answers to which word of a name, and how well the whole does, from 0 to 100."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.search.similarity import FOR_EACH_CONSONANT, MOST_FOR_CONSONANTS, Known, QueryWord, near
from briefing.search.spelling import ARTICLES, consonants, frame, sounds

UNLIKE = 0.68
"""Words no nearer than this are not taken for each other; between this and STRANGE they only order bad hits."""
STRANGE = 0.5
"""Words no nearer than this have nothing to do with each other."""
LIKELY = 0.8
"""Where every word of a query is at least this near, names are not tried as written in one word."""
UNLIKE_TOGETHER = 0.8
"""The same for names written as one word, which share letters by chance more easily."""
DOUBTFUL = 0.08
"""The part of the score that orders what is below UNLIKE."""
SEVERITY = 1.4
"""How fast the score falls as words grow unlike: found by trying names that are in a list and names that are not."""

FOR_ARTICLE = 0.3
FOR_INITIAL = 0.6
"""What an article or a single letter of a query counts; any other word counts 1."""


class Named(NamedTuple):
    """The words of a name: ids, the words, and what each counts."""

    ids: Sequence[int]
    words: Sequence[Known]
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
                nearness = known[id_] = word.nearness(name.words[named])
            if nearness > STRANGE:
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
    score = _score(question, name, pairs)
    if sum(pair.nearness > LIKELY for pair in pairs) < len(question):
        score = max(score, _score_written_together(question, name))
    return Alignment(tuple(pair for pair in pairs if pair.nearness > UNLIKE), score)


def gain_of(nearness: float) -> float:
    """Return what a pair of words adds to the score, from 0 to 1."""
    likely = max(0.0, (nearness - UNLIKE) / (1 - UNLIKE))
    possible = max(0.0, (nearness - STRANGE) / (1 - STRANGE))
    return (1 - DOUBTFUL) * likely + DOUBTFUL * possible


def likeness(question: Sequence[QueryWord], pairs: Sequence[Pair], weights: Sequence[float]) -> float:
    """Return how much of a query was found, from 0 to 1; a word that was not found at all counts more than its part.

    ``weights`` has what each pair's word counts, in the order of ``pairs``.
    """
    found = {pair.asked: (weight, gain_of(pair.nearness)) for pair, weight in zip(pairs, weights, strict=True)}
    total = gained = 0.0
    worst = 1.0
    for asked, word in enumerate(question):
        rarity, gain = found.get(asked, (1.0, 0.0))
        weight = rarity * (FOR_ARTICLE if word.text in ARTICLES else FOR_INITIAL if word.is_initial else 1.0)
        total += weight
        gained += weight * gain
        if word.text not in ARTICLES:
            worst = min(worst, gain)
    return float(((gained / total) * (0.75 + 0.25 * worst)) ** SEVERITY)


def _score(question: Sequence[QueryWord], name: Named, pairs: Sequence[Pair]) -> float:
    length = sum(len(word.text) for word in name.words)
    covered = sum(len(name.words[pair.named].text) for pair in pairs) / length if length else 0.0
    alike = likeness(question, pairs, [name.weights[pair.named] for pair in pairs])
    return 100 * alike * (0.85 + 0.15 * covered)


def _score_written_together(question: Sequence[QueryWord], name: Named) -> float:
    """Return the score of a query and a name taken as one word each, however they part their words."""
    said = "".join(word.readings[0].sounds for word in name.words)
    skeleton = consonants(said)
    weight = min(MOST_FOR_CONSONANTS, FOR_EACH_CONSONANT * len(skeleton))
    best = 0.0
    for number in range(max(len(word.readings) for word in question)):
        asked = "".join(word.reading(number).sounds for word in question)
        best = max(best, (1 - weight) * near(asked, said) + weight * near(consonants(asked), skeleton))
    if all(word.frames for word in question):
        asked = "".join(word.text for word in question)
        written = "".join(word.text for word in name.words)
        best = max(best, 0.75 * near(frame(asked), frame(written)) + 0.25 * near(sounds(asked), said))
    return 98 * max(0.0, (best - UNLIKE_TOGETHER) / (1 - UNLIKE_TOGETHER))
