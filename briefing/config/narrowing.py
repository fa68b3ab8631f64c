"""Looking at a part of what was read: a period, some publishers, some disputes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.model import Document, Findings
from briefing.record import record


@record(frozen=True, slots=True)
class Narrowing:
    """What is wanted; an empty one wants everything.

    ``since`` and ``until`` are days, both inclusive; ``publishers`` are names without regard to case; ``disputes`` are
    ids. An article without a date lies in no period, one without a publisher is nobody's.
    """

    since: date | None = None
    until: date | None = None
    publishers: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()

    def takes(self, document: Document, findings: Findings) -> bool:
        """Tell whether an article with what it says is wanted."""
        if (self.since or self.until) and document.published is None:
            return False
        if document.published is not None and not self._in_period(document.published):
            return False
        if self.publishers and (document.publisher or "").casefold() not in {p.casefold() for p in self.publishers}:
            return False
        return not self.disputes or any(dispute.id in self.disputes for dispute in findings.disputes)

    def part_of(self, findings: Findings) -> Findings:
        """Return what an article says on the wanted disputes; who is named and what is on the agenda stays."""
        if not self.disputes:
            return findings
        wanted = frozenset(self.disputes)
        statements = (replace(s, disputes=tuple(d for d in s.disputes if d in wanted)) for s in findings.statements)
        return replace(
            findings,
            statements=tuple(statement for statement in statements if statement.disputes),
            disputes=tuple(dispute for dispute in findings.disputes if dispute.id in wanted),
        )

    def words(self) -> tuple[str, ...]:
        """Return what holds, in words for people; none where everything is wanted."""
        return tuple(
            words
            for words in (
                f"since {self.since}" if self.since else "",
                f"until {self.until}" if self.until else "",
                f"from {' or '.join(self.publishers)}" if self.publishers else "",
                f"on {' or '.join(self.disputes)}" if self.disputes else "",
            )
            if words
        )

    def _in_period(self, day: date) -> bool:
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)
