"""A process that reads and understands articles for another one, until that one ends.

It takes a first message with what it has to know, then one for each batch of files, which it answers with one. What it
answers is compact data, no objects.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

from briefing.knowledge.loader import load_with
from briefing.library.columns import encoded
from briefing.library.records import FINDINGS, READING
from briefing.model import DisputeDefinition, Findings
from briefing.pipeline.articles import read_article, understand
from briefing.pipeline.messages import receive, send

FIELDS = 3
"""Fields of an answer for each file: name of its bytes, reading, findings; empty where there is none."""


def setup_message(user_tables: Path, disputes: Sequence[DisputeDefinition], max_bytes: int) -> list[bytes]:
    """Return the first message."""
    known = {
        "tables": str(user_tables),
        "disputes": [astuple(dispute) for dispute in disputes],
        "max_bytes": max_bytes,
    }
    return [json.dumps(known).encode()]


def work() -> None:
    """Answer what stands on standard input until it ends."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else prints must not come between the answers
    try:
        (setup,) = receive(requests)
        known = json.loads(setup)
        while True:
            send(answers, list(_answer(receive(requests), known)))
    except (EOFError, OSError, KeyboardInterrupt):
        os._exit(0)  # nobody reads the answers any more


def _answer(files: Sequence[bytes], known: dict[str, Any]) -> Iterator[bytes]:
    knowledge = load_with(Path(known["tables"])).knowledge
    disputes = [DisputeDefinition(*_as_written(dispute)) for dispute in known["disputes"]]
    for file, path in zip(files[::2], files[1::2], strict=True):
        reading, content = read_article(Path(os.fsdecode(file)), path.decode(), known["max_bytes"], knowledge)
        found = understand(reading.document, knowledge, disputes) if reading.document else None
        yield content or b""
        yield encoded(READING, reading)
        yield encoded(FINDINGS, found) if isinstance(found, Findings) else b""


def _as_written(dispute: Sequence[Any]) -> Iterator[Any]:
    return (tuple(value) if isinstance(value, list) else value for value in dispute)
