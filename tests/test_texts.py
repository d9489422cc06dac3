"""Texts of articles go to pages on this machine only, and to no data."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from claimgraph.errors import SourceError
from claimgraph.sources import Source
from claimgraph.texts import Texts, find_texts, is_local

HASH = "ab" * 32
QUAD = f'<http://e/a> <https://w3id.org/claimgraph/ontology/textSha256> "{HASH}" <http://e/g> .\n'.encode()


def test_only_texts_of_the_articles_of_a_dataset_are_given() -> None:
    texts = Texts([Source("a.txt", HASH, "words"), Source("b.txt", "cd" * 32, "other")])
    assert texts.of(QUAD) == {HASH: "words"}
    assert texts.of(b"") == {}


@pytest.mark.parametrize(
    ("local", "publish", "shown", "words"),
    [
        (True, False, True, "for use on this machine only"),
        (False, False, False, "say --publish-texts"),
        (False, True, True, "to everybody"),
    ],
)
def test_they_stay_on_this_machine_unless_told_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, local: bool, publish: bool, shown: bool, words: str
) -> None:
    (tmp_path / "a.txt").write_text("words")
    found = find_texts(tmp_path, local=local, publish=publish)
    digest = hashlib.sha256(b"words").hexdigest()
    assert bool(found.of(QUAD.replace(HASH.encode(), digest.encode()))) == shown
    assert words in capsys.readouterr().err


def test_a_folder_without_texts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        find_texts(tmp_path, local=True, publish=False)


@pytest.mark.parametrize(
    ("address", "local"),
    [("127.0.0.1", True), ("::1", True), ("0.0.0.0", False), ("::", False), ("fe80::1%eth0", False)],  # noqa: S104
)
def test_an_address_of_loopback_is_local(address: str, *, local: bool) -> None:
    assert is_local(address) is local
