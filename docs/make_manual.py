"""The parts of the manual that are made from the program: its help texts, its keys and its man page.

``make manual`` writes them; with ``--check`` nothing is written, and the exit code is 1 where they are out of step.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.command import briefing
from briefing.tui.commands import COMMANDS, HELP
from briefing.tui.keys import shown
from briefing.version import __version__

DOCS = Path(__file__).resolve().parent
WIDTH = 78
"""Columns of a help text, as on a terminal of 80 or more."""
EXIT_CODES = (
    ("0", "Done, also where files were skipped; each is named on standard error."),
    ("1", "search and show found nothing, or check found a problem."),
    ("2", "Wrong use, a configuration that does not parse or holds a wrong value, or nothing to read."),
    ("130", "Interrupted."),
)
UNTOLD = {
    "quit_now": "Quit, from anywhere",
    "copy_or_quit": "Copy the selected words, else quit",
    "suspend": "Suspend",
    "close": "Back one step",
    "field.up": "A row back",
    "field.down": "A row on",
    "field.page_up": "A page back",
    "field.page_down": "A page on",
    "field.kind": "Next kind, or the whole and what is in focus",
    "field.kind_back": "Previous kind",
    "field.close": "Close",
    "settings.forget": "Give up a choice",
    "tour.next": "A step on",
    "tour.previous": "A step back",
}
"""What a key does that neither help nor palette tells."""
ENVIRONMENT = (
    ("BRIEFING_CONFIG", "The configuration to use instead of your own."),
    ("BRIEFING_SEEDS, BRIEFING_THEME, ...", "Any key of the configuration; goes over the file and under the options."),
    ("VISUAL, EDITOR", "The editor that o opens."),
    ("NO_COLOR", "No colours."),
)


def commands() -> Iterator[tuple[str, click.Command]]:
    """Yield the commands that are not hidden, by the words that call them; the program itself first."""
    yield "briefing", briefing
    for name, command in sorted(briefing.commands.items()):
        if not command.hidden:
            yield f"briefing {name}", command


def context_of(command: click.Command) -> click.Context:
    """Return a context in which a command tells its help as it does when it is called, in our width."""
    program = click.Context(briefing, info_name="briefing", terminal_width=WIDTH, **briefing.context_settings)
    return program if command is briefing else click.Context(command, program, command.name, terminal_width=WIDTH)


def help_page() -> str:
    """Return the page of the help texts."""
    parts = [
        "# Commands",
        "What `--help` says of each command. How they are used stands in [the command line](command-line.md).",
    ]
    for words, command in commands():
        parts += [f"## {words}", f"```text\n{context_of(command).get_help().rstrip()}\n```"]
    return "\n\n".join(parts) + "\n"


def key_page() -> str:
    """Return the page of all keys, with the names by which they can be changed."""
    told = {command: line.text for section in HELP for line in section.lines for command in line.commands} | UNTOLD
    places: dict[str, list[str]] = {}
    rows: dict[str, tuple[str, str]] = {}
    for command in COMMANDS:
        keys = " ".join(f"`{shown(key)}`" for key in command.keys).replace("|", "\\|")
        rows[command.id] = (keys, command.palette or _sentence(told.get(command.id, "")))
        places.setdefault(command.id, []).extend(command.contexts)
    lines = [
        "# All keys",
        "",
        "The name is what a key is called under `keys` in the [configuration](configuration.md). A key works where it",
        "says: in a `list`, in an `article`, on a screen (`view` is every one that lies over the dashboard), in an",
        "`overlay`, beside a `field`, or in the whole `app`.",
        "",
        "| keys | what | where | name |",
        "| --- | --- | --- | --- |",
    ]
    lines += [f"| {keys} | {what} | {', '.join(places[name])} | `{name}` |" for name, (keys, what) in rows.items()]
    return "\n".join(lines) + "\n"


def man_page() -> str:
    """Return the man page."""
    common = {parameter.name for parameter in briefing.get_params(context_of(briefing))}
    lines = [
        f'.TH BRIEFING 1 "" "briefing {__version__}" "User Commands"',
        ".SH NAME",
        r"briefing \- who is involved in international affairs, what they dispute, and what is on the agenda",
        ".SH SYNOPSIS",
        ".B briefing",
        "[\\fIoption\\fR ...] [\\fIpath\\fR ...]",
        ".br",
        ".B briefing",
        "[\\fIoption\\fR ...] \\fIcommand\\fR ...",
        ".SH DESCRIPTION",
        *paragraphs(briefing),
        ".SH OPTIONS",
        "These go before or after a command.",
        *options(briefing, set()),
        ".SH COMMANDS",
    ]
    for words, command in commands():
        if command is not briefing:
            usage = " ".join(command.collect_usage_pieces(context_of(command)))
            lines += [".SS", f".B {roff(words)}", roff(usage), ".PP", *paragraphs(command), *options(command, common)]
    lines += [".SH EXIT STATUS", *pairs(EXIT_CODES), ".SH ENVIRONMENT", *pairs(ENVIRONMENT), ".SH FILES"]
    lines += [roff("`briefing where` names the configuration, themes, tables and library that are used.")]
    return "\n".join(lines) + "\n"


def paragraphs(command: click.Command) -> Iterator[str]:
    """Yield the help text of a command for a man page."""
    for number, paragraph in enumerate(re.split(r"\n\s*\n", (command.help or "").strip())):
        if number:
            yield ".PP"
        yield roff(" ".join(paragraph.split()))


def options(command: click.Command, known: set[str | None]) -> Iterator[str]:
    """Yield the options of a command, but for some, for a man page."""
    context = context_of(command)
    wanted = [each for each in command.get_params(context) if isinstance(each, click.Option) and each.name not in known]
    yield from pairs([record for record in (each.get_help_record(context) for each in wanted) if record is not None])


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def pairs(rows: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Yield terms and what they mean, for a man page."""
    for term, text in rows:
        yield from (".TP", f".B {roff(term)}", roff(text))


def roff(text: str) -> str:
    """Return a text that a man page shows as it is."""
    escaped = (
        text.replace("\\", r"\e").replace("-", r"\-").replace("`", r"\(ga").replace("~", r"\(ti").replace("^", r"\(ha")
    )
    return r"\&" + escaped if escaped.startswith((".", "'")) else escaped


PAGES = {"manual/commands.md": help_page, "manual/keys.md": key_page, "briefing.1": man_page}


def main(check: bool) -> int:
    """Write the pages, or say which of them are out of step; return the exit code."""
    stale = [name for name, page in PAGES.items() if not _says(DOCS / name, page())]
    for name in stale:
        if check:
            print(f"docs/{name} is out of step with the program: make manual")
        else:
            (DOCS / name).parent.mkdir(exist_ok=True)
            (DOCS / name).write_text(PAGES[name](), encoding="utf-8", newline="\n")
    return 1 if check and stale else 0


def _says(file: Path, text: str) -> bool:
    return file.exists() and file.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
