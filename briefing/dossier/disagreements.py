"""Where two documents give different dates, places, numbers or stances for one thing.

A pair is shown only where little else can be meant than one thing; a disagreement that is missed does less harm than
one that is made up.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.dossier.catalogue import Catalogue
from briefing.dossier.conflicting_events import conflicting_events
from briefing.dossier.conflicting_numbers import conflicting_numbers
from briefing.dossier.conflicting_stances import conflicting_stances
from briefing.dossier.versions import Disagreement


def disagreements_of(catalogue: Catalogue) -> list[Disagreement]:
    """Return where documents disagree: on dates and places, then stances, then numbers; newest first in each."""
    return [
        *_newest_first(catalogue, conflicting_events(catalogue)),
        *_newest_first(catalogue, conflicting_stances(catalogue)),
        *_newest_first(catalogue, conflicting_numbers(catalogue)),
    ]


def _newest_first(catalogue: Catalogue, found: Iterator[Disagreement]) -> list[Disagreement]:
    return sorted(found, key=lambda one: catalogue.order(one.versions[0].evidence))
