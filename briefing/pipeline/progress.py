"""How far building is, and giving it up."""

from __future__ import annotations

from collections.abc import Callable

from briefing.model import Briefing
from briefing.record import record


class CancelledError(Exception):
    """Building was given up because the caller wanted it."""


@record(frozen=True, slots=True)
class Progress:
    """How far building is: files done of all, the one just done, and now and then the briefing of what was read."""

    done: int
    total: int
    path: str
    briefing: Briefing | None = None


@record(frozen=True, slots=True)
class Caller:
    """Who builds: is told of progress, and may give up."""

    progress: Callable[[Progress], None] | None = None
    cancelled: Callable[[], bool] | None = None
    wants_partial: bool = False
    """Whether progress is to bring briefings of what was read so far."""

    def is_told(self, progress: Progress) -> None:
        """Tell of progress."""
        if self.progress is not None:
            self.progress(progress)

    def may_go_on(self) -> None:
        """Raise :class:`CancelledError` if the caller gives up."""
        if self.cancelled is not None and self.cancelled():
            raise CancelledError
