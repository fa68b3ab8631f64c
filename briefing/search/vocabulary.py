"""The distinct words of the indexed texts, and the ones that a word of a query may mean.

Whatever is fuzzy happens here, on each distinct word once: words are found by their beginning, by their skeleton, by
the beginning of their sounds and by the three-letter pieces of their sounds and outline; only what these keys bring is
compared.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from zlib import crc32

from rapidfuzz import process
from rapidfuzz.distance import Indel, JaroWinkler

from briefing.search.postings import Numbers, Ordered, Postings, Strings
from briefing.search.similarity import Known, QueryWord, begun
from briefing.search.spelling import all_frames, all_outlines, all_skeletons, heard, known_readings, outline

LEAST_NEARNESS = 0.62
MOST_BEGUN = 400
ENOUGH_BY_PIECES = 40
MOST_BY_SKELETON = 600
MOST_COMPARED = 60
MOST_COMPARED_LOOSELY = 120
MOST_READ = 3
MOST_COUNTED = 6000
"""How many words are looked at by their pieces, the rarest pieces first."""
_PIECES = 1 << 17
_AT_ONCE = 1 << 15


class Vocabulary:
    """Distinct words in order; a word's id is its place."""

    def __init__(
        self, texts: Strings, forms: Strings, by_sounds: Numbers, by_skeleton: Postings, by_piece: Postings
    ) -> None:
        self.texts = texts
        self.forms = forms
        self.by_sounds = by_sounds
        self.by_skeleton = by_skeleton
        self.by_piece = by_piece
        self._in_order_of_sounds = Ordered(by_sounds, self._first_sounds)
        self._begun = Ordered(range(len(texts)), texts.__getitem__)
        self.known = lru_cache(maxsize=1 << 14)(self._known)
        # Whoever types the second word of a name asks for the first one again at every key.
        self._near_finished = lru_cache(maxsize=64)(self._near)

    @classmethod
    def of(cls, words: Iterable[str], spoken: Mapping[str, str]) -> Vocabulary:
        """Return the vocabulary of these words, in order; ``spoken`` has those whose accents say something else."""
        texts = Strings.of(words)
        forms = Strings.of(_forms(texts, spoken))
        skeletons, pieces = array("I"), array("I")
        skeleton_ids, piece_ids = array("I"), array("I")
        buckets = _buckets(len(texts))
        for start in range(0, len(texts), _AT_ONCE):
            some = range(start, min(start + _AT_ONCE, len(texts)))
            readings = list(map(_readings, forms[some.start : some.stop]))
            said = list(chain.from_iterable(readings))
            skeletal, outlined = iter(all_skeletons(said)), iter(all_outlines(said))
            for id_, several in zip(some, readings, strict=True):
                keys = {crc32(one.encode()) & (buckets - 1) for one in islice(skeletal, len(several))}
                skeletons.extend(keys)
                skeleton_ids.extend([id_] * len(keys))
                found = set(chain.from_iterable(map(_pieces, several)))
                found.update(*map(_outline_pieces, set(islice(outlined, len(several)))))
                pieces.extend(found)
                piece_ids.extend([id_] * len(found))
        by_skeleton = Postings.of(skeletons, skeleton_ids, buckets)
        by_piece = Postings.of(pieces, piece_ids, _PIECES)
        del pieces, piece_ids
        firsts = [form.split(" ", 1)[0] for form in forms]
        by_sounds = array("I", sorted(range(len(texts)), key=firsts.__getitem__))
        return cls(texts, forms, by_sounds, by_skeleton, by_piece)

    def id_of(self, text: str) -> int | None:
        """Return the id of a word, or null."""
        place = bisect_left(self.texts, text)
        return place if place < len(self.texts) and self.texts[place] == text else None

    def near(self, word: QueryWord) -> dict[int, float]:
        """Return the ids of the words that a word of a query may mean, each with its nearness."""
        return self._near(word) if word.unfinished else dict(self._near_finished(word))

    def _near(self, word: QueryWord) -> dict[int, float]:
        found: dict[int, float] = {}
        if word.unfinished:
            for id_ in self._begun.beginning_with(word.text, MOST_BEGUN):
                found[id_] = begun(word.text, self.texts[id_])
        else:
            same = self.id_of(word.text)
            if same is not None:
                found[same] = 1.0
        for id_ in self._worth_comparing(word):
            nearness = word.nearness(self.known(id_))
            if nearness >= LEAST_NEARNESS and nearness > found.get(id_, 0):
                found[id_] = nearness
        return found

    def _known(self, id_: int) -> Known:
        first, frame, *others = self.forms[id_].split(" ")
        return Known(self.texts[id_], frame, tuple(map(heard, (first, *others))))

    def _first_sounds(self, id_: int) -> str:
        return self.forms[id_].split(" ", 1)[0]

    def _worth_comparing(self, word: QueryWord) -> Collection[int]:
        candidates: set[int] = set()
        buckets = len(self.by_skeleton.starts) - 1
        for key in {crc32(reading.skeleton.encode()) & (buckets - 1) for reading in word.readings}:
            candidates.update(self.by_skeleton[key][:MOST_BY_SKELETON])
        if word.unfinished:
            for begin in {reading.sounds for reading in word.readings}:
                candidates.update(self._in_order_of_sounds.beginning_with(begin, MOST_COMPARED))
        if word.is_loose:
            for outlined in {reading.outline for reading in word.readings}:
                candidates.update(self._with_pieces(_outline_pieces(outlined)))
        likely = word.readings[:MOST_READ]
        candidates.update(self._with_pieces({piece for reading in likely for piece in _pieces(reading.sounds)}))
        most = MOST_COMPARED_LOOSELY if word.is_loose else MOST_COMPARED
        if len(candidates) <= most:
            return candidates
        if word.frames:
            frames = {id_: self.forms[id_].split(" ", 2)[1] for id_ in candidates}
            return _nearest(word.frames, frames, most // 2)
        said = {id_: self._first_sounds(id_) for id_ in candidates}
        if word.of_syllables:
            outlines = {id_: f"{outline(sounds)} {sounds}" for id_, sounds in said.items()}
            return _nearest(
                {f"{reading.outline} {reading.sounds}" for reading in word.readings},
                outlines,
                most // 2,
                Indel.normalized_similarity,
            )
        return _nearest({reading.sounds for reading in likely}, said, most // 2)

    def _with_pieces(self, pieces: Collection[int]) -> set[int]:
        """Return words that have several of these pieces, those with more of them where there are enough."""
        once: set[int] = set()
        twice: set[int] = set()
        thrice: set[int] = set()
        left = MOST_COUNTED
        for piece in sorted(pieces, key=self.by_piece.count):
            left -= self.by_piece.count(piece)
            if left < 0 and once:
                break
            found = set(self.by_piece[piece])
            thrice |= twice & found
            twice |= once & found
            once |= found
        return thrice if len(thrice) >= ENOUGH_BY_PIECES else twice


def _forms(texts: Sequence[str], spoken: Mapping[str, str]) -> Iterator[str]:
    """Yield for each word its sounds, its frame and its sounds in other readings, parted by blanks."""
    for start in range(0, len(texts), _AT_ONCE):
        some = texts[start : start + _AT_ONCE]
        readings = known_readings(some, [spoken.get(text, text) for text in some])
        for frame, said in zip(all_frames(some), readings, strict=True):
            yield " ".join((said[0], frame, *said[1:]))


def _readings(form: str) -> list[str]:
    first, _, *others = form.split(" ")
    return [first, *others]


def _buckets(size: int) -> int:
    return 1 << max(4, size.bit_length())


def _nearest(
    wanted: Iterable[str], choices: dict[int, str], most: int, scorer: Callable[..., float] = JaroWinkler.similarity
) -> set[int]:
    return {id_ for one in wanted for _, _, id_ in process.extract(one, choices, scorer=scorer, limit=most)}


def _pieces(said: str) -> list[int]:
    """Return the numbers of the three-letter pieces of sounds, a few of them shared by several pieces."""
    padded = f"^{said}$".encode()
    return [
        ((one << 10) ^ (two << 5) ^ three) & (_PIECES - 1)
        for one, two, three in zip(padded, padded[1:], padded[2:], strict=False)
    ]


def _outline_pieces(outlined: str) -> list[int]:
    return _pieces(outlined.upper())
