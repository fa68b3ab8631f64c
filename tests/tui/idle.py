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
QUIET_LOOKS = 2
"""How often in a row nothing may be left to do until the loop counts as idle."""
REPAINT_SECONDS = 0.002
"""How long repainting is put off, else a sixtieth of a second."""
SOON_SECONDS = 0.03
"""What is due sooner is waited for: Textual puts off repainting and resizing for a sixtieth of a second."""


async def wait_until_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until nothing is left to do, at most ``max_sleep`` seconds (Textual's own limit) after ``min_sleep``."""
    loop = asyncio.get_running_loop()
    start = monotonic()
    quiet = 0
    while monotonic() - start < max_sleep and (quiet < QUIET_LOOKS or monotonic() - start < min_sleep):
        await asyncio.sleep(LOOK_SECONDS)
        quiet = 0 if _is_busy(loop) else quiet + 1


def _is_busy(loop: asyncio.AbstractEventLoop) -> bool:
    """Tell whether something waits to run, or will soon."""
    soon = loop.time() + SOON_SECONDS
    timers = loop._scheduled  # type: ignore[attr-defined]
    return bool(loop._ready) or any(not timer.cancelled() and timer.when() < soon for timer in timers)  # type: ignore[attr-defined]


@contextmanager
def quick_waiting() -> Iterator[None]:
    """Let Textual's pilot wait in this way."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("app", "pilot"):
            patch.setattr(f"textual.{module}.wait_for_idle", wait_until_idle)
        patch.setattr("textual.screen.UPDATE_PERIOD", REPAINT_SECONDS)
        yield
