"""What leaves the dashboard: words for the clipboard, and files for the person's own editor."""

from __future__ import annotations

import subprocess
from pathlib import Path

from textual import work
from textual.app import SuspendNotSupported

from briefing.model import Document
from briefing.tui.clipboard import copy_with_tool
from briefing.tui.editor import editor_command
from briefing.tui.look import LookApp
from briefing.untrusted.cleaning import clean_text


class HandingOutApp(LookApp):
    """An application that copies and opens files in an editor, and says how it went.

    ``hands_off``: who looks may not be who owns the machine (a web page). All that writes a file or starts a program
    asks :meth:`is_refused` first.
    """

    hands_off = False

    def is_refused(self, what: str) -> bool:
        """Return whether this may not be done from here, and say so: ``what`` begins the sentence."""
        if self.hands_off:
            self.toast(f"{what} is off in the browser: from here nothing is written", warning=True)
        return self.hands_off

    def action_copy_or_quit(self) -> None:
        """Copy the selected text, else quit."""
        selected = self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
        else:
            self.exit(0)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy through the terminal and with the platform's own tool, and say how it went."""
        text = clean_text(text)
        super().copy_to_clipboard(text)
        if self.hands_off:  # the machine's own clipboard is not that of who looks
            self.toast(f"copied: {text[:160]}")
        else:
            self._copy_with_tool(text)

    @work(thread=True, exclusive=True, exit_on_error=False, group="copy")
    def _copy_with_tool(self, text: str) -> None:
        tool = copy_with_tool(text)
        how = f"with {tool}, and through the terminal (OSC 52)" if tool else "through the terminal (OSC 52)"
        self.call_from_thread(self.toast, f"copied {how}: {text[:160]}")

    def edit(self, document: Document, offset: int) -> None:
        """Open a document's file in the person's editor, at the line of an offset of its text."""
        if self.is_refused("the editor"):
            return
        if document.file is None:
            self.toast(f"{document.path} is no file on disk", warning=True)
            return
        line = document.text.count("\n", 0, offset) + 1
        try:
            command = editor_command(Path(document.file), line)
            if command is None:
                self.toast("no editor found: set EDITOR", warning=True)
                return
            with self.suspend():
                subprocess.run(command, check=False)  # noqa: S603 - the person's own editor
        except SuspendNotSupported:
            self.toast("this terminal cannot be lent to an editor", warning=True)
        except (OSError, ValueError) as error:
            self.toast(f"EDITOR: {error}", warning=True)
