"""The least that a Textual application can be: one text, and one key that changes it."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Trivial(App[None]):
    """One text."""

    def compose(self) -> ComposeResult:
        """Show it."""
        yield Static("a trivial application", id="text")

    def on_key(self) -> None:
        """Change it."""
        self.query_one("#text", Static).update("answered")


if __name__ == "__main__":
    Trivial().run()
