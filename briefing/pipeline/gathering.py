"""Reading and understanding what the library does not hold, and putting all of it together."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.assembly.assemble import assemble
from briefing.config.settings import Settings
from briefing.knowledge.loader import load_with
from briefing.library.columns import DamagedError, decoded, encoded
from briefing.library.keys import Keys, Source, digest_of
from briefing.library.records import FINDINGS, READING, KeptReading
from briefing.library.store import Store
from briefing.model import Briefing, Document, Findings, Skipped
from briefing.paths import user_knowledge
from briefing.pipeline.articles import read_article, read_bytes_of, understand
from briefing.pipeline.progress import Caller, Progress
from briefing.reading.copies import Copies
from briefing.reading.decoding import UnreadableError, read_bytes
from briefing.reading.documents import STANDARD_INPUT, merge_same_texts

PARTIAL_SECONDS = 0.25
"""Least time between two partial briefings."""
PARTIAL_SHARE = 4
"""A partial briefing follows another only after this many times what putting that together took."""


class Gathered(NamedTuple):
    """A briefing, and whether all of its articles were understood."""

    briefing: Briefing
    is_whole: bool


def gather(
    settings: Settings,
    library: Store,
    keys: Keys,
    sources: Sequence[Source],
    skipped: Sequence[Skipped],
    standard_input: bytes | None,
    caller: Caller,
) -> Gathered:
    """Return the briefing of some files and of standard input, telling of progress on the way."""
    work = _Work(settings, library, keys, skipped)
    total = len(sources) + (standard_input is not None)
    for done, (path, reading) in enumerate(work.readings(sources, standard_input), 1):
        caller.may_go_on()
        work.take(reading)
        caller.is_told(Progress(done, total, path, work.partial_briefing() if done < total else None))
    library.flush()
    return Gathered(work.briefing(), work.is_whole)


class _Work:
    """What was read and understood so far; documents of the same text, or nearly so, are one."""

    def __init__(self, settings: Settings, library: Store, keys: Keys, skipped: Iterable[Skipped]) -> None:
        self.is_whole = True
        self._settings = settings
        self._library = library
        self._keys = keys
        self._knowledge, problems = load_with(user_knowledge())
        self._skipped = [*(Skipped(problem.place, problem.message) for problem in problems), *skipped]
        self._same_text: dict[str, list[Document]] = {}
        self._copies = Copies()
        self._near_copies: dict[str, list[str]] = {}
        self._documents: dict[str, Document] = {}
        self._findings: dict[str, Findings] = {}
        self._next_partial = time.monotonic() + PARTIAL_SECONDS

    def readings(self, sources: Sequence[Source], standard_input: bytes | None) -> Iterator[tuple[str, KeptReading]]:
        """Yield what comes of each file and of standard input, from the library where it holds that."""
        for source in sources:
            yield source.path, self._kept_reading(source) or self._read(source)
        if standard_input is not None:
            limit = self._settings.file_bytes
            yield STANDARD_INPUT, read_bytes_of(standard_input, STANDARD_INPUT, limit, self._knowledge)

    def _kept_reading(self, source: Source) -> KeptReading | None:
        """Return what was read of a file before: as it is by its status, else by its bytes."""
        seen = self._library.get("file", self._keys.of_file(source)) if source.stamp else None
        if seen is not None and source.stamp is not None and seen.startswith(source.stamp):
            return self._reading_under(seen.removeprefix(source.stamp))
        try:
            content = digest_of(read_bytes(source.file, self._settings.file_bytes))
        except UnreadableError:
            return None
        key = self._keys.of_reading(source, content)
        reading = self._reading_under(key)
        if reading is not None:
            self._note(source, key)
        return reading

    def _reading_under(self, key: bytes) -> KeptReading | None:
        data = self._library.get("reading", key)
        try:
            return None if data is None else decoded(READING, data)
        except DamagedError:
            return None

    def _read(self, source: Source) -> KeptReading:
        reading, content = read_article(source.file, source.path, self._settings.file_bytes, self._knowledge)
        if content is not None:
            key = self._keys.of_reading(source, content)
            self._library.put("reading", key, encoded(READING, reading))
            self._note(source, key)
        return reading

    def _note(self, source: Source, key: bytes) -> None:
        if source.stamp is not None:
            self._library.put("file", self._keys.of_file(source), source.stamp + key)

    def take(self, reading: KeptReading) -> None:
        """Add what came of a file."""
        self._skipped += reading.skipped
        if reading.document is None:
            return
        key = reading.document.text_sha256
        if key not in self._same_text:
            original = self._copies.original_of(key, reading.sketch)
            if original is not None:
                self._near_copies.setdefault(original, []).append(reading.document.path)
                kept = self._documents[original]
                self._documents[original] = replace(kept, also_in=(*kept.also_in, reading.document.path))
                return
        group = self._same_text.setdefault(key, [])
        group.append(reading.document)
        (document,) = merge_same_texts(group)
        document = replace(document, also_in=(*document.also_in, *self._near_copies.get(key, ())))
        known = self._documents.get(key)
        self._documents[key] = document
        if known is None or (known.published, known.title) != (document.published, document.title):
            self._findings[key] = self._findings_of(document)

    def _findings_of(self, document: Document) -> Findings:
        key = self._keys.of_findings(document)
        kept = self._kept_findings(key)
        if kept is not None:
            return kept
        found = understand(document, self._knowledge, self._settings.disputes)
        if isinstance(found, Skipped):
            self.is_whole = False
            self._skipped.append(found)
            return Findings(document.id)
        self._library.put("findings", key, encoded(FINDINGS, found))
        return found

    def _kept_findings(self, key: bytes) -> Findings | None:
        data = self._library.get("findings", key)
        try:
            return None if data is None else decoded(FINDINGS, data)
        except DamagedError:
            return None

    def briefing(self) -> Briefing:
        """Put together what there is."""
        narrowing = self._settings.narrowing
        wanted = [key for key, document in self._documents.items() if narrowing.takes(document, self._findings[key])]
        briefing = assemble(
            [self._documents[key] for key in wanted],
            [narrowing.part_of(self._findings[key]) for key in wanted],
            disputes=self._settings.disputes,
            as_of=self._settings.as_of,
            skipped=self._skipped,
            knowledge=self._knowledge,
        )
        return replace(briefing, narrowed=narrowing.words())

    def partial_briefing(self) -> Briefing | None:
        """Put together what there is, unless that was done a moment ago."""
        begin = time.monotonic()
        if begin < self._next_partial:
            return None
        briefing = self.briefing()
        end = time.monotonic()
        self._next_partial = end + max(PARTIAL_SECONDS, PARTIAL_SHARE * (end - begin))
        return briefing
