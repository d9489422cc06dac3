"""Queries in worker processes: what exceeds a bound is ended, and the others are answered."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pyoxigraph as ox
import pytest

from claimgraph.errors import (
    AnswerBroken,
    ClaimgraphError,
    LimitExceeded,
    QueryFailed,
    QueryRefused,
    UnsuitableFormat,
)
from claimgraph.settings import SERVED, Settings
from claimgraph.workers.brood import Brood
from claimgraph.workers.dataset import Dataset
from claimgraph.workers.jobs import Job
from claimgraph.workers.nursery import Nursery
from claimgraph.workers.pool import Pool
from claimgraph.workers.summary import Summary
from claimgraph.workers.ticket import Ticket

CSV, TURTLE = "text/csv", "text/turtle"
SETTINGS = Settings(
    workers=2,
    memory_megabytes=48,
    result_megabytes=1,
    query_nesting=1_000_000,
    query_operators=1_000_000,
    query_parts=1_000_000,
)
NUMBERS = " ".join(map(str, range(100)))
CROSS = " ".join(f"VALUES ?v{number} {{ {NUMBERS} }}" for number in range(6))
LONG = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
MANY_ROWS = f"SELECT * {{ {CROSS} }}"
DOUBLING = (
    "SELECT (STRLEN(?s30) AS ?n) { BIND('xxxxxxxxxxxxxxxx' AS ?s0) "
    + " ".join(f"BIND(CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(30))
    + " }"
)
SORTING = f"SELECT * {{ {CROSS} }} ORDER BY DESC(?v0) ?v1"
DEEP = "SELECT * " + "{" * 300_000 + "}" * 300_000
TRIVIAL = "SELECT (1 AS ?x) { }"


@pytest.fixture(scope="module")
def nursery() -> Iterator[tuple[Nursery, Summary]]:
    made = Nursery(Dataset.of(b"<http://e/a> <http://e/p> <http://e/b> <http://e/g> .\n"), SETTINGS)
    yield made, made.loaded()
    made.close()


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[Nursery, Summary]]:
    made = Nursery(Dataset.of(b""), SERVED)
    yield made, made.loaded()
    made.close()


def job(query: str, *, accept: str | None = CSV) -> Job:
    formats = {"select": accept, "ask": accept, "construct": TURTLE, "describe": TURTLE}
    return Job(query, "http://server/sparql", (), (), formats)  # type: ignore[arg-type]


async def answer(ticket: Ticket) -> bytes:
    await ticket.opened()
    return b"".join([piece async for piece in ticket.pieces()])


async def until(condition: Callable[[], object]) -> None:
    """Let the loop run until something is so."""
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0)


async def working(pool: Pool) -> int:
    """Give the process of the only worker that works, once it has one."""
    await until(lambda: [child for child in pool.lanes if child.process])
    (process,) = (child.process for child in pool.lanes)
    assert process
    return process


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


Body = Callable[[Pool], Awaitable[None]]


def run(body: Body, nursery: tuple[Nursery, Summary] | None = None, **changes: object) -> None:
    """Run with a pool of its own; without a nursery that is there, with one of its own, too."""
    settings = replace(SETTINGS, **changes)  # type: ignore[arg-type]

    @asynccontextmanager
    async def opened():  # type: ignore[no-untyped-def]
        if nursery is None:
            own = Nursery(Dataset.of(b""), settings)
            brood = Brood(own, own.loaded(), settings)
        else:
            brood = Brood(*nursery, settings, owns=False)
        pool = Pool(brood, settings)
        pool.open()
        try:
            yield pool
        finally:
            pool.close()

    async def main() -> None:
        async with asyncio.timeout(120), opened() as pool:
            await body(pool)

    asyncio.run(main())


Shared = tuple[Nursery, Summary]


def test_answers_and_errors_come_from_a_worker(nursery: Shared) -> None:
    async def body(pool: Pool) -> None:
        assert await answer(pool.submit(job("SELECT ?o { ?s ?p ?o }"), "c")) == b"o\r\nhttp://e/b\r\n"
        construct = await answer(pool.submit(job("CONSTRUCT WHERE { ?s ?p ?o }"), "c"))
        assert len(list(ox.parse(construct, format=ox.RdfFormat.TURTLE))) == 1
        for query, kind in (("SELECT", QueryFailed), ("CLEAR ALL", QueryRefused)):
            with pytest.raises(kind) as caught:
                await answer(pool.submit(job(query), "c"))
            assert (caught.value.line, caught.value.column) != (None, None)  # type: ignore[attr-defined]
        with pytest.raises(UnsuitableFormat) as unsuitable:
            await answer(pool.submit(job("ASK { }", accept=None), "c"))
        assert unsuitable.value.form == "ask"

    run(body, nursery)


def test_what_runs_too_long_is_killed_and_the_limit_named(nursery: Shared) -> None:
    async def body(pool: Pool) -> None:
        for seconds, name, value in (
            (0.1, "timeout", 0.1),
            (None, "query-timeout", 0.2),
            (99.0, "query-timeout", 0.2),
        ):
            ticket = pool.submit(job(LONG), "c", seconds=seconds)
            process = await working(pool)
            with pytest.raises(LimitExceeded) as caught:
                await ticket.opened()
            assert (caught.value.status, caught.value.limit) == (504, (name, value, "s"))
            await until(lambda process=process: not alive(process))
            assert await answer(pool.submit(job(TRIVIAL), "c"))
        assert pool.tally.killed == 3

    run(body, nursery, query_seconds=0.2)


@pytest.mark.parametrize("query", [DOUBLING, SORTING], ids=["doubling", "sorting"])
def test_what_takes_too_much_memory_is_killed(query: str, nursery: Shared) -> None:
    async def body(pool: Pool) -> None:
        with pytest.raises(LimitExceeded) as caught:
            await answer(pool.submit(job(query), "c"))
        assert (caught.value.status, caught.value.limit) == (503, ("memory-limit", 48, "MB"))
        assert await answer(pool.submit(job(TRIVIAL), "c"))

    run(body, nursery, query_seconds=60)


def test_an_answer_that_is_too_large_breaks_off_or_is_refused(nursery: Shared) -> None:
    async def body(pool: Pool) -> None:
        with pytest.raises(AnswerBroken):
            await answer(pool.submit(job(MANY_ROWS), "c"))
        with pytest.raises(LimitExceeded) as caught:
            await answer(pool.submit(job(MANY_ROWS), "c", whole=True))
        assert (caught.value.status, caught.value.limit[0]) == (413, "result-limit")

    run(body, nursery)


def test_nothing_is_given_out_before_it_is_held(nursery: Shared) -> None:
    """The beginning of an answer that fails within its first 64 kB is never seen."""

    async def body(pool: Pool) -> None:
        failing = "SELECT ?x { { VALUES ?x { 1 2 3 } } UNION { BIND(<http://e/none>(1) AS ?x) } }"
        ticket = pool.submit(job(failing), "c")
        with pytest.raises(QueryFailed):
            await ticket.opened()
        assert not ticket.given_out

    run(body, nursery)


def test_a_crash_of_the_engine_costs_one_worker_and_is_the_querys_fault() -> None:
    async def body(pool: Pool) -> None:
        with pytest.raises(QueryFailed, match="nested too deep"):
            await answer(pool.submit(job(DEEP), "c"))
        assert pool.tally.crashed == 1
        assert await answer(pool.submit(job(TRIVIAL), "c"))
        # As deep as 3,000 groups the engine bears: its stack in a worker is large.
        assert await answer(pool.submit(job("ASK " + "{" * 3_000 + "}" * 3_000), "c"))
        assert pool.tally.crashed == 1

    run(body, memory_megabytes=512)


@pytest.mark.parametrize(
    "query",
    [
        "ASK " + "{" * 995 + "}" * 995,
        "ASK { FILTER(" + "(" * 990 + "1" + ")" * 990 + ") }",
        "ASK { FILTER(" + "COALESCE(" * 990 + "1" + ")" * 990 + ") }",
        "ASK { FILTER(" + "!" * 9_990 + "1) }",
        "ASK { FILTER(1" + "+1" * 9_990 + ") }",
        "ASK { " + "FILTER(1) " * 6_000 + "}",
    ],
    ids=["groups", "parentheses", "functions", "nots", "sums", "filters"],
)
def test_a_worker_bears_what_is_let_through(query: str, served: Shared) -> None:
    async def body(pool: Pool) -> None:
        assert await answer(pool.submit(job(query), "c"))
        assert pool.tally.crashed == 0

    run(body, served, query_seconds=60.0)


def test_a_worker_killed_from_outside_loses_nothing(nursery: Shared) -> None:
    async def body(pool: Pool) -> None:
        await until(lambda: len(pool.brood.processes) > 1)
        for process in pool.brood.processes[1:]:
            os.kill(process, signal.SIGKILL)
        answers = await asyncio.gather(*(answer(pool.submit(job(TRIVIAL), "c")) for _ in range(6)))
        assert answers == [b"x\r\n1\r\n"] * 6

    run(body, nursery)


def test_a_query_whose_worker_is_killed_is_begun_again_once(nursery: Shared) -> None:
    async def body(pool: Pool) -> None:
        ticket = pool.submit(job(LONG), "c")
        for tries in (0, 1):
            os.kill(await working(pool), signal.SIGKILL)
            await until(lambda tries=tries: ticket.tries > tries or ticket.over)
        with pytest.raises(LimitExceeded) as caught:
            await ticket.opened()
        assert (caught.value.status, caught.value.limit[0]) == (503, "workers")
        assert caught.value.retry
        assert pool.tally.retried == 1

    run(body, nursery)


def test_without_its_nursery_the_pool_starts_another() -> None:
    async def body(pool: Pool) -> None:
        running = pool.submit(job(LONG), "c")
        await working(pool)
        before = pool.brood.processes
        os.kill(before[0], signal.SIGKILL)
        assert await answer(pool.submit(job(TRIVIAL), "c"))
        assert pool.brood.processes[0] != before[0]
        await until(lambda: not any(alive(process) for process in before[1:]))
        assert running.tries == 1
        running.cancel()

    run(body)


def test_when_the_client_goes_the_work_stops(nursery: Shared) -> None:
    async def body(pool: Pool) -> None:
        ticket = pool.submit(job(LONG), "c")
        process = await working(pool)
        waiting = pool.submit(job(LONG), "c")
        waiting.cancel()
        ticket.cancel()
        await until(lambda: not alive(process))
        assert (len(pool.lanes), pool.waiting) == (0, 0)
        assert pool.tally.outcomes["withdrawn"] == 2

    run(body, nursery)


def test_beside_many_long_queries_a_trivial_one_is_answered(nursery: Shared) -> None:
    async def body(pool: Pool) -> None:
        bombs = [pool.submit(job(f"{LONG} # {number}"), "bomber") for number in range(12)]
        for client in ("bomber", "other"):
            assert await answer(pool.submit(job(TRIVIAL), client)) == b"x\r\n1\r\n"
        assert pool.tally.moved > 0
        # Everything is over in the end, each with its reason.
        ends = await asyncio.gather(*(each.opened() for each in bombs), return_exceptions=True)
        assert {each.limit[0] for each in ends if isinstance(each, LimitExceeded)} <= {
            "query-timeout",
            "waiting",
        }
        assert len(ends) == 12
        assert all(isinstance(each, ClaimgraphError) for each in ends)

    run(body, nursery, query_seconds=1.0, waiting_seconds=30.0, parked_queries=3, quick_seconds=0.02)


def test_what_took_long_leaves_the_quick_lane_alone(nursery: Shared) -> None:
    async def body(pool: Pool) -> None:
        with pytest.raises(LimitExceeded):
            await pool.submit(job(LONG), "c").opened()
        again = pool.submit(job(LONG), "c")
        assert ([len(pool.lanes.quick), len(pool.lanes.long)]) == [0, 1]
        again.cancel()

    run(body, nursery, query_seconds=0.05)


def test_waiting_has_an_end_and_the_line_a_bound(nursery: Shared) -> None:
    async def body(pool: Pool) -> None:
        first = [pool.submit(job(f"{LONG} # {number}"), "c") for number in range(4)]
        with pytest.raises(LimitExceeded) as greedy:
            pool.submit(job(TRIVIAL), "c")
        assert (greedy.value.status, greedy.value.limit[0]) == (429, "waiting-queries-of-a-client")
        more = pool.submit(job(LONG), "d")
        with pytest.raises(LimitExceeded) as full:
            pool.submit(job(TRIVIAL), "e")
        assert (full.value.status, full.value.limit[0]) == (503, "waiting-queries")
        with pytest.raises(LimitExceeded) as late:
            await more.opened()
        assert (late.value.status, late.value.limit[0]) == (503, "waiting")
        for error in (greedy, full, late):
            assert error.value.retry > 0
        for ticket in first:
            ticket.cancel()

    run(body, nursery, waiting_queries=4, waiting_seconds=0.1, quick_seconds=60.0)


def test_a_new_dataset_is_taken_up_and_the_old_one_answers_what_it_was_asked() -> None:
    async def body(pool: Pool) -> None:
        where = "SELECT ?s { ?s ?p ?o }"
        old = pool.brood
        running, waiting = pool.submit(job(LONG), "c"), pool.submit(job(where), "c")
        content = b"<http://e/new> <http://e/p> <http://e/b> <http://e/g> .\n"
        nursery = Nursery(Dataset.of(content), SETTINGS)
        pool.take_up(Brood(nursery, nursery.loaded(), SETTINGS))
        assert await answer(pool.submit(job(where), "c")) == b"s\r\nhttp://e/new\r\n"
        assert await answer(waiting) == b"s\r\n"
        processes = old.processes
        running.cancel()
        await until(lambda: not any(alive(process) for process in processes))

    run(body)


def test_draining_ends_everything_with_a_word(nursery: Shared) -> None:
    async def body(pool: Pool) -> None:
        tickets = [pool.submit(job(f"{LONG} # {number}"), "c") for number in range(5)]
        await pool.drain(0.05)
        for ticket in tickets:
            with pytest.raises(LimitExceeded) as caught:
                await ticket.opened()
            assert (caught.value.status, caught.value.limit[0]) == (503, "stopping")
        with pytest.raises(LimitExceeded):
            pool.submit(job(TRIVIAL), "c")
        assert not pool.ready

    run(body, nursery)


def test_draining_lets_short_work_end(nursery: Shared) -> None:
    async def body(pool: Pool) -> None:
        ticket = pool.submit(job(TRIVIAL), "c")
        await pool.drain(30)
        assert await answer(ticket) == b"x\r\n1\r\n"

    run(body, nursery)


def test_workers_of_a_rush_stay_for_the_next(served: tuple[Nursery, Summary]) -> None:
    async def body(pool: Pool) -> None:
        async def rush() -> None:
            tickets = [pool.submit(job(TRIVIAL), "a") for _ in range(40)]
            assert {await answer(ticket) for ticket in tickets} == {b"x\r\n1\r\n"}

        await rush()
        forks = pool.brood.forks
        for _ in range(5):
            await rush()
        assert pool.brood.forks == forks

    run(body, served, workers=4)
