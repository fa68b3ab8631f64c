"""Findings of many documents -> one Briefing, pure and without input or output."""

from briefing.assembly.assemble import assemble

__all__ = ["assemble"]
