"""Only furniture is excused, for the reason that fits its part, and only if something backs the reason."""

import pytest

from claimgraph.coverage import cover
from claimgraph.load import load

HEADLINE = "cg:part cg:HeadlinePart ;\n    cg:coverageExcuse cg:HeadlineFurniture ;"
SEPARATOR = "cg:part cg:SeparatorPart ;\n    cg:coverageExcuse cg:NoWords ;"
CREDIT = "cg:part cg:CreditPart ;\n    cg:coverageExcuse cg:MetadataOnly ;"
DATELINE = "cg:part cg:DatelinePart ;\n    cg:coverageExcuse cg:MetadataOnly ;"


@pytest.fixture
def told(invented_changed, invented_texts):
    """The violations and warnings that changes give, with the text unless it is withheld."""

    def tell(*changes, more="", texts=True):
        found = cover(invented_changed(*changes, more=more), invented_texts if texts else ())
        return [(f.severity, f.sentence) for f in found.findings if f.severity != "info"]

    return tell


def test_the_invented_excuses_are_right(told):
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            HEADLINE,
            HEADLINE.replace("HeadlineFurniture", "MetadataOnly"),
            "sentence:t-12 is a sentence of cg:HeadlinePart",
        ),
        (SEPARATOR, SEPARATOR.replace("NoWords", "MetadataOnly"), "which cg:MetadataOnly does not excuse"),
        (CREDIT, CREDIT.replace("MetadataOnly", "asserts"), "which cg:asserts does not excuse"),
        (CREDIT, CREDIT.replace("CreditPart", "BodyPart"), "sentence:t-3 is a sentence of cg:BodyPart"),
        (CREDIT, CREDIT.replace("CreditPart", "CaptionPart"), "sentence:t-3 is a sentence of cg:CaptionPart"),
        (CREDIT, "cg:coverageExcuse cg:MetadataOnly ;", "sentence:t-3 is a sentence without a part"),
    ],
)
def test_an_excuse_must_fit_the_part(told, old, new, words):
    ((severity, sentence),) = told((old, new))
    assert severity == "violation"
    assert words in sentence


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("cg:reportedIn sentence:t-3 .", "cg:reportedIn sentence:t-2 ."), "sentence:t-3 has the excuse"),
        (("cg:reportedIn sentence:t-10 .", "cg:reportedIn sentence:t-9 ."), "sentence:t-10 has the excuse"),
        (("cg:part cg:CreditPart ;", "cg:part cg:DateStampPart ;"), "but no date statement rests on it"),
    ],
)
def test_metadata_must_be_encoded_and_rest_on_the_sentence(told, change, words):
    ((severity, sentence),) = told(change)
    assert severity == "violation"
    assert words in sentence


def test_a_dateline_needs_the_name_of_its_place_or_agency(told):
    place = ("cg:names place:vell ;", "cg:names place:tarn ;")
    agency = ("    cg:agency actor:orn-wire ;\n", "")
    assert told(place) == []
    assert told(agency) == []
    ((severity, sentence),) = told(place, agency)
    assert severity == "violation"
    assert "no name of the article's cg:dateline or cg:agency" in sentence


def test_what_has_letters_is_no_typographic_furniture(told):
    wrong = HEADLINE.replace("HeadlinePart", "SeparatorPart").replace("HeadlineFurniture", "NoWords")
    ((severity, sentence),) = told((HEADLINE, wrong))
    assert severity == "violation"
    assert "has letters or digits" in sentence
    assert "valley" not in sentence
    assert told((HEADLINE, wrong), texts=False) == []


def test_an_excuse_that_is_not_needed_is_a_warning(told):
    more = "claim:t-3-1 a cg:Claim ; cg:reportedIn sentence:t-3 ."
    ((severity, sentence),) = told(more=more)
    assert severity == "warning"
    assert "though a claim rests on it" in sentence


def test_a_body_sentence_has_no_excuse_even_with_a_claim(told):
    ((severity, sentence),) = told(more="sentence:t-5 cg:coverageExcuse cg:MetadataOnly .")
    assert severity == "violation"
    assert "sentence:t-5 is a sentence of cg:BodyPart" in sentence


def test_there_is_one_excuse_at_most(told):
    found = told(more="sentence:t-11 cg:coverageExcuse cg:HeadlineFurniture .")
    assert {severity for severity, _ in found} == {"violation"}
    assert any("more than one excuse" in sentence for _, sentence in found)


def test_a_part_that_the_ontology_adds_needs_some_metadata(invented_changed):
    def told(*changes):
        loaded = invented_changed((CREDIT, CREDIT.replace("CreditPart", "BylinePart")), *changes)
        (loaded.directory.ontology / "byline.ttl").write_text(
            "@prefix cg: <https://w3id.org/claimgraph/ontology/> .\n"
            "cg:MetadataOnly cg:excusesPart cg:BylinePart .\n"
        )
        found = cover(load(loaded.directory)).findings
        return [finding.sentence for finding in found if finding.severity == "violation"]

    assert told() == []
    (sentence,) = told(("cg:reportedIn sentence:t-3 .", "cg:reportedIn sentence:t-2 ."))
    assert "no date, contribution or name rests on it" in sentence
