"""Pages of the ontology, made from the graph, and of stored questions."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

from claimgraph.namespaces import BASE, CG
from claimgraph.site.reader import TYPE, cg
from claimgraph.site.site import HTML, Site
from claimgraph.site.vocabulary import terms
from sitepages import asked


def test_all_terms_are_on_one_page_at_both_addresses(site: Site, read) -> None:
    assert read("ontology") == read("ontology/")
    content = site.page(asked("ontology")).content
    shown = [each for _, each in (*content["classes"], *content["properties"])]
    shown += [each for members in content["values"].values() for each in members]
    declared = {
        each.value
        for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual")
        for each in site.reader.subjects(TYPE, ox.NamedNode(f"http://www.w3.org/2002/07/owl#{kind}"))
        if each.value.startswith(str(CG)) and not each.value.endswith("Scheme")
    }
    lists = {kind.value for kind in content["values"]}
    assert {each.value for each in shown} | lists == declared


def test_classes_stand_below_what_they_are_a_kind_of(site: Site) -> None:
    tree = site.vocabulary.classes
    places = {each: number for number, (_, each) in enumerate(tree)}
    depths = {each: depth for depth, each in tree}
    assert depths[cg("Actor")] == 0
    assert depths[cg("Organisation")] == 1
    assert depths[cg("ArmedForce")] == 2
    assert places[cg("Organisation")] < places[cg("ArmedForce")] < places[cg("Person")]


def test_uses_are_those_of_the_description_of_the_dataset(site: Site, read) -> None:
    assert site.vocabulary.uses[cg("Claim")] == len(site.reader.subjects(TYPE, cg("Claim")))
    number = sum(
        1
        for _ in {(quad.subject, quad.object) for quad in site.reader.store.quads(None, cg("negates"), None)}
    )
    assert f"Used in {number} statements, inferred ones too" in read("ontology/negates")


def test_a_class_has_definition_examples_shapes_questions_and_what_its_members_have(read) -> None:
    page = read("ontology/Claim")
    assert "One reported utterance joined to one proposition by a stance" in page
    assert "For example A ministry denies that its forces fired towards a country." in page
    assert "Not so What is claimed, apart from who claims it, is a Proposition." in page
    assert "Is a kind of prov:Entity" in page
    assert "one form of speaker" in page
    assert "A claim MUST name its speaker in exactly one form" in page
    assert "speech act 249" in page
    assert "close match skos schema:Claim" in page


def test_a_property_has_domain_range_and_the_questions_that_ask_with_it(read) -> None:
    page = read("ontology/possibleClaimant")
    assert "Domain claim Range actor" in page
    assert "two possible claimants" in page
    assert "Stored questions that ask with it" in page


def test_a_value_names_its_list_and_where_it_is_used(read) -> None:
    page = read("ontology/admits")
    assert page.startswith("admits speech act · cg:admits")
    assert "Stances that fit affirms" in page
    assert "Harutyunyan tells of his own order for rocket attacks in Ganja." in page


def test_every_term_has_a_page(site: Site) -> None:
    for _, term in (*site.vocabulary.classes, *site.vocabulary.properties):
        path = term.value.removeprefix(str(BASE))
        assert site.render(asked(path), HTML).status == 200


def test_terms_of_a_query_are_those_of_the_prefixes_it_declares() -> None:
    query = f'PREFIX x: <{CG}>\nPREFIX cg: <http://e/> SELECT * {{ ?s x:names ?o ; cg:form "x:not" . }}'
    assert {each.value for each in terms(query)} == {f"{CG}names", f"{CG}not"}


def test_a_stored_question_shows_its_text_and_runs(site: Site, markup, read) -> None:
    page = markup("query/names-of-places")
    assert "By which names does each place go, and whose words are they?" in page
    assert "/query?question=names-of-places" in page
    address = next(each for each in page.split('"') if each.startswith("/sparql?query="))
    assert parse_qs(urlsplit(address).query)["query"] == [
        site.vocabulary.text(ox.NamedNode(f"{BASE}query/names-of-places"))
    ]
    assert "It asks with form" in read("query/names-of-places")


def test_every_stored_question_has_a_page_and_is_under_the_terms_it_asks_with(site: Site) -> None:
    questions = {each for found in site.vocabulary.questions.values() for each in found}
    assert (
        ox.NamedNode(f"{BASE}query/names-of-places")
        in site.vocabulary.questions[cg("NameUse")] + site.vocabulary.questions[cg("usedBy")]
    )
    for each in questions:
        assert site.render(asked(each.value.removeprefix(str(BASE))), HTML).status == 200
