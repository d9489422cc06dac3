"""Findings have one order, whatever order the checks ran in."""

import itertools

from rdflib import Literal, URIRef

from claimgraph.findings import Counts, Finding, counts


def test_order_is_by_place_then_weight_then_wording():
    ordered = [
        Finding("violation", None, None, "a", "r"),
        Finding("violation", "a.ttl", None, "a", "r"),
        Finding("violation", "a.ttl", 2, "a", "r"),
        Finding("warning", "a.ttl", 2, "a", "r"),
        Finding("violation", "a.ttl", 10, "a", "r", value=Literal(0)),
        Finding("violation", "a.ttl", 10, "a", "r", value=Literal(1)),
        Finding("violation", "a.ttl", 10, "b", "r", focus=URIRef("urn:x")),
        Finding("violation", "b.ttl", 1, "a", "r"),
    ]
    assert all(
        sorted(shuffled) == ordered
        for shuffled in itertools.islice(itertools.permutations(ordered), 0, 40000, 97)
    )


def test_counts():
    severities = ["warning", "violation", "info", "warning"]
    assert counts(Finding(severity, None, None, "s", "r") for severity in severities) == Counts(1, 2, 1)
