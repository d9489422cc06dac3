"""Who decides."""

import subprocess

import pytest

from claimgraph.errors import UsageError
from claimgraph.linking.authors import author


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("A. Reader", "A. Reader"),
        ("  A.\tReader ", "A. Reader"),
        ("A. Reader | B. Writer", "A. Reader|B. Writer"),
        ("0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        ("orcid:0000-0002-1694-233x", "https://orcid.org/0000-0002-1694-233X"),
        (
            "A. Reader|https://orcid.org/0000-0002-1825-0097",
            "A. Reader|https://orcid.org/0000-0002-1825-0097",
        ),
    ],
)
def test_given(given, written, tmp_path):
    assert author(given, tmp_path) == written


def test_a_wrong_check_digit(tmp_path):
    with pytest.raises(UsageError, match="its last digit does not fit"):
        author("0000-0002-1825-0098", tmp_path)


@pytest.fixture
def no_git_of_the_user(monkeypatch, tmp_path):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


def test_from_git(tmp_path, no_git_of_the_user):
    folder = tmp_path / "graph"
    folder.mkdir()
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    subprocess.run(["git", "config", "user.name", "C. Lone"], cwd=folder, check=True)
    assert author(None, folder) == "C. Lone"


@pytest.mark.parametrize("given", [None, "", " "])
def test_nobody(given, tmp_path, no_git_of_the_user):
    with pytest.raises(UsageError, match="--author"):
        author(given, tmp_path)
