"""What the graph must tell apart in the articles, each held against the sentences that it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimgraph.pipeline import Checked
from claimgraph.verify import verify

PREFIXES = """
PREFIX actor: <https://w3id.org/claimgraph/actor/>
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX event: <https://w3id.org/claimgraph/event/>
PREFIX place: <https://w3id.org/claimgraph/place/>
"""
SENTENCE = "cg:reportedIn/cg:within/cg:sentenceNumber"


@pytest.fixture
def rows(repository: Checked):
    """Ask the graph; cells are local names and plain values."""
    assert repository.graph
    graph = repository.graph

    def ask(query: str) -> list[tuple[str, ...]]:
        answer = graph.store.query(PREFIXES + query)
        return sorted(
            tuple("" if cell is None else str(cell.value).rsplit("/", 1)[-1] for cell in row)
            for row in answer.rows()
        )

    return ask


def test_the_check_finds_nothing_wrong(repository: Checked) -> None:
    assert [finding for finding in repository.findings if finding.severity != "info"] == []


def test_accusation_order_aim_and_denials_at_ganja_are_five_things(rows) -> None:
    def told(stance: str, kind: str, role: str) -> list[tuple[str, ...]]:
        return rows(
            f"""SELECT DISTINCT ?who ?what ?sentence {{
              ?claim cg:{stance} ?p ; cg:claimant ?who ; {SENTENCE} ?sentence .
              ?p a cg:{kind} ; cg:about event:ganja-reported-2020-10-04 ; cg:{role} ?what }}"""
        )

    assert told("affirms", "AgencyProposition", "allegedAgent") == [
        ("hikmet-hajiyev", "armenia", "11"),
        ("hikmet-hajiyev", "armenia", "8"),
    ]
    assert ("arayik-harutyunyan", "MilitaryObject", "16") in told(
        "affirms", "TargetProposition", "allegedTarget"
    )
    assert told("affirms", "StruckObjectProposition", "allegedStruckObject") == []
    assert told("negates", "StruckObjectProposition", "allegedStruckObject") == [
        ("azerbaijani-officials", "MilitaryObject", "18")
    ]
    assert rows(
        f"""SELECT DISTINCT ?who ?act ?sentence {{
          ?claim cg:affirms ?p ; cg:claimant ?who ; {SENTENCE} ?sentence .
          ?p cg:allegedAct ?act ; cg:allegedContent/cg:about event:ganja-reported-2020-10-04 ;
            cg:allegedContent/cg:allegedAgent actor:nagorno-karabakh-forces .
          ?claim cg:speechAct cg:admits }}"""
    ) == [("arayik-harutyunyan", "orders", "16")]


@pytest.mark.parametrize(
    ("kind", "pairs"),
    [
        ("contestsDirectly", {("26", "25"), ("26", "33")}),
        ("contestsByImplication", {("15", "20"), ("24", "22"), ("40", "37")}),
        ("contradictsOwnParty", set()),
        ("contestsWithOpenReach", {("14", "7"), ("14", "8"), ("14", "11"), ("14", "13"), ("26", "25")}),
        (
            "missesAllegation",
            {("15", "7"), ("15", "8"), ("15", "11"), ("15", "13"), ("17", "8"), ("17", "13"), ("18", "16")},
        ),
        ("rivals", {("8", "16"), ("11", "16"), ("16", "8"), ("16", "11"), ("16", "41"), ("41", "16")}),
    ],
)
def test_contests_join_these_sentences_and_no_others(rows, kind: str, pairs: set[tuple[str, str]]) -> None:
    found = rows(
        f"SELECT DISTINCT ?one ?other {{ ?a cg:{kind} ?b . ?a {SENTENCE} ?one . ?b {SENTENCE} ?other }}"
    )
    assert set(found) == pairs


def test_no_voice_is_a_party(rows) -> None:
    assert rows("SELECT ?claim { ?claim cg:party/a cg:Voice }") == []
    assert rows("SELECT DISTINCT ?party { ?claim cg:party ?party }") == [
        ("armenia",),
        ("azerbaijan",),
        ("callers-around-the-world",),
        ("france",),
        ("nagorno-karabakh",),
        ("russia",),
        ("turkey",),
        ("united-states",),
    ]


def test_a_date_given_for_a_tweet_dates_no_event(rows) -> None:
    tweeted = "?claim cg:partOf/cg:channel cg:Twitter ; cg:stance ?p ."
    assert rows(f"SELECT ?p {{ {tweeted} ?p cg:allegedNotBefore|cg:allegedNotAfter ?day }}") == []


def test_wounded_without_a_number_have_none(rows) -> None:
    assert rows(
        """SELECT ?qualifier ?value {
          ?p a cg:CasualtyProposition ; cg:about event:mingachevir-reported-2020-10-04 ; cg:figure ?figure .
          ?figure cg:qualifier ?qualifier OPTIONAL { ?figure cg:value|cg:lower|cg:upper ?value } }"""
    ) == [("NumberNotGiven", "")]


def test_others_stand_on_top_of_those_killed(rows) -> None:
    assert rows(
        """SELECT ?value ?status ?first {
          ?p cg:allegedAdditionalTo/cg:figure/cg:value ?first ;
            cg:figure/cg:value ?value ; cg:allegedPersonStatus ?status }"""
    ) == [
        ("111", "StatusUnspecified", "24"),
        ("32", "StatusUnspecified", "1"),
        ("90", "StatusUnspecified", "18"),
    ]


def test_the_year_of_a_beginning_bounds_no_end(rows) -> None:
    assert rows(
        """SELECT ?first ?last { event:nagorno-karabakh-war cg:describedNotBefore ?first
          OPTIONAL { event:nagorno-karabakh-war cg:describedNotAfter ?last } }"""
    ) == [
        ("1990-01-01", "1994-12-31"),
        ("1990-01-01", "1999-12-31"),
        ("1992-01-01", "1994-12-31"),
        ("1992-01-01", "1999-12-31"),
    ]


def test_there_are_as_many_claims_utterances_and_contests_as_two_articles_hold(rows) -> None:
    def number(of: str) -> int:
        return int(rows(f"SELECT (COUNT(*) AS ?n) {{ {of} }}")[0][0])

    assert number("?claim a cg:Claim") > 200
    assert number("?utterance a cg:Utterance") > 30
    assert number("?claim cg:contests ?other") > 30


def test_no_date_is_made_up_for_the_article_without_one(rows) -> None:
    assert rows(
        """SELECT ?kind ?day { ?statement cg:dates <https://w3id.org/claimgraph/article/b> ;
          cg:dateKind ?kind ; cg:date ?day }"""
    ) == [("PictureDate", "2020-10-22")]
    assert (
        rows(
            """SELECT ?day { ?claim cg:partOf ?utterance ; cg:reportedIn/cg:within ?sentence .
          ?sentence <http://www.w3.org/ns/oa#hasSource> <https://w3id.org/claimgraph/article/b> .
          ?utterance cg:notBefore|cg:notAfter ?day }"""
        )
        == []
    )


def test_events_carry_no_fact_beside_their_topic(rows) -> None:
    assert rows(
        """SELECT DISTINCT ?property { ?event a cg:Event ; ?property ?value
          FILTER NOT EXISTS { ?property a <http://www.w3.org/2002/07/owl#AnnotationProperty> } }"""
    ) == [
        ("22-rdf-syntax-ns#type",),
        ("describedAgent",),
        ("describedKind",),
        ("describedNotAfter",),
        ("describedNotBefore",),
        ("describedPlace",),
        ("describedTarget",),
        ("possiblySameEvent",),
        ("topicPlace",),
    ]


def test_the_sentence_tables_have_the_layout_of_the_articles(rows) -> None:
    assert rows("SELECT ?part (COUNT(?s) AS ?n) { ?s cg:part ?part } GROUP BY ?part") == [
        ("BodyPart", "54"),
        ("CaptionPart", "4"),
        ("ContributorPart", "1"),
        ("CreditPart", "2"),
        ("DateStampPart", "1"),
        ("DatelinePart", "1"),
        ("HeadlinePart", "1"),
        ("SeparatorPart", "1"),
    ]


@pytest.mark.sources
def test_every_span_and_digest_agrees_with_the_text(repository: Checked, sources: Path) -> None:
    assert repository.graph
    found = verify(repository.graph.loaded, sources)
    assert list(found.findings) == []
    assert (found.articles, found.sentences) == (2, 65)
    assert found.passages > 150
