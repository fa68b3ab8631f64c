"""What comes of each file, in order: from the library where it holds that, else read, by several processes if many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from briefing.config.settings import Settings
from briefing.knowledge.tables import Knowledge
from briefing.library.columns import DamagedError, decoded, encoded
from briefing.library.keys import Keys, Source, digest_of
from briefing.library.records import READING, KeptReading
from briefing.library.store import Store
from briefing.model import Findings
from briefing.paths import user_knowledge
from briefing.pipeline.articles import read_article
from briefing.pipeline.pool import WORTH_IT, Done, Pool, usable_cores
from briefing.pipeline.worker import setup_message
from briefing.reading.decoding import UnreadableError, read_bytes


class Understood(NamedTuple):
    """What a process found in a document, as it is and as it is kept."""

    findings: Findings
    data: bytes


class Readings:
    """Reads files for one set of settings and one library; equal small values are one object of ``shared``."""

    def __init__(
        self, settings: Settings, library: Store, keys: Keys, knowledge: Knowledge, shared: dict[Any, Any]
    ) -> None:
        self._settings = settings
        self._library = library
        self._keys = keys
        self._knowledge = knowledge
        self._shared = shared

    def of(
        self, sources: Sequence[Source], may_go_on: Callable[[], None]
    ) -> Iterator[tuple[KeptReading, Understood | None]]:
        """Yield what comes of each file, understood already where a process of its own read it.

        ``may_go_on`` is asked while a process is waited for, and raises to give up.
        """
        is_new = self._library.is_empty()
        known = [None if is_new else self._key_of_kept(source) for source in sources]
        unread = [source for source, key in zip(sources, known, strict=True) if key is None]
        pool = self._pool(unread)
        done = pool.results(may_go_on, self._shared) if pool else iter(())
        try:
            for source, key in zip(sources, known, strict=True):
                kept = self._kept(key) if key is not None else None
                if kept is not None:
                    yield kept, None
                    continue
                result = next(done, None) if key is None else None
                yield (self._read(source), None) if result is None else self._taken(source, result)
        finally:
            if pool is not None:
                pool.stop()

    def _pool(self, unread: Sequence[Source]) -> Pool | None:
        cores = usable_cores()
        if len(unread) < WORTH_IT or cores < 2:
            return None
        setup = setup_message(user_knowledge(), self._settings.disputes, self._settings.file_bytes)
        return Pool(setup, unread, cores)

    def _key_of_kept(self, source: Source) -> bytes | None:
        """Return under what is kept what was read of a file: as it is by its status, else by its bytes."""
        seen = self._library.get("file", self._keys.of_file(source)) if source.stamp else None
        if seen is not None and source.stamp is not None and seen.startswith(source.stamp):
            return seen.removeprefix(source.stamp)
        try:
            content = digest_of(read_bytes(source.file, self._settings.file_bytes))
        except UnreadableError:
            return None
        key = self._keys.of_reading(source, content)
        if not self._library.has("reading", key):
            return None
        self._note(source, key)
        return key

    def _kept(self, key: bytes) -> KeptReading | None:
        data = self._library.get("reading", key)
        try:
            return None if data is None else decoded(READING, data, self._shared)
        except DamagedError:
            return None

    def _read(self, source: Source) -> KeptReading:
        reading, content = read_article(source.file, source.path, self._settings.file_bytes, self._knowledge)
        if content is not None:
            self._keep(source, content, encoded(READING, reading))
        return reading

    def _taken(self, source: Source, done: Done) -> tuple[KeptReading, Understood | None]:
        if done.content is not None:
            self._keep(source, done.content, done.reading_data)
        return done.reading, Understood(done.findings, done.findings_data) if done.findings else None

    def _keep(self, source: Source, content: bytes, data: bytes) -> None:
        key = self._keys.of_reading(source, content)
        self._library.put("reading", key, data)
        self._note(source, key)

    def _note(self, source: Source, key: bytes) -> None:
        if source.stamp is not None:
            self._library.put("file", self._keys.of_file(source), source.stamp + key)
