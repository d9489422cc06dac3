"""Defaults are safe: local address only, and fixed once made."""

import dataclasses

import pytest

from claimgraph.settings import DEFAULTS


def test_listens_on_this_machine_only():
    assert (DEFAULTS.host, DEFAULTS.port) == ("127.0.0.1", 8000)


def test_cannot_be_changed_by_a_module():
    with pytest.raises(dataclasses.FrozenInstanceError):
        DEFAULTS.port = 80  # type: ignore[misc]
