"""The words of the brief that are our own: headings, labels and counts, the same in every format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.dossier import dates
from briefing.dossier.brief import Brief, NextLine, Part
from briefing.dossier.sides import Position, Side
from briefing.dossier.versions import About
from briefing.model import Document, Evidence, Status

BOTTOM_LINE = "Bottom line"
PARTIES = "Parties and people"
DISPUTES = "Disputes, each side in its own words"
INSTRUMENTS = "Instruments"
NEXT = "What comes next"
DISAGREEMENTS = "Where sources disagree"
SOURCES = "Sources"
TEXTS = "The articles"
REMARK = "Every line is quoted from the numbered sources or names what they name. Nothing is generated."
NO_DISAGREEMENT = "None found."

ABOUT: Mapping[About, str] = {"date": "day", "place": "place", "number": "number", "stance": "stance"}
STATUS: Mapping[Status, str] = {"under_way": "under way", "undated": "on the table"}


def title_of(brief: Brief) -> str:
    """Return ``Brief as of Friday 23 July 2021``."""
    return f"Brief as of {dates.full_day(brief.as_of)}"


def facts_of(brief: Brief) -> list[str]:
    """Return what the brief rests on: how many documents, of which days, why it looks from its day, and the filters."""
    documents = f"{brief.documents:,} document{'s' if brief.documents != 1 else ''}"
    period = dates.period_of([brief.first, brief.last]) or "undated"
    basis = {"given": "as-of date given", "newest document": "seen from the newest document"}
    narrowed = [f"narrowed: {', '.join(brief.narrowed)}"] if brief.narrowed else []
    return [documents, period, basis.get(brief.as_of_basis, "as-of date unknown"), *narrowed]


def count_of(part: Part[object]) -> str:
    """Return ``4 of 7`` where a part does not show all there is, else nothing."""
    return f"{len(part.lines)} of {part.total:,}" if len(part.lines) < part.total else ""


def more_of(part: Part[object]) -> str:
    """Return ``3 more`` where a part does not show all there is, else nothing."""
    return f"{part.total - len(part.lines):,} more" if len(part.lines) < part.total else ""


def speakers_of(position: Position) -> str:
    """Return the names of those who take a position."""
    return " · ".join(position.speakers)


def stands_for(side: Side, position: Position) -> bool:
    """Tell whether the one who takes a position is a person or a body of the side, not the side itself."""
    return len(position.speakers) == 1 and side.name not in position.speakers


def when_of(line: NextLine) -> str:
    """Return when something falls: ``Wed 28 Jul 2021``, ``by 1 May 2021``, ``on the table``, ``no date``."""
    if line.date is None:
        return STATUS.get(line.status, "no date")
    if line.kind == "deadline" and line.date.precision == "range":
        return f"by {dates.day_month_year(line.date.end)}"
    return dates.long_interval(line.date)


def remarks_on(line: NextLine) -> list[str]:
    """Return what a title leaves out: the place, who takes part, that something is under way."""
    place = [line.place] if line.place and line.place not in line.title else []
    named = any(name in line.title for name in line.participants)
    participants = [" · ".join(line.participants)] if line.participants and not named else []
    status = [STATUS[line.status]] if line.date is not None and line.status in STATUS else []
    return [*place, *participants, *status]


def numbers_of(brief: Brief, evidence: Iterable[Evidence]) -> list[int]:
    """Return the numbers of the sources of a line, smallest first, each once."""
    numbers = {source.document.id: source.number for source in brief.sources}
    return sorted({numbers[found.document] for found in evidence})


def source_facts(document: Document) -> list[str]:
    """Return publisher, day and path of a source, and the other files with the same text."""
    name = [document.publisher] if document.publisher else []
    day = [dates.day_month_year(document.published) if document.published else "undated"]
    also = [f"also in {', '.join(document.also_in)}"] if document.also_in else []
    return [*name, *day, document.path, *also]
