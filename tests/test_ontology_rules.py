"""Each derivation rule of ``ontology/rules/`` and each OWL construct of the ontology, on cases made for it.

One small invented graph holds a case, and a counter-case, for each; every derived triple is explained, too.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from rdflib import URIRef

from claimgraph.explain import explain, render_text
from claimgraph.namespaces import RDF
from claimgraph.paths import GraphDirectory
from claimgraph.pipeline import Closed, close_graph

ROOT = Path(__file__).parents[1]
BASE = "https://w3id.org/claimgraph/"
RULES = {path.stem for path in (ROOT / "ontology" / "rules").glob("*.rq")}
CASES = """
@prefix actor: <https://w3id.org/claimgraph/actor/> .
@prefix article: <https://w3id.org/claimgraph/article/> .
@prefix cg: <https://w3id.org/claimgraph/ontology/> .
@prefix claim: <https://w3id.org/claimgraph/claim/> .
@prefix event: <https://w3id.org/claimgraph/event/> .
@prefix place: <https://w3id.org/claimgraph/place/> .
@prefix proposition: <https://w3id.org/claimgraph/proposition/> .
@prefix relation: <https://w3id.org/claimgraph/relation/> .
@prefix voice: <https://w3id.org/claimgraph/voice/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

actor:north a cg:State .
actor:south a cg:State .
actor:north-ministry a cg:Institution ; cg:onBehalfOfAsInstitution actor:north .
actor:speaker a cg:Person .
voice:body a cg:Voice ; cg:voiceOf article:x .

claim:spoken a cg:Claim ; cg:claimant actor:speaker ; cg:onBehalfOfStated actor:north-ministry ;
    cg:negates proposition:raid .
claim:ministry a cg:Claim ; cg:claimant actor:north-ministry ; cg:affirms proposition:raid .
claim:south a cg:Claim ; cg:claimant actor:south ; cg:affirms proposition:raid , proposition:raid-on-mill .
claim:told a cg:Claim ; cg:claimant voice:body ; cg:affirms proposition:raid .
claim:north-denies-all a cg:Claim ; cg:claimant actor:north ; cg:negates proposition:any-raid .
claim:south-takes-for-granted a cg:Claim ; cg:claimant actor:south ; cg:affirms proposition:shame ;
    cg:presupposes proposition:raid .
claim:north-account a cg:Claim ; cg:claimant actor:north ; cg:affirms proposition:storm .
claim:north-denies-the-claims a cg:Claim ; cg:claimant actor:north ; cg:mayNegate proposition:raid-on-mill .
claim:north-denies-other a cg:Claim ; cg:claimant actor:north ; cg:negates proposition:raid-by-night .
relation:miss a cg:ClaimRelation ; cg:relationKind cg:AnswersRelation ;
    cg:relationSource claim:north-denies-other ; cg:relationTarget claim:south .
relation:hit a cg:ClaimRelation ; cg:relationKind cg:DeniesRelation ;
    cg:relationSource claim:spoken ; cg:relationTarget claim:south-takes-for-granted .

proposition:raid a cg:OccurrenceProposition ; cg:about event:e ;
    cg:allegedKind cg:Attack ; cg:allegedPlace place:p ;
    cg:allegedNotBefore "2020-01-01"^^xsd:date ; cg:allegedNotAfter "2020-01-02"^^xsd:date ;
    cg:entails proposition:any-raid ; cg:alternativeTo proposition:storm .
proposition:raid-on-mill a cg:TargetProposition ; cg:about event:e ; cg:allegedAgent actor:north ;
    cg:allegedTarget place:mill ; cg:allegedPlace place:field ; cg:entails proposition:raid .
proposition:any-raid a cg:OccurrenceProposition .
proposition:raid-by-night a cg:OccurrenceProposition ; cg:about event:e ; cg:allegedKind cg:Shelling .
proposition:storm a cg:OccurrenceProposition .
proposition:shame a cg:EvaluationProposition .
claim:south-tells-of-days a cg:Claim ; cg:claimant actor:south ;
    cg:affirms proposition:raid-began , proposition:raid-ended .
proposition:raid-began a cg:BeginningProposition ; cg:about event:f ;
    cg:allegedNotBefore "2019-12-30"^^xsd:date ; cg:allegedNotAfter "2019-12-31"^^xsd:date .
proposition:raid-ended a cg:EndingProposition ; cg:about event:f ;
    cg:allegedNotBefore "2020-01-03"^^xsd:date ; cg:allegedNotAfter "2020-01-04"^^xsd:date .
event:e a cg:Event ; cg:possiblySameEvent event:f .
event:f a cg:Event .
"""

DERIVED = [
    ("party-by-claim", "claim/spoken", "party", "actor/north"),
    ("party-by-standing", "claim/ministry", "party", "actor/north"),
    ("party-of-its-own", "claim/south", "party", "actor/south"),
    ("contest-direct", "claim/spoken", "contestsDirectly", "claim/south"),
    ("contest-own-party", "claim/spoken", "contradictsOwnParty", "claim/ministry"),
    ("contest-by-implication", "claim/north-denies-all", "contestsByImplication", "claim/south"),
    ("contest-by-implication", "claim/spoken", "contestsByImplication", "claim/south-takes-for-granted"),
    ("contest-rival", "claim/north-account", "rivals", "claim/south"),
    ("contest-rival", "claim/south-takes-for-granted", "rivals", "claim/north-account"),
    ("contest-open-reach", "claim/north-denies-the-claims", "contestsWithOpenReach", "claim/south"),
    ("contest-missed", "claim/north-denies-other", "missesAllegation", "claim/south"),
    ("claim-relation", "claim/north-denies-other", "answersClaim", "claim/south"),
    ("claim-relation", "claim/spoken", "deniesClaim", "claim/south-takes-for-granted"),
    ("described-kind", "event/e", "describedKind", "ontology/Attack"),
    ("described-place", "event/e", "describedPlace", "place/p"),
    ("described-agent", "event/e", "describedAgent", "actor/north"),
    ("described-target", "event/e", "describedTarget", "place/mill"),
    ("prp-spo1", "claim/spoken", "contests", "claim/south"),
    ("prp-spo1", "claim/north-denies-other", "contestsOffTarget", "claim/south"),
    ("prp-spo1", "claim/south", "stance", "proposition/raid"),
    ("prp-inv", "proposition/raid", "negatedBy", "claim/spoken"),
    ("prp-inv", "proposition/any-raid", "entailedBy", "proposition/raid"),
    ("prp-trp", "claim/spoken", "represents", "actor/north"),
    ("prp-trp", "proposition/raid-on-mill", "entails", "proposition/any-raid"),
    ("prp-spo2", "claim/north-denies-all", "negatesByImplication", "proposition/raid"),
    ("prp-spo2", "claim/south-takes-for-granted", "affirmsByImplication", "proposition/any-raid"),
    ("prp-symp", "proposition/storm", "alternativeTo", "proposition/raid"),
    ("prp-symp", "event/f", "possiblySameEvent", "event/e"),
    ("cax-sco", "actor/north-ministry", "a", "ontology/Organisation"),
    ("prp-rng", "article/x", "a", "ontology/Article"),
]
NOT_DERIVED = [
    ("claim/told", "party", "voice/body"),
    ("claim/spoken", "party", "actor/speaker"),
    ("claim/spoken", "party", "actor/north-ministry"),
    ("claim/ministry", "party", "actor/north-ministry"),
    ("claim/spoken", "contestsDirectly", "claim/ministry"),
    ("claim/spoken", "contestsDirectly", "claim/told"),
    ("claim/spoken", "contradictsOwnParty", "claim/south"),
    ("claim/north-denies-all", "contestsDirectly", "claim/south"),
    ("claim/north-denies-all", "contestsByImplication", "claim/ministry"),
    ("claim/north-denies-all", "contestsByImplication", "claim/told"),
    ("claim/north-account", "rivals", "claim/ministry"),
    ("claim/north-account", "rivals", "claim/told"),
    ("claim/north-denies-the-claims", "contestsDirectly", "claim/south"),
    ("claim/north-denies-the-claims", "contestsWithOpenReach", "claim/ministry"),
    ("claim/spoken", "missesAllegation", "claim/south-takes-for-granted"),
    ("claim/spoken", "answersClaim", "claim/south-takes-for-granted"),
    ("event/e", "describedKind", "ontology/Shelling"),
    ("event/e", "describedPlace", "place/field"),
    ("event/f", "describedKind", "ontology/Attack"),
    ("proposition/any-raid", "entails", "proposition/raid"),
    ("event/e", "a", "ontology/Proposition"),
    ("place/mill", "a", "ontology/Actor"),
]


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Closed:
    root = tmp_path_factory.mktemp("cases")
    shutil.copytree(ROOT / "ontology", root / "ontology")
    shutil.copytree(ROOT / "shapes", root / "shapes")
    (root / "data").mkdir()
    (root / "data" / "cases.ttl").write_text(CASES, "utf-8")
    return close_graph(GraphDirectory(root, "given"))


def triple(subject: str, predicate: str, value: str) -> tuple[URIRef, URIRef, URIRef]:
    term = RDF.type if predicate == "a" else URIRef(f"{BASE}ontology/{predicate}")
    return URIRef(BASE + subject), URIRef(term), URIRef(BASE + value)


@pytest.mark.parametrize(("rule", "subject", "predicate", "value"), DERIVED)
def test_it_follows_and_is_explained(
    closed: Closed, rule: str, subject: str, predicate: str, value: str
) -> None:
    wanted = triple(subject, predicate, value)
    assert wanted in closed.closure.inferred
    assert f"rule {rule}" in render_text(explain(closed.loaded, closed.closure, wanted))


@pytest.mark.parametrize(("subject", "predicate", "value"), NOT_DERIVED)
def test_it_does_not_follow(closed: Closed, subject: str, predicate: str, value: str) -> None:
    assert triple(subject, predicate, value) not in closed.closure.closed


@pytest.mark.parametrize(
    ("day", "term"), [("2020-01-01", "describedNotBefore"), ("2020-01-02", "describedNotAfter")]
)
def test_days_are_described(closed: Closed, day: str, term: str) -> None:
    found = closed.closure.inferred.objects(URIRef(BASE + "event/e"), URIRef(f"{BASE}ontology/{term}"))
    assert [str(each) for each in found] == [day]


@pytest.mark.parametrize(
    ("day", "term"), [("2019-12-30", "describedNotBefore"), ("2020-01-04", "describedNotAfter")]
)
def test_the_day_of_a_beginning_is_no_last_day_and_that_of_an_ending_no_first(
    closed: Closed, day: str, term: str
) -> None:
    found = closed.closure.inferred.objects(URIRef(BASE + "event/f"), URIRef(f"{BASE}ontology/{term}"))
    assert [str(each) for each in found] == [day]


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, *_ in DERIVED} | {"described-not-before", "described-not-after"} >= RULES


def test_affirming_and_negating_in_one_claim_is_a_contradiction(closed: Closed, tmp_path: Path) -> None:
    shutil.copytree(closed.loaded.directory.root, tmp_path / "graph")
    cases = tmp_path / "graph" / "data" / "cases.ttl"
    cases.write_text(CASES + "claim:told cg:negates proposition:raid .\n", "utf-8")
    found = close_graph(GraphDirectory(tmp_path / "graph", "given")).closure.inconsistencies
    assert any("claim:told" in each.sentence for each in found)
