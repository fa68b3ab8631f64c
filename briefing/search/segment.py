"""A part of an index that never changes: texts, their words and their keys."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from zlib import crc32

from briefing.search.aliases import Aliases
from briefing.search.corpus import Corpus, CorpusBuilder
from briefing.search.folding import Word, plain_words, words
from briefing.search.postings import Numbers, Postings
from briefing.search.spelling import ARTICLES, SMALL_WORDS, all_consonants

MOST_WITH_KEY = 60
_MEETING = "fhklmnprsty"
_AT_ONCE = 1 << 15


class Segment:
    """Some texts of an index, the first of them at ``first``.

    An *entry* is a text as it is written, or with a phrase of it replaced by an alias; ``positions`` has the text of
    each entry where there are more entries than texts.
    """

    def __init__(
        self, first: int, texts: Sequence[str], corpus: Corpus, positions: Numbers, by_key: Postings, aliases: Aliases
    ) -> None:
        self.first = first
        self.texts = texts
        self.corpus = corpus
        self.positions = positions
        self.by_key = by_key
        self._aliases = aliases

    @classmethod
    def of(cls, first: int, texts: Sequence[str], aliases: Aliases) -> Segment:
        """Index some texts."""
        builder = CorpusBuilder()
        positions = array("I")
        for position, text in enumerate(texts):
            if text.isascii() and not aliases:
                builder.add(plain_words(text))
                positions.append(position)
                continue
            found = words(text)
            for named in (found, *aliases.renamed(found)):
                builder.add_words(named)
                positions.append(position)
        corpus = builder.build()
        by_key = _by_key(corpus)
        return cls(first, texts, corpus, positions if len(corpus) > len(texts) else range(len(texts)), by_key, aliases)

    def is_renamed(self, entry: int) -> bool:
        """Whether an entry is a text with a phrase replaced by an alias."""
        return entry > 0 and self.positions[entry] == self.positions[entry - 1]

    def words_of(self, entry: int) -> list[Word]:
        """Return the words of an entry and where they stand in its text."""
        position = self.positions[entry]
        number = 0
        while entry > number and self.positions[entry - number - 1] == position:
            number += 1
        return list(self.ways_to_write(position))[number]

    def ways_to_write(self, position: int) -> Iterator[list[Word]]:
        """Yield the words of a text, then with its phrases replaced by aliases."""
        named = words(self.texts[position])
        yield named
        yield from self._aliases.renamed(named)

    def with_key(self, key: int) -> Numbers:
        """Return the entries that have a key."""
        return self.by_key[key & (len(self.by_key.starts) - 2)][:MOST_WITH_KEY]


def key_of_sounds(joined: str) -> int:
    """Return the key of the consonants of words taken as one word."""
    return crc32(joined.encode())


def key_of_initials(letters: str) -> int:
    """Return the key of an abbreviation."""
    return crc32(b"=" + letters.encode())


def written_together(spelled: Sequence[str], said: Sequence[str]) -> set[str]:
    """Return the consonants of words taken as one word, with articles and without; none where there are none."""
    parts = all_consonants(said)
    bare = [part for text, part in zip(spelled, parts, strict=True) if text not in ARTICLES]
    return set(_runs_undone(["".join(parts), "".join(bare)])) - {""}


def _by_key(corpus: Corpus) -> Postings:
    vocabulary = corpus.vocabulary
    parts = all_consonants([form.split(" ", 1)[0] for form in vocabulary.forms])
    letters = ["" if text in SMALL_WORDS else text[:1] for text in vocabulary.texts]
    articles = {id_ for id_ in map(vocabulary.id_of, ARTICLES) if id_ is not None}
    mask = (1 << max(4, len(corpus).bit_length())) - 1
    keys, entries = array("I"), array("I")
    for start in range(0, len(corpus), _AT_ONCE):
        some = range(start, min(start + _AT_ONCE, len(corpus)))
        named = list(map(corpus.words_of, some))
        for which in (
            ((entry, ids) for entry, ids in zip(some, named, strict=True)),
            (
                (entry, [id_ for id_ in ids if id_ not in articles])
                for entry, ids in zip(some, named, strict=True)
                if not articles.isdisjoint(ids)
            ),
        ):
            joined, owners = [], []
            for entry, ids in which:
                joined.append("".join([parts[id_] for id_ in ids]))
                owners.append(entry)
            keys.extend([key_of_sounds(key) & mask for key in _runs_undone(joined)])
            entries.extend(owners)
        for entry, ids in zip(some, named, strict=True):
            if len(ids) > 1:
                keys.append(key_of_initials("".join([letters[id_] for id_ in ids])) & mask)
                entries.append(entry)
    return Postings.of(keys, entries, mask + 1)


def _runs_undone(joined: Sequence[str]) -> list[str]:
    """Return consonants in which those that meet where words are joined count once, and ``ng`` is ``n``."""
    text = "\n".join(joined).replace("nk", "n")
    for letter in _MEETING:
        text = text.replace(letter * 2, letter)
    return text.split("\n") if joined else []
