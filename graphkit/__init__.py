"""graphkit: who stands behind a ship, and how it is linked to a sanctioned network.

>>> import graphkit as gk
>>> gk.build(["sample_data"], case="case")            # doctest: +SKIP
>>> case = gk.open_case("case")                        # doctest: +SKIP
>>> for chain in case.trace("AN SAN 1"): print(chain)  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.model.comparison import Comparison
    from graphkit.model.evaluation import Evaluation
    from graphkit.session.building import BuildReport, build
    from graphkit.session.evaluating import evaluate
    from graphkit.session.matching import Resolved, compare, compare_table, resolve_table
    from graphkit.session.opening import Case, open_case

_HOME = {
    "BuildReport": "graphkit.session.building",
    "Case": "graphkit.session.opening",
    "Comparison": "graphkit.model.comparison",
    "Evaluation": "graphkit.model.evaluation",
    "Resolved": "graphkit.session.matching",
    "build": "graphkit.session.building",
    "compare": "graphkit.session.matching",
    "compare_table": "graphkit.session.matching",
    "evaluate": "graphkit.session.evaluating",
    "open_case": "graphkit.session.opening",
    "resolve_table": "graphkit.session.matching",
}

__all__ = [
    "BuildReport",
    "Case",
    "Comparison",
    "Evaluation",
    "Resolved",
    "build",
    "compare",
    "compare_table",
    "evaluate",
    "open_case",
    "resolve_table",
]


def __getattr__(name: str) -> Any:
    """Load a part when it is first needed: `graphkit --help` must not wait for it."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'graphkit' has no attribute {name!r}")
