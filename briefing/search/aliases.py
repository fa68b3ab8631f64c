"""Names that go by several spellings that no rule of spelling joins: Kyiv and Kiev, NATO and OTAN."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.search.folding import Word, words


class Aliases:
    """Groups of phrases that mean the same; a text that has one of them can be found by the others."""

    def __init__(self, aliases: Mapping[str, Sequence[str]]) -> None:
        self.given = {name: list(others) for name, others in aliases.items()}
        self._by_first: dict[str, list[tuple[tuple[str, ...], list[list[Word]]]]] = {}
        for name, others in aliases.items():
            group = {tuple(word.text for word in found): found for found in map(words, (name, *others)) if found}
            for spelled in group:
                rest = [phrase for other, phrase in group.items() if other != spelled]
                self._by_first.setdefault(spelled[0], []).append((spelled, rest))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._by_first)

    def renamed(self, named: Sequence[Word]) -> Iterator[list[Word]]:
        """Yield the words of a text with each of its phrases replaced by each other one of the group.

        The new words stand where the phrase stood.
        """
        spelled = tuple(word.text for word in named)
        for place, first in enumerate(spelled):
            for phrase, others in self._by_first.get(first, ()):
                end = place + len(phrase)
                if spelled[place:end] != phrase:
                    continue
                for other in others:
                    moved = [word._replace(start=named[place].start, end=named[end - 1].end) for word in other]
                    yield [*named[:place], *moved, *named[end:]]
