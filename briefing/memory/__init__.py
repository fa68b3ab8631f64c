"""What is remembered between runs: how the dashboard was left, and what was there then."""
