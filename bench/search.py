"""How fast names are found as one types, beside two plain ways to do it, in one interleaved run.

    python bench/search.py [--names 10000 100000] [--queries 150]

Names are made of syllables; queries are names with a letter wrong, cut at every length as if typed. Compared with
``rapidfuzz.process.extract`` (WRatio) over all names and with a plain scan for the letters typed. Milliseconds for one
keystroke, and the ratio of the medians to ours.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator

from rapidfuzz import fuzz, process

from briefing.search import Index

SYLLABLES = [consonant + vowel + end for consonant in "bdfghklmnprstvz" for vowel in "aeiou" for end in ("", "n", "r")]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


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


def measure(names: list[str], count: int, luck: random.Random) -> None:
    """Print a table for one list of names."""
    started = time.perf_counter()
    index = Index(names)
    built = time.perf_counter() - started
    lower = [name.lower() for name in names]
    ways: dict[str, Callable[[str], object]] = {
        "Index": index.search,
        "process.extract, WRatio": lambda query: process.extract(query, lower, scorer=fuzz.WRatio, limit=20),
        "plain scan": lambda query: [place for place, name in enumerate(lower) if query in name][:20],
    }
    times: dict[str, list[float]] = {way: [] for way in ways}
    for query in keystrokes(names, count, luck):
        for way, search in ways.items():
            started = time.perf_counter()
            search(query)
            times[way].append(1000 * (time.perf_counter() - started))
    print(f"\n{len(names):,} names, index built in {built:.1f} s, {len(times['Index'])} keystrokes")
    print(f"{'':24} {'p50 ms':>9} {'p95 ms':>9} {'x Index':>9}")
    ours = _share(times["Index"], 0.5)
    for way, taken in times.items():
        middle = _share(taken, 0.5)
        print(f"{way:24} {middle:9.2f} {_share(taken, 0.95):9.2f} {middle / ours:9.2f}")


def _share(taken: list[float], share: float) -> float:
    return sorted(taken)[int(share * (len(taken) - 1))]


def main() -> None:
    """Measure each size that was asked for."""
    parser = argparse.ArgumentParser(description="Time name search, key by key.")
    parser.add_argument("--names", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--queries", type=int, default=150, help="keystrokes for each size")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    for count in wanted.names:
        luck = random.Random(wanted.seed)
        measure(made_names(count, luck), wanted.queries, luck)


if __name__ == "__main__":
    main()
