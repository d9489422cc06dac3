"""A folder is replaced as a whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimgraph.folders import write_folder

OLD, NEW = {"a": b"old", "b": b"old"}, {"a": b"new", "c": b"new"}


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_new_folder_is_written_with_its_parents(tmp_path: Path) -> None:
    write_folder(tmp_path / "x" / "out", NEW)
    assert content(tmp_path / "x" / "out") == NEW
    assert [path.name for path in (tmp_path / "x").iterdir()] == ["out"]


def test_an_old_folder_is_replaced_and_nothing_left_beside_it(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", OLD)
    write_folder(tmp_path / "out", NEW)
    assert content(tmp_path / "out") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failure_while_writing_keeps_the_old_folder(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", OLD)
    with pytest.raises(OSError, match="no/such/folder"):
        write_folder(tmp_path / "out", {**NEW, "no/such/folder": b""})
    assert content(tmp_path / "out") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failed_swap_puts_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(tmp_path / "out", OLD)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError("disk gone")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="disk gone"):
        write_folder(tmp_path / "out", NEW)
    assert content(tmp_path / "out") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_crash_between_the_renames_is_mended(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", OLD)
    (tmp_path / "out").rename(tmp_path / ".out.previous")
    with pytest.raises(OSError, match="no/such/folder"):
        write_folder(tmp_path / "out", {"no/such/folder": b""})
    assert content(tmp_path / "out") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_crash_after_the_renames_is_cleaned_up(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", NEW)
    write_folder(tmp_path / ".out.previous", OLD)
    with pytest.raises(OSError, match="no/such/folder"):
        write_folder(tmp_path / "out", {"no/such/folder": b""})
    assert content(tmp_path / "out") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
