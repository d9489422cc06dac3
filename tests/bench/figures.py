"""From runs to figures: medians and their spread, ratios, and whether the bars hold."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.load import Measured

BARS = ((("cold", "native"), 0.8), (("cold", "rdflib"), 25.0), (("warm", "native"), 3.0))
KINDS = ("native", "rdflib", "cold", "warm")
START_BAR = 1.5


@dataclass(frozen=True)
class Cell:
    """The runs of one query against one server: medians over the runs, and how far they lie apart.

    ``half`` and ``most`` are the 50th and the 99th percentile, ``worked`` the processor time of a request.
    """

    rate: float
    half: float
    most: float
    worked: float
    spread: float


def cell(runs: Sequence[Measured]) -> Cell | None:
    """Sum up the runs of one query, in milliseconds; None if there are none."""
    if not runs:
        return None
    rates = [run.rate for run in runs]
    return Cell(
        rate=median(rates),
        half=1000 * median(run.percentile(0.5) for run in runs),
        most=1000 * median(run.percentile(0.99) for run in runs),
        worked=1000 * median(run.worked / len(run.times) for run in runs),
        spread=(max(rates) - min(rates)) / median(rates),
    )


def geometric_mean(values: Iterable[float]) -> float:
    """Give the geometric mean; nan of nothing."""
    logs = [math.log(value) for value in values]
    return math.exp(sum(logs) / len(logs)) if logs else float("nan")


def ratio(cells: Mapping[str, Mapping[str, Cell | None]], over: str, under: str) -> tuple[float, int]:
    """Give the geometric mean of the ratios of two servers, and over how many queries both answered."""
    found = [one.rate / other.rate for one, other in _pairs(cells, over, under)]
    return geometric_mean(found), len(found)


def less_work(cells: Mapping[str, Mapping[str, Cell | None]], over: str, under: str) -> float:
    """Give how many times the processor time of the first the second needs.

    Other work on the machine does not enter it, nor does how many processors a server makes use of.
    """
    pairs = _pairs(cells, over, under)
    return geometric_mean(other.worked / one.worked for one, other in pairs if one.worked and other.worked)


def _pairs(cells: Mapping[str, Mapping[str, Cell | None]], over: str, under: str) -> list[tuple[Cell, Cell]]:
    pairs = [(row.get(over), row.get(under)) for row in cells.values()]
    return [(one, other) for one, other in pairs if one and other]


def table(cells: Mapping[str, Mapping[str, Cell | None]]) -> str:
    """Write a row for each query; of every server requests a second, p50, p99 and processor time in ms."""
    head = f"{'':28}" + "".join(f"{kind + ' r/s':>12}{'p50':>8}{'p99':>8}{'cpu':>7}" for kind in KINDS)
    lines = [f"{head}{'cold/nat':>10}{'cold/rdf':>10}{'warm/nat':>10}"]
    for name, row in cells.items():
        line = f"{name[:27]:28}"
        for kind in KINDS:
            line += _columns(row.get(kind))
        for over, under in (("cold", "native"), ("cold", "rdflib"), ("warm", "native")):
            one, other = row.get(over), row.get(under)
            line += f"{one.rate / other.rate:>10.2f}" if one and other else f"{'–':>10}"
        lines.append(line)
    spread = " ".join(
        f"{kind} {median(found.spread for row in cells.values() if (found := row.get(kind))):.0%}"
        for kind in KINDS
        if any(row.get(kind) for row in cells.values())
    )
    return "\n".join(
        [*lines, f"spread of the runs, (highest - lowest) / median, median over the queries: {spread}"]
    )


def _columns(found: Cell | None) -> str:
    if found is None:
        return f"{'–':>12}{'':23}"
    return f"{found.rate:>12,.0f}{found.half:>8.1f}{found.most:>8.1f}{found.worked:>7.2f}"


def bars(cells: Mapping[str, Mapping[str, Cell | None]]) -> list[str]:
    """Say of each bar whether it holds for these cells."""
    said = []
    for (over, under), wanted in BARS:
        found, number = ratio(cells, over, under)
        if not number:
            said.append(f"{over} / {under}: not measured")
            continue
        work = f"{less_work(cells, over, under):.2f} by processor time"
        verdict = "holds" if found >= wanted else "MISSED"
        said.append(f"{over} / {under} = {found:.2f} ({work}), {number} queries, wanted {wanted}: {verdict}")
    return said
