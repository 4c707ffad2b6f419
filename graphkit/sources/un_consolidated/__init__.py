"""The United Nations Security Council's consolidated list as its XML.

One element per listed person or entity, with a permanent reference number (`KPe.062`). The list calls no entity a
company, so entities are organizations. It has no elements for ships: the roles that its comments state in running
text become links to ships that are mentioned (un_prose). Comments also hold company IMO numbers and contacts
(un_comments). What a regime orders, and for whom, stands in regimes.
"""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from graphkit.errors import SourceError
from graphkit.model.countries import country_code
from graphkit.model.identifiers import Identifier
from graphkit.model.records import Fact, Link, Listing, LoadReport, Provenance, Record, Source, Statement
from graphkit.model.vocabulary import Kind, LinkType, NameKind, Scope, Standing, Validity
from graphkit.sources.base import SourceFiles
from graphkit.sources.un_consolidated import comments, regimes
from graphkit.sources.un_consolidated.entries import ROOT, Break, Element, Opening, entries
from graphkit.sources.un_consolidated.facts import Note, documents_of, facts_of, when
from graphkit.sources.un_consolidated.names import further_names, primary_name, quality
from graphkit.sources.un_consolidated.prose import ShipRole, ship_roles

NAME = "un-sc"
TITLE = "United Nations Security Council Consolidated List"
PUBLISHER = "United Nations Security Council"
KIND = "list"

_KINDS = {"INDIVIDUAL": Kind.PERSON, "ENTITY": Kind.ORGANIZATION}
_REFERENCE = re.compile(r"[A-Z]{2}[ie]\.\d{3}")
_LINKS = {
    "registered_owner": LinkType.OWNS,
    "beneficial_owner": LinkType.OWNS,
    "owner": LinkType.OWNS,
    "ship_manager": LinkType.MANAGES,
    "commercial_manager": LinkType.MANAGES,
    "technical_manager": LinkType.MANAGES,
    "operator": LinkType.OPERATES,
}


def recognise(path: Path, head: str) -> str | None:  # noqa: ARG001  # the protocol's form; the name says nothing here
    """`main` for XML whose first element is CONSOLIDATED_LIST."""
    is_list = head.lstrip("\ufeff \t\r\n").startswith("<") and re.search(rf"<(?:\w+:)?{ROOT}[\s>]", head)
    return "main" if is_list else None


def read(source: SourceFiles, report: LoadReport) -> Iterator[Statement]:
    """Every entry as a record with its listings, and a mention and a link for each role on a ship.

    Raises:
        SourceError: the file is not the UN's XML, or declares a document type or entities.
    """
    if "main" not in source.files:
        raise SourceError(f"{', '.join(source.labels.values())}: the UN's consolidated list, one XML file, is missing.")
    label = source.labels["main"]
    seen: set[str] = set()
    for found in entries(source.files["main"], label):
        if isinstance(found, Opening):
            yield _source(source.name, label, found, report)
        elif isinstance(found, Break):
            report.set_aside(label, found.line, *_why(found))
        elif found.tag not in _KINDS:
            report.set_aside(label, found.line, f"{found.tag} is neither a person nor an entity", found.words())
        elif not primary_name(found):
            report.set_aside(label, found.line, "the entry has no name", found.words())
        else:
            report.keep()
            yield from _entry(found, source.name, label, report, seen)


def _why(found: Break) -> tuple[str, str]:
    """What a break lost, and the name in the entry that it cut."""
    cut = found.unfinished
    where = f" in the entry that begins in line {cut.line}" if cut else ""
    return f"the XML breaks off{where} ({found.reason}); nothing after it was read", primary_name(cut) if cut else ""


def _source(source_id: str, label: str, opening: Opening, report: LoadReport) -> Source:
    published = re.match(r"\d{4}-\d\d-\d\d", opening.generated)
    if not published:
        report.note(label, 1, "the list does not say when it was generated", opening.generated)
    return Source(source_id, TITLE, PUBLISHER, published=published[0] if published else "", kind=KIND, file=label)


def _entry(entry: Element, source_id: str, label: str, report: LoadReport, seen: set[str]) -> Iterator[Statement]:
    note = partial(report.note, label)
    reference, list_type, comment = map(entry.first, ("REFERENCE_NUMBER", "UN_LIST_TYPE", "COMMENTS1"))
    kind, regime = _KINDS[entry.tag], regimes.regime_of(list_type)
    record_id = f"{NAME}:{reference or _slug(list_type, primary_name(entry))}"
    provenance = Provenance(source_id, label, entry.line, place=reference, reference=reference)
    _note_odd(entry, record_id in seen, note)
    seen.add(record_id)
    about = (Fact("regime", list_type, regime.country),) if list_type else ()
    record = Record(
        record_id,
        kind,
        primary_name(entry),
        provenance,
        names=further_names(entry),
        identifiers=tuple(_numbers(entry, kind, note)),
        facts=(*dict.fromkeys(facts_of(entry, note)), *about),
    )
    yield record
    listed = when(entry.first("LISTED_ON"), entry.line, note)
    reason = Provenance(source_id, label, entry.line, place=reference, reference=reference, wording=comment)
    programs = (list_type,) if list_type else ()
    for measure, day in regimes.measures(kind, regime, comment, listed):
        yield Listing(record_id, "UN", regime.list, measure, reason, programs, day, reference=reference)
    called = (record.name, *(name.text for name in record.names if name.kind is not NameKind.ORIGINAL))
    yield from _ships(record, ship_roles(comment, names=called), about)


def _numbers(entry: Element, kind: Kind, note: Note) -> Iterator[Identifier]:
    """The reference number as printed, by which other lists point to the UN's, and the numbers of the party."""
    if reference := entry.first("REFERENCE_NUMBER"):
        yield Identifier("un_ref", reference, reference, Validity.UNCHECKED)
    yield from documents_of(entry)
    if kind is Kind.ORGANIZATION:
        for number in dict.fromkeys(comments.company_numbers(entry.first("COMMENTS1"))):
            if number.valid in {Validity.BAD_CHECKSUM, Validity.BAD_FORMAT}:
                note(entry.line, f"{number.scheme} does not pass its check and is not used", number.raw)
            yield number


def _note_odd(entry: Element, is_repeated: bool, note: Note) -> None:
    reference, list_type = entry.first("REFERENCE_NUMBER"), entry.first("UN_LIST_TYPE")
    if not _REFERENCE.fullmatch(reference):
        note(entry.line, "the reference number is not of the UN's form", reference)
    if is_repeated:
        note(entry.line, "an earlier entry has the same reference number; both are read", reference)
    if not regimes.is_known(list_type):
        note(entry.line, "a regime that graphkit does not know; an asset freeze is taken for granted", list_type)
    if regimes.speaks_of_embargo_only(entry.first("COMMENTS1")):
        note(entry.line, "the comment speaks of an arms embargo alone: an export control, no asset freeze", reference)
    for alias in entry.all(f"{entry.tag}_ALIAS"):
        if quality(alias) is None:
            note(alias.line, "an alias of unknown quality is read as a plain alias", alias.first("QUALITY"))


def _ships(holder: Record, roles: list[ShipRole], about: tuple[Fact, ...]) -> Iterator[Statement]:
    """A mention of each ship that the comment names, and a link from the entry for each role on it."""
    mentioned: set[str] = set()
    for role in roles:
        vessel_id = f"{holder.id}/vessel-{_slug(role.vessel)}"
        at = holder.provenance
        provenance = Provenance(at.source_id, at.file, at.line, at.place, at.reference, role.wording)
        if vessel_id not in mentioned:
            mentioned.add(vessel_id)
            facts = (*_flag(role.flag_text), *about)
            yield Record(vessel_id, Kind.VESSEL, role.vessel, provenance, Standing.MENTION, Scope.PROSE, facts=facts)
        yield Link(_LINKS[role.role], holder.id, vessel_id, provenance, role=role.role)


def _flag(text: str) -> Iterator[Fact]:
    """A flag where the comment says "Panama-flagged"; "DPRK tanker" says a country more loosely."""
    country = text.removesuffix("-flagged")
    if country:
        yield Fact("flag" if country != text else "country", country, country_code(country) or "")


def _slug(*texts: str) -> str:
    return "/".join(re.sub(r"[^\w]+", "-", text.lower()).strip("-") for text in texts if text)
