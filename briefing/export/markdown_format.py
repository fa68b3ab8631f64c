"""The brief as Markdown (CommonMark): every text escaped, no link live."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.dossier.brief import Brief, DisputePart, Part, brief_of
from briefing.dossier.catalogue import Catalogue
from briefing.export import brief_words as words
from briefing.export.escaping import markdown_text
from briefing.model import Briefing, Evidence


def render_markdown(briefing: Briefing, with_text: bool = False) -> Iterator[str]:
    """Yield the lines of the brief on a briefing as Markdown, the texts of its sources at the end where asked for."""
    brief = brief_of(Catalogue(briefing))
    for line in _lines(brief, with_text):
        yield f"{line}\n"


def _lines(brief: Brief, with_text: bool) -> Iterator[str]:
    yield f"# {_text(words.title_of(brief))}"
    yield ""
    yield _text(" · ".join(words.facts_of(brief)))
    yield from _heading(words.BOTTOM_LINE)
    for lead in brief.bottom_line:
        yield f"- {_text(lead.text)}{_refs(brief, [lead.evidence])}"
    yield from _parties(brief)
    yield from _heading(words.DISPUTES, brief.disputes)
    for number, dispute in enumerate(brief.disputes.lines):
        yield from _dispute(brief, dispute, first=number == 0)
    yield from _heading(words.INSTRUMENTS, brief.instruments)
    for instrument in brief.instruments.lines:
        yield f"- {_text(instrument.name)}{_refs(brief, instrument.sources)}"
    yield from _heading(words.NEXT, brief.next)
    for line in brief.next.lines:
        told = [line.title, *words.remarks_on(line)]
        yield f"- **{_text(words.when_of(line))}**: {_text(', '.join(told))}{_refs(brief, line.sources)}"
    yield from _disagreements(brief)
    yield from _sources(brief, with_text)
    yield ""
    yield f"*{_text(words.REMARK)}*"


def _parties(brief: Brief) -> Iterator[str]:
    yield from _heading(words.PARTIES, brief.parties)
    for party in brief.parties.lines:
        yield f"- **{_text(party.name)}**{_refs(brief, party.sources)}"
        for person in party.people.lines:
            told = ", ".join(part for part in (person.name, person.role) if part)
            yield f"  - {_text(told)}{_refs(brief, person.sources)}"
        if more := words.more_of(party.people):
            yield f"  - *{more}*"


def _dispute(brief: Brief, dispute: DisputePart, *, first: bool) -> Iterator[str]:
    if not first:
        yield ""
    yield f"### {_text(dispute.name)}"
    yield ""
    for side in dispute.sides.lines:
        for position in side.positions.lines:
            side_name = f" ({_text(side.name)})" if words.stands_for(side, position) else ""
            speakers = f"**{_text(words.speakers_of(position))}**{side_name}"
            yield f"- {speakers}, {position.kind}: {_text(position.words)}{_refs(brief, [position.evidence])}"
    if more := words.more_of(dispute.sides):
        yield f"- *{more}*"


def _disagreements(brief: Brief) -> Iterator[str]:
    yield from _heading(words.DISAGREEMENTS, brief.disagreements)
    if not brief.disagreements.lines:
        yield words.NO_DISAGREEMENT
    for found in brief.disagreements.lines:
        yield f"- {_text(found.subject)} ({words.ABOUT[found.about]}):"
        for version in found.versions:
            yield f"  - **{_text(version.value)}**: {_text(version.sentence)}{_refs(brief, [version.evidence])}"


def _sources(brief: Brief, with_text: bool) -> Iterator[str]:
    yield from _heading(words.SOURCES)
    for source in brief.sources:
        told = [source.document.title or source.document.path, *words.source_facts(source.document)]
        yield f"- \\[{source.number}\\] {_text(' · '.join(told))}"
    for source in brief.sources if with_text else ():
        yield from _heading(f"[{source.number}] {source.document.title}")
        for block in source.document.blocks:
            yield _text(source.document.text[block.start : block.end])
            yield ""


def _heading(title: str, part: Part[object] | None = None) -> Iterator[str]:
    count = words.count_of(part) if part is not None else ""
    yield ""
    yield f"## {_text(title)}{f' ({count})' if count else ''}"
    yield ""


def _text(text: str) -> str:
    return markdown_text(text)


def _refs(brief: Brief, evidence: Iterable[Evidence]) -> str:
    return "".join(f" \\[{number}\\]" for number in words.numbers_of(brief, evidence))
