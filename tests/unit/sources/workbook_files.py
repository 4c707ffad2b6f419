"""Workbooks as a test writes them, and what the reader makes of them."""

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from graphkit.sources.tabular.containers import container_of, grids_of
from graphkit.sources.textfiles import PrintedRow, head_of

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHARED = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
Rows = Sequence[Sequence[object]]
Sheets = Mapping[str, Rows]


def workbook(path: Path, sheets: Sheets, change: Callable[[Workbook], None] = lambda _: None) -> Path:
    """A workbook of these rows by sheet. change: for what a row of values cannot say."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    change(book)
    book.save(path)
    return path


def sheet_rows(path: Path) -> list[PrintedRow]:
    """The rows of the first sheet."""
    return list(grids_of(path, container_of(path, head_of(path)), path.name)[0].rows())


def rewritten(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """The same workbook with one of its parts changed, as another program might have written it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    return _written(path, parts)


def with_shared_texts(path: Path) -> Path:
    """The same workbook with its texts in one part, where Excel keeps them; openpyxl writes each into its cell."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    texts: list[str] = []

    def moved(found: re.Match[str]) -> str:
        texts.append(found[1])
        return f't="s"><v>{len(texts) - 1}</v>'

    for name in [name for name in parts if name.startswith("xl/worksheets/")]:
        parts[name] = re.sub(r't="inlineStr"><is>(.*?)</is>', moved, parts[name].decode(), flags=re.DOTALL).encode()
    items = "".join(f"<si>{text}</si>" for text in texts)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{items}</sst>'.encode()
    types = parts["[Content_Types].xml"].decode()
    entry = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_SHARED}"/>'
    parts["[Content_Types].xml"] = types.replace("</Types>", f"{entry}</Types>").encode()
    return _written(path, parts)


def _written(path: Path, parts: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
