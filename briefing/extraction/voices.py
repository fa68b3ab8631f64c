"""Voices: whose ``we`` a text is in, by its issuers or by the turn of a speaker in a transcript."""

from __future__ import annotations

from briefing.extraction.annotations import Annotations
from briefing.extraction.issuers import issuers_of
from briefing.extraction.transcripts import Turn, find_turns, turn_at


class Voices:
    """The issuers of a document and the turns of its speakers."""

    def __init__(self, annotations: Annotations) -> None:
        self.issuers = issuers_of(annotations)
        self.turns = find_turns(annotations)

    def turn_at(self, offset: int) -> Turn | None:
        """Return the turn that holds an offset."""
        return turn_at(self.turns, offset)

    def speaking_at(self, offset: int) -> tuple[str, ...]:
        """Return whose voice speaks at an offset: the turn's, else the issuers'."""
        turn = self.turn_at(offset)
        if turn is None:
            return self.issuers
        return (turn.actor,) if turn.actor is not None else ()
