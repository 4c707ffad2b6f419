"""What a screening returns: each row of a table with its hits, and what the whole came to."""

from dataclasses import dataclass, field
from enum import StrEnum

from graphkit.model.answers.parties import ListAge, SourceRef
from graphkit.model.vocabulary import Measure, Status


class Match(StrEnum):
    """Why a row and a party may be one, surest first."""

    NUMBER = "number"
    NAME = "name"
    ALIAS = "alias"
    FORMER_NAME = "former_name"
    CLAIMED_NAME = "claimed_name"  # only broadcast or painted by the party: no name of its own, no list match
    CLOSE_NAME = "close_name"
    NUMBER_IN_TEXT = "number_in_text"  # a number in running text, which may be another's


class Exposure(StrEnum):
    """What a party has to do with listed parties on the day, gravest first."""

    LISTED = "listed"
    LISTING_UNPROVEN = "listing_unproven"  # a listing without a date: nothing proves it for that day
    OWNED_OR_CONTROLLED = "owned_or_controlled"
    ASSOCIATED = "associated"  # linked to a listed party, which is not ownership
    NONE = "none"


class Result(StrEnum):
    """What became of a row; each row has exactly one."""

    HIT = "hit"
    CLEAR = "clear"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class ScreenListing:
    """One listing of a party that was hit."""

    authority: str
    list: str
    measure: Measure
    reference: str
    listed: str | None
    status: Status


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a hit on a party means, worked out once for all rows. chains: one line each, the narrowest mode first."""

    id: str
    name: str
    kind: str
    exposure: Exposure
    listed: tuple[ScreenListing, ...] = ()
    verdicts: dict[str, str] = field(default_factory=dict)
    chains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScreenHit:
    """A row and a party that may be one.

    score: 0 to 1, 0.5 is even odds. matched: the party's name or number that fits. column: where in the row it stands.
    date, sources: of a claimed name.
    """

    id: str
    name: str
    kind: str
    match: Match
    score: float
    matched: str
    column: str
    exposure: Exposure
    listed: tuple[ScreenListing, ...]
    verdicts: dict[str, str]
    chains: tuple[str, ...]
    reasons: tuple[str, ...]
    contradictions: tuple[str, ...] = ()
    date: str | None = None
    sources: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class ScreenedRow:
    """One row of the input. row: its line in the file. ruled_out: parties of a like name that a number proves to be
    others. notes: what could not be used of the row, or why it was set aside.
    """

    row: int
    input: dict[str, str]
    result: Result
    hits: tuple[ScreenHit, ...] = ()
    ruled_out: tuple[ScreenHit, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class ScreenCounts:
    """What the rows came to: rows = hit + clear + set_aside. unexposed: matches left out since the party has nothing to
    do with a listed one, or less than was asked for.
    """

    rows: int = 0
    hit: int = 0
    clear: int = 0
    set_aside: int = 0
    hits: int = 0
    ruled_out: int = 0
    unexposed: int = 0

    def count(self, row: ScreenedRow) -> None:
        """One more row."""
        self.rows += 1
        setattr(self, row.result.value, getattr(self, row.result.value) + 1)
        self.hits += len(row.hits)
        self.ruled_out += len(row.ruled_out)


@dataclass(frozen=True, slots=True)
class ScreenHead:
    """What was asked. header: the columns of the table; columns: how each that is used was read."""

    screened: str
    case: str
    as_of: str
    only: str
    min_score: float
    header: tuple[str, ...]
    columns: dict[str, str]
    lists: tuple[ListAge, ...]
