"""Wikidata's action API: items by name, and what they say.

Follows https://www.wikidata.org/w/api.php?action=help (wbsearchentities, wbgetentities).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from claimgraph.errors import RemoteError
from claimgraph.linking.addresses import host
from claimgraph.linking.fetching import Fetcher
from claimgraph.linking.items import ITEM_ID, Item, read_item
from claimgraph.linking.kinds import KNOWN
from claimgraph.linking.settings import LinkSettings

_BUSY = frozenset(("maxlag", "ratelimited", "readonly"))
_BUSY_SECONDS = 5.0


class Wikidata:
    """Items of Wikidata, or of another Wikibase that holds the same ones, asked through a fetcher.

    Names and descriptions are asked for in ``languages``. What was read once is not asked for again.
    """

    def __init__(self, fetcher: Fetcher, settings: LinkSettings, languages: Collection[str]) -> None:
        self._fetcher = fetcher
        self._settings = settings
        self._languages = "|".join(sorted({*languages, "en", "mul"}))
        self._known: dict[str, Item] = {}

    def search(self, name: str, language: str) -> list[str]:
        """Give the ids of items that have a name, best first; RemoteError if it cannot be asked."""
        answer = self._ask(
            {
                "action": "wbsearchentities",
                "search": name,
                "language": language,
                "uselang": "en",
                "type": "item",
                "limit": str(self._settings.found_by_name),
            }
        )
        found = answer.get("search")
        if not isinstance(found, list):
            raise self._unfit()
        ids = [each.get("id") for each in found if isinstance(each, dict)]
        return [each for each in ids if isinstance(each, str) and ITEM_ID.fullmatch(each)]

    def items(self, ids: Sequence[str]) -> dict[str, Item]:
        """Give the items of these ids, under the ids that were asked for, with what their types are kinds of.

        One that was merged comes as the item it was merged into, one that was deleted as missing. Raises
        RemoteError if they cannot be asked.
        """
        found = self._read(ids)
        return {name: replace(item, kinds=self._kinds(item.types)) for name, item in found.items()}

    def _kinds(self, types: Iterable[str]) -> frozenset[str]:
        """Climb from the types to the classes above, until one is known here or there are too many."""
        kinds = set(types)
        level = sorted(kinds - KNOWN.keys())
        for _ in range(self._settings.classes_up):
            if not level or kinds & KNOWN.keys():
                break
            above = {up for item in self._read(level).values() for up in item.parents} - kinds
            kinds |= above
            level = sorted(above - KNOWN.keys())[: self._settings.classes]
        return frozenset(kinds)

    def _read(self, ids: Sequence[str]) -> dict[str, Item]:
        wanted = [each for each in dict.fromkeys(ids) if each not in self._known]
        for start in range(0, len(wanted), self._settings.batch):
            batch = wanted[start : start + self._settings.batch]
            answer = self._ask(
                {
                    "action": "wbgetentities",
                    "ids": "|".join(batch),
                    "props": "info|labels|aliases|descriptions|claims",
                    "languages": self._languages,
                    "redirects": "yes",
                }
            )
            entities = answer.get("entities")
            if not isinstance(entities, dict):
                raise self._unfit()
            self._known |= self._asked_for(batch, entities)
        return {each: self._known[each] for each in ids}

    def _asked_for(self, batch: Sequence[str], entities: Mapping[str, object]) -> dict[str, Item]:
        found: dict[str, Item] = {}
        for key, entity in entities.items():
            if item := read_item(entity):
                redirect = entity.get("redirects") if isinstance(entity, dict) else None
                source = redirect.get("from") if isinstance(redirect, dict) else None
                found[str(source or key)] = item
        if lacking := [each for each in batch if each not in found]:
            raise RemoteError(
                f"{host(self._settings.api)} was asked for {', '.join(lacking)} and says nothing of it. "
                "Try again later."
            )
        return {each: found[each] for each in batch}

    def _ask(self, parameters: Mapping[str, str]) -> Mapping[str, object]:
        common = {"format": "json", "maxlag": str(self._settings.maxlag)}
        answer = self._fetcher.get(self._settings.api, {**parameters, **common}, _busy)
        if not isinstance(answer, dict):
            raise self._unfit()
        if code := _code(answer):
            raise RemoteError(
                f"{host(self._settings.api)} refuses the request: {code[:80]}. Check --api and the ids."
            )
        return answer

    def _unfit(self) -> RemoteError:
        return RemoteError(
            f"{host(self._settings.api)} does not answer as Wikidata's action API does. "
            "Name the address of its api.php with --api."
        )


def _code(answer: object) -> str:
    error = answer.get("error") if isinstance(answer, dict) else None
    return str(error.get("code", "unknown error")) if isinstance(error, dict) else ""


def _busy(answer: object) -> float | None:
    return _BUSY_SECONDS if _code(answer) in _BUSY else None
