"""Reading items: what is there is kept, what is not as expected is left out, nothing acts on a terminal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.linking.items import Item, as_point, clean, folded, read_item
from wikibase import RECORDED

ENTITIES = json.loads(RECORDED.read_text("utf-8"))["entities"]
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "labels", "aliases", "claims", "P31", "P625", "value", "mainsnak", "datavalue", "en"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


def test_a_recorded_item():
    item = read_item(ENTITIES["Q158903"])
    assert item == Item(
        "Q158903",
        labels={"en": "Shusha", "az": "Şuşa", "hy": "Շուշի", "ru": "Шуша"},
        aliases={"en": ("Shushi",)},
        descriptions={"en": "city in Azerbaijan"},
        types=("Q515",),
        point=(39.76006, 46.74989),
        geonames=("147105",),
    )
    assert (item.label, item.description) == ("Shusha", "city in Azerbaijan")
    assert ("Shushi", "en", False) in set(item.names())


def test_an_item_without_anything_has_its_id_for_a_label():
    item = read_item({"id": "Q7", "labels": [], "aliases": [], "claims": []})
    assert (item.label, item.description, list(item.names())) == ("Q7", "", [])


def test_a_deleted_item_is_missing():
    assert read_item({"id": "Q7", "missing": ""}).missing


def test_statements_by_rank():
    def statement(name, rank):
        return {"rank": rank, "mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": name}}}}

    some = [statement("Q1", "normal"), statement("Q2", "deprecated")]
    assert read_item({"id": "Q7", "claims": {"P31": some}}).types == ("Q1",)
    preferred = [*some, statement("Q3", "preferred")]
    assert read_item({"id": "Q7", "claims": {"P31": preferred}}).types == ("Q3",)
    unknown = [{"rank": "normal", "mainsnak": {"snaktype": "somevalue"}}]
    assert read_item({"id": "Q7", "claims": {"P31": unknown}}).types == ()


@pytest.mark.parametrize("entity", [None, [], {}, {"id": "P31"}, {"id": "Q0"}, {"id": "Q12x"}, {"id": 5}])
def test_what_is_no_item(entity):
    assert read_item(entity) is None


@given(JSON)
def test_no_answer_breaks_the_reader(entity):
    read_item(entity)
    if isinstance(entity, dict):
        item = read_item({**entity, "id": "Q5"})
        assert item is not None
        assert not item.point or as_point(*item.point)


@given(st.text())
def test_outside_text_is_one_printable_line(text):
    assert clean(text).isprintable()
    assert len(clean(text)) <= 250
    assert clean(clean(text)) == clean(text)


def test_signs_that_act_are_taken_out():
    assert clean("a\x1b[31mb\tc\nd\u202ee") == "a[31mb c de"
    assert clean(None) == ""


@pytest.mark.parametrize(
    ("one", "other"), [("Şuşa", "susa"), ("Nagorno-Karabakh", "nagorno karabakh"), ("O’Neil", "O'Neil")]
)
def test_names_that_differ_in_spelling_only(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize("numbers", [(91, 0), (0, 181), (float("nan"), 0), ("1", 2), (None, None)])
def test_no_point(numbers):
    assert as_point(*numbers) is None
