"""The defaults that more than one command shares."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """Where the endpoint listens and how much input is read; nothing is taken from the environment."""

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
    turtle_bytes: int = 64_000_000
    source_bytes: int = 5_000_000
    copied_words: int = 8
    quoted_characters: int = 80


DEFAULTS = Settings()
