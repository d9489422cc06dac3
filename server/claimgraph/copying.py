"""Whether a literal repeats an article at length: the texts are under copyright."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from rdflib import Literal

from claimgraph.findings import Finding
from claimgraph.load import Loaded
from claimgraph.namespaces import CHECK
from claimgraph.settings import DEFAULTS

_WORD = re.compile(r"[^\W_]+")


def copied_prose(
    loaded: Loaded, texts: Mapping[str, str], words: int = DEFAULTS.copied_words
) -> Iterator[Finding]:
    """Report each literal of ontology, data, links and shapes that shares a run of words with a text.

    ``texts`` is by file name. Words are runs of letters and digits, case folded; quotation marks and hyphens
    part them alike. The finding names the text but repeats nothing of it.
    """
    runs: dict[tuple[str, ...], str] = {}
    for name, text in texts.items():
        for run in _runs(text, words):
            runs.setdefault(run, name)
    for document in loaded.documents:
        for (subject, predicate, value), line in document.triples:
            if not isinstance(value, Literal):
                continue
            copied = next((runs[run] for run in _runs(str(value), words) if run in runs), None)
            if copied is not None:
                yield Finding(
                    "violation",
                    document.file,
                    line,
                    f"This text repeats {words} or more consecutive words of {copied}.",
                    "Say it in other words; cite the place with a passage instead.",
                    subject,
                    predicate,
                    source=str(CHECK["copied-prose"]),
                )


def _runs(text: str, words: int) -> Iterator[tuple[str, ...]]:
    found = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    return (tuple(found[start : start + words]) for start in range(len(found) - words + 1))
