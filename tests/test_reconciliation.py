"""A reconciliation service: its manifest is checked, its scores are kept."""

from dataclasses import replace

import pytest

from claimgraph.errors import RemoteError
from claimgraph.linking.fetching import Fetcher
from claimgraph.linking.reconciliation import Reconciliation
from claimgraph.linking.settings import LINK_DEFAULTS
from wikibase import Time, Wikibase, ok, served

ADDRESS = "https://wikibase.example/reconcile"


@pytest.fixture
def wikibase():
    return Wikibase()


@pytest.fixture
def service(wikibase):
    passing = Time()
    with Fetcher(
        LINK_DEFAULTS,
        transport=wikibase.transport(),
        clock=passing.clock,
        sleep=passing.sleep,
        now=passing.now,
    ) as fetcher:
        yield Reconciliation(fetcher, ADDRESS, LINK_DEFAULTS)


def test_ids_with_their_best_scores(service, wikibase):
    assert service.search(["Shusha", "Shushi"]) == {"Q158903": 100.0, "Q388960": 90.0}
    assert service.search(["Gəncə"]) == {"Q131290": 100.0}
    # The manifest is asked for once.
    assert [sorted(asked) for asked in wikibase.asked] == [[], ["queries"], ["queries"]]


def test_scores_that_are_none_or_beyond(service, wikibase):
    results = [
        {"id": "Q1", "score": 1e9},
        {"id": "Q2", "score": "high"},
        {"id": "Q3", "score": -1},
        {"id": "x"},
        5,
    ]
    wikibase.first = [ok(wikibase.manifest), ok({"q0": {"result": results}})]
    assert service.search(["x"]) == {"Q1": 100.0, "Q2": 0.0, "Q3": 0.0}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            {"identifierSpace": "https://gazetteer.example/"},
            "gives ids of https://gazetteer.example/, not of",
        ),
        ({"identifierSpace": None}, "not of Wikidata"),
        ({"versions": ["1.0"]}, "speaks another version"),
    ],
)
def test_a_service_that_is_of_no_use(service, wikibase, change, words):
    wikibase.manifest |= change
    with pytest.raises(RemoteError, match=words):
        service.search(["x"])
    assert len(wikibase.asked) == 1


def test_a_manifest_without_versions_is_an_old_one(service, wikibase):
    del wikibase.manifest["versions"]
    assert service.search(["Ganja"]) == {"Q131290": 100.0}


@pytest.mark.parametrize("document", [[], {}, {"q0": []}, {"q0": {"result": None}}])
def test_answers_of_another_shape(service, wikibase, document):
    wikibase.first = [ok(wikibase.manifest), ok(document)]
    with pytest.raises(RemoteError, match=r"does not answer as a reconciliation service does.*--service"):
        service.search(["x"])


def test_the_same_over_a_connection(wikibase):
    passing = Time()
    settings = replace(LINK_DEFAULTS, pause=0)
    with served(wikibase) as address, Fetcher(settings, sleep=passing.sleep) as fetcher:
        assert Reconciliation(fetcher, f"{address}/reconcile", settings).search(["Ganja"]) == {
            "Q131290": 100.0
        }
