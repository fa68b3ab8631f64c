"""Holding a piece of work to time that grows no faster than its input, on any machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from timeit import Timer

TIMES = 4
SLACK = 2.5
"""Noise of a shared processor; work that grows with the square of its input takes four times the allowed time."""
LEAST = 0.02
"""Seconds below which a measurement says nothing."""


def assert_linear(prepare: Callable[[int], Callable[[], object]], size: int) -> None:
    """Assert that work on four times the input takes about four times as long.

    ``prepare`` makes the work for a size; only the work is measured, in processor time without the
    collector, whose time grows with what other tests left behind; the better of two counts.
    """
    small, large = (_processor_time(prepare(n)) for n in (size, TIMES * size))
    assert large < TIMES * SLACK * max(small, LEAST), f"{small:.3f} s for {size}, {large:.3f} s for {TIMES} times that"


def _processor_time(work: Callable[[], object]) -> float:
    return min(Timer(work, timer=time.process_time).repeat(repeat=2, number=1))
