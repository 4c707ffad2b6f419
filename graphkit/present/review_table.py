"""Two records side by side on a terminal: what agrees, what differs, what only one of them states.

Colour is never alone: what agrees has the sign =, what differs the sign ≠, and what the other name has not stands in
{braces}. Names are text, whatever is in them.
"""

from rich.console import Console, OverflowMethod
from rich.table import Table
from rich.text import Text

from graphkit.model.answers.review import PairInView
from graphkit.present.name_marks import marked
from graphkit.present.record_rows import AGREES, DIFFERS, Cell, ComparedRow, compared_rows
from graphkit.present.safe import for_terminal

_STYLE = {AGREES: "green", DIFFERS: "bold yellow"}


def records_table(console: Console, view: PairInView, *, most: int) -> Table:
    """The records of a pair, at most so many lines to a row; with one line to a row, what tells most comes first."""
    overflow: OverflowMethod = "ellipsis" if most == 1 else "fold"
    table = Table(box=None, expand=True, pad_edge=False, show_header=True, padding=(0, 1))
    table.add_column("", no_wrap=True, style="dim", max_width=19)
    table.add_column(_title(view.left.id), ratio=1, overflow=overflow, no_wrap=most == 1)
    table.add_column("", width=1)
    table.add_column(_title(view.right.id), ratio=1, overflow=overflow, no_wrap=most == 1)
    rows = compared_rows(view.left, view.right)
    ordered = rows if most > 1 else sorted(rows, key=lambda row: (row.label != "names", row.sign not in _STYLE))
    for row in ordered:
        left, right = _sides(row, most)
        table.add_row(row.label, left, _sign(console, row.sign), right)
    return table


def _title(record_id: str) -> Text:
    return Text(for_terminal(record_id), style="bold cyan", overflow="ellipsis", no_wrap=True)


def _sign(console: Console, sign: str) -> Text:
    signs = {AGREES: "=", DIFFERS: "!" if console.options.ascii_only else "≠"}
    return Text(signs.get(sign, ""), style=_STYLE.get(sign, ""))


def _sides(row: ComparedRow, most: int) -> tuple[Text, Text]:
    shown = row.lines[:most]
    left, right = [], []
    for one, other in shown:
        texts = _compared(one, other) if one and other and one.name else (_cell(one, row), _cell(other, row))
        left.append(texts[0])
        right.append(texts[1])
    more = len(row.lines) - len(shown)
    if more:
        for side, place in ((left, 0), (right, 1)):
            hidden = sum(line[place] is not None for line in row.lines[most:])
            if hidden:
                side[-1] = Text.assemble(side[-1], (f" (+{hidden})", "dim"))
    if not any(one for one, _ in row.lines):
        left = [Text("not stated", style="dim italic")]
    if not any(other for _, other in row.lines):
        right = [Text("not stated", style="dim italic")]
    return _stacked(left), _stacked(right)


def _stacked(lines: list[Text]) -> Text:
    """Lines below each other, without empty ones at the end."""
    while lines and not lines[-1].plain:
        lines = lines[:-1]
    return Text("\n").join(lines)


def _cell(cell: Cell | None, row: ComparedRow) -> Text:
    if cell is None:
        return Text("")
    style = "green" if cell.common else "yellow" if row.sign == DIFFERS else ""
    return _noted(Text(for_terminal(cell.text), style=style), cell)


def _compared(left: Cell, right: Cell) -> tuple[Text, Text]:
    """Two names with what the other has not in braces."""
    runs = marked(for_terminal(left.text), for_terminal(right.text))
    return _noted(_spelling(runs[0], left), left), _noted(_spelling(runs[1], right), right)


def _spelling(runs: list[tuple[str, bool]], cell: Cell) -> Text:
    text = Text()
    for run, differs in runs:
        text.append(f"{{{run}}}" if differs else run, "bold yellow" if differs else "green" if cell.common else "")
    return text


def _noted(text: Text, cell: Cell) -> Text:
    return Text.assemble(text, (f" ({for_terminal(cell.note)})", "dim")) if cell.note else text
