"""Checks that the manual loads nothing from elsewhere and that each link within it leads somewhere: SITE."""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADED = {("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("object", "data")}
IN_STYLES = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:https?:)?//[^"')\s]+)""")


class Page(HTMLParser):
    """What a page loads, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one address."""
        for name, value in attrs:
            if (tag, name) in LOADED and value and ("rel", "canonical") not in attrs:
                self.loaded.append(value)
            elif (tag, name) == ("a", "href") and value:
                self.links.append(value)


def problems_of(site: Path) -> list[str]:
    """Return a line for each address that is elsewhere though it is loaded, or leads nowhere."""
    problems = []
    for file in sorted(site.rglob("*.html")):
        page = Page(file.read_text(encoding="utf-8"))
        for address in page.loaded + page.links:
            parts = urlsplit(address)
            if parts.scheme in {"data", "mailto"}:
                continue
            if parts.scheme or parts.netloc:
                problems += [f"{file}: loads {address}"] if address in page.loaded else []
                continue
            target = site / parts.path.lstrip("/") if parts.path.startswith("/") else file.parent / unquote(parts.path)
            if parts.path and not target.exists():
                problems.append(f"{file}: {address} leads nowhere")
    for file in sorted([*site.rglob("*.css"), *site.rglob("*.svg")]):
        problems += [f"{file}: loads {address}" for address in IN_STYLES.findall(file.read_text(encoding="utf-8"))]
    return problems


def main(site: Path) -> int:
    """Say what is wrong and return the exit code."""
    problems = problems_of(site)
    for problem in problems:
        print(problem)
    print(f"{sum(1 for _ in site.rglob('*.html'))} pages looked at")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
