"""Who holds, manages and directs whom in a clan: layers of shells, holdings, the top and its owners.

Shares of one company sum to 100 for most, stay below for some, are ranges or unknown for others. Now and then a holding
holds a part of the company above it, or two holdings a part of each other. A sum above 100 is an error that sources
make too; its links say so in `wording`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

from graphkit.synthetic.parties import Clan, Party, Tie
from graphkit.synthetic.when import day

OVER_100: Final = "synthetic: the shares of this company sum to more than 100 on purpose"
_PATTERNS: Final = ("sole", "two", "three", "range", "unknown", "part", "over")
_WEIGHTS: Final = (48, 16, 6, 10, 12, 6, 2)
_SPLITS: Final[Mapping[str, tuple[tuple[float, ...], ...]]] = {
    "sole": ((100,),),
    "two": ((50, 50), (51, 49), (60, 40), (75, 25), (90, 10)),
    "three": ((40, 30, 30), (34, 33, 33), (50, 25, 25)),
    "part": ((51,), (30,), (25, 24)),
    "over": ((60, 60), (75, 50)),
}
_RANGES: Final = ((25, 50), (50, 75), (75, 100))


@dataclass(frozen=True, slots=True)
class _Reserved:
    """A part of a company that is given away beforehand, to a company below it or beside it."""

    holder: Party
    share: float


def ties_of(clan: Clan, random: Random) -> Iterator[Tie]:
    """Every link among the companies, people and vessels of a clan."""
    reserved = _reserved(clan, random)
    for place, company in enumerate(clan.companies):
        holders = _holders(clan, place, random)
        part = reserved.get(company.id)
        if part:
            yield Tie(part.holder.id, company.id, "OWNS", "shareholder", f"{part.share:g}", start=day(random))
            holders = [holder for holder in holders if holder is not part.holder]
        yield from _shares(company, holders, 100 - (part.share if part else 0), random)
    yield from _people(clan, random)
    for vessel in clan.vessels:
        yield from _ship(clan, vessel, random)


def _reserved(clan: Clan, random: Random) -> dict[str, _Reserved]:
    holdings = [company for company in clan.companies if company.role == "holding"]
    found: dict[str, _Reserved] = {}
    if holdings and random.random() < 0.15:  # a circle: the top is held in part by a company that it holds
        found[clan.companies[0].id] = _Reserved(holdings[-1], random.choice((5, 10, 20, 49)))
    if len(holdings) > 1 and random.random() < 0.2:  # two holdings hold a part of each other
        share = random.choice((5, 10, 25))
        first, second = holdings[:2]
        found |= {first.id: _Reserved(second, share), second.id: _Reserved(first, share)}
    return found


def _holders(clan: Clan, place: int, random: Random) -> list[Party]:
    """Those who may hold a company, likeliest first: a layer above, and for the top the people of the clan."""
    people = random.sample(clan.people, min(3, len(clan.people)))
    if place == 0:
        return people
    company = clan.companies[place]
    above = [other for other in clan.companies[:place] if other.role == "holding"] if company.role == "shell" else []
    return [*(random.sample(above, 1) if above else []), clan.companies[0], *people]


def _shares(company: Party, holders: list[Party], whole: float, random: Random) -> Iterator[Tie]:
    pattern = random.choices(_PATTERNS, _WEIGHTS)[0]
    start = day(random)
    if not holders:
        return
    if pattern == "unknown":
        yield Tie(holders[0].id, company.id, "OWNS", "shareholder", start=start)
        return
    if pattern == "range":
        low, high = (round(bound * whole / 100, 2) for bound in random.choice(_RANGES))
        yield Tie(holders[0].id, company.id, "OWNS", "shareholder", "", f"{low:g}", f"{high:g}", start)
        return
    split = random.choice(_SPLITS[pattern])
    if len(split) > len(holders):
        pattern, split = "sole", (100,)
    wording = OVER_100 if pattern == "over" else ""
    for holder, share in zip(holders, split, strict=False):
        text = f"{round(share * whole / 100, 2):g}"
        yield Tie(holder.id, company.id, "OWNS", "shareholder", text, start=start, wording=wording)


def _people(clan: Clan, random: Random) -> Iterator[Tie]:
    """Directors of companies, and nominees for others of the clan."""
    if not clan.people:
        return
    for company in clan.companies:
        if random.random() < 0.6:
            yield Tie(random.choice(clan.people).id, company.id, "DIRECTS", "director", start=day(random))
    for person in clan.people[1:]:
        if random.random() < 0.15:
            yield Tie(person.id, clan.people[0].id, "NOMINEE_FOR", "nominee")


def _ship(clan: Clan, vessel: Party, random: Random) -> Iterator[Tie]:
    """Registered owner, sometimes an owner before it, and managers and operators from the clan."""
    if not vessel.owner:
        return
    since = day(random)
    yield Tie(vessel.owner.id, vessel.id, "OWNS", "registered_owner", random.choice(("100", "100", "")), start=since)
    others = [company for company in clan.companies if company.role == "shell" and company is not vessel.owner]
    if others and random.random() < 0.15:
        before = random.choice(others)
        yield Tie(before.id, vessel.id, "OWNS", "registered_owner", start="before 2009", end=since)
    managers = [company for company in clan.companies if company.role == "manager"] or clan.companies[:1]
    yield Tie(managers[0].id, vessel.id, "MANAGES", random.choice(("ship_manager", "technical_manager", "ism_manager")))
    if random.random() < 0.4:
        yield Tie(random.choice(clan.companies).id, vessel.id, "OPERATES", "operator", start=day(random))
