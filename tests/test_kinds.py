"""Which items fit which class of ours."""

from pathlib import Path

import pytest
from rdflib import Graph

from claimgraph.linking.kinds import FITTING, KNOWN, NO_THING, judge
from claimgraph.namespaces import CG, OWL, RDF, RDFS, SKOS, WD

ONTOLOGY = Path(__file__).parents[1] / "ontology"


@pytest.mark.parametrize(
    ("ours", "kinds", "fit", "kind"),
    [
        ("Place", ["Q515"], "fits", "city"),
        ("Place", ["Q6256"], "fits", "country"),
        ("State", ["Q6256"], "fits", "country"),
        ("Person", ["Q5"], "fits", "human"),
        ("Place", ["Q5"], "unfit", "human"),
        ("Institution", ["Q30461"], "unfit", "president"),
        ("Office", ["Q192350"], "unfit", "ministry"),
        ("Place", ["Q5", "Q515"], "fits", "city"),
        ("Place", ["Q4167410", "Q515"], "unfit", "page that lists things of one name"),
        ("Place", ["Q999999"], "unknown", None),
        ("Place", [], "unknown", None),
        (None, ["Q5"], "unknown", None),
    ],
)
def test_judgement(ours, kinds, fit, kind):
    assert judge(ours, kinds) == (fit, kind)
    assert judge(ours, reversed(kinds)) == (fit, kind)


def test_every_listed_class_of_ours_is_one_of_the_ontology():
    core = Graph().parse(ONTOLOGY / "core.ttl")
    for name in FITTING:
        assert (CG[name], RDF.type, OWL.Class) in core, name
    # What is an actor has a list of its own or that of a class above; a voice has none.
    for each in core.subjects(RDFS.subClassOf, CG.Actor):
        assert str(each).removeprefix(CG) in {*FITTING, "Voice"}


def test_the_list_agrees_with_the_alignments():
    alignments = Graph().parse(ONTOLOGY / "alignments.ttl")
    for name, fitting in FITTING.items():
        for predicate in (SKOS.exactMatch, SKOS.closeMatch, SKOS.narrowMatch):
            for item in alignments.objects(CG[name], predicate):
                if str(item).startswith(WD):
                    assert str(item).removeprefix(WD) in fitting, name


def test_one_class_has_one_label():
    for table in (*FITTING.values(), NO_THING):
        assert {key: KNOWN[key] for key in table} == dict(table)
