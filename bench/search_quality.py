"""How well names and sentences are found when they are misspelled: another seed, and so other mistakes, each run.

    python -m bench.search_quality [--names 58000] [--queries 400] [--seed N]

Names are real given names of our own table with made family names; each kind of mistake is made in as many of them.
Sentences are words drawn as often as they occur in the sample articles, with names among them; a query is three of
the longer words of one, each with a letter wrong in every second query. Beside ours stands ``rapidfuzz`` over
everything (slow), in the same run. Tells hit@1 and hit@10, for sentences the mean reciprocal rank (MRR).
"""

from __future__ import annotations

import argparse
import random
import re
import secrets
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import yaml
from rapidfuzz import fuzz, process

from bench.table import Row, print_table, share
from briefing.search import Index, SentenceIndex

TITLE = "What is found when it is misspelled"
NAMES = 58_000
QUERIES = 400
ROOT = Path(__file__).resolve().parent.parent
SYLLABLES = [consonant + vowel + end for consonant in "bdfghklmnprstvz" for vowel in "aeiou" for end in ("", "n", "r")]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SENTENCES = 20_000
TELLING = 8
"""The longest words of a sentence are the ones that people remember: three of so many are asked for."""
Way = Callable[[str], Sequence[int]]


def made_names(count: int, luck: random.Random) -> list[str]:
    """Return that many different names."""
    table = yaml.safe_load((ROOT / "briefing" / "knowledge" / "given_names.yaml").read_text(encoding="utf-8"))
    given = [str(name) for names in table.values() for name in names]
    family = [
        "".join(luck.choice(SYLLABLES) for _ in range(luck.choice((2, 3)))).capitalize() for _ in range(count // 4)
    ]
    names: dict[str, None] = {}
    while len(names) < count:
        middle = f" {luck.choice(given)}" if luck.random() < 0.15 else ""
        names[f"{luck.choice(given)}{middle} {luck.choice(family)}"] = None
    return list(names)


def mistyped(word: str, luck: random.Random) -> str:
    """Return a word with a letter missing, added, changed or swapped with the next."""
    at = luck.randrange(1, len(word))
    letter = luck.choice(LETTERS)
    return luck.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        )
    )


def _longest_mistyped(name: str, luck: random.Random) -> str:
    longest = max(name.split(), key=len)
    return name.replace(longest, mistyped(longest, luck), 1)


MISTAKES: dict[str, Callable[[str, random.Random], str]] = {
    "a letter wrong": _longest_mistyped,
    "a letter wrong in each word": lambda name, luck: " ".join(mistyped(word, luck) for word in name.split()),
    "family name first": lambda name, _: " ".join((name.split()[-1], *name.split()[:-1])),
    "family name first, a letter wrong": lambda name, luck: _longest_mistyped(
        " ".join((name.split()[-1], *name.split()[:-1])), luck
    ),
    "written in one word": lambda name, _: name.replace(" ", "").lower(),
    "half typed": lambda name, _: name[: -(len(name.split()[-1]) // 2)].lower(),
}


def measure_names(names: list[str], count: int, luck: random.Random) -> Iterator[Row]:
    """Tell how many names are found in spite of each mistake, and how many are taken for others."""
    index = Index(names)
    lower = [name.lower() for name in names]
    ways: tuple[Way, ...] = (
        lambda query: [hit.position for hit in index.search(query, 10)],
        lambda query: [place for _, _, place in process.extract(query.lower(), lower, scorer=fuzz.QRatio, limit=10)],
    )
    for mistake, make in MISTAKES.items():
        wanted = luck.sample(range(len(names)), count)
        shares = []
        for search in ways:
            found = [search(make(names[place], luck)) for place in wanted]
            first = sum(hits[:1] == [place] for hits, place in zip(found, wanted, strict=True))
            ten = sum(place in hits for hits, place in zip(found, wanted, strict=True))
            shares.append(f"{first / count:.3f} / {ten / count:.3f}")
        yield Row(f"{mistake}: hit@1 / hit@10 (QRatio)", f"{shares[0]} ({shares[1]})")
    known = frozenset(names)
    absent = [name for name in made_names(2 * count, random.Random(luck.random())) if name not in known][:count]
    sure = sum(any(hit.score >= 60 for hit in index.search(name, 1)) for name in absent)
    right = 1 - sure / len(absent)
    yield Row("names not in the list: no hit of 60 or more", f"{right:.3f}", ">= 0.95", right >= 0.95)


def made_sentences(count: int, luck: random.Random) -> list[str]:
    """Return sentences of words as frequent as in the sample articles, with names among them."""
    articles = " ".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.*")))
    frequent = re.findall(r"[A-Za-z]{2,}", articles)
    names = [word for name in made_names(2000, luck) for word in name.split()]
    rare = ["".join(luck.choice(SYLLABLES) for _ in range(3)) for _ in range(8000)]
    return [
        " ".join(
            luck.choice(frequent if dice < 0.75 else names if dice < 0.9 else rare)
            for dice in (luck.random() for _ in range(luck.randrange(10, 30)))
        )
        for _ in range(count)
    ]


def measure_sentences(count: int, luck: random.Random) -> Iterator[Row]:
    """Tell the mean reciprocal rank of the sentence that three words were taken from, and the time of a query."""
    sentences = made_sentences(SENTENCES, luck)
    index = SentenceIndex(sentences)
    ranks, taken = [], []
    for number in range(count):
        place = luck.randrange(len(sentences))
        three = luck.sample(sorted(sentences[place].split(), key=len)[-TELLING:], 3)
        query = " ".join(mistyped(word, luck) if number % 2 else word for word in three)
        started = time.perf_counter()
        hits = [hit.position for hit in index.search(query, 20)]
        taken.append(1000 * (time.perf_counter() - started))
        ranks.append(1 / (1 + hits.index(place)) if place in hits else 0.0)
    rank, slow = sum(ranks) / count, share(taken, 0.95)
    yield Row(f"three words of one of {SENTENCES:,} sentences: MRR", f"{rank:.3f}", ">= 0.95", rank >= 0.95)
    yield Row("the same: a query, p95", f"{slow:.1f} ms", "<= 16 ms", slow <= 16)


def measure(_options: Namespace) -> Iterator[Row]:
    """Measure names, then sentences, with mistakes of this run's own."""
    seed = secrets.randbelow(1 << 32)
    yield Row("mistakes of this run", f"seed {seed}")
    yield from measure_all(NAMES, QUERIES, seed)


def measure_all(names: int, queries: int, seed: int) -> Iterator[Row]:
    """Measure so many names with so many queries for each kind of mistake, then sentences."""
    luck = random.Random(seed)
    yield from measure_names(made_names(names, luck), queries, luck)
    yield from measure_sentences(queries, luck)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description="Measure how well misspelled names and sentences are found.")
    parser.add_argument("--names", type=int, default=NAMES)
    parser.add_argument("--queries", type=int, default=QUERIES, help="for each kind of mistake")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1 << 32))
    wanted = parser.parse_args()
    print_table(f"{TITLE}, seed {wanted.seed}", measure_all(wanted.names, wanted.queries, wanted.seed))


if __name__ == "__main__":
    main()
