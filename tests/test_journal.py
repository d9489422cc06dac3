"""The log holds up nobody."""

from __future__ import annotations

import io
import json
import logging
import threading

from claimgraph.journal import Journal


def test_lines_are_json_with_their_time() -> None:
    stream = io.StringIO()
    journal = Journal(stream)
    journal.line({"event": "request", "path": "/\n€"})
    try:
        raise ValueError("no")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "it %s", ("failed",), None)
        journal.emit(record)
    journal.close()
    first, second = (json.loads(line) for line in stream.getvalue().splitlines())
    assert first.pop("time").endswith("+00:00")
    assert first == {"event": "request", "path": "/\n€"}
    assert (second["event"], second["level"], second["message"]) == ("x", "error", "it failed")


class Clogged(io.StringIO):
    """A stream that nobody reads until it is ``free``."""

    def __init__(self) -> None:
        super().__init__()
        self.free = threading.Event()

    def write(self, text: str) -> int:
        assert self.free.wait(30)
        return super().write(text)


def test_a_reader_that_does_not_read_costs_lines_and_not_time() -> None:
    stream = Clogged()
    journal = Journal(stream, room=3)
    for number in range(2_000):
        journal.line({"number": number})
    assert journal.dropped > 0
    stream.free.set()
    journal.close()
    assert len(stream.getvalue().splitlines()) == 2_000 - journal.dropped


def test_half_a_character_is_written_as_an_escape() -> None:
    stream = io.StringIO()
    journal = Journal(stream)
    journal.line({"path": "/\udcff"})
    journal.close()
    assert json.loads(stream.getvalue())["path"] == "/\udcff"
