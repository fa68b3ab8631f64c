"""Document -> Findings: sentences, names, statements, disputes and agenda, pure and without input or output."""
