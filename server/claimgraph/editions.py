"""What is being served: one release with its workers and its pages, until another one takes its place."""

from __future__ import annotations

from dataclasses import dataclass

from claimgraph.cache import Cache
from claimgraph.pages import Bounds, Pages
from claimgraph.questions import Question
from claimgraph.settings import Settings
from claimgraph.workers.brood import Brood
from claimgraph.workers.dataset import Dataset
from claimgraph.workers.lending import kept_by_workers
from claimgraph.workers.nursery import Nursery
from claimgraph.workers.pool import Pool
from claimgraph.workers.summary import Summary


@dataclass(frozen=True)
class Edition:
    """A release as it is served; ``release`` is its digest, empty if it is none."""

    brood: Brood
    pages: Pages
    release: str

    @property
    def summary(self) -> Summary:
        """The numbers and names of the dataset."""
        return self.brood.summary

    @property
    def key(self) -> str:
        """What tells its answers apart from those of any other edition."""
        return self.brood.digest

    @classmethod
    def of(cls, brood: Brood, release: str, settings: Settings) -> Edition:
        """Make the edition of a dataset that is loaded, with the questions that are stored in it."""
        summary = brood.summary
        questions = [
            Question(iri.rpartition("/")[2], sentence, text, iri, topic)
            for iri, sentence, text, topic in summary.questions
        ]
        pages = Pages(
            questions,
            summary.prefixes,
            summary.vocabulary(),
            bounds=Bounds(settings.page_rows, settings.query_seconds, settings.result_megabytes),
            release=release,
            site=summary.claims,
        )
        return cls(brood, pages, release)


def load_edition(dataset: Dataset, release: str, settings: Settings) -> Edition:
    """Load a dataset and make its edition. Raises ReleaseError if it is not N-Quads; takes a while."""
    nursery = Nursery(dataset, settings)
    return Edition.of(Brood(nursery, nursery.loaded(), settings), release, settings)


class Service:
    """The edition that is current, the pool that answers from it, and the answers that are kept."""

    def __init__(self, edition: Edition, settings: Settings) -> None:
        self.settings = settings
        self.pool = Pool(edition.brood, settings)
        self.cache = Cache((settings.cache_megabytes << 20) - kept_by_workers(settings))
        self._edition = edition

    @property
    def edition(self) -> Edition:
        """What a request that comes now is answered from, to its end."""
        return self._edition

    def take_up(self, edition: Edition) -> None:
        """Answer from another edition from now on; requests that are being answered keep theirs."""
        self.pool.take_up(edition.brood)
        self._edition = edition
        self.cache.clear()
