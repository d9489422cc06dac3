"""Answers of other hosts, kept for a day in the user's cache folder."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


class AnswerCache:
    """Keeps JSON answers by the request that brought them; what cannot be read or written is not kept.

    ``now`` gives the time in seconds since 1970, ``kept`` says for how many an answer is good. With
    ``fresh`` nothing is taken from the folder, but answers are still put there.
    """

    def __init__(self, folder: Path, kept: float, now: Callable[[], float], *, fresh: bool = False) -> None:
        self._folder = folder
        self._kept = kept
        self._now = now
        self._fresh = fresh

    def find(self, request: str) -> object | None:
        """Give the answer to a request, if it was kept and is not too old."""
        if self._fresh:
            return None
        with suppress(OSError, ValueError, RecursionError):
            record = json.loads(self._path(request).read_text("utf-8"))
            if (
                isinstance(record, dict)
                and record.get("request") == request
                and 0 <= self._now() - float(record.get("time", 0)) <= self._kept
            ):
                return record.get("answer")
        return None

    def keep(self, request: str, answer: object) -> None:
        """Keep an answer; a folder that takes none is no error."""
        record = {"request": request, "time": self._now(), "answer": answer}
        path = self._path(request)
        new = path.with_suffix(f".{secrets.token_hex(4)}")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                new.write_text(json.dumps(record), "utf-8")
                os.utime(new, (self._now(), self._now()))
                new.replace(path)
            finally:
                new.unlink(missing_ok=True)

    def prune(self) -> None:
        """Delete what is too old to be used."""
        with suppress(OSError):
            for path in self._folder.iterdir():
                if self._now() - path.stat().st_mtime > self._kept:
                    path.unlink(missing_ok=True)

    def _path(self, request: str) -> Path:
        digest = hashlib.sha256(os.fsencode(request)).hexdigest()
        return self._folder / f"{digest}.json"
