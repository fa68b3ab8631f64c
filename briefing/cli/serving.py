"""``briefing serve``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from briefing.cli.building import WRONG_USE, check_seeds
from briefing.cli.output import Stop, complain, say
from briefing.config.settings import STANDARD_INPUT, Settings
from briefing.web.guard import is_loopback


def serve_dashboard(settings: Settings, arguments: Sequence[str], host: str, port: int) -> None:
    """Serve the dashboard that ``briefing`` opens with some arguments, until ctrl+c.

    Raises :class:`Stop` where that cannot be.
    """
    try:
        from briefing.web.server import serve  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        needs = "briefing serve needs the extra `serve`: pip install 'briefing[serve]'"
        raise Stop(WRONG_USE, f"{needs} ({missing} is not installed)") from None
    if STANDARD_INPUT in settings.seeds:
        raise Stop(WRONG_USE, "-: a page cannot read standard input; name files or folders")
    check_seeds(settings)
    for notice in settings.notices:
        complain(notice)
    if not is_loopback(host):
        complain(f"{host}: whoever reaches this machine can read these articles; there is no password")
    try:
        serve([sys.executable, "-P", "-m", "briefing", "--in-browser", *arguments], host, port, _say_address)
    except OSError as error:
        raise Stop(WRONG_USE, f"cannot listen on {host}, port {port}: {error.strerror or error}") from None


def _say_address(address: str) -> None:
    say(f"the dashboard is at {address} (ctrl+c ends it)")
    sys.stdout.flush()
