"""The action API: search, items with kinds, mergers, and answers of another shape."""

from dataclasses import replace

import pytest

from claimgraph.errors import RemoteError
from claimgraph.linking.fetching import Fetcher
from claimgraph.linking.settings import LINK_DEFAULTS
from claimgraph.linking.wikidata import Wikidata
from wikibase import Time, Wikibase, ok, served


@pytest.fixture
def wikibase():
    return Wikibase()


@pytest.fixture
def passing():
    return Time()


@pytest.fixture
def make(wikibase, passing):
    made = []

    def maker(languages=("az", "hy"), **changes):
        settings = replace(LINK_DEFAULTS, api="https://wikibase.example/w/api.php", **changes)
        fetcher = Fetcher(
            settings,
            transport=wikibase.transport(),
            clock=passing.clock,
            sleep=passing.sleep,
            now=passing.now,
            tell=lambda _: None,
        )
        made.append(fetcher)
        return Wikidata(fetcher, settings, languages)

    yield maker
    for each in made:
        each.__exit__()


def test_search_gives_ids(make, wikibase):
    assert make().search("Shusha", "en") == ["Q158903", "Q388960"]
    (asked,) = wikibase.asked
    assert asked["action"] == "wbsearchentities"
    assert (asked["language"], asked["type"], asked["maxlag"], asked["format"]) == ("en", "item", "5", "json")


def test_items_are_read_in_batches_once_and_in_the_languages_wanted(make, wikibase):
    wikidata = make(batch=2)
    names = ["Q5", "Q57371", "Q131290"]
    assert [*wikidata.items(names)] == names
    batches = [asked["ids"] for asked in wikibase.asked]
    assert batches == ["Q5|Q57371", "Q131290"]
    assert wikibase.asked[0]["languages"] == "az|en|hy|mul"
    wikidata.items(names)
    assert len(wikibase.asked) == 2


def test_kinds_are_climbed_to_until_one_is_known(make, wikibase):
    wikibase.retype("Q131290", "Q90001")
    wikibase.entities["Q90001"] = {
        "id": "Q90001",
        "claims": {"P279": [{"mainsnak": {"datavalue": {"value": {"id": "Q515"}}}}]},
    }
    assert make().items(["Q131290"])["Q131290"].kinds == {"Q90001", "Q515"}
    # What is known is not climbed over: a city is a settlement too, but that is nobody's question.
    assert [asked["ids"] for asked in wikibase.asked] == ["Q131290", "Q90001"]


def test_a_loop_of_classes_ends(make, wikibase):
    wikibase.retype("Q131290", "Q90001")
    for one, other in (("Q90001", "Q90002"), ("Q90002", "Q90001")):
        wikibase.entities[one] = {
            "id": one,
            "claims": {"P279": [{"mainsnak": {"datavalue": {"value": {"id": other}}}}]},
        }
    assert make().items(["Q131290"])["Q131290"].kinds == {"Q90001", "Q90002"}


def test_merged_and_deleted_items(make, wikibase):
    wikibase.merge("Q388960", "Q158903")
    wikibase.delete("Q230932")
    items = make().items(["Q388960", "Q230932"])
    assert items["Q388960"].id == "Q158903"
    assert items["Q230932"].missing


def test_a_merger_that_is_listed_under_the_new_id(make, wikibase):
    target = {**wikibase.entities["Q158903"], "redirects": {"from": "Q388960", "to": "Q158903"}}
    wikibase.first = [ok({"entities": {"Q158903": target}})]
    assert make().items(["Q388960"])["Q388960"].id == "Q158903"


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ([], "does not answer as Wikidata's action API does.*--api"),
        ({}, "does not answer as"),
        ({"entities": []}, "does not answer as"),
        ({"entities": {}}, "was asked for Q5 and says nothing of it"),
        ({"entities": {"Q5": {"id": "P5"}}}, "says nothing of it"),
        ({"error": {"code": "no-such-entity"}}, "refuses the request: no-such-entity"),
        ({"error": {}}, "refuses the request: unknown error"),
    ],
)
def test_answers_of_another_shape(make, wikibase, document, words):
    wikibase.first = [ok(document)]
    with pytest.raises(RemoteError, match=words):
        make().items(["Q5"])


@pytest.mark.parametrize("document", [{}, {"search": {}}, {"search": None}])
def test_search_that_is_none(make, wikibase, document):
    wikibase.first = [ok(document)]
    with pytest.raises(RemoteError, match="does not answer as"):
        make().search("Ganja", "en")


def test_what_a_search_gives_beside_items_is_left_out(make, wikibase):
    wikibase.first = [ok({"search": [{"id": "P31"}, {"id": "L5"}, {}, 7, {"id": "Q5"}]})]
    assert make().search("x", "en") == ["Q5"]


def test_a_lagging_database_is_waited_for(make, wikibase, passing):
    wikibase.first = [ok({"error": {"code": "maxlag", "lag": 7}}), ok({"error": {"code": "ratelimited"}})]
    assert make(pause=0).items(["Q5"])["Q5"].label == "human"
    assert passing.slept == [5, 5]


def test_the_same_over_a_connection(wikibase, passing):
    with served(wikibase) as address:
        settings = replace(LINK_DEFAULTS, api=f"{address}/w/api.php")
        with Fetcher(settings, clock=passing.clock, sleep=passing.sleep, now=passing.now) as fetcher:
            wikidata = Wikidata(fetcher, settings, [])
            (item,) = wikidata.items(wikidata.search("Gəncə", "az")).values()
    assert (item.id, item.kinds) == ("Q131290", {"Q515"})
