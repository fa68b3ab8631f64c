"""How fast briefing is, beside others and beside what the machine can do at all: ``make bench``."""
