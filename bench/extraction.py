"""How many words a second are read and understood on one core, beside merely cutting them into words, in one run.

    python -m bench.extraction [FOLDER ...] [--rounds 5]

Without a folder: the shipped seeds. Each article goes through both doors, ``read_text`` and ``extract``. Every round
takes the two ways in turn; shown are the best round of each, the ratio, and the memory that the process came to hold.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.table import Row, print_table
from briefing.api import extract, read_text
from briefing.paths import shipped_seeds

TITLE = "Understanding articles"
WORDS_A_SECOND = 50_000
MOST_MEGABYTES = 60
WORD = re.compile(r"\w+(?:['’]\w+)*")


def understand(texts: list[str]) -> None:
    """Read and extract each text."""
    for text in texts:
        extract(read_text(text))


def cut(texts: list[str]) -> None:
    """Cut each text into words."""
    for text in texts:
        WORD.findall(text)


def seconds(way: Callable[[list[str]], None], texts: list[str]) -> float:
    """Return the processor time that one way takes for all texts."""
    begin = time.process_time()
    way(texts)
    return time.process_time() - begin


def measure(options: Namespace) -> Iterator[Row]:
    """Measure the shipped articles."""
    return measure_folders([shipped_seeds()], options.rounds)


def measure_folders(folders: Sequence[Path], count: int) -> Iterator[Row]:
    """Measure the articles of some folders, so many rounds."""
    files = [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".md"}]
    texts = [path.read_text(encoding="utf-8") for path in files]
    words = sum(len(text.split()) for text in texts)
    understand(texts)  # the tables are loaded once a process
    rounds = [(seconds(understand, texts), seconds(cut, texts)) for _ in range(count)]
    ours, plain = (min(times) for times in zip(*rounds, strict=True))
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speed = words / ours
    yield Row(
        f"{len(texts)} articles, {words:,} words, one core",
        f"{speed:,.0f} words/s",
        f">= {WORDS_A_SECOND:,} words/s",
        speed >= WORDS_A_SECOND,
    )
    yield Row("merely cutting them into words", f"{words / plain:,.0f} words/s, {ours / plain:.0f} x as fast")
    yield Row(
        "memory that the process came to hold", f"{held:.0f} MB", f"<= {MOST_MEGABYTES} MB", held <= MOST_MEGABYTES
    )


def main() -> None:
    """Measure the folders that were asked for."""
    parser = argparse.ArgumentParser(description="Time reading and extraction.")
    parser.add_argument("folders", type=Path, nargs="*", default=[shipped_seeds()])
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    print_table(TITLE, measure_folders(wanted.folders, wanted.rounds))


if __name__ == "__main__":
    main()
