"""Addresses of other hosts: checked before use, and compared for redirects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.errors import UsageError
from claimgraph.linking.addresses import checked_address, host, redirected


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://wikibase.example/w/api.php", "https://wikibase.example/w/api.php"),
        ("wikibase.example/w/api.php", "https://wikibase.example/w/api.php"),
        ("http://127.0.0.1:8080/w", "http://127.0.0.1:8080/w"),
        ("http://[::1]:8080/w", "http://[::1]:8080/w"),
        ("http://localhost/w", "http://localhost/w"),
    ],
)
def test_address_that_may_be_asked(given, address):
    assert checked_address(given, "--api") == address


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("http://wikibase.example/w", "not encrypted"),
        ("http://127.0.0.1.example/w", "not encrypted"),
        ("https://me:secret@wikibase.example/", "Leave it out"),
        ("file:///etc/passwd", "no web address"),
        ("https://", "no web address"),
        ("https://host:port/", "no web address"),
        ("https://a b/", "no web address"),
        ("", "no web address"),
    ],
)
def test_address_that_may_not(given, words):
    with pytest.raises(UsageError, match=words):
        checked_address(given, "--api")


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/other", "https://a.example/other"),
        ("https://a.example:443/x", "https://a.example/x"),
        ("https://A.example/x", "https://a.example/x"),
        ("https://a.example:8443/x", None),
        ("http://a.example/x", None),
        ("https://b.example/x", None),
        ("//b.example/x", None),
        ("https://a.example@b.example/", None),
        ("https://user@a.example/", None),
        ("https://[", None),
    ],
)
def test_redirect_stays_with_the_host(location, target):
    assert redirected("https://a.example/w/api.php", location) == target


@given(st.text(max_size=60))
def test_no_redirect_leads_away_or_breaks(location):
    target = redirected("https://a.example/w/api.php", location)
    assert target is None or host(target) == "a.example"
