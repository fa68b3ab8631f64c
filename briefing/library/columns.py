"""Records by columns: many alike values as arrays of numbers and one pool of texts, quick to read back.

What is written is no program and runs none, as a pickle would.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import accumulate, chain, pairwise, repeat
from operator import attrgetter
from struct import Struct, error
from typing import Any, Protocol

_HEAD = Struct("<I")
"""Number of columns; their heads follow, the columns, and the pool of texts."""
_COLUMN = Struct("<cI")
"""Type code and bytes of a column."""
_LEVEL = 1
"""Of compression: the quickest makes a third of it. With it comes a sum that tells damage."""
_TEXTS_AT_A_TIME = 1_000
_CODES = "BHIQ"
_WIDTHS = tuple(array(code).itemsize for code in _CODES)


_MOST_UNSHARED = 1_000_000
"""Bytes of a few dozen documents: for less, sharing numbers takes more time than it saves room."""
_LONGEST_SHARED = 64
"""Longer texts are hardly ever equal."""


@cache
def _numbers() -> list[int]:
    """Return one object for each number of two bytes: most are places in texts, and equal ones are many."""
    return list(range(1 << 16))


class DamagedError(ValueError):
    """Data that is not what was once written."""


class Writer:
    """Takes columns one after another and gives their bytes; numbers are whole and at least 0."""

    def __init__(self) -> None:
        self._columns: list[array[int]] = []
        self._texts: dict[str | None, int] = {None: 0}

    def numbers(self, values: Iterable[int]) -> None:
        """Add a column of numbers, in the narrowest type that holds them."""
        wide = array("Q", values)
        most = max(wide, default=0)
        code = next(code for code, width in zip(_CODES, _WIDTHS, strict=True) if most < 1 << 8 * width)
        self._columns.append(wide if code == "Q" else array(code, wide))

    def texts(self, values: Iterable[str | None]) -> None:
        """Add a column of texts; equal ones are kept once."""
        pool = self._texts
        self.numbers([pool.setdefault(text, len(pool)) for text in values])

    def data(self) -> bytes:
        """Return everything that was added, and forget it on the way: of many documents there is much."""
        texts = [text for text in self._texts if text is not None]
        self._texts = {None: 0}
        self.numbers(map(len, texts))
        columns = self._columns[::-1]
        self._columns = []
        squeezed = zlib.compressobj(_LEVEL)
        heads = [_COLUMN.pack(column.typecode.encode(), len(column) * column.itemsize) for column in reversed(columns)]
        pieces = [squeezed.compress(_HEAD.pack(len(columns)) + b"".join(heads))]
        while columns:
            column = columns.pop()
            if sys.byteorder == "big":
                column.byteswap()
            pieces.append(squeezed.compress(column))
        # A few at a time: all of them joined take up to four bytes a letter, for the sake of a single one.
        for at in range(0, len(texts), _TEXTS_AT_A_TIME):
            pool = "".join(texts[at : at + _TEXTS_AT_A_TIME]).encode("utf-8", "surrogatepass")
            pieces.append(squeezed.compress(pool))
        return b"".join([*pieces, squeezed.flush()])


class Reader:
    """Gives the columns of a :class:`Writer` back in the same order; raises :class:`DamagedError`.

    Equal values that are read with the same ``shared`` are one object: of many documents they are most of what is held.
    """

    def __init__(self, data: bytes, shared: dict[Any, Any] | None = None) -> None:
        self.shared = {} if shared is None else shared
        try:
            view = memoryview(zlib.decompress(data))
            (count,) = _HEAD.unpack_from(view)
            heads = [_COLUMN.unpack_from(view, _HEAD.size + number * _COLUMN.size) for number in range(count)]
        except (zlib.error, error) as damage:
            raise DamagedError(str(damage)) from damage
        self._shares_numbers = len(view) > _MOST_UNSHARED
        at = _HEAD.size + count * _COLUMN.size
        self._columns: list[memoryview] = []
        self._codes = [code.decode() for code, _ in heads]
        for _, size in heads:
            self._columns.append(view[at : at + size])
            at += size
        pool = str(view[at:], "utf-8", "surrogatepass")
        self._next = count - 1
        ends = accumulate(self.numbers(), initial=0)
        texts = (pool[start:end] for start, end in pairwise(ends))
        if shared is not None:
            texts = (shared.setdefault(text, text) if len(text) <= _LONGEST_SHARED else text for text in texts)
        self._texts: list[Any] = [None, *texts]
        self._next = 0

    def numbers(self) -> list[int]:
        """Return the next column, one of numbers."""
        code = self._codes[self._next]
        column = array(code)
        column.frombytes(self._columns[self._next])
        if sys.byteorder == "big":
            column.byteswap()
        self._next += 1
        if code == "H" and self._shares_numbers:
            return list(map(_numbers().__getitem__, column))
        return column.tolist()

    def texts(self) -> list[Any]:
        """Return the next column, one of texts."""
        return list(map(self._texts.__getitem__, self.numbers()))


class Column(Protocol):
    """How values of one type become columns and back; no values make no columns."""

    def write(self, values: Sequence[Any], out: Writer) -> None:
        """Add the columns of some values."""
        ...

    def read(self, count: int, data: Reader) -> list[Any]:
        """Return that many values from the next columns."""
        ...


class Texts:
    """Texts, or null."""

    def write(self, values: Sequence[str | None], out: Writer) -> None:
        """Add one column."""
        if values:
            out.texts(values)

    def read(self, count: int, data: Reader) -> list[Any]:
        """Return the texts."""
        return data.texts() if count else []


class Numbers:
    """Whole numbers from 0."""

    def write(self, values: Sequence[int], out: Writer) -> None:
        """Add one column."""
        if values:
            out.numbers(values)

    def read(self, count: int, data: Reader) -> list[Any]:
        """Return the numbers."""
        return data.numbers() if count else []


class Flags(Numbers):
    """Truth values."""

    def read(self, count: int, data: Reader) -> list[Any]:
        """Return the truth values."""
        return list(map(bool, super().read(count, data)))


class Days:
    """Days, or null."""

    def write(self, values: Sequence[date | None], out: Writer) -> None:
        """Add one column."""
        if values:
            out.numbers([day.toordinal() if day else 0 for day in values])

    def read(self, count: int, data: Reader) -> list[Any]:
        """Return the days, equal ones the same object."""
        numbers = data.numbers() if count else []
        days = {number: date.fromordinal(number) if number else None for number in set(numbers)}
        return list(map(days.__getitem__, numbers))


class Shared:
    """Values of which many are equal: each is kept once, and is one object after reading."""

    def __init__(self, column: Column) -> None:
        self._column = column

    def write(self, values: Sequence[Any], out: Writer) -> None:
        """Add the distinct values and a column that says which stands where."""
        if not values:
            return
        places: dict[Any, int] = {}
        which = [places.setdefault(value, len(places)) for value in values]
        out.numbers([len(places)])
        self._column.write(list(places), out)
        out.numbers(which)

    def read(self, count: int, data: Reader) -> list[Any]:
        """Return the values."""
        if not count:
            return []
        (distinct,) = data.numbers()
        known = data.shared.setdefault
        values = [known(value, value) for value in self._column.read(distinct, data)]
        return list(map(values.__getitem__, data.numbers()))


class Many:
    """Tuples of any length of one type."""

    def __init__(self, column: Column) -> None:
        self._column = column

    def write(self, values: Sequence[Sequence[Any]], out: Writer) -> None:
        """Add a column of lengths and the columns of all members."""
        if not values:
            return
        out.numbers(map(len, values))
        self._column.write(list(chain.from_iterable(values)), out)

    def read(self, count: int, data: Reader) -> list[Any]:
        """Return the tuples."""
        if not count:
            return []
        lengths = data.numbers()
        members = self._column.read(sum(lengths), data)
        return [
            tuple(members[start:end]) if end > start else () for start, end in pairwise(accumulate(lengths, initial=0))
        ]


class Maybe:
    """Values of one type, or null."""

    def __init__(self, column: Column) -> None:
        self._column = column

    def write(self, values: Sequence[Any], out: Writer) -> None:
        """Add a column that says which are there, and the columns of those."""
        if not values:
            return
        out.numbers([value is not None for value in values])
        self._column.write([value for value in values if value is not None], out)

    def read(self, count: int, data: Reader) -> list[Any]:
        """Return the values."""
        if not count:
            return []
        there = data.numbers()
        found = iter(self._column.read(sum(there), data))
        return [next(found) if is_there else None for is_there in there]


class Mappings:
    """Mappings from texts to values of one type."""

    def __init__(self, column: Column) -> None:
        self._values = Many(column)
        self._keys = Many(Texts())

    def write(self, values: Sequence[Mapping[str, Any]], out: Writer) -> None:
        """Add the keys and the values."""
        self._keys.write([tuple(value) for value in values], out)
        self._values.write([tuple(value.values()) for value in values], out)

    def read(self, count: int, data: Reader) -> list[Any]:
        """Return the mappings, in their own order."""
        keys = self._keys.read(count, data)
        return [dict(zip(*pair, strict=True)) for pair in zip(keys, self._values.read(count, data), strict=True)]


class Tuples:
    """Named tuples, field by field."""

    def __init__(self, made: Callable[..., Any], **fields: Column) -> None:
        self._made = made
        self.fields = fields

    def write(self, values: Sequence[Any], out: Writer) -> None:
        """Add the columns of each field."""
        for name, column in self.fields.items() if values else ():
            column.write(list(map(attrgetter(name), values)), out)

    def read(self, count: int, data: Reader) -> list[Any]:
        """Return the tuples."""
        if not count:
            return []
        return list(map(self._made, *(column.read(count, data) for column in self.fields.values())))


class Records:
    """Frozen, slotted dataclasses, field by field."""

    def __init__(self, made: type, **fields: Column) -> None:
        self.made = made
        self.fields = fields

    def write(self, values: Sequence[Any], out: Writer) -> None:
        """Add the columns of each field."""
        for name, column in self.fields.items() if values else ():
            column.write(list(map(attrgetter(name), values)), out)

    def read(self, count: int, data: Reader) -> list[Any]:
        """Return the records.

        Their slots are filled column by column: several times faster than a call of the class for each record.
        """
        if not count:
            return []
        records: list[Any] = list(map(object.__new__, repeat(self.made, count)))
        for name, column in self.fields.items():
            _exhaust(map(getattr(self.made, name).__set__, records, column.read(count, data)))
        return records


def _exhaust(steps: Iterator[object]) -> None:
    deque(steps, maxlen=0)


def encoded(column: Column, value: Any) -> bytes:
    """Return a value as bytes."""
    out = Writer()
    column.write([value], out)
    return out.data()


def decoded(column: Column, data: bytes, shared: dict[Any, Any] | None = None) -> Any:
    """Return the value that was written by :func:`encoded`; raise :class:`DamagedError` where it cannot be.

    Equal small values of all that is read with the same ``shared`` are one object.
    """
    reader = Reader(data, shared)
    try:
        (value,) = column.read(1, reader)
    except (IndexError, ValueError, TypeError, OverflowError) as damage:
        raise DamagedError(str(damage)) from damage
    return value
