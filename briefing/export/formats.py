"""The formats by name."""

from __future__ import annotations

FORMATS = ("markdown", "html", "json", "csv", "ics", "graphml", "ftm")
"""What ``--format`` takes. ``csv`` is several files, a folder or a zip, all others one text."""
