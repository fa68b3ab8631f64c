"""Waiting until a dashboard under test has nothing left to do.

Textual's pilot sleeps at least 20 ms after each key and looks whether the processor is idle, which adds up. Here it is
the event loop that is asked whether anything waits to run, which is right on a busy machine too.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import pytest

LOOK_SECONDS = 0.001
QUIET_LOOKS = 3
"""How often in a row nothing may wait to run until the loop counts as idle."""


async def wait_until_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until nothing is left to run, at most ``max_sleep`` seconds (Textual's own limit) after ``min_sleep``."""
    waiting = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    start = monotonic()
    quiet = 0
    while monotonic() - start < max_sleep and (quiet < QUIET_LOOKS or monotonic() - start < min_sleep):
        await asyncio.sleep(LOOK_SECONDS)
        quiet = 0 if waiting else quiet + 1


@contextmanager
def quick_waiting() -> Iterator[None]:
    """Let Textual's pilot wait in this way, and repaint as soon as something has changed."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("app", "pilot"):
            patch.setattr(f"textual.{module}.wait_for_idle", wait_until_idle)
        patch.setattr("textual.screen.UPDATE_PERIOD", LOOK_SECONDS)
        yield
