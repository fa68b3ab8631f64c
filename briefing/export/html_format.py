"""The brief as one HTML file: no script, nothing loaded, for the screen in light and dark and for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from briefing.dossier.brief import Brief, DisputePart, NextLine, Part, PartyLine, brief_of
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.kinds import LEANS, LETTERS
from briefing.dossier.sides import Position, Side
from briefing.dossier.versions import Disagreement
from briefing.export import brief_words as words
from briefing.export.escaping import html_text as _text
from briefing.model import Briefing, Evidence
from briefing.version import __version__

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_LEAN_CLASSES = {"ask": "ask", "for": "for", "against": "against", "none": "neutral"}


def render_html(briefing: Briefing, with_text: bool = False) -> Iterator[str]:
    """Yield the lines of the brief on a briefing as HTML, the texts of its sources at the end where asked for."""
    brief = brief_of(Catalogue(briefing))
    for line in _page(brief, with_text):
        yield f"{line}\n"


@cache
def _style() -> str:
    return Path(__file__).with_name("brief.css").read_text(encoding="utf-8").strip()


def _page(brief: Brief, with_text: bool) -> Iterator[str]:
    title = _text(words.title_of(brief))
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f'<meta name="generator" content="briefing {_text(__version__)}">'
    yield f"<title>{title}</title>"
    yield f"<style>\n{_style()}\n</style>"
    yield "</head>"
    yield "<body>"
    yield '<a class="skip" href="#sources">To the sources</a>'
    yield "<header>"
    yield f"<h1>{title}</h1>"
    yield f'<p class="facts">{_text(" · ".join(words.facts_of(brief)))}</p>'
    yield "</header>"
    yield "<main>"
    yield from _bottom_line(brief)
    yield from _parties(brief)
    yield from _disputes(brief)
    yield from _instruments(brief)
    yield from _next(brief)
    yield from _disagreements(brief)
    yield from _sources(brief)
    if with_text:
        yield from _texts(brief)
    yield "</main>"
    yield f"<footer>{_text(words.REMARK)} briefing {_text(__version__)}.</footer>"
    yield "</body>"
    yield "</html>"


def _section(key: str, title: str, body: Iterable[str], part: Part[object] | None = None) -> Iterator[str]:
    lines = list(body)
    if not lines:
        return
    count = words.count_of(part) if part is not None else ""
    told = f' <span class="count">{_text(count)}</span>' if count else ""
    yield f'<section class="part-{key}" aria-labelledby="{key}">'
    yield f'<h2 id="{key}">{_text(title)}{told}</h2>'
    yield from lines
    yield "</section>"


def _listed(name: str, items: Iterable[str], tag: str = "ul") -> Iterator[str]:
    lines = list(items)
    if lines:
        yield f'<{tag} class="{name}">'
        yield from lines
        yield f"</{tag}>"


def _bottom_line(brief: Brief) -> Iterator[str]:
    leads = (f"<li>{_text(lead.text)} {_refs(brief, [lead.evidence])}</li>" for lead in brief.bottom_line)
    return _section("bottom-line", words.BOTTOM_LINE, _listed("leads", leads))


def _parties(brief: Brief) -> Iterator[str]:
    parties = (line for party in brief.parties.lines for line in _party(brief, party))
    return _section("parties", words.PARTIES, _listed("parties", parties), brief.parties)


def _party(brief: Brief, party: PartyLine) -> Iterator[str]:
    count = words.count_of(party.people)
    told = f' <span class="count">{_text(count)}</span>' if count else ""
    yield f"<li><strong>{_text(party.name)}</strong> {_refs(brief, party.sources)}{told}"
    people = []
    for person in party.people.lines:
        role = f', <span class="role">{_text(person.role)}</span>' if person.role else ""
        people.append(f"<li>{_text(person.name)}{role} {_refs(brief, person.sources)}</li>")
    yield from _listed("people", people)
    yield "</li>"


def _disputes(brief: Brief) -> Iterator[str]:
    tables = [line for dispute in brief.disputes.lines for line in _dispute(brief, dispute)]
    body = ['<div class="disputes">', *tables, "</div>"] if tables else []
    return _section("disputes", words.DISPUTES, body, brief.disputes)


def _dispute(brief: Brief, dispute: DisputePart) -> Iterator[str]:
    yield f"<table><caption>{_text(dispute.name)}</caption>"
    yield '<thead class="heads"><tr><th scope="col">Who</th><th scope="col">Kind</th>'
    yield '<th scope="col">In the words of the article</th><th scope="col">Source</th></tr></thead>'
    yield "<tbody>"
    for side in dispute.sides.lines:
        for number, position in enumerate(side.positions.lines):
            yield from _position(brief, side, position, same=number > 0)
    yield "</tbody></table>"
    if more := words.more_of(dispute.sides):
        yield f'<p class="more">{_text(more)}</p>'


def _position(brief: Brief, side: Side, position: Position, *, same: bool) -> Iterator[str]:
    of = f' <span class="of">{_text(side.name)}</span>' if words.stands_for(side, position) else ""
    lean, letter = _LEAN_CLASSES[LEANS[position.kind]], LETTERS[position.kind]
    yield '<tr class="same">' if same else "<tr>"
    yield f'<th scope="row" class="speaker">{_text(words.speakers_of(position))}{of}</th>'
    yield f'<td class="kind {lean}"><b aria-hidden="true">{letter}</b>{_text(position.kind)}</td>'
    yield f"<td>{_text(position.words)}</td>"
    yield f'<td class="refs">{_links(brief, [position.evidence])}</td>'
    yield "</tr>"


def _instruments(brief: Brief) -> Iterator[str]:
    found = (f"<li>{_text(one.name)} {_refs(brief, one.sources)}</li>" for one in brief.instruments.lines)
    return _section("instruments", words.INSTRUMENTS, _listed("instruments", found), brief.instruments)


def _next(brief: Brief) -> Iterator[str]:
    rows = [line for item in brief.next.lines for line in _upcoming(brief, item)]
    body = ['<table class="next"><tbody>', *rows, "</tbody></table>"] if rows else []
    return _section("next", words.NEXT, body, brief.next)


def _upcoming(brief: Brief, line: NextLine) -> Iterator[str]:
    remarks = words.remarks_on(line)
    remark = f' <span class="remark">{_text(", ".join(remarks))}</span>' if remarks else ""
    when = _text(words.when_of(line))
    if line.date is not None and line.date.precision == "day":
        when = f'<time datetime="{line.date.start.isoformat()}">{when}</time>'
    yield f'<tr><th scope="row" class="when">{when}</th>'
    yield f"<td>{_text(line.title)}{remark}</td>"
    yield f'<td class="refs">{_links(brief, line.sources)}</td></tr>'


def _disagreements(brief: Brief) -> Iterator[str]:
    found = [line for one in brief.disagreements.lines for line in _disagreement(brief, one)]
    body = _listed("differ", found) if found else [f'<p class="none">{_text(words.NO_DISAGREEMENT)}</p>']
    return _section("disagreements", words.DISAGREEMENTS, body, brief.disagreements)


def _disagreement(brief: Brief, found: Disagreement) -> Iterator[str]:
    yield f'<li>{_text(found.subject)} <span class="count">{_text(words.ABOUT[found.about])}</span>'
    yield from _listed(
        "versions",
        (
            f"<li><strong>{_text(version.value)}</strong> <q>{_text(version.sentence)}</q> "
            f"{_refs(brief, [version.evidence])}</li>"
            for version in found.versions
        ),
    )
    yield "</li>"


def _sources(brief: Brief) -> Iterator[str]:
    items = []
    for source in brief.sources:
        title = _text(source.document.title or source.document.path)
        about = _text(" · ".join(words.source_facts(source.document)))
        items.append(
            f'<li id="source-{source.number}"><span class="number">[{source.number}]</span> {title} '
            f'<span class="about">{about}</span></li>'
        )
    return _section("sources", words.SOURCES, _listed("sources", items))


def _texts(brief: Brief) -> Iterator[str]:
    lines = []
    for source in brief.sources:
        document = source.document
        lines.append(f"<article><h3>[{source.number}] {_text(document.title or document.path)}</h3>")
        lines += [f"<p>{_text(document.text[block.start : block.end])}</p>" for block in document.blocks]
        lines.append("</article>")
    return _section("texts", words.TEXTS, ['<div class="texts">', *lines, "</div>"] if lines else [])


def _refs(brief: Brief, evidence: Iterable[Evidence]) -> str:
    links = _links(brief, evidence)
    return f'<span class="refs">{links}</span>' if links else ""


def _links(brief: Brief, evidence: Iterable[Evidence]) -> str:
    return " ".join(
        f'<a href="#source-{number}" aria-label="source {number}">[{number}]</a>'
        for number in words.numbers_of(brief, evidence)
    )
