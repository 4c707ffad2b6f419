"""How many small changes to the rules the tests notice: `python benchmarks/ownership/mutations.py [seconds] [module]`.

A change turns one comparison, operator, constant or truth value of a module round. Each is run in a process of its own,
in a seeded order, until the time is up: against the stories, those of verdict.py against the tests below. What survives
is printed with its line: some survivors are equal to the original, the others want a test.
"""

import ast
import copy
import importlib
import importlib.abc
import importlib.util
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
OWNERSHIP = "graphkit.analyse.ownership"
RULES = ("fixed_point", "tally", "blocked", "rules", "register", "verdict")
MODULES = (*(f"{OWNERSHIP}.{name}" for name in RULES), "graphkit.graph.stakes")
FOLDER = "tests/unit/analyse/ownership"
TESTS = (
    f"{FOLDER}/test_verdict.py",
    f"{FOLDER}/test_stories.py::test_verdict_on_a_case_tells_the_same",
)
LONGEST_S = 120
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    **{ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq},
    **{ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.And: ast.Or},
    **{ast.Or: ast.And, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is},
}


class Mutated(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from a changed tree."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name, self.tree = name, tree

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:  # type: ignore[override]
        """The changed module."""
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        """Run it."""
        module.__file__ = str(_path(self.name))
        exec(compile(self.tree, module.__file__, "exec"), module.__dict__)


def mutants(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """Line, what was changed, and the changed tree."""
    for place, node in enumerate(ast.walk(tree)):
        for what, change in _changes(node):
            other = copy.deepcopy(tree)
            change(next(each for at, each in enumerate(ast.walk(other)) if at == place))
            yield getattr(node, "lineno", 0), what, ast.fix_missing_locations(other)


def _changes(node: ast.AST) -> Iterator[tuple[str, Callable[[Any], None]]]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPS:
        yield type(node.ops[0]).__name__, lambda each: each.ops.__setitem__(0, SWAPS[type(each.ops[0])]())
    if isinstance(node, ast.BinOp | ast.BoolOp | ast.AugAssign) and type(node.op) in SWAPS:
        yield type(node.op).__name__, lambda each: setattr(each, "op", SWAPS[type(each.op)]())
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.Invert):
        yield type(node.op).__name__, lambda each: setattr(each, "op", ast.UAdd())
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield str(node.value), lambda each: setattr(each, "value", not each.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield str(node.value), lambda each: setattr(each, "value", each.value + 1)


def _path(name: str) -> Path:
    return ROOT / f"{name.replace('.', '/')}.py"


def _stories() -> int:
    """1 when an answer of the stories differs, else 0; without the cost of a test runner."""
    from tests.ownership_cases import told
    from tests.unit.analyse.ownership.test_stories import STORIES

    try:
        return min(
            1, sum(told(each.lines).answers(*asked[:2]) != asked[2] for each in STORIES for asked in each.expected)
        )
    except Exception:
        return 1


def survives(name: str, tree: ast.Module) -> bool:
    """Whether all tests pass with the changed module, in a process of its own."""
    if not (child := os.fork()):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        sys.meta_path.insert(0, Mutated(name, tree))
        os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *TESTS]) if "verdict" in name else _stories()))
    until = time.monotonic() + LONGEST_S
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return False


def main(seconds: float, only: str) -> None:
    """Run changes until the time is up and print the score of each module."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    for each in ("pyarrow.compute", "scipy.sparse.csgraph", "scipy.sparse.linalg"):
        importlib.import_module(each)  # once, not in every process

    waiting = []
    for name in MODULES:
        tree = ast.parse(_path(name).read_text(encoding="utf-8"))
        waiting += [(name, *mutant) for mutant in mutants(tree) if only in name]
    random.Random(1).shuffle(waiting)
    tried, killed = Counter[str](), Counter[str]()
    until = time.monotonic() + seconds
    for name, line, what, tree in waiting:
        if time.monotonic() > until:
            break
        tried[name] += 1
        if survives(name, tree):
            print(f"survived: {name} line {line}: {what}", flush=True)
        else:
            killed[name] += 1
    for name in sorted(tried):
        print(f"{name}: {killed[name]} of {tried[name]} noticed")
    print(f"all: {killed.total()} of {tried.total()} noticed, of {len(waiting)} changes")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 600.0, sys.argv[2] if len(sys.argv) > 2 else "")
