"""Comparisons as text for people, and tables of pairs and entities for programs."""

import json
from typing import TYPE_CHECKING, Any

from graphkit.model.comparison import Comparison
from graphkit.present.plain import plain
from graphkit.present.safe import for_terminal
from graphkit.present.text import csv_cell, csv_text

if TYPE_CHECKING:
    import pandas as pd


def render(answer: Comparison, form: str) -> str:
    """A comparison as table, json, jsonl or csv, ending with a line break."""
    told = plain(answer)
    if form == "json":
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    if form == "jsonl":
        return json.dumps(told, ensure_ascii=False) + "\n"
    if form == "csv":
        row = {name: _cell(value) for name, value in told.items() if name != "evidence"}
        return csv_text(list(row), [list(row.values())])
    return "".join(f"{for_terminal(line).rstrip()}\n" for line in _lines(answer))


def _lines(answer: Comparison) -> list[str]:
    verdict = "merge" if answer.merge else "look at it" if answer.screen else "apart"
    width = max((len(piece.name) for piece in answer.evidence), default=0)
    sums = [
        f"  {piece.weight:+7.2f}  {piece.name:<{width}}  {piece.state:<11} {piece.detail}" for piece in answer.evidence
    ]
    return [
        f"{answer.left}  /  {answer.right}  ({answer.kind})",
        f"similarity {answer.similarity:.2f}: {verdict} ({answer.reason})",
        *sums,
        f"  {answer.match_weight:+7.2f}  bits together; 0 is even odds",
    ]


def table_text(frame: "pd.DataFrame", form: str) -> str:
    """A table as csv, json, jsonl, or with its columns in line."""
    if form in {"json", "jsonl"}:
        rows = frame.to_dict("records")
        if form == "json":
            return json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=1) + "\n"
        return "".join(json.dumps(_plain(row), ensure_ascii=False) + "\n" for row in rows)
    columns = [str(column) for column in frame.columns]
    if form == "csv":
        return csv_text(columns, zip(*(_cells(frame[column]) for column in frame.columns), strict=True))
    from graphkit.present.columns import table

    cells: list[list[str]] = [[str(value) for value in row] for row in frame.itertuples(index=False, name=None)]
    return "".join(f"{for_terminal(line).rstrip()}\n" for line in table(columns, cells))


def _cell(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else csv_cell(value)


def _cells(column: "pd.Series") -> list[Any]:
    """A column's values with what a spreadsheet would calculate marked as text; once per distinct text."""
    if column.dtype.kind in "bifu":
        return [str(value).lower() for value in column.tolist()] if column.dtype.kind == "b" else column.tolist()
    values = column.tolist()
    safe = {value: csv_cell(value) for value in set(values)}
    return [safe[value] for value in values]


def _plain(row: dict[Any, Any]) -> dict[str, Any]:
    return {str(name): value.item() if hasattr(value, "item") else value for name, value in row.items()}
