"""The door: an unchanged folder's briefing from the library, else reading, extraction and assembly."""

from __future__ import annotations

from collections.abc import Callable

from briefing.config.settings import STANDARD_INPUT, Settings
from briefing.library.columns import DamagedError, decoded, encoded
from briefing.library.keys import Keys, Source, stamp_of
from briefing.library.records import BRIEFING
from briefing.library.store import Store
from briefing.model import Briefing
from briefing.paths import user_knowledge
from briefing.pipeline.progress import Caller, Progress
from briefing.reading.discovery import find_files


def build(
    settings: Settings,
    library: Store | None = None,
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    partial: bool = True,
    standard_input: bytes | None = None,
) -> Briefing:
    """Return the briefing of the configured seeds.

    ``standard_input`` is what was read there, for the seed ``-``. ``progress`` is told of each file, and is brought
    briefings of what was read so far unless ``partial`` says no. Files that cannot be read or make extraction fail,
    and tables of a user's that do not fit, are in ``skipped`` of the briefing. What the library holds is not read
    again, and what is read is put into it. Raises :class:`CancelledError` soon after ``cancelled`` says so.
    """
    library = library or Store(None)
    request = _Request(settings, library, standard_input)
    kept = _kept(library, request.key)
    if kept is not None:
        library.flush()
        return kept
    from briefing.pipeline.gathering import gather  # noqa: PLC0415 - an unchanged folder does without extraction

    caller = Caller(progress, cancelled, partial and progress is not None)
    gathered = gather(settings, library, request.keys, request.sources, request.skipped, standard_input, caller)
    if request.key is not None and gathered.is_whole:
        library.put("briefing", request.key, encoded(BRIEFING, gathered.briefing))
    library.tidy()
    return gathered.briefing


def recall(
    settings: Settings, library: Store, *, standard_input: bytes | None = None, most_bytes: int
) -> Briefing | None:
    """Return the briefing that :func:`build` would, where the library holds it in so many bytes; else null."""
    return _kept(library, _Request(settings, library, standard_input).key, most_bytes)


def key_of(settings: Settings, library: Store, *, standard_input: bytes | None = None) -> bytes | None:
    """Return a name for the briefing that :func:`build` would return now; null where a file changed a moment ago."""
    return _Request(settings, library, standard_input).key


class _Request:
    """What is to be read, in the state in which it is now, and the key of its briefing; null where that is open."""

    def __init__(self, settings: Settings, library: Store, standard_input: bytes | None) -> None:
        self.keys = Keys(settings, user_knowledge(), library)
        found = find_files(seed for seed in settings.seeds if seed != STANDARD_INPUT)
        self.sources = [Source(file, path, stamp_of(file)) for file, path in found.candidates]
        self.skipped = found.skipped
        self.key = self.keys.of_briefing(self.sources, self.skipped, standard_input)


def _kept(library: Store, key: bytes | None, most_bytes: int | None = None) -> Briefing | None:
    data = library.get("briefing", key) if key is not None else None
    if data is None or (most_bytes is not None and len(data) > most_bytes):
        return None
    try:
        return decoded(BRIEFING, data)  # type: ignore[no-any-return] # what its column reads
    except DamagedError:
        return None
