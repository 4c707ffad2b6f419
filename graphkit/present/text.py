"""Answers as text for people, JSON and JSON lines for programs, and CSV for spreadsheets.

JSON says how old its lists are in `lists`, text in the last line. Rows have no place for it; the command line says it
beside them.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from graphkit.model.answers import ListAge
from graphkit.present.chains_text import trace_lines, trace_rows
from graphkit.present.plain import plain
from graphkit.present.safe import for_spreadsheet, for_terminal
from graphkit.present.tables_text import ROWS, TEXT

FORMATS = ("table", "json", "jsonl", "csv")


def render(answer: Any, form: str) -> str:
    """An answer in one of FORMATS, ending with a line break."""
    if form == "json":
        return json.dumps(plain(answer), ensure_ascii=False, indent=2) + "\n"
    rows = _rows(answer)
    if form == "jsonl":
        return "".join(json.dumps(plain(row), ensure_ascii=False) + "\n" for row in rows)
    if form == "csv":
        return as_csv(rows)
    lines = trace_lines(answer) if type(answer).__name__ == "Trace" else TEXT[type(answer).__name__](answer)
    return "".join(f"{for_terminal(line).rstrip()}\n" for line in (*lines, freshness(answer.lists)))


def _rows(answer: Any) -> list[dict[str, Any]]:
    if type(answer).__name__ == "Trace":
        return trace_rows(answer)
    make: Callable[[Any], list[dict[str, Any]]] = ROWS[type(answer).__name__]
    return make(answer)


def as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """Rows as CSV with a header; cells that a spreadsheet would calculate are marked as text."""
    return csv_text(rows[0], ([csv_cell(value) for value in row.values()] for row in rows)) if rows else ""


def csv_text(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A header and rows of cells as CSV; the cells as csv_cell makes them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def csv_cell(value: object) -> str:
    """A cell that a spreadsheet shows and does not calculate. A lone carriage return, which the writer lets end a row,
    becomes the line break that it quotes.
    """
    return for_spreadsheet(value).replace("\r\n", "\n").replace("\r", "\n")


def freshness(lists: Iterable[ListAge]) -> str:
    """How old the lists of an answer are, in one line."""
    told = [
        f"{each.source} ({f'published {each.published}, ' if each.published else ''}read {each.read})" for each in lists
    ]
    return f"Lists: {', '.join(told) or 'none'}."
