"""Reading the article texts that lie beside a graph, exactly as kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from claimgraph.errors import SourceError
from claimgraph.findings import Finding
from claimgraph.namespaces import CHECK
from claimgraph.settings import DEFAULTS

SUFFIX = ".txt"


@dataclass(frozen=True)
class Source:
    """One article text, as kept: its characters unchanged, line ends too."""

    file: str
    digest: str
    text: str


def read_sources(folder: Path) -> tuple[list[Source], list[Finding]]:
    """Read the texts (``*.txt``) of a folder, and report those that cannot be read.

    Raises :class:`SourceError` if there is no such folder, or no text in it.
    """
    shown = str(folder)
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX and path.is_file())
    except OSError as error:
        raise SourceError(
            shown,
            None,
            None,
            f"The folder cannot be read: {error.strerror}.",
            "Name the folder of the article texts.",
        ) from None
    if not paths:
        raise SourceError(
            shown, None, None, f"There is no article text (*{SUFFIX}) in this folder.", "Put the texts there."
        )
    texts, findings = [], []
    for path in paths:
        try:
            if path.stat().st_size > DEFAULTS.source_bytes:
                raise ValueError(f"it is larger than {DEFAULTS.source_bytes:,} bytes")
            content = path.read_bytes()
            texts.append(Source(path.name, hashlib.sha256(content).hexdigest(), content.decode("utf-8")))
        except UnicodeDecodeError:
            findings.append(_unread(path.name, "it is not UTF-8"))
        except ValueError as problem:
            findings.append(_unread(path.name, str(problem)))
        except OSError as problem:
            findings.append(_unread(path.name, str(problem.strerror)))
    return texts, findings


def _unread(name: str, reason: str) -> Finding:
    return Finding(
        "warning",
        None,
        None,
        f"The text {name} was not read: {reason}.",
        "Keep each article as UTF-8, exactly as its digest was taken.",
        source=str(CHECK["source-text"]),
    )
