"""Short articles read and merged, for tests of what many documents say together."""

from datetime import date

from briefing import extract, read_text
from briefing.assembly.assemble import assemble
from briefing.config.loading import load_settings
from briefing.dossier.catalogue import Catalogue


def catalogue_of(*articles: tuple[str, str]) -> Catalogue:
    """Return a catalogue of articles, each a day and a body; the headline is ``Report`` and a number."""
    documents = [
        read_text(f"Report {number}\n\n{body}", published=date.fromisoformat(day), path=f"{number}.txt")
        for number, (day, body) in enumerate(articles, 1)
    ]
    findings = [extract(document) for document in documents]
    return Catalogue(assemble(documents, findings, disputes=load_settings({}).disputes))
