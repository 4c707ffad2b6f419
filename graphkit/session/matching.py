"""Names and tables compared without a case: compare, compare a file of pairs, resolve a table.

Tables are CSV, TSV, Excel or Parquet with the columns of the contract's entities table or their usual other spellings;
every row comes back, in its order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import WrongUse
from graphkit.model.comparison import Comparison

if TYPE_CHECKING:
    import pandas as pd

    from graphkit.resolve.own_table import ResolvedTable


@dataclass(frozen=True, slots=True)
class Resolved:
    """A resolved table. keys: the first column of the input, row by row; found: what was decided."""

    keys: "pd.Series"
    found: "ResolvedTable"

    def entities(self) -> "pd.DataFrame":
        """id and entity_id for every input row, in its order."""
        import pandas as pd

        return pd.DataFrame({"id": self.keys.to_numpy(), "entity_id": self.found.entity_ids()})

    def pairs(self) -> "pd.DataFrame":
        """The judged pairs that are not apart: left, right, match_weight, verdict, reason."""
        import numpy as np
        import pandas as pd

        from graphkit.resolve.verdicts import VERDICTS

        pairs, keys = self.found.pairs, self.keys.to_numpy()
        return pd.DataFrame(
            {
                "left": keys[pairs.left],
                "right": keys[pairs.right],
                "match_weight": pairs.match_weight,
                "verdict": np.array(VERDICTS, dtype=object)[pairs.verdict],
                "reason": np.array(pairs.reasons, dtype=object)[pairs.reason] if pairs.reasons else [],
            }
        )

    def compared(self) -> "pd.DataFrame":
        """Every pair that was compared, left and right, where resolve_table was asked for them."""
        import pandas as pd

        left, right = self.found.compared or ([], [])
        keys = self.keys.to_numpy()
        return pd.DataFrame({"left": keys[left], "right": keys[right]})


KINDS = ("vessel", "company", "organization", "person")
Progress = Callable[[int, int], None]
Tell = Callable[[str], None]


def compare(left: str, right: str, kind: str = "company") -> Comparison:
    """Two names compared: similarity, screen, merge and the sum of the evidence.

    Raises:
        WrongUse: there is no such kind.
    """
    from graphkit.resolve.compare_names import compare_names

    return compare_names(left, right, checked_kind(kind))


def compare_table(
    pairs: "pd.DataFrame | str | Path",
    *,
    kind: str = "company",
    tell: Tell | None = None,
    progress: Progress = lambda _done, _all: None,
) -> "pd.DataFrame":
    """Every row of a table of pairs with similarity, match_weight, screen, merge and reason behind its own columns.

    pairs: left and right (or name_a and name_b) and, where the rows differ in kind, kind; further evidence in columns
    such as left_imo and right_imo. tell: hears what could not be read of a workbook; without it that is an error.

    Raises:
        SourceError: the file cannot be read. WrongUse: left or right is missing, or there is no such kind.
    """
    import pandas as pd

    from graphkit.resolve.pairs_table import compare_pairs

    table = text_table(pairs, tell=tell)
    sides = _sides(table)
    answer = compare_pairs(sides, kind=checked_kind(kind), progress=progress)
    kept = table.drop(columns=[name for name in answer.columns if name in table])
    return pd.concat([kept.reset_index(drop=True), answer], axis=1)


def compare_pairs(left: list[str], right: list[str], kind: str = "company") -> "pd.DataFrame":
    """Pairs of names of one kind compared: similarity, match_weight, screen, merge, reason.

    Raises:
        WrongUse: the lists differ in length, or there is no such kind.
    """
    import pandas as pd

    from graphkit.resolve.pairs_table import compare_pairs as compare_rows

    if len(left) != len(right):
        raise WrongUse(f"There are {len(left)} names on the left and {len(right)} on the right.")
    return compare_rows(pd.DataFrame({"left": left, "right": right}, dtype="str"), kind=checked_kind(kind))


def resolve_table(
    records: "pd.DataFrame | str | Path",
    *,
    kind: str = "",
    rules: str = "likely",
    weights: Path | None = None,
    with_compared: bool = False,
    tell: Tell | None = None,
    progress: Progress = lambda _done, _all: None,
) -> "Resolved":
    """Which rows of a table are one party.

    records: the columns of the contract's entities table, the first column being the key; owner, manager, operator and
    director are evidence too. kind: of rows that state none. rules: likely, sure or build. with_compared: keep every
    pair that was compared, a dozen for each row of a large table. tell: as for compare_table.

    Raises:
        SourceError: the file cannot be read. WrongUse: no column holds names or numbers, or a word is not known.
    """
    from graphkit.resolve import own_table
    from graphkit.resolve.flat_table import COLUMNS
    from graphkit.resolve.verdicts import Rules
    from graphkit.resolve.weights import read_weights

    if rules not in set(Rules):
        raise WrongUse(f"There are no rules {rules!r}; they are {', '.join(Rules)}.")
    table = text_table(records, tell=tell)
    keys, known = table[table.columns[0]], [known_columns(table)]
    if not set(known[0].columns) & (set(COLUMNS) - {"kind"}):
        raise WrongUse(f"The table has none of the columns {', '.join(COLUMNS)}.")
    del table, records
    found = own_table.resolve_table(
        known.pop(),  # handed over, not kept
        kind=checked_kind(kind) if kind else "",
        rules=Rules(rules),
        weights=read_weights(weights) if weights else None,
        with_compared=with_compared,
        progress=progress,
    )
    return Resolved(keys, found)


def checked_kind(kind: str) -> str:
    if kind not in KINDS:
        raise WrongUse(f"There is no kind {kind!r} to compare; it is one of {', '.join(KINDS)}.")
    return kind


def text_table(given: "pd.DataFrame | str | Path", *, tell: Tell | None = None) -> "pd.DataFrame":
    """Text cells, "" where nothing stands. tell: as for compare_table."""
    import pandas as pd

    from graphkit.session.table_files import read_table

    if isinstance(given, pd.DataFrame):
        return given.astype("str").where(given.notna(), "")
    return read_table(Path(given), tell=tell)


def known_columns(table: "pd.DataFrame") -> "pd.DataFrame":
    """The columns that are evidence, under the contract's names."""
    from graphkit.resolve.flat_table import COLUMNS
    from graphkit.sources.plain_tables.columns import column_key, columns_of

    printed_names = [str(column) for column in table.columns]
    kept: dict[str, str] = {}
    for printed, known in zip(table.columns, columns_of(printed_names, "entities"), strict=True):
        name = known or column_key(str(printed))
        if name in COLUMNS and name not in kept.values():
            kept[printed] = name
    return table[list(kept)].rename(columns=kept)


def _sides(table: "pd.DataFrame") -> "pd.DataFrame":
    """The table of pairs with its names as left and right."""
    for left, right in (("left", "right"), ("name_a", "name_b"), ("left_name", "right_name")):
        if left in table and right in table:
            return table.rename(columns={left: "left", right: "right"})
    raise WrongUse("A table of pairs needs the columns left and right, or name_a and name_b.")
