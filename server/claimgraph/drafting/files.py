"""Writing one file of a graph: whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from claimgraph.errors import UsageError


def create(path: Path, shown: str, text: str) -> None:
    """Write a new file at once, with its folder; UsageError if there is one, or it cannot be written."""
    _write(path, shown, text, new=True)


def replace(path: Path, shown: str, text: str) -> None:
    """Put a text in the place of a file at once; UsageError if it cannot be written."""
    _write(path, shown, text, new=False)


def _write(path: Path, shown: str, text: str, *, new: bool) -> None:
    # Hidden files are no part of a graph, so that nobody reads half of it meanwhile.
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if new:
            os.link(beside, path)
        else:
            beside.chmod(path.stat().st_mode & 0o7777)
            beside.replace(path)
    except FileExistsError:
        raise UsageError(
            f"{shown}: there is such a file already. Choose another name; it is left alone."
        ) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            f"{shown}: the file cannot be written: {reason}. Make room or permission there."
        ) from None
    finally:
        with suppress(OSError):
            beside.unlink()
