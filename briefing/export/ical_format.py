"""The dated agenda of a briefing as a calendar (iCalendar, RFC 5545).

Every item is an event of whole days, the first to the last day of the interval in which it falls; how well the day is
known stands in the summary and in ``X-BRIEFING-PRECISION``. An hour is never given.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from briefing.dossier import dates
from briefing.export.content import Content
from briefing.export.escaping import ical_text, plain_line
from briefing.model import AgendaItem, Briefing, DateInterval, status_of
from briefing.version import __version__

LINE_OCTETS = 75
"""Octets of a line without its end (RFC 5545, 3.1); longer ones are folded."""
DAY = timedelta(1)
_EPOCH = date(1970, 1, 1)


def render_ical(briefing: Briefing, with_text: bool = False) -> Iterator[str]:  # noqa: ARG001 - a calendar has no texts
    """Yield the lines of a calendar with every dated item of the agenda, past ones too."""
    for line in _lines(briefing):
        yield from _folded(line)


def _lines(briefing: Briefing) -> Iterator[str]:
    content = Content(briefing)
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//briefing//briefing {ical_text(__version__)}//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield "X-WR-CALNAME:briefing"
    for item in content.agenda:
        if item.date is not None:
            yield from _event(content, item, item.date)
    yield "END:VCALENDAR"


def _event(content: Content, item: AgendaItem, interval: DateInterval) -> Iterator[str]:
    as_of = content.briefing.as_of
    yield "BEGIN:VEVENT"
    yield f"UID:{ical_text(plain_line(item.id))}@briefing"
    yield f"DTSTAMP:{_stamp(content.briefing)}"
    yield f"DTSTART;VALUE=DATE:{_basic(interval.start)}"
    if interval.end < date.max:
        yield f"DTEND;VALUE=DATE:{_basic(interval.end + DAY)}"
    yield f"SUMMARY:{ical_text(plain_line(_summary(item, interval)))}"
    if item.place:
        yield f"LOCATION:{ical_text(plain_line(item.place))}"
    yield f"DESCRIPTION:{ical_text(_description(content, item, interval))}"
    yield f"CATEGORIES:{ical_text(item.kind)}"
    yield f"STATUS:{'TENTATIVE' if item.kind == 'proposal' else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield f"X-BRIEFING-PRECISION:{interval.precision}"
    yield f"X-BRIEFING-STATUS:{status_of(item, as_of)}"
    yield "END:VEVENT"


def _stamp(briefing: Briefing) -> str:
    """Return the day the briefing looks from: the clock would make each export another."""
    return f"{_basic(briefing.as_of or _EPOCH)}T000000Z"


def _basic(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _summary(item: AgendaItem, interval: DateInterval) -> str:
    if interval.precision == "day":
        return item.title
    if item.kind == "deadline" and interval.precision == "range":
        return f"{item.title} (by {dates.day_month_year(interval.end)})"
    sure = "" if interval.precision == "range" else "some day, "
    return f"{item.title} ({sure}{dates.long_interval(interval)})"


def _description(content: Content, item: AgendaItem, interval: DateInterval) -> str:
    basis = f", from “{interval.basis}”" if interval.basis else ""
    lines = [f"When: {dates.long_interval(interval)}{basis}"]
    names = sorted(content.names[actor] for actor in item.participants if actor in content.names)
    if names:
        lines.append(f"Who: {', '.join(names)}")
    for evidence in content.in_order(item.evidence):
        document = content.document(evidence.document)
        day = dates.day_month_year(document.published) if document.published else "undated"
        origin = ", ".join(part for part in (document.publisher, day, document.path) if part)
        lines.append(f"{plain_line(content.sentence(evidence))} [{origin}]")
    return "\n".join(plain_line(line) for line in lines)


def _folded(line: str) -> Iterator[str]:
    """Yield a content line in pieces of at most 75 octets, no character cut, each after the first behind a space."""
    piece, room = "", LINE_OCTETS
    for character in line:
        size = len(character.encode("utf-8"))
        if size > room:
            yield f"{piece}\r\n"
            piece, room = " ", LINE_OCTETS - 1
        piece += character
        room -= size
    yield f"{piece}\r\n"
