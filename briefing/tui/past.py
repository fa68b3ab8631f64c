"""What a person left last time on some seeds, what is new since then, and what this run leaves for the next."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from briefing.config.settings import STANDARD_INPUT
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.lasting_names import LastingNames
from briefing.dossier.news import NO_NEWS, News, news_of
from briefing.memory.notebook import Notebook
from briefing.memory.remembered import Remembered, Session


class Past:
    """The pages of the notebook on some seeds; standard input, which is another thing each time, has none."""

    def __init__(self, notebook: Notebook | None, seeds: Sequence[Path]) -> None:
        """Open the notebook on some seeds; without one there is no past."""
        self._notebook = None if STANDARD_INPUT in seeds else notebook
        self._seeds = seeds
        self._lock = threading.Lock()
        self._before: Remembered | None = None
        self._looked = False
        self._names: LastingNames | None = None
        self._catalogue: Catalogue | None = None
        self._read = 0.0
        self.session = self._notebook.session(seeds) if self._notebook else None

    def loaded(self, catalogue: Catalogue) -> None:
        """Take note that all is read."""
        self._catalogue, self._read = catalogue, time.time()

    def news_of(self, catalogue: Catalogue) -> News:
        """Return what was not there when the dashboard was last left; takes time, so it belongs in a worker."""
        with self._lock:
            if not self._looked:
                self._looked = True
                self._before = self._notebook.there(self._seeds) if self._notebook else None
            if self._before is None:
                return NO_NEWS
            names = self._names = LastingNames(catalogue)
            return news_of(names, self._before)

    def leave(self, session: Session) -> None:
        """Keep how the dashboard is left, and what was there when all was last read."""
        if self._notebook is None:
            return
        catalogue, names = self._catalogue, self._names
        if catalogue is None or not catalogue.documents:
            self._notebook.leave(self._seeds, session, None)
            return
        if names is None or names.catalogue is not catalogue:
            names = LastingNames(catalogue)
        there = names.remembered(self._read, time.time(), date.today().toordinal())
        self._notebook.leave(self._seeds, session, there, part=bool(catalogue.briefing.narrowed))
