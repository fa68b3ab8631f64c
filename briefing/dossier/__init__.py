"""Views of a briefing made for reading: pure functions, no widget and no format."""
