"""Widgets that know nothing of briefings: lists, headings, bars."""
