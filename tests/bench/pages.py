"""The pages of the site beside a lookup query, in one run; and how they grow with the graph.

    python tests/bench/pages.py

One page of each kind over the graph of this repository, and over that graph copied 100 times under new
names. Each round asks the lookup and every page in turn, so that noise of the machine meets all of them; the
ratio of a page is the median of its ratios to the lookup of the same round. No request is answered from what
was kept. Growth is the same page of the same name on the large graph against the small one, over how much
larger the page itself has become.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import contestants, corpus
from bench.contestants import Contestant
from bench.load import drive, requests
from bench.shapes import read_names, shapes
from claimgraph.released import COMPANION_FILE
from claimgraph.site.site import Site
from claimgraph.store import Store
from kinds import page_kinds

LOOKUP = "lookup"
TIMES = 20.0
GROWTH, WORST = 2.0, 5.0
LIMIT = 300.0
# Terms, rules, questions and graphs are the same in every copy.
_OWN = re.compile(
    rb"<https://w3id\.org/claimgraph/(?!ontology/|query/|rule/|shape/|graph/|ontology>)([^>]+)>"
)


@dataclass
class Kind:
    """What was measured of one kind of page: seconds and ratios to the lookup by round, and bytes."""

    times: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)
    size: int = 0


def main() -> int:
    """Run it; 0 if every bar holds, 1 if not."""
    options = _options()
    folder = Path(tempfile.mkdtemp(prefix="claimgraph-bench-"))
    print(f"load before: {os.getloadavg()[0]:.2f} on {os.cpu_count()} processors", flush=True)
    one = options.release or corpus.repository(folder / "repository")
    content = (one / corpus.GRAPH_FILE).read_bytes()
    lookup = next(each for each in shapes(read_names(content)) if each.name == "shape/lookup").text
    paths = page_kinds(Site(Store.from_nquads(content)))
    small = _measured("the two articles", one, paths, lookup, options)
    verdicts = judge_times(small)
    if options.copies > 1:
        beside = (one / COMPANION_FILE).read_bytes() if (one / COMPANION_FILE).exists() else b""
        many = corpus.write_release(copied(content, options.copies), folder / "copies", beside)
        large = _measured(f"{options.copies} copies", many, paths, lookup, options)
        verdicts += judge_growth(small, large)
    print("\n== bars", *verdicts, sep="\n   ")
    return 1 if any("MISSED" in verdict for verdict in verdicts) else 0


def copied(content: bytes, copies: int) -> bytes:
    """Give N-Quads with copies of all that is no vocabulary; the first has the names that there were."""
    lines = content.splitlines(keepends=True)
    own = [line for line in lines if _OWN.search(line)]
    more = [
        _OWN.sub(rb"<https://w3id.org/claimgraph/\1--copy-%d>" % number, line)
        for number in range(1, copies)
        for line in own
    ]
    return b"".join([*lines, *more])


def judge_times(kinds: Mapping[str, Kind]) -> list[str]:
    """Say whether pages are fast enough beside the lookup."""
    found = median(median(kind.ratios) for name, kind in kinds.items() if name != LOOKUP)
    verdict = "holds" if found <= TIMES else "MISSED"
    return [f"page / lookup = {found:.1f} at the median of the kinds, wanted at most {TIMES:.0f}: {verdict}"]


def judge_growth(small: Mapping[str, Kind], large: Mapping[str, Kind]) -> list[str]:
    """Say whether pages grow with what they show; prints each kind."""
    grown = {name: _growth(small[name], large[name]) for name in small if name != LOOKUP}
    print(f"\n-- growth\n{'':24}{'time':>8}{'bytes':>8}{'time over bytes':>18}")
    for name, (took, size) in grown.items():
        print(f"{name[:23]:24}{took:>8.2f}{size:>8.2f}{took / max(1.0, size):>18.2f}")
    over = {name: took / max(1.0, size) for name, (took, size) in grown.items()}
    middle, worst = median(over.values()), max(over, key=lambda name: over[name])
    held = "holds" if middle <= GROWTH and over[worst] <= WORST else "MISSED"
    return [
        f"growth = {middle:.2f} at the median of the kinds, wanted at most {GROWTH:.0f}, "
        f"and {over[worst]:.2f} at most ({worst}), wanted {WORST:.0f}: {held}"
    ]


def _growth(small: Kind, large: Kind) -> tuple[float, float]:
    return median(large.times) / median(small.times), large.size / small.size


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--copies", type=int, default=100, help="how often the graph is copied; 1 leaves it")
    parser.add_argument("--release", type=Path, help="a release of this repository, instead of building one")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--requests", type=int, default=5, help="requests for each page in each round")
    return parser.parse_args()


def _measured(
    name: str, release: Path, paths: Mapping[str, str], lookup: str, options: argparse.Namespace
) -> dict[str, Kind]:
    kinds = {LOOKUP: Kind(), **{kind: Kind() for kind in paths}}
    with contestants.claimgraph(release) as server:
        for kind, path in paths.items():
            kinds[kind].size = _size(server, path)
        for turn in range(-1, options.rounds):
            times = {LOOKUP: _time(server, requests(server.url, lookup, _JSON, fresh=True), options.requests)}
            order = [*paths][turn % len(paths) :] + [*paths][: turn % len(paths)]
            for kind in order:
                times[kind] = _time(server, _visits(server, paths[kind]), options.requests)
            # The first round warms up.
            for kind, seconds in times.items() if turn >= 0 else ():
                kinds[kind].times.append(seconds)
                kinds[kind].ratios.append(seconds / times[LOOKUP])
        print(f"\n== {name}: first answer after {server.started:.2f} s, {server.megabytes():.0f} MB")
    print(f"{'':24}{'ms':>8}{'/ lookup':>10}{'kB':>8}")
    for kind, found in kinds.items():
        print(
            f"{kind[:23]:24}{1000 * median(found.times):>8.2f}{median(found.ratios):>10.1f}"
            f"{found.size / 1000:>8.1f}",
            flush=True,
        )
    return kinds


def _time(server: Contestant, asked: Iterator[bytes], number: int) -> float:
    measured = drive(server.url, asked, 1, number, LIMIT)
    if measured.refused:
        raise RuntimeError(f"a page was answered with {set(measured.refused)}")
    return measured.percentile(0.5)


def _visits(server: Contestant, path: str) -> Iterator[bytes]:
    """Give requests of a browser for a page; each has a parameter that no other has."""
    start, host = time.time_ns(), urlsplit(server.url).netloc
    mark = "&" if "?" in path else "?"
    number = 0
    while True:
        number += 1
        yield (
            f"GET {path}{mark}visit={start + number} HTTP/1.1\r\nHost: {host}\r\n"
            "Accept: text/html\r\nAccept-Encoding: gzip\r\n\r\n"
        ).encode()


def _size(server: Contestant, path: str) -> int:
    address = f"{server.url.removesuffix('/sparql')}{path}"
    with urlopen(Request(address, headers={"Accept": "text/html"}), timeout=LIMIT) as response:  # noqa: S310
        return len(response.read())


_JSON = "application/sparql-results+json"

if __name__ == "__main__":
    sys.exit(main())
