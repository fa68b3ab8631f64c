import random
from pathlib import Path

import pytest

from briefing.search import DamagedIndexError, Hit, Index
from tests.search.spellings import SPELLINGS

NAMES = [row.name for row in SPELLINGS]
QUERIES = [query for row in SPELLINGS[::3] for query in (*row.latin[:1], *row.scripts[:1], row.name[:4], row.name)]
ALIASES = {"Kyiv": ["Kiev"], "Vladimir Putin": ["VVP"], "Emmanuel Macron": ["Jupiter", "le Président"]}


def answers(index: Index) -> list[list[tuple[int, float, object]]]:
    return [[(hit.position, round(hit.score, 6), hit.spans) for hit in index.search(query)] for query in QUERIES]


def likely(index: Index, query: str) -> list[Hit]:
    """Return the hits that are likely meant; which of the unlikely ones are compared depends on how names came in."""
    return [hit for hit in index.search(query) if hit.score >= 40]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(NAMES, aliases=ALIASES)


@pytest.fixture
def saved(index: Index, tmp_path: Path) -> Path:
    path = tmp_path / "names"
    index.save(path)
    return path


def test_a_saved_index_answers_as_the_one_that_was_saved(index: Index, saved: Path) -> None:
    loaded = Index.load(saved)

    assert answers(loaded) == answers(index)
    assert [hit.position for hit in loaded.search("Jupiter", 1)] == [NAMES.index("Emmanuel Macron")]


def test_a_loaded_index_can_be_changed_and_saved_again(saved: Path, tmp_path: Path) -> None:
    loaded = Index.load(saved)
    position = loaded.add(["Jean-Noël Barrot"])[0]
    loaded.remove([0])
    again = tmp_path / "again"
    loaded.save(again)

    assert answers(Index.load(again)) == answers(loaded)
    assert Index.load(again).search("barrot", 1)[0].position == position == len(NAMES)


def test_saving_leaves_no_other_file(saved: Path) -> None:
    assert [path.name for path in saved.parent.iterdir()] == ["names"]


@pytest.mark.parametrize("at", [0, 20, 40, 300, -1])
def test_a_changed_byte_is_noticed(saved: Path, at: int) -> None:
    data = bytearray(saved.read_bytes())
    data[at] ^= 1
    saved.write_bytes(data)

    with pytest.raises(DamagedIndexError, match=f"{saved.name}: .*save it anew"):
        Index.load(saved)


@pytest.mark.parametrize("keep", [0, 10, 30, 1000, -1])
def test_a_file_cut_short_is_noticed(saved: Path, keep: int) -> None:
    saved.write_bytes(saved.read_bytes()[:keep])

    with pytest.raises(DamagedIndexError):
        Index.load(saved)


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Index.load(tmp_path / "none")


@pytest.mark.parametrize("seed", range(4))
def test_an_index_that_grew_and_shrank_answers_as_one_built_at_once(seed: int) -> None:
    luck = random.Random(seed)
    names = luck.sample(NAMES, 120)
    kept_out = set(luck.sample(range(120), 25))
    kept = [position for position in range(120) if position not in kept_out]
    grown = Index(names[:40], aliases=ALIASES)
    start = 40
    while start < len(names):
        end = start + luck.choice((1, 2, 5, 30))
        assert grown.add(names[start:end]) == range(start, min(end, len(names)))
        gone = [position for position in kept_out if start <= position < end]
        grown.remove(gone)
        kept_out.difference_update(gone)
        start = end
    grown.remove(kept_out)
    fresh = Index([names[position] for position in kept], aliases=ALIASES)
    places = {position: place for place, position in enumerate(kept)}

    assert len(grown) == len(fresh) == 95
    assert [[(places[hit.position], hit.score, hit.spans) for hit in likely(grown, query)] for query in QUERIES] == [
        [(hit.position, hit.score, hit.spans) for hit in likely(fresh, query)] for query in QUERIES
    ]


def test_a_removed_name_is_not_found_and_its_position_not_used_again() -> None:
    index = Index(["Wendy Sherman", "Sergey Ryabkov"])
    index.remove([1])
    added = index.add(["Sergei Riabkov"])

    assert list(added) == [2]
    assert [hit.position for hit in index.search("ryabkov")] == [2]
    assert len(index) == 2


@pytest.mark.parametrize("position", [-1, 1, 2])
def test_what_is_not_there_cannot_be_removed(position: int) -> None:
    index = Index(["Wendy Sherman", "Sergey Ryabkov"])
    index.remove([1])

    with pytest.raises(IndexError, match="no name at position"):
        index.remove([position])


def test_adding_nothing_changes_nothing() -> None:
    index = Index([])

    assert list(index.add([])) == []
    assert index.search("x") == []
    assert list(index.add(["Kaja Kallas"])) == [0]
    assert index.search("kallas")[0].position == 0
