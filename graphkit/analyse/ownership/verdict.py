"""What the authorities' 50 % tests say of one entity on a day, and the proof: who held what, round by round.

A verdict is computed from what the sources of the case state, for the companies above the entity however far up. It
starts from the authority's own asset freezes and from nobody else's, and each stake that it rests on is told with its
sources. A ship is property and no entity: what is told of it is the interest of blocked parties in it.
"""

from dataclasses import replace

import numpy as np

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence, list_ages
from graphkit.analyse.find import one_entity
from graphkit.analyse.ownership.blocked import Blocked
from graphkit.analyse.ownership.fixed_point import Reached, Start, reach
from graphkit.analyse.ownership.register import register_above
from graphkit.analyse.ownership.rules import Rule, rules_named
from graphkit.analyse.ownership.stakes_told import MOST_TOLD, StakesTold, is_blocked
from graphkit.analyse.ownership.tally import Joint, Tally
from graphkit.graph.adjacency import Bools, Ints
from graphkit.graph.holdings import percent
from graphkit.graph.link_numbers import WHOLE
from graphkit.model.answers.ownership import ProofLevel, Result, ShareRange, Verdict, Verdicts
from graphkit.model.vocabulary import Kind, Measure, Status
from graphkit.store.base import Store

_PROPERTY = frozenset({Kind.VESSEL, Kind.AIRCRAFT})


def verdicts(store: Store, who: str, on: AsOf, *, rule: str = "all") -> Verdicts:
    """The verdicts on an entity. rule: ofac, eu, uk or all.

    Raises:
        NotFound, Ambiguous: `who` is not exactly one entity. WrongUse: there is no such rule.
    """
    wanted = rules_named(rule, on.day)
    start = one_entity(store, who)
    register, rows = register_above(store, start, on.day)
    evidence = Evidence(store, on, frozenset({Measure.ASSET_FREEZE}))
    told = StakesTold(register, rows, evidence.entities([start]), evidence)
    party = register.number[start]
    return Verdicts(
        entity=told.entities[start],
        as_of=on.text,
        verdicts=tuple(_OneVerdict(Blocked(register, each), told, party).verdict() for each in wanted),
        holders=told.stakes(told.held_then(party)),
        lists=list_ages(store),
    )


class _OneVerdict:
    """One rule's verdict on one party."""

    def __init__(self, blocked: Blocked, told: StakesTold, party: int) -> None:
        self.blocked = blocked
        self.told = told
        self.party = party
        self.register = blocked.register
        self.entity = told.entities[self.register.ids[party]]

    def verdict(self) -> Verdict:
        rule = self.blocked.rule
        statuses = {listed.status for listed in self.entity.listed if listed.authority == rule.authority}
        listed = Status.YES if Status.YES in statuses else Status.UNKNOWN if statuses else Status.NO
        plain = Verdict(
            rule=rule.authority.lower(),
            result=is_blocked(self.blocked, self.party),
            listed=listed is Status.YES,
            listed_status=listed,
            held_by_blocked=None,
            because=(),
            property_interest=(),
            flags=(),
            review=False,
            test=rule.text,
            reading=rule.reading,
            source=rule.source,
        )
        if self.entity.kind in _PROPERTY:
            return self._of_property(plain)
        if self.entity.kind is Kind.PERSON:
            return replace(plain, flags=tuple(self._listing_flags(plain)))
        return self._of_company(plain)

    def _of_property(self, plain: Verdict) -> Verdict:
        """A ship: the parties with an interest in it, whatever its share, that are blocked or may be."""
        pairs = self.told.held_then(self.party)
        pairs = pairs[self.register.stakes.high[pairs] > 0]
        holders = self.register.stakes.holder[pairs]
        sure = (self.blocked.rounds[holders] >= 0) & self.register.stakes.sure[pairs]
        maybe = (self.blocked.possible_rounds[holders] >= 0) & ~sure
        result: Result = "yes" if plain.listed else "not_applicable"
        return replace(
            plain,
            result=result,
            property_interest=tuple(self.register.ids[holder] for holder in holders[sure]),
            possible_property_interest=tuple(self.register.ids[holder] for holder in holders[maybe]),
            proof=() if plain.listed else self._proof(bool(sure.any())),
            because=() if plain.listed else self._because(pairs[sure | maybe], self._set(bool(sure.any()))),
            undated=self.told.undated(pairs[sure]),
            flags=(*self._listing_flags(plain), *self.told.flags(self.party)),
        )

    def _of_company(self, plain: Verdict) -> Verdict:
        held = self._held(self.party)
        review = bool(self.blocked.review[self.party]) and plain.result != "yes"
        treasury = self._without_treasury(held)
        flags = [*self._listing_flags(plain), *self.told.flags(self.party)]
        if review:
            flags.append("mutual_holdings")
        if treasury and self._meets(treasury) and plain.result == "no":
            flags.append("met_without_treasury_shares")
        if self._controlled() and plain.result != "yes":
            flags.append("control_to_be_reviewed")
        found = replace(
            plain,
            held_by_blocked=held,
            review=review,
            flags=tuple(flags),
            without_treasury=treasury,
            unaccounted=self.told.unaccounted(self.party),
        )
        if plain.result == "no" or self._set(plain.result == "yes")[self.party] == 0:
            return found  # nothing to prove: it is not reached, or it is where the test starts
        sure = plain.result == "yes"
        counted = self._set(sure)
        proof = self._proof(sure)
        levels = [self._counted(self.register.number[level.id], counted, sure) for level in proof]
        because = self._because(self._counted(self.party, counted, sure), counted)
        control = {link.id for level in proof for link in level.control if not link.dated}
        undated = sorted({*self.told.undated(np.concatenate(levels)), *control})
        return replace(found, because=because, proof=proof, undated=tuple(undated))

    def _listing_flags(self, plain: Verdict) -> list[str]:
        return ["listing_not_proven_on_that_day"] if plain.listed_status is Status.UNKNOWN else []

    def _set(self, sure: bool) -> Ints:
        """The rounds of the set that the result rests on: of one designated person, where each counts alone."""
        found = self.blocked.surely if sure else self.blocked.possibly
        of_party = np.flatnonzero(found.party == self.party)
        if self.entity.kind in _PROPERTY or not len(of_party):
            return found.rounds(len(self.register.ids))
        group = found.group[of_party[np.argmin(found.round[of_party])]]
        mine = found.group == group
        return Reached(found.group[mine], found.party[mine], found.round[mine]).rounds(len(self.register.ids))

    def _counted(self, party: int, rounds: Ints, sure: bool) -> Ints:
        """The pairs that were added up when a party met the test: of holders that were reached before it. Of a ship
        those of all holders that were reached: nothing is added up there.
        """
        pairs = self.told.held_then(party)
        stakes = self.register.stakes
        counted = self._before(stakes.holder[pairs], party, rounds)
        if self.blocked.rule.joint and stakes.joint.any():
            pairs_of, _ = Joint(stakes, possible=not sure).all_of(
                pairs[counted], np.zeros(int(counted.sum()), dtype=np.int64)
            )
            return np.sort(pairs_of)
        alone: Ints = pairs[counted]
        return alone

    def _before(self, holders: Ints, party: int, rounds: Ints) -> Bools:
        every = rounds[party] < 0 or (party == self.party and self.entity.kind in _PROPERTY)
        before: Bools = (rounds[holders] >= 0) & (every | (rounds[holders] < rounds[party]))
        return before

    def _controlling(self, party: int, rounds: Ints) -> Ints:
        """The rows of links of control by which a party met the test."""
        if not self.blocked.rule.control:
            return np.zeros(0, dtype=np.int64)
        links, numbers = self.register.control_links, self.register.controls
        holders, held = (numbers[name].to_numpy()[links].astype(np.int64) for name in ("from_number", "to_number"))
        found: Ints = links[(held == party) & self._before(holders, party, rounds)]
        return found

    def _because(self, pairs: Ints, rounds: Ints) -> tuple:  # type: ignore[type-arg]
        return self.told.stakes(pairs, self.blocked, rounds=rounds, joint=self.blocked.rule.joint)

    def _proof(self, sure: bool) -> tuple[ProofLevel, ...]:
        """The companies on the way from the party to listed ones, the latest round first."""
        rounds = self._set(sure)
        levels: list[ProofLevel] = []
        seen, waiting = {self.party}, [self.party]
        while waiting and len(levels) < MOST_TOLD:
            party = waiting.pop(0)
            pairs, control = self._counted(party, rounds, sure), self._controlling(party, rounds)
            if rounds[party] > 0 or party == self.party:
                levels.append(self._level(party, pairs, control, rounds))
            holders = self.register.stakes.holder[pairs].tolist()
            holders += self.register.controls["from_number"].to_numpy()[control].tolist()
            waiting += [holder for holder in holders if holder not in seen and rounds[holder] > 0]
            seen |= set(holders)
        if self.entity.kind in _PROPERTY:
            levels = levels[1:]
        return tuple(sorted(levels, key=lambda level: (-level.round, level.id)))

    def _level(self, party: int, pairs: Ints, control: Ints, rounds: Ints) -> ProofLevel:
        entity = self.told.entity(party)
        held, because = self._sum(party, pairs), self._because(pairs, rounds)
        links = self.told.links(self.register.controls["row"].to_numpy()[control])
        return ProofLevel(entity.id, entity.name, max(int(rounds[party]), 0), held, because, links)

    def _held(self, party: int) -> ShareRange:
        """What blocked parties hold of a party: the least by those that surely are, the most by all that may be; where
        each designated person counts alone, the largest of them.
        """
        low, low_open = self._largest(party, self.blocked.surely, possible=False)
        high, high_open = self._largest(party, self.blocked.possibly, possible=True)
        return ShareRange(low, max(high, low), low_open, high_open and high > low)

    def _largest(self, party: int, found: Reached, *, possible: bool) -> tuple[float, bool]:
        """The most that one group of the rule holds of a party, and whether this end is left out."""
        stakes, pairs = self.register.stakes, self.told.held_then(party)
        pair_of = np.full(stakes.parties, -1)
        pair_of[stakes.holder[pairs]] = pairs
        pair_of[party] = -1
        members = pair_of[found.party] >= 0
        chosen, group = pair_of[found.party[members]], found.group[members]
        if self.blocked.rule.joint and stakes.joint.any():
            chosen, group = Joint(stakes, possible=possible).all_of(chosen, group)
        tally = Tally(stakes, None)
        keys = tally.add(group * stakes.parties + party, chosen)
        if not len(keys):
            return 0.0, False
        ends, left_out = tally.at_most(keys) if possible else tally.at_least(keys)
        best = np.lexsort((left_out if not possible else ~left_out, ends))[-1]
        return percent(ends[best]), bool(left_out[best])

    def _sum(self, party: int, pairs: Ints) -> ShareRange:
        """The sum of stakes in a party: their lower ends, and the most that they can come to."""
        stakes = self.register.stakes
        tally = Tally(stakes, stakes.parties)
        tally.add(np.full(len(pairs), party), pairs)
        key = np.array([party])
        most, is_open = tally.at_most(key)
        least = int(tally.low[party])
        return ShareRange(
            percent(least), percent(max(int(most[0]), least)), bool(tally.lows_open[party]), bool(is_open[0])
        )

    def _without_treasury(self, held: ShareRange) -> ShareRange | None:
        """The same figure when what the company holds of itself is taken out of the whole."""
        stakes, pairs = self.register.stakes, self.told.held_then(self.party)
        own = pairs[stakes.holder[pairs] == self.party]
        if not len(own) or stakes.low[own[0]] >= WHOLE:
            return None
        least_own, most_own = percent(stakes.low[own[0]]), percent(stakes.high[own[0]])
        low = 100.0 * held.min / (100.0 - least_own)
        high = 100.0 * held.max / (100.0 - most_own) if most_own < 100.0 else 100.0 * bool(held.max)
        return ShareRange(round(min(low, 100.0), 9), round(min(max(high, low), 100.0), 9))

    def _meets(self, held: ShareRange) -> bool:
        rule: Rule = self.blocked.rule
        return held.min >= rule.threshold if rule.inclusive else held.min > rule.threshold

    def _controlled(self) -> bool:
        """Whether one listed party controls the company by a majority or by what a source calls control."""
        register = self.register
        test = replace(self.blocked.rule.test, inclusive=False)
        others = self.blocked.possibly_listed
        start = Start.each(others[others != self.party])
        found = reach(register.stakes, start, test, possible=True, joint=True, grants=register.grants)
        hit: Bools = (found.party == self.party) & (found.round > 0)
        return bool(hit.any())
