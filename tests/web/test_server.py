"""What the server hands out, and to whom."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientTimeout, ClientWebSocketResponse, WSMsgType, WSServerHandshakeError

from tests.web.conftest import PATIENCE, Serve, environment_of

FOREIGN = {"Host": "evil.example"}, {"Origin": "http://evil.example"}


@asynccontextmanager
async def opened(session: ClientSession, address: str, size: str = "") -> AsyncIterator[ClientWebSocketResponse]:
    own = {"Origin": address.rstrip("/")}
    async with session.ws_connect(f"{address}ws{size}", headers=own) as page:
        yield page


async def drawn(page: ClientWebSocketResponse, text: str) -> None:
    """Wait until the dashboard has drawn a text."""
    seen = b""
    async with asyncio.timeout(PATIENCE):
        while text.encode() not in seen:
            message = await page.receive()
            assert message.type in {WSMsgType.BINARY, WSMsgType.TEXT}
            seen += message.data if message.type == WSMsgType.BINARY else b""


linux = pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks for processes as Linux shows them")


def dashboards(articles: Path) -> int:
    """Return how many processes draw articles on a page."""
    commands = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            commands.append((folder / "cmdline").read_bytes())
    return sum(b"--in-browser" in command and bytes(articles) in command for command in commands)


async def until_none_is_left(articles: Path) -> None:
    async with asyncio.timeout(PATIENCE):
        while dashboards(articles):
            await asyncio.sleep(0.05)


async def test_the_page_is_for_itself_alone(served: Serve) -> None:
    address = served()
    async with ClientSession(timeout=ClientTimeout(PATIENCE)) as session:
        async with session.get(address) as answer:
            page = await answer.text()
            assert answer.status == 200
            policy = answer.headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'none'; script-src 'self'; ")
            assert "'none'" in policy.partition("frame-ancestors")[2]
        assert f"{address.replace('http', 'ws')}ws" in page
        assert "//" not in re.sub(r"ws://127.0.0.1:\d+/ws", "", page), "the page names no other address"
        for name in ("page.css", "page.js", "xterm.css", "textual.js", "roboto-mono.ttf"):
            async with session.get(f"{address}files/{name}") as answer:
                assert answer.status == 200
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
        for place in ("files/", "files/server.py", "files/..%2fserver.py", "static/", "download/x"):
            async with session.get(f"{address}{place}") as answer:
                assert answer.status == 404
        for headers in FOREIGN:
            for place in ("", "files/page.js", "ws", "nothing"):
                async with session.get(f"{address}{place}", headers=headers) as answer:
                    assert answer.status == 403
            with pytest.raises(WSServerHandshakeError, match="403"):
                await session.ws_connect(f"{address}ws", headers=headers)
        with pytest.raises(WSServerHandshakeError, match="403"):
            await session.ws_connect(f"{address}ws")


@linux
async def test_a_dashboard_ends_with_its_page_whatever_the_page_sends(served: Serve, articles: Path) -> None:
    address = served()
    async with ClientSession() as session, opened(session, address, "?width=999999&height=-4") as page:
        for sent in ("no json", "[]", "{}", '["stdin"]', '["stdin", 5]', '["resize", {"width": 1e400}]', "[[]]"):
            await page.send_str(sent)
        await page.send_str('["resize", {"width": 900000, "height": 36}]')
        await drawn(page, "Ryabkov")
        assert dashboards(articles) == 1
    await until_none_is_left(articles)


@linux
async def test_a_dashboard_ends_with_a_server_that_is_killed(served: Serve, articles: Path) -> None:
    address = served()
    async with ClientSession() as session, opened(session, address) as page:
        await drawn(page, "Ryabkov")
        served.process.kill()
        await until_none_is_left(articles)


def serving(tmp_path: Path, *arguments: str, code: str = "pass") -> tuple[int, str]:
    run = f"import sys; {code}; from briefing.__main__ import main; sys.exit(main())"
    command = [sys.executable, "-c", run, "serve", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment_of(tmp_path), check=False)
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_without_the_extra_a_line_says_what_to_install(tmp_path: Path) -> None:
    for missing in ("aiohttp", "textual_serve.app_service"):
        expected = "briefing: briefing serve needs the extra `serve`: pip install 'briefing[serve]' "
        code, said = serving(tmp_path, code=f"sys.modules['{missing}'] = None")
        assert code == 2
        assert said == f"{expected}({missing.partition('.')[0]} is not installed)\n"


def test_a_page_reads_no_standard_input(tmp_path: Path) -> None:
    expected = "briefing: -: a page cannot read standard input; name files or folders\n"
    assert serving(tmp_path, "-") == (2, expected)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = serving(tmp_path, "--port", str(port))
    assert code == 2
    assert said.startswith(f"briefing: cannot listen on 127.0.0.1, port {port}: ")
    assert said.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_others_are_let_in_only_with_a_warning(served: Serve) -> None:
    assert served("--host", "0.0.0.0").startswith("http://0.0.0.0:")
