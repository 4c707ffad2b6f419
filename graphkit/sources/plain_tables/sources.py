"""Who says so: the sources table of one's own, and the `source` cells of the other tables.

A cell names sources with a place in each, `eq-07#p2;reg-hk#row14`; every one of them is a statement of its own. A row
without a source rests on its table. What is marked internal, the row or the source, makes the statement internal.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graphkit.model.records import LoadReport, Provenance, Source
from graphkit.model.vocabulary import Visibility
from graphkit.sources.plain_tables.cells import day, word
from graphkit.sources.plain_tables.keys import id_text
from graphkit.sources.plain_tables.rows import Row, Table, Unusable, keep, rows_of, set_aside

KINDS: Final = frozenset({"list", "register", "report", "press", "ais", "analyst"})
LISTS: Final = frozenset({"ofac-sdn", "un-sc", "eu-oj"})
"""Sources that graphkit reads itself; a table may name them without describing them."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What the tables of one folder call their sources.

    own: the id of the tables themselves, for rows that name no source. internal: ids of sources marked internal.
    """

    own: str
    internal: frozenset[str] = frozenset()

    def provenances(self, row: Row, *, reference: str = "") -> tuple[Provenance, ...]:
        """One provenance for each source that a row names, in the order of the cell."""
        named = dict.fromkeys(_named(row["source"], self.own))
        if row["visibility"] and word(row["visibility"]) not in {"public", "internal"}:
            row.note("visibility is neither public nor internal and counts as internal", row["visibility"])
        return tuple(
            Provenance(
                source_id,
                row.file,
                row.line,
                place,
                reference,
                row["wording"],
                self.visibility(row, source_id),
            )
            for source_id, place in named
        )

    def visibility(self, row: Row, source_id: str) -> Visibility:
        """Internal when the row or the source is."""
        return Visibility.INTERNAL if row.is_internal or source_id in self.internal else Visibility.PUBLIC

    def is_secret(self, row: Row) -> bool:
        """Whether nothing of a row may be shown."""
        if row.is_internal or not self.internal:
            return row.is_internal
        return all(source_id in self.internal for source_id, _ in _named(row["source"], self.own))


def leading(provenances: Sequence[Provenance]) -> Provenance:
    """The provenance of what a row merely names: the first public one, else the first."""
    return next((where for where in provenances if where.visibility is Visibility.PUBLIC), provenances[0])


def _named(cell: str, own: str) -> Iterator[tuple[str, str]]:
    """The sources of a cell with the place in each; the tables' own id where none is named."""
    values = [value for part in cell.split(";") if (value := part.strip())]
    for value in values or [""]:
        source_id, _, place = value.partition("#")
        yield id_text(source_id) or own, place.strip()


def described(tables: Sequence[Table], report: LoadReport) -> dict[str, Source]:
    """The rows of the sources tables, by id. A row may be repeated; of two that differ the first counts.

    Whichever is first, a source that any row marks internal is internal.
    """
    found: dict[str, Source] = {}
    for table in tables:
        for row in rows_of(table, report):
            try:
                source = _source(row)
                if found.setdefault(source.id, source) != source:
                    if row.is_internal:
                        found[source.id] = replace(found[source.id], visibility=Visibility.INTERNAL)
                    raise Unusable("another row describes the same source in other words")
            except Unusable as problem:
                set_aside(row, report, str(problem), secret=row.is_internal)
            else:
                keep(row, report, secret=row.is_internal)
    return found


def _source(row: Row) -> Source:
    source_id = id_text(row["id"])
    if not source_id:
        raise Unusable("the row has no id")
    kind = word(row["kind"])
    if kind and kind not in KINDS:
        row.note("kind is none of list, register, report, press, ais, analyst", row["kind"])
    for column in ("published", "retrieved"):
        day(row, column)  # kept as printed; what cannot be read is noted, since it proves no day
    return Source(
        id=source_id,
        title=row["title"],
        publisher=row["publisher"],
        url=row["url"],
        archive_url=row["archive_url"],
        published=row["published"],
        retrieved=row["retrieved"],
        kind=kind or row["kind"],
        reliability=row["reliability"],
        file=row["file"],
        visibility=Visibility.INTERNAL if row.is_internal else Visibility.PUBLIC,
    )


def undescribed(rows: Iterable[Row], own: str, known: Mapping[str, Source], report: LoadReport) -> Iterator[Source]:
    """A source with its id alone for each one that rows name and no sources table describes, and the tables themselves.

    It is internal when every row that names it is.
    """
    first: dict[str, Row] = {}
    shown: set[str] = set()
    files: dict[str, None] = {}
    for row in rows:
        for source_id, _ in _named(row["source"], own):
            if source_id in known:
                continue
            first.setdefault(source_id, row)
            if not row.is_internal:
                shown.add(source_id)
            if source_id == own:
                files[row.file] = None
    for source_id, row in first.items():
        visibility = Visibility.PUBLIC if source_id in shown else Visibility.INTERNAL
        if source_id == own:
            names = "; ".join(sorted(files))
            yield Source(own, title=names, kind="analyst", file=names, visibility=visibility)
            continue
        if source_id not in LISTS:
            text = source_id if source_id in shown else ""
            report.note(row.file, row.line, "a source that no sources table describes", text)
        yield Source(source_id, visibility=visibility)
