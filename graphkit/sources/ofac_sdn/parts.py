"""Which of the four files of OFAC's list a file is, judged by its rows alone."""

import csv
from pathlib import Path

_ALIAS_TYPES = {"aka", "fka", "nka"}


def recognise(path: Path, head: str) -> str | None:  # noqa: ARG001  # the protocol's form; the name says nothing here
    """`sdn`, `alt`, `add` or `comments`; None when the first rows are of another kind.

    The files have no header. What tells them apart is the entry number in front, the number of columns, the kind of
    alias in `alt` and nulls printed as -0-. `comments` has neither: its remarks end with a full stop, and a first row
    without a number is the header of somebody's table of numbers and names.
    """
    whole_lines = head.splitlines()[:-1] if len(head) > 60_000 else head.splitlines()
    try:
        rows = [row for row in csv.reader(whole_lines[:50]) if len(row) > 1]
    except csv.Error:
        return None
    numbered = [row for row in rows if row[0].strip().isdigit()]
    if not numbered or len(numbered) < len(rows) / 2:
        return None
    widths = [len(row) for row in numbered]
    width = max(set(widths), key=widths.count)
    usual = [row for row in numbered if len(row) == width]
    if width == 12 and any("-0-" in cell for row in usual for cell in row):
        return "sdn"
    if width == 5 and any(row[2].strip() in _ALIAS_TYPES for row in usual):
        return "alt"
    if width == 6 and any(row[-1].strip() == "-0-" for row in usual):
        return "add"
    ended = sum(row[-1].rstrip().endswith(".") for row in usual)
    is_comments = width == 2 and numbered[0] is rows[0] and ended > len(usual) / 2
    return "comments" if is_comments else None
