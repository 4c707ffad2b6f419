"""The annexes of EU sanctions acts as published in the Official Journal, in the tables that transcribe them.

One file is one act: `32017R1509` lists people, companies and ships of North Korea, `32014R0833` the ships of Russia's
shadow fleet among others; a table of amendments names two acts in each row. One row is one entry in one annex with one
measure, so that a ship that is listed twice (frozen, and banned from ports) is two records; that they are one ship is
for `resolve` to find.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from graphkit.errors import DateError
from graphkit.model.dates import When, parse_when
from graphkit.model.identifiers import Identifier
from graphkit.model.records import Fact, Listing, LoadReport, Provenance, Record, Source, Statement
from graphkit.model.vocabulary import Kind, Measure, Validity
from graphkit.sources.base import SourceFiles
from graphkit.sources.eu_annexes.cells import values
from graphkit.sources.eu_annexes.facts import facts_of, unreadable
from graphkit.sources.eu_annexes.names import names_of
from graphkit.sources.eu_annexes.notes import present_identity
from graphkit.sources.eu_annexes.numbers import numbers_of
from graphkit.sources.eu_annexes.rows import PREFIX, Row, is_celex, is_header, record_ids, rows_of

NAME = PREFIX
TITLE = "Official Journal of the European Union, annexes"
PUBLISHER = "Publications Office of the European Union"
KIND = "list"

_AUTHORITY = "EU"
_ACT_ADDRESS = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"
_KINDS = {
    "Vessel": Kind.VESSEL,
    "Person": Kind.PERSON,
    "Company": Kind.COMPANY,
    "LegalEntity": Kind.ORGANIZATION,
    "Organization": Kind.ORGANIZATION,
    "Asset": Kind.NOT_STATED,  # ports, airports, economic zones, crypto-assets: no word of ours fits them all
}
_MEASURES = {
    "Asset freeze": Measure.ASSET_FREEZE,
    "Export control": Measure.EXPORT_CONTROL,
    "Financial restrictions": Measure.FINANCIAL_RESTRICTION,
    "Investment ban": Measure.INVESTMENT_BAN,
    "Services ban": Measure.SERVICES_BAN,
    "Travel ban": Measure.TRAVEL_BAN,
}
_TRANSPORT = "Transportation restrictions"


def recognise(path: Path, head: str) -> str | None:  # noqa: ARG001  # the protocol's form; the file's name says nothing here
    """`main` when the first row names the columns of such a table."""
    header, _ = _first_rows(head)
    return "main" if is_header(header) else None


def dataset_name(head: str) -> str:
    """What the case calls this source: `eu-oj-32017R1509`, from the act in the first row; without one plain `eu-oj`."""
    header, first = _first_rows(head)
    row = Row(0, {column.strip(): cell.strip() for column, cell in zip(header, first, strict=False)})
    return f"{NAME}-{row.act}" if is_celex(row.act) else NAME


def _first_rows(head: str) -> tuple[list[str], list[str]]:
    """The header and the first row; quoted cells run over several lines."""
    filled = (row for row in csv.reader(io.StringIO(head, newline="")) if any(row))
    try:
        return next(filled, []), next(filled, [])
    except csv.Error:
        return [], []


def read(source: SourceFiles, report: LoadReport) -> Iterator[Statement]:
    """Every row as a record, with its listing where the measure is one that graphkit knows.

    Raises:
        SourceError: the file is not a table of an EU annex.
    """
    file = source.labels["main"]
    rows = list(rows_of(source.files["main"], file, report))
    yield _document(rows, file)
    for row, record_id in zip(rows, record_ids(rows), strict=True):
        report.keep()
        yield from _entry(row, record_id, file, report)


def _document(rows: Sequence[Row], file: str) -> Source:
    acts = list(dict.fromkeys(row.act for row in rows))
    title = f"{TITLE}: {', '.join(acts)}" if acts else TITLE
    url = _ACT_ADDRESS + acts[0] if len(acts) == 1 else ""
    return Source(NAME, title, PUBLISHER, url=url, kind=KIND, file=file)


def _entry(row: Row, record_id: str, file: str, report: LoadReport) -> Iterator[Statement]:
    kind = _KINDS.get(row.cell("schema"))
    if kind is None:
        report.note(file, row.line, "a schema that is not known; the kind is not stated", row.cell("schema"))
        kind = Kind.NOT_STATED
    names, numbers, facts = names_of(row, kind), numbers_of(row, kind), facts_of(row, kind)
    notes = values(row.cell("notes")) if kind is Kind.VESSEL else ()
    present_names, flags = present_identity(names.primary, notes)
    _note_doubts(numbers, facts, file, row.line, report)
    printed = row.cell("name") if row.cell("name") != names.primary else ""
    yield Record(
        record_id,
        kind,
        names.primary,
        _provenance(row, file, wording=printed),
        names=(*names.others, *present_names),
        identifiers=numbers,
        facts=(*facts, *flags, *(Fact("address", text) for text in names.care_of)),
    )
    measure = _measure(row, kind)
    if measure is None:
        report.note(file, row.line, "a measure that is not known, so no listing", row.cell("measure"))
        return
    yield Listing(
        record_id,
        _AUTHORITY,
        row.celex,
        measure,
        _provenance(row, file, wording=" ".join(filter(None, (row.cell("reason"), row.cell("notes"))))),
        programs=tuple(filter(None, (row.cell("programKey"),))),
        listed=_listed(row, file, report),
        reference=row.position,
    )


def _provenance(row: Row, file: str, *, wording: str) -> Provenance:
    return Provenance(NAME, file, row.line, f"{row.act} {row.position}".strip(), row.position, wording)


def _measure(row: Row, kind: Kind) -> Measure | None:
    """What the row forbids; None when its word is not known.

    Restrictions of transport close the ports to a listed ship; of a listed port or airport they stop the traffic.
    """
    if row.cell("measure") == _TRANSPORT:
        return Measure.PORT_BAN if kind is Kind.VESSEL else Measure.TRANSPORT_BAN
    return _MEASURES.get(row.cell("measure"))


def _listed(row: Row, file: str, report: LoadReport) -> When | None:
    try:
        return parse_when(row.cell("startDate"))
    except DateError as error:
        report.note(file, row.line, "the date of the listing cannot be read and is left open", str(error))
        return None


def _note_doubts(
    numbers: Sequence[Identifier], facts: tuple[Fact, ...], file: str, line: int, report: LoadReport
) -> None:
    for number in numbers:
        if number.valid in {Validity.BAD_CHECKSUM, Validity.BAD_FORMAT}:
            problem = "wrong check digit" if number.valid is Validity.BAD_CHECKSUM else "wrong form"
            report.note(file, line, f"{number.scheme} number with a {problem}, kept and not used", number.raw)
    for fact in unreadable(facts):
        report.note(file, line, f"{fact.property} cannot be read and is kept as printed", fact.value)
