"""The link table: accepted, rejected and empty rows, and a clear error for each thing that can be wrong."""

import csv
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef

from claimgraph.errors import LinkError
from claimgraph.links import JUSTIFICATIONS, read_links
from claimgraph.namespaces import MAPPING, OWL, PAV, RDF, RDFS, SEMAPV, SKOS, SSSOM, WD, XSD

ROOT = Path(__file__).parents[1]
PREFIXES = {
    "place": "https://w3id.org/claimgraph/place/",
    "event": "https://w3id.org/claimgraph/event/",
    "owl": str(OWL),
    "semapv": str(SEMAPV),
    "skos": str(SKOS),
    "sssom": str(SSSOM),
    "wd": str(WD),
}
HARBOUR = URIRef("https://w3id.org/claimgraph/place/harbour")
ROW = {
    "subject_id": "place:harbour",
    "subject_label": "Harbour",
    "predicate_id": "skos:exactMatch",
    "predicate_modifier": "",
    "object_id": "wd:Q12",
    "object_label": "harbour",
    "mapping_justification": "semapv:ManualMappingCuration",
    "author_label": "A. Writer|B. Reader",
    "mapping_date": "2026-11-22",
    "confidence": "0.90",
    "comment": "same town",
}


def table(*rows, head=""):
    cells = ["\t".join(ROW), *("\t".join({**ROW, **row}.values()) for row in rows)]
    return head + "\n".join(cells) + "\n"


@pytest.fixture
def read(tmp_path):
    def reader(text):
        path = tmp_path / "links.sssom.tsv"
        path.write_bytes(text.encode())
        return read_links(path, "data/links.sssom.tsv", PREFIXES)

    return reader


def test_accepted_row_asserts_its_triple_and_describes_itself(read):
    mapping = MAPPING["place-harbour-Q12"]
    assert read(table({})) == [
        (triple, 2)
        for triple in [
            (HARBOUR, SKOS.exactMatch, WD.Q12),
            (mapping, RDF.type, SSSOM.Mapping),
            (mapping, OWL.annotatedSource, HARBOUR),
            (mapping, OWL.annotatedProperty, SKOS.exactMatch),
            (mapping, OWL.annotatedTarget, WD.Q12),
            (mapping, SSSOM.mapping_justification, SEMAPV.ManualMappingCuration),
            (mapping, SSSOM.subject_label, Literal("Harbour")),
            (mapping, SSSOM.object_label, Literal("harbour")),
            (mapping, SSSOM.author_label, Literal("A. Writer")),
            (mapping, SSSOM.author_label, Literal("B. Reader")),
            (mapping, PAV.authoredOn, Literal("2026-11-22", datatype=XSD.date)),
            (mapping, SSSOM.confidence, Literal("0.9", datatype=XSD.decimal)),
            (mapping, RDFS.comment, Literal("same town")),
        ]
    ]


def test_rejected_row_asserts_nothing_but_says_that_it_is_rejected(read):
    triples = [triple for triple, _ in read(table({"predicate_modifier": "Not"}))]
    assert {subject for subject, _, _ in triples} == {MAPPING["place-harbour-Q12"]}
    assert (MAPPING["place-harbour-Q12"], SSSOM.predicate_modifier, SSSOM.NegatedPredicate) in triples


def test_row_without_an_item_may_leave_its_label_and_confidence_empty(read):
    row = {"object_id": "sssom:NoTermFound", "object_label": "", "confidence": ""}
    triples = [triple for triple, _ in read(table(row))]
    mapping = MAPPING["place-harbour-no-item"]
    assert {subject for subject, _, _ in triples} == {mapping}
    assert (mapping, OWL.annotatedTarget, SSSOM.NoTermFound) in triples
    assert not [p for _, p, _ in triples if p in (SSSOM.confidence, SSSOM.object_label)]


def test_rows_keep_their_names_when_sorted_anew_and_kinds_stay_apart(read):
    rows = [{}, {"subject_id": "event:harbour"}, {"object_id": "https://sws.geonames.org/42/"}]
    names = {s for (s, p, _), _ in read(table(*rows)) if p == RDF.type}
    assert names == {s for (s, p, _), _ in read(table(*reversed(rows))) if p == RDF.type}
    assert names == {
        MAPPING["place-harbour-Q12"],
        MAPPING["event-harbour-Q12"],
        MAPPING["place-harbour-sws-geonames-org-42-"],
    }


@pytest.mark.parametrize(("written", "canonical"), [("1.0", "1"), ("0", "0"), ("0.50", "0.5"), ("1", "1")])
def test_confidence_is_canonical(read, written, canonical):
    values = [str(o) for (_, p, o), _ in read(table({"confidence": written})) if p == SSSOM.confidence]
    assert values == [canonical]


def test_every_justification_of_sssom_is_read(read):
    for name in JUSTIFICATIONS:
        assert read(table({"mapping_justification": f"semapv:{name}"}))


@pytest.mark.parametrize(
    ("row", "problem", "remedy"),
    [
        ({"object_id": "wd:P31"}, "no Wikidata item", "wd:Q"),
        ({"object_id": "wd:Q12a"}, "no Wikidata item", "wd:Q"),
        ({"object_id": "wd:Q012"}, "no Wikidata item", "wd:Q"),
        ({"object_id": "https://www.wikidata.org/wiki/Q12"}, "no Wikidata item", "wd:Q"),
        ({"object_id": "https://www.wikidata.org/entity/Q12"}, "no Wikidata item", "wd:Q"),
        ({"object_id": "Q12"}, "which is no name", "prefix:name"),
        ({"object_id": "place:mill"}, "of this graph", "outside item"),
        ({"object_id": "wdt:Q12"}, "prefix `wdt:`", "Did you mean `wd:`?"),
        ({"object_id": ""}, "`object_id` is empty", "Fill it in"),
        ({"subject_id": "wd:Q1"}, "not of this graph", "place:"),
        ({"predicate_id": "owl:sameAs"}, "owl:sameAs, which is not allowed", "skos:exactMatch"),
        ({"predicate_id": "skos:exactmatch"}, "not allowed", "skos:exactMatch"),
        ({"predicate_modifier": "not"}, "'not'", "Not"),
        ({"predicate_modifier": "Not", "object_id": "sssom:NoTermFound"}, "cannot be rejected", "empty"),
        (
            {"mapping_justification": "semapv:ManualMapping"},
            "unknown to SSSOM",
            "semapv:ManualMappingCuration",
        ),
        ({"mapping_date": "22.11.2026"}, "is no date", "2020-10-04"),
        ({"mapping_date": "2026-02-30"}, "is no date", "2020-10-04"),
        ({"mapping_date": "20261122"}, "is no date", "2020-10-04"),
        ({"confidence": "1.1"}, "'1.1'", "from 0 to 1"),
        ({"confidence": "high"}, "'high'", "from 0 to 1"),
        ({"confidence": ""}, "`confidence` is empty", "Fill"),
        ({"author_label": ""}, "`author_label` is empty", "Fill"),
        ({"comment": " "}, "`comment` is empty", "Fill"),
    ],
)
def test_row_that_is_wrong(read, row, problem, remedy):
    with pytest.raises(LinkError) as caught:
        read(table({"subject_id": "place:mill"}, row))
    assert (caught.value.file, caught.value.line) == ("data/links.sssom.tsv", 3)
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy


def test_one_pair_is_judged_once(read):
    with pytest.raises(LinkError, match="same subject and object as line 2"):
        read(table({}, {"predicate_modifier": "Not"}))


def our_rows():
    text = (ROOT / "data" / "links.sssom.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, dialect="excel-tab"))


def our_entities():
    """The label of each actor but voices, each place and each event of the repository."""
    found = {}
    for name in ("actors", "places", "events"):
        graph = Graph().parse(ROOT / "data" / f"{name}.ttl")
        for node in set(graph.subjects(RDF.type)):
            kind, _, key = str(node).removeprefix("https://w3id.org/claimgraph/").partition("/")
            if kind in ("actor", "office", "place", "event"):
                found[f"{kind}:{key}"] = str(graph.value(node, RDFS.label))
    return found


def test_each_actor_place_and_event_of_ours_has_a_decision_under_its_label():
    rows = our_rows()
    entities = our_entities()
    assert {row["subject_id"] for row in rows if not row["subject_id"].startswith("cg:")} == set(entities)
    for row in rows:
        assert row["subject_label"] == entities.get(row["subject_id"], row["subject_label"])


def test_events_of_ours_match_no_item_exactly_and_one_file_alone_is_no_exact_match():
    for row in our_rows():
        if row["predicate_id"] == "skos:exactMatch" and row["object_id"].startswith("wd:"):
            assert row["predicate_modifier"] or not row["subject_id"].startswith("event:")
            assert row["predicate_modifier"] or not row["comment"].startswith("One file")


def test_what_has_no_item_of_ours_is_linked_to_none():
    rows = our_rows()
    without = {row["subject_id"] for row in rows if row["object_id"] == "sssom:NoTermFound"}
    linked = {
        row["subject_id"]
        for row in rows
        if row["object_id"] != "sssom:NoTermFound" and not row["predicate_modifier"]
    }
    assert len(without) > 40
    assert not without & linked
