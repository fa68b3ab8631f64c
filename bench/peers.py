"""When other Textual programs stand in a terminal, beside the least that one can be.

Each is installed into an environment of its own, since they want other versions of Textual; what cannot be installed
is left out. Their first frame is the one that shows ``drawn``.
"""

from __future__ import annotations

import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.start import TRIVIAL, Program
from bench.table import Row, interleaved
from bench.workshop import Workshop, workshop

TITLE = "Start of other programs in a terminal"


class Peer(NamedTuple):
    """A program by the name it is installed and started by, and a text of its first full frame."""

    name: str
    drawn: str


PEERS = (Peer("frogmouth", "Navigation"), Peer("harlequin", "Data Catalog"))


def measure(options: Namespace) -> Iterator[Row]:
    """Install and measure each."""
    with workshop() as shop:
        trivial = Program(shop, *TRIVIAL)
        for peer in PEERS:
            command = _installed(peer, shop)
            if command is None:
                yield Row(f"first frame, {peer.name}", "cannot be installed")
                continue
            program = Program(shop, [str(command)], peer.drawn, "", "")
            trivial.frame(), program.frame()
            plain, mine = interleaved(options.rounds, [trivial.frame, program.frame])
            yield Row(f"first frame, {peer.name}", f"{mine:.0f} ms, {mine / plain:.2f} x trivial")


def _installed(peer: Peer, shop: Workshop) -> Path | None:
    """Return the command of a program in an environment of its own, or null where it cannot be installed."""
    place = shop.folder / peer.name
    try:
        subprocess.run([sys.executable, "-m", "venv", place], check=True, capture_output=True)
        pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", peer.name]
        subprocess.run(pip, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return place / "bin" / peer.name
