"""How the words of the model are kept: a column for each field of each type."""

from __future__ import annotations

from typing import NamedTuple

from briefing.library.columns import (
    Days,
    Flags,
    Many,
    Mappings,
    Maybe,
    Numbers,
    Records,
    Shared,
    Texts,
    Tuples,
)
from briefing.model import (
    Actor,
    AgendaItem,
    Block,
    Briefing,
    DateInterval,
    Dispute,
    Document,
    Evidence,
    Findings,
    Instrument,
    Mention,
    Role,
    Skipped,
    Span,
    Statement,
    StateName,
)


class KeptReading(NamedTuple):
    """What came of a file: its document, if it could be read, what was passed over and why, and the text's sketch."""

    document: Document | None
    skipped: tuple[Skipped, ...]
    sketch: tuple[int, ...]


_TEXT = Texts()
_NUMBER = Numbers()
_DAY = Days()
_TEXTS = Shared(Many(_TEXT))
_SPAN = Shared(Tuples(Span, start=_NUMBER, end=_NUMBER))
_SPANS = Shared(Many(_SPAN))
_BLOCK = Tuples(Block, kind=_TEXT, start=_NUMBER, end=_NUMBER)
_STATE_NAME = Tuples(StateName, name=_TEXT, short=_TEXT)
_SKIPPED = Records(Skipped, path=_TEXT, reason=_TEXT)
_EVIDENCE = Records(Evidence, document=_TEXT, start=_NUMBER, end=_NUMBER, sentence=_SPAN, rule=_TEXT)
_MENTION = Records(Mention, start=_NUMBER, end=_NUMBER, kind=_TEXT, actor=_TEXT, rule=_TEXT)
_ROLE = Records(Role, title=_TEXT, from_document=_TEXT)
_INTERVAL = Records(DateInterval, start=_DAY, end=_DAY, precision=_TEXT, basis=_TEXT)
_ACTOR = Records(
    Actor,
    id=_TEXT,
    kind=_TEXT,
    name=_TEXT,
    aliases=_TEXTS,
    roles=Many(_ROLE),
    country=_TEXT,
    evidence=Many(_EVIDENCE),
)
_STATEMENT = Records(
    Statement,
    id=_TEXT,
    document=_TEXT,
    actor=_TEXT,
    kind=_TEXT,
    quoted=Flags(),
    negated=Flags(),
    reported_by=_TEXT,
    disputes=_TEXTS,
    source=_SPANS,
    cue=_SPANS,
    content=_SPANS,
    evidence=_EVIDENCE,
    further=Many(_EVIDENCE),
)
_INSTRUMENT = Records(Instrument, id=_TEXT, name=_TEXT, aliases=_TEXTS, evidence=Many(_EVIDENCE))
_DISPUTE = Records(Dispute, id=_TEXT, name=_TEXT, parties=_TEXTS, evidence=Many(_EVIDENCE))
_AGENDA_ITEM = Records(
    AgendaItem,
    id=_TEXT,
    kind=_TEXT,
    title=_TEXT,
    date=Maybe(_INTERVAL),
    tense=_TEXT,
    place=_TEXT,
    participants=_TEXTS,
    instrument=_TEXT,
    evidence=Many(_EVIDENCE),
)
_DOCUMENT = Records(
    Document,
    id=_TEXT,
    text=_TEXT,
    text_sha256=_TEXT,
    path=_TEXT,
    title=_TEXT,
    published=_DAY,
    published_basis=_TEXT,
    dateline=_TEXT,
    publisher=_TEXT,
    blocks=Many(_BLOCK),
    sentences=Many(_SPAN),
    url=_TEXT,
    tags=_TEXTS,
    also_in=_TEXTS,
    file=_TEXT,
)
FINDINGS = Records(
    Findings,
    document=_TEXT,
    mentions=Many(_MENTION),
    actors=Many(_ACTOR),
    statements=Many(_STATEMENT),
    instruments=Many(_INSTRUMENT),
    disputes=Many(_DISPUTE),
    agenda=Many(_AGENDA_ITEM),
)
BRIEFING = Records(
    Briefing,
    as_of=_DAY,
    as_of_basis=_TEXT,
    documents=Many(_DOCUMENT),
    mentions=Mappings(Many(_MENTION)),
    actors=Many(_ACTOR),
    statements=Many(_STATEMENT),
    instruments=Many(_INSTRUMENT),
    disputes=Many(_DISPUTE),
    agenda=Many(_AGENDA_ITEM),
    skipped=Many(_SKIPPED),
    states=Mappings(_STATE_NAME),
    narrowed=_TEXTS,
)
READING = Tuples(KeptReading, document=Maybe(_DOCUMENT), skipped=Many(_SKIPPED), sketch=Many(_NUMBER))
