"""Whom the server answers."""

from __future__ import annotations

import pytest

from briefing.web.guard import is_loopback, refusal

FOREIGN_NAME, FOREIGN_SITE = "not the name of this server", "asked for by another site"


@pytest.mark.parametrize(
    ("listening_on", "host", "origin", "expected"),
    [
        ("127.0.0.1", "127.0.0.1:8000", None, None),
        ("127.0.0.1", "localhost:8000", None, None),
        ("127.0.0.1", "LOCALHOST:8000", "http://localhost:8000", None),
        ("127.0.0.1", "localhost:9000", "http://localhost:9000", None),
        ("::1", "[::1]:8000", "http://[::1]:8000", None),
        ("127.0.0.1", "localhost", "https://localhost:80", None),
        ("127.0.0.1", None, None, FOREIGN_NAME),
        ("127.0.0.1", "", None, FOREIGN_NAME),
        ("127.0.0.1", "evil.example:8000", None, FOREIGN_NAME),
        ("127.0.0.1", "localhost.evil.example:8000", None, FOREIGN_NAME),
        ("127.0.0.1", "localhost:8000@evil.example", None, FOREIGN_NAME),
        ("127.0.0.1", "localhost:8000/../", None, FOREIGN_NAME),
        ("127.0.0.1", "localhost:port", None, FOREIGN_NAME),
        ("127.0.0.1", "[::1", None, FOREIGN_NAME),
        ("127.0.0.1", "192.0.2.7:8000", None, FOREIGN_NAME),
        ("127.0.0.1", "localhost:8000", "http://evil.example", FOREIGN_SITE),
        ("127.0.0.1", "localhost:8000", "http://localhost:3000", FOREIGN_SITE),
        ("127.0.0.1", "localhost:8000", "http://127.0.0.1:8000", FOREIGN_SITE),
        ("127.0.0.1", "localhost:8000", "null", FOREIGN_SITE),
        ("127.0.0.1", "localhost:8000", "", FOREIGN_SITE),
        ("127.0.0.1", "localhost:8000", "file://localhost:8000", FOREIGN_SITE),
        ("0.0.0.0", "192.0.2.7:8000", "http://192.0.2.7:8000", None),
        ("0.0.0.0", "desk.example:8000", None, FOREIGN_NAME),
        ("desk.example", "Desk.example:8000", "http://desk.example:8000", None),
        ("desk.example", "evil.example:8000", None, FOREIGN_NAME),
    ],
)
def test_only_the_page_itself_is_answered(
    listening_on: str, host: str | None, origin: str | None, expected: str | None
) -> None:
    assert refusal(listening_on, host, origin) == expected


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.0.0.2", "::1"])
def test_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example", ""])
def test_not_loopback(host: str) -> None:
    assert not is_loopback(host)
