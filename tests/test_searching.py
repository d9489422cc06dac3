"""Where candidates come from: each name is searched for, the best of each search first."""

from datetime import date

import pytest

from claimgraph.linking.entities import Entities
from claimgraph.linking.fetching import Fetcher
from claimgraph.linking.items import Item
from claimgraph.linking.reconciliation import Reconciliation
from claimgraph.linking.searching import Offline, Online, searched
from claimgraph.linking.settings import LINK_DEFAULTS
from claimgraph.linking.wikidata import Wikidata
from claimgraph.load import load
from linkedgraph import FILES
from wikibase import Time, Wikibase


@pytest.fixture
def wikibase():
    return Wikibase()


@pytest.fixture
def entity(write_graph):
    entities = Entities(load(write_graph(FILES)))
    return lambda name: entities.named([name])[0]


@pytest.fixture
def online(wikibase):
    passing = Time()
    with Fetcher(
        LINK_DEFAULTS,
        transport=wikibase.transport(),
        clock=passing.clock,
        sleep=passing.sleep,
        now=passing.now,
    ) as fetcher:
        yield lambda service: Online(
            Wikidata(fetcher, LINK_DEFAULTS, ["az"]),
            Reconciliation(fetcher, "https://wikibase.example/reconcile", LINK_DEFAULTS) if service else None,
            LINK_DEFAULTS,
            date(2026, 11, 30),
        )


def test_every_form_is_searched_for_in_its_language_label_first(entity):
    assert searched(entity("place:ganja")) == [
        ("Ganja", "en"),
        ("Ganca", "tr"),
        ("Gəncə", "az"),
        ("Гянджа", "ru"),
        ("Գանձակ", "hy"),
    ]
    assert searched(entity("place:shusha")) == [("Shusha", "en"), ("Shushi", "en")]


def test_candidates_of_all_searches_once_each(online, entity, wikibase):
    found = online(False).candidates(entity("place:shusha"))
    assert [item.id for item in found] == ["Q158903", "Q388960"]
    assert all(item.service is None for item in found)
    assert [each["search"] for each in wikibase.asked if "search" in each] == ["Shusha", "Shushi"]


def test_a_service_adds_its_scores(online, entity):
    found = online(True).candidates(entity("place:shusha"))
    assert [(item.id, item.service) for item in found] == [("Q158903", 100.0), ("Q388960", 90.0)]


def test_no_name_of_it_is_known_there(online, entity):
    assert online(False).candidates(entity("actor:ministry")) == []


def test_origin(online):
    assert online(False).origin() == "Read in Wikidata on 2026-11-30."


def test_a_file_is_taken_as_it_is(entity):
    item = Item("Q5")
    source = Offline({"https://w3id.org/claimgraph/place/ganja": {"Q5": item}}, "c.tsv")
    assert source.candidates(entity("place:ganja")) == [item]
    assert source.candidates(entity("place:shusha")) == []
    assert "not checked" in source.origin()
