"""Articles in any number, made of the shipped ones: as many words and names as the news have, and no two alike."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from pathlib import Path

from briefing.paths import shipped_seeds

WORDS = 400
_SYLLABLES = [consonant + vowel + end for consonant in "bdfghklmnprstvz" for vowel in "aeiou" for end in ("", "n", "r")]
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_PERSON = re.compile(
    r"\b(?:Sergey Ryabkov|Sergei Ryabkov|Wendy Sherman|Anatoly Antonov|John Sullivan|Guy Parmelin|Alexei Navalny)\b"
)
_PLAIN_WORD = re.compile(r"(?<=[a-z] )[a-z]{6,}(?= [a-z])")
_SHARE_CHANGED = 0.5
_FIRST_DAY = date(2019, 1, 1)
_DAYS = 1200


def made_names(count: int, luck: random.Random) -> list[str]:
    """Return that many names of a made-up family name behind a usual given name."""

    def family() -> str:
        return "".join(luck.choice(_SYLLABLES) for _ in range(luck.choice((2, 3)))).capitalize()

    given = ("Anna", "Boris", "Carlos", "Daniel", "Elena", "Ivan", "John", "Maria", "Peter", "Sofia")
    return [f"{luck.choice(given)} {family()}" for _ in range(count)]


def _paragraphs() -> list[str]:
    """Return the paragraphs of the shipped articles' bodies."""
    files = sorted(file for file in shipped_seeds().iterdir() if file.suffix in {".txt", ".md"})
    texts = (_FRONT_MATTER.sub("", file.read_text(encoding="utf-8")) for file in files)
    return [part for text in texts for part in text.split("\n\n")[1:] if len(part.split()) > 20]


def _varied(paragraph: str, luck: random.Random) -> str:
    """Return a paragraph with some of its plain words changed, as no two articles say a thing in the same words."""

    def word(found: re.Match[str]) -> str:
        if luck.random() < _SHARE_CHANGED:
            return "".join(luck.choice(_SYLLABLES) for _ in range(2))
        return found.group()

    return _PLAIN_WORD.sub(word, paragraph)


def write_articles(folder: Path, count: int, *, seed: int = 1, words: int = WORDS) -> None:
    """Write that many articles of about ``words`` words into a folder, dated in their text, about two new names each.

    A paragraph is used again and again, so what is measured is the work, not the news; but none is a copy of another.
    """
    folder.mkdir(parents=True, exist_ok=True)
    luck = random.Random(seed)
    paragraphs = _paragraphs()
    names = made_names(max(1, count * 2), luck)
    for number in range(count):
        picked: list[str] = []
        length = 0
        while length < words:
            paragraph = luck.choice(paragraphs)
            picked.append(_varied(_PERSON.sub(lambda _: luck.choice(names), paragraph), luck))
            length += len(paragraph.split())
        day = _FIRST_DAY + timedelta(days=luck.randrange(_DAYS))
        name = luck.choice(names)
        title = f"Minister {name} speaks about matter {number}"
        opening = f"GENEVA, {day:%B} {day.day}, {day.year} — Foreign Minister {name} spoke about matter {number}."
        (folder / f"article-{number:06}.txt").write_text(
            "\n\n".join([title, opening, *picked]) + "\n", encoding="utf-8"
        )
