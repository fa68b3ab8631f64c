"""A place for a measurement: folders of its own, so that nothing of the person's who measures is read or written."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
SETTLED_SECONDS = 2.5
"""A file that changed a moment ago is looked into again; a measurement waits until none is so young."""

_LEFT_OUT = ("BRIEFING_", "XDG_", "PYTHONDONTWRITEBYTECODE")
"""Variables that no measured program sees: with the last one, each of its starts would compile all modules anew."""


class Workshop:
    """Folders for articles, configuration and library, and the command in that environment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        own = {"HOME": "", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "PYTHONPATH": str(CHECKOUT)}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)}
        self.environment = {**kept, **{name: str(folder / below) for name, below in own.items()}}

    def command(self, *arguments: str | Path) -> list[str]:
        """Return the command with these arguments."""
        return [sys.executable, "-P", "-m", "briefing", *map(str, arguments)]

    def milliseconds(self, command: Sequence[str]) -> float:
        """Return how long a command takes from its start to its end."""
        began = time.perf_counter()
        subprocess.run(command, env=self.environment, stdout=subprocess.DEVNULL, check=True)
        return 1000 * (time.perf_counter() - began)


@contextmanager
def workshop() -> Iterator[Workshop]:
    """Open a workshop in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
        yield Workshop(Path(folder))


def settle() -> None:
    """Wait until the files just written count as settled."""
    time.sleep(SETTLED_SECONDS)
