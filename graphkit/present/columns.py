"""Rows in columns for people."""

from collections.abc import Iterable, Sequence

from graphkit.present.chains_text import short

_WIDEST = 60


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Rows in columns as wide as their widest cell, cut after 60 signs."""
    cells = [[short("" if cell is None else str(cell), _WIDEST) for cell in row] for row in rows]
    widths = [max([len(name), *(len(row[place]) for row in cells)]) for place, name in enumerate(header)]
    lines = [header, ["-" * width for width in widths], *cells]
    return ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
