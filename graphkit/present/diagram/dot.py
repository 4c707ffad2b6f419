"""Positions and routes from Graphviz: boxes of fixed size in, coordinates out.

Graphviz is asked for geometry only. It sees numbered boxes and never a name, so that no font and no hostile text
reaches it. A party and its listings are one box, and a link is two edges with its label as a box between them: neither
listings nor labels can bend the tree or lie on something else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pygraphviz

_POINTS = 72.0  # Graphviz measures nodes in inches and places them in points; one point is one pixel here
_TABLE = '<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{rows}</TABLE>>'
_SETTINGS = {"rankdir": "TB", "ranksep": "0.42", "nodesep": "0.32", "splines": "true", "remincross": "true"}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """A party's room: its own box of width and height and, right of it, `side` pixels that are at least `tall` high.

    in_order: its ties from above keep their order from left to right.
    """

    width: int
    height: int
    side: int = 0
    tall: int = 0
    in_order: bool = False

    @property
    def total(self) -> int:
        """Height of the whole block; even, so that the box can stand in the middle."""
        return max(self.height, self.tall + (self.tall - self.height) % 2)


@dataclass(frozen=True, slots=True)
class Tie:
    """A line from block `upper` down to block `lower`, with a label of a size. weight: how straight it should run."""

    upper: int
    lower: int
    width: int
    height: int
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Rank:
    """A row of blocks or labels: the height they are centred on, and where the tallest of them begins and ends."""

    middle: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Pixels from the upper left: the middle of each block's own box and of each label, and the curves of each tie.

    curves: from the upper block to the label and on to the lower block. ranks: the rows from the top.
    """

    width: float
    height: float
    blocks: tuple[Point, ...]
    labels: tuple[Point, ...]
    curves: tuple[tuple[tuple[Point, ...], tuple[Point, ...]], ...]
    ranks: tuple[Rank, ...]


def place(blocks: Sequence[Block], ties: Sequence[Tie], stacked: Sequence[tuple[int, int]] = ()) -> Placed:
    """Layered positions, top-down. The same blocks and ties in the same order give the same numbers.

    stacked: pairs of blocks that no tie joins, the first of them in a row above the ties that lead to the second.
    """
    graph = pygraphviz.AGraph(strict=False, directed=True, **_SETTINGS)
    for number, block in enumerate(blocks):
        room = {"shape": "none", "margin": "0", "width": "0", "height": "0", "ordering": "in" if block.in_order else ""}
        graph.add_node(f"b{number}", label=_label(block), **room)
    for number, tie in enumerate(ties):
        size = {"width": f"{tie.width / _POINTS:.4f}", "height": f"{tie.height / _POINTS:.4f}"}
        graph.add_node(f"t{number}", shape="box", fixedsize="true", label="", **size)
        more = {"dir": "none", "weight": str(tie.weight)}
        graph.add_edge(f"b{tie.upper}", f"t{number}", key="u", tailport="p:s", headport="n", **more)
        graph.add_edge(f"t{number}", f"b{tie.lower}", key="l", tailport="s", headport="p:n", **more)
    for above, below in stacked:
        for number, tie in enumerate(ties):
            if tie.lower == below:
                graph.add_edge(f"b{above}", f"t{number}", style="invis", weight="0")
    graph.layout(prog="dot")
    return _read(graph, blocks, ties)


def _label(block: Block) -> str:
    """A table, so that lines start and end at the party's own box and not at its listings."""
    above = (block.total - block.height) // 2
    own = _cell(block.width, block.height, port="p")
    if not above:
        return _TABLE.format(rows=f"<TR>{own}{_cell(block.side, block.total) if block.side else ''}</TR>")
    gap = _cell(block.width, above)
    beside = _cell(block.side, block.total, rowspan=3)
    return _TABLE.format(rows=f"<TR>{gap}{beside}</TR><TR>{own}</TR><TR>{gap}</TR>")


def _cell(width: int, height: int, **more: str | int) -> str:
    attributes = "".join(f' {key.upper()}="{value}"' for key, value in more.items())
    return f'<TD FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}"{attributes}></TD>'


def _read(graph: pygraphviz.AGraph, blocks: Sequence[Block], ties: Sequence[Tie]) -> Placed:
    *_, width, height = map(float, graph.graph_attr["bb"].split(","))

    def points(text: str) -> tuple[Point, ...]:
        pairs = (pair.split(",") for pair in text.split())
        return tuple((float(x), round(height - float(y), 3)) for x, y in pairs)

    def middle(name: str) -> Point:
        return points(graph.get_node(name).attr["pos"])[0]

    def curve(tail: str, head: str, key: str) -> tuple[Point, ...]:
        return points(graph.get_edge(tail, head, key).attr["pos"])

    middles = [middle(name) for name in _names("b", blocks)]
    labels = tuple(middle(name) for name in _names("t", ties))
    return Placed(
        width=width,
        height=height,
        blocks=tuple((x - block.side / 2, y) for block, (x, y) in zip(blocks, middles, strict=True)),
        labels=labels,
        curves=tuple(
            (curve(f"b{tie.upper}", f"t{number}", "u"), curve(f"t{number}", f"b{tie.lower}", "l"))
            for number, tie in enumerate(ties)
        ),
        ranks=_ranks(
            *((y, block.total) for block, (_, y) in zip(blocks, middles, strict=True)),
            *((y, tie.height) for tie, (_, y) in zip(ties, labels, strict=True)),
        ),
    )


def _ranks(*things: tuple[float, int]) -> tuple[Rank, ...]:
    tallest: dict[float, int] = {}
    for y, height in things:
        tallest[y] = max(tallest.get(y, 0), height)
    return tuple(Rank(y, y - height / 2, y + height / 2) for y, height in sorted(tallest.items()))


def _names(letter: str, things: Sequence[object]) -> list[str]:
    return [f"{letter}{number}" for number in range(len(things))]
