"""Telling what a paragraph of an article is by its words alone: caption, credit, byline, date line, place line.

Each function takes the words of a paragraph on one line. All look at a bounded part of it.
"""

from __future__ import annotations

import re

from briefing.knowledge.calendar import WEEKDAY_PATTERN, absolute_dates
from briefing.knowledge.tables import Knowledge
from briefing.reading.dateline import partial_date
from briefing.reading.known import entries_for, government_body_in, is_place, medium_in

_HEAD = 160
_TAIL = 160
_LONGEST_BYLINE = 300

_PICTURE = r"(?:photo(?:graph)?s?|pictures?|images?|(?:frame|screen) ?(?:grabs?|shots?)|handouts?|combination)"
_CAPTION_BEGINS = re.compile(
    rf"""
      FILE(?:\ PHOTO)?\s?[-–—:]\s
    | In\ this\ (?:[^.]{{0,60}}\ )?{_PICTURE}\b
    | (?:This|These)\ (?:[^.]{{0,30}}\ )?{_PICTURE}\ (?:[^.]{{0,20}}\ )?
        (?:provided|released|taken|made|from|shows?|by)\b
    | (?:An?\ |The\ )?(?:file|handout|undated|archive)\ {_PICTURE}\b
    | \[?(?:{_PICTURE}|caption)(?:\ credit|\ by)?\s?[:/|]
    | (?:image|media|video)\ (?:source|caption|copyright)\b | credit\.\.\. | photo\ by\s | pictured:\s | !\[
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CAPTION_SIGNED = re.compile(
    r"(?:REUTERS|AFP|EPA|Xinhua|TASS|AP|Getty Images|Anadolu)\s?/\s?[A-Z][\w .'’/-]{2,60}\Z"
    r"|\bvia (?:REUTERS|Reuters|AP|AFP|Getty Images)\Z|\bPhoto(?:graph)?: .{2,60}\Z|[\w.\"”] © [^.]{2,60}\Z"
)
_LAST_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]{2,100})[)\]]\W{0,2}\Z")
_PICTURE_CREDIT = re.compile(rf"\b{_PICTURE}\b|\bcaption\b|\bGetty Images\b", re.IGNORECASE)
_CREDIT = re.compile(
    r"""
      [(\[]?(?:additional\ |with\ )?(?:reporting|writing|editing)(?:\ and\ (?:reporting|writing|editing))?\ by\s
    | © | \(c\)\s | copyright\s(?:©|\(c\)|\d|by\s) | .{0,120}\ball\ rights\ reserved
    | .{0,140}\bcontributed\ to\ this\ (?:report|story|article|dispatch)
    | our\ standards: | follow\ .{1,60}\ (?:on|at)\ (?:twitter|x\b|facebook|instagram|telegram|https?:|@)
    | (?:sign\ up|subscribe|click\ here|advertisement)\b
    | (?:source|related|read\ (?:more|also)|see\ also|share|tags|topics|contact)\s?[:|]
    | (?:this|the)\ (?:story|article|report)\ (?:has\ been|was)\ (?:corrected|updated|first\ published)
    | (?:for\ immediate\ release|press\ (?:release|statement)|media\ (?:note|advisory|release)|fact\ sheet
        |readout|remarks)\W*\Z
    | [(\[]?(?:more|ends?|begin\ text|end\ text)[)\]]?\.?\Z
    | \d{1,3}\ min(?:ute)?s?\ read\Z | \S{1,60}@\S{1,60}\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BY = re.compile(
    r"(?:By|BY|by)\s+(?P<names>\S.*)|(?:Written|Summary|Story|Text|Report|Analysis)\s+by\s+\S.*", re.DOTALL
)
_NAME_AND_OFFICE = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,4}[A-Z][\w.’'-]+,\s(?P<office>[A-Z][\w.’'-]*(?:\s(?:of|for|and|the|to|on|in|[A-Z&][\w.’'-]*))*)"
)
_OFFICE = re.compile(r"(?:Office|Bureau|Department|Ministry|Mission|Embassy|Secretariat|Delegation)\s(?:of|to|for)\b.*")
_JOINING = frozenset({"and", "of", "the", "in", "for", "at", "with", "from", "de", "al", "van", "von"})
_AROUND_DATE = re.compile(
    rf"""
      (?:published|updated|last\ (?:updated|modified)|posted|issued|released|date|on|at|as\ of)\b:?
    | {WEEKDAY_PATTERN}
    | \d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)? | \d{{1,2}}\s?[ap]\.?m\b\.?
    | \b(?:GMT|UTC|CES?T|E[DS]?T|P[DS]T|BST|MSK|local\ time|hrs)\b(?:\s?[+-]\d+)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TIME = re.compile(r",?\s*\b\d{1,2}[:.]\d\d\b(?:\s?(?:[ap]\.?m\b\.?|GMT|UTC|E[DS]T|CES?T|MSK))?", re.IGNORECASE)
_STOPPED = re.compile(r"[.!?;:,…][\"'”’)\]]*\Z")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}\Z|\b(?:Jr|Sr|St|Inc|Corp|Co|Ltd)\.\Z")


def is_caption(words: str, knowledge: Knowledge) -> bool:
    """Tell whether a paragraph describes or credits a picture."""
    if _CAPTION_BEGINS.match(words[:_HEAD]):
        return True
    credit = picture_credit(words, knowledge)
    return credit is not None or _CAPTION_SIGNED.search(words[-_TAIL:]) is not None


def picture_credit(words: str, knowledge: Knowledge) -> str | None:
    """Return the credit in brackets with which a caption ends: ``AP Photo/...``, ``... via AP``."""
    found = _LAST_PARENTHESIS.search(words[-_TAIL:])
    if found is None:
        return None
    credit = found[1]
    names_agency = ("/" in credit or "via " in credit) and medium_in(credit, knowledge) is not None
    return credit if names_agency or _PICTURE_CREDIT.search(credit) else None


def is_credit(words: str) -> bool:
    """Tell whether a paragraph tells who made the report, or is one of the labels and notices around it."""
    return _CREDIT.match(words[: _HEAD * 2]) is not None


def is_date_line(words: str, knowledge: Knowledge, *, as_headline: bool = False) -> bool:
    """Tell whether a paragraph gives a day or a time and hardly anything else, a place perhaps.

    Where a headline is still to come (``as_headline``), more than a word besides must be a place that is known.
    """
    if len(words) > 100 or len(words.split()) > 14:
        return False
    others = _others_in_date_line(words)
    if not absolute_dates(words):
        return (partial_date(_TIME.sub("", words)) is not None) or (_TIME.search(words) is not None and not others)
    if as_headline and len(others) > 1 and place_in_date_line(words, knowledge) is None:
        return False
    is_label = len(others) <= 4 and all(not word[0].islower() or word in _JOINING for word in others)
    return is_label and not words.startswith(("On ", "By "))


def place_in_date_line(words: str, knowledge: Knowledge) -> str | None:
    """Return the place that a date line names besides the day."""
    place = " ".join(_others_in_date_line(words))
    return place if place and is_place(place, knowledge) else None


def _others_in_date_line(words: str) -> list[str]:
    for found in reversed(absolute_dates(words)):
        words = words[: found.start] + " " + words[found.end :]
    return re.findall(r"\w+", _AROUND_DATE.sub(" ", words))


def is_place_line(words: str) -> bool:
    """Tell whether a paragraph is nothing but where something was said."""
    parts = words.rstrip(" .").split()
    if not 1 <= len(parts) <= 5 or (is_stopped(words) and not is_abbreviated(words)):
        return False
    return all(part[0].isupper() or part in {"of", "the", "and"} for part in parts)


def is_byline(words: str, knowledge: Knowledge) -> bool:
    """Tell whether a paragraph names who wrote or issued the article."""
    count = len(words.split())
    if len(words) > _LONGEST_BYLINE or count > 20 or (is_stopped(words) and not is_abbreviated(words)):
        return False
    by = _BY.fullmatch(words)
    if by is not None:
        return by["names"] is None or _are_names(by["names"])
    signed = _NAME_AND_OFFICE.fullmatch(words)
    if signed is not None:
        return any(word.casefold() in knowledge.office_heads for word in signed["office"].split())
    if _OFFICE.fullmatch(words) and count <= 12:
        return True
    if any(entry.table == "organisation" for entry in entries_for(words, knowledge)):
        return government_body_in(words, knowledge) is not None or medium_in(words, knowledge) is not None
    return count <= 10 and medium_in(words, knowledge) is not None and _are_names(words)


def is_stopped(words: str) -> bool:
    """Tell whether a paragraph ends with a sign that ends or goes on with a sentence."""
    return _STOPPED.search(words[-8:]) is not None


def is_abbreviated(words: str) -> bool:
    """Tell whether the last full stop of a paragraph belongs to an abbreviation."""
    return _ABBREVIATED.search(words[-12:]) is not None


def _are_names(words: str) -> bool:
    return all(
        not word[0].islower() or word in _JOINING or "@" in word or re.match(r"[a-z]{2,4}-[A-Z]", word)
        for word in words.replace(",", " ").split()
    )
