"""The site over the real graph, for all tests of pages."""

from __future__ import annotations

import pytest

from claimgraph.pipeline import Checked
from claimgraph.site.site import Site


@pytest.fixture(scope="session")
def site(repository: Checked) -> Site:
    """The site over the graph of this repository, closed."""
    assert repository.graph is not None
    made = Site(repository.graph.store)
    made.prepare()
    return made
