"""The coverage map written out: as offsets without the text, in words with it, and the same as data."""

import json
from dataclasses import replace

import pytest

from claimgraph.coverage import cover
from claimgraph.coveragetable import as_data, as_text, summary
from claimgraph.measure import Share


def row(text, number):
    return next(line for line in text.splitlines() if line.startswith(f"{number} "))


def squeezed(line):
    """A row without the spaces that align it."""
    return " ".join(line.split())


def test_rows_without_the_text(invented):
    text = as_text(invented, cover(invented))
    assert squeezed(row(text, 5)) == "5 body covered claim:t-5-1 … 3 1 name 175-190 | 213-228"
    assert squeezed(row(text, 6)) == "6 body covered claim:t-6-1, claim:t-6-2 1 relation 302-308 | 327-351"
    assert squeezed(row(text, 4)) == "4 dateline excused: metadata only 2 names"
    assert squeezed(row(text, 12)) == "12 headline excused: headline furniture"


def test_rows_with_the_text_show_the_words(invented, invented_texts):
    text = as_text(invented, cover(invented, invented_texts))
    assert row(text, 5).endswith("  on Tuesday of | and said that")
    assert "Photo" not in row(text, 3)


def test_a_sentence_of_which_nothing_is_covered_is_not_written_out(invented_changed, invented_texts):
    loaded = invented_changed(
        (
            "cg:reportingMode cg:OwnWords ;\n    cg:reportedIn sentence:t-2 .",
            "cg:reportingMode cg:OwnWords ;\n    cg:reportedIn sentence:t-1 .",
        )
    )
    line = row(as_text(loaded, cover(loaded, invented_texts)), 2)
    assert squeezed(line) == "2 caption uncovered 1 date all of it (48-109)"


@pytest.mark.parametrize(
    ("with_text", "share"), [(True, "80 % of the words"), (False, "78 % of the code points")]
)
def test_the_line_in_sum(invented, invented_texts, with_text, share):
    (article,) = cover(invented, invented_texts if with_text else ()).articles
    line = summary(invented, article)
    assert line.startswith("article:t: 12 sentences: 7 covered, 5 excused, 0 uncovered; ")
    assert share in line


@pytest.mark.parametrize(
    ("share", "told"),
    [(Share(999, 1000), "99 % of"), (Share(1000, 1000), "100 % of"), (Share(0, 0), "nothing of")],
)
def test_only_what_is_whole_is_a_hundred_per_cent(invented, invented_texts, share, told):
    (article,) = cover(invented, invented_texts).articles
    one = replace(article.sentences[0], words=share)
    assert f"claims cover {told} the words" in summary(invented, replace(article, sentences=(one,)))


def test_claims_in_a_row_are_drawn_together_and_no_name_is_changed(invented_changed):
    names = ["t-2-1", "t-2-2", "t-2-4", "t-2-09", "t-2-10", "t-2-11", "t-2-12", "t-2-x"]
    more = "".join(f"claim:{name} cg:reportedIn sentence:t-2 ; a cg:Claim .\n" for name in names[1:])
    loaded = invented_changed(more=more)
    written = row(as_text(loaded, cover(loaded)), 2)
    expected = "claim:t-2-1, claim:t-2-2, claim:t-2-4, claim:t-2-10 … 12, claim:t-2-09, claim:t-2-x"
    assert expected in written


def test_what_has_a_class_of_its_own_is_shown_too(invented_changed):
    loaded = invented_changed(more="event:x a cg:Event ; cg:reportedIn sentence:t-1 .")
    assert "1 event" in row(as_text(loaded, cover(loaded)), 1)


def test_the_same_as_data(invented, invented_texts):
    (article,) = json.loads(json.dumps(as_data(cover(invented, invented_texts))))
    assert article["article"] == "https://w3id.org/claimgraph/article/t"
    assert (article["sentences"], article["covered"], article["excused"], article["uncovered"]) == (
        12,
        7,
        5,
        0,
    )
    assert article["words"] == {"covered": 105, "total": 131}
    fifth = article["by_sentence"][4]
    assert fifth["claims"] == [f"https://w3id.org/claimgraph/claim/t-5-{n}" for n in (1, 2, 3)]
    assert fifth["not_covered"] == [
        {"start": 176, "end": 189, "text": "on Tuesday of"},
        {"start": 214, "end": 227, "text": "and said that"},
    ]
    assert list(fifth["beside"]) == ["https://w3id.org/claimgraph/ontology/NameUse"]
    third = article["by_sentence"][2]
    assert third["state"] == "excused"
    assert third["excuses"] == ["https://w3id.org/claimgraph/ontology/MetadataOnly"]


def test_data_without_the_text_have_no_words(invented):
    (article,) = as_data(cover(invented))
    assert article["words"] is None
    assert {piece["text"] for sentence in article["by_sentence"] for piece in sentence["not_covered"]} == {
        None
    }
