"""Putting one file in place of another, whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from claimgraph.errors import OutputError
from claimgraph.paths import real


def replace_file(path: Path, content: bytes) -> None:
    """Write a file anew: into a hidden one beside it, flushed to disk, then renamed into its place.

    It keeps its permissions, and a symbolic link stays one. Raises OutputError; the file is then as it was.
    """
    target = real(path)
    new = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    try:
        mode = target.stat().st_mode & 0o7777 if target.exists() else None
        with new.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            new.chmod(mode)
        new.replace(target)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        raise OutputError(
            f"{path} cannot be written: {error.strerror or error}. It is as it was; make room or permission."
        ) from error
