"""Which host linking asks, as whom, and how patiently."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LinkSettings:
    """The one place that names the host; times are in seconds, sizes in bytes.

    ``contact`` goes into the User-Agent, so that whoever runs the host can write to somebody. Requests are
    made one after the other, ``pause`` apart; what fails is asked ``attempts`` times in all, each time after
    twice the ``backoff`` before or what Retry-After asks for, up to ``patience``.
    """

    api: str = "https://www.wikidata.org/w/api.php"
    service: str | None = None
    contact: str = "https://w3id.org/claimgraph/"
    timeout: float = 20.0
    whole_answer: float = 60.0
    answer_bytes: int = 20_000_000
    pause: float = 0.5
    attempts: int = 5
    backoff: float = 1.0
    patience: float = 120.0
    redirects: int = 3
    maxlag: int = 5
    kept: float = 86_400.0
    found_by_name: int = 7
    names: int = 6
    candidates: int = 12
    batch: int = 10
    classes_up: int = 4
    classes: int = 60


LINK_DEFAULTS = LinkSettings()
