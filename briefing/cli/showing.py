"""``briefing show``."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.cli.building import readable_briefing
from briefing.cli.output import complain, say
from briefing.cli.searching import NOTHING_FOUND, item_of
from briefing.cli.sentences import sentence_line, statement_heading
from briefing.config.settings import Settings
from briefing.dossier.cards import card_of, summary_of
from briefing.dossier.catalogue import Catalogue, Item, Sentence, sentence_of
from briefing.dossier.passages import entries_of
from briefing.dossier.reasons import Reason, reason_of_evidence, reason_of_statement
from briefing.lookup import Lookup, known_aliases
from briefing.model import Evidence

LABEL_WIDTH = 12
QUOTES = ('"', "“", "”")


def show_item(settings: Settings, name: str, *, why: bool = False) -> int:
    """Print the card of what a name means, with its sentences, and return the exit code.

    ``why`` adds to each piece of evidence the words it rests on and the rule that read it.
    """
    briefing = readable_briefing(settings)
    found = Lookup(briefing, known_aliases()).resolve(name)
    item = item_of(found) if found else None
    if item is None:
        complain(f"no actor, dispute, agenda item or instrument is called {name}")
        return NOTHING_FOUND
    catalogue = Catalogue(briefing)
    say(*_card(catalogue, item), *(_entries_with_reasons if why else _entries)(catalogue, item))
    return 0


def _card(catalogue: Catalogue, item: Item) -> Iterator[str]:
    yield catalogue.title(item)
    yield ", ".join(summary_of(catalogue, item))
    for fact in card_of(catalogue, item):
        label = fact.label
        for value in fact.values:
            yield f"{label:<{LABEL_WIDTH}}{', '.join(part for part in (value.text, *value.remarks) if part)}"
            label = ""


def _entries(catalogue: Catalogue, item: Item) -> Iterator[str]:
    entries = entries_of(catalogue, item)
    for statement in entries.statements:
        yield ""
        yield statement_heading(catalogue, statement)
        yield sentence_line(catalogue, statement.evidence)
    for evidence in entries.sentences:
        yield ""
        yield sentence_line(catalogue, evidence)


def _entries_with_reasons(catalogue: Catalogue, item: Item) -> Iterator[str]:
    """Yield the same entries with every piece of evidence, below the sentence that holds it."""
    statements = entries_of(catalogue, item).statements
    told = {evidence for statement in statements for evidence in (statement.evidence, *statement.further)}
    waiting: dict[Sentence, list[Evidence]] = {}
    for evidence in sorted(catalogue.evidence_of(item), key=catalogue.order):
        if evidence not in told:
            waiting.setdefault(sentence_of(evidence), []).append(evidence)
    for statement in statements:
        yield ""
        yield statement_heading(catalogue, statement)
        yield sentence_line(catalogue, statement.evidence)
        yield _reason(reason_of_statement(catalogue, statement))
        others = waiting.pop(sentence_of(statement.evidence), ())
        yield from (_reason(reason_of_evidence(catalogue, other)) for other in others)
        for evidence in statement.further:
            yield sentence_line(catalogue, evidence)
            yield _reason(reason_of_evidence(catalogue, evidence))
    for several in waiting.values():
        yield ""
        yield sentence_line(catalogue, several[0])
        yield from (_reason(reason_of_evidence(catalogue, evidence)) for evidence in several)


def _reason(reason: Reason) -> str:
    words = ", ".join(f"{found.part} {_quoted(found.text)}".lstrip() for found in reason.words)
    return f"  why: {words}: {reason.rule}" if words else f"  why: {reason.rule}"


def _quoted(words: str) -> str:
    return words if words.startswith(QUOTES) and words.endswith(QUOTES) else f"“{words}”"
