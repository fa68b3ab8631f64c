import pytest

from briefing.search.folding import words
from briefing.search.rules import Rules, listed, unlisted
from briefing.search.spelling import frame, known_readings, skeleton, sound, sounds, spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ryabkov", "riabkov"),
        ("zelensky", "zelenskyy"),
        ("sergey", "sergei"),
        ("lavroff", "lavrov"),
        ("hussein", "husein"),
        ("moon", "mun"),
        ("shah", "sha"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sounds(one) == sounds(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("gaddafi", "qadhafi"), ("muhammad", "mohamed"), ("omar", "umar"), ("jong", "chong")],
)
def test_spellings_of_one_name_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(sounds(one)) == skeleton(sounds(other))


@pytest.mark.parametrize(("one", "other"), [("putin", "trump"), ("merkel", "macron"), ("assad", "said")])
def test_different_names_have_different_skeletons(one: str, other: str) -> None:
    assert skeleton(sounds(one)) != skeleton(sounds(other))


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("Rjabkow", "ryabkov"),
        ("Schoigu", "shoigu"),
        ("Selenskyj", "zelensky"),
        ("Poutine", "putin"),
        ("Chevtchenko", "shevchenko"),
        ("Łukaszenka", "lukashenka"),
        ("Chong", "jeong"),
        ("Цзиньпин", "jinping"),
        ("Байден", "biden"),
        ("Гарри", "harri"),
        ("박", "park"),
        ("蔡", "tsai"),
    ],
)
def test_other_traditions_have_a_reading_that_sounds_or_stands_like_the_english_one(written: str, english: str) -> None:
    word = words(written)[0]
    skeletons = {sound(spelling).skeleton for spelling in spellings(word.text, word.spoken, word.script)}

    assert skeletons & {skeleton(said) for said in known_readings([english], [english])[0]}


@pytest.mark.parametrize(
    ("written", "english"),
    [("محمد", "mohammed"), ("صدام", "saddam"), ("حسين", "hussein"), ("פרס", "peres"), ("جمال", "gamal")],
)
def test_scripts_without_vowels_share_the_frame_of_the_english_spelling(written: str, english: str) -> None:
    assert frame(words(written)[0].text) == frame(english)


def test_the_longest_rule_applies_and_none_sees_what_another_wrote() -> None:
    rules = Rules([("s", "z"), ("sch", "sh"), ("^s(?=t)", ""), ("e$", ""), ("z", "k")])

    assert unlisted(rules(listed(["schesse", "stem", "zoe"]))) == ["shezz", "tem", "ko"]
