"""Exports that are one text: from the library where nothing changed since, else made, and put there on the way."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator

from briefing import pipeline
from briefing.cli.building import build_with, library_of, skipped_in, standard_input
from briefing.cli.output import complain
from briefing.config.settings import Settings
from briefing.library.keys import digest, program
from briefing.library.store import Store

_ROOMS = ("dossier", "export")
_LEVEL = 1


def pieces_of(settings: Settings, name: str, *, with_text: bool) -> Iterator[str | bytes]:
    """Yield the pieces of the briefing in a format, encoded where they were kept, having named all that was skipped.

    Raises :class:`briefing.cli.output.Stop` where nothing could be read.
    """
    library = library_of(settings)
    given = standard_input(settings)
    of_briefing = pipeline.key_of(settings, library, standard_input=given)
    key = digest(of_briefing, program(library, _ROOMS), name, with_text) if of_briefing else None
    kept = library.get("export", key) if key else None
    skipped, text = _opened(kept) if kept is not None else (None, b"")
    if kept is None or skipped is None:
        yield from _made(settings, library, given, of_briefing, key, name, with_text)
        return
    library.close()
    for complaint in (*library.notices, *skipped):
        complain(complaint)
    yield text


def _opened(kept: bytes) -> tuple[list[str] | None, bytes]:
    """Return the lines about what was skipped and the text; null lines where it is damaged."""
    try:
        whole = zlib.decompress(kept)
    except zlib.error:
        return None, b""
    end = whole.index(b"\n")
    return json.loads(whole[:end]), whole[end + 1 :]


def _made(
    settings: Settings,
    library: Store,
    given: bytes | None,
    of_briefing: bytes | None,
    key: bytes | None,
    name: str,
    with_text: bool,
) -> Iterator[str]:
    """Yield the pieces as they are made; only what they are compressed to is held, and kept when all went out."""
    from briefing.export.writing import render  # noqa: PLC0415 - what was exported before is told without

    briefing = build_with(library, settings, given)
    skipped = skipped_in(briefing)
    for complaint in (*library.notices, *skipped):
        complain(complaint)
    squeezed = zlib.compressobj(_LEVEL)
    held = [squeezed.compress(json.dumps(skipped).encode() + b"\n")]
    for piece in render(briefing, name, with_text=with_text):
        held.append(squeezed.compress(piece.encode()))
        yield piece
    # The library holds the briefing only where every article was understood.
    if key is not None and of_briefing is not None and library.has("briefing", of_briefing):
        library.put("export", key, b"".join([*held, squeezed.flush()]))
        library.tidy()
    library.close()
