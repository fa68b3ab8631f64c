"""A briefing of which every text would do harm in one format or another, as if nothing had cleaned it on the way in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.model import (
    Actor,
    AgendaItem,
    Briefing,
    DateInterval,
    Dispute,
    Evidence,
    Instrument,
    Role,
    Skipped,
    Span,
    Statement,
)
from tests import factories

TEXTS = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</title></style><!-- ]]> <?php ?> &lt; &amp; \" onmouseover='x'",
    "[click](javascript:alert(1)) ![pixel](http://evil.example/x.png) <http://evil.example>",
    "see https://evil.example/a?b=c, www.evil.example or mail user@evil.example",
    '=HYPERLINK("http://evil.example","x")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "- item # heading 1. one > quote `code` *bold* _em_ | cell ~~gone~~ $x$",
    "1. first\n2. second\r\nBEGIN:VEVENT\r\nSUMMARY:forged",
    "a;b,c\\d:e\\n",
    "\x1b]52;c;ZXZpbA==\x07\x1b[31mred\x9b31m\x7f\x00",
    "\u202eevil\u2066\u2028\u2029\ufffe\U0001ffff",
    "Дональд 🕊️ 北京 " * 20,
)
HOSTILE = " ".join(TEXTS)


def hostile_briefing(text: str = HOSTILE) -> Briefing:
    """Return a briefing with ``text`` wherever there is any."""
    document = replace(
        factories.document(text, [[f"{text} said that {text}"]], path=f"{text}\udc80", published=date(2021, 7, 23)),
        publisher=text,
        dateline=text,
        also_in=(f"{text}\udc80",),
        tags=(text,),
        url="javascript:alert(1)",
    )
    whole = document.sentences[1]
    found = Evidence(document.id, whole.start, whole.start + len(text), whole, text)
    said = Statement(
        id="said",
        document=document.id,
        actor="one",
        kind="deny",
        quoted=True,
        negated=False,
        reported_by=None,
        disputes=("quarrel",),
        source=(Span(whole.start, whole.start + len(text)),),
        cue=(Span(whole.start + len(text) + 1, whole.start + len(text) + 5),),
        content=(Span(whole.end - len(text), whole.end),),
        evidence=found,
    )
    return Briefing(
        as_of=date(2021, 7, 23),
        as_of_basis="newest document",
        documents=(document,),
        actors=(
            Actor("one", "person", text, (f"{text}!",), (Role(text, document.id),), "RUS", (found,)),
            Actor("rus", "state", text, (), (), "RUS", (found,)),
        ),
        statements=(said,),
        instruments=(Instrument("paper", text, (text,), (found,)),),
        disputes=(Dispute("quarrel", text, ("one",), (found,)),),
        agenda=(
            AgendaItem(
                id="event",
                kind="meeting",
                title=text,
                date=DateInterval(date(2021, 7, 28), date(2021, 7, 28), "day", text),
                place=text,
                participants=("one",),
                instrument="paper",
                evidence=(found,),
            ),
        ),
        skipped=(Skipped(f"{text}\udc80", text),),
    )
