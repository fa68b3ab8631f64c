"""A briefing written in a format, whichever it is, to wherever it shall go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from briefing.export.csv_format import TABLES, render_csv
from briefing.export.ftm_format import render_ftm
from briefing.export.graphml_format import render_graphml
from briefing.export.html_format import render_html
from briefing.export.ical_format import render_ical
from briefing.export.json_format import render_json
from briefing.export.markdown_format import render_markdown
from briefing.export.saving import save, save_folder, save_zip
from briefing.model import Briefing

RENDERERS: Mapping[str, Callable[[Briefing, bool], Iterator[str]]] = {
    "markdown": render_markdown,
    "html": render_html,
    "json": render_json,
    "ics": render_ical,
    "graphml": render_graphml,
    "ftm": render_ftm,
}
"""Formats that are one text. Each takes a briefing and whether the articles are to be in it, where it has a place."""


def is_one_text(name: str) -> bool:
    """Tell whether a format is one text, which standard output can take, and not several files."""
    return name in RENDERERS


def render(briefing: Briefing, name: str, *, with_text: bool = False) -> Iterator[str]:
    """Return a briefing in a format that is one text, in pieces. Raises :class:`KeyError` for any other."""
    return RENDERERS[name](briefing, with_text)


def is_zip(path: Path) -> bool:
    """Tell whether several files are to go into one, by the end of its name."""
    return path.suffix.lower() == ".zip"


def taken(name: str, path: Path) -> Path | None:
    """Return the first file that writing a format to a path would replace, or null."""
    if is_one_text(name) or is_zip(path) or not path.is_dir():
        files = [path]
    else:
        files = [path / f"{table}.csv" for table in TABLES]
    return next((file for file in files if file.is_file()), None)


def write(briefing: Briefing, name: str, path: Path, *, replace: bool = False, with_text: bool = False) -> None:
    """Write a briefing in a format to a file; several files to a folder, or to one zip where the path ends so.

    All of it appears at once or nothing does, but for a folder that is there already, in which one file after the
    other appears. Raises :class:`FileExistsError` where a file would be replaced and ``replace`` is not asked for, and
    :class:`OSError` where it cannot be written.
    """
    if is_one_text(name):
        save(path, render(briefing, name, with_text=with_text), replace=replace)
    elif is_zip(path):
        save_zip(path, render_csv(briefing, with_text), replace=replace)
    else:
        save_folder(path, render_csv(briefing, with_text), replace=replace)
