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
    "description",
    "editions",
    "endpoint",
    "express",
    "familiar",
    "federation",
    "headers",
    "metrics",
    "negotiation",
    "openapi",
    "pages",
    "protocol",
    "record",
    "problems",
    "replay",
    "resources",
    "snippets",
    "streaming",
    "wellknown",
}
TOP = {
    *(
        "app",
        "cli",
        "commands",
        "connections",
        "offers",
        "options",
        "reloading",
        "running",
        "serve",
        "serving",
        "texts",
    ),
    "__main__",
}
# Tools for those who add articles: they read and write files, and only linking speaks to another host.
TOOLS = {"drafting", "changes", "linking"}
HTTP = {"fastapi", "starlette", "uvicorn", "httpx", "httpx2", "jinja2", "rdflib_endpoint", "http", "socket"}
FILES = {"pathlib", "shutil", "tempfile", "os"}
# Workers are reached through sockets of their own, which have no address; pages are templates over a store.
SPARED = {"workers": {"socket"}, "site": {"jinja2"}, "linking": {"httpx2", "http"}, "drafting": {"jinja2"}}
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    for path in PACKAGE.rglob("*.py")
    if path.name != "__init__.py"
)


def layer(module: str) -> str:
    """The layer of a module, ``package.module`` or ``module``."""
    package, _, name = module.rpartition(".")
    if module in GROUND:
        return "ground"
    if module in WEB:
        return "web"
    if module in TOP or (package in TOOLS and name == "cli"):
        return "top"
    if package in TOOLS:
        return "tools"
    return package or "graph"


# What each layer may import, beside its own.
BELOW = {
    "ground": set(),
    "graph": {"ground"},
    "site": {"ground", "graph"},
    "workers": {"ground", "graph", "site"},
    "web": {"ground", "graph", "site", "workers"},
    "tools": {"ground", "graph"},
}


def imported(module: str) -> tuple[set[str], set[str]]:
    """The modules of ours, and the outside packages, that a module imports."""
    ours: set[str] = set()
    outside: set[str] = set()
    path = PACKAGE.joinpath(*module.split(".")).with_suffix(".py")
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            # What is imported from a package may be one of its modules.
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            first, _, rest = name.partition(".")
            if first == "claimgraph":
                ours.update({rest} & set(MODULES))
            else:
                outside.add(first)
    return ours, outside


@pytest.mark.parametrize("module", MODULES)
def test_module_keeps_to_its_layer(module: str) -> None:
    ours, outside = imported(module)
    here = layer(module)
    if here == "top":
        return
    allowed = BELOW[here] | {here}
    assert {other for other in ours if layer(other) not in allowed} == set()
    package = module.rpartition(".")[0]
    if here != "web":
        assert not outside & (HTTP - SPARED.get(package, set()))
    if here in ("web", "site"):
        assert not outside & FILES


@pytest.mark.parametrize("module", MODULES)
def test_module_is_small(module: str) -> None:
    path = PACKAGE.joinpath(*module.split(".")).with_suffix(".py")
    assert len(path.read_text("utf-8").splitlines()) <= 300


def test_the_layers_name_modules_that_exist() -> None:
    assert set(MODULES) >= GROUND | WEB | TOP
