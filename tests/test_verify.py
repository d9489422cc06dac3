"""Spans and digests against the text: sound ones pass, and no single change does."""

import hashlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claimgraph.errors import SourceError
from claimgraph.load import load
from claimgraph.verify import Verification, verify


@dataclass(frozen=True)
class Span:
    """A sentence or passage as the data give it."""

    start: int
    end: int
    sha: str
    number: int | None = None
    within: int | None = None


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def sentence(text, start, end, number):
    return Span(start, end, digest(text[start:end]), number=number)


def passage(text, start, end, within):
    return Span(start, end, digest(text[start:end]), within=within)


def article(text, spans, *, length=None, sha=None):
    """The Turtle of an article with its sentences and passages."""
    length = len(text) if length is None else length
    lines = [f'article:t a cg:Article ; cg:textLength {length} ; cg:textSha256 "{sha or digest(text)}" .']
    for index, span in enumerate(spans):
        kind = "sentence" if span.number is not None else "passage"
        own = (
            f"cg:sentenceNumber {span.number}"
            if span.number is not None
            else f"cg:within sentence:{span.within}"
        )
        lines.append(
            f"{kind}:{index} a cg:{kind.title()} ; oa:hasSource article:t ; "
            f"oa:hasSelector selector:{index} ; "
            f'{own} ; cg:sha256 "{span.sha}" .'
        )
        lines.append(
            f"selector:{index} a oa:TextPositionSelector ; oa:start {span.start} ; oa:end {span.end} ."
        )
    return "\n".join(lines)


@pytest.fixture
def check(write_graph, prefix_lines, tmp_path):
    def checker(text, turtle) -> Verification:
        sources = tmp_path / "sources"
        sources.mkdir(exist_ok=True)
        (sources / "any name.txt").write_bytes(text.encode())
        return verify(load(write_graph({"data/article.ttl": prefix_lines + turtle})), sources)

    return checker


TEXT = "Headline \u201chere\u201d.\r\n\r\n  A second 𝔘 sentence. And e\u0301 third\n"
FIRST, SECOND, THIRD = ((m.start(), m.end()) for m in re.finditer(r"H.*?\.|A s.*?\.|And .*third", TEXT))
SPANS = [
    sentence(TEXT, *FIRST, 1),
    sentence(TEXT, *SECOND, 2),
    sentence(TEXT, *THIRD, 3),
    passage(TEXT, SECOND[0] + 2, SECOND[1] - 3, 1),
    passage(TEXT, *THIRD, 2),
]


def test_sound_article_is_counted_and_accepted(check):
    assert check(TEXT, article(TEXT, SPANS)) == Verification(1, 3, 2, [])


def changed(index, **change):
    return [replace(span, **change) if n == index else span for n, span in enumerate(SPANS)]


@pytest.mark.parametrize(
    ("spans", "subject", "words"),
    [
        (changed(1, start=SECOND[0] + 1), "sentence:1", "does not have the digest"),
        (changed(1, start=SECOND[0] + 1), "sentence:1", "outside every sentence"),
        (changed(1, end=THIRD[0] + 2), "sentence:2", "overlaps the sentence before"),
        (changed(2, end=10_000), "sentence:2", "not inside its article"),
        (changed(2, start=THIRD[1], end=THIRD[0]), "sentence:2", "not inside its article"),
        (changed(0, start=-1), "sentence:0", "not inside its article"),
        (changed(1, number=3), "sentence:1", "is sentence 2 of its article by position"),
        (changed(0, number=0), "sentence:0", "is sentence 1"),
        (changed(3, within=0), "passage:3", "not inside the sentence it names"),
        (changed(3, end=THIRD[0] + 1), "passage:3", "not inside the sentence it names"),
        (changed(3, sha="0" * 64), "passage:3", "does not have the digest"),
        (SPANS[:1] + SPANS[2:3], "sentence:1", "outside every sentence"),
        (SPANS[:2], "sentence:1", "outside every sentence"),
        ([], "article:t", "has no sentences"),
    ],
)
def test_each_fault_is_told_apart(check, spans, subject, words):
    findings = check(TEXT, article(TEXT, spans)).findings
    told = [f.sentence for f in findings]
    assert [sentence for sentence in told if sentence.startswith(subject) and words in sentence], told
    assert all(f.file == "data/article.ttl" and f.line and f.remedy for f in findings)


def test_no_word_of_the_text_is_ever_echoed(check):
    spans = [replace(span, start=span.start + 1, sha="0" * 64, number=9) for span in SPANS[:3]]
    findings = check(TEXT, article(TEXT, spans, length=3)).findings
    assert findings
    everything = " ".join(f"{f.sentence} {f.remedy} {f.value}" for f in findings)
    assert not [word for word in ("Headline", "A second", "\U0001d518", "third") if word in everything]


def test_wrong_length_is_told_with_the_right_one(check):
    (finding,) = check(TEXT, article(TEXT, SPANS, length=len(TEXT.encode()))).findings
    assert f"{len(TEXT)} code points" in finding.sentence
    assert f"cg:textLength {len(TEXT)}" in finding.remedy


def test_article_without_its_text_says_which_digest_is_missing(check):
    missing = digest("another text")
    result = check(TEXT, article(TEXT, SPANS, sha=missing))
    assert (result.articles, result.sentences, result.passages) == (0, 0, 0)
    (finding,) = result.findings
    assert missing in finding.sentence
    assert finding.severity == "violation"


def test_article_without_digest_length_or_selectors_does_not_stop_the_run(check):
    turtle = """
        article:t a cg:Article .
        article:u a cg:Article ; cg:textSha256 "DIGEST" .
        sentence:lost a cg:Sentence .
        sentence:blank a cg:Sentence ; oa:hasSource article:u .
        sentence:half a cg:Sentence ; oa:hasSource article:u ; oa:hasSelector selector:half .
        selector:half oa:start "x" .
        passage:double a cg:Passage ; oa:hasSource article:u ; oa:hasSelector selector:half , selector:other .
        selector:other oa:start 1 ; oa:end 2 ."""
    told = [f.sentence for f in check(TEXT, turtle.replace("DIGEST", digest(TEXT))).findings]
    for part in (
        "article:t has no digest",
        "article:u does not have the length",
        "sentence:lost has no article",
        "sentence:blank has no readable span",
        "sentence:half has no readable span",
        "passage:double has no readable span",
    ):
        assert [sentence for sentence in told if sentence.startswith(part)], told


def test_copied_prose_is_among_the_findings(check):
    text = "The seven grey geese of the lower mill flew home.\n"
    spans = [sentence(text, 0, len(text) - 1, 1)]
    copied = 'actor:x rdfs:label "grey geese of the lower mill flew home" .'
    (finding,) = check(text, article(text, spans) + "\n" + copied).findings
    assert "repeats 8 or more consecutive words" in finding.sentence


def test_folder_without_texts(write_graph, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError):
        verify(load(write_graph()), tmp_path / "empty")


CHARACTERS = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from(" \t\r\n\u2028\u00a0\u0301\u200d\ufeff“”’.𝔘🙂"),
)


@st.composite
def articles(draw):
    """A random text with sentences that tile it, and passages inside some of them."""
    text = draw(st.text(CHARACTERS, min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)) | {0, len(text)})
    spans = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        begin, stop = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if begin < stop:
            spans.append(sentence(text, begin, stop, len(spans) + 1))
    assume(spans)
    for within, around in list(enumerate(spans)):
        if draw(st.booleans()):
            start = draw(st.integers(around.start, around.end - 1))
            spans.append(passage(text, start, draw(st.integers(start + 1, around.end)), within))
    return text, spans


@contextmanager
def verified(text: str, turtle: str, small: dict[str, str]) -> Iterator[Verification]:
    from claimgraph.paths import GraphDirectory

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, body in {**small, "data/article.ttl": turtle}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(body, encoding="utf-8")
        (root / "a.txt").write_bytes(text.encode())
        yield verify(load(GraphDirectory(root, "given")), root)


@pytest.fixture(scope="module")
def small(request):
    """The ontology of the small graph, without its data."""
    files = request.getfixturevalue("small_graph")
    return {name: text for name, text in files.items() if not name.startswith("data/")}


FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])


@FEW
@given(case=articles())
def test_any_text_split_anyhow_is_accepted(small, case):
    text, spans = case
    with verified(text, small["ontology/prefixes.ttl"] + article(text, spans), small) as result:
        assert result.findings == []
        assert result.sentences == sum(span.number is not None for span in spans)
        assert result.passages == sum(span.number is None for span in spans)


@FEW
@given(case=articles(), data=st.data())
def test_any_single_change_is_refused(small, case, data):
    text, spans = case
    index = data.draw(st.integers(0, len(spans) - 1))
    span = spans[index]
    shift = data.draw(st.sampled_from([-3, -2, -1, 1, 2, 3]))
    changes = [replace(span, start=span.start + shift), replace(span, end=span.end + shift)]
    place = data.draw(st.integers(0, 63))
    other = "1" if span.sha[place] == "0" else "0"
    changes.append(replace(span, sha=span.sha[:place] + other + span.sha[place + 1 :]))
    if span.number is not None:
        changes.append(replace(span, number=span.number + shift))
    broken = [data.draw(st.sampled_from(changes)) if n == index else s for n, s in enumerate(spans)]
    with verified(text, small["ontology/prefixes.ttl"] + article(text, broken), small) as result:
        assert result.findings
