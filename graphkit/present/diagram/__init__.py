"""Pictures of ownership networks: who stands above whom, how much, since when, and who says so.

`render` turns the subgraph of an answer into the text of a file. Reach for `grammar` to change how something looks,
`wording` for what is written on it, `layout` for where it stands.
"""

from collections.abc import Callable

from graphkit.errors import WrongUse
from graphkit.model.answers import Subgraph


def _svg(subgraph: Subgraph) -> str:
    from graphkit.present.diagram import svg

    return svg.render(subgraph)


def _html(subgraph: Subgraph) -> str:
    from graphkit.present.diagram import page

    return page.render_page(subgraph)


SUFFIXES: dict[str, Callable[[Subgraph], str]] = {".svg": _svg, ".html": _html}
"""What can be drawn, by the suffix of the file. Graphviz, which is slow to load, is loaded with the first picture."""


def render(subgraph: Subgraph, suffix: str) -> str:
    """The picture as the text of a file with this suffix.

    Raises:
        WrongUse: there is no such picture, or no party to draw.
    """
    if suffix.lower() not in SUFFIXES:
        raise WrongUse(f"A diagram cannot be written as {suffix!r}; end the file name in {' or '.join(SUFFIXES)}.")
    return SUFFIXES[suffix.lower()](subgraph)
