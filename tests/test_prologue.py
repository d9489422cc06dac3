"""What BASE and PREFIX declare, and the IRIs that names stand for."""

from __future__ import annotations

import pytest

from claimgraph.lexer import tokens
from claimgraph.prologue import Prologue, read_prologue


def prologue(text: str, base: str | None = None) -> Prologue:
    return read_prologue([token for token in tokens(text) if token.kind not in ("space", "comment")], base)


def iri(text: str, written: str, base: str | None = None) -> str:
    return prologue(text, base).iri(next(iter(tokens(written))))


def test_declarations_are_read_up_to_the_query() -> None:
    read = prologue(
        "BASE <http://b/> # c\nprefix e: <http://e/#> Prefix : <x/> VERSION '1.1' SELECT * { ?s ?p ?o }"
    )
    assert read.base == "http://b/"
    assert read.prefixes == {"e": "http://e/#", "": "http://b/x/"}
    assert read.length == 10


@pytest.mark.parametrize("text", ["PREFIX e <http://e/>", "PREFIX e:x <http://e/>", "BASE e:", "PREFIX"])
def test_a_malformed_declaration_ends_the_prologue(text: str) -> None:
    assert prologue(text).length == 0


@pytest.mark.parametrize(
    ("text", "written", "base", "expected"),
    [
        ("PREFIX e: <http://e/>", "e:a", None, "http://e/a"),
        ("PREFIX e: <http://e/> PREFIX e: <http://f/>", "e:a", None, "http://f/a"),
        ("PREFIX e: <http://e/>", r"e:a\'b\.c", None, "http://e/a'b.c"),
        ("", "<http://e/#>", "http://b/x", "http://e/#"),
        ("", "<y>", "http://b/x", "http://b/y"),
        ("", "<#>", "http://b/x", "http://b/x#"),
        ("", "<>", "http://b/x", "http://b/x"),
        ("BASE <http://c/d/>", "<../y>", "http://b/x", "http://c/y"),
        ("", r"<http://e/\u00E9>", None, "http://e/\u00e9"),
        ("", r"<http://e/\uD800>", None, "http://e/\ufffd"),
        ("", "<y>", None, "y"),
    ],
)
def test_names_stand_for_iris(text: str, written: str, base: str | None, expected: str) -> None:
    assert iri(text, written, base) == expected
