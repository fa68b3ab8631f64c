"""One open page: the dashboard that was started for it, and the words between the two."""

from __future__ import annotations

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

DRIVER = "briefing.tui.page_driver:PageDriver"
PATIENCE = 3.0
"""Seconds that a dashboard is given to end."""
COLUMNS, ROWS = (20, 500), (5, 300)
"""The least and the most that a page may ask for."""


class Session(AppService):
    """A dashboard in a process of its own, started without a shell, that ends when its page is closed."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[object]],
    ) -> None:
        async def end() -> None:
            await close()

        super().__init__(
            command[0],
            write_bytes=write_bytes,
            write_str=write_str,
            close=end,
            download_manager=DownloadManager(),
        )
        self._arguments = command

    async def start(self, width: int, height: int) -> None:
        """Start the dashboard in a size."""
        await super().start(_within(width, COLUMNS), _within(height, ROWS))

    async def set_terminal_size(self, width: int, height: int) -> None:
        """Give the dashboard another size."""
        await super().set_terminal_size(_within(width, COLUMNS), _within(height, ROWS))

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(width, height)
        environment |= {"TEXTUAL_DRIVER": DRIVER, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        return {name: value for name, value in environment.items() if name not in {"TEXTUAL", "TEXTUAL_LOG"}}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        self._process = await asyncio.create_subprocess_exec(
            *self._arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=self._build_environment(width, height)
        )
        assert self._process.stdin is not None
        self._stdin = self._process.stdin
        return self._process

    async def run(self) -> None:
        """Hand on what the dashboard draws, and close the page when it ends."""
        await super().run()
        await self.remote_close()

    async def on_meta(self, data: bytes) -> None:
        """Take word from the dashboard: nothing but its end; it opens no address and hands no file over."""
        if json.loads(data).get("type") == "exit":
            await self.remote_close()

    async def on_packed(self, payload: bytes) -> None:
        """Take nothing: no file is handed over."""

    async def take(self, text: str) -> None:
        """Hand a message of the page on; what is none is passed over."""
        try:
            kind, *said = json.loads(text)
            if kind == "stdin":
                await self.send_bytes(said[0].encode("utf-8", "ignore"))
            elif kind == "resize":
                await self.set_terminal_size(int(said[0]["width"]), int(said[0]["height"]))
            elif kind == "ping":
                await self.remote_write_str(json.dumps(["pong", str(said[0])[:40]]))
            elif kind == "blur":
                await self.blur()
            elif kind == "focus":
                await self.focus()
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError):
            return

    async def stop(self) -> None:
        """Ask the dashboard to end, and end it where it does not."""
        process = self._process
        if process is None:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await super().stop()
                await process.wait()
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


def _within(number: int, bounds: tuple[int, int]) -> int:
    least, most = bounds
    return min(max(number, least), most)
