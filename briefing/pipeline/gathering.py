"""Reading and understanding what the library does not hold, and putting all of it together."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any, NamedTuple

from briefing.assembly.assemble import assemble
from briefing.config.settings import Settings
from briefing.knowledge.loader import load_with
from briefing.library.columns import DamagedError, decoded, encoded
from briefing.library.keys import Keys, Source
from briefing.library.records import FINDINGS, KeptReading
from briefing.library.store import Store
from briefing.model import Briefing, Document, Findings, Skipped
from briefing.paths import user_knowledge
from briefing.pipeline.articles import read_bytes_of, understand
from briefing.pipeline.progress import Caller, Progress
from briefing.pipeline.readings import Readings, Understood
from briefing.reading.copies import Copies
from briefing.reading.documents import STANDARD_INPUT, merge_same_texts

PARTIAL_SECONDS = 0.25
"""Least time between two partial briefings."""
PARTIAL_SHARE = 9
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
    readings = work.readings(sources, standard_input, caller.may_go_on)
    with closing(readings):
        for done, (path, reading, understood) in enumerate(readings, 1):
            caller.may_go_on()
            work.take(reading, understood)
            partial = work.partial_briefing() if caller.wants_partial and done < total else None
            caller.is_told(Progress(done, total, path, partial))
    library.flush()
    return Gathered(work.whole_briefing(), work.is_whole)


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
        self._shared: dict[Any, Any] = {}
        self._readings = Readings(settings, library, keys, self._knowledge, self._shared)

    def readings(
        self, sources: Sequence[Source], standard_input: bytes | None, may_go_on: Callable[[], None]
    ) -> Generator[tuple[str, KeptReading, Understood | None], None, None]:
        """Yield what comes of each file and of standard input, each with its path."""
        for source, (reading, understood) in zip(sources, self._readings.of(sources, may_go_on), strict=True):
            yield source.path, reading, understood
        if standard_input is not None:
            limit = self._settings.file_bytes
            yield STANDARD_INPUT, read_bytes_of(standard_input, STANDARD_INPUT, limit, self._knowledge), None

    def take(self, reading: KeptReading, understood: Understood | None) -> None:
        """Add what came of a file, and what was found in it where a process did that already."""
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
            is_as_read = document == reading.document
            self._findings[key] = self._findings_of(document, understood if is_as_read else None)

    def _findings_of(self, document: Document, understood: Understood | None) -> Findings:
        key = self._keys.of_findings(document)
        if understood is not None:
            self._library.put("findings", key, understood.data)
            return understood.findings
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
            return None if data is None else decoded(FINDINGS, data, self._shared)
        except DamagedError:
            return None

    def whole_briefing(self) -> Briefing:
        """Put together everything; nothing more can be taken then."""
        self._shared.clear()
        self._same_text.clear()
        self._copies = Copies()
        return self._briefing()

    def _briefing(self) -> Briefing:
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
        briefing = self._briefing()
        end = time.monotonic()
        self._next_partial = end + max(PARTIAL_SECONDS, PARTIAL_SHARE * (end - begin))
        return briefing
