"""Measurements, chosen by name: ``python -m bench [NAME ...] [--rounds N] [--articles N ...]``.

Without a name: all of them. Each ratio is of medians within one interleaved run. ``python -m bench.search`` and other
modules take options of their own.
"""

from __future__ import annotations

import argparse
from importlib import import_module

from bench.table import print_table

NAMES = ("start", "peers", "commands", "lists", "search", "search_quality", "extraction", "reading")


def main() -> None:
    """Take the measurements that were asked for."""
    parser = argparse.ArgumentParser(prog="bench", description="Measure how fast briefing is.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; all without one")
    parser.add_argument("--rounds", type=int, default=7, help="how often each way is taken")
    parser.add_argument("--articles", type=int, nargs="+", default=[], help="sizes of the folders that are made")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in NAMES]
    if unknown:
        parser.error(f"unknown measurement {unknown[0]}; there is {', '.join(NAMES)}")
    for name in options.names or NAMES:
        module = import_module(f"bench.{name}")
        print_table(module.TITLE, module.measure(options))


if __name__ == "__main__":
    main()
