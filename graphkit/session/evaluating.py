"""Tables from files for evaluation: CSV, TSV, Excel and Parquet, with the columns that each question needs.

A case's own record_entities.parquet is such a table too: its record_id is taken as the id. Labelled pairs may call
their sides left and right or name_a and name_b.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import WrongUse
from graphkit.model.evaluation import BlockingEvaluation, Evaluation, PairEvaluation
from graphkit.session.table_files import read_table

if TYPE_CHECKING:
    import pandas as pd

_SPELLINGS = {"id": "record_id", "entity_id": "entity", "left": "name_a", "right": "name_b"}


def evaluate(result: "pd.DataFrame | str | Path", truth: "pd.DataFrame | str | Path") -> Evaluation:
    """A resolution against the truth, both as tables or files with id and entity_id: precision, recall, B-cubed.

    Raises:
        SourceError: a file cannot be read. WrongUse: it lacks a column, or gives one record two entities.
    """
    from graphkit.resolve.evaluate import evaluate as evaluate_tables

    tables = [
        _read(Path(each), "id", "entity_id") if isinstance(each, str | Path) else each for each in (result, truth)
    ]
    return evaluate_tables(*tables)


def evaluate_clusters(result: Path, truth: Path) -> Evaluation:
    """A resolution against the truth: both with id and entity_id.

    Raises:
        SourceError: a file cannot be read. WrongUse: it lacks a column, or gives one record two entities.
    """
    from graphkit.resolve.evaluate import evaluate

    return evaluate(_read(result, "id", "entity_id"), _read(truth, "id", "entity_id"))


def evaluate_compared(result: Path, truth: Path) -> PairEvaluation:
    """What `compare --file` wrote, against the same pairs with a label.

    Raises:
        SourceError: a file cannot be read. WrongUse: it lacks a column or has values that make no sense there.
    """
    from graphkit.resolve.evaluate_pairs import evaluate_pairs

    return evaluate_pairs(_read(result, "left", "right", "similarity"), _read(truth, "left", "right", "label"))


def evaluate_candidates(result: Path, truth: Path) -> BlockingEvaluation:
    """A table of candidate pairs, left and right, against the truth.

    Raises:
        SourceError: a file cannot be read. WrongUse: it lacks a column, or gives one record two entities.
    """
    from graphkit.resolve.evaluate_pairs import evaluate_blocking

    return evaluate_blocking(_read(result, "left", "right"), _read(truth, "id", "entity_id"))


def _read(path: Path, *needed: str) -> "pd.DataFrame":
    """The table, with the needed columns under their own names."""
    table = read_table(path)
    for name in needed:
        if name not in table and _SPELLINGS.get(name) in table:
            table = table.rename(columns={_SPELLINGS[name]: name})
        if name not in table:
            raise WrongUse(f"{path.name} has no column {name!r}; it has {', '.join(map(str, table))}. Rename one.")
    return table
