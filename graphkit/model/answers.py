"""What a question returns: entities, chains and the evidence of their steps, made for people and for JSON.

Field names are the keys of the JSON answers; where a key is a Python keyword the field's metadata names it. Dates stay
as the source printed them; `status` and `holds` say what they mean on the day that was asked for.
"""

from dataclasses import dataclass, field
from typing import Literal

from graphkit.model.vocabulary import Certainty, Kind, LinkType, Measure, Mode, NameKind, Status

Holds = Literal["certain", "possible", "no"]  # "no" only where links are told whatever their dates, as in a profile


def _key(name: str) -> dict[str, str]:
    return {"json": name}


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where one statement was read. line counts from 1 in `file`; 0 when the statement has no line."""

    source: str
    place: str = ""
    reference: str = ""
    wording: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """One listing of a party. status: whether it was in force on the day asked for; unknown when nothing proves it."""

    authority: str
    list: str
    measure: Measure
    reference: str
    listed: str | None
    delisted: str | None
    programs: tuple[str, ...]
    status: Status
    sources: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A ship, company or person as resolved from its records.

    flag: letters of its flag, several separated by `; ` where sources differ. unknown: a placeholder owner that stands
    for somebody nobody names. listed: its listings that count in the question asked. sanctioned: whether any of them
    was in force on that day.
    """

    id: str
    kind: Kind
    name: str
    identifiers: dict[str, str] = field(default_factory=dict)
    flag: str | None = None
    countries: tuple[str, ...] = ()
    unknown: bool = False
    sanctioned: Status = Status.NO
    listed: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """One link of a step, with every source that states it.

    from and to: as stated, so that an agent (`from`) acts for its client (`to`) although the client stands above.
    holds: on the day asked for, on every admissible day (certain), on some of them (possible) or on none (no).
    dated: False when no source gives a date, and the link is counted all the same."""

    id: str
    type: LinkType
    role: str
    share: float | None
    share_min: float | None
    share_max: float | None
    start: str | None
    end: str | None
    dated: bool
    holds: Holds
    certainty: Certainty
    sources: tuple[SourceRef, ...]
    from_id: str = field(default="", metadata=_key("from"))
    to_id: str = field(default="", metadata=_key("to"))


@dataclass(frozen=True, slots=True)
class Step:
    """Two parties of a chain and the parallel links between them; `from` is the party with power, one step further
    up.
    """

    from_id: str = field(metadata=_key("from"))
    to_id: str = field(metadata=_key("to"))
    links: tuple[LinkEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Weakest:
    """The step that a chain breaks at first: its number from 0, its certainty, how many sources state it."""

    step: int
    certainty: Certainty
    independent_sources: int


@dataclass(frozen=True, slots=True)
class Chain:
    """From the entity asked about (first) up to a listed party (last): n entities and n - 1 steps.

    mode: the narrowest that admits every step. confidence orders rows and means nothing else. effective_share: percent,
    when every share on the way is stated exactly.
    """

    mode: Mode
    entities: tuple[Entity, ...]
    steps: tuple[Step, ...]
    weakest: Weakest | None
    confidence: float
    effective_share: float | None = None

    def __str__(self) -> str:
        """One line: the parties from the one asked about, what joins them, and who lists the last one."""
        told = [self.entities[0].name]
        for step, party in zip(self.steps, self.entities[1:], strict=True):
            types = dict.fromkeys(str(link.type) for link in step.links)
            told.append(f"<-{', '.join(types)}- {party.name}")
        authorities = sorted({listed.authority for listed in self.entities[-1].listed})
        listed = f", listed by {', '.join(authorities)}" if authorities else ""
        return f"{' '.join(told)} ({self.mode}{listed})" if self.steps else f"{told[0]}{listed}"


@dataclass(frozen=True, slots=True)
class PossibleMatch:
    """A doubtful pair that a person may settle: another entity and the match weight in bits."""

    id: str
    name: str
    match_weight: float


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """Where the knowledge stops on the way up: a party without a known holder, or a placeholder."""

    id: str
    name: str
    reason: str
    possible_matches: tuple[PossibleMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class ListAge:
    """How old a list is: the day it was published, when it says so, and the day it was read."""

    source: str
    published: str | None
    read: str | None


@dataclass(frozen=True, slots=True)
class Trace:
    """Chains from an entity to listed parties on a day; the first chain, without steps, is its own listings.

    as_of: an ISO date, or "any". truncated: more chains or longer ones exist than were asked for.
    """

    from_entity: Entity = field(metadata=_key("from"))
    as_of: str
    to: str
    truncated: bool
    chains: tuple[Chain, ...]
    open_ends: tuple[OpenEnd, ...]
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class FleetVessel:
    """A vessel of a party. basis: the roles or link types that join them; chain: entity ids from the party down to the
    ship.
    """

    id: str
    name: str
    imo: str | None
    basis: str
    mode: Mode
    chain: tuple[str, ...]
    holds: Holds
    certainty: Certainty
    sources: tuple[SourceRef, ...]
    sanctioned: Status = Status.NO


@dataclass(frozen=True, slots=True)
class Fleet:
    """The vessels that a party owns, manages, operates or, marked association, is only linked to."""

    entity: Entity
    as_of: str
    vessels: tuple[FleetVessel, ...]
    truncated: bool = False
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One answer to a search. kind is `claim` for a name only broadcast or painted, with its date and source."""

    id: str
    kind: str
    name: str
    identifiers: dict[str, str]
    score: float
    matched: str
    matched_as: str
    date: str | None = None
    sources: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found, best first."""

    query: str
    entities: tuple[Found, ...]
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name an entity bears, or bore."""

    name: str
    kind: NameKind
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A number, flag, address or other statement about an entity, with the check of a number in `valid`."""

    property: str
    value: str
    sources: tuple[SourceRef, ...]
    valid: str | None = None
    start: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """One link of an entity seen from it: the other party and the evidence."""

    entity: Entity
    link: LinkEvidence


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event an entity took part in. claim: the name, number or flag it pretended to."""

    id: str
    type: str
    start: str | None
    end: str | None
    area: str
    role: str
    others: tuple[Entity, ...]
    claim: dict[str, str]
    certainty: Certainty
    note: str
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that is stated about one entity, each with its sources."""

    entity: Entity
    as_of: str
    names: tuple[KnownName, ...]
    facts: tuple[KnownFact, ...]
    listings: tuple[Listed, ...]
    holders: tuple[Held, ...]
    holdings: tuple[Held, ...]
    events: tuple[KnownEvent, ...]
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step between two parties, in either direction: a link or an event both took part in.

    sources: every statement of the step (`statements` in JSON, where `sources` holds the ids alone).
    """

    from_id: str = field(metadata=_key("from"))
    to_id: str = field(metadata=_key("to"))
    type: str
    role: str
    date: str | None
    certainty: Certainty
    sources: tuple[SourceRef, ...] = field(metadata=_key("statements"))
    source_ids: tuple[str, ...] = field(default=(), metadata=_key("sources"))


@dataclass(frozen=True, slots=True)
class Connection:
    """One way in which two entities are connected.

    entities: the parties on the way (`parties` in JSON, where `entities` holds the ids alone).
    """

    entities: tuple[Entity, ...] = field(metadata=_key("parties"))
    steps: tuple[PathStep, ...]
    ids: tuple[str, ...] = field(default=(), metadata=_key("entities"))


@dataclass(frozen=True, slots=True)
class Paths:
    """The shortest connections of two entities; not a finding about ownership."""

    from_entity: Entity = field(metadata=_key("from"))
    to_entity: Entity = field(metadata=_key("to"))
    as_of: str
    truncated: bool
    paths: tuple[Connection, ...]
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of one category of a report is known.

    named: parties the report names; identified: those with a checked number; linked: those joined to another party.
    """

    expected: int | None
    named: int
    identified: int
    linked: int


@dataclass(frozen=True, slots=True)
class ReportCoverage:
    """How much of a report's vessels and companies the case can name, identify and link."""

    report: str
    vessels: Coverage
    companies: Coverage
    parties: tuple[Entity, ...]
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class MergedPair:
    """Two records that were judged: the evidence in words and bits, and who decided."""

    left: str
    right: str
    left_name: str
    right_name: str
    match_weight: float
    verdict: str
    decided_by: str
    reason: str
    evidence: tuple[tuple[str, str, float, str], ...]  # evidence, state, weight in bits, detail


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the records of an entity are one, and which doubtful pairs were left apart."""

    entity: Entity
    records: tuple[tuple[str, str, SourceRef], ...]  # record id, name, where it was read
    merges: tuple[MergedPair, ...]
    doubts: tuple[MergedPair, ...]
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Everything one picture shows; drawing it never asks the store again.

    steps: each drawn pair of parties once, with all its links. highlighted: (from, to) pairs of the chain that matters.
    left_out: sentences on what the picture does not show.
    """

    title: str
    caption: str
    as_of: str
    subject: str
    entities: tuple[Entity, ...]
    steps: tuple[Step, ...]
    highlighted: frozenset[tuple[str, str]]
    lists: tuple[ListAge, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IntakeSource:
    """A source of the case: its files by name and hash, its dates, and what became of its rows."""

    name: str
    format: str
    files: tuple[str, ...]
    published: str | None
    read: str | None
    sha256: tuple[str, ...]
    rows: int
    kept: int
    set_aside: int
    notes: int
    unresolved: int


@dataclass(frozen=True, slots=True)
class IntakeRemark:
    """One row or cell that could not be used as printed; set_aside: its row was lost, else it was kept."""

    source: str
    file: str
    line: int
    reason: str
    text: str
    set_aside: bool


@dataclass(frozen=True, slots=True)
class Intake:
    """What is in a case and how old it is."""

    sources: tuple[IntakeSource, ...]
    remarks: tuple[IntakeRemark, ...] = ()
    lists: tuple[ListAge, ...] = ()
