"""The defaults that more than one command shares."""

from __future__ import annotations

from dataclasses import dataclass

# The encoding guideline in data/README.md that drafts follow.
GUIDELINE = "0.2.0"


@dataclass(frozen=True)
class Settings:
    """Where the endpoint listens and how much is read and done; nothing is taken from the environment.

    ``workers`` counts the queries that are evaluated at once (0: two for each processor), and after
    ``worker_answers`` a worker is replaced; see ``workers.pool`` for the times and numbers that follow.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    query_bytes: int = 200_000
    url_bytes: int = 64_000
    query_threads: int = 8
    query_nesting: int = 200
    query_operators: int = 2_000
    query_parts: int = 2_000
    service_hosts: tuple[str, ...] = ()
    service_calls: int = 4
    service_bindings: int = 1_000
    service_bytes: int = 2_000_000
    service_seconds: float = 5.0
    page_rows: int = 1_000
    turtle_bytes: int = 16_000_000
    source_bytes: int = 5_000_000
    copied_words: int = 8
    quoted_characters: int = 80
    query_seconds: float = 10.0
    memory_megabytes: int = 512
    result_megabytes: int = 128
    workers: int = 0
    worker_answers: int = 10_000
    quick_seconds: float = 0.1
    waiting_seconds: float = 5.0
    waiting_queries: int = 256
    parked_queries: int = 16
    drain_seconds: float = 2.0
    held_bytes: int = 64 * 1024
    spool_megabytes: int = 1_024
    cache_megabytes: int = 64
    log_queries: bool = False


DEFAULTS = Settings()
# A worker has a large stack, and may end: it is given queries that would end any other process.
SERVED = Settings(query_nesting=1_000, query_operators=10_000, query_parts=20_000)
