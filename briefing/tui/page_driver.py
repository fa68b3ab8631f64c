"""The driver that draws on a web page, through the server that started this process."""

from __future__ import annotations

from textual import messages
from textual.drivers.web_driver import WebDriver


class PageDriver(WebDriver):
    """Textual's driver for pages, which also ends with its server and hands no file over."""

    def run_input_thread(self) -> None:
        """Take keys until the application or the server ends."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Take word from the page."""
        if packet_type != "deliver_chunk_request":
            super().on_meta(packet_type, payload)
