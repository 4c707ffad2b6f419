"""Statements as they come from the sources, gathered into tables of one row per statement.

Each row carries its provenance. A statement's id is a hash of what it says and who says it, not of where it stands in a
file, so that rows can be moved, split over files and read in any order.
"""

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from graphkit.case.arrow import from_rows
from graphkit.errors import DateError
from graphkit.model.dates import When, parse_when
from graphkit.model.records import (
    Event,
    Expectation,
    IdentityClaim,
    Link,
    Listing,
    LoadReport,
    Provenance,
    Record,
    Share,
    Source,
    Statement,
)
from graphkit.model.tables import STATEMENT_TABLES


@dataclass(frozen=True, slots=True)
class Dataset:
    """One source of the case while it is read. published_day and read_day: whole days since 1970."""

    name: str
    published: str
    published_day: int | None
    read_day: int
    sha256: str = ""


@dataclass(slots=True)
class StatementRows:
    """Rows of the statement tables, in the order of their declared columns."""

    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    _known_day: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, statement: Statement, dataset: Dataset) -> None:
        """Append a statement to its table."""
        match statement:
            case Source():
                self._add_source(statement, dataset)
            case Record():
                self._add_record(statement, dataset)
            case Link():
                self.rows["link_statements"].append(_link_row(statement))
            case Listing():
                self._add_listing(statement, dataset)
            case Event():
                self._add_event(statement)
            case Expectation():
                self.rows["expectations"].append(
                    (
                        statement.report,
                        statement.category,
                        statement.expected,
                        statement.record_id,
                        statement.paragraph,
                        *_provenance(statement.provenance),
                    )
                )

    def add_remarks(self, report: LoadReport) -> None:
        """Append what the load report has to say of single rows."""
        self.rows["remarks"] += [
            (report.source, remark.file, remark.line, remark.reason, remark.text, remark.set_aside)
            for remark in report.remarks
        ]

    def tables(self) -> dict[str, pa.Table]:
        """All statement tables, sorted, so that the order in which sources were read leaves no trace."""
        return {
            name: from_rows(columns, sorted(set(self.rows[name]), key=repr))
            for name, columns in STATEMENT_TABLES.items()
        }

    def _add_source(self, source: Source, dataset: Dataset) -> None:
        published = source.published or dataset.published
        day = _last_day(published)
        known = day if day is not None else _last_day(source.retrieved)
        known = dataset.read_day if known is None else min(known, dataset.read_day)
        self._known_day[(dataset.name, source.id)] = known
        self.rows["sources"].append(
            (
                source.id,
                source.title,
                source.publisher,
                source.url,
                source.archive_url,
                published,
                day,
                source.retrieved,
                source.kind,
                source.reliability,
                source.file,
                dataset.sha256,
                str(source.visibility),
                dataset.name,
                known,
            )
        )

    def _add_record(self, record: Record, dataset: Dataset) -> None:
        where = _provenance(record.provenance)
        scope = str(record.scope or "")
        self.rows["records"].append(
            (record.id, dataset.name, str(record.kind), record.name, str(record.standing), scope, *where)
        )
        self.rows["record_names"].append((record.id, record.name, "primary", *where))
        self.rows["record_names"] += [
            (record.id, name.text, str(name.kind), *_provenance(name.where or record.provenance))
            for name in record.names
        ]
        self.rows["record_identifiers"] += [
            (record.id, number.scheme, number.raw, number.value, str(number.valid), number.country, *where)
            for number in record.identifiers
        ]
        self.rows["record_facts"] += [
            (
                record.id,
                fact.property,
                fact.value,
                fact.code,
                *_bounds(fact.when, None),
                *_provenance(fact.where or record.provenance),
            )
            for fact in record.facts
        ]

    def _add_listing(self, listing: Listing, dataset: Dataset) -> None:
        what = (
            listing.authority,
            listing.list,
            "; ".join(listing.programs),
            str(listing.measure),
            listing.reference,
            *_one_bound(listing.listed),
            *_one_bound(listing.delisted),
        )
        known_day = self._known_day.get((dataset.name, listing.provenance.source_id), dataset.read_day)
        where = _provenance(listing.provenance)
        statement_id = _hash("listing", listing.record_id, *what, *_said(where))
        self.rows["listing_statements"].append((statement_id, listing.record_id, known_day, *what, *where))

    def _add_event(self, event: Event) -> None:
        claim = event.claim or IdentityClaim()
        latitude, longitude = event.position or (None, None)
        what = (
            event.type,
            event.area,
            latitude,
            longitude,
            claim.name,
            claim.imo,
            claim.flag,
            event.draught_before_m,
            event.draught_after_m,
            str(event.certainty),
            event.note,
            *_bounds(event.start, event.end),
        )
        where = _provenance(event.provenance)
        self.rows["event_statements"].append((_hash("event", event.id, *what, *_said(where)), event.id, *what, *where))
        self.rows["event_participants"] += [(event.id, record_id, role) for record_id, role in event.participants]


def _link_row(link: Link) -> tuple[Any, ...]:
    what = (
        str(link.type),
        link.from_id,
        link.to_id,
        link.role,
        link.joint,
        str(link.certainty),
        *_share(link.share),
        *_bounds(link.start, link.end),
    )
    where = _provenance(link.provenance)
    return (_hash("link", *what, *_said(where)), *what, *where)


def _hash(*parts: object) -> str:
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(text.encode(), digest_size=10).hexdigest()


def _said(where: tuple[Any, ...]) -> tuple[Any, ...]:
    """Provenance without the file and the line, which change when a row moves."""
    source_id, _file, _line, *rest = where
    return (source_id, *rest)


def _provenance(where: Provenance) -> tuple[Any, ...]:
    return (
        where.source_id,
        where.file,
        where.line,
        where.place,
        where.reference,
        where.wording,
        str(where.visibility),
    )


def _one_bound(when: When | None) -> tuple[str | None, int | None, int | None]:
    return (when.text, when.day_min, when.day_max) if when else (None, None, None)


def _bounds(start: When | None, end: When | None) -> tuple[str | int | None, ...]:
    return (*_one_bound(start), *_one_bound(end))


def _share(share: Share | None) -> tuple[float | bool | None, ...]:
    if share is None:
        return (None, None, False, False)
    return (share.minimum, share.maximum, share.minimum_open, share.maximum_open)


def _last_day(text: str) -> int | None:
    """The last day that a date may mean: the first on which a document of that date surely existed."""
    try:
        when = parse_when(text)
    except DateError:
        return None
    return when.day_max if when else None
