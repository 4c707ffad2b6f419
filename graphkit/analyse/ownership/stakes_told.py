"""Stakes and sums as answers tell them: percent with their ends, the statements behind them, and what is odd."""

from collections import defaultdict

import numpy as np

from graphkit.analyse.evidence import Evidence
from graphkit.analyse.ownership.blocked import Blocked
from graphkit.analyse.ownership.register import Register
from graphkit.analyse.ownership.sums import held_then
from graphkit.graph.adjacency import Ints, runs
from graphkit.graph.holdings import percent
from graphkit.graph.link_numbers import WHOLE
from graphkit.graph.stakes import Counts
from graphkit.model.answers.ownership import Answer, CountedLink, ShareRange, StakeHeld
from graphkit.model.answers.parties import Entity, LinkEvidence
from graphkit.store.base import Row

MOST_TOLD = 1_000
"""Holders of one party and companies of one proof that an answer tells. All of them are counted."""


class StakesTold:
    """What the answers of one question say of stakes. rows: the links that the register was made of, in its order."""

    def __init__(self, register: Register, rows: list[Row], entities: dict[str, Entity], evidence: Evidence) -> None:
        self.register = register
        self.entities = entities
        self._rows = rows
        self._evidence = evidence

    def above(self, party: int) -> Ints:
        """The pairs by which a party is held, whether on the day or not."""
        up = self.register.holdings.up
        return np.arange(up[party], up[party + 1])

    def held_then(self, party: int) -> Ints:
        """The pairs by which a party is held on the day."""
        return held_then(self.register.stakes, party)

    def stakes(
        self, pairs: Ints, blocked: Blocked | None = None, *, rounds: Ints | None = None, joint: bool = False
    ) -> tuple[StakeHeld, ...]:
        """Stakes, the largest first, no more than MOST_TOLD. rounds: of each party, in which the set that counts here
        reached it.
        """
        pairs = self._largest(pairs)
        self._know(pairs)
        links = self._statements(pairs)
        told = [self._stake(int(pair), blocked, rounds, links[int(pair)], joint=joint) for pair in pairs]
        return tuple(sorted(told, key=lambda each: (-each.share_min, -each.share_max, each.id)))

    def _largest(self, pairs: Ints) -> Ints:
        stakes = self.register.stakes
        order = np.lexsort((stakes.holder[pairs], -stakes.high[pairs], -stakes.low[pairs]))
        largest: Ints = pairs[order[:MOST_TOLD]]
        return largest

    def _know(self, pairs: Ints) -> None:
        """Have the holders of these pairs at hand."""
        ids = {self.register.ids[holder] for holder in self.register.stakes.holder[pairs].tolist()}
        if missing := ids - set(self.entities):
            self.entities.update(self._evidence.entities(missing))

    def entity(self, party: int) -> Entity:
        """A party by its number."""
        entity_id = self.register.ids[party]
        if entity_id not in self.entities:
            self.entities.update(self._evidence.entities([entity_id]))
        return self.entities[entity_id]

    def _stake(
        self, pair: int, blocked: Blocked | None, rounds: Ints | None, links: list[CountedLink], *, joint: bool
    ) -> StakeHeld:
        stakes = self.register.stakes
        holder = int(stakes.holder[pair])
        entity = self.entities[self.register.ids[holder]]
        counted = int(rounds[holder]) if rounds is not None else -1
        return StakeHeld(
            id=entity.id,
            name=entity.name,
            kind=entity.kind,
            share_min=percent(stakes.low[pair]),
            share_max=percent(stakes.high[pair]),
            share_min_open=bool(stakes.low_open[pair]),
            share_max_open=bool(stakes.high_open[pair]),
            round=counted + 1 if counted >= 0 else 0,
            listed=blocked is not None and bool(blocked.rounds[holder] == 0),
            blocked=is_blocked(blocked, holder) if blocked else "no",
            dated=bool(stakes.dated[pair]),
            holds="certain" if stakes.sure[pair] else "possible",
            contradictory=bool(stakes.contradictory[pair]),
            joint=joint and bool(stakes.joint[pair]) and counted < 0,
            statements=tuple(links),
        )

    def _statements(self, pairs: Ints) -> dict[int, list[CountedLink]]:
        """Every statement about these pairs, those that count first."""
        holdings, counts = self.register.holdings, self.register.stakes.counts
        ends = holdings.ends
        places = {int(pair): range(ends[pair], ends[pair + 1]) for pair in pairs}
        rows = [self._rows[holdings.link[place]] for each in places.values() for place in each]
        links = self._evidence.all_links(rows)
        told: dict[int, list[CountedLink]] = defaultdict(list)
        for pair, statements in places.items():
            for place in sorted(statements, key=lambda place: (counts[place], place)):
                link = links[self._rows[holdings.link[place]]["link_id"]]
                told[pair].append(CountedLink(link, Counts(counts[place]).name.lower()))
        return told

    def links(self, rows: Ints) -> tuple[LinkEvidence, ...]:
        """Links by their rows, with their sources."""
        return tuple(self._evidence.all_links(self._rows[row] for row in rows).values())

    def undated(self, pairs: Ints) -> tuple[str, ...]:
        """Ids of the links without a date that these pairs rest on."""
        holdings, counts = self.register.holdings, self.register.stakes.counts
        places = runs(holdings.first[pairs], np.diff(holdings.ends)[pairs])
        places = places[(counts[places] == Counts.YES) & ~holdings.dated[places]]
        return tuple(sorted(self._rows[row]["link_id"] for row in holdings.link[places].tolist()))

    def unaccounted(self, party: int) -> ShareRange:
        """Percent of a party of which no source says who holds it."""
        pairs = self.held_then(party)
        stakes = self.register.stakes
        least, most = int(stakes.low[pairs].sum()), int(stakes.high[pairs].sum())
        return ShareRange(percent(max(WHOLE - most, 0)), percent(max(WHOLE - least, 0)))

    def flags(self, party: int) -> list[str]:
        """What a reader has to know of the stakes in a party before believing a figure."""
        register, pairs = self.register, self.held_then(party)
        stakes = register.stakes
        unstated = (stakes.low[pairs] == 0) & (stakes.high[pairs] == WHOLE) & stakes.sure[pairs]
        past = len(self.above(party)) > len(pairs)
        found = {
            "sum_over_100": int(stakes.low[pairs].sum()) > WHOLE,
            "contradictory_statements": bool(stakes.contradictory[pairs].any()),
            "share_unknown": bool(unstated.any()),
            "undated_link": bool((~stakes.dated[pairs]).any()),
            "holds_possibly": bool((~stakes.sure[pairs]).any()),
            "holder_unknown": bool(register.unknown[stakes.holder[pairs]].any()),
            "treasury_shares": bool((stakes.holder[pairs] == party).any()),
            "no_holder_known": not len(pairs),
            "holders_of_other_days": past,
            "holders_left_out": len(pairs) > MOST_TOLD,
        }
        return [flag for flag, raised in found.items() if raised]


def is_blocked(blocked: Blocked, party: int) -> Answer:
    """Whether a rule reaches a party."""
    if blocked.rounds[party] >= 0:
        return "yes"
    return "possible" if blocked.possible_rounds[party] >= 0 else "no"
