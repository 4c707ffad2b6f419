"""The tools that are compared, by name: who they are, the threshold they are used at, and why that one.

A tool is a module with `scores(variant, left, right, kind)`, one number per pair of names, and `resolve(variant, table,
kind)`, an entity for each row and the candidate pairs it looked at. Each runs in a process of its own (worker.py).
"""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Protocol, cast

import numpy as np
import numpy.typing as npt
import pandas as pd


@dataclass(frozen=True, slots=True)
class Resolved:
    """entity: one per row. candidates: left and right as row numbers; None where they are not told."""

    entity: npt.NDArray[np.int64]
    candidates: pd.DataFrame | None = None


@dataclass(frozen=True, slots=True)
class Tool:
    """module: the adapter. package: whose version is told. pairs_at, joins_at: from which score two names are one party
    when pairs are judged, and when records are joined. why: where that threshold comes from. first: a script that
    scores one pair; empty for a tool that must learn from a whole table before.
    """

    name: str
    module: str
    variant: str
    package: str
    pairs_at: float
    joins_at: float
    why: str
    first: str = ""

    @property
    def version(self) -> str:
        """As installed here."""
        return version(self.package)


class Adapter(Protocol):
    """What a tool's module offers. resolve may raise NotImplementedError with the reason."""

    def scores(
        self, variant: str, left: Sequence[str], right: Sequence[str], kind: str, /
    ) -> npt.NDArray[np.float64]: ...

    def resolve(self, variant: str, table: pd.DataFrame, kind: str, joins_at: float, /) -> Resolved: ...


def adapter(tool: Tool) -> Adapter:
    """The tool's module; nothing of a tool is loaded before."""
    return cast(Adapter, importlib.import_module(tool.module))


_YENTE = "0.70 is the score from which OpenSanctions' own service calls it a match"
_USUAL = "a usual threshold"
_ONE_PAIR = "'KOREA KWANGSONG TRADING', 'KOREA PUGANG TRADING'"


def _graphkit() -> Tool:
    why = "0.5 is even odds; its own verdict joins"
    first = (
        f"from graphkit.session.matching import compare_pairs\na, b = {_ONE_PAIR}\ncompare_pairs([a], [b], 'company')"
    )
    return Tool("graphkit", "tool_graphkit", "", "graphkit", 0.5, 0.5, why, first)


def _nomenklatura(variant: str) -> Tool:
    first = (
        "from followthemoney import Dataset, StatementEntity\n"
        "from nomenklatura.matching import get_algorithm\n"
        "from nomenklatura.matching.types import ScoringConfig\n"
        "dataset, made = Dataset.make({'name': 'one', 'title': 'one'}), []\n"
        f"for name in ({_ONE_PAIR}):\n"
        "    made.append(StatementEntity(dataset, {'schema': 'Company', 'id': name}))\n"
        "    made[-1].add('name', name)\n"
        f"get_algorithm('{variant}').compare(*made, ScoringConfig.defaults())"
    )
    name = f"nomenklatura {variant}"
    return Tool(name, "tool_nomenklatura", variant, "nomenklatura", 0.7, 0.7, _YENTE, first)


def _rapidfuzz(variant: str, at: float) -> Tool:
    first = f"from rapidfuzz import fuzz\nfuzz.{variant}({_ONE_PAIR})"
    return Tool(f"RapidFuzz {variant}", "tool_rapidfuzz", variant, "rapidfuzz", at, at, _USUAL, first)


def _jaro_winkler() -> Tool:
    first = f"from rapidfuzz.distance import JaroWinkler\nJaroWinkler.similarity({_ONE_PAIR})"
    return Tool("Jaro-Winkler", "tool_rapidfuzz", "jaro_winkler", "rapidfuzz", 0.9, 0.9, _USUAL, first)


TOOLS = (
    _graphkit(),
    _nomenklatura("logic-v2"),
    _nomenklatura("regression-v1"),
    _nomenklatura("er-unstable"),
    Tool("Splink", "tool_splink", "", "splink", 0.5, 0.95, "0.5 is even odds; 0.95 is its quick start's"),
    _rapidfuzz("WRatio", 0.9),
    _rapidfuzz("token_sort_ratio", 0.85),
    _rapidfuzz("token_set_ratio", 0.9),
    _jaro_winkler(),
)
