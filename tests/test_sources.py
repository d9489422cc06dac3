"""Article texts are read exactly as kept."""

import hashlib

import pytest

from claimgraph.errors import SourceError
from claimgraph.settings import DEFAULTS
from claimgraph.sources import read_sources


def test_line_ends_and_marks_are_kept(tmp_path):
    content = "\ufeffa\r\nb\rc\u2028“d” 𝔘\n".encode()
    (tmp_path / "b.txt").write_bytes(content)
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "notes.md").write_bytes(b"\xff")
    texts, findings = read_sources(tmp_path)
    assert [text.file for text in texts] == ["a.txt", "b.txt"]
    assert texts[1].text.encode() == content
    assert texts[1].digest == hashlib.sha256(content).hexdigest()
    assert findings == []


def test_texts_that_cannot_be_read_are_reported(tmp_path, monkeypatch):
    monkeypatch.setattr("claimgraph.sources.DEFAULTS", type(DEFAULTS)(source_bytes=4))
    (tmp_path / "large.txt").write_bytes(b"12345")
    (tmp_path / "latin.txt").write_bytes(b"\xe9")
    (tmp_path / "right.txt").write_bytes(b"1234")
    texts, findings = read_sources(tmp_path)
    assert [text.file for text in texts] == ["right.txt"]
    assert [(f.severity, f.sentence) for f in findings] == [
        ("warning", "The text large.txt was not read: it is larger than 4 bytes."),
        ("warning", "The text latin.txt was not read: it is not UTF-8."),
    ]


def test_folder_without_texts_or_none_at_all(tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(SourceError, match="no article text"):
        read_sources(tmp_path)
    for name in ("gone", "file"):
        with pytest.raises(SourceError, match="cannot be read"):
            read_sources(tmp_path / name)
