"""``briefing where``."""

from __future__ import annotations

from briefing import paths
from briefing.cli.output import complain, say
from briefing.config.settings import Settings

LABEL_WIDTH = 11

_FILTERS = ("filter.since", "filter.until", "filter.publisher", "filter.dispute")


def say_where(settings: Settings) -> None:
    """Print which files and folders are used, and whether they are there."""
    for notice in settings.notices:
        complain(notice)
    user_file = settings.user_file or paths.user_config()
    places = (
        ("config", paths.shipped_config()),
        ("", user_file),
        ("preferred", settings.preferences_file or paths.user_preferences()),
        ("themes", paths.shipped_themes()),
        ("", paths.user_themes()),
        ("knowledge", paths.shipped_knowledge()),
        ("", paths.user_knowledge()),
        *(("" if number else "seeds", seed) for number, seed in enumerate(settings.seeds)),
    )
    for label, place in places:
        say(f"{label:<{LABEL_WIDTH}}{place}{'' if paths.is_there(place) else ' (not there)'}")
    say(f"{'library':<{LABEL_WIDTH}}{_library(settings)}")
    say(f"{'memory':<{LABEL_WIDTH}}{_memory(settings)}")
    say("")
    for key in ("seeds", "theme", "as_of", "glyphs", "watch", "search.limit", "limits.file_megabytes", *_FILTERS):
        say(f"{key} is set by {settings.origins[key]}")
    shipped = str(paths.shipped_config())
    for key, origin in settings.origins.items():
        if key.startswith("keys.") and not origin.startswith(shipped):
            say(f"{key} is set by {origin}")


def _memory(settings: Settings) -> str:
    if not settings.keep_library:
        return "none, for this run"
    file = paths.user_memory()
    return f"{file}{'' if paths.is_there(file) else ' (not there)'}"


def _library(settings: Settings) -> str:
    if not settings.keep_library:
        return "in memory only, for this run"
    file = paths.user_library()
    try:
        return f"{file} ({file.stat().st_size / 1_000_000:,.1f} MB)"
    except OSError:
        return f"{file} (not there)"
