"""The command ``serve``: from a graph, a release or a file to an endpoint that answers."""

from __future__ import annotations

import gc
import logging
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from claimgraph import serving
from claimgraph.console import note, write
from claimgraph.current import find_release, forget_old, release_folder
from claimgraph.errors import ReleaseError, UsageError
from claimgraph.offers import Offer, QuadsFile, ReleaseFolder, of_release
from claimgraph.paths import GraphDirectory, find_graph
from claimgraph.settings import Settings
from claimgraph.texts import Texts, find_texts, is_local
from claimgraph.workers.dataset import Dataset
from claimgraph.workers.nursery import Nursery
from claimgraph.workers.summary import Summary

STOPPED = 0

_FIRST = "SELECT ?claim WHERE { ?claim a <https://w3id.org/claimgraph/ontology/Claim> } LIMIT 5"
_ANY = "SELECT * WHERE { ?s ?p ?o } LIMIT 5"
_IN_GRAPHS = "SELECT * WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 5"


@dataclass(frozen=True)
class Given:
    """What to serve, as the command was told: at most one of them."""

    graph: Path | None = None
    release: Path | None = None
    quads: Path | None = None


@dataclass(frozen=True)
class Front:
    """Where the endpoint listens, and what stands before it."""

    host: str
    port: int
    root_path: str = ""
    proxies: Sequence[str] = ()


@dataclass(frozen=True)
class Shown:
    """The folder of article texts whose passages pages show, and whether others may see them too."""

    sources: Path | None = None
    publish: bool = False


_NOTHING = Shown()


def serve(given: Given, front: Front, settings: Settings, shown: Shown = _NOTHING) -> int:
    """Serve a graph, a release or a file until someone stops it; give the exit code.

    A graph is checked first, unless it was found valid before and nothing in it has changed; one with
    violations is not served. A new release, or a new file, is taken up when it is there.
    """
    if sum(each is not None for each in (given.graph, given.release, given.quads)) > 1:
        raise UsageError("--graph, --release and --quads exclude each other. Give one of them.")
    serving.check_front(front.root_path, front.proxies)
    if settings.service_hosts:
        # It loads an HTTP client, which nobody else needs.
        from claimgraph.federation import known_hosts  # noqa: PLC0415

        settings = replace(settings, service_hosts=known_hosts(settings.service_hosts))
    with serving.bind(front.host, front.port) as taken:
        # Whoever put a proxy before it lets others in.
        local = is_local(taken.getsockname()[0]) and not (front.root_path or front.proxies)
        texts = find_texts(shown.sources, local=local, publish=shown.publish)
        if given.quads is not None or given.release is not None:
            source = (
                QuadsFile(given.quads, texts)
                if given.quads
                else ReleaseFolder(Path(given.release or "."), texts)
            )
            _run(source.read(), source, taken, front, settings)
        else:
            offer = _of_graph(given.graph, texts)
            if isinstance(offer, int):
                return offer
            _run(offer, None, taken, front, settings)
    note("stopped")
    return STOPPED


def _of_graph(graph: Path | None, texts: Texts) -> Offer | int:
    directory = find_graph(graph, Path.cwd())
    note(directory.describe())
    folder = release_folder(directory)
    release = find_release(folder)
    if release is not None:
        note(f"checked before, and unchanged: release {release.digest}")
        return of_release(release, texts)
    return _checked(directory, folder, texts)


def _checked(directory: GraphDirectory, folder: Path, texts: Texts) -> Offer | int:
    # Owlrl, pyshacl and rdflib take a second to load, which a graph that was checked before does not need.
    from claimgraph.commands import checked_graph, refused  # noqa: PLC0415
    from claimgraph.companion import write_companion  # noqa: PLC0415
    from claimgraph.provenance import companion  # noqa: PLC0415
    from claimgraph.release import build, dataset  # noqa: PLC0415

    checked = checked_graph(directory)
    if checked.graph is None or checked.violations:
        return refused(checked, "not served")
    loaded, closure = checked.graph.loaded, checked.graph.closure
    try:
        # A file that was changed meanwhile belongs to another release than what was read.
        if release_folder(directory) == folder:
            offer = of_release(build(loaded, closure, checked.findings, folder), texts)
            forget_old(folder)
            return offer
    except ReleaseError as error:
        note(f"The check is not kept, so it will be made again next time. {error}")
    content = dataset(loaded, closure)
    beside = write_companion(companion(loaded, closure))
    return Offer(Dataset.of(content, companion=beside, texts=texts.of(content)), "")


def _run(
    offer: Offer,
    source: QuadsFile | ReleaseFolder | None,
    taken: socket.socket,
    front: Front,
    settings: Settings,
) -> None:
    gc.collect()
    nursery = Nursery(offer.dataset, settings)
    try:
        # While the workers' process loads the data, this one loads what speaks HTTP.
        from claimgraph.app import create_app  # noqa: PLC0415
        from claimgraph.editions import Edition, Service  # noqa: PLC0415
        from claimgraph.journal import Journal  # noqa: PLC0415
        from claimgraph.reloading import Reloader  # noqa: PLC0415
        from claimgraph.running import run  # noqa: PLC0415
        from claimgraph.workers.brood import Brood  # noqa: PLC0415

        summary = nursery.loaded()
        service = Service(Edition.of(Brood(nursery, summary, settings), offer.release, settings), settings)
        # Lines of the log, of whatever library, go where no slow reader of it can hold up an answer.
        journal = Journal(sys.stderr)
        logging.basicConfig(level=logging.WARNING, handlers=[journal], force=True)
        logging.getLogger("uvicorn.error").addFilter(_is_news)
        background = [] if source is None else [Reloader(source, service).run]
        address = serving.url(taken)
        application = create_app(service, background, journal)
        # What is there by now stays; requests leave hardly anything that only a collection finds.
        gc.collect()
        gc.freeze()
        gc.set_threshold(10_000, 20, 20)
        run(
            application,
            taken,
            lambda: write(_welcome(address, summary)),
            lambda: service.pool.drain(settings.drain_seconds),
            express=application.express,
            root_path=front.root_path,
            proxies=front.proxies,
        )
        journal.close()
    finally:
        with suppress(OSError):
            nursery.close()


def _is_news(record: logging.LogRecord) -> bool:
    # What broke off on purpose is in the line of its request.
    return "without completing response" not in record.getMessage()


def _welcome(url: str, summary: Summary) -> str:
    claims = any(name.startswith("https://w3id.org/claimgraph/") for name in summary.graphs)
    first = _FIRST if claims else _ANY if len(summary) else _IN_GRAPHS
    stored = f"  (with {len(summary.questions)} stored questions)" if summary.questions else ""
    lines = [
        f"claimgraph answers at {url}",
        f"  in a browser:  {url}{stored}",
        f"  SPARQL:        {url}sparql",
        f"  a first query: curl -H 'Accept: text/csv' --data-urlencode 'query={first}' {url}sparql",
        "Ctrl-C stops it.",
    ]
    return "\n".join(lines) + "\n"
