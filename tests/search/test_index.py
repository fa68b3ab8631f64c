from concurrent.futures import ThreadPoolExecutor

import pytest

from briefing.search import Index

NAMES = [
    "Wendy Sherman",
    "Sergey Ryabkov",
    "Volodymyr Zelenskyy",
    "Mohammed bin Salman",
    "Kim Jong-un",
    "Xi Jinping",
    "Muammar Gaddafi",
    "Bashar al-Assad",
    "Yoon Suk-yeol",
    "United Nations",
    "Antony Blinken",
    "Kyiv City Council",
]
ALIASES = {"Kyiv": ["Kiev"], "Antony Blinken": ["The Top Diplomat"]}


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(NAMES, aliases=ALIASES)


def highlighted(index: Index, query: str) -> list[str]:
    hit = index.search(query)[0]
    return [NAMES[hit.position][start:end] for start, end in hit.spans]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Riabkov", "Sergey Ryabkov"),
        ("Рябков", "Sergey Ryabkov"),
        ("ryabkov sergei", "Sergey Ryabkov"),
        ("RJABKOW", "Sergey Ryabkov"),
        ("shermn", "Wendy Sherman"),
        ("W. Sherman", "Wendy Sherman"),
        ("wendysherman", "Wendy Sherman"),
        ("zelensky", "Volodymyr Zelenskyy"),
        ("Зеленський", "Volodymyr Zelenskyy"),
        ("Muhammad", "Mohammed bin Salman"),
        ("محمد بن سلمان", "Mohammed bin Salman"),
        ("Kim Chong-un", "Kim Jong-un"),
        ("kim jongun", "Kim Jong-un"),
        ("김정은", "Kim Jong-un"),
        ("Xi Tsin-p'ing", "Xi Jinping"),
        ("习近平", "Xi Jinping"),
        ("Qadhafi", "Muammar Gaddafi"),
        ("Assad Baschar", "Bashar al-Assad"),
        ("윤석열", "Yoon Suk-yeol"),
        ("UN", "United Nations"),
        ("kiev", "Kyiv City Council"),
        ("top diplomat", "Antony Blinken"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(index: Index, query: str, name: str) -> None:
    found = [NAMES[hit.position] for hit in index.search(query, 2)]

    # UN is also a word of a name, and may stand before what it abbreviates.
    assert name in found if query == "UN" else name == found[0]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("弗拉基米尔·普京", "Vladimir Putin"),
        ("普京", "Vladimir Putin"),
        ("김여정", "Kim Yo-jong"),
        ("블라디미르 푸틴", "Vladimir Putin"),
        ("ロナルド・レーガン", "Ronald Reagan"),
        ("โรนัลด์ เรแกน", "Ronald Reagan"),
        ("नरेन्द्र मोदी", "Narendra Modi"),
        ("Жак Ширак", "Jacques Chirac"),
        ("جاك شيراك", "Jacques Chirac"),
        ("Chou Yung-k'ang", "Zhou Yongkang"),
        ("Чжоу Юнкан", "Zhou Yongkang"),
        ("梁振英", "Leung Chun-ying"),
        ("Հենրի Քիսինջեր", "Henry Kissinger"),
        ("Τζορτζ Μπους", "George Bush"),
    ],
)
def test_a_name_is_found_in_any_script(query: str, name: str) -> None:
    names = [
        *("Vladimir Putin", "Vladimir Potanin", "Kim Yo-jong", "Kim Jong-un", "Ronald Reagan", "Donald Regan"),
        *("Narendra Modi", "Jacques Chirac", "Zhou Yongkang", "Leung Chun-ying", "Liang Guanglie", "Henry Kissinger"),
        *("George Bush", "Jacob Zuma"),
    ]

    assert names[Index(names).search(query, 1)[0].position] == name


def test_what_is_found_does_not_depend_on_what_was_asked_before(index: Index) -> None:
    queries = ["kim jon", "kim jong", "kim jong un", "wendy s", "wendy sh", "wendy", "mohammed bin s"]
    alone = [Index(NAMES, aliases=ALIASES).search(query) for query in queries]

    assert [index.search(query) for query in queries * 2] == alone * 2


@pytest.mark.parametrize("name", NAMES)
def test_an_exact_match_scores_100(index: Index, name: str) -> None:
    for query in (name, name.upper(), f"  {name}. "):
        hit = index.search(query)[0]
        assert (NAMES[hit.position], hit.score) == (name, 100.0)


def test_an_alias_scores_just_below_the_name(index: Index) -> None:
    assert 90 < index.search("Kiev City Council")[0].score < 100


def test_an_alias_is_found_in_both_directions() -> None:
    assert Index(["Kiev"], aliases=ALIASES).search("Kyiv")[0].score > 90


@pytest.mark.parametrize("query", ["Angela Merkel", "John Smith", "Sergey Lavrov", "Wendy Williams", "Kim Yo-jong"])
def test_a_name_that_is_not_there_scores_low(index: Index, query: str) -> None:
    assert all(hit.score < 60 for hit in index.search(query))


def test_scores_grow_as_a_name_is_typed(index: Index) -> None:
    scores = [index.search("ryabkov"[:length])[0] for length in range(2, 8)]

    assert {NAMES[hit.position] for hit in scores} == {"Sergey Ryabkov"}
    assert [hit.score for hit in scores] == sorted(hit.score for hit in scores)
    assert scores[-1].score > 90


@pytest.mark.parametrize(
    ("query", "letters"),
    [
        ("rya", ["Rya"]),
        ("ryabkv", ["Ryabk", "v"]),
        ("ryabkov sergey", ["Sergey", "Ryabkov"]),
        ("jong un kim", ["Kim", "Jong", "un"]),
        ("Рябков", ["Ryabkov"]),
        ("kiev", ["Kyiv"]),
        ("wendysherman", ["Wendy Sherman"]),
    ],
)
def test_the_letters_that_match_are_highlighted(index: Index, query: str, letters: list[str]) -> None:
    assert highlighted(index, query) == letters


def test_highlights_are_places_in_the_text_as_it_is_written() -> None:
    name = "Президент Владимир Путин"
    hit = Index([name]).search("putin")[0]

    assert [name[start:end] for start, end in hit.spans] == ["Путин"]


def test_equal_scores_keep_the_order_of_the_texts() -> None:
    assert [hit.position for hit in Index(["Li Wei", "Ma Jun", "Li Wei"]).search("li wei")] == [0, 2]


def test_no_more_hits_than_asked_for() -> None:
    index = Index([f"Ivan Petrov {number}" for number in range(100)])

    assert len(index.search("petrov", 7)) == 7
    assert index.search("petrov", 0) == []


@pytest.mark.parametrize("query", ["", " ", "’", "[/]", "\x00", "\u202e", "😀", "!!!"])
def test_a_query_without_words_finds_nothing(index: Index, query: str) -> None:
    assert index.search(query) == []


def test_long_queries_and_odd_texts_are_safe() -> None:
    index = Index(["", "?", "x", "a" * 3000, "Wendy " * 300])

    assert index.search("x")[0].position == 2
    assert all(0 <= hit.score <= 100 for query in ("a" * 3000, "wendy " * 300, "x" * 40) for hit in index.search(query))


def test_an_empty_index_finds_nothing() -> None:
    assert Index([]).search("anything") == []


def test_searches_may_run_at_the_same_time(index: Index) -> None:
    queries = ["ryab", "Рябков", "kim chong", "zelensky", "sherman"] * 20
    alone = [index.search(query) for query in queries]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(index.search, queries)) == alone
