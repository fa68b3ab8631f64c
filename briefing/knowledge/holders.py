"""Who held an office on a day: a 2021 article gets the office holders of 2021."""

from __future__ import annotations

from datetime import date

from briefing.knowledge.tables import Holder, Knowledge, Term


def title_on(holder: Holder, day: date | None) -> str | None:
    """Return the office that a person held on a day, or null where the table does not say.

    Of several at once it is the one that stands first in the table, as the news would call the person. A term whose
    beginning is unknown says nothing of any day. Without a day it is the person's only office, if there is just one.
    """
    term = _term_on(holder, day)
    return term.title if term else None


def titles_on(holder: Holder, day: date | None) -> tuple[str, ...]:
    """Return the office that a person held on a day as a tuple; without a day all offices that the table knows."""
    if day is None:
        return tuple(term.title for term in holder.terms)
    title = title_on(holder, day)
    return (title,) if title else ()


def country_on(holder: Holder, day: date | None) -> str:
    """Return the id of the state or body that a person served on a day; where the table is silent, the usual one."""
    term = _term_on(holder, day)
    return (term.country if term else None) or holder.country


def holders_of(knowledge: Knowledge, country: str, title: str, day: date | None) -> tuple[Holder, ...]:
    """Return who held an office of a state or body on a day, in the order of the table.

    ``country`` is the id of a state or body; ``title`` is matched without regard to case. A term whose beginning is
    unknown says nothing of any day. Without a day the answer is the one person who ever held the office, as far as
    the table knows, and empty where there were several.
    """
    wanted = title.casefold()
    found = tuple(
        holder
        for holder in knowledge.holders.values()
        if any(
            term.title.casefold() == wanted
            and (term.country or holder.country) == country
            and (day is None or _covers(term, day))
            for term in holder.terms
        )
    )
    return found if day is not None or len(found) == 1 else ()


def _term_on(holder: Holder, day: date | None) -> Term | None:
    if day is None:
        titles = {(term.title, term.country) for term in holder.terms}
        return holder.terms[0] if len(titles) == 1 else None
    return next((term for term in holder.terms if _covers(term, day)), None)


def _covers(term: Term, day: date) -> bool:
    if term.valid_from is None or day < term.valid_from:
        return False
    return term.valid_to is None or day <= term.valid_to
