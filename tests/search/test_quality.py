"""Floors under the quality of name search, on spellings of real names among many that look like them."""

import random
import string

import pytest

from briefing.search import Index
from tests.search.spellings import SPELLINGS

ABSENT_NAMES = 400


class Haystack:
    """The names of the table and combinations of their parts; some combinations are kept out."""

    def __init__(self) -> None:
        shuffle = random.Random(20)
        names = list(dict.fromkeys(row.name for row in SPELLINGS))
        given = [name.split()[0] for name in names]
        family = [" ".join(name.split()[1:]) for name in names]
        combined = sorted({f"{one} {other}" for one in given for other in family if one and other} - set(names))
        shuffle.shuffle(combined)
        self.names = names
        self.absent = combined[:ABSENT_NAMES]
        self.index = Index([*names, *combined[ABSENT_NAMES : ABSENT_NAMES + 1000]])

    def share_found(self, pairs: list[tuple[str, str]], within: int) -> float:
        found = 0
        for query, name in pairs:
            found += self.names.index(name) in [hit.position for hit in self.index.search(query, within)]
        return found / len(pairs)


@pytest.fixture(scope="module")
def haystack() -> Haystack:
    return Haystack()


LATIN = [(spelling, row.name) for row in SPELLINGS for spelling in row.latin]
OTHER_SCRIPTS = [(spelling, row.name) for row in SPELLINGS for spelling in row.scripts]
TURNED = [(" ".join(reversed(row.name.split())), row.name) for row in SPELLINGS if row.latin]
TOGETHER = [(row.name.replace(" ", "").lower(), row.name) for row in SPELLINGS if row.latin]


def _mistyped() -> list[tuple[str, str]]:
    shuffle = random.Random(7)
    pairs = []
    for row in SPELLINGS:
        longest = max(row.name.split(), key=len)
        at = shuffle.randrange(1, len(longest))
        letter = shuffle.choice(string.ascii_lowercase)
        mistyped = shuffle.choice(
            [
                longest[:at] + longest[at + 1 :],
                longest[:at] + letter + longest[at:],
                longest[:at] + letter + longest[at + 1 :],
            ]
        )
        pairs.append((row.name.replace(longest, mistyped), row.name))
    return pairs


@pytest.mark.parametrize(
    ("pairs", "first", "among_ten"),
    [
        pytest.param(LATIN, 0.97, 0.99, id="Latin letters"),
        pytest.param(OTHER_SCRIPTS, 0.95, 0.98, id="other scripts"),
        pytest.param(TURNED, 0.97, 0.99, id="other order"),
        pytest.param(TOGETHER, 0.97, 0.99, id="written together"),
        pytest.param(_mistyped(), 0.98, 0.99, id="one letter wrong"),
    ],
)
def test_names_are_found(haystack: Haystack, pairs: list[tuple[str, str]], first: float, among_ten: float) -> None:
    assert haystack.share_found(pairs, 1) >= first
    assert haystack.share_found(pairs, 10) >= among_ten


def test_names_that_are_not_there_score_below_60() -> None:
    """Keep out one name of the table at a time and ask for it among the others."""
    names = list(dict.fromkeys(row.name for row in SPELLINGS))
    sure = 0
    for kept_out in range(0, len(names), 4):
        others = Index([*names[:kept_out], *names[kept_out + 1 :]])
        sure += any(hit.score >= 60 for hit in others.search(names[kept_out], 1))

    assert sure / len(range(0, len(names), 4)) <= 0.05


def test_combinations_of_known_names_seldom_score_60(haystack: Haystack) -> None:
    sure = [any(hit.score >= 60 for hit in haystack.index.search(name, 1)) for name in haystack.absent]

    assert sum(sure) / len(sure) <= 0.15
