"""What a process has used so far, as the kernel counts it."""

from __future__ import annotations

import os
from dataclasses import dataclass

_TICK = 1 / os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Usage:
    """Seconds of processor time, and bytes of resident memory."""

    seconds: float
    resident: int


def usage(process: int) -> Usage | None:
    """Read it; None if the process is gone, or where there is no ``/proc`` (only Linux has one)."""
    try:
        with open(f"/proc/{process}/stat", "rb") as file:  # noqa: PTH123
            # The name of the program comes first, in brackets, and may hold anything.
            fields = file.read().rpartition(b")")[2].split()
    except OSError:
        return None
    return Usage((int(fields[11]) + int(fields[12])) * _TICK, int(fields[21]) * _PAGE)
