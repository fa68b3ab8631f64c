"""The ``briefing`` command's first steps: ``--version`` at once, and the ends that are no errors."""

from __future__ import annotations

import gc
import os
import sys

from briefing.version import __version__


def main() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"briefing {__version__}\n")
        return 0
    collect_seldom()
    try:
        from briefing.cli.command import run  # noqa: PLC0415 - --version must not wait for it

        code = run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # What is still buffered has no reader; without this the interpreter would complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def collect_seldom() -> None:
    """Look for garbage in cycles less often: of thousands of articles there are millions of objects and hardly any."""
    gc.set_threshold(100_000, 50, 100)


if __name__ == "__main__":
    sys.exit(main())
