"""mapping.toml: which columns of a foreign table are which of ours.

    [[table]]
    file = "fleet*.csv"      # which files; all when it is left out
    part = "links"           # which table it is
    [table.columns]
    "Owner name" = "from"    # the column there = the column here
    [table.fixed]
    type = "OWNS"            # the same in every row, where the row itself says nothing

Whatever is wrong in it is one sentence with the place.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from graphkit.errors import SourceError
from graphkit.sources.mapped.parts import COLUMNS, missing
from graphkit.sources.textfiles import text_of

FILE_NAME: Final = "mapping.toml"
_KEYS: Final = ("file", "part", "columns", "fixed")
_LONGEST: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class TableMapping:
    """One table of a mapping. file: a pattern for names of files; columns: printed name -> our name."""

    file: str
    part: str
    columns: Mapping[str, str]
    fixed: Mapping[str, str]
    place: str

    def fits(self, name: str) -> bool:
        """Whether it is for a file of this name."""
        return fnmatchcase(name, self.file)


def read_mapping(path: Path, label: str = "") -> tuple[TableMapping, ...]:
    """The tables of a mapping file.

    Raises:
        SourceError: it is no TOML, or names a part or a column that does not exist.
    """
    name = label or path.name
    content = _parsed(path, name)
    tables = content.get("table")
    if not isinstance(tables, list) or not tables:
        raise SourceError(f"{name} has no [[table]]; `graphkit map FILE` proposes one.")
    if others := sorted(set(content) - {"table"}):
        raise SourceError(f"{name}: {others[0]!r} is no key of a mapping; everything stands under [[table]].")
    return tuple(_table(table, f"{name}, table {number}") for number, table in enumerate(tables, start=1))


def is_mapping(path: Path) -> bool:
    """Whether a file means to be a mapping: it has a line `[[table]]`, be the rest right or wrong."""
    try:
        return any(line.replace(" ", "").startswith("[[table]]") for line in text_of(path).splitlines())
    except SourceError:
        return False


def _parsed(path: Path, name: str) -> dict[str, object]:
    try:
        if path.stat().st_size > _LONGEST:
            raise SourceError(f"{name} is too long for a mapping.")
        return tomllib.loads(text_of(path))
    except OSError as error:
        raise SourceError(f"{name} cannot be opened: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SourceError(f"{name} is not TOML: {str(error).rstrip('.')}.") from error


def _table(table: object, place: str) -> TableMapping:
    if not isinstance(table, dict):
        raise SourceError(f"{place} is no table; write [[table]] on a line of its own.")
    if unknown := [key for key in table if key not in _KEYS]:
        raise SourceError(
            f"{place}: {unknown[0]!r} is no key; the keys are {', '.join(_KEYS)}.{_close(unknown[0], _KEYS)}"
        )
    file, part = table.get("file", "*"), table.get("part")
    if not isinstance(file, str) or not file:
        raise SourceError(f'{place}: file is a pattern in quotes, such as "fleet*.csv".')
    if not isinstance(part, str) or part not in COLUMNS:
        said = f"there is no table {part!r}" if part else "part is missing"
        raise SourceError(f"{place}: {said}; the tables are {', '.join(COLUMNS)}.{_close(str(part), tuple(COLUMNS))}")
    columns, fixed = _pairs(table, "columns", place), _pairs(table, "fixed", place)
    for printed, column in columns.items():
        _known(column, part, f"{place}: {printed!r} goes to")
    for column in fixed:
        _known(column, part, f"{place}: fixed has")
    if twice := next((column for column in columns.values() if list(columns.values()).count(column) > 1), None):
        raise SourceError(f"{place}: two columns go to {twice!r}; only one can.")
    if group := missing(part, {*columns.values(), *fixed}):
        raise SourceError(f"{place}: the table {part} needs {' or '.join(group)}; map a column to it, or fix it.")
    return TableMapping(file, part, columns, fixed, place)


def _pairs(table: Mapping[str, object], key: str, place: str) -> dict[str, str]:
    found = table.get(key, {})
    if not isinstance(found, dict):
        raise SourceError(f"{place}: {key} is no table; write [table.{key}] and under it one line for each column.")
    return {name: _text(value, f"{place}: {key}, {name!r}") for name, value in found.items()}


def _text(value: object, place: str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, str | int | float):
        return str(value).strip()
    raise SourceError(f"{place} is neither a text nor a number nor a date.")


def _known(column: str, part: str, said: str) -> None:
    if column not in COLUMNS[part]:
        names = tuple(COLUMNS[part])
        raise SourceError(f"{said} {column!r}, which is no column of {part}.{_close(column, names) or _all(names)}")


def _close(text: str, names: Sequence[str]) -> str:
    found = get_close_matches(text, names, n=1)
    return f" Did you mean {found[0]!r}?" if found else ""


def _all(names: Sequence[str]) -> str:
    shown = [name for name in names if not name.endswith(("_imo", "_country", "_address", "_since", "_until"))]
    return f" Its columns are {', '.join(shown)}."
