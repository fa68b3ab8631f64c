"""Numbers and short strings by the million, in few flat buffers that are saved as they are."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import overload

_AT_ONCE = 1 << 13

Numbers = Sequence[int]
"""An array, or a view of a saved one."""


class Strings(Sequence[str]):
    """Strings one after the other in UTF-8, with where each begins."""

    def __init__(self, data: bytes | memoryview, starts: Numbers) -> None:
        self.data = memoryview(data)
        self.starts = starts

    @classmethod
    def of(cls, texts: Iterable[str]) -> Strings:
        """Return these strings."""
        data = bytearray()
        starts = array("I", [0])
        for text in texts:
            # A lone surrogate is no character; it would not survive being saved.
            data += text.encode("utf-8", "replace")
            starts.append(len(data))
        return cls(bytes(data), starts)

    def __len__(self) -> int:
        """Return their number."""
        return len(self.starts) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        """Return one of the strings, or several."""
        if isinstance(place, slice):
            low, high, step = place.indices(len(self))
            return (
                self._part(low, max(low, high))[::step] if step > 0 else [self[one] for one in range(low, high, step)]
            )
        if not 0 <= place < len(self):
            raise IndexError(place)
        return str(self.data[self.starts[place] : self.starts[place + 1]], "utf-8")

    def __iter__(self) -> Iterator[str]:
        """Yield them in order."""
        for low in range(0, len(self), _AT_ONCE):
            yield from self._part(low, min(low + _AT_ONCE, len(self)))

    def _part(self, low: int, high: int) -> list[str]:
        begin, end = self.starts[low], self.starts[high]
        text = str(self.data[begin:end], "utf-8")
        if len(text) != end - begin:
            return list(map(self.__getitem__, range(low, high)))
        return [text[one - begin : other - begin] for one, other in pairwise(self.starts[low : high + 1])]


class Postings:
    """For each of the keys 0, 1, 2 ... the numbers that stand under it, in the order in which they were given."""

    def __init__(self, starts: Numbers, numbers: Numbers) -> None:
        self.starts = starts
        self.numbers = numbers

    @classmethod
    def of(cls, keys: Sequence[int], numbers: Iterable[int], size: int) -> Postings:
        """Return the numbers under their keys, both given side by side; ``size`` keys in all."""
        counts = array("I", bytes(4 * (size + 1)))
        for key in keys:
            counts[key + 1] += 1
        starts = array("I", accumulate(counts))
        ends = array("I", starts)
        placed = array("I", bytes(4 * len(keys)))
        for key, number in zip(keys, numbers, strict=True):
            end = ends[key]
            placed[end] = number
            ends[key] = end + 1
        return cls(starts, placed)

    def __getitem__(self, key: int) -> Numbers:
        """Return the numbers under a key."""
        return self.numbers[self.starts[key] : self.starts[key + 1]]

    def count(self, key: int) -> int:
        """Return how many numbers stand under a key."""
        return self.starts[key + 1] - self.starts[key]


class Ordered:
    """Numbers in the order of a string that each stands for."""

    def __init__(self, numbers: Numbers, key: Callable[[int], str]) -> None:
        self._numbers = numbers
        self._key = key

    def beginning_with(self, prefix: str, most: int) -> Numbers:
        """Return the numbers whose string begins so, at most so many."""
        low = bisect_left(self._numbers, prefix, key=self._key)
        high = bisect_left(self._numbers, prefix + "\x7f", low, key=self._key)
        return self._numbers[low : min(high, low + most)]
