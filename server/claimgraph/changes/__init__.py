"""Tools for those who change a graph: formatting, mending, telling what a change does."""
