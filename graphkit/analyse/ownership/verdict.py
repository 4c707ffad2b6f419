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
from graphkit.analyse.ownership.fixed_point import Start, reach
from graphkit.analyse.ownership.proof import Proof
from graphkit.analyse.ownership.register import register_above
from graphkit.analyse.ownership.rules import rules_named
from graphkit.analyse.ownership.stakes_told import StakesTold, is_blocked
from graphkit.analyse.ownership.sums import held_by_blocked, interests, without_treasury
from graphkit.graph.adjacency import Bools, Ints
from graphkit.model.answers.ownership import Result, Verdict, Verdicts
from graphkit.model.vocabulary import PROPERTY_KINDS, Kind, Measure, Status
from graphkit.store.base import Store


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
        if self.entity.kind in PROPERTY_KINDS:
            return self._of_property(plain)
        if self.entity.kind is Kind.PERSON:
            return replace(plain, flags=tuple(self._listing_flags(plain)))
        return self._of_company(plain)

    def _of_property(self, plain: Verdict) -> Verdict:
        """A ship: the parties with an interest in it, whatever its share, that are blocked or may be."""
        sure, maybe = interests(self.blocked, self.party)
        proof = Proof(self.blocked, self.told, self.party, sure=bool(len(sure)), is_property=True)
        result: Result = "yes" if plain.listed else "not_applicable"
        return replace(
            plain,
            result=result,
            property_interest=self._holders(sure),
            possible_property_interest=self._holders(maybe),
            proof=() if plain.listed else proof.levels(),
            because=() if plain.listed else proof.interest(np.union1d(sure, maybe)),
            undated=self.told.undated(sure),
            flags=(*self._listing_flags(plain), *self.told.flags(self.party)),
        )

    def _holders(self, pairs: Ints) -> tuple[str, ...]:
        return tuple(self.register.ids[holder] for holder in self.register.stakes.holder[pairs].tolist())

    def _of_company(self, plain: Verdict) -> Verdict:
        held = held_by_blocked(self.blocked, self.party)
        review = bool(self.blocked.review[self.party]) and plain.result != "yes"
        treasury = without_treasury(self.register.stakes, self.party, held)
        flags = [*self._listing_flags(plain), *self.told.flags(self.party)]
        if review:
            flags.append("mutual_holdings")
        if treasury and self.blocked.rule.test.meets(treasury) == "yes" and plain.result == "no":
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
        proof = Proof(self.blocked, self.told, self.party, sure=plain.result == "yes", is_property=False)
        if plain.result == "no" or proof.is_start:
            return found  # nothing to prove: it is not reached, or it is where the test starts
        levels = proof.levels()
        return replace(found, because=proof.because(), proof=levels, undated=proof.undated(levels))

    def _listing_flags(self, plain: Verdict) -> list[str]:
        return ["listing_not_proven_on_that_day"] if plain.listed_status is Status.UNKNOWN else []

    def _controlled(self) -> bool:
        """Whether one listed party controls the company by a majority or by what a source calls control."""
        register = self.register
        test = replace(self.blocked.rule.test, inclusive=False)
        others = self.blocked.possibly_listed
        start = Start.each(others[others != self.party])
        found = reach(register.stakes, start, test, possible=True, joint=True, grants=register.grants)
        hit: Bools = (found.party == self.party) & (found.round > 0)
        return bool(hit.any())
