"""The numbers of the server in the text format of Prometheus, and whether it is alive and ready."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from claimgraph import __version__
from claimgraph.editions import Service
from claimgraph.journal import Journal
from claimgraph.record import BUCKETS, Traffic
from claimgraph.workers.usage import usage

HEALTH_PATH, METRICS_PATH = "/health", "/metrics"
_UNCACHED = {"Cache-Control": "no-store"}


class Metrics(Collector):
    """Reads all numbers when they are asked for; nothing is counted twice for it."""

    def __init__(self, service: Service, traffic: Traffic, journal: Journal | None) -> None:
        self._service = service
        self._traffic = traffic
        self._journal = journal
        self._registry = CollectorRegistry(auto_describe=False)
        self._registry.register(self)

    async def answer(self, request: Request) -> Response:
        """Answer ``/metrics``."""
        content = generate_latest(self._registry)
        return Response(content, headers=_UNCACHED | {"Content-Type": CONTENT_TYPE_LATEST})

    def collect(self) -> Iterator[Metric]:
        """Give every metric."""
        edition, cache = self._service.edition, self._service.cache
        yield InfoMetricFamily(
            "claimgraph",
            "What is served.",
            {"version": __version__, "release": edition.release or edition.key},
        )
        yield GaugeMetricFamily(
            "claimgraph_triples", "Triples in the default graph.", edition.summary.triples
        )
        yield from self._requests()
        yield from self._queries()
        yield from self._workers()
        yield CounterMetricFamily("claimgraph_cache_hits", "Answers found in the cache.", cache.hits)
        yield CounterMetricFamily("claimgraph_cache_misses", "Answers not found there.", cache.misses)
        lending = self._service.pool.lending
        size, number = lending.kept
        yield GaugeMetricFamily(
            "claimgraph_cache_bytes", "Bytes of the answers that are kept.", cache.size + size
        )
        yield GaugeMetricFamily("claimgraph_cache_entries", "Answers that are kept.", len(cache) + number)
        yield GaugeMetricFamily(
            "claimgraph_connections_lent", "Connections over which a worker answers by itself.", len(lending)
        )
        dropped = self._journal.dropped if self._journal else 0
        yield CounterMetricFamily("claimgraph_log_lines_dropped", "Lines nobody took in time.", dropped)

    def _requests(self) -> Iterator[Metric]:
        requests = CounterMetricFamily(
            "claimgraph_http_requests", "Requests by method and status.", labels=["method", "status"]
        )
        for (method, status), number in sorted(self._traffic.requests.items()):
            requests.add_metric([method, str(status)], number)
        yield requests
        yield CounterMetricFamily(
            "claimgraph_http_responses_broken", "Answers that broke off visibly.", self._traffic.broken
        )
        total, buckets = 0, []
        for bound, number in zip((*map(str, BUCKETS), "+Inf"), self._traffic.buckets, strict=True):
            total += number
            buckets.append((bound, float(total)))
        yield HistogramMetricFamily(
            "claimgraph_query_seconds",
            "Time of requests with a query, in seconds.",
            buckets=buckets,
            sum_value=self._traffic.seconds,
        )

    def _queries(self) -> Iterator[Metric]:
        pool = self._service.pool
        outcomes = CounterMetricFamily(
            "claimgraph_queries", "Queries by how they ended, or by the limit they met.", labels=["outcome"]
        )
        for outcome, number in sorted(pool.tally.outcomes.items()):
            outcomes.add_metric([outcome], number)
        yield outcomes
        yield GaugeMetricFamily("claimgraph_queries_waiting", "Queries that wait for a worker.", pool.waiting)
        yield CounterMetricFamily(
            "claimgraph_queries_moved", "Queries moved to the long lane.", pool.tally.moved
        )
        yield CounterMetricFamily(
            "claimgraph_queries_retried", "Queries whose worker was ended from outside.", pool.tally.retried
        )

    def _workers(self) -> Iterator[Metric]:
        pool = self._service.pool
        states = GaugeMetricFamily("claimgraph_workers", "Workers by what they do.", labels=["state"])
        numbers = {
            "idle": pool.brood.spare,
            "quick": len(pool.lanes.quick),
            "long": len(pool.lanes.long),
            "parked": len(pool.lanes.parked),
            "borrowing": pool.lending.workers,
        }
        for state, number in numbers.items():
            states.add_metric([state], number)
        yield states
        resident = sum(used.resident for each in pool.brood.processes if (used := usage(each)) is not None)
        yield GaugeMetricFamily(
            "claimgraph_workers_resident_bytes",
            "Resident memory of all worker processes; what they share is counted each time.",
            resident,
        )
        yield CounterMetricFamily(
            "claimgraph_workers_started", "Workers started for what is served now.", pool.brood.forks
        )
        killed = pool.tally.killed + pool.lending.killed
        yield CounterMetricFamily("claimgraph_workers_killed", "Workers killed.", killed)
        yield CounterMetricFamily("claimgraph_workers_crashed", "Workers that ended.", pool.tally.crashed)


class Health:
    """Tells whether the server lives, whether it takes queries, and what it serves."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def answer(self, request: Request) -> Response:
        """Answer ``/health``: 200 if it takes queries, else 503."""
        edition = self._service.edition
        ready = self._service.pool.ready
        content = {
            "live": True,
            "ready": ready,
            "release": edition.release or edition.key,
            "triples": edition.summary.triples,
        }
        return JSONResponse(content, 200 if ready else 503, headers=_UNCACHED)
