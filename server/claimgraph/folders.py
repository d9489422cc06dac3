"""Putting a whole folder in place at once."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

_NEW, _OLD = "new", "previous"


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder with exactly these files, in place of the one that is there.

    The files are first written, and flushed to disk, into a hidden folder beside it; then the old folder is
    renamed away and the new one into place. A crash leaves the old or the new folder; one between the two
    renames leaves the old under a hidden name, which the next call puts back. Raises OSError.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    _recover(folder)
    new = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.{_NEW}")
    try:
        new.mkdir()
        for name, content in files.items():
            with (new / name).open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        _sync(new)
        _swap(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    _sync(folder.parent)


def _recover(folder: Path) -> None:
    """Put back a folder that a crash between two renames left under its hidden name; else do nothing."""
    old = _hidden(folder)
    if not old.exists():
        return
    if folder.exists():
        shutil.rmtree(old)
    else:
        old.rename(folder)


def _swap(new: Path, folder: Path) -> None:
    old = _hidden(folder)
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _hidden(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.{_OLD}")


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
