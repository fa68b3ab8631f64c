"""Pictures of the dashboard on the shipped articles, as SVG, for README and manual: ``make screenshots``."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import NamedTuple

from briefing import paths, pipeline
from briefing.config.loading import load_settings
from briefing.config.settings import Settings
from briefing.dossier.catalogue import Item
from briefing.tui.app import BriefingApp
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.themes import load_themes

IMAGES = Path(__file__).resolve().parent / "images"
FONTS = '"JetBrains Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace'


class Picture(NamedTuple):
    """A picture's name and theme, the item that is selected first, and the keys that are pressed then."""

    name: str
    theme: str
    item: Item
    keys: tuple[str, ...] = ()


PICTURES = (
    Picture("dashboard", "night-desk", Item("dispute", "missile_defense")),
    Picture("positions", "night-desk", Item("dispute", "missile_defense"), ("p", "right")),
    Picture("brief", "newsprint", Item("dispute", "missile_defense"), ("b",)),
    Picture("reader", "newsprint", Item("dispute", "missile_defense"), ("enter",)),
)
SIZE = (120, 36)


def plain_fonts(svg: str) -> str:
    """Return a picture that asks for no font from the network."""
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: [^;]+;", f"font-family: {FONTS};", svg)


async def take(picture: Picture, settings: Settings) -> str:
    """Return one picture as SVG."""
    briefing = pipeline.build(settings)
    app = BriefingApp(settings, lambda **_: briefing, load_themes([paths.shipped_themes()]))
    async with app.run_test(size=SIZE) as pilot:
        app.theme = picture.theme
        await app.workers.wait_for_complete()
        await pilot.pause()
        dashboard = app.screen
        assert isinstance(dashboard, Dashboard)
        dashboard.go_to(picture.item)
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.pause()
        return plain_fonts(app.export_screenshot(simplify=True))


def main() -> None:
    """Write every picture beside this script."""
    settings = load_settings(config=paths.shipped_config(), environment={})
    IMAGES.mkdir(exist_ok=True)
    for picture in PICTURES:
        path = IMAGES / f"{picture.name}.svg"
        path.write_text(asyncio.run(take(picture, settings)), encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
