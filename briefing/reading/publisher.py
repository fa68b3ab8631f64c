"""Who published an article: an agency, a newspaper, a ministry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.knowledge.tables import Knowledge, Organisation
from briefing.model import Block, BlockKind
from briefing.reading.blocks import one_line
from briefing.reading.dateline import Dateline
from briefing.reading.known import entries_for, government_body_in, medium_in
from briefing.reading.paragraph_kinds import picture_credit
from briefing.untrusted.cleaning import clean_line

_LONGEST = 80
_LOOKED_AT = 400
_STATE_DEPARTMENT = re.compile(r"Office of the Spokesperson|.{3,60}, (?:Department Spokesperson|Secretary of State)")
"""How the State Department signs its statements without naming itself."""


def publisher(
    text: str, blocks: Sequence[Block], dateline: Dateline | None, source: str | None, knowledge: Knowledge
) -> str | None:
    """Return the publisher, by the name the tables give it where they know it.

    From the front matter's ``source``, the dateline's agency, a medium in the byline, a credit line or the credit of
    a picture, or a government body in the byline, in this order.
    """
    if source:
        return _known_as(source, knowledge) or clean_line(source, _LONGEST)
    if dateline is not None and dateline.agency:
        medium = medium_in(dateline.agency, knowledge)
        return medium.name if medium else dateline.agency
    for kind in ("byline", "credit", "caption"):
        for words in _words_of(text, blocks, kind):
            credit = picture_credit(words, knowledge) if kind == "caption" else None
            medium = medium_in(credit or words, knowledge)
            if medium is not None:
                return medium.name
    bodies = (_issuer(words, knowledge) for words in _words_of(text, blocks, "byline"))
    return next((body.name for body in bodies if body is not None), None)


def _known_as(source: str, knowledge: Knowledge) -> str | None:
    entry = next((entry for entry in entries_for(source, knowledge) if entry.table == "organisation"), None)
    return knowledge.organisations[entry.id].name if entry else None


def _issuer(words: str, knowledge: Knowledge) -> Organisation | None:
    if _STATE_DEPARTMENT.fullmatch(words):
        return knowledge.organisations.get("state-department")
    return government_body_in(words, knowledge)


def _words_of(text: str, blocks: Sequence[Block], kind: BlockKind) -> Iterator[str]:
    return (
        one_line(text, max(block.start, block.end - _LOOKED_AT) if kind == "caption" else block.start, block.end)
        for block in blocks
        if block.kind == kind
    )
