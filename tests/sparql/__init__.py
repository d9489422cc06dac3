"""SPARQL asked over HTTP: cases of our own, and the test suite of the W3C."""
