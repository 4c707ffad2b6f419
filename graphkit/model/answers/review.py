"""What a person is shown to judge two records, and what became of the judgements."""

from dataclasses import dataclass

from graphkit.model.answers.parties import ListAge, SourceRef


@dataclass(frozen=True, slots=True)
class RecordName:
    """A name as the source spells it, and how it belongs to the record: primary, alias, former, ..."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class RecordFact:
    """A number, flag, address, date or other statement. code: as compared; valid: what the check of a number said."""

    property: str
    value: str
    code: str = ""
    valid: str | None = None


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A link of the record's party: its type and role, and the other party; holds: whether the record's holds it."""

    type: str
    role: str
    holds: bool
    other: str
    other_id: str


@dataclass(frozen=True, slots=True)
class Party:
    """The entity that a record is part of today: its name, how many records and links it has, whether it is listed."""

    id: str
    name: str
    records: int
    links: int
    listed: bool


@dataclass(frozen=True, slots=True)
class RecordCard:
    """Everything that is stated of one record; links are those of its party."""

    id: str
    name: str
    kind: str
    standing: str
    names: tuple[RecordName, ...]
    numbers: tuple[RecordFact, ...]
    facts: tuple[RecordFact, ...]
    listings: tuple[str, ...]
    links: tuple[RecordLink, ...]
    sources: tuple[SourceRef, ...]
    party: Party


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Two records of two parties that the machine left for a person.

    value: what a judgement is worth, see analyse.review. listed: how many of the two parties are on a list. links:
    those of both parties. records: those of both parties. further: other doubtful pairs between the same two parties.
    """

    left: str
    right: str
    left_name: str
    right_name: str
    kind: str
    left_entity: str
    right_entity: str
    match_weight: float
    reason: str
    listed: int
    links: int
    records: int
    further: int
    value: float


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """The doubtful pairs that nobody has judged yet, most valuable first.

    merge_at: bits from which pairs merge. left: how many there are, also beyond those shown.
    """

    pairs: tuple[DoubtfulPair, ...]
    merge_at: float
    left: int
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class PairInView:
    """One doubtful pair as a person sees it. evidence: name of the piece, state, weight in bits, detail."""

    pair: DoubtfulPair
    left: RecordCard
    right: RecordCard
    evidence: tuple[tuple[str, str, float, str], ...]
    merge_at: float


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A judgement that was noted, taken back, or found noted already. state: noted | already | taken back."""

    left: str
    right: str
    judgement: str
    state: str


@dataclass(frozen=True, slots=True)
class SetAsideRow:
    """A row of a table of judgements that could not be taken, by its line in the file."""

    line: int
    left: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True)
class JudgementsNoted:
    """What became of a person's judgements. takes_effect: the command that makes them effective."""

    judgements: tuple[JudgedRow, ...]
    set_aside: tuple[SetAsideRow, ...]
    takes_effect: str


@dataclass(frozen=True, slots=True)
class JudgementTold:
    """A judgement as explain tells it.

    state: in force | waiting (the build in force does not show it) | orphaned (a record is gone or has changed since).
    who: empty unless internal statements were asked for.
    """

    left: str
    right: str
    judgement: str
    why: str
    who: str
    at: str
    state: str
