"""What happened to an entity in order, and what changed near a listing: the answer of `timeline`."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal

from graphkit.model.answers.parties import Entity, LinkEvidence, ListAge, SourceRef
from graphkit.model.vocabulary import Certainty

Nearness = Literal["certain", "possible", "unknown"]
"""Whether something lies within the days asked for: on all days its dates may mean, on some, or nobody can say."""

Pattern = Literal[
    "divestment_below_threshold",
    "transfer_to_relative_or_associate",
    "transfer_to_sister_company",
    "renamed",
    "reflagged",
    "manager_changed",
    "activity_after_listing",
]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that is stated of an entity, with its day as printed and the days it may mean.

    earliest, latest: None is an open side, and both are None when nothing is dated. kind: `listing`, `owner_start`,
    `stake_change`, the type of an event, the property of a fact, ... order_known: False when it may as well lie before
    an entry that stands above it. ids: of the links, listings or event it tells of.
    """

    date: str | None
    earliest: Day | None
    latest: Day | None
    dated: bool
    kind: str
    text: str
    others: tuple[Entity, ...]
    certainty: Certainty
    sources: tuple[SourceRef, ...]
    order_known: bool = True
    note: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NearChange:
    """A change within some days of a listing.

    days_min, days_max: days from the listing to the change, below zero before it; None where a date is open. distance:
    the same in words.
    """

    entry: TimelineEntry
    days_min: int | None
    days_max: int | None
    within: Nearness
    distance: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A pattern near a listing, in words. It is an indicator and never a finding, hence suspected and no more.

    within: whether it is certain to lie within the days asked for. links: what joins the two sides of a transfer.
    """

    pattern: Pattern
    text: str
    within: Nearness
    sources: tuple[SourceRef, ...]
    links: tuple[LinkEvidence, ...] = ()
    certainty: Certainty = Certainty.SUSPECTED


@dataclass(frozen=True, slots=True)
class NearListing:
    """A day on which a party was listed, and what changed near it.

    party: the entity itself (hops 0), or a holder so many steps up, past ones too. listings: in words; several lists
    may share the day. near: unknown when no listing is dated, for nobody can then say what lies near it.
    """

    party: Entity
    hops: int
    date: str | None
    earliest: Day | None
    latest: Day | None
    listings: tuple[str, ...]
    near: Nearness
    note: str
    changes: tuple[NearChange, ...]
    indicators: tuple[Indicator, ...]
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated entries in order, then those without a date, then what changed near each listing.

    after_as_of: how many entries lie after the day asked about and are left out. undated_changes: changes of owner,
    manager, flag, name or MMSI that may or may not lie near a listing, for nobody dates them.
    """

    entity: Entity
    as_of: str
    days: int
    reach: int
    entries: tuple[TimelineEntry, ...]
    undated: tuple[TimelineEntry, ...]
    near_listings: tuple[NearListing, ...]
    after_as_of: int
    undated_changes: int
    lists: tuple[ListAge, ...] = ()
