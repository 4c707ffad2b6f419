"""The shortest proof of a result: round by round the holders whose stakes met the test, and who they are themselves."""

import numpy as np

from graphkit.analyse.ownership.blocked import Blocked
from graphkit.analyse.ownership.fixed_point import Reached
from graphkit.analyse.ownership.stakes_told import MOST_TOLD, StakesTold
from graphkit.analyse.ownership.sums import sum_of
from graphkit.analyse.ownership.tally import Joint
from graphkit.graph.adjacency import Bools, Ints
from graphkit.model.answers.ownership import ProofLevel, StakeHeld


class Proof:
    """The proof that a party is reached by a rule, surely or possibly; of a ship, that holders of it are.

    rounds: of each party, when the set that the result rests on reached it. That set is one designated person's where
    each counts alone.
    """

    def __init__(self, blocked: Blocked, told: StakesTold, party: int, *, sure: bool, is_property: bool) -> None:
        self._blocked = blocked
        self._told = told
        self._party = party
        self._sure = sure
        self._is_property = is_property
        self._register = blocked.register
        self.rounds = self._set()

    def _set(self) -> Ints:
        """The rounds of the set that the result rests on: of one designated person, where each counts alone."""
        found = self._blocked.surely if self._sure else self._blocked.possibly
        of_party = np.flatnonzero(found.party == self._party)
        if self._is_property or not len(of_party):
            return found.rounds(len(self._register.ids))
        group = found.group[of_party[np.argmin(found.round[of_party])]]
        mine = found.group == group
        return Reached(found.group[mine], found.party[mine], found.round[mine]).rounds(len(self._register.ids))

    @property
    def is_start(self) -> bool:
        """Whether the party is one of those that the test starts from: nothing is to be proven by its holders."""
        return bool(self.rounds[self._party] == 0)

    def because(self) -> tuple[StakeHeld, ...]:
        """The holders whose stakes in the party count."""
        return self._holders(self._counted(self._party))

    def interest(self, pairs: Ints) -> tuple[StakeHeld, ...]:
        """Holders of a ship, as the proof tells of them."""
        return self._holders(pairs)

    def undated(self, levels: tuple[ProofLevel, ...]) -> tuple[str, ...]:
        """Ids of the links without a date that the levels rest on."""
        pairs = [self._counted(self._register.number[level.id]) for level in levels]
        control = {link.id for level in levels for link in level.control if not link.dated}
        return tuple(sorted({*self._told.undated(np.concatenate(pairs)), *control}))

    def levels(self) -> tuple[ProofLevel, ...]:
        """The companies on the way from the party to listed ones, the latest round first."""
        levels: list[ProofLevel] = []
        seen, waiting = {self._party}, [self._party]
        while waiting and len(levels) < MOST_TOLD:
            party = waiting.pop(0)
            pairs, control = self._counted(party), self._controlling(party)
            if self.rounds[party] > 0 or party == self._party:
                levels.append(self._level(party, pairs, control))
            holders = self._register.stakes.holder[pairs].tolist()
            holders += self._register.controls.holder[control].tolist()
            waiting += [holder for holder in holders if holder not in seen and self.rounds[holder] > 0]
            seen |= set(holders)
        if self._is_property:
            levels = levels[1:]
        return tuple(sorted(levels, key=lambda level: (-level.round, level.id)))

    def _level(self, party: int, pairs: Ints, control: Ints) -> ProofLevel:
        entity = self._told.entity(party)
        held, because = sum_of(self._register.stakes, party, pairs), self._holders(pairs)
        links = self._told.links(self._register.controls.link[control])
        return ProofLevel(entity.id, entity.name, max(int(self.rounds[party]), 0), held, because, links)

    def _counted(self, party: int) -> Ints:
        """The pairs that were added up when a party met the test: of holders that were reached before it. Of a ship
        those of all holders that were reached: nothing is added up there.
        """
        pairs = self._told.held_then(party)
        stakes = self._register.stakes
        counted = self._before(stakes.holder[pairs], party)
        if self._blocked.rule.joint and stakes.joint.any():
            pairs_of, _ = Joint(stakes, possible=not self._sure).all_of(
                pairs[counted], np.zeros(int(counted.sum()), dtype=np.int64)
            )
            return np.sort(pairs_of)
        alone: Ints = pairs[counted]
        return alone

    def _before(self, holders: Ints, party: int) -> Bools:
        every = self.rounds[party] < 0 or (party == self._party and self._is_property)
        before: Bools = (self.rounds[holders] >= 0) & (every | (self.rounds[holders] < self.rounds[party]))
        return before

    def _controlling(self, party: int) -> Ints:
        """The rows of links of control by which a party met the test."""
        if not self._blocked.rule.control:
            return np.zeros(0, dtype=np.int64)
        links, controls = self._register.control_links, self._register.controls
        found: Ints = links[(controls.held[links] == party) & self._before(controls.holder[links], party)]
        return found

    def _holders(self, pairs: Ints) -> tuple[StakeHeld, ...]:
        return self._told.stakes(pairs, self._blocked, rounds=self.rounds, joint=self._blocked.rule.joint)
