"""The remarks of an entry on OFAC's list: segments between semicolons, each a label and a value.

`remarks = segment *("; " segment) ["."]`. Labels come from a closed list, longest first; what fits none of them is kept
as a note. A semicolon inside quotes (`a.k.a. 'X; Y'`) does not end a segment. The full stop at the very end may belong
to the last name (`PETROLEOS DE VENEZUELA, S.A.`), so a linked party carries its other spelling as well.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from graphkit.errors import DateError
from graphkit.model.countries import country_code
from graphkit.model.dates import parse_when
from graphkit.model.identifiers import Identifier, identifier
from graphkit.model.records import Fact, Name, Provenance
from graphkit.model.vocabulary import Kind, NameKind

_QUOTED = re.compile(r"([afn]\.k\.a\.) '(.+)'")
_LINKED = re.compile(r"Linked To:\s*(.*\w.*)")
_SET_APART = re.compile(r"\s\(([^()]+)\)(?=\s|$)")  # brackets inside a number, D489833(9), belong to it
_NAME_KINDS = {"a.k.a.": NameKind.WEAK, "f.k.a.": NameKind.FORMER, "n.k.a.": NameKind.ALIAS}


@dataclass(frozen=True, slots=True)
class LinkedParty:
    """A party that an entry is linked to: its spellings, best first. where: when elsewhere than the entry itself."""

    spellings: tuple[str, ...]
    wording: str
    where: Provenance | None = None


@dataclass(slots=True)
class Remarks:
    """What the remarks of one entry say."""

    names: list[Name] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    linked_to: list[LinkedParty] = field(default_factory=list)


def parse(pieces: Sequence[str], kind: Kind, *, ends: bool = True) -> Remarks:
    """Segments of remarks as names, numbers, facts and linked parties.

    kind: decides which IMO number a number is. ends: the last segment also ends the remarks, with their full stop.
    """
    found = Remarks()
    for index, segment in enumerate(pieces, start=1):
        _read_segment(segment.removeprefix("alt. "), kind, ends and index == len(pieces), found)
    return found


def _read_segment(segment: str, kind: Kind, last: bool, found: Remarks) -> None:
    if linked := _LINKED.fullmatch(segment):
        found.linked_to.append(LinkedParty(_spellings(linked[1], last=last), segment))
        return
    plain = segment.removesuffix(".") if last else segment
    if quoted := _QUOTED.fullmatch(plain):
        found.names.append(Name(quoted[2], _NAME_KINDS[quoted[1]]))
        return
    for label, scheme in _numbers_of(kind):
        if rest := _after(plain, label):
            found.identifiers.append(_number(scheme, rest))
            return
    for label, read_fact in _FACTS:
        if rest := _after(plain, label):
            found.facts.append(read_fact(rest))
            return
    found.facts.append(Fact("note", plain))


def _spellings(name: str, *, last: bool) -> tuple[str, ...]:
    """The name as printed; at the end of the remarks also with the stop, which may be the name's own or theirs.

    Inside the remarks nothing is in doubt: all 650 such names of the list of July 2021 are borne exactly as printed.
    """
    bare = name.removesuffix(".")
    return (bare, bare + ".") if last else (name,)


def _after(segment: str, label: str) -> str | None:
    """What follows a label, or None when the segment has another one."""
    if not segment.startswith(label):
        return None
    rest = segment[len(label) :]
    return rest.strip(" :") or None if not rest[:1].isalnum() else None


def _number(scheme: str, text: str) -> Identifier:
    """`1448837 (Hong Kong) issued 2010`: the number, and the country whose register it stands in."""
    apart = list(_SET_APART.finditer(text))
    country = next((code for brackets in apart if (code := country_code(brackets[1]))), "")
    number = text[: apart[0].start()] if apart else re.split(r" (?:issued|expires) ", text)[0]
    return replace(identifier(scheme, number, country=country), raw=text)


_IMO_LABELS = ("Vessel Registration Identification", "Company Number IMO", "Identification Number IMO")
_NUMBERS = (
    ("Business Registration Document #", "registration_number"),
    ("Business Registration Number", "registration_number"),
    ("Chamber of Commerce Number", "registration_number"),
    ("Commercial Registry Number", "registration_number"),
    ("Company Number", "registration_number"),
    ("C.R. No.", "registration_number"),
    ("D-U-N-S Number", "duns"),
    ("Folio Mercantil No.", "registration_number"),
    ("Government Gazette Number", "government_gazette"),
    ("Identification Number", "identification_number"),
    ("Legal Entity Number", "legal_entity_number"),
    ("Matricula Mercantil No", "registration_number"),
    ("MMSI", "mmsi"),
    ("National ID No.", "national_id"),
    ("Other Vessel Call Sign", "call_sign"),
    ("Passport", "passport"),
    ("Cedula No.", "national_id"),
    ("Registration ID", "registration_id"),
    ("Registration Number", "registration_number"),
    ("SWIFT/BIC", "swift"),
    ("Tax ID No.", "tax_id"),
    ("Trade License No.", "trade_license"),
    ("Unified Social Credit Code (USCC)", "cn_uscc"),
    ("V.A.T. Number", "vat"),
)


def _numbers_of(kind: Kind) -> tuple[tuple[str, str], ...]:
    """Labels of numbers for a kind of entry; OFAC prints company IMO numbers under the vessels' label too."""
    scheme = "imo" if kind is Kind.VESSEL else "company_imo"
    if kind is Kind.AIRCRAFT:
        return _NUMBERS
    return (*((label, scheme) for label in _IMO_LABELS), *_NUMBERS)


def _plain(prop: str) -> Callable[[str], Fact]:
    return lambda text: Fact(prop, text)


def _country(prop: str) -> Callable[[str], Fact]:
    return lambda text: Fact(prop, text, country_code(text) or "")


def _dated(prop: str) -> Callable[[str], Fact]:
    def read_date(text: str) -> Fact:
        try:
            return Fact(prop, text, when=parse_when(text.replace(" to ", "..")))
        except DateError:
            return Fact(prop, text)  # the words stay; a date that cannot be read is no evidence

    return read_date


_FACTS: tuple[tuple[str, Callable[[str], Fact]], ...] = (
    ("DOB", _dated("birth_date")),
    ("Email Address", _plain("email")),
    ("Fax", _plain("fax")),
    ("Former Vessel Flag", _country("former_flag")),
    ("Gender", _plain("gender")),
    ("Nationality of Registration", _country("country")),
    ("Organization Established Date", _dated("incorporated")),
    ("Organization Type", _plain("type")),
    ("Other Vessel Flag", _country("other_flag")),
    ("Other Vessel Type", _plain("type")),
    ("POB", _plain("birth_place")),
    ("Phone Number", _plain("phone")),
    ("Telephone", _plain("phone")),
    ("Vessel Year of Build", _dated("built")),
    ("Website", _plain("website")),
    ("citizen", _country("nationality")),
    ("nationality", _country("nationality")),
)
