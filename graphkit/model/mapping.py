"""A mapping that is proposed for a foreign table: which of its columns is which of ours, and why one may think so."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ProposedColumn:
    """One column of the foreign table.

    to: our name; empty for a column that is left out. why: what speaks for it. sample: the first value that is printed.
    """

    column: str
    to: str
    why: str
    sample: str


@dataclass(frozen=True, slots=True)
class ProposedMapping:
    """The table that a file fits best, column by column. fixed: what no column says and is the same in every row."""

    file: str
    part: str
    columns: tuple[ProposedColumn, ...]
    left: tuple[ProposedColumn, ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    keeps_notes: bool = False
