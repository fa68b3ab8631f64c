"""A briefing as a file: one module a format."""
