"""Blank nodes get names that depend on what is said of them, and on nothing else."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.skolem import GENID, skolemise

EX = "https://example.org/"


def quads(turtle: str, graph: str = "g") -> list[ox.Quad]:
    parsed = ox.parse(f"@prefix ex: <{EX}> . {turtle}", format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
    return [ox.Quad(one.subject, one.predicate, one.object, ox.NamedNode(EX + graph)) for one in parsed]


def names(content: list[ox.Quad]) -> set[str]:
    terms = {term for quad in content for term in (quad.subject, quad.object)}
    return {term.value for term in terms if isinstance(term, ox.NamedNode) and term.value.startswith(GENID)}


def test_no_blank_node_is_left_and_no_quad_lost() -> None:
    given_quads = quads("ex:a ex:p [ ex:q [ ex:r 1 ] ] , ( ex:b ex:c ) ; ex:s ex:t .")
    named = list(skolemise(given_quads))
    assert len(named) == len(given_quads)
    assert not any(isinstance(term, ox.BlankNode) for quad in named for term in quad)
    assert len(names(named)) == 4


def test_names_do_not_depend_on_labels_or_order() -> None:
    turtle = "ex:a ex:p [ ex:q [ ex:r 1 ] ] . ex:b ex:p [ ex:q 2 ] , [ ex:q 3 ] ."
    first, second = set(skolemise(quads(turtle))), set(skolemise(reversed(quads(turtle))))
    assert first == second


def test_a_change_elsewhere_leaves_names_alone() -> None:
    before = names(list(skolemise(quads("ex:a ex:p [ ex:q 1 ] ."))))
    after = names(list(skolemise(quads("ex:a ex:p [ ex:q 1 ] . ex:b ex:p [ ex:q 2 ] ."))))
    assert before < after


def test_nodes_that_say_the_same_stay_apart() -> None:
    named = list(skolemise(quads("ex:a ex:p [ ex:q 1 ] , [ ex:q 1 ] .")))
    assert len(set(named)) == 4
    assert len(names(named)) == 2


def test_equal_nodes_of_two_graphs_stay_apart() -> None:
    both = [*quads("ex:a ex:p [ ex:q 1 ] .", "g"), *quads("ex:a ex:p [ ex:q 1 ] .", "h")]
    assert len(names(list(skolemise(both)))) == 2


def test_a_node_in_two_graphs_gets_one_name() -> None:
    (one,) = quads("ex:a ex:p [] .", "g")
    other = ox.Quad(one.object, ox.NamedNode(EX + "q"), ox.Literal("x"), ox.NamedNode(EX + "h"))
    assert len(names(list(skolemise([one, other])))) == 1


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 1), st.integers(0, 5)), max_size=8), st.randoms())
def test_any_shape_is_named_alike_in_any_order(links: list[tuple[int, int, int]], random: object) -> None:
    def build(labels: list[str], order: list[tuple[int, int, int]]) -> set[ox.Quad]:
        return set(
            skolemise(
                ox.Quad(
                    ox.BlankNode(labels[subject]),
                    ox.NamedNode(f"{EX}p{link}"),
                    ox.BlankNode(labels[value]),
                    ox.NamedNode(EX + "g"),
                )
                for subject, link, value in order
            )
        )

    shuffled = list(dict.fromkeys(links))
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first = build(["a", "b", "c", "d", "e", "f"], list(dict.fromkeys(links)))
    second = build(["z", "y", "x", "w", "v", "u"], shuffled)
    assert first == second
    assert len(first) == len(set(links))
