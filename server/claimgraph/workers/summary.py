"""What the server knows of a dataset that only its workers hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimgraph.store import Store


@dataclass(frozen=True)
class Summary:
    """The numbers and names of a dataset: how many triples its default and its named graphs have.

    ``prefixes`` are those that may be proposed, ``used`` those whose namespaces hold a class or property.
    """

    triples: int
    graphs: Mapping[str, int]
    prefixes: Mapping[str, str]
    used: Mapping[str, str]

    @classmethod
    def of(cls, store: Store) -> Summary:
        """Summarise a store."""
        graphs = {name: store.count(name) for name in store.named_graphs}
        return cls(len(store), graphs, store.prefixes, store.vocabulary())

    def __len__(self) -> int:
        """Give the number of triples in the default graph."""
        return self.triples

    @property
    def named_graphs(self) -> tuple[str, ...]:
        """The names of its graphs, sorted."""
        return tuple(self.graphs)

    def count(self, graph: str) -> int:
        """Give the number of triples in a named graph."""
        return self.graphs[graph]

    def vocabulary(self) -> Mapping[str, str]:
        """Give those prefixes whose namespaces hold a class or property that the dataset uses."""
        return self.used
