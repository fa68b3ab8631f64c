"""Commands on a warm library, beside an interpreter that does nothing."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from functools import partial

from bench.corpus import write_articles
from bench.table import Row, interleaved
from bench.workshop import settle, workshop

TITLE = "Commands on a warm library of 1,000 articles"
ARTICLES = 1_000
MOST_EXTRA = 250


def measure(options: Namespace) -> Iterator[Row]:
    """Measure each command from its start to its end."""
    with workshop() as shop:
        folder = shop.folder / "articles"
        write_articles(folder, ARTICLES)
        settle()
        commands = {
            "export --format json": ["export", "--format", "json"],
            "export --format markdown": ["export", "--format", "markdown"],
            "search minister": ["search", "minister"],
        }
        for arguments in commands.values():
            shop.milliseconds(shop.command("--seeds", folder, *arguments))
        nothing = [sys.executable, "-c", "pass"]
        ways = [nothing, shop.command("--version")]
        ways += [shop.command("--seeds", folder, *arguments) for arguments in commands.values()]
        plain, version, *others = interleaved(options.rounds, [partial(shop.milliseconds, command) for command in ways])
        yield Row("python -c pass", f"{plain:.0f} ms")
        yield Row("briefing --version", f"{version:.0f} ms, {version / plain:.1f} x", "<= 3 x", version <= 3 * plain)
        for name, taken in zip(commands, others, strict=True):
            extra = taken - plain
            yield Row(f"briefing {name}", f"{taken:.0f} ms, + {extra:.0f}", f"+ {MOST_EXTRA} ms", extra <= MOST_EXTRA)
