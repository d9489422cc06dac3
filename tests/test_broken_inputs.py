"""Broken inputs: each gives a clear error with its place and remedy, and no file is touched."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from claimgraph.paths import GraphDirectory
from test_comparison import run

GraphWriter = Callable[..., GraphDirectory]
SMALL = Path(__file__).parent / "small"
ARTICLE = "data/articles/article-t.ttl"
READERS = ("check", "build", "verify", "diff")
ALL = (*READERS, "fmt")


@dataclass(frozen=True)
class Broken:
    """How a graph is broken, in which file and line that is told, with which words, and by which commands."""

    name: str
    make: Callable[[Path, str], object]
    file: str
    words: str
    line: int | None = None
    commands: tuple[str, ...] = ALL


def put(name: str, content: bytes | str, *, headed: bool = False) -> Callable[[Path, str], object]:
    """Write a file of the graph, if wanted after its prefix lines."""

    def make(root: Path, head: str) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        start = head if headed else ""
        path.write_bytes(start.encode() + (content.encode() if isinstance(content, str) else content))

    return make


def link(name: str, target: str) -> Callable[[Path, str], object]:
    return lambda root, _: (root / name).symlink_to(target)


X = "data/x.ttl"
CASES = (
    Broken("not Turtle", put(X, "\nthis is no Turtle\n"), X, "no", 2),
    Broken("statement without end", put(X, "place:y a cg:Place\n", headed=True), X, "ends in the middle"),
    Broken("text that is not closed", put(X, 'place:y rdfs:label "y .\n', headed=True), X, "never closed"),
    Broken("prefix that is not declared", put(X, "plaice:y a plaice:Z .\n"), X, "is not declared", 1),
    Broken("Latin-1", put(X, "# é\n".encode("latin-1")), X, "is not UTF-8", 1),
    Broken("UTF-16", put(X, "# x\n".encode("utf-16")), X, "UTF-16", 1),
    Broken("binary", put(X, bytes(range(256))), X, "is not UTF-8"),
    Broken("NUL", put(X, "# a\n# \0\n"), X, "NUL", 2),
    Broken("byte order mark", put(X, "\ufeff# a\n"), X, "byte order mark", 1),
    Broken("carriage returns", put(X, "# a\r# b\r"), X, "carriage return", 1),
    Broken("50 MB", put(X, b"#" * 50_000_000), X, "bytes; at most"),
    Broken("folder with the name of a file", lambda r, _: (r / X).mkdir(), X, "", commands=()),
    Broken("FIFO", lambda r, _: os.mkfifo(r / X), X, "no regular file"),
    Broken("link that leads nowhere", link(X, "gone.ttl"), X, "leads nowhere"),
    Broken("link to itself", link(X, "x.ttl"), X, "cannot be read"),
    Broken(
        "folder that links to its parent", link("data/up", ".."), "data/up", "symbolic link", None, READERS
    ),
    Broken("link out of the graph", link(X, "/etc/hostname"), X, "leads out of the graph", None, READERS),
    Broken(
        "file name with spaces and letters", put("data/Gänse und x.ttl", "x\n"), "data/Gänse und x.ttl", "", 1
    ),
    Broken(
        "row of links",
        put("data/links.sssom.tsv", "subject_id\tx\n"),
        "data/links.sssom.tsv",
        "no column",
        1,
        READERS,
    ),
    Broken(
        "links in Latin-1", put("data/links.sssom.tsv", b"\xe9"), "data/links.sssom.tsv", "UTF-8", 1, READERS
    ),
    Broken("rule", put("ontology/rules/r.rq", "CONSTRUCT {"), "ontology/rules/r.rq", "summary", 1, READERS),
    Broken(
        "rule that is no query",
        put("ontology/rules/r.rq", "#+ summary: x\n#+ definition: x\nCONSTRUCT { ?a ?b\n"),
        "ontology/rules/r.rq",
        "",
        None,
        READERS,
    ),
    Broken(
        "stored question",
        put("data/queries/q.rq", "#+ summary: x\nSELECT * { ?s ?p }\n"),
        "data/queries/q.rq",
        "SPARQL",
        2,
        ("check", "build"),
    ),
    Broken(
        "expected rows",
        put("tests/queries/gone.csv", "a\n"),
        "tests/queries/gone.csv",
        "no stored question",
        1,
        ("check", "build"),
    ),
    Broken(
        "one name in two files",
        put(X, "place:harbour a cg:Place .\n", headed=True),
        X,
        "is described here",
        None,
        ("check", "build"),
    ),
    Broken(
        "name that nobody describes",
        put(X, "place:y a cg:Place ; cg:within place:z .\n", headed=True),
        X,
        "no file describes it",
        None,
        ("check", "build"),
    ),
    Broken(
        "no list of prefixes",
        lambda r, _: (r / "ontology" / "prefixes.ttl").unlink(),
        "ontology/prefixes.ttl",
        "list of prefixes is missing",
        None,
        READERS,
    ),
    Broken("no shapes", lambda r, _: shutil.rmtree(r / "shapes"), "shapes/", "missing there", None, ALL),
)


def digest(root: Path) -> str:
    """Everything below a folder: names, links, permissions and contents."""
    found = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        state = path.lstat()
        found.update(f"{path.relative_to(root)} {state.st_mode}\n".encode())
        if path.is_symlink():
            found.update(str(path.readlink()).encode())
        elif path.is_file():
            found.update(path.read_bytes())
    return found.hexdigest()


def arguments(command: str, root: Path, sound: Path, out: Path) -> list[str]:
    if command == "diff":
        return ["diff", str(sound), "--graph", str(root)]
    more = {"build": ["--out", str(out)], "verify": ["--sources", str(SMALL / "sources")]}
    return [command, "--graph", str(root), *more.get(command, [])]


@pytest.mark.parametrize("broken", CASES, ids=lambda broken: broken.name)
def test_a_broken_file_is_told_with_its_place_and_left_alone(
    broken: Broken,
    write_graph: GraphWriter,
    prefix_lines: str,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    root = write_graph().root
    assert run(["fmt", "--graph", str(root)]) == 0
    sound = shutil.copytree(root, elsewhere / "sound")
    capsys.readouterr()
    broken.make(root, prefix_lines)
    before = digest(root)
    for command in broken.commands:
        code = run(arguments(command, root, sound, elsewhere / "release"))
        told = "".join(capsys.readouterr())
        assert code in (1, 2), (command, told)
        assert broken.file in told, (command, told)
        assert broken.words in told, (command, told)
        if broken.line:
            assert re.search(rf"{re.escape(broken.file)}:{broken.line}\b", told), (command, told)
        assert "Traceback" not in told
        assert "itself failed" not in told
    assert digest(root) == before
    assert not (elsewhere / "release").exists()


def test_a_file_without_permission_is_told(
    write_graph: GraphWriter, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_graph().root
    path = root / "data" / "places.ttl"
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("whoever runs this reads files without permission too")
    try:
        assert run(["check", "--graph", str(root)]) == 1
        assert "data/places.ttl" in capsys.readouterr().out
    finally:
        path.chmod(0o644)


def test_an_empty_file_and_one_with_windows_line_ends_are_read(
    write_graph: GraphWriter, prefix_lines: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_graph().root
    put("data/empty.ttl", "")(root, "")
    put(X, f"{prefix_lines}place:y a cg:Place .\n".replace("\n", "\r\n"))(root, "")
    before = digest(root)
    assert run(["check", "--graph", str(root)]) == 0
    assert run(["fmt", "--check", "--graph", str(root)]) == 1
    assert "data/x.ttl:1: to be formatted" in capsys.readouterr().out
    assert digest(root) == before


MEANT = """\

actor:ring-one a cg:Institution ;
    rdfs:label "Ring one"@en ;
    cg:onBehalfOfAsInstitution actor:ring-two .

actor:ring-two a cg:Institution ;
    rdfs:label "Ring two"@en ;
    cg:onBehalfOfAsInstitution actor:ring-one .
"""


@pytest.fixture
def invented_copy(invented_graph: GraphDirectory, tmp_path: Path) -> Path:
    return Path(shutil.copytree(invented_graph.root, tmp_path / "graph"))


def test_what_contradicts_the_model_is_told_all_at_once(
    invented_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    actors = invented_copy / "data" / "actors.ttl"
    actors.write_text(actors.read_text("utf-8") + MEANT, "utf-8")
    article = invented_copy / ARTICLE
    text = article.read_text("utf-8")
    claim = text[text.index("claim:t-5-2 a ") :].split(" .\n")[0]
    text = text.replace(claim, re.sub(r"cg:speechAct cg:\w+", "cg:speechAct cg:orders", claim))
    proposition = re.search(r"^(proposition:[\w-]+) a ", text, re.MULTILINE)
    assert proposition
    text += f"\n{proposition[1]} cg:entails {proposition[1]} .\n"
    text = re.sub(r"(selector:t-4-a a [^.]*oa:end) \d+", r"\1 99999", text)
    sentence = text.index("sentence:t-4 a ")
    text = text[:sentence] + text[sentence:].replace(
        "cg:sentenceNumber 4 ;", "cg:sentenceNumber 4 ;\n    cg:within sentence:t-4 ;", 1
    )
    article.write_text(text, "utf-8")
    before = digest(invented_copy)
    assert run(["check", "--graph", str(invented_copy)]) == 1
    told = "".join(capsys.readouterr())
    for name in ("actor:ring-one", "claim:t-5-2", proposition[1], "passage:t-4-a", "sentence:t-4"):
        assert re.search(rf"\S+:\d+ violation {name} ", told), (name, told)
    assert "Traceback" not in told
    assert run(["build", "--graph", str(invented_copy), "--out", str(invented_copy.parent / "r")]) == 1
    assert not (invented_copy.parent / "r").exists()
    assert digest(invented_copy) == before


def test_an_article_that_was_edited_after_encoding_is_told(
    invented_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = Path(shutil.copytree(SMALL / "sources", tmp_path / "sources"))
    text = sources / "article-t.txt"
    text.write_text(text.read_text("utf-8") + "One more line.\n", "utf-8")
    before = digest(tmp_path)
    assert run(["verify", "--graph", str(invented_copy), "--sources", str(sources)]) == 1
    told = capsys.readouterr().out
    assert re.search(rf"{ARTICLE}:\d+ violation article:t has the digest", told)
    assert run(["check", "--fix", "--graph", str(invented_copy), "--sources", str(sources)]) == 0
    assert digest(tmp_path) == before


def test_a_span_past_the_end_is_told(invented_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = invented_copy / ARTICLE
    text = article.read_text("utf-8")
    article.write_text(re.sub(r"(selector:t-4-a a [^.]*oa:end) \d+", r"\1 99999", text), "utf-8")
    assert run(["verify", "--graph", str(invented_copy), "--sources", str(SMALL / "sources")]) == 1
    assert re.search(rf"{ARTICLE}:\d+ violation passage:t-4-a spans .* not inside", capsys.readouterr().out)
