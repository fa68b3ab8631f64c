import os
import random
import threading
from pathlib import Path

import pytest

from briefing.reading.decoding import UnreadableError, decode, read_bytes

TEXT = "Zelenskyy’s “offer” — café, Île, naïve\n"


def refusal(data: bytes, max_bytes: int = 5_000_000) -> str:
    with pytest.raises(UnreadableError) as caught:
        decode(data, max_bytes)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf_16_of_either_order(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding)) == TEXT


def test_line_ends_are_left_to_cleaning() -> None:
    assert decode(b"a\r\nb") == "a\r\nb"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", "\u00a0\n".encode()])
def test_nothing_to_read(data: bytes) -> None:
    assert refusal(data) == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02\x03",
        b"abc\x00def",
        "no mark".encode("utf-16-le"),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(128, 160)),
        b"caf\xe9" + b"\x01\x02\x03",
        random.Random(1).randbytes(4096),
        random.Random(2).randbytes(4096).replace(b"\0", b""),
    ],
)
def test_binary_data(data: bytes) -> None:
    assert refusal(data) == "binary"


def test_a_stray_nul_and_escape_sequences_are_text() -> None:
    text = "The ministers met. " * 20 + "\x00\x1b[31mred\x1b[0m"
    assert decode(text.encode()) == text


def test_bytes_that_windows_1252_does_not_know() -> None:
    assert refusal(b"caf\xe9 \x81\x8d") == "undecodable: neither UTF-8 nor Windows-1252"


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfcaf\xe9", b"\xff\xfea", b"\xfe\xff\xd8\x00\x00a"])
def test_a_byte_order_mark_binds(data: bytes) -> None:
    assert refusal(data).startswith("undecodable: not UTF-")


@pytest.mark.parametrize(
    ("limit", "words"), [(5_000_000, "5 MB"), (1_500_000, "1.5 MB"), (2_000, "2 kB"), (10, "10 bytes")]
)
def test_oversized_data(limit: int, words: str) -> None:
    assert decode(b"x" * limit, limit) == "x" * limit
    assert refusal(b"x" * (limit + 1), limit) == f"larger than {words}"


def test_no_more_than_the_bound_is_read_into_memory(tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    file.write_bytes(b"x" * 1000)
    assert len(read_bytes(file, 10)) == 11


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be read"):
        read_bytes(tmp_path / "nothing.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        read_bytes(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
def test_a_pipe_without_a_writer_does_not_hold_up(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    reasons: list[str] = []

    def read() -> None:
        try:
            read_bytes(pipe)
        except UnreadableError as error:
            reasons.append(str(error))

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(10)
    assert reasons == ["a pipe, not a regular file"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device")
def test_a_device() -> None:
    with pytest.raises(UnreadableError, match="device"):
        read_bytes(Path("/dev/zero"))
