"""What the start does only once, or puts off until the first paint."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.tui.conftest import Open


@pytest.fixture
def collecting() -> Iterator[None]:
    """Leave the collector of garbage as it was."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("collecting")
async def test_garbage_is_looked_for_again_from_the_first_paint_on(opened: Open) -> None:
    gc.disable()
    async with opened():
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
