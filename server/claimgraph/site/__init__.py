"""Pages for people over a store: what a worker reads, and how it is written. Knows no HTTP and no files."""
