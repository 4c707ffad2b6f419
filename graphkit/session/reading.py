"""The sources of a case as they are read: their statements, the report on their rows, and both as rows of tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graphkit.case.folder import CaseFolder, StoredSource
from graphkit.model.dates import parse_when, to_day
from graphkit.model.records import LoadReport, Statement
from graphkit.model.vocabulary import Visibility

if TYPE_CHECKING:
    from graphkit.case.statements import Dataset, StatementRows


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A stored source, what became of its rows, and what it states."""

    source: StoredSource
    report: LoadReport
    dataset: "Dataset"
    statements: Sequence[Statement]


def read_source(folder: CaseFolder, source: StoredSource) -> ReadSource:
    """Everything that one stored source states.

    Raises:
        SourceError: it cannot be read at all.
    """
    from graphkit.case.statements import Dataset
    from graphkit.sources.base import SourceFiles
    from graphkit.sources.recognition import format_named

    report = LoadReport(source.name)
    files = SourceFiles(
        source.name,
        source.format,
        {file.part: folder.stored_path(file) for file in source.files},
        {file.part: file.label for file in source.files},
    )
    published = parse_when(source.published)
    dataset = Dataset(
        source.name,
        source.published,
        published.day_max if published else None,
        to_day(date.fromisoformat(source.read)) or 0,
        source.files[0].sha256,
    )
    return ReadSource(source, report, dataset, list(format_named(source.format).read(files, report)))


def statement_rows(read: Sequence[ReadSource]) -> "StatementRows":
    """All that was read as rows. An id of one's own tables that names different things is told apart and noted."""
    from graphkit.case.statements import StatementRows
    from graphkit.resolve.own_ids import settle

    settled = settle({each.source.name: each.statements for each in read})
    reports = {each.source.name: each.report for each in read}
    for name, place, own_id in settled.remarks:
        shown = own_id if place.visibility is Visibility.PUBLIC else ""
        reports[name].note(place.file, place.line, "the id names different things, which are kept apart", shown)
    rows = StatementRows()
    for each in read:
        for statement in settled.statements[each.source.name]:
            rows.add(statement, each.dataset)
        rows.add_remarks(each.report)
    return rows
