"""A triple as it is typed."""

from __future__ import annotations

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

from claimgraph.errors import UsageError
from claimgraph.statement import read_statement

PREFIXES = {"e": "http://e/", "xsd": str(XSD)}
A, P = URIRef("http://e/a"), URIRef("http://e/p")


@pytest.mark.parametrize(
    ("words", "triple"),
    [
        (("e:a", "e:p", "e:a"), (A, P, A)),
        (("<http://e/a>", "http://e/p", "e:a"), (A, P, A)),
        (("e:a", "a", "e:a"), (A, RDF.type, A)),
        (("e:a", "e:p", '"x y"@en'), (A, P, Literal("x y", lang="en"))),
        (("e:a", "e:p", "'x'"), (A, P, Literal("x"))),
        (("e:a", "e:p", "12"), (A, P, Literal("12", datatype=XSD.integer))),
        (("e:a", "e:p", '"2020-10-04"^^xsd:date'), (A, P, Literal("2020-10-04", datatype=XSD.date))),
        (("e:a-1-1", "e:p", "true"), (URIRef("http://e/a-1-1"), P, Literal("true", datatype=XSD.boolean))),
    ],
)
def test_words_in_turtle_are_read(words: tuple[str, str, str], triple: tuple[object, ...]) -> None:
    assert read_statement(words, PREFIXES) == triple


@pytest.mark.parametrize(
    ("words", "word", "role"),
    [
        (("f:a", "e:p", "e:a"), "f:a", "subject"),
        (("e:a", "f:p", "e:a"), "f:p", "predicate"),
        (("'x'", "e:p", "e:a"), "'x'", "subject"),
        (("e:a", "'x'", "e:a"), "'x'", "predicate"),
        (("e:a", "e:p", "Ganja"), "Ganja", "object"),
        (("e:a", "e:p", ""), "", "object"),
        (("e:a", "e:p", "e:a , e:b"), "e:a , e:b", "object"),
        (("e:a", "e:p", "e:a . e:b e:p e:c"), "e:a . e:b e:p e:c", "object"),
        (("e:a", "e:p", "[]"), "[]", "object"),
        (("a", "e:p", "e:a"), "a", "subject"),
        (("e:a e:p e:b .\n e:c", "e:p", "e:a"), "e:a e:p e:b .\n e:c", "subject"),
    ],
)
def test_the_word_at_fault_is_named(words: tuple[str, str, str], word: str, role: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_statement(words, PREFIXES)
    assert f"`{word}` cannot be the {role}" in str(caught.value)


@pytest.mark.parametrize(
    ("words", "prefix"),
    [
        (("f:a", "e:p", "e:a"), "f:"),
        (("e:a", "foo:p", "e:a"), "foo:"),
        (("e:a", "e:p", "f:x-1.b"), "f:"),
        (("e:a", "e:p", '"12"^^xs:integer'), "xs:"),
        (("e:a", "e:p", ":x"), ":"),
    ],
)
def test_an_unknown_prefix_is_named_as_the_cause(words: tuple[str, str, str], prefix: str) -> None:
    with pytest.raises(UsageError, match=r"prefixes\.ttl has no prefix") as caught:
        read_statement(words, PREFIXES)
    assert f"`{prefix}`" in str(caught.value)
    assert ("Did you mean `xsd:`?" in str(caught.value)) == (prefix == "xs:")
