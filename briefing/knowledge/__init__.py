"""What the program knows before it reads: tables in YAML and the loader that compiles them."""
