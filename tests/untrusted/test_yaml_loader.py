import pytest

from briefing.untrusted.yaml_loader import UntrustedYamlError, load_yaml


def refusal(text: str, *, max_characters: int = 200_000, max_depth: int = 20) -> UntrustedYamlError:
    with pytest.raises(UntrustedYamlError) as caught:
        load_yaml(text, max_characters=max_characters, max_depth=max_depth)
    return caught.value


def test_plain_scalars_keep_their_plain_meaning() -> None:
    loaded = load_yaml("a: 1\nb: -2.5\nc: true\nd: null\ne: ~\nf:\ng: text\nh: '1'\n")
    assert loaded.data == {"a": 1, "b": -2.5, "c": True, "d": None, "e": None, "f": None, "g": "text", "h": "1"}


@pytest.mark.parametrize(
    "scalar", ["NO", "yes", "on", "y", "12:30", "2021-02-30", "2021-07-23", "012", "0x1F", "1_000", ".inf", "1e5"]
)
def test_scalars_that_yaml_1_1_would_twist_stay_strings(scalar: str) -> None:
    assert load_yaml(f"key: {scalar}").data == {"key": scalar}


def test_a_number_of_thousands_of_digits_stays_a_string() -> None:
    digits = "9" * 5000
    assert load_yaml(f"key: {digits}").data == {"key": digits}


def test_strings_only_keeps_all_but_nothing_as_strings() -> None:
    loaded = load_yaml("a: 1\nb: true\nc: 2.5\nd: ~\ne:\nf: [3, x]", strings_only=True)
    assert loaded.data == {"a": "1", "b": "true", "c": "2.5", "d": None, "e": None, "f": ["3", "x"]}


def test_keys_are_strings() -> None:
    assert load_yaml("1: a\ntrue: b\n? null\n: c").data == {"1": "a", "true": "b", "null": "c"}


def test_empty_text_is_null() -> None:
    assert load_yaml("").data is None
    assert load_yaml("# only a comment\n").data is None


def test_lines_of_keys_and_entries_count_from_one() -> None:
    loaded = load_yaml("# comment\na: 1\nb:\n  c:\n    - x\n    - y: z\n")
    assert loaded.line_of("a") == 2
    assert loaded.line_of("b", "c") == 4
    assert loaded.line_of("b", "c", 1) == 6
    assert loaded.line_of("b", "c", 1, "y") == 6


def test_line_of_a_missing_key_is_that_of_the_key_around_it() -> None:
    loaded = load_yaml("\na:\n  b: 1\n")
    assert loaded.line_of("a", "nothing", "at all") == 2
    assert loaded.line_of("nothing") == 1


def test_lines_are_those_an_editor_shows() -> None:
    loaded = load_yaml('a: "x\u2028y"\r\nb: 1\rc: 2')
    assert (loaded.line_of("b"), loaded.line_of("c")) == (2, 3)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: &anchor 2\n", 2, "anchors and aliases"),
        ("a: 1\nb: *anchor\n", 2, "anchors and aliases"),
        ("a: &a [x]\nb: {<<: *a}", 1, "anchors and aliases"),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", 2, "!!python/object/apply:os.system"),
        ("a: !private x", 1, "!private"),
        ("a: 1\nb: 2\na: 3\n", 3, "given twice"),
        ("a: 1\n? [x, y]\n: 2\n", 2, "plain text"),
        ("a: 1\n---\nb: 2\n", 2, "single document"),
        ("a: 1\nb: c: d\n", 2, "not allowed here"),
        ("a: [1, 2\nb: 3", 2, "expected"),
        ("a:\n\t- b", 2, "cannot start"),
        ('a: 1\nb: "\\U0011FFFF"', 2, "out of range"),
        ("%YAML 1." + "9" * 5000 + "\n---\na: 1", 1, "out of range"),
        ("a: 1\nb: \x1b[31m", 2, "does not allow"),
        ("a: 1\nb: \ud800", 2, "does not allow"),
    ],
)
def test_refusals_name_the_line(text: str, line: int, words: str) -> None:
    error = refusal(text)
    assert error.line == line
    assert words in error.message


def test_a_repeated_key_is_named() -> None:
    assert refusal("theme: a\ntheme: b").key == "theme"


@pytest.mark.parametrize("text", ["[" * 30_000, "[\n" * 30_000, "{" * 30_000, "- " * 30_000, "? " * 30_000])
def test_deep_nesting_is_refused(text: str) -> None:
    assert "deep" in refusal(text).message


def test_depth_is_a_bound_the_caller_sets() -> None:
    assert load_yaml("a: [[1]]", max_depth=4).data == {"a": [[1]]}
    assert "deep" in refusal("a: [[1]]", max_depth=3).message


def test_size_is_a_bound_the_caller_sets() -> None:
    assert "1,000 characters" in refusal("#" * 1001, max_characters=1000).message


def test_values_and_keys_are_cleaned() -> None:
    assert load_yaml('"k\\e": "v\\x9b\\ud800"').data == {"k\ufffd": "v\ufffd\ufffd"}


def test_messages_are_one_safe_bounded_line() -> None:
    error = refusal("a: !" + "%1B%0A" * 400 + " x")
    assert "\x1b" not in str(error)
    assert "\n" not in str(error)
    assert len(error.message) <= 200
