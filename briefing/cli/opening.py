"""``briefing`` alone or with paths: the dashboard, or the lists where there is no terminal to draw it on."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from briefing.cli.building import WRONG_USE, check_seeds, library_of, readable_briefing, standard_input
from briefing.cli.output import Stop, complain
from briefing.config.settings import Settings
from briefing.memory.notebook import Notebook
from briefing.model import Briefing
from briefing.paths import user_memory

QUICK_BYTES = 2_000_000
"""A kept briefing up to this size is opened before the first paint, which then shows it: a thousand articles."""
TERMINAL = "CONIN$" if os.name == "nt" else "/dev/tty"


def open_briefing(settings: Settings, reread: Callable[[], Settings]) -> int:
    """Open the dashboard on the configured seeds, or print its lists where standard output is no terminal.

    ``reread`` reads the configuration again. Returns the exit code.
    """
    if not settings.in_browser and (sys.stdout is None or not sys.stdout.isatty()):
        from briefing.cli.listing import say_lists  # noqa: PLC0415 - the dashboard does without

        say_lists(readable_briefing(settings))
        return 0
    check_seeds(settings)
    given = standard_input(settings)
    if not settings.in_browser:
        _take_keys_from_terminal()
        _draw_on_terminal()
    gc.disable()  # until the first paint: a look at all that was just made would find nothing, and cost a tenth of it

    from briefing import pipeline  # noqa: PLC0415 - not for what ends before reading
    from briefing.pipeline.watching import changes  # noqa: PLC0415
    from briefing.tui.app import run  # noqa: PLC0415 - Textual is imported only to be seen

    library = library_of(settings)
    known = pipeline.recall(settings, library, standard_input=given, most_bytes=QUICK_BYTES)
    notebook = Notebook(user_memory(), keeps=not settings.in_browser) if settings.keep_library else None
    settings = replace(settings, notices=(*settings.notices, *library.notices))

    def load(*, settings: Settings, **told: Any) -> Briefing:
        return pipeline.build(settings, library, standard_input=given, **told)

    code = run(settings, load, known, changes if settings.watch else None, reread, notebook)
    library.close()
    for notice in notebook.notices if notebook else ():
        complain(notice)
    return code


def _take_keys_from_terminal() -> None:
    if sys.stdin is not None and sys.stdin.isatty():
        return
    try:
        terminal = os.open(TERMINAL, os.O_RDWR)
        os.dup2(terminal, 0)
    except OSError:
        raise Stop(WRONG_USE, "no terminal to take keys from") from None


def _draw_on_terminal() -> None:
    # Textual draws on standard error, which may go to a file.
    if sys.stderr is None or not sys.stderr.isatty():
        os.dup2(sys.stdout.fileno(), 2)
