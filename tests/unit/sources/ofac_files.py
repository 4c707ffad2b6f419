"""OFAC's files as a test writes them: rows of little more than a name, and the list read from its parts."""

from pathlib import Path

from graphkit.model.records import LoadReport, Record, Statement
from graphkit.model.vocabulary import Standing
from graphkit.sources import ofac_sdn
from graphkit.sources.base import SourceFiles


def row(number: int, name: str, remarks: str = "-0- ", type_: str = "-0- ") -> str:
    return f'{number},"{name}",{type_},"DPRK4"{",-0- " * 7},"{remarks}"\r\n'


def load(folder: Path, **parts: str | bytes) -> tuple[list[Statement], LoadReport]:
    """Read the files that are given by part."""
    files = {part: folder / f"{part}.csv" for part in parts}
    for part, content in parts.items():
        files[part].write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    report = LoadReport("ofac-sdn")
    source = SourceFiles("ofac-sdn", "ofac-sdn", files, {part: path.name for part, path in files.items()})
    return list(ofac_sdn.read(source, report)), report


def names(statements: list[Statement]) -> list[str]:
    return [one.name for one in statements if isinstance(one, Record) and one.standing is Standing.ENTRY]


def told(report: LoadReport) -> list[tuple[str, int, str, bool]]:
    """Remarks but those on the smaller files, which most of these tests leave out."""
    return [
        (one.file, one.line, one.reason, one.set_aside)
        for one in report.remarks
        if "file of the list" not in one.reason
    ]
