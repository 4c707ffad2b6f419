"""A mapping for a foreign table, proposed by the names of its columns and by what stands in them.

A person reads it before it is used. What a column means is not guessed from dates alone: whether they are the day
something began or ended, only the table's maker knows.
"""

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from graphkit.errors import SourceError
from graphkit.model.mapping import ProposedColumn, ProposedMapping
from graphkit.sources.mapped.parts import COLUMNS, WITH_NOTES, columns_of, missing
from graphkit.sources.mapped.tables import FOREIGN_DELIMITERS
from graphkit.sources.mapped.values import WORDS, kind_of
from graphkit.sources.mapped.words import COLUMN_FOR, MEANINGS
from graphkit.sources.plain_tables.columns import column_key
from graphkit.sources.ship_pages.tables import header_of
from graphkit.sources.textfiles import csv_rows, text_of

_ROWS_LOOKED_AT: Final = 500
_WITHIN: Final = 1 << 20
_BY_NAME, _BY_WORD, _BY_VALUES = 3.0, 2.5, 1.5
_NUMBERS: Final = frozenset({"imo", "company_imo"})
_PREFERRED: Final = (
    "ship_companies",
    "ships",
    "company_register",
    "ship_history",
    "links",
    "listings",
    "events",
    "reports",
    "entities",
)


@dataclass(frozen=True, slots=True)
class _Column:
    printed: str
    values: tuple[str, ...]
    kind: str

    @property
    def sample(self) -> str:
        return next(filter(None, self.values), "")


def propose(path: Path) -> ProposedMapping:
    """The mapping that fits a file best.

    Raises:
        SourceError: it is no table of text, or no part has what its columns say.
    """
    columns = _columns(path)
    fits = [(part, _matched(columns, part)) for part in _PREFERRED]
    fits = [(part, found) for part, found in fits if not missing(part, {each.to for each, _ in found})]
    if not fits:
        shown = ", ".join(repr(column.printed) for column in columns[:20])
        raise SourceError(
            f"{path.name}: no table that graphkit reads has what these columns seem to say: {shown}; "
            "write a mapping.toml by hand, as docs/owners-by-hand.md shows."
        )
    part, found = max(fits, key=lambda fit: (sum(strength for _, strength in fit[1]), -_PREFERRED.index(fit[0])))
    mapped = tuple(each for each, _ in found)
    return ProposedMapping(
        glob.escape(path.name), part, mapped, _left(columns, mapped), _fixed(part, mapped), part in WITH_NOTES
    )


def _columns(path: Path) -> list[_Column]:
    """The columns that have a name, each name once, with their first values."""
    text = text_of(path)[:_WITHIN]
    delimiter = max(FOREIGN_DELIMITERS, key=lambda sign: len(header_of(text, sign)[1]))
    line, header = header_of(text, delimiter)
    if len(header) < 2:
        raise SourceError(f"{path.name} is no table: its first row has fewer than two columns.")
    below = (row.cells for row in csv_rows(text, delimiter=delimiter) if row.line > line and row.cells)
    rows = list(islice((cells for cells in below if len(cells) == len(header)), _ROWS_LOOKED_AT))
    found: dict[str, _Column] = {}
    for at, printed in enumerate(header):
        values = tuple(cells[at].strip() for cells in rows)
        if printed and printed not in found:
            found[printed] = _Column(printed, values, kind_of(values))
    return list(found.values())


def _matched(columns: Sequence[_Column], part: str) -> list[tuple[ProposedColumn, float]]:
    """For each of our columns the foreign one that fits it best, in the order of the foreign table."""
    named = columns_of([column.printed for column in columns], part)
    offers = [
        (strength, at, to, why)
        for at, (column, name) in enumerate(zip(columns, named, strict=True))
        for strength, to, why in _offers(column, name, part)
    ]
    chosen: dict[int, tuple[ProposedColumn, float]] = {}
    taken: set[str] = set()
    for strength, at, to, why in sorted(offers, key=lambda offer: (-offer[0], offer[1])):
        if at not in chosen and to not in taken:
            chosen[at] = (ProposedColumn(columns[at].printed, to, why, columns[at].sample), strength)
            taken.add(to)
    return [chosen[at] for at in sorted(chosen)]


def _offers(column: _Column, named: str, part: str) -> Iterator[tuple[float, str, str]]:
    """What a column may be in a part, with what speaks for it. Values that pass a check outweigh a name like IMO."""
    known = COLUMNS[part]
    if named and not _contradicted(named, column):
        yield _BY_NAME, named, _told("by its name", column, named)
    key = column_key(column.printed)
    meaning = MEANINGS.get(key, "")
    to = COLUMN_FOR.get(part, {}).get(meaning, meaning)
    if to in known and not _contradicted(to, column):
        yield _BY_WORD, to, _told("by its name", column, to)
    by_values = "country" if column.kind == "flag" and "flag" not in known else column.kind
    if by_values in known:
        yield _BY_VALUES, by_values, WORDS[column.kind]


def _contradicted(name: str, column: _Column) -> bool:
    return name in _NUMBERS and column.kind in _NUMBERS and column.kind != name


def _told(why: str, column: _Column, name: str) -> str:
    return f"{why}, and {WORDS[column.kind]}" if column.kind and column.kind in {name, "date"} else why


def _left(columns: Sequence[_Column], mapped: Sequence[ProposedColumn]) -> tuple[ProposedColumn, ...]:
    taken = {each.column for each in mapped}
    return tuple(
        ProposedColumn(column.printed, "", WORDS.get(column.kind, "not known"), column.sample)
        for column in columns
        if column.printed not in taken
    )


def _fixed(part: str, mapped: Sequence[ProposedColumn]) -> dict[str, str]:
    """What the names of columns say of every row: a list of ships, a list of companies."""
    to = {each.to: MEANINGS.get(column_key(each.column), "") for each in mapped}
    if part != "entities" or "kind" in to:
        return {}
    if "imo" in to or "mmsi" in to or to.get("name") == "ship_name":
        return {"kind": "vessel"}
    return {"kind": "company"} if "company_imo" in to or to.get("name") == "company" else {}
