"""What YAML files were parsed to, kept in a file beside the library: a start for which none changed needs no parser.

The file is what a ``.pyc`` is: made by :mod:`marshal`, bound to one Python, to the contents of the modules that parse
and to the text that was parsed. It holds plain values only. Where it is missing or damaged, texts are parsed again.
"""

from __future__ import annotations

import marshal
import sys
from functools import cache
from pathlib import Path

from briefing import paths
from briefing.private_files import keyed
from briefing.private_files.keyed import digest
from briefing.untrusted import yaml_loader
from briefing.untrusted.yaml_loader import LoadedYaml, load_yaml

FILE = "parsed.bin"
"""Beside the library."""
MOST_KEPT = 64
"""Texts that are kept, those parsed last: those of a few configurations and their themes."""


def parsed(text: str, *, ours: bool = False) -> LoadedYaml:
    """Return a YAML document with its scalars as strings, as :func:`load_yaml` does, and raise what that raises.

    ``ours``: it came with the program.
    """
    file = paths.user_library().with_name(FILE)
    if not file.parent.is_dir():
        return load_yaml(text, strings_only=True, ours=ours)
    key = digest(repr((ours, text)).encode())
    body = keyed.read(file, _program())
    kept: dict[bytes, bytes] = {} if body is None else marshal.loads(body)  # noqa: S302 - what this program wrote, by its sum
    if key in kept:
        return LoadedYaml(*marshal.loads(kept[key]))  # noqa: S302 - what this program wrote, by its sum
    loaded = load_yaml(text, strings_only=True, ours=ours)
    # Texts as bytes of their own, so that nobody is handed a value that another may have changed.
    kept[key] = marshal.dumps((loaded.data, dict(loaded.lines)))
    keyed.write(file, _program(), marshal.dumps(dict(list(kept.items())[-MOST_KEPT:])))
    return loaded


@cache
def _program() -> bytes:
    """Return a sum of what decides to what a text is parsed."""
    loader = Path(yaml_loader.__file__)
    modules = [file.read_bytes() for file in (loader, loader.with_name("yaml_nodes.py"))]
    return digest(repr((sys.version, marshal.version, modules)).encode())
