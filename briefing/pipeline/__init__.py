"""From seeds to a briefing: the one place that knows finding, reading, extraction, the library and assembly."""

from __future__ import annotations

from briefing.pipeline.building import build, key_of, recall
from briefing.pipeline.progress import CancelledError, Progress

__all__ = ["CancelledError", "Progress", "build", "key_of", "recall"]
