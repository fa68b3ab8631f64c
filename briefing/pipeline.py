"""From seeds to a briefing: the one place that knows finding, reading, extraction, the library and assembly."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.assembly.assemble import assemble
from briefing.config.settings import STANDARD_INPUT, Settings
from briefing.extraction.extract import extract
from briefing.knowledge.loader import load_with
from briefing.knowledge.tables import Knowledge
from briefing.knowledge.user_tables import fingerprint
from briefing.library import Library, key_of
from briefing.model import Briefing, Document, Findings, Skipped
from briefing.paths import user_knowledge
from briefing.reading.copies import Copies
from briefing.reading.discovery import Candidate, find_files
from briefing.reading.documents import STANDARD_INPUT as STANDARD_INPUT_PATH
from briefing.reading.documents import Reading, merge_same_texts, read_data, read_file
from briefing.untrusted.cleaning import clean_line

PARTIAL_SECONDS = 0.25
"""Least time between two partial briefings."""
PARTIAL_SHARE = 4
"""A partial briefing follows another only after this many times what putting that together took."""


class CancelledError(Exception):
    """Building was given up because the caller wanted it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far building is: files done of all, the one just done, and now and then the briefing of what was read."""

    done: int
    total: int
    path: str
    briefing: Briefing | None = None


def build(
    settings: Settings,
    library: Library | None = None,
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    standard_input: bytes | None = None,
) -> Briefing:
    """Return the briefing of the configured seeds.

    ``standard_input`` is what was read there, for the seed ``-``. Files that cannot be read or make extraction fail,
    and tables of a user's that do not fit, are in ``skipped`` of the briefing. Raises :class:`CancelledError` soon
    after ``cancelled`` says so.
    """
    found = find_files(seed for seed in settings.seeds if seed != STANDARD_INPUT)
    work = _Work(settings, library, found.skipped)
    total = len(found.candidates) + (standard_input is not None)
    readings = _readings(found.candidates, standard_input, settings.file_bytes, work.knowledge)
    for done, (path, reading) in enumerate(readings, 1):
        if cancelled is not None and cancelled():
            raise CancelledError
        work.take(reading)
        if progress is not None:
            progress(Progress(done, total, path, work.partial_briefing() if done < total else None))
    return work.briefing()


def _readings(
    candidates: Iterable[Candidate], standard_input: bytes | None, max_bytes: int, knowledge: Knowledge
) -> Iterator[tuple[str, Reading]]:
    for candidate in candidates:
        yield candidate.path, read_file(candidate.file, candidate.path, max_bytes, knowledge=knowledge)
    if standard_input is not None:
        yield STANDARD_INPUT_PATH, read_data(standard_input, STANDARD_INPUT_PATH, max_bytes, knowledge=knowledge)


class _Work:
    """What was read and understood so far; documents of the same text, or nearly so, are one."""

    def __init__(self, settings: Settings, library: Library | None, skipped: Iterable[Skipped]) -> None:
        self._settings = settings
        self._library = library
        self._tables = fingerprint(user_knowledge())
        self.knowledge, problems = load_with(user_knowledge())
        self._skipped = [*(Skipped(problem.place, problem.message) for problem in problems), *skipped]
        self._same_text: dict[str, list[Document]] = {}
        self._copies = Copies()
        self._near_copies: dict[str, list[str]] = {}
        self._documents: dict[str, Document] = {}
        self._findings: dict[str, Findings] = {}
        self._next_partial = time.monotonic() + PARTIAL_SECONDS

    def take(self, reading: Reading) -> None:
        """Add what came of a file."""
        self._skipped += reading.skipped
        if reading.document is None:
            return
        key = reading.document.text_sha256
        if key not in self._same_text:
            original = self._copies.original_of(key, reading.document.text)
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
        if known is None or known.published != document.published:
            self._findings[key] = self._understand(document)

    def _understand(self, document: Document) -> Findings:
        key = key_of(document, self._settings.disputes, self._tables)
        findings = self._library.get(key) if self._library else None
        if findings is None:
            try:
                findings = extract(document, self.knowledge, self._settings.disputes)
            except Exception as error:
                # One article that a rule stumbles over must not cost the reader all others.
                reason = f"not understood: {type(error).__name__}: {clean_line(str(error), 100)}"
                self._skipped.append(Skipped(document.path, reason))
                return Findings(document.id)
            if self._library:
                self._library.put(key, findings)
        return findings

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
            knowledge=self.knowledge,
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
