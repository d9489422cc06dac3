"""What the commands write to the terminal: answers to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from claimgraph.errors import OutputError


def write(text: str | bytes) -> None:
    """Write an answer to standard output, in UTF-8 whatever the locale; OutputError if it takes no more."""
    content = text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # Python writes what is left once more when it ends, and would fail once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError(
            f"The answer cannot be written: {error.strerror}. Make room, or send it elsewhere."
        ) from error


def note(text: str) -> None:
    """Write a line to standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(f"{text}\n".encode(encoding, "backslashreplace").decode(encoding))
    sys.stderr.flush()


@contextmanager
def step(words: str) -> Iterator[None]:
    """Tell on standard error what is being done, and how long it took."""
    started = time.monotonic()
    live = sys.stderr.isatty()
    if live:
        sys.stderr.write(f"{words} …")
        sys.stderr.flush()
    try:
        yield
    except BaseException:
        if live:
            sys.stderr.write("\n")
        raise
    start = "\r" if live else ""
    note(f"{start}{words}: {time.monotonic() - started:.1f} s")


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay out rows as a plain table; a line break or control character in a cell becomes a visible sign."""
    cells = [[_visible(cell) for cell in row] for row in rows]
    widths = [max([len(column), *(len(row[index]) for row in cells)]) for index, column in enumerate(columns)]
    lines = [columns, ["-" * width for width in widths], *cells]
    text = "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
    return f"{text}\n({len(rows):,} row{'' if len(rows) == 1 else 's'})\n"


def _visible(cell: str) -> str:
    return "".join(
        character if character.isprintable() else "⏎" if character == "\n" else "·" for character in cell
    )
