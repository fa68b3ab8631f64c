"""The formats by name."""

from __future__ import annotations

FORMATS = ("markdown", "html", "json", "csv", "ics", "graphml", "ftm")
"""What ``--format`` takes."""
SEVERAL_FILES = frozenset({"csv"})
"""Formats that are several files, a folder or a zip; all others are one text."""
