"""Every way in which a text file can fail to be read, with its remedy."""

import os

import pytest

from claimgraph.errors import TurtleError
from claimgraph.textfile import place, read_text


def read(path, **options):
    return read_text(path, "shown.ttl", TurtleError, **options)


def test_line_ends_and_characters_are_kept(tmp_path):
    path = tmp_path / "f"
    path.write_bytes("a\r\nb\n𝔘é".encode())
    assert read(path) == "a\r\nb\n𝔘é"


@pytest.mark.parametrize(
    ("content", "line", "column", "words", "remedy"),
    [
        (b"\xef\xbb\xbfabc", 1, 1, "byte order mark", "without byte order mark"),
        (b"a\nb\0c", 2, 2, "NUL", "Delete"),
        ("a\nbé ï".encode("latin-1"), 2, 2, "0xE9 is not UTF-8", "Save the file as UTF-8"),
        ("abc".encode("utf-16"), 1, 1, "UTF-16", "Save the file as UTF-8"),
        ("éé".encode() + b"\xff", 1, 3, "0xFF", "UTF-8"),
        (b"a\rb", 1, 2, "carriage return", "LF"),
    ],
)
def test_content_that_is_no_text(tmp_path, content, line, column, words, remedy):
    path = tmp_path / "f"
    path.write_bytes(content)
    with pytest.raises(TurtleError) as caught:
        read(path)
    error = caught.value
    assert (error.file, error.line, error.column) == ("shown.ttl", line, column)
    assert words in error.problem
    assert remedy in error.remedy


def test_missing_file_folder_and_broken_link(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe")
    for name, words in [
        ("none", "no such file"),
        ("", "folder"),
        ("link", "leads nowhere"),
        ("loop", "cannot be read"),
        ("pipe", "no regular file"),
    ]:
        with pytest.raises(TurtleError, match=words):
            read(tmp_path / name)


def test_file_without_permission(tmp_path, monkeypatch):
    path = tmp_path / "f"
    path.write_text("x")

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", refuse)
    with pytest.raises(TurtleError, match=r"Permission denied.*permissions"):
        read(path)


def test_file_that_is_too_large(tmp_path):
    path = tmp_path / "f"
    path.write_text("12345")
    assert read(path, limit=5) == "12345"
    with pytest.raises(TurtleError, match="5 bytes; at most 4"):
        read(path, limit=4)


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (3, (3, 1)), (4, (3, 2))]
)
def test_place(offset, expected):
    assert place("a\n\nbc", offset) == expected
