"""What rests on each sentence of the invented article, worked out from its text by hand."""

import pytest
from rdflib import URIRef

from claimgraph.layout import Layout
from claimgraph.measure import Share, measure
from claimgraph.namespaces import BASE, CG
from claimgraph.stretches import Stretch

ARTICLE = URIRef(BASE + "article/t")


@pytest.fixture
def measured(invented, invented_texts):
    return measure(Layout(invented), ARTICLE, invented_texts[0].text)


def by_number(article, number):
    return next(sentence for sentence in article.sentences if sentence.number == number)


def local(nodes):
    return [str(node).rsplit("/", 1)[-1] for node in nodes]


def left(article, sentence):
    return [article.text[start:end] for start, end in sentence.left]


def test_sentences_stand_in_the_order_of_the_text(measured):
    assert [sentence.number for sentence in measured.sentences] == list(range(1, 13))


@pytest.mark.parametrize(
    ("number", "claims", "words"),
    [
        (1, ["t-1-1"], []),
        (3, [], ["Ada Quill/Orn Picture House"]),
        (5, ["t-5-1", "t-5-2", "t-5-3"], ["on Tuesday of", "and said that"]),
        (6, ["t-6-1", "t-6-2"], ["and", "wrote in a letter that"]),
        (7, ["t-7-1", "t-7-2"], ["called the charge", "and said that", "on its rebel quarter"]),
        (9, ["t-9-1", "t-9-2", "t-9-3", "t-9-4", "t-9-5"], []),
        (11, [], []),
    ],
)
def test_claims_and_the_words_that_none_covers(measured, number, claims, words):
    sentence = by_number(measured, number)
    assert local(sentence.claims) == claims
    assert left(measured, sentence) == words


def test_what_rests_beside_claims_is_told_by_class_and_covers_nothing(measured):
    seventh = by_number(measured, 7)
    assert {kind: local(nodes) for kind, nodes in seventh.others.items()} == {CG.TermUse: ["t-rebel-quarter"]}
    assert "on its rebel quarter" in left(measured, seventh)
    assert set(by_number(measured, 6).others) == {CG.ClaimRelation}
    assert set(by_number(measured, 2).others) == {CG.DateStatement}
    assert set(by_number(measured, 3).others) == {CG.Contribution}
    assert len(by_number(measured, 4).others[CG.NameUse]) == 2


def test_words_are_counted_apart_from_what_is_excused(measured):
    assert by_number(measured, 5).words == Share(13, 19)
    assert by_number(measured, 10).words == Share(0, 9)
    assert measured.words == Share(105, 131)
    assert (measured.count("covered"), measured.count("excused"), measured.count("uncovered")) == (7, 5, 0)


def test_without_the_text_there_are_offsets_and_no_words(invented):
    blind = measure(Layout(invented), ARTICLE, None)
    assert blind.words is None
    fifth = by_number(blind, 5)
    assert fifth.words is None
    assert fifth.left == (Stretch(175, 190), Stretch(213, 228))
    assert fifth.characters == Share(71, 101)


def test_the_words_that_name_the_speaker_are_covered_but_carry_no_claim(invented_changed, invented_texts):
    loaded = invented_changed(
        (
            "cg:reportedIn passage:t-6-b ;\n    cg:attributedIn passage:t-6-a .",
            "cg:attributedIn passage:t-6-a .",
        ),
        (
            "cg:reportedIn passage:t-6-d ;\n    cg:attributedIn passage:t-6-c ;",
            "cg:attributedIn passage:t-6-c ;",
        ),
    )
    article = measure(Layout(loaded), ARTICLE, invented_texts[0].text)
    sixth = by_number(article, 6)
    assert sixth.state == "uncovered"
    assert left(article, sixth)[0].startswith("denied")
    assert sixth.words == Share(8, 22)


def test_a_passage_that_leaves_its_sentence_covers_only_what_is_inside(invented_changed, invented_texts):
    loaded = invented_changed(("oa:start 228 ;\n    oa:end 258 .", "oa:start 228 ;\n    oa:end 300 ."))
    article = measure(Layout(loaded), ARTICLE, invented_texts[0].text)
    assert by_number(article, 5).words == Share(13, 19)
    assert left(article, by_number(article, 6)) == ["and", "wrote in a letter that"]


def test_sentences_that_cannot_be_read_are_left_out(invented_changed):
    article = measure(
        Layout(invented_changed(("oa:start 469 ;\n    oa:end 591 .", "oa:end 591 ."))), ARTICLE, None
    )
    assert [sentence.number for sentence in article.sentences] == [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12]
