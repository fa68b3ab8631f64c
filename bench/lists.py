"""Our list beside Textual's in a terminal: 100,000 rows, arrow down, and all rows again after a filter."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.list_app import name_of
from bench.pty_runs import Terminal
from bench.table import Row, share
from bench.workshop import workshop

TITLE = "Lists of 100,000 rows in a terminal"
KEYS = 120
FILLS = 3
MOST_MILLISECONDS = 16.0
MOST_SHARE = 0.02
DOWN = "\x1b[B"


class _List:
    """One list in a terminal."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._filled = 1
        self._row = 0
        terminal.wait_for(name_of(1, 0))
        time.sleep(0.5)

    def down(self) -> float:
        """Return the milliseconds from an arrow down to the row it leads to."""
        self._row += 1
        return self._answer(DOWN, name_of(self._filled, self._row))

    def all_again(self) -> float:
        """Return the milliseconds in which all rows are shown again after few were."""
        self._filled += 2
        self._answer("f", name_of(self._filled - 1, 0))
        time.sleep(0.3)
        return self._answer("a", name_of(self._filled, 0))

    def _answer(self, key: str, text: str) -> float:
        self._terminal.forget()
        began = time.perf_counter()
        self._terminal.send(key)
        self._terminal.wait_for(text)
        return 1000 * (time.perf_counter() - began)


def measure(options: Namespace) -> Iterator[Row]:  # noqa: ARG001 - one size
    """Measure both lists, key by key in turn."""
    app = [sys.executable, "-P", str(Path(__file__).with_name("list_app.py"))]
    with (
        workshop() as shop,
        Terminal(app, shop.environment) as one,
        Terminal([*app, "theirs"], shop.environment) as two,
    ):
        ours, theirs = _List(one), _List(two)
        keys = [(ours.down(), theirs.down()) for _ in range(KEYS)]
        fills = [(ours.all_again(), theirs.all_again()) for _ in range(FILLS)]
    mine, their = (list(taken) for taken in zip(*keys, strict=True))
    slowest = share(mine, 0.95)
    yield Row(
        "arrow down, p50 / p95 (OptionList)",
        f"{median(mine):.1f} / {slowest:.1f} ms ({median(their):.1f} / {share(their, 0.95):.1f})",
        f"p95 <= {MOST_MILLISECONDS:.0f} ms",
        slowest <= MOST_MILLISECONDS,
    )
    refill, their_refill = (median(taken) for taken in zip(*fills, strict=True))
    part = refill / their_refill
    yield Row(
        "all rows again (OptionList)",
        f"{refill:.0f} ms, {part:.3f} x ({their_refill:,.0f})",
        f"<= {MOST_SHARE} x OptionList",
        part <= MOST_SHARE,
    )
