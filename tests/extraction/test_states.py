import pytest

from tests.extraction.reading import findings_of, states


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Moscow said it would answer.", {"rus"}),
        ("The meeting took place in Moscow.", set()),
        ("Talks between Washington and Tehran stalled.", {"usa", "irn"}),
        ("They met in Seoul, South Korea.", {"kor"}),
        ("The Vienna talks went on.", set()),
        ("The Kremlin declined to comment.", {"rus"}),
        ("The Russians and U.S. officials spoke.", {"rus", "usa"}),
        ("The DPRK and the ROK exchanged fire.", {"prk", "kor"}),
        ("Kiev's policy was criticised.", {"ukr"}),
        ("Latin American leaders met.", set()),
        ("The U.S.-China talks began.", {"usa", "chn"}),
        ("An anti-Pyongyang broadcast went out.", {"prk"}),
        ("They told us that it was late.", set()),
        ("He roasted a turkey.", set()),
    ],
)  # fmt: skip
def test_a_state_is_named_by_its_forms_and_a_city_is_only_a_place(sentence: str, found: set[str]) -> None:
    assert states(sentence) == found


def test_the_halves_of_a_divided_country_are_known_by_their_point() -> None:
    actors = {a.id: a for a in findings_of("North and South Korea met. The South then warned the North.").actors}
    assert len(actors["kor"].evidence) == 2
    assert len(actors["prk"].evidence) >= 1


def test_forms_found_are_aliases_verbatim() -> None:
    (state,) = findings_of("The Russians left. Moscow said so. Russian troops stayed in Russia.").actors
    assert state.name == "Russia"
    assert set(state.aliases) == {"The Russians", "Moscow", "Russian"}
