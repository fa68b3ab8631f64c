"""The issuer of a document that is itself a statement: whose ``we`` it is."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extraction.annotations import Annotations, DraftActor, Reference, SentenceTokens
from briefing.extraction.owners import state_of_publisher

_ANNOUNCED_WITHIN = 4
_DECLARED = frozenset({"declaration", "statement"})
_BY = frozenset({"of", "by", "from"})
_ABOUT = frozenset({"on", "about", "regarding", "concerning", "following", "after", "at", "in", "marking"})
_WE = frozenset({"we", "our"})
_LISTING = frozenset({"the", "and"})
_ANNOUNCING = frozenset(
    {"released", "issued", "attributable", "text", "statement", "transcript", "briefing", "comment"}
)


def issuers_of(annotations: Annotations) -> tuple[str, ...]:
    """Return the ids of the states, or of the body, that issued a document; none where it is a report.

    A document is issued by a state when a government's body publishes it, when the byline is an office of
    the state (``N, Secretary of State``) and no dateline makes it a news story, or when its first sentences say so
    (``The Department of State released the following statement``); by several when these name them.
    """
    several = _joint_states(annotations) or _joint_authors(annotations)
    if several:
        return several
    state = state_of_publisher(annotations) or _byline_state(annotations) or _announced_state(annotations)
    state = state or _state_that_is_we(annotations)
    if state is None:
        body = _body_of_author(annotations)
        if body is None:
            return _declaring_body(annotations)
        if body not in annotations.actors:
            annotations.actors[body] = DraftActor(body, "organisation", annotations.knowledge.organisations[body].name)
        return (body,)
    if state not in annotations.actors:
        known = annotations.knowledge.states[state]
        annotations.actors[state] = DraftActor(state, "state", known.name, known.code)
    return (state,)


def _declaring_body(annotations: Annotations) -> tuple[str, ...]:
    """Return the international body that declares something: ``on behalf of the EU``, ``issued by ... of NATO``."""
    for sentence in annotations.sentences[:_ANNOUNCED_WITHIN]:
        lowers = annotations.lowers[sentence.first : sentence.last]
        headed = sentence.block == "headline" and not _DECLARED.isdisjoint(lowers) and "behalf" in lowers
        issued = lowers[:2] in (["issued", "by"], ["adopted", "by"])
        if headed or issued:
            behind = annotations.tokens[sentence.first + lowers.index("behalf" if headed else "by")].start
            bodies = [r.actor for r in annotations.references_in(behind, sentence.span.end) if r.kind == "organisation"]
            return tuple(bodies[:1])
    return ()


def _joint_states(annotations: Annotations) -> tuple[str, ...]:
    """Return the states that a joint statement names as its own: ``released by the Governments of A, B, and C``."""
    for sentence in annotations.sentences[:_ANNOUNCED_WITHIN]:
        lowers = annotations.lowers[sentence.first : sentence.last]
        headed = lowers[:2] == ["joint", "statement"] and lowers[2:3] != [] and lowers[2] in _BY
        if not headed and not ({"joint", "statement"} <= set(lowers) and {"released", "issued"} & set(lowers)):
            continue
        end = sentence.span.end
        if headed and "on" in lowers[3:]:
            end = annotations.tokens[sentence.first + len(lowers) - 1 - lowers[::-1].index("on")].start
        named = annotations.references_in(sentence.span.start, end)
        states = dict.fromkeys(state for r in named if (state := _state_spoken_for(annotations, r.actor)))
        if len(states) > 1:
            return tuple(state for state in states if state in annotations.actors)
    return ()


def _joint_authors(annotations: Annotations) -> tuple[str, ...]:
    """Return the states and bodies with which a joint statement begins, where its headline names no author."""
    body = next((sentence for sentence in annotations.sentences if sentence.block == "body"), None)
    heads = [s for s in annotations.sentences[:_ANNOUNCED_WITHIN] if s.block == "headline"]
    if body is None or not any(annotations.lowers[s.first : s.first + 2] == ["joint", "statement"] for s in heads):
        return ()
    text, authors, end = annotations.document.text, [], body.span.start
    for reference in annotations.references_in(*body.span):
        if reference.kind == "person" or not _LISTING.issuperset(
            text[end : reference.start].lower().replace(",", " ").split()
        ):
            break
        authors.append(reference.actor)
        end = reference.end
    return tuple(dict.fromkeys(authors)) if len(set(authors)) > 1 else ()


def _state_spoken_for(annotations: Annotations, actor: str) -> str | None:
    """Return the state that a state, or a person or body of it, stands for in the name of a joint statement."""
    draft = annotations.actors[actor]
    state = draft.country.lower() if draft.country else None
    return actor if draft.kind == "state" else state if state in annotations.knowledge.states else None


def _byline_state(annotations: Annotations) -> str | None:
    if annotations.document.dateline is not None:
        return None
    for sentence in annotations.sentences:
        if sentence.block != "byline":
            continue
        for reference in annotations.references_in(*sentence.span):
            actor = annotations.actors[reference.actor]
            country = actor.country.lower() if actor.country else None
            if actor.kind == "person" and actor.titles and country in annotations.knowledge.states:
                return country
    return None


def _announced_state(annotations: Annotations) -> str | None:
    for sentence in annotations.sentences[:_ANNOUNCED_WITHIN]:
        headed = _names_author(annotations, sentence)
        lowers = annotations.lowers[sentence.first : sentence.last]
        if not headed and ("following" not in lowers or _ANNOUNCING.isdisjoint(lowers)):
            continue
        named = _authors(annotations, sentence) if headed else annotations.references_in(*sentence.span)
        for reference in named:
            state = _state_of(annotations.actors[reference.actor], headed=headed)
            if state in annotations.knowledge.states:
                return state
    return None


def _body_of_author(annotations: Annotations) -> str | None:
    """Return the body for which the author speaks whom a headline names: ``Statement by the High Representative N``."""
    for sentence in annotations.sentences[:_ANNOUNCED_WITHIN]:
        if _names_author(annotations, sentence):
            for reference in _authors(annotations, sentence):
                body = annotations.actors[reference.actor].speaks_for
                if body in annotations.knowledge.organisations:
                    return body
    return None


def _state_that_is_we(annotations: Annotations) -> str | None:
    """Return the state that calls itself ``we`` under a headline with an author: ``Norway will do all we can``."""
    if not any(_names_author(annotations, sentence) for sentence in annotations.sentences[:_ANNOUNCED_WITHIN]):
        return None
    for sentence in annotations.sentences:
        words = annotations.lowers[sentence.first : sentence.last]
        head = annotations.references_in(*sentence.span)[:1]
        if sentence.block == "body" and head and head[0].kind == "state" and not _WE.isdisjoint(words):
            before = annotations.lowers[sentence.first : annotations.token_at(head[0].start)]
            if before in ([], ["the"]):
                return head[0].actor
    return None


def _names_author(annotations: Annotations, sentence: SentenceTokens) -> bool:
    """Tell whether a headline says whose statement follows: ``Statement by President N on ...``."""
    lowers = annotations.lowers[sentence.first : sentence.last]
    return sentence.block == "headline" and lowers[0] in _ANNOUNCING and lowers[1:2] != [] and lowers[1] in _BY


def _authors(annotations: Annotations, sentence: SentenceTokens) -> Sequence[Reference]:
    """Return who is named in such a headline before it says on what."""
    about = (at for at in range(sentence.first + 2, sentence.last) if annotations.lowers[at] in _ABOUT)
    end = annotations.tokens[next(about, sentence.last - 1)].end
    return annotations.references_in(sentence.span.start, end)


def _state_of(actor: DraftActor, *, headed: bool) -> str | None:
    """Return the state that an actor is or speaks for; a person only in the headline of what he issues."""
    if actor.kind == "state":
        return actor.id
    if actor.kind == "person" and headed and actor.country:
        return actor.country.lower()
    return actor.speaks_for
