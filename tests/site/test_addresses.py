"""Addresses: every name has one, whatever it holds, and it leads back to the name."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.namespaces import BASE
from claimgraph.site.addresses import SUFFIXES, Addresses, iris_of, split_suffix

LOCAL = st.text(st.sampled_from("abcxyz0189-._~:@!$&'()*+,;=/"), min_size=1, max_size=30)
OUTSIDE = st.sampled_from(["http://www.wikidata.org/entity/Q1", "http://e/?a=b&c#d", str(BASE)])


@given(LOCAL, st.sampled_from(["", "/kg"]))
def test_a_name_of_ours_is_the_path_behind_the_namespace(local: str, root: str) -> None:
    address = Addresses(root).of(BASE + local)
    assert address == f"{root}/{local}"
    assert BASE + local in iris_of(address.removeprefix(f"{root}/"))


@pytest.mark.parametrize("local", ["graph/a%20b", "graph/a%2Fb", "name/Şuşa", "name/100%25"])
def test_escapes_are_a_part_of_a_name_and_letters_beyond_ascii_too(local: str) -> None:
    assert BASE + local in iris_of(Addresses().of(BASE + local).removeprefix("/"))


@given(OUTSIDE)
def test_any_other_name_is_asked_for_in_full(iri: str) -> None:
    parts = urlsplit(Addresses().of(iri))
    assert parts.path == "/about"
    assert parse_qs(parts.query) == {"iri": [iri]}


@given(LOCAL, st.sampled_from(SUFFIXES))
def test_a_suffix_names_a_format_and_nothing_else(local: str, suffix: str) -> None:
    assert split_suffix(f"{local}.{suffix}") == (local, suffix)
    assert split_suffix(f"{local}.{suffix}x") == (f"{local}.{suffix}x", "")


def test_data_of_an_outside_name_is_a_parameter() -> None:
    address = Addresses("/kg").data("http://e/a b", "ttl")
    assert parse_qs(urlsplit(address).query) == {"iri": ["http://e/a b"], "format": ["ttl"]}


def test_a_question_why_carries_the_whole_triple() -> None:
    address = Addresses().why("http://e/s", "http://e/p", '"a&b"@en')
    assert parse_qs(urlsplit(address).query) == {
        "subject": ["http://e/s"],
        "predicate": ["http://e/p"],
        "object": ['"a&b"@en'],
    }


@pytest.mark.parametrize(
    ("path", "parameters", "address"),
    [
        ("", [], "/"),
        ("search", [("q", "Şuşa & Shushi"), ("page", "")], "/search?q=%C5%9Eu%C5%9Fa+%26+Shushi"),
        ("event/a b", [], "/event/a%20b"),
    ],
)
def test_pages_have_addresses(path: str, parameters: list[tuple[str, str]], address: str) -> None:
    assert Addresses().page(path, parameters) == address
