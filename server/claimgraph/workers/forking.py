"""The process that loads a dataset once and forks workers from it: ``python -m claimgraph.workers.forking``.

It has one thread and opens nothing but its control socket, so that forking it is safe and takes a
millisecond; the workers share its memory. It ends when the server does, and its workers with it.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict

from claimgraph.companion import Companion, read_companion
from claimgraph.errors import ReleaseError
from claimgraph.settings import Settings
from claimgraph.store import Store
from claimgraph.workers.borrowing import borrow
from claimgraph.workers.dataset import read_beside
from claimgraph.workers.desk import Desk
from claimgraph.workers.summary import Summary
from claimgraph.workers.worker import prepare, work


def main(arguments: list[str]) -> None:
    """Load the dataset of the file descriptors, say what is in it, then fork and bury as told."""
    control = socket.socket(fileno=int(arguments[0]))
    dataset, *beside = map(int, arguments[2:])
    # Ctrl-C reaches every process of the terminal; the server alone decides what ends when.
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, signal.SIG_IGN)
    started = json.loads(arguments[1])
    # Looking for cycles in what is being loaded would take as long as a part of the loading.
    gc.disable()
    settings = Settings(**started["settings"])
    try:
        store = _load(dataset, started["prefixes"], union=started["union"])
        summary = Summary.of(store)
        desk = Desk(store, _companion(beside))
    except ReleaseError as error:
        _say(control, {"event": "failed", "message": str(error)})
        return
    _say(control, {"event": "loaded", "summary": asdict(summary)})
    _settle()
    with suppress(ConnectionError):
        _serve(control, desk, settings, desk.preparing(pages=summary.claims) if started["union"] else None)


def _load(descriptor: int, prefixes: dict[str, str], *, union: bool) -> Store:
    return Store.from_nquads(_content(descriptor), prefixes, union=union, lenient=True)


def _companion(descriptors: Sequence[int]) -> Companion:
    return read_companion(*read_beside(_content(descriptors[0]))) if descriptors else Companion()


def _content(descriptor: int) -> bytes:
    with open(descriptor, "rb") as file:
        file.seek(0)
        return file.read()


def _settle() -> None:
    """Keep what is there now from being looked through again, in every worker (and copied by that)."""
    gc.collect()
    gc.freeze()


def _serve(control: socket.socket, desk: Desk, settings: Settings, preparing: Iterator[None] | None) -> None:
    """Do as told; what is left of the preparation is done while there is nothing to do."""
    children: dict[int, int] = {}
    parent = os.getpid()
    descriptors: list[int] = []
    rest = b""
    while True:
        while preparing is not None and not select.select([control], [], [], 0)[0]:
            if next(preparing, preparing) is preparing:
                preparing = None
                _settle()
                _say(control, {"event": "prepared"})
        content, received, _, _ = socket.recv_fds(control, 4_096, 8)
        if not content:
            return
        descriptors += received
        *lines, rest = (rest + content).split(b"\n")
        for line in lines:
            order = json.loads(line)
            number = order["number"]
            if order["order"] == "fork":
                given = [descriptors.pop(0) for _ in range(1 if order["room"] is None else 2)]
                child = os.fork()
                if child == 0:
                    control.close()
                    gc.enable()
                    prepare(settings, parent)
                    stream, *sheet = given
                    if sheet:
                        borrow(socket.socket(fileno=stream), sheet[0], desk, settings, order["room"])
                    else:
                        work(socket.socket(fileno=stream), desk, settings)
                    os._exit(0)
                for descriptor in given:
                    os.close(descriptor)
                children[number] = child
                _say(control, {"event": "born", "number": number, "pid": child})
            elif child := children.pop(number, 0):
                # The server has seen its socket end, or wants it to end: only its burial takes time.
                os.kill(child, signal.SIGKILL)
                _, status, usage = os.wait4(child, 0)
                sign = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
                peak = usage.ru_maxrss * 1024
                _say(control, {"event": "buried", "number": number, "signal": sign, "peak": peak})


def _say(control: socket.socket, message: dict[str, object]) -> None:
    control.sendall(json.dumps(message).encode() + b"\n")


if __name__ == "__main__":
    main(sys.argv[1:])
