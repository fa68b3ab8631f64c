"""The server of the page: what it hands out, whom it answers, and its end."""

from __future__ import annotations

import asyncio
import html
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib.resources import files
from urllib.parse import quote

from aiohttp import WSMsgType, web
from aiohttp.typedefs import Handler

from briefing.web.guard import refusal
from briefing.web.session import PATIENCE, Session

MOST_PAGES = 16
"""Pages that may be open at the same time: each is a process."""
MOST_BYTES = 1 << 20
"""The longest message that a page may send: a large paste."""
FONT_SIZE, FONT_SIZES = 15, (8, 40)

_FILES: Mapping[str, tuple[str, str, str]] = {
    "textual.js": ("textual_serve", "static/js/textual.js", "text/javascript"),
    "xterm.css": ("textual_serve", "static/css/xterm.css", "text/css"),
    "roboto-mono.ttf": ("textual_serve", "static/fonts/RobotoMono-VariableFont_wght.ttf", "font/ttf"),
    "roboto-mono-italic.ttf": ("textual_serve", "static/fonts/RobotoMono-Italic-VariableFont_wght.ttf", "font/ttf"),
    "page.css": ("briefing.web", "page.css", "text/css"),
    "page.js": ("briefing.web", "page.js", "text/javascript"),
}
"""All that a page may ask for: its name, the package it lies in, where, and what it is."""

_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
"""Nothing is asked for elsewhere, and no other page may show or read this one. The terminal puts its styles inline."""


class PageServer:
    """Answers the page's requests, and starts a dashboard for each page."""

    def __init__(self, command: Sequence[str], host: str, port: int) -> None:
        """Make a server; ``command`` draws a dashboard through :class:`briefing.tui.page_driver.PageDriver`."""
        self._command = command
        self._host = host
        self._port = port
        self._sessions: set[Session] = set()

    async def run(self, ready: Callable[[str], None]) -> None:
        """Answer until the process is told to end; ``ready`` is called with the page's address.

        Raises :class:`OSError` where the address cannot be listened on.
        """
        runner = web.AppRunner(self._application(), handle_signals=False, access_log=None, shutdown_timeout=PATIENCE)
        await runner.setup()
        ended = asyncio.Event()
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
        try:
            await web.TCPSite(runner, self._host, self._port).start()
            port = runner.addresses[0][1]
            ready(f"http://{f'[{self._host}]' if ':' in self._host else self._host}:{port}/")
            await ended.wait()
        finally:
            await asyncio.gather(*(session.stop() for session in self._sessions), return_exceptions=True)
            await runner.cleanup()

    def _application(self) -> web.Application:
        application = web.Application(middlewares=[self._guarded])
        application.add_routes(
            [web.get("/", self._page), web.get("/files/{name}", self._file), web.get("/ws", self._websocket)]
        )
        return application

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        reason = refusal(self._host, request.headers.get("Host"), request.headers.get("Origin"))
        if reason is not None:
            return web.Response(status=403, text=f"{reason}\n", headers=_HEADERS)
        try:
            response = await handler(request)
        except web.HTTPException as error:
            error.headers.update(_HEADERS)
            raise
        if not response.prepared:
            response.headers.update(_HEADERS)
        return response

    async def _page(self, request: web.Request) -> web.Response:
        page = files("briefing.web").joinpath("page.html").read_text(encoding="utf-8")
        scheme = "wss" if request.secure else "ws"
        values = {"socket": f"{scheme}://{quote(request.host, safe='[]:.')}/ws", "font_size": str(_font_size(request))}
        for name, value in values.items():
            page = page.replace(f"{{{name}}}", html.escape(value))
        return web.Response(text=page, content_type="text/html")

    async def _file(self, request: web.Request) -> web.Response:
        wanted = _FILES.get(request.match_info["name"])
        if wanted is None:
            raise web.HTTPNotFound
        package, place, kind = wanted
        body = await asyncio.to_thread(files(package).joinpath(place).read_bytes)
        return web.Response(body=body, content_type=kind)

    async def _websocket(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Origin") is None:
            raise web.HTTPForbidden(text="only for the page itself\n")
        if len(self._sessions) >= MOST_PAGES:
            raise web.HTTPServiceUnavailable(text="too many pages are open\n")
        socket = web.WebSocketResponse(heartbeat=15, max_msg_size=MOST_BYTES)
        session = Session(self._command, write_bytes=socket.send_bytes, write_str=socket.send_str, close=socket.close)
        self._sessions.add(session)
        try:
            await socket.prepare(request)
            await session.start(_number(request, "width", 80), _number(request, "height", 24))
            async for message in socket:
                if message.type == WSMsgType.TEXT:
                    await session.take(message.data)
        finally:
            await session.stop()
            self._sessions.discard(session)
        return socket


def _font_size(request: web.Request) -> int:
    least, most = FONT_SIZES
    return min(max(_number(request, "fontsize", FONT_SIZE), least), most)


def _number(request: web.Request, name: str, default: int) -> int:
    text = request.query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def serve(command: Sequence[str], host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve the page until the process is told to end.

    ``ready`` is called with the page's address as soon as it can be opened. Raises :class:`OSError` where the address
    cannot be listened on.
    """
    asyncio.run(PageServer(command, host, port).run(ready))
