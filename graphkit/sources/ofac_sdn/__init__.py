"""OFAC's list of Specially Designated Nationals as its four CSV files.

`sdn` has one row per entry, `alt` its aliases, `add` its addresses, `sdn_comments` the rest of remarks that were cut at
1,000 characters. The files have no header, print nulls as `-0-` and no designation date: a listing read here proves
nothing about the days before the file was published or read. Most facts stand in the remarks; see remarks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from graphkit.errors import SourceError
from graphkit.model.countries import country_code
from graphkit.model.identifiers import Identifier, identifier
from graphkit.model.records import Fact, Link, Listing, LoadReport, Name, Provenance, Record, Source, Statement
from graphkit.model.vocabulary import Kind, LinkType, Measure, NameKind, Scope, Standing, Validity
from graphkit.sources.base import SourceFiles
from graphkit.sources.ofac_sdn.parts import recognise as recognise  # part of the protocol
from graphkit.sources.ofac_sdn.remarks import Remarks, parse
from graphkit.sources.ofac_sdn.rows import Attached, attached_rows, entry_rows, provenance
from graphkit.sources.ofac_sdn.segments import segments

NAME = "ofac-sdn"
TITLE = "OFAC list of Specially Designated Nationals and Blocked Persons"
PUBLISHER = "U.S. Department of the Treasury, Office of Foreign Assets Control"
KIND = "list"

_KINDS = {"individual": Kind.PERSON, "vessel": Kind.VESSEL, "aircraft": Kind.AIRCRAFT, "": Kind.ORGANIZATION}
_CUT_AT = 1000  # characters of a remark in the main file
_REGIMES = (
    ("DPRK", "KP"),
    ("IRAN", "IR"),
    ("IFSR", "IR"),
    ("SYRIA", "SY"),
    ("CUBA", "CU"),
    ("VENEZUELA", "VE"),
    ("BURMA", "MM"),
)


def read(source: SourceFiles, report: LoadReport) -> Iterator[Statement]:
    """Every entry as a record with its listing, and a mention and a link for each "Linked To".

    Raises:
        SourceError: there is no `sdn` file, or none of its rows has the twelve columns of the list.
    """
    if "sdn" not in source.files:
        raise SourceError(
            f"{', '.join(source.labels.values())}: the list's main file (sdn.csv) is not among the files."
        )
    entries = entry_rows(source, report)
    further = attached_rows(source, entries.keys(), report)
    yield Source(source.name, TITLE, PUBLISHER, kind=KIND, file=source.labels["sdn"])
    for number, (line, cells) in entries.items():
        where = provenance(source, "sdn", line, number)
        yield from _entry(cells, further.get(number) or Attached(), where, report)


def _entry(cells: Sequence[str], attached: Attached, where: Provenance, report: LoadReport) -> Iterator[Statement]:
    number, name, type_, programs, title, call_sign, vessel_type, tonnage, grt, flag, owner, remarks = cells
    if type_.lower() not in _KINDS:
        report.note(where.file, where.line, "an unknown type of entry; its kind is left open", type_)
    kind = _KINDS.get(type_.lower(), Kind.NOT_STATED)
    parsed = _parsed(remarks, attached, kind, where, report)
    record_id = f"{NAME}:{number}"
    listed_under = tuple(re.split(r"\] ?\[", programs.strip("[] "))) if programs else ()
    numbers = [identifier("ofac_uid", number), *parsed.identifiers]
    if call_sign:
        numbers.append(identifier("call_sign", call_sign))
    _note_bad_numbers(numbers, where, report)
    columns = {"type": vessel_type, "dwt": tonnage, "gt": grt, "owner": owner, "title": title}
    facts = [Fact("flag", flag, country_code(flag) or "")] if flag else []
    facts += [Fact(prop, value) for prop, value in columns.items() if value]
    facts += [*attached.facts, *parsed.facts, *_regimes(listed_under)]
    yield Record(
        record_id,
        kind,
        name,
        where,
        names=(*attached.names, *parsed.names),
        identifiers=tuple(numbers),
        facts=tuple(facts),
    )
    yield Listing(
        record_id, "OFAC", "SDN", Measure.ASSET_FREEZE, where, programs=listed_under, reference=where.reference
    )
    yield from _linked(record_id, parsed, where)


def _parsed(remarks: str, attached: Attached, kind: Kind, where: Provenance, report: LoadReport) -> Remarks:
    """The remarks, and the rest of them in the comments; what the comments say in full or in part has their line.

    Where the rest is missing, the piece that was cut in two is kept as a note and is no evidence.
    """
    own = segments(remarks)
    if len(remarks) == _CUT_AT and own and not attached.remarks:
        reason = "remarks that break off at 1,000 characters without a comment; their last piece is kept as a note"
        report.note(where.file, where.line, reason, own[-1])
        found = parse(own[:-1], kind, ends=False)
        found.facts.append(Fact("note", own[-1]))
        return found
    whole = segments(remarks + attached.remarks)
    here = [piece for piece, _ in takewhile(lambda both: both[0] == both[1], zip(own, whole, strict=False))]
    found = parse(here, kind, ends=len(here) == len(whole))
    there = parse(whole[len(here) :], kind)
    found.identifiers += there.identifiers
    found.names += [replace(name, where=attached.remarks_where) for name in there.names]
    found.facts += [replace(fact, where=attached.remarks_where) for fact in there.facts]
    found.linked_to += [replace(party, where=attached.remarks_where) for party in there.linked_to]
    return found


def _linked(record_id: str, parsed: Remarks, where: Provenance) -> Iterator[Statement]:
    """A mention and a link for each party the remarks name: the principal is the party with power."""
    for index, party in enumerate(parsed.linked_to, start=1):
        mention_id = f"{record_id}/linked-{index}"
        printed = replace(party.where or where, wording=party.wording)
        yield Record(
            mention_id,
            Kind.NOT_STATED,
            party.spellings[0],
            printed,
            standing=Standing.MENTION,
            scope=Scope.LIST,
            names=tuple(Name(spelling, NameKind.SPELLING) for spelling in party.spellings[1:]),
        )
        yield Link(LinkType.LINKED_TO, mention_id, record_id, printed, role="linked to")


def _note_bad_numbers(numbers: Sequence[Identifier], where: Provenance, report: LoadReport) -> None:
    for number in numbers:
        if number.valid in {Validity.BAD_CHECKSUM, Validity.BAD_FORMAT}:
            problem = "wrong check digit" if number.valid is Validity.BAD_CHECKSUM else "wrong form"
            reason = f"{number.scheme} number with a {problem}, kept and not used"
            report.note(where.file, where.line, reason, number.raw)


def _regimes(programs: Sequence[str]) -> Iterator[Fact]:
    for program in programs:
        code = next((iso2 for word, iso2 in _REGIMES if program.startswith(word)), "")
        yield Fact("regime", program, code)
