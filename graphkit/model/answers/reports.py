"""Answers about the case itself: a report's coverage, why records are one, what was read."""

from dataclasses import dataclass

from graphkit.model.answers.parties import Entity, ListAge, SourceRef
from graphkit.model.answers.review import JudgementTold, RecordName


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
    """Two records that were judged: the evidence in words and bits, and who decided.

    left_compared, right_compared: the two names that were held against each other. not_stated: pieces of evidence that
    are missing, with the side (left, right, both) that says nothing of it; missing is never disagreement. judged: what
    a person said of the two.
    """

    left: str
    right: str
    left_name: str
    right_name: str
    match_weight: float
    verdict: str
    decided_by: str
    reason: str
    evidence: tuple[tuple[str, str, float, str], ...]  # evidence, state, weight in bits, detail
    left_compared: RecordName | None = None
    right_compared: RecordName | None = None
    not_stated: tuple[tuple[str, str], ...] = ()
    judged: JudgementTold | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the records of an entity are one, and which doubtful pairs were left apart.

    judgements: a person's words on its records, also those that are not in force. merge_at: bits from which pairs
    merge. pair: the two records asked about, when only they were.
    """

    entity: Entity
    records: tuple[tuple[str, str, SourceRef], ...]  # record id, name, where it was read
    merges: tuple[MergedPair, ...]
    doubts: tuple[MergedPair, ...]
    lists: tuple[ListAge, ...] = ()
    judgements: tuple[JudgementTold, ...] = ()
    merge_at: float | None = None
    pair: tuple[str, str] | None = None


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
