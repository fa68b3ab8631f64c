"""Shell completion: the scripts for bash, zsh and fish, and the answers that they ask for.

Nothing is read for an answer: what stands in the articles comes from the kept briefing, or there is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

import click
from click.shell_completion import BashComplete, CompletionItem, FishComplete, ShellComplete, ZshComplete

from briefing import paths
from briefing.cli.options import COMPLETION_VARIABLE, SHELLS, Given
from briefing.cli.output import Stop
from briefing.config.settings import STANDARD_INPUT, ConfigError
from briefing.export.formats import FORMATS
from briefing.model import Briefing

MOST_BYTES = 4_000_000
"""A kept briefing larger than this would take too long for a key that is pressed."""
_NO_WORD = re.compile(r"[*?\[\]\x00-\x1f]")
"""What would not reach the command line as it stands."""
_BASH_SPECIAL = re.compile(r"([^\w@%+=:,./-])")


def script(shell: str, command: click.Command) -> str:
    """Return what a shell is to read at its start."""
    return ShellComplete.source(
        _completer(shell, command)
    )  # not its own: that of bash starts a bash to ask its version


def answer(asked: str, command: click.Command) -> int:
    """Print what may stand where the cursor is; ``asked`` is like ``bash_complete``. Return the exit code."""
    shell, _, what = asked.partition("_")
    if shell not in SHELLS or what != "complete":
        return 1
    with suppress(click.ClickException, ConfigError, Stop, OSError):
        click.echo(_completer(shell, command).complete().encode())  # not as text: Windows would write CRLF
    return 0


class _Bash(BashComplete):
    """Bash takes a word as it would be typed, after the script's ``read`` has taken one backslash of two."""

    def format_completion(self, item: CompletionItem[Any]) -> str:
        value = _BASH_SPECIAL.sub(r"\\\\\1", item.value) if item.type == "plain" else item.value
        return f"{item.type},{value}"


def _completer(shell: str, command: click.Command) -> ShellComplete:
    kinds: Mapping[str, type[ShellComplete]] = {"bash": _Bash, "zsh": ZshComplete, "fish": FishComplete}
    return kinds[shell](command, {}, "briefing", COMPLETION_VARIABLE)


def offers(what: str, context: click.Context, begun: str) -> list[CompletionItem[str]]:
    """Return what may stand where ``begun`` does; ``what`` is a key of :data:`_WORDS`, or ``files``."""
    if what == "files":
        return [CompletionItem(begun, type="file")]
    words = dict.fromkeys(word for word in _WORDS[what](context) if not _NO_WORD.search(word))
    return [CompletionItem(word) for word in words if word.casefold().startswith(begun.casefold())]


def _themes(_: click.Context) -> Iterator[str]:
    for folder in (paths.shipped_themes(), paths.user_themes()):
        yield from sorted(file.stem for file in folder.glob("*.yaml"))


def _kinds(_: click.Context) -> Iterable[str]:
    from briefing.lookup import KINDS  # noqa: PLC0415 - it brings all of search

    return KINDS


def _disputes(context: click.Context) -> Iterable[str]:
    return [dispute.id for dispute in _given(context).settings().disputes]


def _publishers(context: click.Context) -> Iterable[str]:
    briefing = _kept(context)
    return sorted({document.publisher for document in briefing.documents if document.publisher}) if briefing else ()


def _names(context: click.Context) -> Iterator[str]:
    """Yield the words that go on with a name of which the words before stand there: no name need be quoted."""
    briefing = _kept(context)
    if briefing is None:
        return
    before = [word.casefold() for word in context.params.get("words") or ()]
    names = [actor.name for actor in briefing.actors] + [dispute.name for dispute in briefing.disputes]
    names += [instrument.name for instrument in briefing.instruments] + [item.title for item in briefing.agenda]
    for name in sorted(names):
        words = name.split()
        if len(words) > len(before) and [word.casefold() for word in words[: len(before)]] == before:
            yield words[len(before)]


_WORDS: Mapping[str, Callable[[click.Context], Iterable[str]]] = {
    "themes": _themes,
    "kinds": _kinds,
    "formats": lambda _: FORMATS,
    "disputes": _disputes,
    "publishers": _publishers,
    "names": _names,
}


def _given(context: click.Context) -> Given:
    return context.find_object(Given) or Given()


def _kept(context: click.Context) -> Briefing | None:
    from briefing import pipeline  # noqa: PLC0415 - not for what stands in no article
    from briefing.cli.building import library_of  # noqa: PLC0415

    settings = _given(context).settings()
    if not settings.keep_library or STANDARD_INPUT in settings.seeds or not paths.user_library().exists():
        return None
    library = library_of(settings)
    briefing = pipeline.recall(settings, library, most_bytes=MOST_BYTES)
    library.close()
    return briefing
