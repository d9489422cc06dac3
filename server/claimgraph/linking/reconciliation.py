"""A reconciliation service: items by name, scored by somebody else.

Follows the Reconciliation Service API 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/).
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from claimgraph.errors import RemoteError
from claimgraph.linking.addresses import host
from claimgraph.linking.fetching import Fetcher
from claimgraph.linking.items import ITEM_ID
from claimgraph.linking.settings import LinkSettings
from claimgraph.namespaces import WD

_VERSION = "0.2"
_SPACES = (str(WD), str(WD).replace("http:", "https:"))


class Reconciliation:
    """A service that finds items by name; only one whose ids are Wikidata's is of use."""

    def __init__(self, fetcher: Fetcher, address: str, settings: LinkSettings) -> None:
        self._fetcher = fetcher
        self._address = address
        self._settings = settings
        self._checked = False

    def search(self, names: Sequence[str]) -> dict[str, float]:
        """Give the ids of items that may have one of the names, each with its best score from 0 to 100.

        Raises RemoteError if the service cannot be asked, or has ids of its own.
        """
        self._check()
        queries = {
            f"q{number}": {"query": name, "limit": self._settings.found_by_name}
            for number, name in enumerate(names)
        }
        answer = self._fetcher.post(self._address, {"queries": json.dumps(queries)})
        if not isinstance(answer, dict):
            raise self._unfit()
        scores: dict[str, float] = {}
        for key in queries:
            batch = answer.get(key)
            results = batch.get("result") if isinstance(batch, dict) else None
            if not isinstance(results, list):
                raise self._unfit()
            for each in results:
                name, score = (each.get("id"), each.get("score")) if isinstance(each, dict) else (None, None)
                if isinstance(name, str) and ITEM_ID.fullmatch(name):
                    number = float(score) if isinstance(score, int | float) else 0.0
                    scores[name] = max(scores.get(name, 0.0), min(max(number, 0.0), 100.0))
        return scores

    def _check(self) -> None:
        if self._checked:
            return
        manifest = self._fetcher.get(self._address, {})
        if not isinstance(manifest, dict) or "identifierSpace" not in manifest:
            raise self._unfit()
        if manifest["identifierSpace"] not in _SPACES:
            raise RemoteError(
                f"{host(self._address)} gives ids of {str(manifest['identifierSpace'])[:100]}, "
                "not of Wikidata. Name a service whose identifierSpace is http://www.wikidata.org/entity/."
            )
        versions = manifest.get("versions", [_VERSION])
        if not isinstance(versions, list) or _VERSION not in versions:
            raise RemoteError(
                f"{host(self._address)} speaks another version of the protocol than {_VERSION}. "
                "Leave --service out, or name another."
            )
        self._checked = True

    def _unfit(self) -> RemoteError:
        return RemoteError(
            f"{host(self._address)} does not answer as a reconciliation service does. "
            "Name the address of its manifest with --service."
        )
