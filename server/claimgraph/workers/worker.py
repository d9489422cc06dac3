"""The process that evaluates: one query or page at a time, over a store that its parent loaded."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import sys

from claimgraph.settings import Settings
from claimgraph.workers.desk import Desk
from claimgraph.workers.evaluation import evaluate
from claimgraph.workers.frames import receive
from claimgraph.workers.jobs import decode
from claimgraph.workers.output import Output

STACK = 128 << 20
_SET_PARENT_DEATH_SIGNAL = 1


def prepare(settings: Settings, parent: int) -> None:
    """Bound this process, just forked from ``parent``.

    A process whose parent ends is ended by the kernel, even in the middle of a query (on Linux).
    """
    _die_with(parent)
    _confine(settings)


def work(stream: socket.socket, desk: Desk, settings: Settings) -> None:
    """Answer jobs from ``stream`` until it ends."""
    while message := receive(stream):
        output = Output(stream, settings.result_megabytes << 20)
        if not evaluate(decode(message[1]), desk, settings, output):
            return


def _die_with(parent: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _confine(settings: Settings) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # The engine calls itself for each bracket of a query.
    _lower(resource.RLIMIT_STACK, STACK)
    # The server watches what is resident; this one stops what would allocate everything between two looks.
    used = _data_bytes()
    if used is not None:
        _lower(resource.RLIMIT_DATA, used + (settings.memory_megabytes << 20) * 5 // 4)
    # Where the engine runs out of stack or memory it writes pages about it; the server says it in a sentence.
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stderr.fileno())
    os.close(null)


def _lower(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (soft, hard))


def _data_bytes() -> int | None:
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123
            sizes = dict(line.split(":", 1) for line in status)
        return int(sizes["VmData"].split()[0]) * 1024
    except (OSError, KeyError, ValueError):
        return None
