"""A fleet: rows of one's own tables, made group by group from a plan and a seed.

Nothing is stored: rows are made anew, and alike, each time they are asked for. A row about a party names one of its
records, as a person who links two rows of a table would.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from random import Random

from graphkit.model.vocabulary import Kind
from graphkit.synthetic.groups import make_world, part
from graphkit.synthetic.happenings import Row, events, listings
from graphkit.synthetic.holdings import ties_of
from graphkit.synthetic.parties import Party, World
from graphkit.synthetic.plan import Plan, Sizes, sizes
from graphkit.synthetic.telling import Told, tell

_MOST = 4
_REPORTED = 0.5
REPORT = "synthetic-report"


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a fleet: its parties and the rows about them, by table; truth holds id and entity_id."""

    parties: list[Party]
    entities: list[Row]
    truth: list[Row]
    links: list[Row]
    listings: list[Row]
    events: list[Row]
    reports: list[Row]


@dataclass(frozen=True, slots=True)
class Fleet:
    """A plan with its sizes; everything else is made from them on request, the same each time."""

    plan: Plan
    sizes: Sizes

    def groups(self) -> Iterator[Group]:
        """The groups one after the other; only one is held."""
        for number in range(self.sizes.groups):
            yield _group(self.plan, self.sizes, number)

    def entities(self) -> Iterator[Row]:
        """The records of all parties, in the order of their ids."""
        return chain.from_iterable(group.entities for group in self.groups())

    def truth(self) -> Iterator[Row]:
        """For every record the party it is about: id, entity_id."""
        return chain.from_iterable(group.truth for group in self.groups())


def generate(plan: Plan) -> Fleet:
    """The fleet of a plan.

    Raises:
        WrongUse: the plan's numbers do not go together.
    """
    return Fleet(plan, sizes(plan))


def _group(plan: Plan, whole: Sizes, number: int) -> Group:
    start, end = whole.before(number), whole.before(number + 1)
    world = make_world(plan, whole, number)
    told = _records(plan, world, end.records - start.records, part(plan, "records", number))
    ids = [f"r{start.records + at:07d}" for at in range(1, len(told) + 1)]
    names = _Names(told, ids, part(plan, "names", number))
    entities = [
        {"id": record_id} | record.cells | {"source": f"synthetic-{record.source}", "synthetic": "yes"}
        for record_id, record in zip(ids, told, strict=True)
    ]
    truth = [{"id": record_id, "entity_id": record.party.id} for record_id, record in zip(ids, told, strict=True)]
    list_random, sea_random = part(plan, "listings", number), part(plan, "events", number)
    listed = listings(world, end.listed - start.listed, list_random)
    return Group(
        world.parties,
        entities,
        truth,
        list(_links(world, names, part(plan, "holdings", number))),
        [row | {"entity": names.of(row["entity"]), "source": "synthetic-list"} for row in listed],
        list(_events(world, names, number, sea_random)),
        list(_reports(world, names, part(plan, "reports", number))),
    )


def _records(plan: Plan, world: World, count: int, random: Random) -> list[Told]:
    """`count` records of the parties in no order: one each, and the others dealt out at random."""
    parties = world.parties
    dealt = [1] * len(parties)
    for slot in random.sample(range(len(parties) * (_MOST - 1)), count - len(parties)):
        dealt[slot // (_MOST - 1)] += 1
    told = [
        record
        for party, times in zip(parties, dealt, strict=True)
        for record in tell(party, times, plan.damage, random)
    ]
    random.shuffle(told)
    return told


class _Names:
    """Which of a party's records a row names: any of them."""

    def __init__(self, told: list[Told], ids: list[str], random: Random) -> None:
        self._ids: dict[str, list[str]] = {}
        self._random = random
        for record, record_id in zip(told, ids, strict=True):
            self._ids.setdefault(record.party.id, []).append(record_id)

    def of(self, party_id: str) -> str:
        return self._random.choice(self._ids[party_id])


def _links(world: World, names: _Names, random: Random) -> Iterator[Row]:
    for clan in world.clans:
        for tie in ties_of(clan, random):
            source = random.choice(("registry", "registry", "press", "filings", "registry;synthetic-press"))
            yield {
                "from": names.of(tie.holder),
                "to": names.of(tie.held),
                "type": tie.type,
                "share": tie.share,
                "share_min": tie.share_min,
                "share_max": tie.share_max,
                "start": tie.start,
                "end": tie.end,
                "role": tie.role,
                "wording": tie.wording,
                "source": f"synthetic-{source}",
            }


def _events(world: World, names: _Names, group: int, random: Random) -> Iterator[Row]:
    for at, row in enumerate(events(world, random), start=1):
        parties = {column: names.of(row[column]) for column in ("vessel", "counterpart") if column in row}
        source = "registry" if row["type"].endswith("_change") else "sightings"
        yield {"id": f"e{group:04d}-{at:05d}"} | row | parties | {"source": f"synthetic-{source}", "synthetic": "yes"}


def _reports(world: World, names: _Names, random: Random) -> Iterator[Row]:
    """Half of the vessels and companies are named in a report that counts them all."""
    for category, kind in (("vessel", Kind.VESSEL), ("company", Kind.COMPANY)):
        for party in world.of(kind):
            if random.random() < _REPORTED:
                yield {
                    "report": REPORT,
                    "category": category,
                    "entity": names.of(party.id),
                    "source": "synthetic-report",
                }
