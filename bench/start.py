"""The dashboard's start in a terminal, library warm, beside the least that a Textual application can be."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.corpus import write_articles
from bench.pty_runs import Terminal
from bench.table import Row, interleaved
from bench.workshop import Workshop, settle, workshop
from briefing.paths import shipped_seeds

TITLE = "Start of the dashboard in a terminal, library warm"
TRIVIAL = ([sys.executable, "-P", str(Path(__file__).with_name("trivial_app.py"))], "a trivial", "x", "answered")


class Program:
    """A command, a text of its first full frame, a key, and a text of the answer to that."""

    def __init__(self, shop: Workshop, command: Sequence[str], drawn: str, key: str, answer: str) -> None:
        self._shop = shop
        self._command = command
        self._drawn = drawn
        self._key = key
        self._answer = answer

    def frame(self) -> float:
        """Return when the first full frame stands, in milliseconds since the start."""
        with Terminal(self._command, self._shop.environment) as terminal:
            return terminal.wait_for(self._drawn)

    def early_key(self) -> float:
        """Return when a key is answered that was typed before anything was drawn."""
        with Terminal(self._command, self._shop.environment) as terminal:
            terminal.send(self._key)
            return terminal.wait_for(self._answer)

    def later_key(self) -> float:
        """Return how long a key takes that is typed at the first full frame."""
        with Terminal(self._command, self._shop.environment) as terminal:
            drawn = terminal.wait_for(self._drawn)
            terminal.send(self._key)
            return terminal.wait_for(self._answer) - drawn


def measure(options: Namespace) -> Iterator[Row]:
    """Measure the shipped articles, and as many made ones as are asked for."""
    with workshop() as shop:
        folders = {"8 articles": shipped_seeds()}
        for count in options.articles:
            folders[f"{count:,} articles"] = shop.folder / f"articles-{count}"
            write_articles(shop.folder / f"articles-{count}", count)
        settle()
        trivial = Program(shop, *TRIVIAL)
        for name, folder in folders.items():
            ours = Program(shop, shop.command("--seeds", folder), "United States", "?", "Keys")
            shop.milliseconds(shop.command("--seeds", folder, "export", "--format", "json"))
            trivial.frame(), ours.frame()  # a first run of each compiles its modules and keeps what it looked up
            plain, mine = interleaved(options.rounds, [trivial.frame, ours.frame])
            yield _beside(f"first frame with rows, {name}", mine, plain, 1.3)
            plain, mine = interleaved(options.rounds, [trivial.early_key, ours.early_key])
            yield _beside(f"a key typed before it is answered, {name}", mine, plain, 1.5)
            plain, mine = interleaved(options.rounds, [trivial.later_key, ours.later_key])
            yield Row(f"a key typed at it (opens the help), {name}", f"{mine:.0f} ms, trivial {plain:.0f}")


def _beside(what: str, mine: float, plain: float, most: float) -> Row:
    ratio = mine / plain
    return Row(what, f"{mine:.0f} ms, {ratio:.2f} x trivial", f"<= {most} x trivial", ratio <= most)
