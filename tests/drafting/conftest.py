"""Fixtures for the tools of those who add articles."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.cli import main
from claimgraph.paths import GraphDirectory

ROOT = Path(__file__).parents[2]
TEXT = ROOT / "tests" / "small" / "sources" / "article-t.txt"


class Run:
    """What one run of the command left behind."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: object) -> None:
        with pytest.raises(SystemExit) as caught:
            main([str(argument) for argument in arguments])
        self.code = caught.value.code
        self.out, self.err = capsys.readouterr()
        assert "Traceback" not in self.err
        assert "fault of its own" not in self.err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Run a command in this process."""
    return lambda *arguments: Run(capsys, *arguments)


@pytest.fixture
def newsroom(invented_graph: GraphDirectory, tmp_path: Path) -> Path:
    """The invented graph in a folder of its own, before its article was encoded: only what articles share."""
    root = tmp_path / "newsroom"
    shutil.copytree(invented_graph.root, root)
    (root / "data" / "articles" / "article-t.ttl").unlink()
    actors = root / "data" / "actors.ttl"
    text = actors.read_text("utf-8")
    actors.write_text(text[: text.index("voice:t-body a")].rstrip() + "\n", "utf-8")
    return root


@pytest.fixture
def encoded(invented_graph: GraphDirectory, tmp_path: Path) -> Path:
    """The invented graph, whole, in a folder of its own."""
    root = tmp_path / "encoded"
    shutil.copytree(invented_graph.root, root)
    return root


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with what it holds."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
