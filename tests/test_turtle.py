"""Turtle files: the line of every triple, literals as written, and no way in for anything else."""

import tempfile
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import BNode, Graph, Literal, URIRef

from claimgraph.errors import TurtleError
from claimgraph.namespaces import RDF, XSD
from claimgraph.turtle import Declaration, TurtleDocument, read_turtle

HEAD = "@prefix a: <http://a/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
BODY = '''# a comment
a:s
    a a:Thing ; # another
    a:p 1 , """two
lines
""" , "x"@en ,
        a:o , [ a:q
            1.5 ; a:r [ a:z true ,
            false ] ] ;

    # between
    a:list (
        1
        ( 2
          3 ) [ a:k
            "2020-10-04"^^xsd:date ] ) ;
    a:empty () ;
.
_:b a:p a:o .   [] a:p
    "é𝔘\\u00e9" .
[ a:p -1e1 ] .
PREFIX b: <http://b/>
b:x.y a:p b:\\~z .
'''


@pytest.fixture
def read(tmp_path):
    def reader(text, encoding="utf-8"):
        path = tmp_path / "f.ttl"
        path.write_bytes(text.encode(encoding))
        return read_turtle(path, "f.ttl")

    return reader


def lines_of(document):
    """(short predicate, short object) → line."""
    return {
        (str(p).rpartition("/")[2].rpartition("#")[2], str(o)): line for (_, p, o), line in document.triples
    }


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_of_every_object(read, newline):
    text = (HEAD + BODY).replace("\n", newline)
    document = read(text)
    written = text.split(newline)
    lines = lines_of(document)

    def number(part):
        return next(n for n, line in enumerate(written, 1) if part in line)

    expected = {
        ("type", "http://a/Thing"): number("a:Thing"),
        ("p", "1"): number('"""two'),
        ("p", f"two{newline}lines{newline}"): number('"""two'),
        ("p", "x"): number('"x"@en'),
        ("q", "1.5"): number("1.5"),
        ("z", "true"): number("true"),
        ("z", "false"): number("false"),
        ("first", "1"): number("a:list") + 1,
        ("first", "2"): number("( 2"),
        ("first", "3"): number("3 )"),
        ("k", "2020-10-04"): number("2020-10-04"),
        ("empty", str(RDF.nil)): number("a:empty"),
        ("p", "é𝔘é"): number("u00e9"),
        ("p", "-1e1"): number("-1e1"),
        ("p", "http://b/~z"): number("b:x.y"),
    }
    assert {key: lines.get(key) for key in expected} == expected
    assert document.subjects[URIRef("http://a/s")] == number("a:s")
    assert document.subjects[URIRef("http://b/x.y")] == number("b:x.y")


def test_triples_are_those_of_the_reference_reader(read):
    document = read(HEAD + BODY)
    ours = Graph()
    for triple, _ in document.triples:
        ours.add(triple)
    theirs = Graph().parse(data=HEAD + BODY, format="turtle")
    assert ours.isomorphic(theirs)
    assert len(document.triples) == len(list(pyoxigraph.parse(HEAD + BODY, pyoxigraph.RdfFormat.TURTLE)))


def test_repeated_triple_keeps_both_lines(read):
    document = read(HEAD + "a:s a:p 1 .\na:s a:p 1 .\n")
    assert [line for _, line in document.triples] == [3, 4]


@pytest.mark.parametrize(
    ("written", "lexical", "datatype"),
    [
        ('"01"^^xsd:integer', "01", XSD.integer),
        ("01", "01", XSD.integer),
        ("+1.50", "+1.50", XSD.decimal),
        ("1E1", "1E1", XSD.double),
        ("true", "true", XSD.boolean),
        ('"2020-10-04T00:00:00+00:00"^^xsd:dateTime', "2020-10-04T00:00:00+00:00", XSD.dateTime),
        ('"x"^^xsd:string', "x", XSD.string),
        ('"x"', "x", None),
    ],
)
def test_literals_stay_as_written(read, written, lexical, datatype):
    ((_, _, value), _) = read(HEAD + f"a:s a:p {written} .").triples[0]
    assert isinstance(value, Literal)
    assert (str(value), value.datatype) == (lexical, datatype)


def test_value_outside_its_datatype_is_read_without_a_traceback_on_the_terminal(read, caplog):
    ((_, _, value), _) = read(HEAD + 'a:s a:p "2020-13-01"^^xsd:date .').triples[0]
    assert value.ill_typed
    assert caplog.text == ""


def test_blank_nodes_are_the_same_on_every_run_and_differ_between_files(read, tmp_path):
    text = HEAD + "a:s a:p [ a:q 1 ] , _:x ."
    first, second = read(text), read(text)
    assert first.triples == second.triples
    other = read_turtle(tmp_path / "f.ttl", "f.ttl", scope="another")
    assert not {n for t, _ in first.triples for n in t if isinstance(n, BNode)} & {
        n for t, _ in other.triples for n in t if isinstance(n, BNode)
    }


def test_prefixes_and_relative_iris_are_noted_with_their_lines(read):
    document = read(
        HEAD + "a:s a:p <foo> ,\n <#x> , <http://full/> , <urn:x> .\n<> a:p 1 .\n@prefix a: <http://c/> ."
    )
    assert document.relative == [("foo", 3), ("#x", 4), ("", 5)]
    assert document.declarations[0] == Declaration("a", "http://a/", 1)
    assert document.declarations[-1] == Declaration("a", "http://c/", 6)
    assert document.prefixes == {"a": "http://c/", "xsd": str(XSD)}


def test_empty_file_is_an_empty_document(read):
    assert read("").triples == []


@pytest.mark.parametrize(
    "newer",
    [
        "a:s a:p <<( a:s a:p 1 )>> .",
        "a:s a:p 1 {| a:q 2 |} .",
        'VERSION "1.2"',
        'a:s a:p "x"@en--ltr .',
    ],
)
def test_newer_syntax_is_refused_as_such(read, newer):
    with pytest.raises(TurtleError, match=r"Turtle 1\.1") as caught:
        read(HEAD + newer)
    assert caught.value.line in (3, None)


def test_brackets_nested_too_deeply(read):
    with pytest.raises(TurtleError, match="nested too deeply"):
        read(HEAD + "a:s a:p " + "[ a:p " * 5000 + "1" + "]" * 5000 + " .")


def test_readers_that_disagree_are_not_trusted(read, monkeypatch):
    real = pyoxigraph.parse
    monkeypatch.setattr(pyoxigraph, "parse", lambda *args, **options: list(real(*args, **options))[1:])
    with pytest.raises(TurtleError, match=r"f\.ttl:3: Two Turtle readers"):
        read(HEAD + "a:s a:p 1 .")


def test_not_a_file(tmp_path):
    with pytest.raises(TurtleError, match="folder"):
        read_turtle(tmp_path, "data")


TOKENS = [
    "<",
    ">",
    '"',
    '"""',
    "'",
    "[",
    "]",
    "(",
    ")",
    ".",
    ";",
    ",",
    "@",
    "^^",
    "a:",
    "_:",
    "\\",
    "%",
    "#",
    "\0",
]
TOKENS += [
    "\ufeff",
    "\r",
    "\r\n",
    "\u2028",
    "<<(",
    "{|",
    "𝔘",
    "\\uD800",
    "1.",
    "e9",
    "true",
    "@prefix",
    "BASE <x>",
]
PIECE = st.one_of(st.sampled_from(TOKENS), st.text(max_size=5)).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)
WHOLE = (HEAD + BODY).encode()


@st.composite
def mutations(draw):
    """The valid file with one to four slices cut out and replaced by something else, on any byte."""
    content = WHOLE
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        length = draw(st.integers(0, 12))
        piece = draw(st.one_of(PIECE, st.binary(max_size=3), st.just(b"")))
        content = content[:start] + piece + content[start + length :]
    return content


def document_or_error(path):
    try:
        return read_turtle(path, "f.ttl")
    except TurtleError as error:
        return error


@settings(max_examples=400, deadline=None)
@given(mutations())
def test_no_mutation_gives_anything_but_a_document_or_a_turtle_error(content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "f.ttl"
        path.write_bytes(content)
        outcome = document_or_error(path)
    last = content.count(b"\n") + 1
    if isinstance(outcome, TurtleDocument):
        assert all(1 <= line <= last for _, line in outcome.triples)
    else:
        assert outcome.file == "f.ttl"
        assert outcome.problem.strip()
        assert outcome.remedy.strip()
        assert outcome.line is None or 1 <= outcome.line <= last
