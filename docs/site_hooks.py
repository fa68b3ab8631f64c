"""What the manual takes from beside ``docs/``: pages made of other files, and links that lead to these."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "CHANGELOG.md": "changes.md",
    "CONTRIBUTING.md": "contributing.md",
    "tests/quality/README.md": "quality.md",
    "config.yaml": "manual/every-key.md",
    "README.md": "index.md",
}
"""Files of the project, and the pages that show them."""
_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\s#]+)(#[^)\s]*)?\)")


def on_files(files: Files, config: Any) -> Files:
    """Add the pages that are made of other files."""
    for source, page in PAGES.items():
        if page != "index.md":
            text = (ROOT / source).read_text(encoding="utf-8")
            files.append(
                File.generated(config, page, content=_of_configuration(text) if page.endswith("every-key.md") else text)
            )
    return files


def _of_configuration(text: str) -> str:
    begin = "# Every key of the configuration\n\nThe file that comes along. How yours goes over it: "
    begin += "[configuring](configuration.md)."
    return f"{begin}\n\n```yaml\n{text.rstrip()}\n```\n"


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Let links to files of the project lead to their pages; what has no page is named and not linked."""
    here = page.file.src_uri
    source = next((source for source, made in PAGES.items() if made == here and made != "index.md"), f"docs/{here}")

    def lead(link: re.Match[str]) -> str:
        words, target, part = link.group(1), link.group(2), link.group(3) or ""
        if "://" in target:
            return link.group(0)
        file = posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
        made = PAGES.get(file) or (file.removeprefix("docs/") if file.startswith("docs/") else None)
        if made is None:
            return words
        return f"[{words}]({posixpath.relpath(made, posixpath.dirname(here) or '.')}{part})"

    return _LINK.sub(lead, markdown)
