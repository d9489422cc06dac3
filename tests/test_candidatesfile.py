"""Candidates from a file: a table or JSON, and a clear error for each thing that can be wrong."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from claimgraph.errors import CandidatesError
from claimgraph.linking.candidatesfile import read_candidates
from claimgraph.linking.entities import Entity, Name
from claimgraph.linking.items import Item, as_point, clean
from claimgraph.linking.listing import Listed, as_json
from claimgraph.linking.ranking import rank

PREFIXES = {"place": "https://w3id.org/claimgraph/place/"}
GANJA = PREFIXES["place"] + "ganja"
HEADER = "\t".join(
    [
        "subject_id",
        "object_id",
        "object_label",
        "labels",
        "aliases",
        "description",
        "types",
        "latitude",
        "longitude",
        "geonames",
        "evidence",
    ]
)


@pytest.fixture
def read(tmp_path):
    def reader(text, name="candidates.tsv"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return read_candidates(path, name, PREFIXES)

    return reader


def test_a_table_with_everything(read):
    text = (
        f"# checked by hand\n{HEADER}\n\n"
        "place:ganja\twd:Q131290\tGanja\taz=Gəncə; ru=Гянджа\tGandja|Gyandzha\tcity\tQ515|wd:Q1549591"
        "\t40.68\t46.36\t586523\ta gazetteer|another file\n"
        'place:ganja\tQ1996181\t"Ganja"\t\t\t\t\t\t\t\t\n'
    )
    items = read(text)[GANJA]
    assert items["Q131290"] == Item(
        "Q131290",
        labels={"en": "Ganja", "az": "Gəncə", "ru": "Гянджа"},
        aliases={"en": ("Gandja", "Gyandzha")},
        descriptions={"en": "city"},
        types=("Q515", "Q1549591"),
        kinds=frozenset(("Q515", "Q1549591")),
        point=(40.68, 46.36),
        geonames=("586523",),
        evidence=("a gazetteer", "another file"),
    )
    assert items["Q1996181"] == Item("Q1996181", labels={"en": '"Ganja"'})


def test_two_columns_are_enough_in_any_order(read):
    assert read("object_id\tsubject_id\nQ5\tplace:ganja\n") == {GANJA: {"Q5": Item("Q5")}}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", None, "The file is empty"),
        ("subject_id\n", 1, "lacks object_id"),
        ("subject_id\tobject_id\tnote\n", 1, "`note` is unknown"),
        ("subject_id\tobject_id\tobject_id\n", 1, "`object_id` occurs twice"),
        ("subject_id\tobject_id\nplace:ganja\n", 2, "has 1 cells, the header has 2"),
        ("subject_id\tobject_id\nplace:ganja\tP31\n", 2, "'P31' is no Wikidata item"),
        ("subject_id\tobject_id\ttypes\nplace:ganja\tQ1\tcity\n", 2, "'city' is no Wikidata item"),
        ("subject_id\tobject_id\tlabels\nplace:ganja\tQ1\tGəncə\n", 2, "Write it as az="),
        (
            "subject_id\tobject_id\tlatitude\tlongitude\nplace:ganja\tQ1\t40.6\t\n",
            2,
            "no latitude and longitude",
        ),
        (
            "subject_id\tobject_id\tlatitude\tlongitude\nplace:ganja\tQ1\t99\t1\n",
            2,
            "no latitude and longitude",
        ),
        ("subject_id\tobject_id\nplace:ganja\tQ1\n\nplace:ganja\tQ1\n", 4, "Q1 is given twice"),
    ],
)
def test_a_table_that_is_wrong(read, text, line, words):
    with pytest.raises(CandidatesError, match=words) as caught:
        read(text)
    assert (caught.value.file, caught.value.line) == ("candidates.tsv", line)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON|nested too deep"),
        ("[]", "not in the form"),
        ('{"entities": [{"candidates": [{}]}]}', "not in the form"),
        (
            '{"entities": [{"subject_id": "place:ganja", "candidates": [{"object_id": "x"}]}]}',
            "no Wikidata item",
        ),
        (
            '{"entities": [{"subject_id": "p", "candidates": [{"object_id": "Q1", "labels": 5}]}]}',
            "not in the form",
        ),
    ],
)
def test_json_that_is_wrong(read, text, words):
    with pytest.raises(CandidatesError, match=words):
        read(text, "candidates.json")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CandidatesError, match="no such file"):
        read_candidates(tmp_path / "none", "none", PREFIXES)


WORD = st.text(max_size=12).map(clean).filter(bool)
TEXTS = st.dictionaries(st.sampled_from(["en", "az", "mul"]), WORD)
ITEM = st.builds(
    Item,
    id=st.integers(1, 10**9).map("Q{}".format),
    labels=TEXTS,
    aliases=st.dictionaries(st.sampled_from(["en", "ru"]), st.lists(WORD, max_size=3).map(tuple)),
    descriptions=TEXTS,
    types=st.lists(st.sampled_from(["Q5", "Q515"]), max_size=2).map(tuple),
    kinds=st.frozensets(st.sampled_from(["Q5", "Q515", "Q486972"])),
    point=st.none() | st.builds(as_point, st.floats(-90, 90), st.floats(-180, 180)),
    geonames=st.lists(WORD, max_size=2).map(tuple),
    evidence=st.lists(WORD, max_size=2).map(tuple),
    service=st.none() | st.floats(0, 100),
)


@given(items=st.lists(ITEM, unique_by=lambda item: item.id))
def test_what_json_lists_is_read_again_and_ranked_alike(tmp_path_factory, items):
    entity = Entity(URIRef(GANJA), "place:ganja", "Ganja", "Place", (Name("Ganja", "en", "label"),))
    ranked = rank(entity, items)
    path = tmp_path_factory.mktemp("listed") / "candidates.json"
    text = as_json([Listed(entity, tuple(ranked), ())])
    path.write_text(text, "utf-8")
    found = read_candidates(path, "candidates.json", PREFIXES)
    assert rank(entity, found.get(GANJA, {}).values()) == ranked
    for listed, candidate in zip(json.loads(text)["entities"][0]["candidates"], ranked, strict=True):
        assert listed["score"] == candidate.score == sum(each["points"] for each in listed["reasons"])
