"""Tokens of SPARQL: every character of a query belongs to one, and each is of the kind the grammar says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.errors import QueryFailed
from claimgraph.lexer import decode_names, place, tokens


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens(text) if token.kind != "space"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("?a $b", [("variable", "?a"), ("variable", "$b")]),
        ("<http://e/#a>", [("iri", "<http://e/#a>")]),
        ("?a < ?b", [("variable", "?a"), ("sign", "<"), ("variable", "?b")]),
        ("1<2", [("number", "1"), ("sign", "<"), ("number", "2")]),
        ("ex:a.b.", [("name", "ex:a.b"), ("sign", ".")]),
        (r"ex:\'x", [("name", r"ex:\'x")]),
        ("ex:a%20b", [("name", "ex:a%20b")]),
        (":", [("name", ":")]),
        ("e-x.y:z", [("name", "e-x.y:z")]),
        ("true.false", [("word", "true"), ("sign", "."), ("word", "false")]),
        ("1.5e-3", [("number", "1.5e-3")]),
        ("1.", [("number", "1"), ("sign", ".")]),
        ("1union", [("number", "1"), ("word", "union")]),
        ("_:a.b .", [("blank", "_:a.b"), ("sign", ".")]),
        ('"a"@en-GB', [("string", '"a"'), ("language", "@en-GB")]),
        ('""', [("string", '""')]),
        ('"""a"b""c"""', [("string", '"""a"b""c"""')]),
        (r"'it\'s'", [("string", r"'it\'s'")]),
        ("'#' # '", [("string", "'#'"), ("comment", "# '")]),
        ("#a\n?b", [("comment", "#a"), ("variable", "?b")]),
        ("ex:a?b", [("name", "ex:a"), ("variable", "?b")]),
        ("caf\u00e9:\u00e9", [("name", "caf\u00e9:\u00e9")]),
    ],
)
def test_tokens_are_those_of_the_grammar(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("?a 'open", 4),
        ("?a 'two\nlines'", 4),
        (r"?a '\q'", 4),
        ("a \x0c", 3),
        ("a \u00a0", 3),
        (r"a \u0022", 3),
        ("@", 1),
    ],
)
def test_a_character_that_begins_nothing_is_named_with_its_place(text: str, column: int) -> None:
    with pytest.raises(QueryFailed) as caught:
        list(tokens(text))
    assert (caught.value.line, caught.value.column) == (1, column)
    assert caught.value.remedy


@given(st.text(st.sampled_from("SERVICE service<>'\"#\\ ?$:@_.-a1%u0053{}()&|\n"), max_size=60))
def test_tokens_cover_the_text_without_gaps(text: str) -> None:
    position = 0
    failed = None
    try:
        for token in tokens(text):
            assert token.start == position
            position += len(token.text)
    except QueryFailed as error:
        failed = (error.line, error.column)
    assert failed == (None if position == len(text) else place(text, position))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"S\u0045LECT", "SELECT"),
        (r"ex:caf\u00E9", "ex:caf\u00e9"),
        (r"\U0000003fx", r"\U0000003fx"),
        (r"'\u0041'", r"'\u0041'"),
        (r"<http://e/\u0041>", r"<http://e/\u0041>"),
        (r"# \u0041", r"# \u0041"),
        (r"a \u0022b\u0022", r"a \u0022b\u0022"),
        (r"ex:\'\u0041", "ex:\\'A"),
        (r"\uD800", r"\uD800"),
    ],
)
def test_escapes_are_decoded_in_names_only(text: str, expected: str) -> None:
    assert decode_names(text).text == expected


def test_a_place_after_a_decoded_escape_is_that_of_the_original() -> None:
    decoded = decode_names("S\\u0045LECT ?x")
    assert decoded.text == "SELECT ?x"
    assert [decoded.origin(offset) for offset in (0, 1, 2, 7)] == [0, 1, 7, 12]


def test_a_long_query_is_read_in_linear_time() -> None:
    # Quadratic reading would need billions of steps here, linear reading a few hundred thousand.
    for text in ("a." * 50_000, "1" * 100_000, "ex:a" + "." * 100_000, "<a" * 50_000, "_:a" + "." * 100_000):
        assert sum(1 for _ in tokens(text)) > 0
