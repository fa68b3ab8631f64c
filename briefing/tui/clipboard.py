"""The clipboards of the platforms, for terminals that do not take text themselves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

SECONDS = 3


def platform_tool(environment: Mapping[str, str], platform: str = sys.platform) -> Sequence[str] | None:
    """Return the command that takes text for the clipboard on this platform, or null where there is none."""
    tools: list[Sequence[str]] = []
    if platform == "darwin":
        tools = [("pbcopy",)]
    elif platform == "win32":
        tools = [("clip.exe",)]
    if environment.get("WAYLAND_DISPLAY"):
        tools.append(("wl-copy",))
    if environment.get("DISPLAY"):
        tools += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    if environment.get("WSL_DISTRO_NAME"):
        tools.append(("clip.exe",))
    return next((tool for tool in tools if shutil.which(tool[0])), None)


def copy_with_tool(text: str) -> str | None:
    """Give a text to the platform's own clipboard; return the tool's name, or null where none took it."""
    tool = platform_tool(os.environ)
    if tool is None:
        return None
    encoding = "utf-16" if tool[0] == "clip.exe" else "utf-8"
    try:
        subprocess.run(  # noqa: S603 - a fixed command, the text goes to its standard input
            tool,
            input=text.encode(encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return tool[0]
