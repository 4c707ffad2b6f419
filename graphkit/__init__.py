"""graphkit: who stands behind a ship, and how it is linked to a sanctioned network.

>>> import graphkit as gk
>>> gk.build(["sample_data"], case="case")            # doctest: +SKIP
>>> case = gk.open_case("case")                        # doctest: +SKIP
>>> for chain in case.trace("AN SAN 1"): print(chain)  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.session.building import BuildReport, build
    from graphkit.session.opening import Case, open_case

__all__ = ["BuildReport", "Case", "build", "open_case"]


def __getattr__(name: str) -> Any:
    """Load the session when it is first needed: `graphkit --help` must not wait for it."""
    if name in __all__:
        from graphkit.session import building, opening

        return getattr(building, name, None) or getattr(opening, name)
    raise AttributeError(f"module 'graphkit' has no attribute {name!r}")
