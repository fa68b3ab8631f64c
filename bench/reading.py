"""Reading a large folder: cold, opened again, and with one file changed; time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.corpus import WORDS, write_articles
from bench.table import Row
from bench.workshop import Workshop, settle, workshop

TITLE = "Reading a folder"
MOST_SECONDS = 60.0
MOST_MEGABYTES = 400
_RUN = """
import json, resource, sys, time
from pathlib import Path
from dataclasses import replace
from briefing.__main__ import collect_seldom
from briefing import pipeline
from briefing.config.loading import shipped_settings
from briefing.library.store import Store
from briefing.paths import user_library
collect_seldom()
settings = replace(shipped_settings(), seeds=(Path(sys.argv[1]),))
library = Store(user_library())
began = time.perf_counter()
seen = []
briefing = pipeline.build(settings, library, progress=lambda step: seen.append(step.briefing is not None))
seconds = time.perf_counter() - began
library.close()
own = resource.getrusage(resource.RUSAGE_SELF)
children = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"seconds": seconds, "documents": len(briefing.documents), "steps": len(seen), "partial": sum(seen),
    "own_mb": own.ru_maxrss / 1024, "child_mb": children.ru_maxrss / 1024,
    "cpu": sum(own[:2]) + sum(children[:2])}))
"""


def measure(options: Namespace) -> Iterator[Row]:
    """Measure as many articles as are asked for."""
    for count in options.articles or [10_000]:
        with workshop() as shop:
            yield from _measure(shop, count)


def _measure(shop: Workshop, count: int) -> Iterator[Row]:
    folder = shop.folder / "articles"
    write_articles(folder, count)
    settle()
    cold = _build(shop, folder)
    most = MOST_SECONDS * count / 10_000
    yield Row(
        f"cold, {count:,} articles of {WORDS} words, with progress",
        f"{cold['seconds']:.1f} s ({cold['cpu']:.0f} s of processor)",
        f"<= {most:.0f} s on two cores",
        cold["seconds"] <= most,
    )
    yield Row("  told of files / brought partial briefings", f"{cold['steps']:,} / {cold['partial']} times")
    yield Row(
        "  most memory: this process (each reading process)",
        f"{cold['own_mb']:.0f} MB ({cold['child_mb']:.0f})",
        f"<= {MOST_MEGABYTES} MB",
        cold["own_mb"] <= MOST_MEGABYTES,
    )
    warm = _build(shop, folder)
    yield Row("opened again", f"{warm['seconds']:.2f} s, {warm['own_mb']:.0f} MB")
    changed = folder / "article-000000.txt"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nRussia denied it.\n", encoding="utf-8")
    settle()
    again = _build(shop, folder)
    yield Row("one file changed", f"{again['seconds']:.1f} s")


def _build(shop: Workshop, folder: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-P", "-c", _RUN, str(folder)],
        env=shop.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found
