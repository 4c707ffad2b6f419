"""Tables of one's own as a test writes them down, and what the reader makes of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from graphkit.model.records import LoadReport, Record, Source, Statement
from graphkit.model.vocabulary import Standing
from graphkit.sources import plain_tables
from graphkit.sources.base import SourceFiles
from graphkit.sources.textfiles import head_of

DATA = Path(__file__).parents[2] / "data" / "plain"
S = TypeVar("S", bound=Statement)


def read_files(paths: Sequence[Path], name: str = "case-x") -> tuple[list[Statement], LoadReport]:
    """The statements of some files as one source, its parts told apart as `recognition` does."""
    files: dict[str, Path] = {}
    for path in paths:
        part = plain_tables.recognise(path, head_of(path)) or "main"
        files[f"{part}-{len(files) + 1}" if part in files else part] = path
    report = LoadReport(name)
    source = SourceFiles(name, "tables", files, {part: path.name for part, path in files.items()})
    return list(plain_tables.read(source, report)), report


def read_texts(folder: Path, texts: Mapping[str, str]) -> tuple[list[Statement], LoadReport]:
    """The same for texts by file name; what stands between the commas is written as it is."""
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode("utf-8"))
    return read_files([folder / name for name in texts])


def only(kind: type[S], statements: Sequence[Statement]) -> list[S]:
    """The statements of one kind, in order."""
    return [statement for statement in statements if isinstance(statement, kind)]


def remarks(report: LoadReport) -> list[tuple[int, str, str, bool]]:
    """Line, reason, text and whether the row was set aside, of each remark."""
    return [(remark.line, remark.reason, remark.text, remark.set_aside) for remark in report.remarks]


def without_place(statement: Statement) -> str:
    """A statement without the file and line that it was read in; a mention without its first source either."""
    if isinstance(statement, Source):
        return repr(replace(statement, title="", file=""))
    if isinstance(statement, Record) and statement.standing is Standing.MENTION:
        return f"{statement.id} {statement.name} {statement.identifiers} {statement.provenance.visibility}"
    return repr(replace(statement, provenance=replace(statement.provenance, file="", line=0)))
