import pytest

from briefing.search import SentenceIndex

SENTENCES = [
    "Deputy Secretary of State Wendy Sherman leads the American side, the State Department said.",
    "Russia's team is headed by Deputy Foreign Minister Sergey Ryabkov.",
    "Moscow insists that a new agreement must limit U.S. missile defenses.",
    "The treaty limits each side to 1,550 deployed strategic warheads.",
    "Limits on missile defenses were not part of the treaty that both sides signed.",
    "The two leaders agreed to start a dialogue on strategic stability.",
]


@pytest.fixture(scope="module")
def index() -> SentenceIndex:
    return SentenceIndex(SENTENCES)


@pytest.mark.parametrize(
    ("query", "position"),
    [
        ("moscow insists agreement", 2),
        ("misile defences moscow", 2),
        ("strategic warheads", 3),
        ("stratgic stabilty dialog", 5),
        ("Рябков", 1),
        ("riabkov russian", 1),
        ("1,550", 3),
        ("limits on missile defenses", 4),
        ("the american side", 0),
    ],
)
def test_a_sentence_is_found_by_some_of_its_words(index: SentenceIndex, query: str, position: int) -> None:
    assert index.search(query)[0].position == position


def test_the_sentence_itself_scores_100(index: SentenceIndex) -> None:
    for position, sentence in enumerate(SENTENCES):
        hit = index.search(sentence)[0]
        assert (hit.position, round(hit.score)) == (position, 100)


def test_words_that_stand_together_count_more() -> None:
    hits = SentenceIndex(["Talks failed before missile tests for defense.", "Talks on missile defense failed today."])

    assert [hit.position for hit in hits.search("missile defense")] == [1, 0]


def test_a_sentence_with_all_the_words_comes_before_one_with_some(index: SentenceIndex) -> None:
    first, second = index.search("treaty limits warheads")[:2]

    assert first.position == 3
    assert first.score > second.score + 20


def test_the_words_that_match_are_highlighted_in_order(index: SentenceIndex) -> None:
    hit = index.search("agreement insists")[0]

    assert [SENTENCES[hit.position][start:end] for start, end in hit.spans] == ["insists", "agreement"]


@pytest.mark.parametrize("query", ["", "…", "\u202e", "zzzzqqq"])
def test_what_is_not_there_is_not_found(index: SentenceIndex, query: str) -> None:
    assert index.search(query) == []


def test_a_limit_is_kept(index: SentenceIndex) -> None:
    assert len(index.search("the", 2)) == 2
    assert index.search("the", 0) == []
