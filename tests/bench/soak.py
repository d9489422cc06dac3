"""A long run: very many queries, some refused, and the memory of the server looked at as it goes.

    python tests/bench/soak.py --queries 100000

Prints memory and speed after every tenth of the run; 0 if the last tenths need no more than the
third did, give or take a tenth. (Before that caches fill and workers learn their sizes.)
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import contestants, corpus
from bench.load import drive, requests
from bench.shapes import Asked, read_names, shapes, stored

ALLOWED = 1.1
# Wrong, forbidden, too much, and too long: the server has to forget these as well.
REFUSED = {
    "syntax": "SELECT * { ?s ?p",
    "service": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "update": "DROP ALL",
}
BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a = ?l && ?c != ?f) }"


def main() -> int:
    """Run it; 0 if memory stays flat, 1 if it grows."""
    options = _options()
    folder = Path(tempfile.mkdtemp(prefix="claimgraph-soak-"))
    content = corpus.synthetic(options.articles, folder / "template")
    names = read_names(content)
    with contestants.claimgraph(
        corpus.write_release(content, folder / "release"), "--query-timeout", "1"
    ) as server:
        stream = _stream(server.url, [*shapes(names), *stored(names, own=False)], options.bombs)
        tenths, statuses = [server.megabytes()], Counter[int]()
        print(f"   0 queries: {tenths[0]:.0f} MB", flush=True)
        for tenth in range(1, 11):
            number = options.queries // 10
            worked = server.processor_seconds()
            measured = drive(server.url, stream, options.connections, number, 36_000)
            statuses.update({200: number - len(measured.refused)})
            statuses.update(measured.refused)
            tenths.append(server.megabytes())
            worked = 1000 * (server.processor_seconds() - worked) / number
            print(
                f"   {tenth * number} queries: {tenths[-1]:.0f} MB, {measured.rate:,.0f} requests/s, "
                f"{worked:.2f} ms of processor each",
                flush=True,
            )
    print(f"   answers by status: {dict(sorted(statuses.items()))}")
    return _verdict(tenths)


def _verdict(tenths: Sequence[float]) -> int:
    before, after = tenths[3], max(tenths[-2:])
    flat = after <= before * ALLOWED
    print(f"   {before:.0f} MB after three tenths, {after:.0f} MB at the end: {'flat' if flat else 'GROWS'}")
    return 0 if flat else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--queries", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--bombs", type=int, default=20_000, help="one query in so many runs until its limit")
    return parser.parse_args()


def _stream(url: str, asked: Sequence[Asked], bombs: int) -> Iterator[bytes]:
    """Give requests without end: each query in turn, now as it was asked before and now as never before."""
    accept = "application/sparql-results+json, text/turtle;q=0.5"
    texts = [*(each.text for each in asked), *REFUSED.values()]
    streams = [requests(url, text, accept, fresh=fresh) for text in texts for fresh in (True, False)]
    bomb = requests(url, BOMB, accept, fresh=True)
    for number, stream in enumerate(cycle(streams), start=1):
        yield next(bomb if number % bombs == 0 else stream)


if __name__ == "__main__":
    sys.exit(main())
