"""Names in SPARQL texts, with their lines, and nothing that only looks like one."""

from claimgraph.mentions import mentions

TEXT = """\
#+ summary: a:comment is none
PREFIX a: <http://a/>
prefix : <http://default/>
PREFIX b: <http://b/> PREFIX b2: <http://b2/>
SELECT ?x { ?x a:p a:q.r . # a:comment
  ?a:notone b:p "a:string" , 'a:string', "\\"a:string" ;
  b2:p <http://c/full> , "5"^^a:type , <http://d/#x> .
  FILTER(?x < 5 && 6 > ?x && a:f(?x) = c:unknown)
  FILTER(?x = \"\"\"long
a:string\"\"\" || ?y = a:last-one.)
}
"""


def test_names_and_lines():
    assert list(mentions(TEXT, {})) == [
        ("http://a/p", 5),
        ("http://a/q.r", 5),
        ("http://default/notone", 6),
        ("http://b/p", 6),
        ("http://b2/p", 7),
        ("http://c/full", 7),
        ("http://a/type", 7),
        ("http://d/#x", 7),
        ("http://a/f", 8),
        ("http://a/last-one", 10),
    ]


def test_prefixes_from_outside_serve_unless_the_text_has_its_own():
    prefixes = {"a": "http://other/", "c": "http://c/"}
    assert list(mentions("PREFIX a: <http://a/> ASK { a:x c:y z:w }", prefixes)) == [
        ("http://a/x", 1),
        ("http://c/y", 1),
    ]
