"""How a query is asked from elsewhere: lines for a shell, and a program in Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

QUERY, ACCEPT = "%QUERY%", "%ACCEPT%"

_END = "END_OF_QUERY"
_CURL = """\
curl --silent '{endpoint}' --header 'Accept: {accept}' {graphs}--data-urlencode query@- <<'{end}'
{query}
{end}
"""
_PYTHON = '''\
from urllib.parse import urlencode
from urllib.request import Request, urlopen

query = """
{query}
"""
form = [("query", query){graphs}]
request = Request("{endpoint}", urlencode(form).encode(), {{"Accept": "{accept}"}})
with urlopen(request) as answer:
    print(answer.read().decode())
'''


def templates(endpoint: str) -> Mapping[str, str]:
    """Give both with places for the query, which has to be escaped for Python, and for the media type."""
    return {
        "curl": _CURL.format(endpoint=endpoint, accept=ACCEPT, graphs="", query=QUERY, end=_END),
        "python": _PYTHON.format(endpoint=endpoint, accept=ACCEPT, graphs="", query=QUERY),
    }


def written(
    endpoint: str, query: str, graphs: Sequence[tuple[str, str]] = (), accept: str = "text/csv"
) -> Mapping[str, str]:
    """Write both for a query and the graphs it is to be asked of; a line of the query may be anything."""
    text, end = query.strip(), _END
    while end in text.split("\n"):
        end += "_"
    words = "".join(f"--data-urlencode {_quoted(f'{name}={value}')} " for name, value in graphs)
    pairs = "".join(f", {(name, value)!r}" for name, value in graphs)
    return {
        "curl": _CURL.format(endpoint=endpoint, accept=accept, graphs=words, query=text, end=end),
        "python": _PYTHON.format(endpoint=endpoint, accept=accept, graphs=pairs, query=escaped(text)),
    }


def escaped(text: str) -> str:
    """Write a text so that it may stand between three quotation marks of Python."""
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
