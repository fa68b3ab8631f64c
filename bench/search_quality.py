"""How well names and sentences are found when they are misspelled: another seed, and so other mistakes, each run.

    python -m bench.search_quality [--names 58000] [--queries 400] [--seed N]

Names are real given names of our own table with made family names; each kind of mistake is made in as many of them.
Sentences are words drawn as often as they occur in the sample articles, with names among them; a query is three of
the longer words of one, each with a letter wrong in every second query. Beside ours stands ``rapidfuzz`` over
everything (slow), in the same run. Prints hit@1 and hit@10, for sentences the mean reciprocal rank, and whether the
goals hold.
"""

from __future__ import annotations

import argparse
import random
import re
import secrets
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml
from rapidfuzz import fuzz, process

from briefing.search import Index, SentenceIndex

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


def measure_names(names: list[str], count: int, luck: random.Random) -> None:
    """Print how many names are found in spite of each mistake, and how many are taken for others."""
    index = Index(names)
    lower = [name.lower() for name in names]
    ways: dict[str, Way] = {
        "Index": lambda query: [hit.position for hit in index.search(query, 10)],
        "QRatio": lambda query: [
            place for _, _, place in process.extract(query.lower(), lower, scorer=fuzz.QRatio, limit=10)
        ],
    }
    print(f"\n{len(names):,} names, {count} queries a row{'':14}" + "".join(f"{way:>18}" for way in ways))
    for mistake, make in MISTAKES.items():
        wanted = luck.sample(range(len(names)), count)
        shares = []
        for search in ways.values():
            found = [search(make(names[place], luck)) for place in wanted]
            first = sum(hits[:1] == [place] for hits, place in zip(found, wanted, strict=True))
            ten = sum(place in hits for hits, place in zip(found, wanted, strict=True))
            shares.append(f"{first / count:10.3f} / {ten / count:.3f}")
        print(f"{mistake:46}" + "".join(shares))
    known = frozenset(names)
    absent = [name for name in made_names(2 * count, random.Random(luck.random())) if name not in known]
    sure = sum(any(hit.score >= 60 for hit in index.search(name, 1)) for name in absent[:count])
    share = 1 - sure / len(absent[:count])
    print(f"{'not in the list: no hit of 60 or more':46}{share:10.3f}   goal 0.95: {_held(share >= 0.95)}")


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


def measure_sentences(count: int, luck: random.Random) -> None:
    """Print the mean reciprocal rank of the sentence that three words were taken from, and the time of a query."""
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
    rank, slow = sum(ranks) / count, sorted(taken)[int(0.95 * (count - 1))]
    print(f"\n{SENTENCES:,} sentences, three words of one, every second query misspelled")
    print(f"mean reciprocal rank {rank:.3f}   goal 0.95: {_held(rank >= 0.95)}")
    print(f"p95 {slow:.1f} ms   goal 16: {_held(slow <= 16)}")


def _held(holds: bool) -> str:
    return "holds" if holds else "missed"


def main() -> None:
    """Measure names, then sentences."""
    parser = argparse.ArgumentParser(description="Measure how well misspelled names and sentences are found.")
    parser.add_argument("--names", type=int, default=58_000)
    parser.add_argument("--queries", type=int, default=400, help="for each kind of mistake")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1 << 32))
    wanted = parser.parse_args()
    print(f"seed {wanted.seed}")
    luck = random.Random(wanted.seed)
    measure_names(made_names(wanted.names, luck), wanted.queries, luck)
    measure_sentences(wanted.queries, luck)


if __name__ == "__main__":
    main()
