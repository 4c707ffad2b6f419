"""The zip archive that a workbook is, looked at before anything in it is unpacked.

An archive of a few kilobytes may unpack to more than any memory holds. Python never unpacks more of a part than its
entry in the archive's directory says, so the sum of these entries is a limit that a hostile file cannot lie about.
"""

import zipfile
from pathlib import Path

from graphkit.errors import SourceError

_MOST = 2 * 1024**3  # a full sheet of 1,048,576 rows and 40 columns comes close to it
_MOST_BESIDE_SHEETS = 256 * 1024**2  # shared texts and styles are held in memory, sheets are not
_MOST_PARTS = 10_000
_OPEN_DOCUMENT = frozenset({"mimetype", "content.xml", "styles.xml"})


def is_workbook(path: Path, named_so: bool) -> bool:
    """Whether a zip archive is a workbook that can be read. named_so: its name says that it is one.

    Raises:
        SourceError: a workbook in another form, or one that is damaged or too large.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        if named_so:
            raise SourceError(f"{path.name} cannot be read as a workbook: the file is damaged or cut off.") from error
        return False
    names = {entry.filename for entry in entries}
    if "xl/workbook.bin" in names:
        raise SourceError(f"{path.name} is a binary workbook of Excel; save it as .xlsx or CSV.")
    if path.suffix.lower() == ".ods" and names >= _OPEN_DOCUMENT:
        raise SourceError(f"{path.name} is an OpenDocument spreadsheet; save it as .xlsx or CSV.")
    if "[Content_Types].xml" not in names or not (named_so or any(name.startswith("xl/") for name in names)):
        return False
    _check_size(path.name, entries)
    return True


def _check_size(name: str, entries: list[zipfile.ZipInfo]) -> None:
    read = [entry for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]  # no pictures
    beside = sum(entry.file_size for entry in read if "/worksheets/" not in entry.filename)
    whole = sum(entry.file_size for entry in read)
    if whole > _MOST or beside > _MOST_BESIDE_SHEETS or len(entries) > _MOST_PARTS:
        raise SourceError(
            f"{name} would unpack to {whole / 1024**2:,.0f} MB in {len(entries):,} parts, which is more than a "
            "workbook is read to; save its sheets as CSV."
        )
