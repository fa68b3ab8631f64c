"""The server in a process of its own, and a real browser."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

CHECKOUT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
PATIENCE = 60.0

ARTICLE = """Russia and the United States to talk about arms control

WASHINGTON, July 23, 2021 (AP) — Russia wants limits on U.S. missile defenses, Deputy Foreign Minister Sergey Ryabkov \
said on Friday.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "talks.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def environment_of(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BRIEFING_", "XDG_", "NO_COLOR"))}
    folders = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_DATA_HOME": home / "data"}
    return kept | {name: str(folder) for name, folder in folders.items()} | {"PYTHONPATH": str(CHECKOUT)}


class Serve:
    """``briefing serve`` in a process of its own."""

    process: subprocess.Popen[str]

    def __init__(self, home: Path, articles: Path) -> None:
        self._environment = environment_of(home)
        self._articles = articles

    def __call__(self, *options: str) -> str:
        """Start it and return the address that it tells."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "briefing", "serve", str(self._articles), "--port", "0", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=self._environment,
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("the dashboard is at "):
                return line.split()[4]
        raise AssertionError(self.process.wait())


@pytest.fixture
def served(tmp_path: Path, articles: Path) -> Iterator[Serve]:
    serve = Serve(tmp_path / "home", articles)
    yield serve
    serve.process.terminate()
    assert serve.process.wait(PATIENCE) in {0, -9}
    assert serve.process.stdout is not None
    serve.process.stdout.close()


class Page:
    """A page of a headless Chromium, driven through its debugging protocol."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, dict[str, Any]] = {}
        self.asked_for: list[str] = []
        """The address of everything that the page asked for."""
        self.drawn = ""
        """All that the dashboard drew, as it was sent."""
        self.complaints: list[str] = []

    async def do(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        while number not in self._answers:
            await self._listen()
        answer = self._answers.pop(number)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    async def value(self, expression: str) -> Any:
        return (await self.do("Runtime.evaluate", expression=expression, awaitPromise=True))["result"].get("value")

    async def wait_for_drawn(self, text: str) -> None:
        end = time.monotonic() + PATIENCE
        while text not in self.drawn:
            assert time.monotonic() < end, (self.complaints, self.drawn[-2000:])
            await self._listen()

    async def wait_until(self, expression: str) -> None:
        end = time.monotonic() + PATIENCE
        while not await self.value(expression):
            assert time.monotonic() < end, expression
            await asyncio.sleep(0.05)

    async def press(self, key: str) -> None:
        await self.do("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        await self.do("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def _listen(self) -> None:
        message = await self._socket.receive(PATIENCE)
        assert message.type == WSMsgType.TEXT, message
        event = json.loads(message.data)
        parameters = event.get("params", {})
        if "id" in event:
            self._answers[event["id"]] = event
        elif event["method"] == "Network.requestWillBeSent":
            self.asked_for.append(parameters["request"]["url"])
        elif event["method"] == "Network.webSocketCreated":
            self.asked_for.append(parameters["url"])
        elif event["method"] == "Network.webSocketFrameReceived" and parameters["response"]["opcode"] == 2:
            self.drawn += base64.b64decode(parameters["response"]["payloadData"]).decode("utf-8", "replace")
        elif event["method"] == "Log.entryAdded":
            self.complaints.append(parameters["entry"]["text"])
        elif event["method"] == "Runtime.exceptionThrown":
            self.complaints.append(parameters["exceptionDetails"]["exception"]["description"])


@asynccontextmanager
async def browsing(folder: Path) -> AsyncIterator[Page]:
    """Open a headless Chromium with a folder of its own, and yield an empty page of it."""
    assert CHROMIUM is not None
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--no-first-run"]
    options += ["--disable-background-networking", "--disable-dev-shm-usage", "--disable-extensions"]
    process = await asyncio.create_subprocess_exec(
        CHROMIUM,
        *options,
        "--remote-debugging-port=0",
        f"--user-data-dir={folder}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        told = folder / "DevToolsActivePort"
        end = time.monotonic() + PATIENCE
        while not told.exists() or len(told.read_text(encoding="ascii").splitlines()) < 2:
            assert time.monotonic() < end
            await asyncio.sleep(0.05)
        port = told.read_text(encoding="ascii").splitlines()[0]
        async with ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json") as answer:
                (target,) = [each for each in await answer.json() if each["type"] == "page"]
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                page = Page(socket)
                for domain in ("Network", "Page", "Runtime", "Log"):
                    await page.do(f"{domain}.enable")
                yield page
    finally:
        process.terminate()
        await process.wait()
