"""Runs of capitalised words that may be names of persons, and how parts of a name compare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.extraction.annotations import Annotations, Reference, SentenceTokens
from briefing.extraction.roles import Role
from briefing.knowledge.tables import Knowledge

ADMINISTRATION = "administration of the one who heads it"
"""The rule by which ``the Biden administration`` is read as a state."""
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
"""As in ``H.R. McMaster``."""
_MOST_PARTS = 9
_SHORTEST_PARTICIPLE = 4
_OPENING_ENDINGS = ("ing", "ed", "ly")


class Chunk(NamedTuple):
    """Tokens ``first`` up to ``last``, and the parts of the name: hyphens and articles joined to their words."""

    first: int
    last: int
    parts: tuple[str, ...]


@lru_cache(maxsize=16_384)
def folded(part: str) -> str:
    """Return a part of a name without case, accents and signs, to compare it by."""
    decomposed = unicodedata.normalize("NFKD", part).casefold()
    return "".join(char for char in decomposed if char.isalnum())


def blocked_tokens(annotations: Annotations, roles: Sequence[Role]) -> list[bool]:
    """Tell for each token whether it cannot belong to a person's name."""
    knowledge = annotations.knowledge
    blocked = [False] * len(annotations.tokens)
    named: set[int] = set()
    for match in annotations.matches:
        if all(entry.table == "holder" for entry in match.entries):
            named.update(range(match.first, match.last))
            continue
        for index in range(match.first, match.last):
            blocked[index] = not given_name_homonym(annotations, match.first, match.last)
    for role in roles:
        for index in range(role.first, role.last):
            blocked[index] = True
    for reference in annotations.references:
        if reference.kind == "organisation":
            for index in range(annotations.token_at(reference.start), annotations.token_at(reference.end - 1) + 1):
                blocked[index] = True
        if reference.rule == ADMINISTRATION:
            _block_family_name(annotations, reference, blocked)
    other = knowledge.capitalised_words | knowledge.honorifics
    for index, word in enumerate(annotations.words):
        if (
            (word in other or annotations.lowers[index] in knowledge.office_heads)
            and index not in named
            and not _opens_given_name(annotations, index)
        ):
            blocked[index] = True
    return blocked


def _opens_given_name(annotations: Annotations, index: int) -> bool:
    """Tell whether a word is the first half of a given name: ``Cheong In-kyo``."""
    words = annotations.words
    hyphen = words[index + 1 : index + 2] == ["-"] and annotations.joined(index + 1) and annotations.joined(index + 2)
    return hyphen and words[index + 2].islower() and index > 0 and words[index - 1][0].isupper()


def _block_family_name(annotations: Annotations, administration: Reference, blocked: list[bool]) -> None:
    """Keep the name in ``the Biden administration`` from being a person's, unless the person is named in full."""
    index = annotations.token_at(administration.start)
    before = annotations.words[index - 1] if index else ""
    function_words = annotations.knowledge.naming.function_words
    if not before[:1].isupper() or before.lower() in function_words or blocked[index - 1]:
        blocked[index] = True


def given_name_homonym(annotations: Annotations, first: int, last: int) -> bool:
    """Tell whether a table match is a part of a person's name: ``Israel Katz``, ``Michael Jordan``."""
    if last - first != 1:
        return False
    words, knowledge = annotations.words, annotations.knowledge
    word = words[first]
    before = words[first - 1] if first and not annotations.joined(first) else ""
    after = words[last] if last < len(words) else ""
    if before in knowledge.given_names and before not in knowledge.capitalised_words:
        return annotations.cover[first - 1] is None
    return (
        word in knowledge.given_names
        and after[:1].isupper()
        and after.isalpha()
        and annotations.cover[last] is None
        and annotations.lowers[last] not in knowledge.office_heads
    )


def chunks(annotations: Annotations, sentence: SentenceTokens, blocked: Sequence[bool]) -> Iterator[Chunk]:
    """Yield the runs of capitalised words in a sentence that nothing else explains."""
    index = sentence.first
    while index < sentence.last:
        capital = annotations.words[index][0].isupper()
        chunk = _chunk_at(annotations, index, sentence, blocked) if capital else None
        if chunk is None:
            index += 1
        else:
            yield chunk
            index = chunk.last


def _chunk_at(annotations: Annotations, first: int, sentence: SentenceTokens, blocked: Sequence[bool]) -> Chunk | None:
    words, naming = annotations.words, annotations.knowledge.naming
    if not _may_begin(annotations, first, sentence, blocked):
        return None
    parts: list[str] = []
    index = first
    glue = False
    while index < sentence.last and len(parts) < _MOST_PARTS:
        word = words[index]
        if word in {"-", "‑"} and annotations.joined(index) and index + 1 < sentence.last:
            if not parts or not annotations.joined(index + 1) or not words[index + 1][0].isalpha():
                break
            parts[-1] += "-"
            glue = True
        elif _name_word(annotations, index, blocked) or (glue and word.isalpha()):
            if glue:
                parts[-1] += word
            else:
                parts.append(word)
            glue = False
        elif parts and word == "," and index + 1 < sentence.last and words[index + 1] in naming.suffixes:
            pass
        elif word.lower() in naming.particles and word.islower() and _leads_on(annotations, index, sentence, blocked):
            if parts and not parts[-1].islower():
                parts.append(word)
            elif parts:
                parts[-1] += f" {word}"
            else:
                break
        else:
            break
        index += 1
    while parts and parts[-1].islower():
        index -= 1
        parts.pop()
    if not parts or parts[-1].endswith("-"):
        return None
    chunk = Chunk(first, index, tuple(_merge_particles(parts)))
    return _trimmed(annotations, chunk, sentence)


def _merge_particles(parts: Sequence[str]) -> Iterator[str]:
    """Join an Arabic article or a nobiliary particle to the word after it where it was parted from it."""
    pending = ""
    for part in parts:
        if part.islower():
            pending += f"{part} "
        else:
            yield pending + part
            pending = ""


def _may_begin(annotations: Annotations, index: int, sentence: SentenceTokens, blocked: Sequence[bool]) -> bool:
    word = annotations.words[index]
    if not _name_word(annotations, index, blocked):
        return False
    if annotations.lowers[index] in annotations.knowledge.naming.function_words:
        match = annotations.cover[index]
        if match is not None and match.first == index and any(entry.table == "holder" for entry in match.entries):
            return True
        # "He Lifeng": a pronoun in form, a name inside a sentence with a capital after it
        inside = index > sentence.first and annotations.words[index - 1] not in {'"', "“", "”", ".", ":", "'", "‘"}
        after = annotations.words[index + 1] if index + 1 < sentence.last else ""
        return inside and word in annotations.knowledge.family_names_first and after[:1].isupper()
    return word not in annotations.knowledge.naming.suffixes


def _name_word(annotations: Annotations, index: int, blocked: Sequence[bool]) -> bool:
    word = annotations.words[index]
    if blocked[index] or not word[0].isupper():
        return False
    if _INITIALS.fullmatch(word):
        return True
    if word.endswith(".") and len(word) > 2:
        return word in annotations.knowledge.naming.suffixes
    acronym = len(word.rstrip(".")) > 1 and word.isupper() and word not in annotations.knowledge.naming.suffixes
    return word[0].isalpha() and not acronym and word != "I"


def _leads_on(annotations: Annotations, index: int, sentence: SentenceTokens, blocked: Sequence[bool]) -> bool:
    """Tell whether a small word inside a name is followed by a capital again."""
    naming = annotations.knowledge.naming
    for after in range(index + 1, min(index + 4, sentence.last)):
        word = annotations.words[after]
        if word in {"-", "‑"} or (word.lower() in naming.particles and word.islower()):
            continue
        return _name_word(annotations, after, blocked)
    return False


def _trimmed(annotations: Annotations, chunk: Chunk, sentence: SentenceTokens) -> Chunk | None:
    """Cut the word that merely opens the sentence: ``Addressing Putin``."""
    knowledge = annotations.knowledge
    opens = chunk.first == sentence.first or annotations.words[chunk.first - 1] in {'"', "“", "‘", "'"}
    word = chunk.parts[0]
    if opens and word not in knowledge.given_names and len(chunk.parts) > 1:
        lower = word.lower()
        participle = len(lower) > _SHORTEST_PARTICIPLE and lower.endswith(_OPENING_ENDINGS)
        if annotations.cover[chunk.first] is None and (lower in knowledge.speech.verbs or participle):
            return Chunk(chunk.first + 1, chunk.last, chunk.parts[1:])
    return chunk


def family_names(parts: Sequence[str], knowledge: Knowledge) -> tuple[str, ...]:
    """Return the parts of a name by which its bearer is called later on, folded, likeliest first."""
    words = [part for part in parts if part not in knowledge.naming.suffixes]
    if not words:
        return ()
    last = folded(words[-1].rsplit(" ", 1)[-1])
    names = [last]
    if len(words) > 1 and words[0] in knowledge.family_names_first:
        names.insert(0, folded(words[0]))
    for article in ("al", "el", "ul"):
        head, _, bare = words[-1].rsplit(" ", 1)[-1].partition("-")
        if bare and folded(head) == article:
            names.append(folded(bare))
    return tuple(dict.fromkeys(names))


def same_bearer(one: Sequence[str], other: Sequence[str], knowledge: Knowledge) -> bool:
    """Tell whether two names of several parts may be one person's: a family name and a given name agree."""
    if [folded(part) for part in one] == [folded(part) for part in other]:
        return True
    if not set(family_names(one, knowledge)) & set(family_names(other, knowledge)):
        return False
    firsts = knowledge.family_names_first
    if one[0] in firsts and other[0] in firsts:
        return "".join(map(folded, one[1:])) == "".join(map(folded, other[1:]))
    first, second = folded(one[0]), folded(other[0])
    shorter, longer = sorted((first, second), key=len)
    return longer.startswith(shorter) or (len(shorter) > 2 and shorter[:2] == longer[:2] and len(shorter) <= 3)
