"""How many words a second are read and understood on one core, beside merely cutting them into words, in one run.

    python bench/extraction.py [FOLDER ...] [--rounds 5]

Without a folder: the shipped seeds. Each article goes through both doors, ``read_text`` and ``extract``. Every round
takes the two ways in turn; shown are the best round of each, the ratio, and the memory that the process came to hold.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path

from briefing.api import extract, read_text
from briefing.paths import shipped_seeds

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


def main() -> None:
    """Measure the folders that were asked for."""
    parser = argparse.ArgumentParser(description="Time reading and extraction.")
    parser.add_argument("folders", type=Path, nargs="*", default=[shipped_seeds()])
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    files = [path for folder in wanted.folders for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".md"}]
    texts = [path.read_text(encoding="utf-8") for path in files]
    words = sum(len(text.split()) for text in texts)
    understand(texts)  # the tables are loaded once a process
    rounds = [(seconds(understand, texts), seconds(cut, texts)) for _ in range(wanted.rounds)]
    ours, plain = (min(times) for times in zip(*rounds, strict=True))
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(texts)} articles, {words} words: {words / ours:,.0f} words/s, {held:.0f} MB")
    print(f"cutting them into words alone: {words / plain:,.0f} words/s, {ours / plain:.0f} times as fast")


if __name__ == "__main__":
    main()
