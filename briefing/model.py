"""The words of the program as frozen, slotted types.

Offsets are Unicode code points of a document's cleaned text. Dates are :class:`datetime.date`.
Identifiers are strings and stable for equal input: a document's is the first twelve hex digits of
the SHA-256 of its text, a state's is its ISO 3166-1 alpha-3 code in lower case, a known body's is its
knowledge id, any other actor's is its folded name as a slug, a dispute's is its key in the configuration.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal, NamedTuple

from briefing.record import record

ActorKind = Literal["person", "state", "organisation"]
StatementKind = Literal["demand", "support", "oppose", "accuse", "threaten", "offer", "agree", "deny", "state"]
AgendaKind = Literal["meeting", "visit", "treaty", "deadline", "vote", "exercise", "proposal", "other"]
Status = Literal["past", "under_way", "to_come", "undated"]
Tense = Literal["past", "under_way", "to_come"]
Precision = Literal["day", "week", "month", "quarter", "year", "range"]
BlockKind = Literal["headline", "byline", "date", "dateline", "caption", "body", "credit"]

PLOVER: Mapping[StatementKind, str | None] = {
    "demand": "REQUEST",
    "support": "SUPPORT",
    "oppose": "REJECT",
    "accuse": "ACCUSE",
    "threaten": "THREATEN",
    "offer": "AGREE",
    "agree": "AGREE",
    "deny": None,
    "state": None,
}
"""The PLOVER event code of each kind of statement (PLOVER codebook, Open Event Data Alliance)."""


class Span(NamedTuple):
    """A half-open range of code points in a document's cleaned text."""

    start: int
    end: int


class StateName(NamedTuple):
    """A state's name as the news write it, and the one for narrow columns."""

    name: str
    short: str


class Block(NamedTuple):
    """A paragraph-sized piece of a document and the part it plays in the article."""

    kind: BlockKind
    start: int
    end: int


@record(frozen=True, slots=True)
class Document:
    """One article as read.

    ``published_basis`` says what the date rests on (``front matter``, ``text``, ``caption``, ``file name``,
    ``given``) and is null when the date is. ``path`` is relative to the seed folder, or the file's
    name where a file was given; ``also_in`` lists other files with the same text.
    """

    id: str
    text: str
    text_sha256: str
    path: str
    title: str
    published: date | None
    published_basis: str | None
    dateline: str | None
    publisher: str | None
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    url: str | None = None
    tags: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()
    file: str | None = None
    """Absolute path of the file on disk, for opening it in an editor; null for standard input or given text."""


@record(frozen=True, slots=True)
class Skipped:
    """A file or a part of one that was not read, and why, in words for people."""

    path: str
    reason: str


@record(frozen=True, slots=True)
class Evidence:
    """Where something was read: document id, span, the sentence around it, and the rule that read it."""

    document: str
    start: int
    end: int
    sentence: Span
    rule: str


@record(frozen=True, slots=True)
class Mention:
    """One place where an actor is named; ``actor`` is the actor's id."""

    start: int
    end: int
    kind: ActorKind
    actor: str
    rule: str


@record(frozen=True, slots=True)
class Role:
    """A title without the country word, and the id of the document that gives it."""

    title: str
    from_document: str


@record(frozen=True, slots=True)
class Actor:
    """A person, state or organisation. ``country`` is an ISO 3166-1 alpha-3 code in upper case, or null."""

    id: str
    kind: ActorKind
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    country: str | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def role(self) -> str | None:
        """The newest of ``roles``, which are kept oldest first."""
        return self.roles[-1].title if self.roles else None


@record(frozen=True, slots=True)
class Statement:
    """An actor says, wants, denies ... something.

    ``source``, ``cue`` and ``content`` may lie in several pieces. ``actor`` and ``reported_by`` are actor ids;
    ``actor`` is null where the source is nobody known. A statement with a dispute and an actor is a position.
    """

    id: str
    document: str
    actor: str | None
    kind: StatementKind
    quoted: bool
    negated: bool
    reported_by: str | None
    disputes: tuple[str, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    evidence: Evidence
    further: tuple[Evidence, ...] = ()
    """The further sentences of a quotation of several."""


@record(frozen=True, slots=True)
class Instrument:
    """A treaty, agreement, resolution or law."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@record(frozen=True, slots=True)
class DisputeDefinition:
    """A contested topic as the configuration defines it.

    A term is a phrase matched without regard to case on whole words, with the plain English plural; a word may end
    in ``*`` (prefix); ``a + b`` asks for both in one sentence. ``parties`` are ids of states or bodies whose mere
    being named marks the topic (``twn`` for Taiwan), when the sentence is contentious. ``sides`` are ids of those who
    stand in it wherever a document on it names them.
    """

    id: str
    name: str
    terms: tuple[str, ...]
    parties: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Dispute:
    """A dispute as found; ``parties`` are ids of the actors that stand in it. Positions are the statements on it."""

    id: str
    name: str
    parties: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@record(frozen=True, slots=True)
class DateInterval:
    """First and last day of the interval in which something falls, both inclusive, and the words it rests on."""

    start: date
    end: date
    precision: Precision
    basis: str


@record(frozen=True, slots=True)
class AgendaItem:
    """A datable event or a proposal on the table. Its status is computed, never stored (see :func:`status_of`)."""

    id: str
    kind: AgendaKind
    title: str
    date: DateInterval | None = None
    tense: Tense | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    instrument: str | None = None
    evidence: tuple[Evidence, ...] = ()


@record(frozen=True, slots=True)
class Findings:
    """All that one document says."""

    document: str
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()


@record(frozen=True, slots=True)
class Briefing:
    """The findings of many documents, merged.

    ``documents`` are in order of date, newest first, undated last. ``states`` are the names of all states that were
    known, by id; none where nothing but the shipped tables was.
    """

    as_of: date | None
    as_of_basis: str
    documents: tuple[Document, ...] = ()
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    states: Mapping[str, StateName] = field(default_factory=dict)
    narrowed: tuple[str, ...] = ()
    """The filters that hold, in words for people: ``since 2021-07-01``; none where everything read is here."""


def status_of(item: AgendaItem, as_of: date | None) -> Status:
    """Return the status of an agenda item, seen from a day.

    The interval decides where it lies wholly before or after ``as_of``; where it holds that day, or is
    missing, the tense of the sentence decides; where the tense is silent too, an interval that holds the day
    is under way and an item without one is undated.
    """
    interval = item.date
    if interval is not None and as_of is not None:
        if interval.end < as_of:
            return "past"
        if interval.start > as_of:
            return "to_come"
        return item.tense or "under_way"
    return item.tense or "undated"
