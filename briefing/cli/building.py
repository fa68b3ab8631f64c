"""Making the briefing that a command works on, and telling what could not be read."""

from __future__ import annotations

import sys

from briefing.cli.output import Stop, complain
from briefing.config.settings import STANDARD_INPUT, Settings
from briefing.library.store import Store
from briefing.model import Briefing
from briefing.paths import is_there, user_library

WRONG_USE = 2


def readable_briefing(settings: Settings) -> Briefing:
    """Return the briefing of the configured seeds, having named on standard error all that was skipped.

    Raises :class:`Stop` with exit code 2 where a seed is missing or nothing could be read.
    """
    for notice in settings.notices:
        complain(notice)
    check_seeds(settings)
    library = library_of(settings)
    briefing = build_with(library, settings, standard_input(settings))
    library.close()
    for complaint in (*library.notices, *skipped_in(briefing)):
        complain(complaint)
    return briefing


def build_with(library: Store, settings: Settings, given: bytes | None) -> Briefing:
    """Return the briefing of the configured seeds and of what was given on standard input.

    Raises :class:`Stop` with exit code 2, and names what was skipped, where nothing could be read.
    """
    from briefing import pipeline  # noqa: PLC0415 - not for what ends before reading

    briefing = pipeline.build(settings, library, standard_input=given)
    if not briefing.documents:
        wanted = f"no article {', '.join(briefing.narrowed)}" if briefing.narrowed else "nothing to read"
        library.close()
        nothing = f"{wanted} in {', '.join(str(seed) for seed in settings.seeds)}"
        raise Stop(WRONG_USE, *library.notices, *skipped_in(briefing), nothing)
    return briefing


def skipped_in(briefing: Briefing) -> list[str]:
    """Return a line for each file, or part of one, that was skipped."""
    return [f"skipped {skipped.path}: {skipped.reason}" for skipped in briefing.skipped]


def library_of(settings: Settings) -> Store:
    """Return the user's library, opened, or one in memory where none is to be kept."""
    library = Store(user_library() if settings.keep_library else None)
    library.open()
    return library


def check_seeds(settings: Settings) -> None:
    """Raise :class:`Stop` where a seed is missing, naming it and what named it."""
    missing = [seed for seed in settings.seeds if seed != STANDARD_INPUT and not is_there(seed)]
    origin = settings.origins["seeds"]
    if missing:
        raise Stop(WRONG_USE, *(f"{origin}: {seed}: no such file or folder" for seed in missing))


def standard_input(settings: Settings) -> bytes | None:
    """Return what stands on standard input, up to just beyond the size limit, if it is among the seeds."""
    if STANDARD_INPUT not in settings.seeds:
        return None
    return b"" if sys.stdin is None else sys.stdin.buffer.read(settings.file_bytes + 1)
