"""Looking names up: what is found, in which order, and at which cost."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.site import nameindex
from claimgraph.site.folding import words
from claimgraph.site.nameindex import BOUND, Name, NameIndex

USE = ox.NamedNode("https://example.org/use")


def entity(number: int) -> ox.NamedNode:
    return ox.NamedNode(f"https://example.org/{number}")


def index(*forms: str, kind: str = "place") -> NameIndex:
    return NameIndex(Name(form, "", entity(number), kind) for number, form in enumerate(forms))


def found(names: NameIndex, query: str, kind: str = "") -> list[str]:
    return [hit.names[0].form for hit in names.find(query, kind).hits]


def test_the_whole_name_comes_first_then_its_beginning_then_other_words() -> None:
    names = index("Old Mill", "Mill Lane", "Mill", "Windmill")
    assert found(names, "mill") == ["Mill", "Mill Lane", "Old Mill"]


def test_every_word_has_to_begin_a_word_in_any_order() -> None:
    names = index("The mill by the river", "The mill", "River")
    assert found(names, "riv mi") == ["The mill by the river"]


def test_of_equal_names_actors_come_before_places_and_claims() -> None:
    names = NameIndex(
        [
            Name("Ford", "", entity(1), "claim"),
            Name("Ford", "", entity(2), "place"),
            Name("Ford", "", entity(3), "actor"),
        ]
    )
    assert [hit.kind for hit in names.find("ford").hits] == ["actor", "place", "claim"]
    assert [hit.entity for hit in names.find("ford", "place").hits] == [entity(2)]


def test_an_entity_is_found_once_with_all_names_that_fit() -> None:
    names = NameIndex([Name("Susa", "", entity(1), "place"), Name("Şuşa", "az", entity(1), "place", USE)])
    (hit,) = names.find("susa").hits
    assert {name.form for name in hit.names} == {"Susa", "Şuşa"}


def test_what_is_misspelt_finds_what_is_near_and_says_so() -> None:
    names = index("Stepanakert", "Terter")
    assert names.find("Stepanakrt").instead == "stepanakert"
    assert found(names, "Stepnakrt") == ["Stepanakert"]
    assert found(names, "Tertr") == ["Terter"]
    # Two letters off is too far for a short word.
    assert not names.find("Trtr").hits
    assert not names.find("zzz").hits
    assert not names.find("").hits


def test_no_more_than_a_bound_is_looked_at() -> None:
    names = NameIndex(Name(f"mill {n}", "", entity(n), "place") for n in range(BOUND + 10))
    answer = names.find("mill")
    assert len(answer.hits) == BOUND
    assert not answer.whole
    assert found(names, "mill 1009") == ["mill 1009"]


@given(
    st.lists(st.text(alphabet="abcə -", min_size=1, max_size=12), max_size=30),
    st.text(alphabet="abcə ", min_size=1, max_size=6),
)
def test_it_finds_what_looking_through_all_would_find(forms: list[str], query: str) -> None:
    names = index(*forms)
    wanted = words(query)
    naive = {
        entity(number)
        for number, form in enumerate(forms)
        if wanted
        and (
            " ".join(words(form)).startswith(" ".join(wanted))
            or all(any(word.startswith(each) for word in words(form)) for each in wanted)
        )
    }
    answer = names.find(query)
    if not answer.instead:
        assert {hit.entity for hit in answer.hits} == naive
    else:
        assert not naive


def test_the_order_names_kinds_of_the_namespace() -> None:
    assert nameindex.ORDER[0] == "actor"
    assert len(set(nameindex.ORDER)) == len(nameindex.ORDER)
