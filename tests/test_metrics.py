"""What the server says of itself to those who watch it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from claimgraph.app import create_app
from claimgraph.editions import Service
from claimgraph.journal import Journal

ServiceMaker = Callable[..., Service]


def test_health_tells_whether_queries_are_taken(make_service: ServiceMaker) -> None:
    service = make_service()
    with TestClient(create_app(service)) as client:
        response = client.get("/health")
        assert (response.status_code, response.headers["cache-control"]) == (200, "no-store")
        assert response.json() == {"live": True, "ready": True, "release": "0123abcd", "triples": 4}
        client.portal.call(service.pool.drain, 0.1)  # type: ignore[union-attr]
        draining = client.get("/health")
        assert draining.status_code == 503
        assert (draining.json()["live"], draining.json()["ready"]) == (True, False)


def test_metrics_count_what_happened(make_service: ServiceMaker) -> None:
    with TestClient(create_app(make_service())) as client:
        for query in ("ASK {}", "ASK {}", "SELECT", "SELECT (RAND() AS ?x) {}"):
            client.get("/sparql", params={"query": query})
        response = client.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain")
    found = {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }
    assert found["claimgraph_http_requests_total", "200", "GET"] == 3
    assert found["claimgraph_http_requests_total", "400", "GET"] == 1
    assert found["claimgraph_queries_total", "answered"] == 2
    assert found["claimgraph_queries_total", "failed"] == 1
    assert found[("claimgraph_cache_hits_total",)] == 1
    assert found[("claimgraph_query_seconds_count",)] == 4
    assert found[("claimgraph_triples",)] == 4
    assert ("claimgraph_info", "0.1.0", "0123abcd") in found
    assert found["claimgraph_workers", "idle"] >= 1


def test_each_request_is_one_line_without_the_text_of_its_query(make_service: ServiceMaker) -> None:
    for queries in (False, True):
        stream = io.StringIO()
        journal = Journal(stream)
        with TestClient(create_app(make_service(log_queries=queries), journal=journal)) as client:
            for _ in range(3):
                client.get("/sparql", params={"query": "ASK { } # secret"})
            client.get("/sparql", params={"query": "nonsense # secret"})
            client.get("/nothing")
        journal.close()
        lines = [json.loads(line) for line in stream.getvalue().splitlines()]
        assert [(each["path"], each["status"]) for each in lines] == [
            *[("/sparql", 200)] * 3,
            ("/sparql", 400),
            ("/nothing", 404),
        ]
        assert [each.get("cache") for each in lines] == ["miss", "hit", "hit", "miss", None]
        assert [each.get("form") for each in lines] == ["ask", "ask", "ask", None, None]
        assert lines[0]["bytes"] > 0
        assert ("secret" in stream.getvalue()) == queries
