"""The owners of an entity: direct and ultimate ones, what each owns in effect, whom it controls, and by which chains.

Effective shares multiply along chains and add up across them, cycles included. Control does not multiply: an owner
controls a company when it and the companies that it controls hold more than 50 % of it together. The test of beneficial
ownership looks at both, as it was asked to: a threshold, met by it or only above it, with or without control.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence, list_ages
from graphkit.analyse.find import one_entity
from graphkit.analyse.ownership.blocked import in_rings
from graphkit.analyse.ownership.effective import Floats, capped, shares_of
from graphkit.analyse.ownership.fixed_point import Reached, Start, reach
from graphkit.analyse.ownership.passage import only_direct, owners_shares
from graphkit.analyse.ownership.register import Register, register_above
from graphkit.analyse.ownership.rules import Test
from graphkit.analyse.ownership.stakes_told import StakesTold
from graphkit.analyse.ownership.ways import Above, Ways, strongest_ways, surely_more, weakest_links
from graphkit.errors import WrongUse
from graphkit.graph.adjacency import Bools, Ints
from graphkit.graph.holdings import percent
from graphkit.graph.link_numbers import UNITS, WHOLE
from graphkit.model.answers.ownership import Answer, Owner, Owners, OwnerWay, ShareRange
from graphkit.model.answers.parties import Entity
from graphkit.model.vocabulary import LEGAL_KINDS
from graphkit.store.base import Store

_MAJORITY = Test(WHOLE // 2, inclusive=False)


@dataclass(frozen=True, slots=True)
class OwnersOptions:
    """How owners are asked for. threshold: percent. inclusive: whether the threshold itself is enough. control: whether
    control of a holder counts as well. limit, page: how many owners are told, and which of them.
    """

    threshold: float = 25.0
    inclusive: bool = True
    control: bool = True
    limit: int = 50
    page: int = 1

    @property
    def test(self) -> Test:
        """When a share is enough."""
        return Test(round(self.threshold * UNITS), self.inclusive)

    @property
    def text(self) -> str:
        """The test in words."""
        bound = f"{self.threshold:g} % or more" if self.inclusive else f"more than {self.threshold:g} %"
        return f"{bound}{', or control of a holder of that much' if self.control else ''}"


def owners(store: Store, who: str, on: AsOf, options: OwnersOptions | None = None) -> Owners:
    """Everybody above an entity by ownership on the day, the largest effective share first.

    Raises:
        NotFound, Ambiguous: `who` is not exactly one entity. WrongUse: the threshold is no share.
    """
    options = options or OwnersOptions()
    if not 0 <= options.threshold <= 100:
        raise WrongUse(f"--threshold {options.threshold:g} is not between 0 and 100 percent.")
    start = one_entity(store, who)
    register, rows = register_above(store, start, on.day)
    figures = _Figures(register, register.number[start], options)
    shown = figures.order[(options.page - 1) * options.limit : options.page * options.limit]
    ids = {start, *(register.ids[int(party)] for party in figures.parties[shown])}
    evidence = Evidence(store, on)
    entities = evidence.entities(ids)
    told = StakesTold(register, rows, entities, evidence)
    return Owners(
        entity=entities[start],
        as_of=on.text,
        owners=tuple(figures.owner(int(place), entities[register.ids[int(figures.parties[place])]]) for place in shown),
        threshold=options.text,
        flags=tuple(told.flags(figures.target)),
        unaccounted=told.unaccounted(figures.target),
        holders=len(figures.parties),
        truncated=options.page * options.limit < len(figures.parties),
        lists=list_ages(store),
    )


class _Figures:
    """Everything that is computed of the owners of one company."""

    def __init__(self, register: Register, target: int, options: OwnersOptions) -> None:
        self.register = register
        self.target = target
        self.options = options
        self.stakes = register.stakes
        self.above = Above.on_the_day(self.stakes)
        self.parties = self._everybody()
        self.ring: Bools = np.zeros(len(register.ids), dtype=bool)
        self.ring[in_rings(register, np.union1d(self.parties, [target]))] = True
        self.least, self.most = owners_shares(self.stakes, target, self.parties, self.ring)
        ids = np.array(register.ids, dtype=object)[self.parties]
        self.order = np.lexsort((ids.astype(str), -self.most, -self.least))

    def _everybody(self) -> Ints:
        """All parties above the target on the day, without itself."""
        seen, waiting = {self.target}, [self.target]
        while waiting:
            for pair in self.above.of(waiting.pop()):
                holder = int(self.stakes.holder[pair])
                if holder not in seen:
                    seen.add(holder)
                    waiting.append(holder)
        return np.array(sorted(seen - {self.target}), dtype=np.int64)

    @cached_property
    def _sure_control(self) -> Reached:
        return reach(self.stakes, Start.each(self.parties), _MAJORITY, joint=True, grants=self.register.grants)

    @cached_property
    def _possible_control(self) -> Reached:
        return reach(
            self.stakes, Start.each(self.parties), _MAJORITY, possible=True, joint=True, grants=self.register.grants
        )

    @cached_property
    def _ways(self) -> Ways:
        return strongest_ways(self.stakes, self.above, self.target)

    @cached_property
    def _open(self) -> set[int]:
        return surely_more(self.stakes, self.above, self.target)

    @cached_property
    def _weakest(self) -> tuple[dict[int, int], dict[int, int]]:
        upper = capped(self.stakes, np.arange(len(self.stakes.high)))
        least = weakest_links(self.stakes, self.above, self.target, self.stakes.low)
        return least, weakest_links(self.stakes, self.above, self.target, upper)

    def owner(self, place: int, entity: Entity) -> Owner:
        """One owner, by its place among the parties."""
        party = int(self.parties[place])
        direct = self._direct(party)
        share = self._share(place, direct)
        control = self._control(place)
        by_share = self.options.test.meets(share)
        by_control = self._by_control(place, control) if self.options.control else "no"
        meets = _surest(by_share, by_control)
        return Owner(
            id=entity.id,
            kind=entity.kind,
            name=entity.name,
            direct=direct,
            effective_share=share,
            controls=control == "yes",
            control=control,
            weakest_link=ShareRange(percent(self._weakest[0].get(party, 0)), percent(self._weakest[1].get(party, 0))),
            ultimate=bool(self.above.offsets[party] == self.above.offsets[party + 1]),
            unknown=entity.unknown,
            meets_threshold=meets,
            beneficial_owner=_natural(entity, meets),
            basis=tuple(word for word, answer in (("share", by_share), ("control", by_control)) if answer != "no"),
            chains=self._ways.counted[party],
            ways=tuple(self._way(pairs) for pairs in self._ways.found[party]),
            sanctioned=entity.sanctioned,
            flags=("ring",) if self.ring[party] else (),
        )

    def _share(self, place: int, direct: ShareRange | None) -> ShareRange:
        low, high = (round(100.0 * float(each[place]), 9) for each in (self.least, self.most))
        max_open = direct is not None and direct.max_open and bool(self._direct_alone[place])
        return ShareRange(low, max(high, low), int(self.parties[place]) in self._open, max_open)

    @cached_property
    def _direct_alone(self) -> Bools:
        return only_direct(self.stakes, self.target, self.parties)

    @cached_property
    def _direct_pairs(self) -> dict[int, int]:
        return {int(self.stakes.holder[pair]): pair for pair in self.above.of(self.target)}

    def _direct(self, party: int) -> ShareRange | None:
        stakes, pair = self.stakes, self._direct_pairs.get(party)
        if pair is None:
            return None
        ends = (percent(stakes.low[pair]), percent(stakes.high[pair]))
        return ShareRange(*ends, bool(stakes.low_open[pair]), bool(stakes.high_open[pair]))

    def _control(self, place: int) -> Answer:
        surely, possibly = self._controlling
        return "yes" if place in surely else "possible" if place in possibly else "no"

    @cached_property
    def _controlling(self) -> tuple[set[int], set[int]]:
        """The places of the owners who surely control the target, and of those who possibly do."""
        sure, possible = (
            set(found.group[found.party == self.target].tolist())
            for found in (self._sure_control, self._possible_control)
        )
        return sure, possible

    def _by_control(self, place: int, control: Answer) -> Answer:
        """Whether an owner controls the target, or holders that have enough of it together with the owner."""
        if control == "yes":
            return "yes"
        answers: list[Answer] = [control]
        for found, sure in ((self._sure_control, True), (self._possible_control, False)):
            members = found.party[(found.group == place) & (found.party != self.target)]
            if len(members) > 1:
                shares = shares_of(self.stakes, members)
                held = round(100.0 * float((shares.least if sure else shares.most)[self.target]), 9)
                if self.options.test.meets(ShareRange(held, held)) == "yes":
                    answers.append("yes" if sure else "possible")
        return _surest(*answers)

    def _way(self, pairs: tuple[int, ...]) -> OwnerWay:
        stakes = self.stakes
        ids = [self.register.ids[int(stakes.holder[pair])] for pair in reversed(pairs)]
        low: Floats = stakes.low[list(pairs)] / WHOLE
        high: Floats = stakes.high[list(pairs)] / WHOLE
        share = ShareRange(round(100.0 * float(low.prod()), 9), round(100.0 * float(high.prod()), 9))
        return OwnerWay((*ids, self.register.ids[self.target]), share)


def _surest(*answers: Answer) -> Answer:
    return "yes" if "yes" in answers else "possible" if "possible" in answers else "no"


def _natural(entity: Entity, meets: Answer) -> Answer:
    """A beneficial owner is a natural person: a company is none, and of somebody unnamed nobody knows."""
    if entity.kind in LEGAL_KINDS and not entity.unknown:
        return "no"
    return "possible" if entity.unknown and meets == "yes" else meets
