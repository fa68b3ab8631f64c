"""Who published an article: an agency, a newspaper, a ministry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.knowledge.loader import load
from briefing.knowledge.tables import Organisation
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


def publisher(text: str, blocks: Sequence[Block], dateline: Dateline | None, source: str | None) -> str | None:
    """Return the publisher, by the name the tables give it where they know it.

    From the front matter's ``source``, the dateline's agency, a medium in the byline, a credit line or the credit of
    a picture, or a government body in the byline, in this order.
    """
    if source:
        return _known_as(source) or clean_line(source, _LONGEST)
    if dateline is not None and dateline.agency:
        medium = medium_in(dateline.agency)
        return medium.name if medium else dateline.agency
    for kind in ("byline", "credit", "caption"):
        for words in _words_of(text, blocks, kind):
            medium = medium_in((picture_credit(words) or words) if kind == "caption" else words)
            if medium is not None:
                return medium.name
    bodies = (_issuer(words) for words in _words_of(text, blocks, "byline"))
    return next((body.name for body in bodies if body is not None), None)


def _known_as(source: str) -> str | None:
    entry = next((entry for entry in entries_for(source) if entry.table == "organisation"), None)
    return load().organisations[entry.id].name if entry else None


def _issuer(words: str) -> Organisation | None:
    if _STATE_DEPARTMENT.fullmatch(words):
        return load().organisations["state-department"]
    return government_body_in(words)


def _words_of(text: str, blocks: Sequence[Block], kind: BlockKind) -> Iterator[str]:
    return (
        one_line(text, max(block.start, block.end - _LOOKED_AT) if kind == "caption" else block.start, block.end)
        for block in blocks
        if block.kind == kind
    )
