"""How one view gives way to another on the stack of screens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.screen import Screen

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.news import News
from briefing.tui.commands import View
from briefing.tui.keys import Keymap
from briefing.tui.screens.view import ViewScreen


def toggle_view(app: App[int], name: View, make: Callable[[], ViewScreen]) -> None:
    """Open a view, close it where it is seen, or go back to it where it lies below.

    A view takes the place of another; over dashboard and reader it is laid, so that closing it shows them again.
    """
    seen = [view_of(screen) for screen in app.screen_stack]
    if name not in seen:
        if isinstance(app.screen, ViewScreen):
            app.switch_screen(make())
        else:
            app.push_screen(make())
    else:
        for _ in range(max(1, len(seen) - 1 - seen.index(name))):
            app.pop_screen()


def make_view(
    name: View, keymap: Keymap, catalogue: Catalogue, focus: Item | None, start: Item | None, news: News
) -> ViewScreen:
    """Make a view by its name; ``start`` is the item from which it is opened, ``news`` what is marked as new."""
    view = _make(name)(keymap, catalogue, focus, start)
    view.take_news(news)
    return view


def _make(name: View) -> Callable[[Keymap, Catalogue, Item | None, Item | None], ViewScreen]:
    # what is not needed for the first paint is not loaded before it
    if name == "positions":
        from briefing.tui.screens.positions import Positions  # noqa: PLC0415

        return Positions
    if name == "timeline":
        from briefing.tui.screens.timeline import TimelineView  # noqa: PLC0415

        return TimelineView
    from briefing.tui.screens.brief import BriefView  # noqa: PLC0415

    return BriefView


def view_of(screen: Screen[Any]) -> View | None:
    """Return which view a screen is; null for an overlay."""
    view: View | None = getattr(screen, "VIEW", None)
    return view
