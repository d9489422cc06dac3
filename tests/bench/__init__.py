"""How fast the endpoint is beside others, and whether its memory stays flat: run by hand."""
