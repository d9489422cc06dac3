"""Where candidates come from: the network, or a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol

from claimgraph.linking.entities import Entity
from claimgraph.linking.items import Item
from claimgraph.linking.reconciliation import Reconciliation
from claimgraph.linking.settings import LinkSettings
from claimgraph.linking.wikidata import Wikidata

_FIRST = ("label", "name use")


class Source(Protocol):
    """Gives the items that may be meant by an entity, and says in words where they are from."""

    live: bool

    def candidates(self, entity: Entity) -> list[Item]:
        """Give the items that may be meant."""

    def origin(self) -> str:
        """Say where items are from, as a sentence for a decision."""


class Online:
    """Searches Wikidata, and a reconciliation service where there is one, for each name of an entity."""

    live = True

    def __init__(
        self, wikidata: Wikidata, service: Reconciliation | None, settings: LinkSettings, today: date
    ) -> None:
        self._wikidata = wikidata
        self._service = service
        self._settings = settings
        self._today = today

    def candidates(self, entity: Entity) -> list[Item]:
        """Search the label first, then the other forms; RemoteError if nobody answers."""
        asked = searched(entity)[: self._settings.names]
        scores = self._service.search([form for form, _ in asked]) if self._service else {}
        lists = [[name for name, _ in sorted(scores.items(), key=lambda each: (-each[1], each[0]))]]
        lists += [self._wikidata.search(form, language) for form, language in asked]
        # The best of each search before the second best of any.
        depth = max(map(len, lists))
        found = [found[place] for place in range(depth) for found in lists if place < len(found)]
        ids = list(dict.fromkeys(found))[: self._settings.candidates]
        items = self._wikidata.items(ids)
        return [replace(item, service=scores.get(name)) for name, item in items.items()]

    def origin(self) -> str:
        """Say when Wikidata was asked."""
        return f"Read in Wikidata on {self._today.isoformat()}."


class Offline:
    """Takes candidates from what was read from a file called ``name``."""

    live = False

    def __init__(self, items: Mapping[str, Mapping[str, Item]], name: str) -> None:
        self._items = items
        self._name = name

    def candidates(self, entity: Entity) -> list[Item]:
        """Give what the file has for the entity."""
        return list(self._items.get(str(entity.iri), {}).values())

    def origin(self) -> str:
        """Say which file it was; live Wikidata was not asked."""
        return f"From {self._name}; not checked against live Wikidata."


def searched(entity: Entity) -> list[tuple[str, str]]:
    """Give each form to search for with the language to search in, label first, then as the graph has them.

    One form is searched once; a form without a language in English.
    """
    ordered = sorted(
        entity.names,
        key=lambda name: (
            name.form != entity.label,
            _FIRST.index(name.source) if name.source in _FIRST else 2,
        ),
    )
    found: dict[str, str] = {}
    for name in ordered:
        found.setdefault(name.form, name.language or "en")
    return list(found.items())
