"""A small, realistic briefing built by hand, with every offset found in the text itself.

``briefing()`` is four short articles on Russia, the United States and Ukraine in 2021; the other functions build the
pieces, for tests that need a document or an actor of their own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from briefing.model import (
    Actor,
    ActorKind,
    AgendaItem,
    AgendaKind,
    Block,
    Briefing,
    DateInterval,
    Dispute,
    Document,
    Evidence,
    Instrument,
    Mention,
    Precision,
    Role,
    Skipped,
    Span,
    Statement,
    StatementKind,
    Tense,
)

TALKS = (
    ("WASHINGTON (AP) — The United States and Russia will open strategic stability talks in Geneva on Wednesday.",),
    (
        "Deputy Secretary of State Wendy Sherman leads the American side, the State Department said.",
        "Russia's team is headed by Deputy Foreign Minister Sergey Ryabkov, the Russian Foreign Ministry said.",
    ),
    (
        "Washington wants later negotiations to cover Russia's many non-strategic nuclear weapons.",
        "Moscow insists that a new agreement must limit U.S. missile defenses.",
        "Cyberattacks and Ukraine are likely to come up as well.",
    ),
    ("Sherman was due to meet China's foreign minister on Sunday.",),
)
EXTENSION = (
    (
        "The United States and Russia agreed to keep New START for five more years, until 4 February 2026.",
        '"The treaty makes the world safer," Secretary of State Antony Blinken said.',
    ),
    ("Joe Biden and Vladimir Putin had discussed the extension by phone on 26 January.",),
)
BORDER = (
    (
        "MOSCOW — Russia ordered its troops near Ukraine back to their bases by 1 May.",
        "Ukraine's President Volodymyr Zelenskyy welcomed the step but asked for vigilance.",
    ),
    (
        "Zelenskyy has invited Putin to meet in the Donbas.",
        "NATO Secretary General Jens Stoltenberg had demanded that Russia pull back.",
    ),
)
DEFENSE = (
    (
        "Russia says that launchers in Romania could fire cruise missiles.",
        "NATO denies that its missile defense is directed at Russia.",
    ),
)

FORMS: Mapping[str, tuple[str, ...]] = {
    "usa": ("United States", "Washington", "American", "U.S."),
    "rus": ("Russia", "Moscow", "Russian"),
    "ukr": ("Ukraine",),
    "chn": ("China",),
    "nato": ("NATO",),
    "state-department": ("State Department",),
    "russian-foreign-ministry": ("Russian Foreign Ministry",),
    "wendy-sherman": ("Wendy Sherman", "Sherman"),
    "sergey-ryabkov": ("Sergey Ryabkov",),
    "antony-blinken": ("Antony Blinken",),
    "joe-biden": ("Joe Biden",),
    "vladimir-putin": ("Vladimir Putin", "Putin"),
    "volodymyr-zelenskyy": ("Volodymyr Zelenskyy", "Zelenskyy"),
    "jens-stoltenberg": ("Jens Stoltenberg",),
}
"""What each actor is called in the articles, fullest form first."""

COUNTRIES: Mapping[str, str] = {
    "usa": "USA",
    "rus": "RUS",
    "ukr": "UKR",
    "chn": "CHN",
    "state-department": "USA",
    "russian-foreign-ministry": "RUS",
    "wendy-sherman": "USA",
    "sergey-ryabkov": "RUS",
    "antony-blinken": "USA",
    "joe-biden": "USA",
    "vladimir-putin": "RUS",
    "volodymyr-zelenskyy": "UKR",
}
TITLES: Mapping[str, tuple[str, str]] = {
    "wendy-sherman": ("Deputy Secretary of State", "talks.txt"),
    "sergey-ryabkov": ("Deputy Foreign Minister", "talks.txt"),
    "antony-blinken": ("Secretary of State", "extension.md"),
    "volodymyr-zelenskyy": ("President", "border.txt"),
    "jens-stoltenberg": ("Secretary General", "border.txt"),
}
"""Title of each person and the path of the article that gives it."""

STATES = frozenset({"usa", "rus", "ukr", "chn"})
ORGANISATIONS = frozenset({"nato", "state-department", "russian-foreign-ministry"})


def document(
    title: str,
    paragraphs: Sequence[Sequence[str]],
    *,
    path: str,
    published: date | None = None,
    dateline: str | None = None,
    publisher: str | None = None,
) -> Document:
    """Return an article with a headline and these paragraphs, each a sequence of sentences."""
    text, blocks, sentences = title, [Block("headline", 0, len(title))], [Span(0, len(title))]
    for paragraph in paragraphs:
        text += "\n\n"
        start = len(text)
        for number, sentence in enumerate(paragraph):
            text += " " if number else ""
            sentences.append(Span(len(text), len(text) + len(sentence)))
            text += sentence
        blocks.append(Block("body", start, len(text)))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=digest[:12],
        text=text,
        text_sha256=digest,
        path=path,
        title=title,
        published=published,
        published_basis="front matter" if published and path.endswith(".md") else "text" if published else None,
        dateline=dateline,
        publisher=publisher,
        blocks=tuple(blocks),
        sentences=tuple(sentences),
    )


def span(document: Document, words: str, *, within: Span | None = None) -> Span:
    """Return where ``words`` stand first in a document, or in a sentence of it; ``ValueError`` if they do not."""
    start = document.text.index(words, within.start if within else 0, within.end if within else None)
    return Span(start, start + len(words))


def evidence(document: Document, words: str, rule: str) -> Evidence:
    """Return evidence for the first place where ``words`` stand in a document."""
    return evidence_at(document, span(document, words), rule)


def evidence_at(document: Document, place: Span, rule: str) -> Evidence:
    """Return evidence for a span, with the sentence that holds it."""
    sentence = next(sentence for sentence in document.sentences if sentence.start <= place.start < sentence.end)
    return Evidence(document.id, place.start, place.end, sentence, rule)


def statement(
    document: Document,
    actor: str | None,
    kind: StatementKind,
    *,
    source: str,
    cue: str,
    content: str,
    disputes: Iterable[str] = (),
    quoted: bool = False,
    negated: bool = False,
) -> Statement:
    """Return a statement whose source, cue and content stand in one sentence: the first that holds the content."""
    found = evidence(document, content, f"speech verb: {cue}")
    digest = hashlib.sha256(f"{cue}{actor}{found.start}".encode()).hexdigest()
    return Statement(
        id=f"{document.id}-{digest[:4]}",
        document=document.id,
        actor=actor,
        kind=kind,
        quoted=quoted,
        negated=negated,
        reported_by=None,
        disputes=tuple(disputes),
        source=(span(document, source, within=found.sentence),),
        cue=(span(document, cue, within=found.sentence),),
        content=(span(document, content, within=found.sentence),),
        evidence=found,
    )


def agenda_item(
    document: Document,
    key: str,
    kind: AgendaKind,
    title: str,
    *,
    words: str,
    start: date | None = None,
    end: date | None = None,
    precision: Precision = "day",
    basis: str = "",
    tense: Tense | None = None,
    place: str | None = None,
    participants: Iterable[str] = (),
    instrument: str | None = None,
) -> AgendaItem:
    """Return an agenda item read from ``words``; ``end`` is ``start`` unless given."""
    return AgendaItem(
        id=key,
        kind=kind,
        title=title,
        date=DateInterval(start, end or start, precision, basis) if start else None,
        tense=tense,
        place=place,
        participants=tuple(participants),
        instrument=instrument,
        evidence=(evidence(document, words, f"event: {kind}"),),
    )


def kind_of(actor: str) -> ActorKind:
    """Return the kind of one of the actors of these articles."""
    return "state" if actor in STATES else "organisation" if actor in ORGANISATIONS else "person"


def mentions_in(document: Document, forms: Mapping[str, Sequence[str]] = FORMS) -> tuple[Mention, ...]:
    """Return every place where one of ``forms`` (by actor id) stands in a document as whole words, longest first."""
    actors = {form: actor for actor, names in forms.items() for form in names}
    longest_first = "|".join(re.escape(form) for form in sorted(actors, key=len, reverse=True))
    return tuple(
        Mention(found.start(), found.end(), kind_of(actors[found.group()]), actors[found.group()], "name")
        for found in re.finditer(rf"(?<!\w)(?:{longest_first})(?!\w)", document.text)
    )


def actors_of(documents: Sequence[Document], forms: Mapping[str, Sequence[str]] = FORMS) -> tuple[Actor, ...]:
    """Return the actors that these documents name, each with all of its evidence, in the order of ``forms``."""
    by_path = {document.path: document.id for document in documents}
    actors = []
    for actor, names in forms.items():
        places = [
            (document, mention)
            for document in documents
            for mention in mentions_in(document, forms)
            if mention.actor == actor
        ]
        title, path = TITLES.get(actor, ("", ""))
        if places:
            actors.append(
                Actor(
                    id=actor,
                    kind=kind_of(actor),
                    name=names[0],
                    aliases=tuple(names[1:]),
                    roles=(Role(title, by_path[path]),) if path in by_path else (),
                    country=COUNTRIES.get(actor),
                    evidence=tuple(
                        evidence_at(document, Span(mention.start, mention.end), mention.rule)
                        for document, mention in places
                    ),
                )
            )
    return tuple(actors)


@cache
def documents() -> tuple[Document, ...]:
    """Return the four articles, newest first, the undated one last."""
    return (
        document(
            "U.S. and Russia to talk about strategic arms in Geneva",
            TALKS,
            path="talks.txt",
            published=date(2021, 7, 23),
            dateline="WASHINGTON",
            publisher="AP",
        ),
        document(
            "Russia to pull troops back from Ukraine's border",
            BORDER,
            path="border.txt",
            published=date(2021, 4, 22),
            dateline="MOSCOW",
        ),
        document(
            "New START lives five years longer",
            EXTENSION,
            path="extension.md",
            published=date(2021, 2, 3),
            publisher="State Department",
        ),
        document("Missile defense, the oldest argument", DEFENSE, path="notes/defense.txt"),
    )


def _statements(talks: Document, border: Document, extension: Document, defense: Document) -> tuple[Statement, ...]:
    return (
        statement(
            talks,
            "state-department",
            "state",
            source="the State Department",
            cue="said",
            content="Deputy Secretary of State Wendy Sherman leads the American side",
        ),
        statement(
            talks,
            "usa",
            "demand",
            source="Washington",
            cue="wants",
            content="later negotiations to cover Russia's many non-strategic nuclear weapons",
            disputes=["arms_control"],
        ),
        statement(
            talks,
            "rus",
            "demand",
            source="Moscow",
            cue="insists",
            content="that a new agreement must limit U.S. missile defenses",
            disputes=["arms_control", "missile_defense"],
        ),
        statement(
            border,
            "volodymyr-zelenskyy",
            "support",
            source="Ukraine's President Volodymyr Zelenskyy",
            cue="welcomed",
            content="the step",
            disputes=["ukraine"],
        ),
        statement(
            border,
            "jens-stoltenberg",
            "demand",
            source="NATO Secretary General Jens Stoltenberg",
            cue="had demanded",
            content="that Russia pull back",
            disputes=["ukraine"],
        ),
        statement(
            extension,
            "antony-blinken",
            "state",
            source="Secretary of State Antony Blinken",
            cue="said",
            content="The treaty makes the world safer,",
            disputes=["arms_control"],
            quoted=True,
        ),
        statement(
            defense,
            "rus",
            "accuse",
            source="Russia",
            cue="says",
            content="that launchers in Romania could fire cruise missiles",
            disputes=["missile_defense"],
        ),
        statement(
            defense,
            "nato",
            "deny",
            source="NATO",
            cue="denies",
            content="that its missile defense is directed at Russia",
            disputes=["missile_defense"],
        ),
    )


def _agenda(talks: Document, border: Document, extension: Document) -> tuple[AgendaItem, ...]:
    return (
        agenda_item(
            talks,
            "strategic-stability-talks-2021-07-28",
            "meeting",
            "Strategic stability talks",
            words="strategic stability talks",
            start=date(2021, 7, 28),
            basis="on Wednesday",
            tense="to_come",
            place="Geneva",
            participants=["rus", "usa", "sergey-ryabkov", "wendy-sherman"],
        ),
        agenda_item(
            talks,
            "meeting-2021-07-25",
            "meeting",
            "Meeting of Wendy Sherman and China's foreign minister",
            words="meet China's foreign minister",
            start=date(2021, 7, 25),
            basis="on Sunday",
            tense="to_come",
            participants=["chn", "wendy-sherman"],
        ),
        agenda_item(
            extension,
            "new-start-2026-02-04",
            "deadline",
            "New START runs out",
            words="until 4 February 2026",
            start=date(2026, 2, 4),
            basis="until 4 February 2026",
            participants=["rus", "usa"],
            instrument="new-start",
        ),
        agenda_item(
            extension,
            "call-2021-01-26",
            "meeting",
            "Call between Joe Biden and Vladimir Putin",
            words="by phone",
            start=date(2021, 1, 26),
            basis="on 26 January",
            tense="past",
            participants=["joe-biden", "vladimir-putin"],
        ),
        agenda_item(
            border,
            "pull-back-2021-05-01",
            "deadline",
            "Russian troops back in their bases",
            words="back to their bases by 1 May",
            start=date(2021, 4, 22),
            end=date(2021, 5, 1),
            precision="range",
            basis="by 1 May",
            participants=["rus"],
        ),
        agenda_item(
            border,
            "donbas-meeting",
            "proposal",
            "Meeting of Volodymyr Zelenskyy and Vladimir Putin",
            words="invited Putin to meet",
            place="Donbas",
            participants=["vladimir-putin", "volodymyr-zelenskyy"],
        ),
    )


@cache
def briefing() -> Briefing:
    """Return the four articles as a briefing, seen from Friday 23 July 2021, with two files skipped."""
    talks, border, extension, defense = documents()
    return Briefing(
        as_of=date(2021, 7, 23),
        as_of_basis="newest document",
        documents=documents(),
        mentions={document.id: mentions_in(document) for document in documents()},
        actors=actors_of(documents()),
        statements=_statements(talks, border, extension, defense),
        instruments=(
            Instrument("new-start", "New START", evidence=(evidence(extension, "New START", "instrument name"),)),
        ),
        disputes=(
            Dispute(
                "arms_control",
                "Arms control",
                ("rus", "usa"),
                (
                    evidence(talks, "non-strategic nuclear weapons", "topic term"),
                    evidence(extension, "New START", "topic term"),
                ),
            ),
            Dispute("cyber", "Cyber", ("rus", "usa"), (evidence(talks, "Cyberattacks", "topic term"),)),
            Dispute(
                "missile_defense",
                "Missile defense",
                ("nato", "rus", "usa"),
                (
                    evidence(talks, "missile defenses", "topic term"),
                    evidence(defense, "missile defense", "topic term"),
                ),
            ),
            Dispute(
                "ukraine",
                "Ukraine",
                ("nato", "rus", "ukr"),
                (evidence(talks, "Ukraine", "topic term"), evidence(border, "Ukraine", "topic term")),
            ),
        ),
        agenda=_agenda(talks, border, extension),
        skipped=(
            Skipped("scan.pdf", "unsupported type .pdf: briefing reads .txt and .md"),
            Skipped("empty.txt", "empty file"),
        ),
    )
