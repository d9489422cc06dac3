"""Our side of a link: names, kinds, positions, and the words around."""

import pytest

from claimgraph.errors import UsageError
from claimgraph.linking.entities import Entities, Name, bare
from claimgraph.load import load
from linkedgraph import FILES


@pytest.fixture
def entities(write_graph):
    return Entities(load(write_graph(FILES)))


def test_all_are_actors_but_voices_places_and_events(entities):
    assert [(entity.name, entity.kind) for entity in entities.all()] == [
        ("actor:azerbaijan", "State"),
        ("actor:ilham-aliyev", "Person"),
        ("actor:ministry", "Institution"),
        ("event:fighting-of-2020", "Event"),
        ("place:azerbaijan", "Place"),
        ("place:ganja", "Place"),
        ("place:shusha", "Place"),
        ("place:stepanakert", "Place"),
    ]


def test_a_place_with_what_gazetteers_say(entities):
    (ganja,) = entities.named(["place:ganja"])
    assert (ganja.label, ganja.point, ganja.geonames) == ("Ganja", (40.68157, 46.36134), ("586523",))
    assert set(ganja.names) == {
        Name("Ganja", "en", "label"),
        Name("Gəncə", "az", "gazetteer"),
        Name("Գանձակ", "hy", "gazetteer"),
        Name("Гянджа", "ru", "gazetteer"),
        Name("Ganca", "tr", "gazetteer"),
    }


def test_forms_that_articles_use_are_names_and_brackets_are_none(entities):
    (shusha,) = entities.named(["<https://w3id.org/claimgraph/place/shusha>"])
    assert shusha.label == "Shusha (town)"
    assert {name.form for name in shusha.names} == {"Shusha", "Shushi"}
    assert "town" in shusha.words


def test_words_are_those_of_definition_principal_and_place(entities):
    ministry, event = entities.named(["actor:ministry", "event:fighting-of-2020"])
    assert ministry.words >= {"builds", "azerbaijan"}
    assert not ministry.words & {"ministry", "roads"}
    assert "azerbaijan" in event.words


def test_a_class_can_be_named_too(entities):
    (person,) = entities.named(["cg:Person"])
    assert (person.label, person.kind) == ("person", None)


def test_named_twice_is_once(entities):
    assert len(entities.named(["place:ganja", "https://w3id.org/claimgraph/place/ganja"])) == 1


@pytest.mark.parametrize(
    ("given", "hint"), [("place:ganjaa", "Did you mean place:ganja?"), ("xyz", "Write it as prefix:name")]
)
def test_what_is_not_described(entities, given, hint):
    with pytest.raises(UsageError, match="is not described in the graph") as caught:
        entities.named([given])
    assert hint in str(caught.value)


def test_languages(entities):
    assert entities.languages() == {"az", "en", "hy", "ru", "tr"}


@pytest.mark.parametrize(
    ("label", "name"), [("Ganja", "Ganja"), ("Ganja (city)", "Ganja"), ("A (b) c", "A (b) c"), ("(x)", "(x)")]
)
def test_bare(label, name):
    assert bare(label) == name
