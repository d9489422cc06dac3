"""What a server may be given to serve: a release in a folder, or any file of N-Quads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from claimgraph.errors import ReleaseError
from claimgraph.released import MANIFEST_FILE, Release, read_release
from claimgraph.texts import Texts
from claimgraph.workers.dataset import Dataset

COMMON = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True)
class Offer:
    """A dataset to serve; ``release`` is its digest if it is a release, else empty."""

    dataset: Dataset
    release: str


class QuadsFile:
    """A file of N-Quads, served with its own graphs: its default graph is what stands in no named graph."""

    def __init__(self, path: Path, texts: Texts | None = None) -> None:
        self.path = path
        self._texts = texts or Texts()

    @property
    def watched(self) -> Path:
        """The file whose change means that there is something new."""
        return self.path

    def read(self) -> Offer:
        """Read it. Raises ReleaseError if that fails; whether it is N-Quads shows when it is loaded."""
        try:
            content = self.path.read_bytes()
        except OSError as error:
            raise ReleaseError(
                f"{self.path} cannot be read: {error.strerror or error}. Name a file of N-Quads with --quads."
            ) from error
        return Offer(Dataset.of(content, COMMON, union=False, texts=self._texts.of(content)), "")


class ReleaseFolder:
    """A folder that holds a release, and perhaps another one later."""

    def __init__(self, folder: Path, texts: Texts | None = None) -> None:
        self.folder = folder
        self._texts = texts or Texts()

    @property
    def watched(self) -> Path:
        """The file whose change means that there is something new."""
        return self.folder / MANIFEST_FILE

    def read(self) -> Offer:
        """Read it, and check every file. Raises ReleaseError if it is no whole release."""
        return of_release(read_release(self.folder), self._texts)


def of_release(release: Release, texts: Texts) -> Offer:
    """Offer a release that was read; its prefixes and questions stand in its data.

    Pages show the texts of its articles, data never has them.
    """
    content = release.nquads
    return Offer(Dataset.of(content, companion=release.companion, texts=texts.of(content)), release.digest)
