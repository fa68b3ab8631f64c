"""What comes from outside: cleaning of text, file names and messages, and the bounded YAML loader."""
