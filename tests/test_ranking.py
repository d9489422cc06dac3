"""Ranking: the reasons make up the score, and nothing depends on the order in which items come."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from claimgraph.linking.entities import Entity, Name
from claimgraph.linking.items import Item, read_item
from claimgraph.linking.ranking import kilometres, matches, rank, too_far
from wikibase import RECORDED

RECORDS = {
    name: read_item(each) for name, each in json.loads(RECORDED.read_text("utf-8"))["entities"].items()
}
ITEMS = {name: replace(item, kinds=frozenset(item.types)) for name, item in RECORDS.items()}


def entity(label, kind="Place", **more):
    names = (Name(label, "en", "label"), *more.pop("names", ()))
    return Entity(URIRef("https://w3id.org/claimgraph/place/x"), "place:x", label, kind, names, **more)


SHUSHA = entity(
    "Shusha",
    names=(Name("Shushi", "", "name use"), Name("Şuşa", "az", "gazetteer"), Name("Շուշի", "hy", "gazetteer")),
    point=(39.76006, 46.74989),
    geonames=("147105",),
)

FORMS = st.sampled_from(["Ganja", "ganja", "Gəncə", "Shusha", "Şuşa", "Vell", "Baku"])
POINTS = st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180))
ITEM = st.builds(
    Item,
    id=st.integers(1, 999).map("Q{}".format),
    labels=st.dictionaries(st.sampled_from(["en", "az", "ru"]), FORMS),
    aliases=st.dictionaries(st.sampled_from(["en", "az"]), st.lists(FORMS, max_size=2).map(tuple)),
    descriptions=st.dictionaries(st.just("en"), st.sampled_from(["city in Azerbaijan", "a river"])),
    types=st.lists(st.sampled_from(["Q5", "Q515", "Q6256", "Q4167410", "Q9"]), max_size=2).map(tuple),
    point=POINTS,
    geonames=st.lists(st.sampled_from(["1", "2"]), max_size=1).map(tuple),
    service=st.none() | st.floats(0, 100),
    missing=st.booleans(),
)
ENTITY = st.builds(
    Entity,
    iri=st.just(URIRef("https://w3id.org/claimgraph/place/x")),
    name=st.just("place:x"),
    label=FORMS,
    kind=st.sampled_from(["Place", "Person", "State", "Event", None]),
    names=st.lists(st.builds(Name, FORMS, st.sampled_from(["en", "az", ""]), st.just("label"))).map(tuple),
    point=POINTS,
    geonames=st.lists(st.sampled_from(["1", "2"]), max_size=1).map(tuple),
    words=st.frozensets(st.sampled_from(["city", "azerbaijan", "river"])),
)


@given(ours=ENTITY, items=st.lists(ITEM, unique_by=lambda item: item.id), order=st.randoms())
def test_order_does_not_depend_on_the_input_and_reasons_explain_the_score(ours, items, order):
    ranked = rank(ours, items)
    shuffled = list(items)
    order.shuffle(shuffled)
    assert rank(ours, shuffled) == ranked
    assert {each.item.id for each in ranked} == {item.id for item in items if not item.missing}
    scores = [each.score for each in ranked]
    assert scores == sorted(scores, reverse=True)
    for each in ranked:
        assert each.score == sum(reason.points for reason in each.reasons)
        assert all(reason.words for reason in each.reasons)
        assert {"name", "type", "description"} <= {reason.aspect for reason in each.reasons}
        assert (ours.point is not None and each.item.point is not None) == any(
            reason.aspect == "place" for reason in each.reasons
        )


@given(ours=ENTITY, item=ITEM)
def test_a_name_that_fits_better_never_ranks_lower(ours, item):
    named = replace(item, missing=False, labels={"en": ours.label})
    fitting = replace(ours, names=(Name(ours.label, "en", "label"),))
    other = replace(named, labels={"en": "Something else"}, aliases={})
    (with_name,), (without,) = rank(fitting, [named]), rank(fitting, [other])
    assert with_name.score > without.score


def test_town_before_district_with_every_reason():
    first, second = rank(SHUSHA, [ITEMS["Q388960"], ITEMS["Q158903"]])
    assert (first.item.id, second.item.id) == ("Q158903", "Q388960")
    assert [(reason.aspect, reason.words) for reason in first.reasons] == [
        ("name", "“Shusha” is its label (en)"),
        ("name", "“Şuşa” is its label (az)"),
        ("name", "“Շուշի” is its label (hy)"),
        ("type", "a city, which fits"),
        ("place", "0.0 km away"),
        ("record", "its GeoNames record is ours, 147105"),
        ("description", "described as “city in Azerbaijan”"),
    ]
    assert ("name", "“Shusha” is its alias (en)") in [(each.aspect, each.words) for each in second.reasons]


def test_person_and_office_are_told_apart():
    office = entity("President of Azerbaijan", "Office")
    first, second = rank(office, [ITEMS["Q57371"], ITEMS["Q205602"]])
    assert first.item.id == "Q205602"
    assert "a human, which does not fit" in [reason.words for reason in second.reasons]


def test_a_renamed_town_is_found_by_its_alias():
    (only,) = rank(entity("Stepanakert"), [ITEMS["Q129352"]])
    assert only.reasons[0].words == "“Stepanakert” is its alias (en)"


def test_spelling_and_description_count_less_than_the_name():
    (only,) = rank(entity("gence", words=frozenset({"city", "azerbaijan"})), [ITEMS["Q131290"]])
    assert [reason.points for reason in only.reasons if reason.aspect == "description"] == [8]
    (loose,) = rank(entity("SHUSHA"), [ITEMS["Q158903"]])
    assert loose.reasons[0].words == "“SHUSHA” is its label, but for spelling (en)"


def test_a_name_twice_but_once_is_counted_once():
    item = Item("Q1", labels={"en": "Ganja", "de": "Ganja"}, aliases={"en": ("Ganja",)})
    assert matches(entity("Ganja"), item) == [("label", "Ganja", "en"), ("label", "Ganja", "de")]


def test_a_point_far_away():
    far = replace(ITEMS["Q158903"], point=(40.68157, 46.36134))
    assert too_far(SHUSHA, far) == pytest.approx(108, abs=2)
    assert too_far(SHUSHA, ITEMS["Q158903"]) is None
    # The points of a country lie anywhere in it.
    country = replace(ITEMS["Q227"], point=(40.3, 52))
    assert too_far(SHUSHA, country) is None


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (0, 180), 20_015),
        ((90, 0), (-90, 77), 20_015),
        ((0, 179.5), (0, -179.5), 111),
    ],
)
def test_kilometres(one, other, far):
    assert kilometres(one, other) == pytest.approx(far, abs=1)
    assert kilometres(other, one) == kilometres(one, other)


def test_a_service_is_heard_but_has_no_weight():
    (with_score,), (without,) = (
        rank(SHUSHA, [replace(ITEMS["Q158903"], service=score)]) for score in (87.0, None)
    )
    assert with_score.score == without.score
    assert with_score.reasons[-1].words == "the reconciliation service gives it 87 of 100"
