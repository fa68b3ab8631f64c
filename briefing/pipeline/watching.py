"""Seeing that the seeds have changed, so that new articles appear without a word."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.config.settings import STANDARD_INPUT
from briefing.paths import is_there
from briefing.reading.discovery import SUFFIXES

_TOGETHER_MILLISECONDS = 2_000
"""Changes that follow one another are told as one, at the latest after this."""
_QUIET_MILLISECONDS = 300
"""They are told when nothing has changed for so long."""


def changes(seeds: Iterable[Path], stop: threading.Event) -> Iterator[None]:
    """Yield whenever something to read has come, changed or gone, until ``stop`` is set.

    Raises :class:`OSError` where the system cannot watch them: too many folders, a file system without notices.
    """
    from watchfiles import watch  # noqa: PLC0415 - not needed before the first paint

    watched = [seed for seed in seeds if seed != STANDARD_INPUT and is_there(seed)]
    if not watched:
        return
    for _ in watch(
        *watched,
        watch_filter=lambda _, path: _may_hold_articles(Path(path)),
        debounce=_TOGETHER_MILLISECONDS,
        step=_QUIET_MILLISECONDS,
        stop_event=stop,
        rust_timeout=500,
        raise_interrupt=False,
        ignore_permission_denied=True,
    ):
        yield


def _may_hold_articles(path: Path) -> bool:
    """Tell whether a path is that of an article, or may be that of a folder."""
    return path.suffix.lower() in SUFFIXES or not path.suffix
