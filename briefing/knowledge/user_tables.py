"""A user's own tables: files of the same names as ours, which add to them, change them and take from them.

Mappings merge by key, and null takes a key away; a list adds what ours lacks; anything else replaces ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing.config.values import nearest
from briefing.knowledge.shapes import ORGANISATION_TABLES, Shape, faults, shapes
from briefing.knowledge.slugs import slug
from briefing.untrusted.cleaning import clean_line
from briefing.untrusted.yaml_loader import LoadedYaml, UntrustedYamlError, load_yaml

HOLDERS = "office_holders"
_ENDINGS = {".yaml", ".yml"}


class KnowledgeError(ValueError):
    """Tables that do not parse or do not fit: ``problems`` are safe lines for people."""

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


def user_files(folder: Path) -> list[Path]:
    """Return the YAML files of a folder by name; none where it is no folder or cannot be read."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix.lower() in _ENDINGS and file.is_file())
    except OSError:
        return []


def merged(ours: Mapping[str, Any], files: list[Path]) -> dict[str, Any]:
    """Return our tables with a user's files merged into them.

    Raises :class:`KnowledgeError` with every problem of every file: its file, line and key, and what was expected.
    """
    base = {name: by_id(table) if name == HOLDERS else table for name, table in ours.items()}
    problems: list[str] = []
    loaded: dict[str, tuple[Path, LoadedYaml]] = {}
    for file in files:
        try:
            name = _table_of(file, base)
            document = _read(file)
        except KnowledgeError as error:
            problems.extend(error.problems)
            continue
        if name in loaded:
            problems.append(f"{clean_line(str(file))}: expected one file a table, found {loaded[name][0].name} too")
        elif document.data is not None:
            loaded[name] = file, document
    theirs = {name: by_id(doc.data) if name == HOLDERS else doc.data for name, (_, doc) in loaded.items()}
    result = {name: _merge(table, theirs[name]) if name in theirs else table for name, table in base.items()}
    shape_of = _shapes(base, result)
    problems.extend(_misfits(base, theirs, shape_of, loaded))
    if not problems:
        problems.extend(_orphans(theirs, result, shape_of, loaded))
    if problems:
        raise KnowledgeError(*problems)
    result[HOLDERS] = [{"id": key, **row} for key, row in result[HOLDERS].items()]
    return result


def by_id(rows: Any) -> Any:
    """Return rows that stand in a list as a mapping by id, which is the row's own or that of its name."""
    if not isinstance(rows, list):
        return rows
    return {_id_of(row, position): row for position, row in enumerate(rows)}


def _id_of(row: Any, position: int) -> str:
    given = row.get("id") or row.get("name") if isinstance(row, Mapping) else None
    return slug(str(given)) if given else f"row-{position + 1}"


def _table_of(file: Path, ours: Mapping[str, Any]) -> str:
    if file.stem in ours:
        return file.stem
    close = nearest(file.stem, ours)
    hint = f" (did you mean {close}.yaml?)" if close else f": {', '.join(ours)}"
    raise KnowledgeError(f"{clean_line(str(file))}: expected the name of a table{hint}")


def _read(file: Path) -> LoadedYaml:
    name = clean_line(str(file))
    try:
        document = load_yaml(file.read_text(encoding="utf-8-sig"), strings_only=True)
    except OSError as error:
        raise KnowledgeError(f"{name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise KnowledgeError(f"{name}: expected UTF-8 text") from None
    except UntrustedYamlError as error:
        key = f"{error.key}: " if error.key else ""
        raise KnowledgeError(f"{name}:{error.line}: {key}{error.message}") from None
    return document


_Loaded = Mapping[str, tuple[Path, LoadedYaml]]


def _shapes(base: Mapping[str, Any], result: Mapping[str, Any]) -> dict[str, Shape]:
    bodies = [key for table in ORGANISATION_TABLES for key in _keys(result[table])]
    return shapes(_keys(result["states"]), bodies, base)


def _misfits(
    base: Mapping[str, Any], theirs: Mapping[str, Any], shape_of: Mapping[str, Shape], loaded: _Loaded
) -> Iterator[str]:
    """Yield what in a user's files does not have the shape of its table."""
    for name, (file, document) in loaded.items():
        keys = list(theirs[name]) if isinstance(document.data, list) and name == HOLDERS else None
        for fault in faults(shape_of[name], theirs[name], base[name]):
            path = fault.path if keys is None or not fault.path else (keys.index(str(fault.path[0])), *fault.path[1:])
            yield f"{clean_line(str(file))}:{document.line_of(*path)}: {_key(fault.path)}{fault.message}"


def _orphans(
    theirs: Mapping[str, Any], result: Mapping[str, Any], shape_of: Mapping[str, Shape], loaded: _Loaded
) -> Iterator[str]:
    """Yield what stands no longer on firm ground where states or bodies were taken away."""
    for name in ("states", *ORGANISATION_TABLES):
        if None not in theirs.get(name, {}).values():
            continue
        for table, rows in result.items():
            for fault in faults(shape_of[table], rows):
                file = clean_line(str(loaded[name][0]))
                yield f"{file}: taken away, but {table}.yaml needs it: {_key(fault.path)}{fault.message}"


def _keys(table: Any) -> list[str]:
    return list(table) if isinstance(table, Mapping) else []


def _key(path: tuple[str | int, ...]) -> str:
    key = ".".join(str(step) for step in path)
    return f"{clean_line(key, 80)}: " if key else ""


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
