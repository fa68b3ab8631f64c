"""The command line: which words are commands, what they take, and how they end."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from briefing.cli.options import COMPLETION_VARIABLE, SHELLS, Given, common_options, offering
from briefing.cli.output import Stop, complain, never_fail_to_encode
from briefing.config.settings import STANDARD_INPUT, ConfigError
from briefing.config.values import nearest
from briefing.export.formats import FORMATS
from briefing.paths import is_there
from briefing.version import __version__

WRONG_USE = 2


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; complaints go to standard error."""
    never_fail_to_encode()
    if COMPLETION_VARIABLE in os.environ:
        from briefing.cli.completing import answer

        return answer(os.environ[COMPLETION_VARIABLE], briefing)
    try:
        # Not `main`, which would end a closed pipe as a failure.
        with briefing.make_context("briefing", list(arguments)) as context:
            code = briefing.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        complain(f"{error.format_message()} ({_way_out(error)})")
        return WRONG_USE
    except ConfigError as error:
        for problem in error.problems:
            complain(problem)
        return WRONG_USE
    except Stop as stop:
        for complaint in stop.complaints:
            complain(complaint)
        return stop.code
    return code if isinstance(code, int) else 0


def _way_out(error: click.ClickException) -> str:
    """Return what helps: a path behind a command that takes none is named with ``--seeds``."""
    if isinstance(error, click.UsageError) and error.message.startswith("Got unexpected extra argument"):
        return "name what to read with --seeds PATH"
    return "`briefing --help` shows what there is"


class _Commands(click.Group):
    """Takes a first word that is no command's name for a path."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        return "open", _open_paths, args

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        return super().shell_complete(ctx, incomplete) or offering("files")(ctx, self.params[0], incomplete)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[OPTIONS] [PATH ...]")
        formatter.write_usage(ctx.command_path, "[OPTIONS] COMMAND ...", prefix=" " * len("Usage: "))


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@common_options
@click.version_option(__version__, message="briefing %(version)s")
@click.option("--in-browser", is_flag=True, hidden=True)
@click.pass_context
def briefing(context: click.Context, in_browser: bool) -> int:
    """See who is involved in international affairs, what they dispute and what is on the agenda.

    Reads articles (.txt and .md) from files and folders, by default the ones that come along, and opens a dashboard
    on them. PATH `-` reads standard input. Where standard output is no terminal, the lists are printed instead.
    """
    given = context.ensure_object(Given)
    given.in_browser = in_browser
    return _open(given) if context.invoked_subcommand is None else 0


@click.command(hidden=True)
@common_options
@click.argument("paths", nargs=-1, shell_complete=offering("files"))
@click.pass_obj
def _open_paths(given: Given, paths: tuple[str, ...]) -> int:
    """Open the dashboard on files and folders."""
    _add_paths(given, paths)
    return _open(given)


def _add_paths(given: Given, paths: tuple[str, ...]) -> None:
    for path in paths:
        if path != str(STANDARD_INPUT) and not is_there(Path(path)):
            _refuse_path(path)
    given.seeds += paths


def _refuse_path(path: str) -> NoReturn:
    close = nearest(path, briefing.commands)
    hint = f" (did you mean the command {close}?)" if close else ""
    raise Stop(WRONG_USE, f"{path}: no such file or folder{hint}")


def _open(given: Given) -> int:
    from briefing.cli.opening import open_briefing

    return open_briefing(given.settings(), given.settings)


@briefing.command()
@common_options
@click.argument("words", nargs=-1, required=True, metavar="QUERY")
@click.option(
    "--kind",
    "kinds",
    metavar="KIND",
    multiple=True,
    help="Only this kind; may be given repeatedly.",
    shell_complete=offering("kinds"),
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Show at most this many.")
@click.option("--json", "as_json", is_flag=True, help="Print the results as JSON.")
@click.pass_obj
def search(given: Given, words: tuple[str, ...], kinds: tuple[str, ...], limit: int | None, as_json: bool) -> int:
    """Search actors, disputes, agenda, instruments and sentences.

    Misspelling, word order, accents and other scripts are forgiven. KIND is person, state, organisation, dispute,
    agenda, instrument or sentence.
    """
    from briefing.cli.searching import search_briefing

    return search_briefing(given.settings(), " ".join(words), kinds=kinds, limit=limit, as_json=as_json)


@briefing.command()
@common_options
@click.argument("words", nargs=-1, required=True, metavar="NAME", shell_complete=offering("names"))
@click.option("--why", is_flag=True, help="Add which words each piece of evidence rests on and which rule read it.")
@click.pass_obj
def show(given: Given, words: tuple[str, ...], why: bool) -> int:
    """Show one actor, dispute, agenda item or treaty as a card, with its sentences."""
    from briefing.cli.showing import show_item

    return show_item(given.settings(), " ".join(words), why=why)


@briefing.command()
@common_options
@click.option(
    "--format",
    "name",
    required=True,
    metavar="F",
    help=f"One of: {', '.join(FORMATS)}.",
    shell_complete=offering("formats"),
)
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    help="Write to this file (csv: folder, or .zip).",
    shell_complete=offering("files"),
)
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@click.option("--with-text", is_flag=True, help="Put the texts of the articles in, where the format has a place.")
@click.pass_obj
def export(given: Given, name: str, output: str | None, force: bool, with_text: bool) -> None:
    """Write the briefing: the one-page brief to read, or everything for other programs.

    markdown and html are the brief; json is everything; csv is tables, in a folder or a .zip; ics is the agenda as a
    calendar; graphml is a graph; ftm is FollowTheMoney entities.
    """
    from briefing.cli.exporting import export_briefing

    export_briefing(given.settings(), name, output=output, force=force, with_text=with_text)


@briefing.command()
@common_options
@click.argument("paths", nargs=-1, metavar="[PATH ...]", shell_complete=offering("files"))
@click.option("--host", metavar="NAME", default="127.0.0.1", help="Listen on this address; by default 127.0.0.1.")
@click.option("--port", metavar="N", type=click.IntRange(0, 65535), default=8000, help="On this port; by default 8000.")
@click.pass_obj
def serve(given: Given, paths: tuple[str, ...], host: str, port: int) -> None:
    """Show the dashboard on a web page, until ctrl+c.

    Only this machine can open it unless --host says otherwise. From the page nothing is written and no editor
    started. Port 0 takes one that is free. Needs the extra `serve`: pip install 'briefing[serve]'.
    """
    from briefing.cli.serving import serve_dashboard

    _add_paths(given, paths)
    serve_dashboard(given.settings(), given.arguments(), host, port)


@briefing.command()
@common_options
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
@click.pass_obj
def changes(given: Given, as_json: bool) -> None:
    """Tell what is new since you last left the dashboard, and what moved.

    Actors, positions and agenda items that were not there then, and dates, roles and stances that a new article
    changed, each with the sentence that says so. Only leaving the dashboard takes note of what is there.
    """
    from briefing.cli.changes import say_changes

    say_changes(given.settings(), as_json=as_json)


@briefing.command()
@common_options
@click.pass_obj
def check(given: Given) -> int:
    """Check configuration, themes, knowledge and seeds, and say what was read and what was not."""
    from briefing.cli.checking import check_everything

    return check_everything(given.settings())


@briefing.command()
@common_options
@click.pass_obj
def where(given: Given) -> None:
    """Say which configuration, themes, knowledge and library are used."""
    from briefing.cli.places import say_where

    say_where(given.settings())


@briefing.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the script that completes commands, options and names in a shell.

    For bash, put `eval "$(briefing completion bash)"` into ~/.bashrc; for zsh the same with zsh into ~/.zshrc, after
    compinit; for fish, write it to ~/.config/fish/completions/briefing.fish.
    """
    from briefing.cli.completing import script

    click.echo(script(shell, briefing))
