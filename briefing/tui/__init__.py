"""The dashboard: the Textual application with its panes, screens and widgets."""
