"""Articles, sentences and passages as the data lay them out, sound or not."""

from rdflib import URIRef

from claimgraph.layout import Layout
from claimgraph.load import load
from claimgraph.namespaces import BASE
from claimgraph.stretches import Stretch


def named(name):
    return URIRef(BASE + name)


def test_sentences_and_passages_are_found_with_their_stretches(invented):
    layout = Layout(invented)
    ((article, nodes),) = layout.articles.items()
    assert article == named("article/t")
    assert len(layout.sentences) == 12
    assert layout.sentences < set(nodes)
    assert layout.stretch(named("sentence/t-1")) == Stretch(1, 47)
    assert layout.stretch(named("passage/t-5-a")) == Stretch(158, 175)
    assert not list(layout.strays())


def test_what_names_no_article_is_a_stray(write_graph, prefix_lines):
    turtle = """
        article:t a cg:Article .
        sentence:lost a cg:Sentence .
        passage:x a cg:Passage ; oa:hasSource sentence:lost .
    """
    layout = Layout(load(write_graph({"data/article.ttl": prefix_lines + turtle})))
    assert layout.articles == {named("article/t"): []}
    assert [(f.focus, f.severity, f.file) for f in layout.strays()] == [
        (named("passage/x"), "violation", "data/article.ttl"),
        (named("sentence/lost"), "violation", "data/article.ttl"),
    ]


def test_a_span_that_is_not_clear_is_none(write_graph, prefix_lines):
    turtle = """
        passage:none a cg:Passage .
        passage:two a cg:Passage ; oa:hasSelector selector:a , selector:b .
        passage:half a cg:Passage ; oa:hasSelector selector:a .
        passage:word a cg:Passage ; oa:hasSelector selector:c .
        selector:a oa:start 1 . selector:b oa:start 1 ; oa:end 2 . selector:c oa:start true ; oa:end "x" .
    """
    layout = Layout(load(write_graph({"data/article.ttl": prefix_lines + turtle})))
    assert [layout.stretch(named(f"passage/{name}")) for name in ("none", "two", "half", "word")] == [
        None
    ] * 4
