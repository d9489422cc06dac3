"""The command ``claimgraph link``, from its arguments to what it prints and writes."""

from __future__ import annotations

import json
import os
import pty
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.cli import main
from claimgraph.errors import RemoteError, UsageError
from claimgraph.linking import session
from claimgraph.linking.deciding import Keyboard
from claimgraph.linking.session import Wishes, World, audit_links, checked_settings, link
from linkedgraph import FILES, HEAD, row
from wikibase import Time, Wikibase, served

LINKS = "data/links.sssom.tsv"
SETTINGS = replace(session.LINK_DEFAULTS, api="https://wikibase.example/w/api.php")
DECIDED = HEAD + row("place:ganja", "wd:Q131290", "Ganja") + row("place:shusha", "wd:Q158903", "Shusha")


@pytest.fixture(autouse=True)
def own_cache(monkeypatch, tmp_path_factory):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def wikibase():
    return Wikibase()


@pytest.fixture
def root(write_graph):
    return write_graph({**FILES, LINKS: DECIDED}).root


@pytest.fixture
def world(wikibase):
    passing = Time()  # one for all runs of a test

    def make(*lines):
        typed = list(lines)

        def ask(_):
            if not typed:
                raise EOFError
            return typed.pop(0)

        keyboard = Keyboard(ask, print) if lines else None
        return World(keyboard, wikibase.transport(), passing.clock, passing.sleep, passing.now)

    return make


def test_without_a_keyboard_candidates_are_listed_and_nothing_is_decided(root, world, capsys):
    assert link([], Wishes(root), SETTINGS, world()) == 0
    out = capsys.readouterr().out
    assert "place:stepanakert  Stepanakert  (Place)" in out
    assert "“Stepanakert” is its alias (en)" in out
    # What has a decision is passed over.
    assert "place:ganja" not in out
    assert (root / LINKS).read_text("utf-8") == DECIDED


def test_json_is_read_again_offline_and_nobody_is_asked(root, world, wikibase, capsys, tmp_path):
    assert link(["place:shusha"], Wishes(root, as_json=True), SETTINGS, world()) == 0
    first = capsys.readouterr().out
    (entity,) = json.loads(first)["entities"]
    assert [each["object_id"] for each in entity["candidates"]] == ["wd:Q158903", "wd:Q388960"]
    assert entity["decisions"] == [{"line": 6, "says": "skos:closeMatch wd:Q158903"}]
    asked = len(wikibase.asked)
    kept = tmp_path / "kept.json"
    kept.write_text(first, "utf-8")
    link(["place:shusha"], Wishes(root, offline=kept, as_json=True), SETTINGS, world())
    assert capsys.readouterr().out == first
    assert len(wikibase.asked) == asked


def test_decisions_are_saved_and_the_rest_is_left_open(root, world, capsys):
    wishes = Wishes(root, author="0000-0002-1825-0097")
    given = ["actor:ilham-aliyev", "place:stepanakert", "place:azerbaijan"]
    assert link(given, wishes, SETTINGS, world("1", "", "", "skip", "quit")) == 0
    before, after = DECIDED.splitlines(), (root / LINKS).read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == [
        "actor:ilham-aliyev\tIlham Aliyev\tskos:closeMatch\t\twd:Q57371\tIlham Aliyev\t"
        "semapv:ManualMappingCuration\thttps://orcid.org/0000-0002-1825-0097\t2026-11-30\t0.7\t"
        "“Ilham Aliyev” is its label (en); a human, which fits. Close only for want of a second source. "
        "Read in Wikidata on 2026-11-30."
    ]
    assert [line for line in after if line in before] == before
    assert "1 of 3 decided; 2 left open." in capsys.readouterr().out
    # It has a decision now.
    link([], Wishes(root, as_json=True), SETTINGS, world())
    listed = json.loads(capsys.readouterr().out)["entities"]
    assert "actor:ilham-aliyev" not in [each["subject_id"] for each in listed]


def test_a_host_that_fails_in_the_middle_loses_no_decision(root, world, wikibase):
    given = ["actor:ilham-aliyev", "place:stepanakert"]
    keyboard = world("1", "", "")

    def ask(prompt):
        wikibase.first = [(404, {}, b"")]
        return keyboard.keyboard.ask(prompt)

    with pytest.raises(RemoteError, match="status 404"):
        link(given, Wishes(root, author="A"), SETTINGS, replace(keyboard, keyboard=Keyboard(ask, print)))
    assert "wd:Q57371" in (root / LINKS).read_text("utf-8")


def test_answers_are_kept_between_runs_unless_fresh(root, world, wikibase):
    for fresh, grows in ((False, True), (False, False), (True, True)):
        before = len(wikibase.asked)
        link(["place:shusha"], Wishes(root, fresh=fresh), SETTINGS, world())
        assert (len(wikibase.asked) > before) == grows


def test_a_service_is_asked_too(root, world, capsys):
    settings = replace(SETTINGS, service="https://wikibase.example/reconcile")
    link(["place:shusha"], Wishes(root), settings, world())
    assert "the reconciliation service gives it 100 of 100" in capsys.readouterr().out


def test_an_audit_finds_nothing_or_says_file_and_line(root, world, wikibase, capsys):
    assert audit_links([], Wishes(root), SETTINGS, world()) == 0
    assert "Nothing found." in capsys.readouterr().out
    wikibase.delete("Q158903")
    assert audit_links([], Wishes(root, fresh=True), SETTINGS, world()) == 1
    assert "data/links.sssom.tsv:6 violation place:shusha: wd:Q158903 was deleted" in capsys.readouterr().out
    assert audit_links(["place:ganja"], Wishes(root, fresh=True), SETTINGS, world()) == 0
    capsys.readouterr()
    assert audit_links([], Wishes(root, as_json=True), SETTINGS, world()) == 1
    report = json.loads(capsys.readouterr().out)
    assert [(each["file"], each["line"]) for each in report["findings"]] == [(LINKS, 6)]
    assert (root / LINKS).read_text("utf-8") == DECIDED


def test_an_audit_needs_the_network(root, world):
    with pytest.raises(UsageError, match="Leave --offline out"):
        audit_links([], Wishes(root, offline=Path("x")), SETTINGS, world())


@pytest.mark.parametrize("contact", ["", " ", "me\r\nX-Evil: 1", "me) Mozilla", "ümail"])
def test_a_contact_that_does_not_fit_into_a_header(contact):
    with pytest.raises(UsageError, match="--contact"):
        checked_settings(None, None, contact, 20)


def test_settings_of_the_command():
    made = checked_settings("wikibase.example/w/api.php", "https://r.example/", "mailto:a@b.example", 3)
    assert (made.api, made.service) == ("https://wikibase.example/w/api.php", "https://r.example/")
    assert (made.contact, made.timeout) == ("mailto:a@b.example", 3)


class Run:
    """What one run of the command left behind."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: object) -> None:
        with pytest.raises(SystemExit) as caught:
            main(["link", *(str(argument) for argument in arguments)])
        self.code = caught.value.code
        self.out, self.err = capsys.readouterr()
        assert "Traceback" not in self.err


@pytest.fixture
def run(capsys, monkeypatch) -> Callable[..., Run]:
    monkeypatch.setattr(session, "LINK_DEFAULTS", replace(session.LINK_DEFAULTS, pause=0, attempts=1))
    return lambda *arguments: Run(capsys, *arguments)


def test_over_a_connection(run, root, wikibase):
    with served(wikibase) as address:
        api = ("--api", f"{address}/w/api.php", "--graph", root)
        listed = run("place:shusha", *api, "--service", f"{address}/reconcile")
        assert (listed.code, "wd:Q158903" in listed.out) == (0, True)
        assert run("--audit", *api).code == 0
        wikibase.rename("Q131290", "Elsewhere")
        audited = run("--audit", "--fresh", "--json", *api)
        assert (audited.code, json.loads(audited.out)["valid"]) == (1, False)
        wikibase.first = [(200, {"Content-Type": "text/html"}, b"<h1>Down</h1>")]
        down = run("--audit", "--fresh", *api)
        assert (down.code, down.out) == (2, "")
        assert "does not answer with JSON but with text/html" in down.err
    gone = run("--audit", "--fresh", *api)
    assert (gone.code, "cannot be reached" in gone.err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["place:nowhere"], "place:nowhere is not described in the graph"),
        (["--api", "http://wikibase.example/"], "not encrypted"),
        (["--offline", "none.tsv"], "none.tsv: There is no such file"),
        (["--audit", "--offline", "none.tsv"], "Leave --offline out"),
        (["--contact", "a\nb"], "--contact"),
    ],
)
def test_what_cannot_be_done_is_said(run, root, arguments, words):
    said = run(*arguments, "--graph", root)
    assert (said.code, said.out) == (2, "")
    assert words in said.err


def test_the_help_names_every_option(run):
    text = re.sub(r"\s+", " ", run("--help").out)
    guideline = (Path(__file__).parents[1] / "data" / "README.md").read_text("utf-8")
    for option in ("audit", "offline", "service", "api", "author", "contact", "fresh"):
        assert f"--{option}" in text
        assert f"--{option}" in guideline


def test_at_a_terminal(root, tmp_path):
    """A person types at a real terminal; candidates are from a file, so that nobody is asked."""
    offline = tmp_path / "candidates.tsv"
    offline.write_text(
        "subject_id\tobject_id\tobject_label\ttypes\nplace:stepanakert\tQ129352\tStepanakert\tQ515\n", "utf-8"
    )
    person, terminal = pty.openpty()
    words = ["link", "place:stepanakert", "--graph", root, "--offline", offline, "--author", "A. Reader"]
    with subprocess.Popen(
        [sys.executable, "-m", "claimgraph", *words], stdin=terminal, stdout=terminal, stderr=subprocess.PIPE
    ) as running:
        os.close(terminal)
        # What is typed ahead waits in the terminal until it is asked for.
        os.write(person, b"close 1\n0.8\nThe town.\n")
        shown = b""
        while True:
            try:
                piece = os.read(person, 4_096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        os.close(person)
        assert running.wait() == 0, running.stderr.read().decode()
    assert b"1 of 1 decided; 0 left open." in shown
    (saved,) = [each for each in (root / LINKS).read_text("utf-8").splitlines() if "Q129352" in each]
    assert saved.endswith(
        "“Stepanakert” is its label (en); a city, which fits. Close only for want of a second source. The "
        "town. From candidates.tsv; not checked against live Wikidata."
    )


@pytest.fixture
def no_network(monkeypatch):
    """Let nobody reach or look up another host."""
    connect = socket.socket.connect

    def refused(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            raise AssertionError(f"asked {address}")
        return connect(self, address)

    def unknown(*names, **_):
        raise AssertionError(f"looked up {names}")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket.socket, "connect_ex", refused)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    monkeypatch.setattr(socket, "create_connection", unknown)


@pytest.mark.parametrize("command", ["check", "build", "query"])
def test_the_network_is_never_needed_beside_linking(command, write_graph, no_network, tmp_path, capsys):
    root = write_graph().root
    question = tmp_path / "q.rq"
    question.write_text("SELECT ?s { ?s a ?c } LIMIT 1")
    more = {"build": ["--out", str(tmp_path / "out")], "query": [str(question)]}.get(command, [])
    with pytest.raises(SystemExit) as caught:
        main([command, *more, "--graph", str(root)])
    assert caught.value.code == 0, capsys.readouterr()


def test_the_network_is_never_needed_to_serve(no_network, client):
    assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).status_code == 200


def test_the_network_is_shut_in_these_tests(no_network, root):
    with pytest.raises(AssertionError, match=r"looked up|asked"):
        link(["place:shusha"], Wishes(root), replace(SETTINGS, api="http://127.0.0.1:9/"), World())


def test_starting_the_command_loads_no_client():
    code = "import sys, claimgraph.cli; print({'httpx2', 'claimgraph.linking.session'} & {*sys.modules})"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "set()\n"
    )
