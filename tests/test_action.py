"""The GitHub action and the pre-commit hooks, run from a repository that is not this one."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimgraph.paths import GraphDirectory
from test_comparison import commit, git

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
SCRIPTS = str(Path(sys.executable).parent)


@pytest.fixture
def newsroom(write_graph: Any, tmp_path: Path, prefix_lines: str) -> GraphDirectory:
    """A repository of somebody else, with a graph of its own in a folder and two commits."""
    written = write_graph()
    root = tmp_path / "newsroom"
    for part in ("ontology", "data", "shapes"):
        (root / "kg").mkdir(parents=True, exist_ok=True)
        shutil.move(written.root / part, root / "kg" / part)
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, "one")
    (root / "kg" / "data" / "more.ttl").write_text(prefix_lines + "place:pier a cg:Place .\n", "utf-8")
    commit(root, "two")
    return GraphDirectory(root / "kg", "given")


def step(name: str, repository: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], str]:
    """Run a step as GitHub does, with expressions of inputs filled in; gives the run and the summary."""
    given = {key: str(each["default"]) for key, each in ACTION["inputs"].items()} | inputs
    scratch = repository.parent / "runner"
    scratch.mkdir(exist_ok=True)
    summary = scratch / "summary"
    summary.write_text("", "utf-8")

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], text)

    taken = STEPS[name]
    assert taken["shell"] == "bash"
    script = scratch / "script.sh"
    script.write_text(taken["run"], "utf-8")
    run = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=repository,
        env={
            **os.environ,
            "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_PATH": str(scratch / "path"),
            "RUNNER_TEMP": str(scratch),
            **{key: filled(text) for key, text in taken.get("env", {}).items()},
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return run, summary.read_text("utf-8")


def test_inputs_reach_scripts_only_as_variables() -> None:
    for taken in STEPS.values():
        assert "${{" not in taken["run"]
        named = set(re.findall(r"inputs\.([\w-]+)", str(taken.get("env", {}))))
        assert named <= ACTION["inputs"].keys()


def test_a_sound_graph_passes_and_the_summary_tells_the_change(newsroom: GraphDirectory) -> None:
    root = newsroom.root.parent
    inputs = {"graph": "kg", "base": "HEAD~1", "strict": "false"}
    checked, _ = step("Check the graph", root, **inputs)
    assert checked.returncode == 0, checked.stderr
    told, summary = step("Tell what the change does to the graph", root, **inputs)
    assert told.returncode == 0, told.stderr
    assert "place:pier" in summary
    assert summary.startswith("## What this changes in the graph")
    assert git(root, "status", "--porcelain") == ""


def test_what_is_wrong_is_annotated_at_its_file_in_the_repository(newsroom: GraphDirectory) -> None:
    root = newsroom.root.parent
    path = newsroom.root / "data" / "more.ttl"
    path.write_text(path.read_text("utf-8").replace("cg:Place", "cg:Plaice"), "utf-8")
    for changed in ("true", "false"):
        run, _ = step("Check the graph", root, **{"graph": "kg", "base": "HEAD~1", "only-changed": changed})
        assert run.returncode == 1
        assert "::error file=kg/data/more.ttl,line=" in run.stdout
        assert ("since " in run.stderr) == (changed == "true")


@pytest.mark.parametrize("base", ["", "0" * 40])
def test_a_first_push_has_nothing_to_compare_with(newsroom: GraphDirectory, base: str) -> None:
    inputs = {"graph": "kg", "base": base, "only-changed": "true", "strict": "false"}
    run, _ = step("Check the graph", newsroom.root.parent, **inputs)
    assert run.returncode == 0, run.stderr
    run, summary = step("Tell what the change does to the graph", newsroom.root.parent, **inputs)
    assert run.returncode == 0
    assert "no earlier revision" in summary


def test_a_base_that_is_not_there_is_told_and_fails_nothing(newsroom: GraphDirectory) -> None:
    run, summary = step(
        "Tell what the change does to the graph", newsroom.root.parent, graph="kg", base="f" * 40
    )
    assert run.returncode == 0
    assert "git knows no revision" in summary


def hook(name: str, repository: Path, files: list[str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a hook as pre-commit does once it has installed it: its entry, its arguments, then the files."""
    wanted = HOOKS[name]
    matching = [file for file in files if re.search(wanted["files"], file)]
    assert matching
    given = matching if wanted.get("pass_filenames", True) else []
    return subprocess.run(
        [*shlex.split(wanted["entry"]), *arguments, *given],
        cwd=repository,
        env={**os.environ, "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_hooks_run_in_another_repository(newsroom: GraphDirectory) -> None:
    root = newsroom.root.parent
    files = ["README.md", "kg/data/more.ttl"]
    assert hook("claimgraph-check", root, files, "--graph", "kg").returncode == 0
    run = hook("claimgraph-fmt", root, files)
    assert run.returncode == 0, run.stderr
    assert hook("claimgraph-fmt", root, files, "--check").returncode == 0
    path = newsroom.root / "data" / "more.ttl"
    path.write_text(path.read_text("utf-8").replace(" a cg:Place", "   a cg:Plaice"), "utf-8")
    assert hook("claimgraph-fmt", root, files, "--check").returncode == 1
    assert hook("claimgraph-check", root, files, "--graph", "kg").returncode == 1
    run = hook("claimgraph-verify", root, files, "--graph", "kg", "--sources", "nowhere")
    assert run.returncode == 2
    assert "cannot be read" in run.stderr


def test_hooks_name_commands_that_exist() -> None:
    assert HOOKS.keys() == {"claimgraph-check", "claimgraph-fmt", "claimgraph-verify"}
    for each in HOOKS.values():
        assert each["entry"].startswith("claimgraph ")
        assert each["language"] == "python"


def test_the_workflow_of_this_repository_uses_the_action() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))
    (used,) = [each for each in workflow["jobs"]["test"]["steps"] if each.get("uses") == "./"]
    assert used["with"].keys() <= ACTION["inputs"].keys()
