"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.export.json_format import render_json
from briefing.model import Briefing

FORMATS: Mapping[str, Callable[[Briefing, bool], str]] = {"json": render_json}
"""Each takes a briefing and whether the texts of the articles are to be in it, and returns a text that ends a line."""
