"""The style of code and Turtle, as the tools judge it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["turtlefmt", "--check", "ontology", "data", "shapes", "tests"],
    ],
    ids=["ruff check", "ruff format", "mypy --strict", "turtlefmt"],
)
def test_tool_finds_nothing(command: list[str]) -> None:
    tool = shutil.which(command[0], path=str(SCRIPTS))
    assert tool, f"{command[0]} is not installed beside {sys.executable}: install the group dev"
    run = subprocess.run([tool, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
