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
    leads = (f"- {_text(lead.text)}{_refs(brief, [lead.evidence])}" for lead in brief.bottom_line)
    yield from _part(words.BOTTOM_LINE, leads)
    yield from _part(words.PARTIES, _parties(brief), brief.parties)
    yield from _part(words.DISPUTES, _disputes(brief), brief.disputes)
    named = (f"- {_text(one.name)}{_refs(brief, one.sources)}" for one in brief.instruments.lines)
    yield from _part(words.INSTRUMENTS, named, brief.instruments)
    yield from _part(words.NEXT, _next(brief), brief.next)
    yield from _part(words.DISAGREEMENTS, _disagreements(brief), brief.disagreements)
    yield from _sources(brief, with_text)
    yield ""
    yield f"*{_text(words.REMARK)}*"


def _parties(brief: Brief) -> Iterator[str]:
    for party in brief.parties.lines:
        yield f"- **{_text(party.name)}**{_refs(brief, party.sources)}"
        for person in party.people.lines:
            told = ", ".join(part for part in (person.name, person.role) if part)
            yield f"  - {_text(told)}{_refs(brief, person.sources)}"
        if more := words.more_of(party.people):
            yield f"  - *{more}*"


def _disputes(brief: Brief) -> Iterator[str]:
    for number, dispute in enumerate(brief.disputes.lines):
        yield from _dispute(brief, dispute, first=number == 0)


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


def _next(brief: Brief) -> Iterator[str]:
    for line in brief.next.lines:
        told = [line.title, *words.remarks_on(line)]
        yield f"- **{_text(words.when_of(line))}**: {_text(', '.join(told))}{_refs(brief, line.sources)}"


def _disagreements(brief: Brief) -> Iterator[str]:
    if not brief.disagreements.lines:
        yield words.NO_DISAGREEMENT
    for found in brief.disagreements.lines:
        yield f"- {_text(found.subject)} ({words.ABOUT[found.about]}):"
        for version in found.versions:
            yield f"  - **{_text(version.value)}**: {_text(version.sentence)}{_refs(brief, [version.evidence])}"


def _sources(brief: Brief, with_text: bool) -> Iterator[str]:
    cited = (
        (source.number, [source.document.title or source.document.path, *words.source_facts(source.document)])
        for source in brief.sources
    )
    yield from _part(words.SOURCES, (f"- \\[{number}\\] {_text(' · '.join(told))}" for number, told in cited))
    for source in brief.sources if with_text else ():
        yield from _heading(f"[{source.number}] {source.document.title}")
        for block in source.document.blocks:
            yield _text(source.document.text[block.start : block.end])
            yield ""


def _part(title: str, lines: Iterable[str], part: Part[object] | None = None) -> Iterator[str]:
    """Yield a part below its heading, nothing of one that is empty."""
    for number, line in enumerate(lines):
        if number == 0:
            yield from _heading(title, part)
        yield line


def _heading(title: str, part: Part[object] | None = None) -> Iterator[str]:
    count = words.count_of(part) if part is not None else ""
    yield ""
    yield f"## {_text(title)}{f' ({count})' if count else ''}"
    yield ""


def _text(text: str) -> str:
    return markdown_text(text)


def _refs(brief: Brief, evidence: Iterable[Evidence]) -> str:
    return "".join(f" \\[{number}\\]" for number in words.numbers_of(brief, evidence))
