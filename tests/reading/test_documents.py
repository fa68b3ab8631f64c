import hashlib
import os
import pickle
from pathlib import Path

import pytest

from briefing.model import Document, Skipped
from briefing.reading.discovery import find_files
from briefing.reading.documents import Reading, merge_same_texts, read_data, read_file, read_text

ARTICLE = """\
Envoys resume talks in Vienna

VIENNA, Austria (AP) — Negotiators from Iran met on Tuesday. “We’re close,” one said.

They parted at noon.
"""


def document_of(reading: Reading) -> Document:
    assert reading.document is not None
    return reading.document


def sentences(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.sentences]


def test_a_document() -> None:
    document = read_text(ARTICLE, path="2021-07-20-vienna.txt")
    digest = hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert (document.id, document.text_sha256, document.text) == (digest[:12], digest, ARTICLE)
    assert document.title == "Envoys resume talks in Vienna"
    assert (document.dateline, document.publisher) == ("VIENNA, Austria", "AP")
    assert sentences(document) == [
        "Envoys resume talks in Vienna",
        "VIENNA, Austria (AP) — Negotiators from Iran met on Tuesday.",
        "“We’re close,” one said.",
        "They parted at noon.",
    ]
    assert document.file is None


def test_front_matter_is_taken_off_markdown_alone() -> None:
    text = "---\ntitle: Talks\ntags: [a]\nurl: u\n---\n" + ARTICLE
    document = read_text(text, path="a.MD")
    assert (document.title, document.tags, document.url, document.text) == ("Talks", ("a",), "u", ARTICLE)
    assert read_text(text, path="a.txt").text == text


def test_front_matter_is_taken_off_standard_input() -> None:
    reading = read_data(b"---\ntitle: Talks\n---\nThey met.", "-")
    assert document_of(reading).title == "Talks"


def test_control_characters_are_replaced_once_for_all() -> None:
    document = read_text("Talks \x1b]52;c;aGk=\x07 resume\r\n\r\nThey \u202emet\u2069.\x9b")
    assert document.text == "Talks \ufffd]52;c;aGk=\ufffd resume\n\nThey \ufffdmet\ufffd.\ufffd"
    assert document.title == "Talks \ufffd]52;c;aGk=\ufffd resume"


def test_a_byte_order_mark_in_a_given_text_is_dropped() -> None:
    assert read_text("\ufeffThey met.").text == "They met."


def test_lone_surrogates_in_a_given_text_are_replaced() -> None:
    assert read_text("They met\ud800.").text == "They met\ufffd."


@pytest.mark.parametrize(
    ("text", "path", "title"),
    [
        ("# Talks in **Vienna**, [sources](http://a.b) say\n\nThey met.", "a.md", "Talks in Vienna, sources say"),
        ("[EU] [sic] and [/] stay\n\nThey met.", "a.txt", "[EU] [sic] and [/] stay"),
        ("They met. They parted.", "a.txt", "They met."),
        ("By Jane Roe\n\nThey met. They parted.", "a.txt", "They met."),
        (f"They met {'and talked ' * 40}.", "a.txt", f"They met {'and talked ' * 7}and talked…"),
        ("x" * 500 + ".", "a.txt", "x" * 99 + "…"),
        ("...", "deep/vienna-talks.txt", "vienna-talks"),
        ("", "", "Untitled"),
    ],
)
def test_titles(text: str, path: str, title: str) -> None:
    assert read_text(text, path=path).title == title


@pytest.mark.parametrize(
    ("paragraphs", "dateline"),
    [
        (["Talks", "Yokosuka Naval Base", "Tokyo, Japan", "They met."], "Tokyo, Japan"),
        (["Talks", "December 7, 2021 20:15 Vienna", "They met."], "Vienna"),
        (["Talks", "VIENNA (AP) —", "They met."], "VIENNA"),
        (["Talks", "Summary: they met.", "VIENNA, July 23 (Reuters) - They met."], "VIENNA"),
        (["Talks", "They met. GENEVA — They parted."], None),
    ],
)
def test_datelines(paragraphs: list[str], dateline: str | None) -> None:
    assert read_text("\n\n".join(paragraphs)).dateline == dateline


def test_known_noise_of_saved_copies() -> None:
    text = (
        'Prime Minister\u200e Haider met the U. N. envoy on Thurday. He described it as"threatening".\n\n'
        "Costs rose to 3\u00a0million.\u00a0 No more .\n\n###\n"
    )
    assert sentences(read_text(text)) == [
        "Prime Minister\u200e Haider met the U. N. envoy on Thurday.",
        'He described it as"threatening".',
        "Costs rose to 3\u00a0million.",
        "No more .",
    ]


def test_a_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    document = document_of(read_file(file, "sub/a.txt"))
    assert (document.text, document.path, document.file) == (ARTICLE, "sub/a.txt", str(file))


def test_the_same_words_in_any_encoding_are_the_same_text() -> None:
    readings = [read_data(ARTICLE.encode(encoding), "a.txt") for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252")]
    assert {document_of(reading).text_sha256 for reading in readings} == {document_of(readings[0]).text_sha256}


def test_broken_front_matter_is_named_and_the_body_is_read() -> None:
    reading = read_data(b"---\ntitle: A\npublished: 2021-02-30\n---\nThey met.", "a.md")
    assert document_of(reading).text == "They met."
    assert reading.skipped == (
        Skipped("a.md", "front matter, line 3: published: expected a date such as 2021-07-23, not '2021-02-30'"),
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"---\ntitle: A\n---\n \n", "empty"),
        (b"###\n...", "empty"),
        (b"\x00\x01\x02", "binary"),
        (b"caf\xe9 \x81", "undecodable: neither UTF-8 nor Windows-1252"),
        (b"x" * 1001, "larger than 1 kB"),
    ],
)
def test_data_that_is_not_read(data: bytes, reason: str) -> None:
    assert read_data(data, "a\x1b.md", 1000) == Reading(None, (Skipped("a\ufffd.md", reason),))


def test_a_file_that_is_not_read(tmp_path: Path) -> None:
    reading = read_file(tmp_path / "gone.txt", "gone.txt")
    assert reading.document is None
    assert reading.skipped[0].path == "gone.txt"
    assert reading.skipped[0].reason.startswith("cannot be read")


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    file.chmod(0)
    assert read_file(file, "a.txt").skipped[0].reason.startswith("cannot be read")


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
def test_a_pipe_put_where_a_file_was_found(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    (candidate,) = find_files([tmp_path]).candidates
    file.unlink()
    os.mkfifo(file)
    assert "pipe" in read_file(*candidate).skipped[0].reason


def test_results_can_be_sent_between_processes() -> None:
    reading = read_data(ARTICLE.encode(), "a.txt")
    assert pickle.loads(pickle.dumps(reading)) == reading
    assert pickle.loads(pickle.dumps(read_file)) is read_file


def test_the_same_text_twice_is_one_document() -> None:
    documents = [read_text(ARTICLE, path=path) for path in ("b.txt", "a.txt", "c.txt")]
    other = read_text("They met.", path="d.txt")
    merged = merge_same_texts([documents[0], other, *documents[1:]])
    assert [(document.path, document.also_in) for document in merged] == [("b.txt", ("a.txt", "c.txt")), ("d.txt", ())]


def test_of_the_same_text_the_file_that_knows_its_date_is_kept() -> None:
    named = read_text(ARTICLE, path="2021-07-20-a.txt")
    fronted = read_text("---\npublished: 2021-07-21\n---\n" + ARTICLE, path="a.md")
    merged = merge_same_texts([read_text(ARTICLE, path="a.txt"), named, fronted])
    assert [(document.path, str(document.published)) for document in merged] == [("a.md", "2021-07-21")]
    assert merged[0].also_in == ("a.txt", "2021-07-20-a.txt")
