"""The endpoint beside rdflib-endpoint and the native Oxigraph server, in one run.

    pip install --group bench && python tests/bench/endpoint.py

Stored questions and twelve general shapes, over the graph of this repository and over 200 invented
articles, at concurrency 1 and 16. First every answer is compared; then each round asks every query of every
server, one after the other, so that noise of the machine meets all of them. Cold requests carry a comment
that no other has, so no cache knows them. Figures are medians over the rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import contestants, corpus, figures
from bench.contestants import Contestant
from bench.load import Measured, drive, requests
from bench.shapes import Asked, read_names, shapes, stored
from sparql.answers import compared, empty

JSON, TURTLE = "application/sparql-results+json", "text/turtle"
LOAD_LIMIT = 120.0


@dataclass(frozen=True)
class Plan:
    """What one run does: how often, how long a measurement is meant to be, with how many clients."""

    rounds: int
    seconds: float
    concurrency: Sequence[int]
    patience: float
    most: int


def main() -> int:
    """Run it; 0 if every bar holds, 1 if not, 2 if answers differ."""
    options = _options()
    plan = Plan(options.rounds, options.seconds, options.concurrency, options.patience, options.most)
    print(f"load before: {os.getloadavg()[0]:.2f} on {os.cpu_count()} processors", flush=True)
    verdicts, kept = [], {}
    for name, release in _corpora(options, Path(tempfile.mkdtemp(prefix="claimgraph-bench-"))):
        content = (release / corpus.GRAPH_FILE).read_bytes()
        names, triples = read_names(content), content.count(b"\n")
        questions = [*shapes(names), *stored(names, own=name == "repository")]
        questions = [each for each in questions if not options.only or each.name in options.only]
        print(f"\n== {name}: {triples:,} triples, {len(questions)} queries", flush=True)
        with ExitStack() as stack:
            servers = _started(stack, release, options.without)
            found = _compare(servers, questions, plan.patience)
            if found is None:
                return 2
            for clients in plan.concurrency:
                cells = _measured(servers, *found, clients, plan)
                print(f"\n-- {name}, concurrency {clients}\n{figures.table(cells)}")
                said = figures.bars(cells)
                print("\n".join(f"   {line}" for line in said), flush=True)
                kept[f"{name}/{clients}"] = {
                    query: {kind: vars(each) for kind, each in row.items() if each}
                    for query, row in cells.items()
                }
                verdicts += [
                    f"{name} @{clients}: {line}" for line in said if clients == max(plan.concurrency)
                ]
            for server in servers:
                started = f"first answer after {server.started:.2f} s"
                print(f"   {server.name:16} {server.megabytes():7.0f} MB, {started}")
            start = servers[0].started
            if name == "repository":
                held = "holds" if start < figures.START_BAR else "MISSED"
                verdicts.append(
                    f"start to first answer {start:.2f} s, wanted less than {figures.START_BAR} s: {held}"
                )
    print("\n== bars (geometric means over the queries, medians of the rounds)", *verdicts, sep="\n   ")
    if options.json:
        Path(options.json).write_text(json.dumps(kept, indent=1), "utf-8")
    return 1 if any("MISSED" in verdict for verdict in verdicts) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=200, help="invented articles; 0 leaves them out")
    parser.add_argument("--release", type=Path, help="a release of this repository, instead of building one")
    parser.add_argument("--without-repository", action="store_true", help="only the invented articles")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.25, help="how long one measurement is meant to be")
    parser.add_argument("--concurrency", type=int, nargs="+", default=[1, 16])
    parser.add_argument("--patience", type=float, default=30.0, help="seconds after which there is no answer")
    parser.add_argument("--most", type=int, default=20_000, help="requests of one measurement, at the most")
    parser.add_argument("--only", nargs="+", help="names of queries")
    parser.add_argument("--without", nargs="+", default=[], choices=["rdflib", "native"])
    parser.add_argument("--json", help="also write the figures to this file")
    return parser.parse_args()


def _corpora(options: argparse.Namespace, folder: Path) -> Iterator[tuple[str, Path]]:
    if not options.without_repository:
        yield "repository", options.release or corpus.repository(folder / "repository")
    if options.articles:
        made = corpus.synthetic(options.articles, folder / "template")
        yield f"{options.articles} articles", corpus.write_release(made, folder / "synthetic")


def _started(stack: ExitStack, release: Path, without: Sequence[str]) -> list[Contestant]:
    quads = release / corpus.GRAPH_FILE
    servers = [stack.enter_context(contestants.claimgraph(release))]
    if "native" not in without:
        servers.append(stack.enter_context(contestants.oxigraph(quads)))
    if "rdflib" not in without:
        servers.append(stack.enter_context(contestants.rdflib_endpoint(quads)))
    return servers


def _compare(
    servers: Sequence[Contestant], questions: Sequence[Asked], patience: float
) -> tuple[list[Asked], set[tuple[str, str]]] | None:
    """Compare every answer with ours, before anything is timed.

    Gives the queries that are worth timing, those with an answer that is not empty, and who is left out of
    which: rdflib where it answers otherwise or not in time. None if the native server answers otherwise.
    """
    left_out: set[tuple[str, str]] = set()
    kept, failed = [], False
    for asked in questions:
        accept = TURTLE if asked.graph else JSON
        ours = servers[0].answer(asked.text, accept, patience)
        if empty(ours, asked.graph):
            print(f"   {asked.name} has no answer here, and is left out", flush=True)
            continue
        kept.append(asked)
        for other in servers[1:]:
            try:
                difference = compared(ours, other.answer(asked.text, accept, patience), asked.graph)
            except OSError as error:
                difference = f"no answer within {patience:.0f} s ({error})"
            if difference:
                left_out.add((other.name, asked.name))
                failed |= other.name != "rdflib-endpoint"
                print(f"   {asked.name}: {other.name} answers otherwise: {difference}", flush=True)
    print(f"   {len(kept)} answers compared, {len(left_out)} differ", flush=True)
    return None if failed else (kept, left_out)


def _measured(
    servers: Sequence[Contestant],
    questions: Sequence[Asked],
    left_out: set[tuple[str, str]],
    clients: int,
    plan: Plan,
) -> dict[str, dict[str, figures.Cell | None]]:
    kinds = {"claimgraph": ("cold", "warm"), "oxigraph": ("native",), "rdflib-endpoint": ("rdflib",)}
    runs: dict[tuple[str, str], list[Measured]] = {}
    number: dict[tuple[str, str], int] = {}
    for turn in range(plan.rounds):
        for asked in questions:
            order = [(server, kind) for server in servers for kind in kinds[server.name]]
            for server, kind in order[turn % len(order) :] + order[: turn % len(order)]:
                if (server.name, asked.name) in left_out:
                    continue
                key = asked.name, kind
                if key not in number:
                    number[key] = _number(server, asked, kind, clients, plan)
                runs.setdefault(key, []).append(_run(server, asked, kind, clients, number[key]))
    return {
        asked.name: {kind: figures.cell(runs.get((asked.name, kind), [])) for kind in figures.KINDS}
        for asked in questions
    }


def _number(server: Contestant, asked: Asked, kind: str, clients: int, plan: Plan) -> int:
    """Find how many requests take about as long as a measurement is meant to be; this warms up, too."""
    once = min(_run(server, asked, kind, 1, 2).times)
    # Every client asks twice at least, unless that would take very long.
    least = 2 * clients if once < plan.seconds else 2
    few = max(least, min(4 * clients, int(plan.seconds / once)))
    rate = _run(server, asked, kind, clients, few).rate
    return max(least, min(plan.most, int(rate * plan.seconds)))


def _run(server: Contestant, asked: Asked, kind: str, clients: int, number: int) -> Measured:
    stream = requests(server.url, asked.text, TURTLE if asked.graph else JSON, fresh=kind != "warm")
    before = server.processor_seconds()
    measured = drive(server.url, stream, clients, number, LOAD_LIMIT)
    measured.worked = server.processor_seconds() - before
    if measured.refused:
        raise RuntimeError(f"{server.name} answered {asked.name} with {set(measured.refused)}")
    return measured


if __name__ == "__main__":
    sys.exit(main())
