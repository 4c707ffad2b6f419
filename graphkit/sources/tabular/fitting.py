"""Whether a row of a table fits its header. Nothing is ever shifted."""

from graphkit.sources.textfiles import PrintedRow


def misfit(row: PrintedRow, width: int, *, in_columns: bool) -> str:
    """Why a row does not fit a header of so many cells; empty when it does. in_columns: cells have places of their own,
    as in a sheet, and a row may be shorter or go on beside the header.
    """
    if row.cells is None:
        return "the row cannot be split into cells: a quote does not close"
    if in_columns or len(row.cells) == width:
        return ""
    return f"the row has {'fewer' if len(row.cells) < width else 'more'} cells than the header"


def padded(row: PrintedRow, width: int) -> list[str]:
    """The cells of a row that fits, at least one for each column."""
    cells = row.cells or []
    return cells + [""] * (width - len(cells))
