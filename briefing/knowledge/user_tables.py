"""A user's own tables: files of the same names as ours, which add to them, change them and take from them.

Mappings merge by key, and null takes a key away; a list adds what ours lacks; anything else replaces ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from briefing.config.values import nearest
from briefing.knowledge.shapes import ORGANISATION_TABLES, Fields, Shape, faults, shapes
from briefing.knowledge.slugs import slug
from briefing.untrusted.cleaning import clean_line
from briefing.untrusted.yaml_loader import LoadedYaml, UntrustedYamlError, load_yaml

HOLDERS = "office_holders"
_ENDINGS = {".yaml", ".yml"}

_Loaded = Mapping[str, tuple[Path, LoadedYaml]]
"""Tables of a user's by name, each with its file."""


class Problem(NamedTuple):
    """What in a user's file does not fit: the file with the line where it is known, then key and what was expected."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class Merged(NamedTuple):
    """Tables of ours and a user's, and why some files of the user's are not among them."""

    tables: dict[str, Any]
    problems: tuple[Problem, ...]


class _RefusedError(Exception):
    """A file that holds no table; the argument is the :class:`Problem`."""


def user_files(folder: Path) -> list[Path]:
    """Return the YAML files of a folder by name; none where it is no folder or cannot be read."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix.lower() in _ENDINGS and file.is_file())
    except OSError:
        return []


def fingerprint(folder: Path) -> str:
    """Return a text that changes when the YAML files of a folder do."""
    stats = [(file.name, file.stat()) for file in user_files(folder)]
    return repr([(name, status.st_size, status.st_mtime_ns) for name, status in stats])


def merged(ours: Mapping[str, Any], files: list[Path]) -> Merged:
    """Return our tables with a user's files merged into them.

    A file with a problem is left out as a whole, and so is one that rests on it; all others count.
    """
    base = {name: by_id(table) if name == HOLDERS else table for name, table in ours.items()}
    loaded, problems = _loaded(files, base)
    while True:
        theirs = {name: by_id(doc.data) if name == HOLDERS else doc.data for name, (_, doc) in loaded.items()}
        tables = {name: _merge(table, theirs[name]) if name in theirs else table for name, table in base.items()}
        shape_of = _shapes(base, tables)
        faulty = list(_misfits(base, theirs, shape_of, loaded)) or list(_orphans(theirs, tables, shape_of, loaded))
        if not faulty:
            tables = {name: _with_all_groups(shape_of[name], base[name], table) for name, table in tables.items()}
            tables[HOLDERS] = [{"id": key, **row} for key, row in tables[HOLDERS].items()]
            return Merged(tables, tuple(problems))
        problems += [problem for _, problem in faulty]
        loaded = {name: found for name, found in loaded.items() if name not in dict(faulty)}


def _loaded(files: list[Path], base: Mapping[str, Any]) -> tuple[_Loaded, list[Problem]]:
    """Return the files that hold a table, by the table's name, and what is wrong with the others."""
    loaded: dict[str, tuple[Path, LoadedYaml]] = {}
    problems: list[Problem] = []
    for file in files:
        try:
            name = _table_of(file, base)
            document = _read(file)
        except _RefusedError as error:
            problems.append(error.args[0])
            continue
        if name in loaded:
            found = f"expected one file a table, found {clean_line(loaded[name][0].name)} too"
            problems.append(Problem(_place(file), found))
        elif document.data is not None:
            loaded[name] = file, document
    return loaded, problems


def by_id(rows: Any) -> Any:
    """Return rows that stand in a list as a mapping by id, which is the row's own or that of its name."""
    if not isinstance(rows, list):
        return rows
    return {_id_of(row, position): row for position, row in enumerate(rows)}


def _id_of(row: Any, position: int) -> str:
    given = row.get("id") or row.get("name") if isinstance(row, Mapping) else None
    return slug(str(given)) if given else f"row-{position + 1}"


def _place(file: Path, line: int | None = None) -> str:
    return clean_line(str(file)) if line is None else f"{clean_line(str(file))}:{line}"


def _table_of(file: Path, ours: Mapping[str, Any]) -> str:
    if file.stem in ours:
        return file.stem
    close = nearest(file.stem, ours)
    hint = f" (did you mean {close}.yaml?)" if close else f": {', '.join(ours)}"
    raise _RefusedError(Problem(_place(file), f"expected the name of a table{hint}"))


def _read(file: Path) -> LoadedYaml:
    try:
        return load_yaml(file.read_text(encoding="utf-8-sig"), strings_only=True)
    except OSError as error:
        problem = Problem(_place(file), f"cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        problem = Problem(_place(file), "expected UTF-8 text")
    except UntrustedYamlError as error:
        key = f"{error.key}: " if error.key else ""
        problem = Problem(_place(file, error.line), f"{key}{error.message}")
    raise _RefusedError(problem)


def _shapes(base: Mapping[str, Any], result: Mapping[str, Any]) -> dict[str, Shape]:
    bodies = [key for table in ORGANISATION_TABLES for key in _keys(result[table])]
    return shapes(_keys(result["states"]), bodies, base)


def _misfits(
    base: Mapping[str, Any], theirs: Mapping[str, Any], shape_of: Mapping[str, Shape], loaded: _Loaded
) -> Iterator[tuple[str, Problem]]:
    """Yield the tables that do not have their shape in a user's file, and what is wrong there."""
    for name, (file, document) in loaded.items():
        keys = list(theirs[name]) if isinstance(document.data, list) and name == HOLDERS else None
        for fault in faults(shape_of[name], theirs[name], base[name]):
            path = fault.path if keys is None or not fault.path else (keys.index(str(fault.path[0])), *fault.path[1:])
            yield name, Problem(_place(file, document.line_of(*path)), f"{_key(fault.path)}{fault.message}")


def _orphans(
    theirs: Mapping[str, Any], result: Mapping[str, Any], shape_of: Mapping[str, Shape], loaded: _Loaded
) -> Iterator[tuple[str, Problem]]:
    """Yield the tables from which a user takes away states or bodies that others need, and what needs them."""
    for name in ("states", *ORGANISATION_TABLES):
        if None not in theirs.get(name, {}).values():
            continue
        for table, rows in result.items():
            for fault in faults(shape_of[table], rows):
                needs = f"taken away, but {table}.yaml needs it: {_key(fault.path)}{fault.message}"
                yield name, Problem(_place(loaded[name][0]), needs)


def _keys(table: Any) -> list[str]:
    return list(table) if isinstance(table, Mapping) else []


def _key(path: tuple[str | int, ...]) -> str:
    key = ".".join(str(step) for step in path)
    return f"{clean_line(key, 80)}: " if key else ""


def _with_all_groups(shape: Shape, ours: Any, table: Any) -> Any:
    """Return a table with an empty group for each that was taken away, where the groups are fixed."""
    return {**{key: type(group)() for key, group in ours.items()}, **table} if isinstance(shape, Fields) else table


def _merge(ours: Any, theirs: Any) -> Any:
    if isinstance(theirs, Mapping):
        result = dict(ours) if isinstance(ours, Mapping) else {}
        for key, value in theirs.items():
            if value is None:
                result.pop(key, None)
            else:
                result[key] = _merge(result.get(key), value)
        return result
    if isinstance(theirs, list) and isinstance(ours, list):
        return ours + [entry for entry in theirs if entry not in ours]
    return theirs
