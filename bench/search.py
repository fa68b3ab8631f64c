"""How fast names are found as one types, beside other ways to do it, in one interleaved run.

    python -m bench.search [--names 100000] [--many 1000000] [--keys 150] [--seed 1]

Names are made of syllables; queries are names with a letter wrong, cut at every length as if typed. Times are of one
keystroke. The physical floor is ``bytes.find`` of what was typed over the text of all names. fzf is left out where it
is not installed (``apt-get install fzf`` where there is apt); textual.fuzzy sees a short list only, since it is
combinatorial. Building, memory and loading are measured in processes of their own.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from bench.table import Row, print_table, share
from briefing.search import Index

TITLE = "Names as one types"
NAMES, MANY, KEYS, SEED = 100_000, 1_000_000, 150, 1
SYLLABLES = [consonant + vowel + end for consonant in "bdfghklmnprstvz" for vowel in "aeiou" for end in ("", "n", "r")]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORT_LIST = 500
FZF_EVERY = 5
Way = Callable[[str], object]


def made_names(count: int, luck: random.Random) -> list[str]:
    """Return that many names of two words; some words are frequent and most are rare, as in life."""

    def word() -> str:
        return "".join(luck.choice(SYLLABLES) for _ in range(luck.choice((2, 3, 3, 4)))).capitalize()

    given, family = [word() for _ in range(count // 20)], [word() for _ in range(count // 3)]
    return [f"{_frequent(given, luck)} {_frequent(family, luck)}" for _ in range(count)]


def _frequent(words: list[str], luck: random.Random) -> str:
    return words[int(len(words) * luck.random() ** 2)]


def keystrokes(names: list[str], count: int, luck: random.Random) -> Iterator[str]:
    """Yield what stands in the search box after each key, until so many have been typed."""
    typed = 0
    while typed < count:
        name = luck.choice(names).lower()
        at = luck.randrange(1, len(name))
        wrong = name[:at] + luck.choice(LETTERS) + name[at + 1 :]
        for length in range(1, len(wrong) + 1):
            yield wrong[:length]
            typed += 1


def ways_to_find(names: list[str], folder: Path) -> dict[str, Way]:
    """Return ours first, then the floor, then the peers that are there."""
    lower = [name.lower() for name in names]
    text = "\n".join(lower).encode()
    ways: dict[str, Way] = {
        "Index": Index(names).search,
        "bytes.find (the floor)": lambda query: _found(text, query.encode()),
        "process.extract, QRatio": lambda query: process.extract(query, lower, scorer=fuzz.QRatio, limit=20),
        "process.extract, WRatio": lambda query: process.extract(query, lower, scorer=fuzz.WRatio, limit=20),
        "sqlite FTS5, prefixes": _full_text_search(names),
        f"textual.fuzzy, {SHORT_LIST} names": _fuzzy_matcher(names[:SHORT_LIST]),
    }
    fzf = shutil.which("fzf")
    if fzf:
        listed = folder / "names.txt"
        listed.write_text("\n".join(names), encoding="utf-8")
        ways["fzf --filter, with its start"] = lambda query: _filter(fzf, listed, query)
    return ways


def _found(text: bytes, wanted: bytes) -> list[int]:
    found: list[int] = []
    at = text.find(wanted)
    while at >= 0 and len(found) < 20:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found


def _full_text_search(names: Sequence[str]) -> Way:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE names USING fts5(name, prefix='1 2 3')")
    base.executemany("INSERT INTO names VALUES (?)", ((name,) for name in names))

    def search(query: str) -> object:
        phrase = " ".join(f'"{word}"*' for word in query.split())
        return base.execute("SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank LIMIT 20", (phrase,)).fetchall()

    return search


def _fuzzy_matcher(names: Sequence[str]) -> Way:
    from textual.fuzzy import Matcher  # noqa: PLC0415 - the one peer that needs Textual

    def search(query: str) -> object:
        match = Matcher(query).match
        return sorted(names, key=match, reverse=True)[:20]

    return search


def _filter(fzf: str, listed: Path, query: str) -> object:
    with listed.open("rb") as names:
        return subprocess.run([fzf, "--filter", query], stdin=names, capture_output=True, check=False).stdout


def keys_at(names: list[str], count: int, luck: random.Random) -> Iterator[Row]:
    """Time each way on the same keys, one way after the other at each key."""
    with tempfile.TemporaryDirectory() as folder:
        ways = ways_to_find(names, Path(folder))
        taken: dict[str, list[float]] = {way: [] for way in ways}
        for number, query in enumerate(keystrokes(names, count, luck)):
            for way, search in ways.items():
                if way.startswith("fzf") and number % FZF_EVERY:
                    continue
                started = time.perf_counter()
                search(query)
                taken[way].append(1000 * (time.perf_counter() - started))
    ours = share(taken["Index"], 0.95)
    for way, times in taken.items():
        slow = share(times, 0.95)
        figure = f"p50 {share(times, 0.5):.2f} p95 {slow:.2f} ms"
        if way == "Index":
            yield Row(f"a key at {len(names):,} names: Index", figure, "p95 <= 8 ms", slow <= 8)
        elif way.startswith("fzf"):
            yield Row(f"{way}; Index is {ours / slow:.3f} x", figure, "<= 0.1 x", ours / slow <= 0.1)
        else:
            yield Row(f"{way}; Index is {ours / slow:.3f} x", figure)
    if not any(way.startswith("fzf") for way in taken):
        yield Row("fzf is not installed", "not measured")


def many_names(count: int, keys: int, seed: int) -> Iterator[Row]:
    """Build an index of many names in one process and load what it saved in another."""
    with tempfile.TemporaryDirectory() as folder:
        saved = str(Path(folder) / "names.index")
        built, peak, slow, floor = _in_another_process("build", saved, count, keys, seed)
        load, held = _in_another_process("load", saved, count, keys, seed)
    size = f"{count:,} names"
    yield Row(f"{size}: build", f"{built:.1f} s", "<= 15 s", built <= 15)
    yield Row(f"{size}: memory at its height, building included", f"{peak:.0f} MB", "<= 260 MB", peak <= 260)
    yield Row(f"{size}: a key, p95", f"{slow:.1f} ms", "<= 16 ms", slow <= 16)
    yield Row(f"{size}: a key, bytes.find, p95 (the floor)", f"{floor:.1f} ms")
    yield Row(f"{size}: load and first answer", f"{load:.0f} ms", "<= 600 ms", load <= 600)
    yield Row(f"{size}: memory when loaded", f"{held:.0f} MB")


def _in_another_process(what: str, saved: str, count: int, keys: int, seed: int) -> list[float]:
    command = [sys.executable, "-m", "bench.search", "--child", what, saved, str(count), str(keys), str(seed)]
    return [float(one) for one in subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()]


def _child(what: str, saved: str, count: int, keys: int, seed: int) -> None:
    luck = random.Random(seed)
    if what == "load":
        started = time.perf_counter()
        Index.load(Path(saved)).search("sherman")
        print(1000 * (time.perf_counter() - started), _peak())
        return
    names = made_names(count, luck)
    started = time.perf_counter()
    index = Index(names)
    built = time.perf_counter() - started
    peak = _peak()
    index.save(Path(saved))
    text = "\n".join(names).lower().encode()
    ours, floor = [], []
    for query in keystrokes(names, keys, luck):
        started = time.perf_counter()
        index.search(query)
        middle = time.perf_counter()
        _found(text, query.encode())
        ours.append(1000 * (middle - started))
        floor.append(1000 * (time.perf_counter() - middle))
    print(built, peak, share(ours, 0.95), share(floor, 0.95))


def _peak() -> float:
    """Return the most memory that this process has had, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20) if sys.platform == "darwin" else most / (1 << 10)


def measure(_options: Namespace) -> Iterator[Row]:
    """Measure a hundred thousand names beside their peers, and a million."""
    luck = random.Random(SEED)
    yield from keys_at(made_names(NAMES, luck), KEYS, luck)
    yield from many_names(MANY, KEYS, SEED)


def main() -> None:
    """Measure what was asked for."""
    if sys.argv[1:2] == ["--child"]:
        what, saved, *numbers = sys.argv[2:]
        _child(what, saved, *map(int, numbers))
        return
    parser = argparse.ArgumentParser(description="Time name search, key by key.")
    parser.add_argument("--names", type=int, nargs="*", default=[NAMES])
    parser.add_argument("--many", type=int, nargs="*", default=[MANY])
    parser.add_argument("--keys", type=int, default=KEYS, help="keystrokes for each size")
    parser.add_argument("--seed", type=int, default=SEED)
    wanted = parser.parse_args()
    for count in wanted.names:
        luck = random.Random(wanted.seed)
        print_table("Names beside other ways to find them", keys_at(made_names(count, luck), wanted.keys, luck))
    for count in wanted.many:
        print_table("Many names", many_names(count, wanted.keys, wanted.seed))


if __name__ == "__main__":
    main()
