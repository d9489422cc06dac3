"""A whole graph directory: named graphs, positions, and all errors at once."""

import pytest
from rdflib import Literal, URIRef

from claimgraph.errors import LinkError, LoadErrors, QuestionError, RuleError, TurtleError
from claimgraph.load import Position, load
from claimgraph.namespaces import BASE, CG, GRAPH, LINKS, RDF, RDFS, SH, SHAPE, SKOS, WD

LINKS_HEADER = (
    "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tauthor_label"
    "\tmapping_date\tconfidence\tcomment\n"
)
LINK = (
    "place:harbour\tHarbour\tskos:exactMatch\twd:Q12\tharbour\tsemapv:ManualMappingCuration\tA. Writer"
    "\t2026-11-22\t0.9\tsame town\n"
)
MILL, GUILD, HARBOUR = BASE["actor/mill"], BASE["actor/guild"], BASE["place/harbour"]


def errors_of(directory):
    with pytest.raises(LoadErrors) as caught:
        load(directory)
    return caught.value.errors


def test_each_file_is_a_named_graph_and_shapes_stay_apart(write_graph):
    loaded = load(write_graph({"data/links.sssom.tsv": LINKS_HEADER + LINK}))
    assert set(loaded.graphs) == {
        GRAPH["ontology/prefixes"],
        GRAPH["ontology/core"],
        GRAPH["data/actors"],
        GRAPH["data/places"],
        LINKS,
    }
    assert (MILL, RDF.type, CG.Actor) in loaded.graphs[GRAPH["data/actors"]]
    assert (SHAPE.Actor, RDF.type, SH.NodeShape) in loaded.shapes
    assert (SHAPE.Actor, None, None) not in loaded.asserted()


def test_merged_graphs(write_graph):
    loaded = load(write_graph({"data/links.sssom.tsv": LINKS_HEADER + LINK}))
    ontology, data, asserted = loaded.ontology(), loaded.data(), loaded.asserted()
    assert (CG.Actor, None, None) in ontology
    assert (MILL, None, None) not in ontology
    assert (HARBOUR, SKOS.exactMatch, WD.Q12) in data
    assert (CG.Actor, None, None) not in data
    assert len(asserted) == len(ontology) + len(data)
    data.add((MILL, RDFS.label, Literal("changed")))
    assert len(loaded.data()) == len(data) - 1


def test_prefixes_are_those_of_the_list_in_every_graph(write_graph):
    loaded = load(write_graph())
    assert loaded.prefixes["cg"] == str(CG)
    for graph in [loaded.asserted(), loaded.shapes, *loaded.graphs.values()]:
        assert dict(graph.namespaces()) == {prefix: URIRef(ns) for prefix, ns in loaded.prefixes.items()}


def test_positions(write_graph, prefix_lines):
    first = prefix_lines.count("\n") + 2
    positions = load(write_graph({"data/links.sssom.tsv": LINKS_HEADER + LINK})).positions
    actors = "data/actors.ttl"
    assert positions.triple((MILL, CG.memberOf, GUILD)) == Position(actors, first + 2)
    assert positions.subject(MILL) == Position(actors, first)
    assert positions.subject(GUILD) == Position(actors, first + 3)
    assert positions.find(MILL, CG.memberOf, GUILD) == Position(actors, first + 2)
    assert positions.find(MILL, CG.memberOf, HARBOUR) == Position(actors, first + 2)
    assert positions.find(MILL, CG.population) == Position(actors, first)
    assert positions.find(BASE["actor/nobody"], None, MILL) == Position(actors, first)
    assert positions.find(BASE["actor/nobody"]) is None
    assert positions.triple((HARBOUR, SKOS.exactMatch, WD.Q12)) == Position("data/links.sssom.tsv", 2)
    assert positions.subject(HARBOUR).file == "data/places.ttl"


def test_alignments_do_not_hide_where_a_term_is_defined(write_graph, prefix_lines):
    alignments = prefix_lines + "cg:Actor rdfs:subClassOf skos:Concept ."
    positions = load(write_graph({"ontology/alignments.ttl": alignments})).positions
    assert positions.subject(CG.Actor).file == "ontology/core.ttl"


def test_data_is_read_with_its_folders_the_others_without(write_graph, prefix_lines):
    body = prefix_lines + "actor:new a cg:Actor ."
    loaded = load(
        write_graph(
            {
                "data/articles/deep/new.ttl": body,
                "data/.hidden.ttl": "this is not Turtle",
                "data/.git/x.ttl": "nor this",
                "ontology/old/core.ttl": body,
                "data/more.nt": "",
                "data/notes.md": "",
            }
        )
    )
    assert GRAPH["data/articles/deep/new"] in loaded.graphs
    assert sorted(loaded.ignored) == ["data/more.nt", "ontology/old/core.ttl"]


def test_rules_and_queries_elsewhere_are_told_and_hidden_ones_passed_over(write_graph):
    loaded = load(
        write_graph(
            {
                "ontology/rules/sub/r.rq": "no rule",
                "ontology/rules/.hidden.rq": "no rule",
                "ontology/r.rq": "no rule",
                "data/queries/sub/q.rq": "no query",
                "data/queries/.hidden.rq": "no query",
                "data/queries/q.RQ": "no query",
                "shapes/q.rq": "no query",
            }
        )
    )
    assert loaded.rules == []
    assert loaded.scripts == {}
    assert sorted(loaded.ignored) == [
        "data/queries/q.RQ",
        "data/queries/sub/q.rq",
        "ontology/r.rq",
        "ontology/rules/sub/r.rq",
        "shapes/q.rq",
    ]


def test_rules_and_queries_are_read(write_graph):
    rule = (
        "#+ summary: s\n#+ definition: A member belongs.\nPREFIX cg: <https://w3id.org/claimgraph/ontology/>\n"
        "CONSTRUCT { ?a cg:memberOf ?b } WHERE { ?b cg:memberOf ?a }\n"
    )
    loaded = load(write_graph({"ontology/rules/r.rq": rule, "data/queries/q.rq": "SELECT * {}"}))
    assert [rule.name for rule in loaded.rules] == ["r"]
    assert loaded.scripts == {"ontology/rules/r.rq": rule, "data/queries/q.rq": "SELECT * {}"}


def test_errors_of_all_files_come_together_in_order(write_graph):
    errors = errors_of(
        write_graph(
            {
                "ontology/core.ttl": "x",
                "data/actors.ttl": "<a> <b> .",
                "data/links.sssom.tsv": "subject_id\n",
                "data/queries/q.rq": "\ufeffASK {}",
                "ontology/rules/r.rq": "no rule",
                "shapes/actor.ttl": "[",
            }
        )
    )
    assert [(type(error), error.file) for error in errors] == [
        (TurtleError, "data/actors.ttl"),
        (LinkError, "data/links.sssom.tsv"),
        (QuestionError, "data/queries/q.rq"),
        (TurtleError, "ontology/core.ttl"),
        (RuleError, "ontology/rules/r.rq"),
        (TurtleError, "shapes/actor.ttl"),
    ]
    assert all(error.problem and error.remedy for error in errors)


def test_rule_that_cannot_be_read_is_reported_once(write_graph):
    (error,) = errors_of(write_graph({"ontology/rules/r.rq": "\ufeffx"}))
    assert "byte order mark" in error.problem


@pytest.mark.parametrize("part", ["ontology", "data", "shapes"])
def test_folder_without_turtle_is_an_error(write_graph, part):
    files = {name: None for name in ("ontology/prefixes.ttl", "ontology/core.ttl") if part == "ontology"}
    files |= {name: None for name in ("data/actors.ttl", "data/places.ttl") if part == "data"}
    files |= {"shapes/actor.ttl": None} if part == "shapes" else {}
    assert f"{part}/" in [error.file for error in errors_of(write_graph(files))]


def test_missing_prefix_list_is_one_error_even_with_links(write_graph):
    (error,) = errors_of(
        write_graph({"ontology/prefixes.ttl": None, "data/links.sssom.tsv": LINKS_HEADER + LINK})
    )
    assert error.file == "ontology/prefixes.ttl"


def test_broken_prefix_list_is_one_error(write_graph):
    (error,) = errors_of(write_graph({"ontology/prefixes.ttl": "@prefix"}))
    assert (error.file, error.line) == ("ontology/prefixes.ttl", 1)


def test_symbolic_links_lead_nowhere(write_graph, tmp_path_factory):
    directory = write_graph()
    outside = tmp_path_factory.mktemp("outside")
    (outside / "x.ttl").write_text("")
    (directory.data / "loop").symlink_to(directory.data)
    (directory.data / "out").symlink_to(outside)
    (directory.data / "x.ttl").symlink_to(outside / "x.ttl")
    (directory.data / "inside.ttl").symlink_to(directory.data / "places.ttl")
    errors = errors_of(directory)
    assert [error.file for error in errors] == ["data/loop", "data/out", "data/x.ttl"]


def test_two_loads_are_equal(write_graph, prefix_lines):
    directory = write_graph({"data/blank.ttl": prefix_lines + "actor:x cg:memberOf [ a cg:Actor ] ."})
    first, second = load(directory), load(directory)
    assert set(first.asserted()) == set(second.asserted())
    assert first.positions.triples == second.positions.triples
