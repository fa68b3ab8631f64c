from datetime import date

import pytest

from briefing.reading.front_matter import FrontMatter, part_front_matter

BODY = "# Talks open\n\nThey met.\n"


def front(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", BODY])


def test_all_keys() -> None:
    parted = part_front_matter(
        front(
            "title: 'Talks: open'",
            "published: 2021-07-23",
            "source: Reuters",
            "url: https://example.org/a",
            "tags: [Russia, arms control]",
            "author: somebody",
        )
    )
    assert parted.front == FrontMatter(
        "Talks: open", date(2021, 7, 23), "Reuters", "https://example.org/a", ("Russia", "arms control")
    )
    assert parted.body == BODY
    assert parted.refused == ()


def test_a_text_without_front_matter_is_all_body() -> None:
    assert part_front_matter(BODY) == (FrontMatter(), BODY, ())


def test_a_rule_above_an_empty_line_is_no_front_matter() -> None:
    text = "---\n\nThey met.\n\n---\n"
    assert part_front_matter(text) == (FrontMatter(), text, ())


@pytest.mark.parametrize(
    "text", ["---\r\ntitle: A\r\n---\r\nBody", "---  \ntitle: A\n...\nBody", "---\rtitle: A\r---\rBody"]
)
def test_line_ends_and_closing_signs(text: str) -> None:
    parted = part_front_matter(text)
    assert (parted.front.title, parted.body) == ("A", "Body")


@pytest.mark.parametrize(
    "written",
    ["2021-07-23", "'2021-07-23'", "2021-07-23T10:00:00Z", "2021-07-23 10:00", "July 23, 2021", "Friday, 23 July 2021"],
)
def test_forms_of_the_date(written: str) -> None:
    assert part_front_matter(front(f"published: {written}")).front.published == date(2021, 7, 23)


@pytest.mark.parametrize(
    ("written", "tags"),
    [("a, b c,", ("a", "b c")), ("[a, 2021, true]", ("a", "2021", "true")), ("", ()), ("\n  - a\n  - b", ("a", "b"))],
)
def test_forms_of_tags(written: str, tags: tuple[str, ...]) -> None:
    assert part_front_matter(front(f"tags: {written}")).front.tags == tags


def test_scalars_stay_as_they_are_written() -> None:
    matter = part_front_matter(front("title: 12:30", "source: NO")).front
    assert (matter.title, matter.source) == ("12:30", "NO")


@pytest.mark.parametrize("written", ["", "~", "null", "''"])
def test_values_of_nothing(written: str) -> None:
    parted = part_front_matter(front(f"title: {written}", f"published: {written}"))
    assert parted.front == FrontMatter()
    assert parted.refused == ()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["title: A", "published: 2021-02-30"],
            "line 3: published: expected a date such as 2021-07-23, not '2021-02-30'",
        ),
        (["published: yesterday"], "line 2: published: expected a date"),
        (["published: 2021-07-23 or 2021-07-24"], "line 2: published: expected a date"),
        (["published: [2021, 7]"], "line 2: published: expected text"),
        (["source: A", "title: {a: b}"], "line 3: title: expected text"),
        (["tags: {a: b}"], "line 2: tags: expected a list of words"),
        (["tags: [[a]]"], "line 2: tags: expected a list of words"),
        (["title: A: B"], "line 2: mapping values are not allowed here"),
        (["source: x", 'title: "open'], "line 4: found unexpected end of stream"),
        (
            ["title: !!python/object/apply:os.system [ls]"],
            "line 2: tags are not allowed: !!python/object/apply:os.system",
        ),
        (["title: &a x", "source: *a"], "line 2: anchors and aliases are not allowed"),
        (["title: A", "title: B"], "line 3: key given twice: title"),
        (["title: " + "[" * 1000], "line 2: nested too deeply"),
        (["just words"], "line 2: expected lines of the form 'key: value'"),
        (["- a", "- b"], "line 2: expected lines of the form 'key: value'"),
        (["title: \x1b[31m"], "line 2: a character that YAML does not allow"),
    ],
)
def test_what_is_broken_is_named_with_its_line_and_the_body_is_read(lines: list[str], expected: str) -> None:
    parted = part_front_matter(front(*lines))
    assert len(parted.refused) == 1
    assert parted.refused[0].startswith(f"front matter, {expected}")
    assert parted.body == BODY


def test_what_is_right_beside_what_is_broken_is_kept() -> None:
    parted = part_front_matter(front("title: A", "published: never", "tags: {a: b}", "url: u"))
    assert parted.front == FrontMatter(title="A", url="u")
    assert len(parted.refused) == 2


def test_thirty_thousand_brackets() -> None:
    parted = part_front_matter(front("title: A", "x: " + "[" * 30_000))
    assert parted.refused == ("front matter, line 2: longer than 16,384 characters",)
    assert parted.body == BODY


def test_front_matter_that_is_never_closed_is_body() -> None:
    text = "---\ntitle: A\n\nThey met."
    assert part_front_matter(text) == (FrontMatter(), text, ("front matter, line 1: expected a closing line '---'",))


def test_values_are_one_clean_line() -> None:
    matter = part_front_matter(front('title: "a\\e]52;c\\n  b"', "source: >", "  two", "  lines")).front
    assert (matter.title, matter.source) == ("a\ufffd]52;c b", "two lines")


def test_messages_are_safe_to_print() -> None:
    refused = part_front_matter(front('published: "\\e[2J\\n"')).refused
    assert "\x1b" not in refused[0]
    assert "\n" not in refused[0]
