"""Spans wider than a claim needs are noted, and spans that need their width are not."""

import pytest

from claimgraph.coverage import cover


@pytest.fixture
def noted(invented_changed):
    """The notes that changes give."""

    def note(*changes, more=""):
        found = cover(invented_changed(*changes, more=more)).findings
        assert all(f.file == "data/articles/article-t.ttl" and f.line for f in found)
        return [finding.sentence for finding in found if finding.severity == "info"]

    return note


def resized(name, start, end, to):
    old = f"selector:{name} a oa:TextPositionSelector ;\n    oa:start {start} ;\n    oa:end {end} ."
    return old, f"selector:{name} a oa:TextPositionSelector ;\n    oa:start {to[0]} ;\n    oa:end {to[1]} ."


# The one that the invented article has.
WHOLE = (
    "sentence:t-9 is a wide span for claim:t-9-4: "
    "it is the whole sentence, of which other claims need but a part."
)


def test_a_whole_sentence_is_wide_where_others_need_less(noted):
    assert noted() == [WHOLE]
    assert noted(("cg:reportedIn sentence:t-9 ;", "cg:reportedIn passage:t-9-b ;")) == []


def test_a_passage_as_wide_as_its_sentence_is_no_better(noted):
    assert len(noted(resized("t-6-b", 280, 302, (260, 373)))) == 2
    assert len(noted(resized("t-6-b", 280, 302, (260, 372)))) == 1


def test_most_of_a_sentence_on_which_three_claims_rest_is_wide(noted):
    (found,) = set(noted(resized("t-8-b", 512, 557, (500, 580)))) - {WHOLE}
    assert "passage:t-8-b is a wide span for claim:t-8-1: it is 65 per cent" in found
    assert noted(resized("t-8-b", 512, 557, (512, 585))) == [WHOLE]


def test_most_of_a_sentence_is_not_wide_where_few_claims_rest_or_it_is_short(noted):
    assert noted(resized("t-7-c", 418, 446, (380, 466))) == [WHOLE]
    assert noted(resized("t-5-d", 228, 258, (160, 258))) == [WHOLE]


def test_a_span_of_two_lines_is_wide_in_any_case(noted):
    longer = resized("t-1", 1, 47, (1, 162))
    found = [sentence for sentence in noted(longer) if "code points" in sentence]
    assert found == ["sentence:t-1 is a wide span for claim:t-1-1: it has 161 code points."]
