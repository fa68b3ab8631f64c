"""Names that are found however they are spelled, with a score and the letters that matched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from briefing.search import storage
from briefing.search.aliases import Aliases
from briefing.search.alignment import Alignment, Named, align
from briefing.search.corpus import weight
from briefing.search.folding import Word, undivided, words
from briefing.search.highlight import highlight
from briefing.search.hit import MOST_TYPED, MOST_WORDS, Hit
from briefing.search.segment import Segment, key_of_initials, key_of_sounds, written_together
from briefing.search.similarity import QueryWord
from briefing.search.spelling import SMALL_WORDS

MOST_ROUGH = 200
MOST_WITH_INITIALS = 2000
MOST_RANKED = 60
MOST_RANKED_LOOSELY = 100
WORTH_RANKING = 0.5
"""Names are compared in full where their rough score is at least this part of the best."""
MOST_TURNS = 3
LEAST_SCORE = 1.0
ALIAS = 0.98
"""What a name found by an alias reaches of the score of one that is spelled so."""
INITIALS_SCORE = 58.0
"""The score of a name found by its initials (``MBS``): worth showing, never sure."""


class _Found(NamedTuple):
    """The best way in which a name answers."""

    score: float
    segment: Segment
    entry: int
    question: Sequence[QueryWord]
    alignment: Alignment

    def spans(self) -> tuple[tuple[int, int], ...]:
        """Return what to highlight in the name."""
        named = self.segment.words_of(self.entry)
        if not self.alignment.pairs:
            return ((named[0].start, named[-1].end),)
        text = self.segment.texts[self.segment.positions[self.entry]]
        return highlight(text, named, self.question, self.alignment.pairs)


class Index:
    """Names, ready for search; ``aliases`` maps a spelling to others that mean the same (``{"Kyiv": ["Kiev"]}``).

    A name is found by its words in any order, by some of them, by their beginnings, by initials, written together or
    apart, misspelled, and in any script. A score of 60 or more says that the name is likely the one that was meant.
    A name keeps its position for good: one that is added gets the next, that of a removed one is not used again.
    Safe to search from several threads, not to change while others search.
    """

    def __init__(self, texts: Sequence[str], *, aliases: Mapping[str, Sequence[str]] | None = None) -> None:
        self._aliases = Aliases(aliases or {})
        self._segments = [Segment.of(0, texts, self._aliases)]
        self._removed: set[int] = set()
        self._gone: Counter[str] = Counter()
        self._gone_entries = 0
        self._weights: dict[str, float] = {}

    def __len__(self) -> int:
        """Return how many names can be found."""
        return self._next_position - len(self._removed)

    @property
    def _next_position(self) -> int:
        last = self._segments[-1]
        return last.first + len(last.texts)

    def add(self, texts: Sequence[str]) -> range:
        """Add names and return their positions, the next after the last there has been."""
        first = self._next_position
        added: Sequence[str] = list(texts)
        start = first
        # Parts of like size are made one, so that there are never many.
        while len(self._segments) > 1 and len(self._segments[-1].texts) <= 2 * len(added):
            last = self._segments.pop()
            start, added = last.first, [*last.texts, *added]
        self._segments.append(Segment.of(start, added, self._aliases))
        self._weights = {}
        return range(first, first + len(texts))

    def remove(self, positions: Iterable[int]) -> None:
        """Remove the names at these positions; IndexError where there is none."""
        for position in set(positions):
            if position in self._removed or not 0 <= position < self._next_position:
                raise IndexError(f"no name at position {position}")
            segment = next(one for one in reversed(self._segments) if one.first <= position)
            for named in segment.ways_to_write(position - segment.first):
                self._gone.update(word.text for word in named)
                self._gone_entries += 1
            self._removed.add(position)
        self._weights = {}

    def save(self, path: Path) -> None:
        """Write the index to a file, to be read with :meth:`load`; OSError where that is not possible."""
        storage.write(
            path,
            self._segments,
            {
                "aliases": self._aliases.given,
                "removed": sorted(self._removed),
                "gone": self._gone,
                "gone entries": self._gone_entries,
            },
        )

    @classmethod
    def load(cls, path: Path) -> Index:
        """Read an index that was saved; OSError, or DamagedIndexError where the file is not such a one."""
        segments, rest = storage.read(path)
        index = cls((), aliases=rest["aliases"])
        index._segments = [storage.restored(first, buffers, index._aliases) for first, buffers in segments]
        index._removed = set(rest["removed"])
        index._gone = Counter(rest["gone"])
        index._gone_entries = rest["gone entries"]
        return index

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Return the best hits for a query, best first, the earlier text first where scores are equal."""
        typed = words(query[:MOST_TYPED])[:MOST_WORDS]
        if not typed or limit < 1:
            return []
        ranked: dict[int, _Found] = {}
        for reading in _ways_to_part(query, typed):
            question = [QueryWord(word, unfinished=word is reading[-1]) for word in reading]
            for segment in self._segments:
                self._search(segment, question, ranked)
        best = nlargest(limit, ranked.items(), key=lambda item: (item[1].score, -item[0]))
        return [Hit(position, found.score, found.spans()) for position, found in best]

    def _search(self, segment: Segment, question: Sequence[QueryWord], ranked: dict[int, _Found]) -> None:
        """Add what a segment answers, where it is better than what is known."""
        vocabulary = segment.corpus.vocabulary
        meant = [{} if word.is_initial and len(question) > 1 else vocabulary.near(word) for word in question]
        by_initials = set(segment.with_key(key_of_initials(question[0].text))) if len(question) == 1 else set()
        for entry in self._worth_ranking(segment, question, meant) | by_initials:
            position = segment.first + segment.positions[entry]
            if position in self._removed:
                continue
            ids = segment.corpus.words_of(entry)
            named = Named(ids, list(map(vocabulary.known, ids)), [self._weight(segment, id_) for id_ in ids])
            found = align(question, meant, named)
            score = found.score * (ALIAS if segment.is_renamed(entry) else 1.0)
            if entry in by_initials and _is_abbreviated(question[0].text, named):
                score = max(score, INITIALS_SCORE)
            if score >= LEAST_SCORE and (position not in ranked or score > ranked[position].score):
                ranked[position] = _Found(score, segment, entry, question, found)

    def _worth_ranking(
        self, segment: Segment, question: Sequence[QueryWord], meant: Sequence[Mapping[int, float]]
    ) -> set[int]:
        corpus = segment.corpus
        scores = corpus.gather(meant, [{id_: self._weight(segment, id_) for id_ in near} for near in meant])
        initials = {word.text for word in question if word.is_initial} if len(question) > 1 else set()
        if initials and scores:
            spelled = corpus.vocabulary.texts
            for entry in nlargest(MOST_WITH_INITIALS, scores, key=scores.__getitem__):
                scores[entry] += 0.3 * len(initials & {spelled[id_][0] for id_ in corpus.words_of(entry)})
        best = nlargest(MOST_ROUGH, scores.items(), key=itemgetter(1))
        least = WORTH_RANKING * best[0][1] if best else 0.0
        likely = [(score - 0.02 * corpus.length(entry), entry) for entry, score in best if score >= least]
        likely.sort(reverse=True)
        most = MOST_RANKED_LOOSELY if any(word.is_loose for word in question) else MOST_RANKED
        return {*(entry for _, entry in likely[:most]), *_written_alike(segment, question)}

    def _weight(self, segment: Segment, id_: int) -> float:
        """Return what a word counts, from 0 to 1: the rarer, the more it tells."""
        if len(self._segments) == 1 and not self._removed:
            return weight(segment.corpus.postings.count(id_), len(segment.corpus))
        text = segment.corpus.vocabulary.texts[id_]
        known = self._weights.get(text)
        if known is None:
            frequency = sum(one.corpus.frequency(text) for one in self._segments) - self._gone[text]
            size = sum(len(one.corpus) for one in self._segments) - self._gone_entries
            known = self._weights[text] = weight(frequency, size)
        return known


def _ways_to_part(query: str, typed: list[Word]) -> Iterator[list[Word]]:
    """Yield the words of a query, then as they are written where they were parted by guess."""
    yield typed
    if len(typed) > 1 and typed[0].script in ("han", "hangul"):
        written = undivided(query[:MOST_TYPED])
        if len(written) == 1:
            yield written


def _written_alike(segment: Segment, question: Sequence[QueryWord]) -> Iterator[int]:
    """Yield entries that sound like the whole query, wherever words are parted and whichever comes first."""
    for first in range(min(len(question), MOST_TURNS)):
        turned = [*question[first:], *question[:first]]
        spelled = [word.text for word in turned]
        for number in range(max(len(word.readings) for word in question)):
            said = [word.reading(number).sounds for word in turned]
            for joined in written_together(spelled, said):
                yield from segment.with_key(key_of_sounds(joined))


def _is_abbreviated(letters: str, named: Named) -> bool:
    return letters == "".join(word.text[0] for word in named.words if word.text not in SMALL_WORDS)
