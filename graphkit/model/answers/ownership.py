"""Owners of an entity and what the authorities' 50 % tests say of it, with the stakes that each figure rests on."""

from dataclasses import dataclass, field
from typing import Literal

from graphkit.model.answers.parties import Entity, LinkEvidence, ListAge
from graphkit.model.vocabulary import Kind, Status

Answer = Literal["yes", "no", "possible"]
Result = Literal["yes", "no", "possible", "not_applicable"]


@dataclass(frozen=True, slots=True)
class ShareRange:
    """Percent from `min` to `max`; an open end is left out itself."""

    min: float
    max: float
    min_open: bool = False
    max_open: bool = False

    def __str__(self) -> str:
        """`51 %`, `25 to 50 %`, `over 25 to under 50 %`."""
        if self.min == self.max:
            return f"{self.min:g} %"
        high = f"under {self.max:g} %" if self.max_open else f"{self.max:g} %"
        return f"{'over ' if self.min_open else ''}{self.min:g} to {high}"


@dataclass(frozen=True, slots=True)
class CountedLink:
    """A statement about a holding and whether it counts on the day.

    counts: yes | not_then (it does not hold on that day) | no_share (another statement gives the share) | replaced (by
    a later one of the same holder) | less_sure (than another). See docs/ownership.md.
    """

    link: LinkEvidence
    counts: str


@dataclass(frozen=True, slots=True)
class StakeHeld:
    """What one party holds of another on the day, and the statements that say so.

    round: in which round of the test the stake is counted, 0 when it is not. listed: whether the holder is listed by
    the authority itself. joint: it counts because of a joint holding.
    """

    id: str
    name: str
    kind: Kind
    share_min: float
    share_max: float
    share_min_open: bool
    share_max_open: bool
    round: int
    listed: bool
    blocked: Answer
    dated: bool
    holds: Literal["certain", "possible"]
    contradictory: bool = False
    joint: bool = False
    statements: tuple[CountedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class ProofLevel:
    """One company of a proof: the round in which it met the test, what was held of it by then, and by whom.

    control: links of control that count under this test, such as a right to appoint the board.
    """

    id: str
    name: str
    round: int
    held: ShareRange
    holders: tuple[StakeHeld, ...]
    control: tuple[LinkEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one authority's test says of an entity on the day.

    result: yes | no | possible, or not_applicable for a ship, which is property. held_by_blocked: percent held by
    parties that are listed or meet the test themselves, from the least to the most. because: the holders whose stakes
    count. proof: the same for every company on the way, from the entity to the listed parties. property_interest: ids
    of blocked parties with any interest in a ship; possible_property_interest: of those that may be blocked.
    without_treasury: the figure when what the company holds of itself is taken out. unaccounted: percent that no source
    says who holds. review: the result rests on mutual holdings, and treating each ring as one company would change it.
    undated: ids of the links without a date that the result rests on.
    """

    rule: str
    result: Result
    listed: bool
    listed_status: Status
    held_by_blocked: ShareRange | None
    because: tuple[StakeHeld, ...]
    property_interest: tuple[str, ...]
    flags: tuple[str, ...]
    review: bool
    possible_property_interest: tuple[str, ...] = ()
    proof: tuple[ProofLevel, ...] = ()
    without_treasury: ShareRange | None = None
    unaccounted: ShareRange | None = None
    undated: tuple[str, ...] = ()
    test: str = ""
    reading: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdicts on one entity, one for each authority. holders: all its holders on the day, whoever they are."""

    entity: Entity
    as_of: str
    verdicts: tuple[Verdict, ...]
    holders: tuple[StakeHeld, ...] = ()
    disclaimer: str = "Computed from the sources of this case; no legal advice."
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnerWay:
    """One chain behind an owner's figure: entity ids from the owner down to the entity, and the product of stakes."""

    entities: tuple[str, ...]
    share: ShareRange


@dataclass(frozen=True, slots=True)
class Owner:
    """One owner of an entity, direct or through others.

    direct: the stake that it holds itself, None without one. effective_share: through all chains, cycles included; of a
    company on a cycle the corrected figure. controls, control: majority control, through companies that it controls.
    weakest_link: the smallest stake on the strongest chain. ultimate: nobody is known to hold it. meets_threshold: the
    test of beneficial ownership by the figures; beneficial_owner: the same for those who may be natural persons. basis:
    what it rests on: share, control. chains: how many chains lead down from it; ways: the strongest of them.
    """

    id: str
    kind: Kind
    name: str
    direct: ShareRange | None
    effective_share: ShareRange
    controls: bool
    control: Answer
    weakest_link: ShareRange
    ultimate: bool
    unknown: bool
    meets_threshold: Answer
    beneficial_owner: Answer
    basis: tuple[str, ...]
    chains: int
    ways: tuple[OwnerWay, ...]
    sanctioned: Status
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owners:
    """The owners of an entity on a day, the largest first.

    truncated: there are more owners than were asked for. threshold: the test that was applied, in words.
    """

    entity: Entity
    as_of: str
    owners: tuple[Owner, ...]
    threshold: str
    flags: tuple[str, ...] = ()
    unaccounted: ShareRange | None = None
    holders: int = 0
    truncated: bool = False
    lists: tuple[ListAge, ...] = field(default=())
