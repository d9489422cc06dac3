"""Data flows one way: no layer of the package imports one above it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "server" / "claimgraph"
GROUND = {"settings", "paths", "namespaces", "errors"}
WEB = {
    "asking",
    "assets",
    "cache",
    "description",
    "editions",
    "endpoint",
    "federation",
    "metrics",
    "negotiation",
    "openapi",
    "pages",
    "protocol",
    "record",
    "problems",
    "replay",
    "streaming",
    "wellknown",
}
TOP = {
    *("app", "cli", "commands", "connections", "options", "reloading", "running", "serve", "serving"),
    "__main__",
}
HTTP = {"fastapi", "starlette", "uvicorn", "httpx", "httpx2", "jinja2", "rdflib_endpoint", "http", "socket"}
FILES = {"pathlib", "shutil", "tempfile", "os"}
WORKERS = {path.stem for path in (PACKAGE / "workers").glob("*.py")}
MODULES = sorted(path.stem for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")


def imported(module: str) -> tuple[set[str], set[str]]:
    """The modules of ours, and the outside packages, that a module imports."""
    ours: set[str] = set()
    outside: set[str] = set()
    path = next(PACKAGE.rglob(f"{module}.py"))
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = (
                [node.module] if node.module != "claimgraph" else [f"claimgraph.{a.name}" for a in node.names]
            )
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            first, *rest = name.split(".")
            if first == "claimgraph":
                ours.update(rest[-1:])
            else:
                outside.add(first)
    return ours, outside


@pytest.mark.parametrize("module", MODULES)
def test_module_keeps_to_its_layer(module: str) -> None:
    ours, outside = imported(module)
    if module in GROUND:
        assert not ours - GROUND
    elif module in WEB:
        assert not ours & TOP
        assert not outside & FILES
    elif module not in TOP:
        assert not ours & (WEB | TOP)
        # Workers are reached through sockets of their own, which have no address.
        assert not outside & (HTTP - {"socket"} if module in WORKERS else HTTP)


@pytest.mark.parametrize("module", MODULES)
def test_module_is_small(module: str) -> None:
    path = next(PACKAGE.rglob(f"{module}.py"))
    assert len(path.read_text("utf-8").splitlines()) <= 300


def test_the_layers_name_modules_that_exist() -> None:
    assert set(MODULES) >= GROUND | TOP
