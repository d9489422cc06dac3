"""Prose of a text is found wherever it is copied to, and never repeated in a message."""

import pytest

from claimgraph.copying import copied_prose
from claimgraph.load import load

TEXT = "Once the “old” lighthouse-keeper’s daughter painted seven very large blue doors, nobody slept.\n"
EIGHT = "old lighthouse keeper s daughter painted seven very"


@pytest.fixture
def check(write_graph, prefix_lines):
    def checker(literal, file="data/new.ttl"):
        body = f'{prefix_lines}\nactor:x rdfs:label "x" ;\n rdfs:comment """{literal}"""@en .\n'
        return list(copied_prose(load(write_graph({file: body})), {"t.txt": TEXT}))

    return checker


@pytest.mark.parametrize("file", ["data/new.ttl", "ontology/new.ttl", "shapes/new.ttl"])
@pytest.mark.parametrize(
    "literal",
    [
        EIGHT,
        EIGHT.upper(),
        'the "old" lighthouse-keeper\'s\n daughter painted seven, very: LARGE',
        "before it " + EIGHT.replace(" ", " — ") + " after it",
        EIGHT.replace("seven", "\\uFF53even"),
    ],
)
def test_eight_words_are_found_whatever_their_dress(check, prefix_lines, literal, file):
    (finding,) = check(literal, file)
    assert (finding.file, finding.line) == (file, prefix_lines.count("\n") + 3)
    assert finding.severity == "violation"
    assert "t.txt" in finding.sentence
    assert "lighthouse" not in f"{finding.sentence} {finding.remedy} {finding.value}"


@pytest.mark.parametrize(
    "literal",
    [
        EIGHT.rpartition(" ")[0],
        EIGHT.replace("seven", "eight"),
        "old lighthouse keeper s daughter, then painted seven very large blue doors",
        "",
    ],
)
def test_seven_words_and_other_words_pass(check, literal):
    assert check(literal) == []


def test_links_are_searched_too(write_graph):
    table = (
        "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tauthor_label"
        "\tmapping_date\tconfidence\tcomment\n"
        f"place:harbour\tH\tskos:exactMatch\twd:Q12\th\tsemapv:MappingReview\tA\t2026-11-22\t1\t{EIGHT}\n"
    )
    loaded = load(write_graph({"data/links.sssom.tsv": table}))
    (finding,) = copied_prose(loaded, {"t.txt": TEXT})
    assert (finding.file, finding.line) == ("data/links.sssom.tsv", 2)


def test_the_number_of_words_is_a_setting(write_graph, prefix_lines):
    loaded = load(write_graph({"data/new.ttl": prefix_lines + "actor:x rdfs:label 'painted seven very' ."}))
    assert len(list(copied_prose(loaded, {"t.txt": TEXT}, words=3))) == 1
    assert not list(copied_prose(loaded, {"t.txt": TEXT}, words=4))
