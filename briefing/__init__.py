"""briefing: who is involved, what they dispute, who takes which position, and what is on the agenda."""
