"""What is offered to be copied asks just the query that it was made from."""

from __future__ import annotations

import ast
import subprocess

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimgraph.snippets import ACCEPT, QUERY, escaped, templates, written

ENDPOINT = "http://127.0.0.1:1/sparql"
QUERIES = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\r"), min_size=1)


@given(QUERIES, st.lists(st.tuples(st.just("default-graph-uri"), QUERIES), max_size=2))
@example('ASK { ?s ?p """a\\\\b" """ }', [])
def test_the_program_in_python_carries_the_query(query: str, graphs: list[tuple[str, str]]) -> None:
    tree = ast.parse(written(ENDPOINT, query, graphs)["python"])
    values = {
        each.targets[0].id: each.value  # type: ignore[attr-defined]
        for each in tree.body
        if isinstance(each, ast.Assign)
    }
    assert ast.literal_eval(values["query"]).strip() == query.strip()
    form = values["form"]
    assert isinstance(form, ast.List)
    assert [ast.literal_eval(each) for each in form.elts[1:]] == graphs


@pytest.mark.parametrize(
    "query", ["ASK { ?s ?p 'it''s' }", "ASK {\nEND_OF_QUERY\n}", 'SELECT * { ?s ?p "$HOME `date` \\\\" }']
)
def test_the_lines_for_a_shell_carry_the_query(query: str) -> None:
    lines = written(ENDPOINT, query, [("named-graph-uri", "http://e/it's")])["curl"]
    shell = f"curl() {{ printf '%s\\n' \"$@\"; cat; }}\n{lines}"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=True)
    words = done.stdout.split("\n")
    assert words[:4] == ["--silent", ENDPOINT, "--header", "Accept: text/csv"]
    assert words[4:6] == ["--data-urlencode", "named-graph-uri=http://e/it's"]
    assert "\n".join(words[8:-1]) == query


def test_the_templates_become_the_same() -> None:
    query = 'SELECT * { ?s ?p """a""" }'
    for name, text in templates(ENDPOINT).items():
        words = escaped(query) if name == "python" else query
        assert text.replace(ACCEPT, "text/csv").replace(QUERY, words) == written(ENDPOINT, query)[name]
