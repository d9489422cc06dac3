"""What the documents say is run: their commands, their output, their links."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

from claimgraph.pipeline import Checked

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("*/README.md"), *ROOT.glob("data/*/*.md")])
COMMAND = re.compile(r"<!-- command: (\w+) -->\n```sh\n(.+?)\n```", re.DOTALL)
README = dict(COMMAND.findall((ROOT / "README.md").read_text("utf-8")))
CONTRIBUTING = dict(COMMAND.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8")))
STORY = re.findall(
    r"<!-- story -->\n```sh\n(.+?)\n```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL
)
GUIDELINE = (ROOT / "data" / "README.md").read_text("utf-8")
QUERIES = re.findall(r"```sparql\n(.+?)\n```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
KIND = re.compile(r"^shape:(\w+)Proposition a sh:NodeShape ;(.*?)\n\n", re.DOTALL | re.MULTILINE)
HERE = str(Path(sys.executable).parent)


def shell(command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a documented command in the repository with the tools of this environment."""
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command.replace(".venv/bin", HERE)],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the repository, tracked and not ignored, in a folder of their own."""
    target = tmp_path_factory.mktemp("clone") / "claimgraph"
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


@pytest.fixture(scope="module")
def served(clone: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The first command of the README, run in the clone as it stands; only the port is another."""
    server = subprocess.Popen(
        [
            "bash",
            "-euo",
            "pipefail",
            "-c",
            "exec 2>&1; "
            + README["serve"].replace("&& .venv/bin/claimgraph", "&& exec .venv/bin/claimgraph")
            + " --port 0",
        ],
        cwd=clone,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout
    said = []
    address = None
    for line in server.stdout:
        said.append(line)
        if found := re.search(r"http://127\.0\.0\.1:(?!8000)\d+", line):
            address = found.group()
            break
    if address is None:
        pytest.fail("".join(said))
    yield server, address
    server.kill()
    server.wait()
    server.stdout.close()


def test_both_commands_stand_on_one_line() -> None:
    assert "\n" not in README["serve"]
    assert "\n" not in README["test"]


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    run = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "<!-- command: test -->" in run
    assert "bash .ci/run" in (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")


def test_the_first_command_ends_with_a_served_endpoint(served: tuple[subprocess.Popen[str], str]) -> None:
    _, address = served
    command = README["curl"].replace("http://127.0.0.1:8000", address)
    answer = shell(command)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines()[0] == "agent,manner,speaker,sentence"
    assert len(answer.stdout.splitlines()) == 7
    page = httpx.get(address, headers={"Accept": "text/html"})
    assert "<form" in page.text


def test_a_file_broken_after_installation_makes_the_check_fail(
    clone: Path, served: tuple[subprocess.Popen[str], str]
) -> None:
    broken = clone / "data" / "places.ttl"
    whole = broken.read_text("utf-8")
    try:
        broken.write_text(whole.replace("a cg:Place ;", "a cg:Plaice ;", 1), "utf-8")
        check = subprocess.run(
            [clone / ".venv" / "bin" / "claimgraph", "check"],
            cwd=clone,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        broken.write_text(whole, "utf-8")
    assert check.returncode == 1
    assert "data/places.ttl" in check.stdout
    assert "Plaice" in check.stdout


def test_the_server_stops_cleanly(served: tuple[subprocess.Popen[str], str]) -> None:
    server, _ = served
    server.send_signal(signal.SIGINT)
    assert server.wait(timeout=30) == 0


def test_the_answer_in_the_readme_is_the_answer() -> None:
    answer = shell(README["query"])
    assert answer.returncode == 0, answer.stderr
    assert f"```text\n{answer.stdout.strip()}\n```" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    "command",
    [README["explain"], CONTRIBUTING["explain"], CONTRIBUTING["check"], CONTRIBUTING["format"] + " --check"],
)
def test_command_runs(command: str) -> None:
    run = shell(command)
    assert run.returncode == 0, run.stdout + run.stderr


def test_contributing_sets_up_what_the_readme_does() -> None:
    assert README["test"].startswith(CONTRIBUTING["setup"])
    assert README["test"].removeprefix(CONTRIBUTING["setup"]).startswith(f" && {CONTRIBUTING['tests']}")


def test_the_story_of_an_article_ends_with_a_merged_change_and_its_answer(tmp_path: Path) -> None:
    named = dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "A contributor")
    named |= dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "contributor@example.org")
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(STORY)],
        cwd=tmp_path,
        env={**os.environ, **named, "PATH": f"{HERE}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 violations, 0 warnings" in run.stdout
    answer = "denier " + run.stdout.rpartition("denier ")[2]
    assert f"```text\n{answer.strip()}\n```" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    graph = tmp_path / "newsroom"
    formatted = subprocess.run([f"{HERE}/turtlefmt", "--check", graph], check=False, capture_output=True)
    assert formatted.returncode == 0, formatted.stdout
    log = subprocess.run(["git", "log", "--format=%s"], cwd=graph, check=True, capture_output=True, text=True)
    assert log.stdout == "What Sill answered\nA new graph\n"


def test_the_guideline_links_from_a_file(tmp_path: Path) -> None:
    command = dict(COMMAND.findall(GUIDELINE))["offline"]
    (example,) = re.findall(r"<!-- example: candidates.tsv -->\n```text\n(.+?\n)```", GUIDELINE, re.DOTALL)
    (tmp_path / "candidates.tsv").write_text(example, "utf-8")
    run = shell(command.replace("candidates.tsv", f"{tmp_path}/candidates.tsv"))
    assert run.returncode == 0, run.stderr
    assert "“Ganja” is its label (en)" in run.stdout
    assert "its GeoNames record is ours, 586523" in run.stdout
    assert "evidence: another gazetteer" in run.stdout


@pytest.mark.sources
def test_contributing_verifies(sources: Path) -> None:
    run = shell(CONTRIBUTING["verify"], CLAIMGRAPH_SOURCES=str(sources))
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_documented_command_is_known_here() -> None:
    assert set(README) == {"serve", "test", "curl", "query", "explain"}
    assert set(CONTRIBUTING) == {"setup", "check", "verify", "format", "explain", "tests"}


@pytest.mark.parametrize("query", QUERIES)
def test_query_of_the_readme_is_answered(repository: Checked, query: str) -> None:
    assert repository.graph
    assert list(repository.graph.store.query(query).rows())


def test_there_are_queries_in_the_readme() -> None:
    assert len(QUERIES) >= 4


def test_the_guideline_lists_each_kind_of_proposition_with_its_roles() -> None:
    shapes = (ROOT / "shapes" / "proposition.ttl").read_text("utf-8")
    guideline = (ROOT / "data" / "README.md").read_text("utf-8")
    everywhere = "allegedPlace allegedNotBefore allegedNotAfter allegedDayPart allegedTimeExpression"
    for kind, body in KIND.findall(shapes):
        (row,) = re.findall(rf"^\| {kind} \|.*$", guideline, re.MULTILINE)
        roles = set(re.findall(r"sh:property shape:(alleged\w+)", body)) - set(everywhere.split())
        assert roles == set(re.findall(r"`cg:(alleged\w+)`", row)), kind


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?://)([^)#]+)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target
