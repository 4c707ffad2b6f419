"""What a source states, row by row: records, links, listings, events, and where each was read.

A source yields these and nothing else. Every name that a source mentions is a record, every link joins two records, and
only `resolve` decides which records are one party. Nothing here is ever changed after it was made.
"""

from dataclasses import dataclass, field

from graphkit.model.dates import When
from graphkit.model.identifiers import Identifier
from graphkit.model.vocabulary import (
    Certainty,
    Kind,
    LinkType,
    Measure,
    NameKind,
    Scope,
    Standing,
    Visibility,
)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that statements rest on: a list, a register, a report, a newspaper.

    published and retrieved are kept as printed (`2018-09`); a listing without a date proves no earlier day than these.
    """

    id: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    archive_url: str = ""
    published: str = ""
    retrieved: str = ""
    kind: str = ""  # list | register | report | press | ais | analyst
    reliability: str = ""
    file: str = ""
    visibility: Visibility = Visibility.PUBLIC


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a statement was read: the source, the place in it, and the line of the file that graphkit read.

    place: page, annex or row inside the source (`p2`, `XIV.A-2`). reference: the list's own number (`KPe.062`).
    wording: the source's words, when they carry the statement. file: a name without folders.
    """

    source_id: str
    file: str = ""
    line: int = 0
    place: str = ""
    reference: str = ""
    wording: str = ""
    visibility: Visibility = Visibility.PUBLIC


@dataclass(frozen=True, slots=True)
class Name:
    """A further name of a record, beside its primary one. where: when it was read elsewhere than the record itself."""

    text: str
    kind: NameKind = NameKind.ALIAS
    where: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One more thing a source says of a record: a flag, an address, a birth date, a note.

    property: flag, former_flag, country, nationality, address, birth_date, birth_place, type, gt, dwt, built, title,
    position, gender, phone, email, website, incorporated, dissolved, regime, note. value: as printed; a country also as
    its code in `code`. where: when it was read elsewhere than the record itself.
    """

    property: str
    value: str
    code: str = ""
    when: When | None = None
    where: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What one source states about one party or ship.

    id: from the list's own number where the list guarantees it (`ofac-sdn:23730`), else from its annex, number or name,
    so that a row inserted above changes nothing. Two records with one id are two statements about the same thing.
    scope: for a MENTION, where the party it names is to be looked for.
    """

    id: str
    kind: Kind
    name: str
    provenance: Provenance
    standing: Standing = Standing.ENTRY
    scope: Scope | None = None
    names: tuple[Name, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """A stake in percent, 0 to 100: exact when both ends are equal, else a range whose ends may be open."""

    minimum: float
    maximum: float
    minimum_open: bool = False
    maximum_open: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A statement that joins two records, from the party with power to the thing held.

    share: None when nobody states it, which is never 0. joint: a word that joint holders have in common.
    """

    type: LinkType
    from_id: str
    to_id: str
    provenance: Provenance
    role: str = ""
    share: Share | None = None
    start: When | None = None
    end: When | None = None
    certainty: Certainty = Certainty.STATED
    joint: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """One entry on one authority's list, with one measure.

    listed: None when the list does not print it; nothing is put in its place.
    """

    record_id: str
    authority: str
    list: str
    measure: Measure
    provenance: Provenance
    programs: tuple[str, ...] = ()
    listed: When | None = None
    delisted: When | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class IdentityClaim:
    """What a ship broadcast or painted: a claim of that ship on that day, never a name of another."""

    name: str = ""
    imo: str = ""
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a ship, alone or with another.

    participants: pairs of record id and role (subject, counterpart, ...). position: latitude and longitude in degrees.
    """

    id: str
    type: str
    participants: tuple[tuple[str, str], ...]
    provenance: Provenance
    start: When | None = None
    end: When | None = None
    position: tuple[float, float] | None = None
    area: str = ""
    claim: IdentityClaim | None = None
    draught_before_m: float | None = None
    draught_after_m: float | None = None
    certainty: Certainty = Certainty.STATED
    note: str = ""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One line of a report's list: a named party, or with an empty record_id the number that the report counts."""

    report: str
    category: str  # vessel | company
    provenance: Provenance
    expected: int | None = None
    record_id: str = ""
    paragraph: str = ""


Statement = Source | Record | Link | Listing | Event | Expectation


@dataclass(frozen=True, slots=True)
class Remark:
    """A row or a cell that could not be used as printed: `set_aside` lost its row, `note` kept it."""

    file: str
    line: int
    reason: str
    text: str
    set_aside: bool


@dataclass(slots=True)
class LoadReport:
    """What became of every row of a source: rows in = kept + set aside, counted apart from the reading itself."""

    source: str
    rows: int = 0
    kept: int = 0
    remarks: list[Remark] = field(default_factory=list)

    def keep(self) -> None:
        """Count a row that was read."""
        self.rows += 1
        self.kept += 1

    def set_aside(self, file: str, line: int, reason: str, text: str = "") -> None:
        """Count a row that could not be used, with its place and the reason."""
        self.rows += 1
        self.remarks.append(Remark(file, line, reason, text[:200], set_aside=True))

    def note(self, file: str, line: int, reason: str, text: str = "") -> None:
        """Say what was odd in a row that is kept all the same."""
        self.remarks.append(Remark(file, line, reason, text[:200], set_aside=False))

    @property
    def set_aside_rows(self) -> int:
        """How many rows were set aside."""
        return sum(remark.set_aside for remark in self.remarks)
