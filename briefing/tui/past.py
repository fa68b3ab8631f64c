"""What a person left last time on some seeds, and what this run leaves for the next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.config.settings import STANDARD_INPUT
from briefing.memory.notebook import Notebook
from briefing.memory.remembered import Session


class Past:
    """The pages of the notebook on some seeds; standard input, which is another thing each time, has none."""

    def __init__(self, notebook: Notebook | None, seeds: Sequence[Path]) -> None:
        """Open the notebook on some seeds; without one there is no past."""
        self._notebook = None if STANDARD_INPUT in seeds else notebook
        self._seeds = seeds
        self.session = self._notebook.session(seeds) if self._notebook else None

    def leave(self, session: Session) -> None:
        """Keep how the dashboard is left."""
        if self._notebook is not None:
            self._notebook.leave(self._seeds, session, None)
